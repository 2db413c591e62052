"""Numbers that claim something, each with bound, unit and what is counted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from trucewatch.core.reading import Bound
from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.figures.measures import (
    behind_name,
    is_no_count,
    read_bound,
    read_bound_after,
    read_currency,
    read_unit,
)
from trucewatch.extract.figures.nothing import STARTS as NOTHING
from trucewatch.extract.figures.nothing import read_none
from trucewatch.extract.figures.numbers import STARTS, Number, read_number
from trucewatch.extract.figures.phrases import counted_phrase, share_phrase
from trucewatch.extract.figures.ranges import is_no_range, read_range
from trucewatch.extract.figures.subjects import (
    phrase_before,
    phrase_behind,
    phrase_ending,
    phrase_in,
)
from trucewatch.extract.figures.words import (
    MONEY,
    PERSONS,
    THINGS,
    TIME_UNITS,
    UNITS,
)
from trucewatch.extract.lexicons import words

_BARE_WORDS: Final = words("dead wounded injured missing displaced deaths fatalities injuries")
PEOPLE: Final = frozenset({"people", "families", "households"})
_NOT_ONE: Final = words(
    "of another day thing more such time who that to can could would is was in for and or by with "
    "which will must should may has had on at as from the a i they we he she it you whose being if "
    "way the only last , . ; : ) ” \" ' ’ ? ! -"
)
_BEFORE_NOT_ONE: Final = words("no the this that any every each which another only 's ’s some")
_LISTING: Final = frozenset({":", ",", ";", "and", "–", "—"})
_PRONOUNS: Final = words("the these those us you we they all other last first")
SENTENCE_REACH: Final = 60
"""Tokens to either side of a figure that can say what it is: no rule sees unbounded text."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number with what stands about it, by its tokens."""

    first: int
    end: int
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    of: tuple[int, int] | None
    noun: str
    confidence: float


def sentence_around(tokens: Tokens, first: int, end: int, ends: Sequence[int]) -> tuple[int, int]:
    """Give the sentence around some tokens, cut where it is longer than any that says something."""
    place = bisect_right(ends, first)
    begin = ends[place - 1] if place else 0
    stop = ends[place] if place < len(ends) else len(tokens)
    return max(begin, first - SENTENCE_REACH), max(min(stop, end + SENTENCE_REACH), end)


def with_twins(tokens: Tokens, claims: list[Claim]) -> list[Claim]:
    """Let a conversion in brackets be of what the figure before it is: `9 miles (14 km)`."""
    for number in range(1, len(claims)):
        one, other = claims[number - 1], claims[number]
        beside = other.first - one.end <= 2 and tokens.at(other.first - 1) == "("
        if beside and one.of and other.unit and one.unit and one.unit not in PEOPLE:
            claims[number] = replace(other, of=one.of, noun=one.noun)
    return claims


def find_claims(tokens: Tokens, blocked: set[int], ends: Sequence[int]) -> Iterator[Claim]:
    """Give the claims of a stretch; `blocked` tokens are inside dates, `ends` are of sentences."""
    at, end, last = 0, len(tokens), 0
    while at < end:
        word = tokens.lower[at]
        if tokens.kinds[at] == "number" or word in STARTS:
            if at not in blocked:
                claim, behind = _claim_at(tokens, at, blocked, ends)
                if claim is not None and blocked.isdisjoint(range(claim.first, claim.end)):
                    yield replace(claim, first=max(claim.first, last))
                    last = claim.end
                at = max(behind, at + 1)
                continue
        elif word in NOTHING:
            nothing = _nothing_at(tokens, at)
            if nothing is not None and blocked.isdisjoint(range(nothing.first, nothing.end)):
                yield replace(nothing, first=max(nothing.first, last))
                at = last = nothing.end
                continue
        at += 1


def _nothing_at(tokens: Tokens, at: int) -> Claim | None:
    found = read_none(tokens, at)
    if found is None:
        return None
    first, noun, end = found
    of = (noun, end) if noun > at else None
    unit = "people" if tokens.at(noun) in PERSONS else None
    head = tokens.at(noun) if of or tokens.at(end) in ("of", "were", "was") else ""
    return Claim(first, end, 0.0, 0.0, "exact", unit, of, head, 0.7)


@dataclass(frozen=True, slots=True)
class Raw:
    """A number with its bound and unit; `begin` is where its sentence begins."""

    begin: int
    start: int
    end: int
    number: Number
    values: tuple[float, ...]
    bound: Bound | None
    unit: str | None


def _claim_at(
    tokens: Tokens, at: int, blocked: set[int], ends: Sequence[int]
) -> tuple[Claim | None, int]:
    """Read the claim whose number begins at a token, and the token to go on from."""
    currency = read_currency(tokens, at)
    first = currency[0] if currency else at
    number = read_number(tokens, at, money=currency is not None)
    if number is None:
        return None, at + 1
    if currency is None and is_no_count(tokens, at, number.end):
        return None, behind_name(tokens, number.end)
    if _is_length_before_noun(tokens, number.end):
        return None, number.end + 2
    values, end, unit = _reach_of(tokens, at, number, currency[1] if currency else None)
    if not values:
        return None, end
    sign = -1.0 if _is_negative(tokens, first, at) else 1.0
    if sign < 0 and currency is None:
        first = at - 1 if tokens.at(at - 1) == "minus" else at - 2
    start, bound = read_bound(tokens, first)
    if not blocked.isdisjoint(range(start, end)):
        start = first
        if not blocked.isdisjoint(range(first, end)):
            return None, number.end
    begin = sentence_around(tokens, start, end, ends)[0]
    signed = tuple(sorted(sign * value for value in values))
    return _settle(tokens, at, Raw(begin, start, end, number, signed, bound, unit)), end


def _is_length_before_noun(tokens: Tokens, at: int) -> bool:
    """Tell `five-year` of a five-year deal: a length, no count; `12-year-old` is one."""
    timed = tokens.at(at) == "-" and UNITS.get(tokens.at(at + 1)) in TIME_UNITS
    return timed and read_unit(tokens, at)[1] is None


def _reach_of(
    tokens: Tokens, at: int, number: Number, currency: str | None
) -> tuple[tuple[float, ...], int, str | None]:
    """Give the one or two values of a number, the token behind and the unit; no value for a score."""
    end, unit = read_unit(tokens, number.end)
    if currency and (unit is None or unit in MONEY):
        unit = currency
    other = read_range(tokens, at, number, unit)
    if other is None:
        return (number.value,), end, number.unit or unit
    if not other.end:
        return (), other.skip, None
    values, end, unit = (other.low, other.high), other.end, other.unit or unit
    if is_no_range(tokens, at, values, unit, end):
        return (), end, None
    return values, end, unit


def _is_negative(tokens: Tokens, first: int, at: int) -> bool:
    """Tell `minus 5`, `minus-5`, `$-5`."""
    if first < at and tokens.at(at - 1) in ("-", "−"):
        return True
    return tokens.at(at - 1) == "minus" or (
        tokens.at(at - 1) == "-" and tokens.at(at - 2) == "minus"
    )


def _settle(tokens: Tokens, at: int, raw: Raw) -> Claim | None:
    """Add what is counted to a number; None where the number claims nothing."""
    number, unit = raw.number, raw.unit
    end, later = read_bound_after(tokens, raw.end)
    if later is not None and unit is None:
        end, unit = read_unit(tokens, end)
    if number.vague and tokens.at(end) == "of" and tokens.at(end + 1) in UNITS:
        end, unit = end + 2, UNITS[tokens.at(end + 1)]
    of = _counted(tokens, end, number, unit)
    aged = tokens.at(end - 1) in ("old", "olds")
    if of is None and unit and unit not in PEOPLE and (unit not in TIME_UNITS or aged):
        of = _measured(tokens, raw.begin, raw.start, end, unit)
    if not _is_claimed(tokens, at, end, number, unit, of):
        return None
    of, noun, unit = _name_counted(tokens, end, of, unit)
    bound = "range" if len(raw.values) == 2 else raw.bound or later or number.bound
    low, high = _ends(raw.values, bound)
    sure = 0.5 if number.vague else 0.8 if number.worded else 0.9
    return Claim(raw.start, end, low, high, bound, unit, of, noun, sure)


def _name_counted(
    tokens: Tokens, end: int, of: tuple[int, int] | None, unit: str | None
) -> tuple[tuple[int, int] | None, str, str | None]:
    """Give what is counted, its head, and the unit that the head makes ("civilians": people)."""
    if unit in PEOPLE:
        return (end - 1, end), tokens.at(end - 1), unit
    noun = tokens.at(of[1] - 1) if of else ""
    if unit is None and noun in PERSONS:
        unit = "people"
    elif unit is None and noun in THINGS and THINGS[noun] != "population":
        unit = noun
    if of is not None and of[1] - of[0] == 1 and noun in _BARE_WORDS:
        of = None
    return of, noun, unit


def _ends(values: tuple[float, ...], bound: Bound) -> tuple[float | None, float | None]:
    if bound in ("at_least", "more_than"):
        return values[0], None
    if bound in ("at_most", "less_than"):
        return None, values[0]
    return values[0], values[-1]


def _measured(
    tokens: Tokens, begin: int, start: int, end: int, unit: str
) -> tuple[int, int] | None:
    """Give what a measure without "of" is of; a distance has only what stands behind it."""
    behind = phrase_behind(tokens, end)
    if behind is None and unit in MONEY:
        behind = phrase_in(tokens, end)
    if behind is not None:
        return behind
    if tokens.at(end) in ("deep", "wide", "long", "high"):
        sized = phrase_ending(tokens, start)
        if sized is not None:
            return sized
    free = unit in MONEY or unit in ("percent", "points", "degrees")
    return phrase_before(tokens, start, begin, only_being=not free)


def _counted(tokens: Tokens, end: int, number: Number, unit: str | None) -> tuple[int, int] | None:
    if tokens.at(end) == "of" and tokens.at(end + 1) in ("them", "whom"):
        place = end + 2 + (tokens.at(end + 2) in ("were", "are", "was"))
        return counted_phrase(tokens, place)
    if unit == "percent":
        articled = number.unit == "percent" and tokens.at(end) in (
            "the",
            "its",
            "their",
            "all",
            "that",
        )
        return share_phrase(tokens, end) if tokens.at(end) == "of" or articled else None
    if unit is None or unit in ("cases", "times", "points", "shares"):
        single = number.value == 1 or tokens.at(end) == "-"
        return counted_phrase(tokens, end, single=single) if unit is None else None
    if tokens.at(end) == "of" and unit not in MONEY and unit not in TIME_UNITS:
        return counted_phrase(tokens, end + 1, single=True)
    return None


def _is_one_of_a_list(tokens: Tokens, at: int) -> bool:
    """Tell `one` of `: one in P, four in Q`: a place behind it, and another number beside it."""
    where = tokens.words[at + 2 : at + 3]
    if tokens.at(at + 1) != "in" or not where or not where[0][:1].isupper():
        return False
    if tokens.at(at - 1) not in _LISTING:
        return False
    around = range(max(at - _NEIGHBOURS, 0), min(at + _NEIGHBOURS, len(tokens)))
    return any(
        place != at
        and tokens.at(place + 1) == "in"
        and (tokens.kinds[place] == "number" or tokens.lower[place] in STARTS)
        for place in around
    )


_NEIGHBOURS: Final = 8
"""Tokens to either side of a part of a list in which another stands."""


def _is_claimed(
    tokens: Tokens, at: int, end: int, number: Number, unit: str | None, of: tuple[int, int] | None
) -> bool:
    """Tell whether a number claims something: "one" and small words must count a noun."""
    word, before = tokens.lower[at], tokens.at(at - 1)
    if word == "one" and end == at + 1 and unit is None:
        if _is_one_of_a_list(tokens, at):
            return True
        return of is not None and tokens.at(end) not in _NOT_ONE and before not in _BEFORE_NOT_ONE
    if unit == "families" and word == "one" and before == "of":
        return False
    if word == "zero" and unit is None and of is None:
        return False
    if number.vague and word in ("several", "few", "a"):
        noun = tokens.at(of[1] - 1) if of else ""
        return number.power > 1 or unit == "people" or noun in PERSONS or noun in THINGS
    if number.worded and unit is None and of is None and number.value <= 20:
        return before not in _PRONOUNS and not tokens.at(end)[:1].isupper()
    if unit == "times" and word in ("twice", "thrice"):
        return before == "(" or tokens.at(end) in ("as", "the", "that")
    return True
