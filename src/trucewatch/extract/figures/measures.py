"""What stands about a number: bound, currency, unit; and whether the number counts at all."""

from __future__ import annotations

from typing import Final

from trucewatch.core.reading import Bound
from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.figures.phrases import counted_phrase
from trucewatch.extract.figures.words import (
    AFTER_BOUNDS,
    BOUNDS,
    CURRENCY_SIGNS,
    LAST_OF_BOUND,
    LONG_STARTS,
    LONG_UNITS,
    NAMED_NUMBERS,
    PERSONS,
    STREETS,
    THINGS,
    TIME_UNITS,
    UNITS,
)
from trucewatch.extract.lexicons import words

_COUNTRY_CODES: Final = words("us u.s a au hk ca c nz s y")


def read_currency(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """Give the first token of the sign of a currency before token `at`, and the currency."""
    sign = CURRENCY_SIGNS.get(tokens.at(at - 1)) if at else None
    if sign is not None and tokens.at(at - 1).isalpha():
        if tokens.kinds[at - 1] != "code":
            return (at - 1, sign) if tokens.at(at - 1) in ("usd", "eur", "gbp") else None
        return (at - 2 if tokens.at(at - 2) in ("$", "€", "£") else at - 1), sign
    if at > 1 and tokens.at(at - 1) in ("-", "−") and tokens.at(at - 2) in ("$", "€", "£"):
        return at - 2, CURRENCY_SIGNS[tokens.at(at - 2)]
    if sign is None and tokens.at(at - 1) == "=" and tokens.words[at - 2 : at - 1] == ["Y"]:
        return at - 2, "yen"
    if sign is None:
        return None
    first = at - 1
    if tokens.at(first - 1) in _COUNTRY_CODES and (
        tokens.glued(first) or tokens.at(first - 1) in ("us", "hk")
    ):
        first -= 1
    return first, sign


def read_bound(tokens: Tokens, at: int) -> tuple[int, Bound | None]:
    """Give the first token of the words of a bound that end before token `at`, and the bound."""
    place = at
    if tokens.at(at - 1) in ("a", "an") and tokens.at(at - 2) in LAST_OF_BOUND:
        place = at - 1
    for phrase in LAST_OF_BOUND.get(tokens.at(place - 1), ()):
        first = place - len(phrase)
        if first >= 0 and tuple(tokens.lower[first:place]) == phrase:
            if phrase == ("over",) and tokens.at(first - 1) in ("all", "took", "taken", "take"):
                return at, None
            return first, BOUNDS[phrase]
    return at, None


def read_bound_after(tokens: Tokens, at: int) -> tuple[int, Bound | None]:
    """Give the token behind "or more", "or so", and the bound."""
    pair = (tokens.at(at), tokens.at(at + 1))
    if pair in AFTER_BOUNDS and not (pair[0] == "and" and tokens.at(at + 2) in ("than", "of")):
        return at + 2, AFTER_BOUNDS[pair]
    if pair[:1] in AFTER_BOUNDS and (pair[0] != "+" or tokens.glued(at)):
        return at + 1, AFTER_BOUNDS[pair[:1]]
    if pair == ("-", "plus"):
        return at + 2, "at_least"
    return at, None


def read_unit(tokens: Tokens, at: int) -> tuple[int, str | None]:
    """Give the token behind a unit at token `at` (a hyphen may join it), and the unit."""
    place = at + 1 if tokens.at(at) in ("-", "‑") and tokens.glued(at) else at
    if tokens.at(place) in LONG_STARTS:
        for length in (3, 2):
            unit = LONG_UNITS.get(tuple(tokens.lower[place : place + length]))
            if unit is not None:
                return place + length, unit
    word = tokens.at(place)
    unit = UNITS.get(word)
    if unit is None or not _fits(tokens, place, word, unit):
        return at, None
    if place > at and unit in TIME_UNITS:
        return at, None  # "a five-year deal": a length of time, told as an adjective
    return place + 1, unit


_LETTER_UNITS: Final = frozenset({"m", "g", "w", "p", "ha", "min", "sec", "b", "mi", "db", "hp"})


def _fits(tokens: Tokens, at: int, word: str, unit: str) -> bool:
    if word in _LETTER_UNITS:
        alone = not tokens.at(at + 1)[:1].isalnum() or tokens.at(at + 1) in (
            "from",
            "of",
            "in",
            "to",
        )
        right = tokens.words[at] == word or word in ("w", "ha")
        return right and (tokens.glued(at) or alone or word in ("ha", "min", "sec"))
    if word == "times":
        return True
    return unit != "points" or tokens.at(at - 1) != "."


def is_no_count(tokens: Tokens, at: int, end: int) -> bool:
    """Tell whether the number at `at` names something, or is a time, an address or a typing slip."""
    before, after = tokens.at(at - 1), tokens.at(end)
    if tokens.glued(at) and at and _glued_to_a_name(tokens, at):
        return True
    if before in NAMED_NUMBERS or (before == "." and tokens.at(at - 2) in ("no", "nos", "pp", "p")):
        return True
    if tokens.kinds[at] != "number":
        return False
    if (before == "[" and after == "]") or _of_coordinates(tokens, at, end):
        return True
    if tokens.glued(end) and _goes_on_in_figures(tokens, end):
        return True
    if _street_follows(tokens, end) or _behind_a_name(tokens, at, end):
        return True
    if before == "," and tokens.at(end) == "," and _age_behind_a_name(tokens, at):
        return True
    return _bare_year(tokens, at, end) or after in ("am", "pm", "a.m", "p.m", "a.m.", "p.m.", "gmt")


def _glued_to_a_name(tokens: Tokens, at: int) -> bool:
    """Tell `Su-35`, `S/2031/17`, `/17`, `:30` and what follows a comma without a space."""
    mark = tokens.at(at - 1)
    if mark in ("-", "‑", "–"):
        word = tokens.at(at - 2)
        return tokens.glued(at - 1) and word[:1].isalnum() and word not in _PREFIXES
    if mark in ("/", ":", "#", "@", "_", "*"):
        return True
    return mark in (",", ".") and tokens.glued(at - 1) and tokens.at(at - 2).isdigit()


def _of_coordinates(tokens: Tokens, at: int, end: int) -> bool:
    """Tell the parts of `33°30′21″N` and of `33.505716`."""
    if tokens.glued(at) and tokens.at(at - 1) in ("°", "′", "'", "’"):
        return True
    behind = tokens.at(end + 1)
    if tokens.at(end) == "°" and tokens.glued(end + 1) and (behind.isdigit() or behind in "nesw"):
        return behind != ""
    return len(tokens.words[at].partition(".")[2]) >= _FINEST and tokens.at(end) not in UNITS


_FINEST: Final = 5
"""Figures behind the point: only a coordinate without a unit has so many."""
_PREFIXES: Final = words("now sub about some under over nearly minus")


def _goes_on_in_figures(tokens: Tokens, end: int) -> bool:
    mark = tokens.at(end)
    if mark in (",", ".", ":", "/") and tokens.glued(end + 1) and tokens.at(end + 1)[:1].isdigit():
        return True
    return mark in ("@", "#", "_")


def _street_follows(tokens: Tokens, end: int) -> bool:
    for place in range(end, min(end + 4, len(tokens))):
        if not tokens.words[place][:1].isupper():
            return False
        if tokens.lower[place] in STREETS:
            return True
    return False


_OPEN_BEFORE: Final = words(
    "the in on at by of to for from and or but with some about around over under nearly almost only "
    "just least than killing wounding as if when while after before since until that all another "
    "between up down with was were is are had has have said says reported i he she it they we you "
    "these those its their his her our my this no each every per estimated total us least"
)


def _behind_a_name(tokens: Tokens, at: int, end: int) -> bool:
    """Tell `Fortune 100`, `Galaxy Note 20`: a capital before, and nothing counted behind."""
    if at == 0 or tokens.glued(at):
        return False
    word = tokens.words[at - 1]
    if word == word.lower() or tokens.lower[at - 1] in _OPEN_BEFORE:
        return False
    if word[1:2] == "" and tokens.at(at - 2) != "&":
        return word not in ("A", "I")
    if word.isupper() and at == 1:
        return counted_phrase(tokens, end) is None
    if word[1:] != word[1:].lower() and word[:1].islower():
        return True  # a product's name
    if (
        at == 1
        or tokens.at(at - 2) in (".", "!", "?", "”", '"', ":")
        or tokens.kinds[at - 2] == ("paragraph")
    ):
        return False
    if "," in tokens.words[at] or tokens.at(end) in UNITS or tokens.at(end) in LONG_STARTS:
        return False
    following = tokens.words[end : end + 1]
    return not following or not following[0][:1].islower() or len(tokens.words[at]) <= 3


def _age_behind_a_name(tokens: Tokens, at: int) -> bool:
    """Tell the age in `Arda Tell, 42, said`."""
    return (
        len(tokens.words[at]) == 2
        and tokens.words[at - 2 : at - 1][:1] != []
        and (tokens.words[at - 2][:1].isupper())
    )


def _bare_year(tokens: Tokens, at: int, end: int) -> bool:
    word = tokens.words[at]
    if len(word) != 4 or not word.isdigit() or not 1800 <= int(word) <= 2100 or end != at + 1:
        return False
    if read_unit(tokens, end)[1] is not None:
        return False
    if int(word) < 1900:
        return tokens.at(at - 1) in ("in", "since", "between", "of", "and", "from", "until", "by")
    return tokens.at(end) not in PERSONS and tokens.at(end) not in THINGS


def behind_name(tokens: Tokens, at: int) -> int:
    """Go on behind what is glued to a number that is none: `555-1234`, `2.1.4`."""
    while tokens.glued(at) and (tokens.at(at)[:1].isdigit() or tokens.at(at) in "-./,:/"):
        at += 1
    return at
