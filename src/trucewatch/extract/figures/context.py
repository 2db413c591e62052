"""What became of those counted (killed, wounded, displaced ...), told by the words around a figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.figures.words import AREAS, COUNTS, FIGHTERS, PERSONS, THINGS

REACH: Final = 18
"""Tokens looked at to either side: a clause of news text is shorter."""

_BE: Final = frozenset("was were been be being are is got".split())
_ACTIVE: Final = frozenset(
    "killed killing kill kills wounded wounding wound wounds injured injuring injure displaced "
    "displacing displace arrested arresting detained detaining captured capturing freed freeing "
    "released releasing poisoned abducted kidnapped hospitalised hospitalized evacuated "
    "executed murdered".split()
)
"""Verbs whose object may be the figure behind them."""
_SUBSET: Final = frozenset("including include includes among".split())
_LEFT_WORDS: Final = frozenset(
    "killed dead deaths death toll fatalities wounded injured casualties displaced killing "
    "wounding injuring detained arrested freed released poisoned missing".split()
)
_HOME: Final = ("home", "to")
_HOLDING: Final = frozenset(
    "control controls controlled held hold holds holding seized captured".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands among the tokens of its sentence: its own tokens, and its neighbours.

    `begin` and `stop` bound the sentence; `previous_end` and `next_begin` are the figures beside it.
    """

    begin: int
    first: int
    end: int
    stop: int
    previous_end: int
    next_begin: int


def counts_of(
    tokens: Tokens, place: Place, noun: str, unit: str | None, inherited: str | None
) -> str | None:
    """Give what a figure counts, or None.

    `noun` is the head of what is counted; `inherited` is what the figure before counts, for a part
    of it ("including five children").
    """
    own = COUNTS.get(noun)
    if own is not None and noun not in ("lives",):
        return _with_wounded(tokens, place.end, own)
    told = _object_of(tokens, place)
    if told is None and inherited is not None and _is_part(tokens, place):
        return inherited
    if told is None:
        told = _told_behind(tokens, place)
    if told is None and (noun in PERSONS or not noun) and unit in (None, "people", "families"):
        told = _told_before(tokens, place, noun)
    if told is not None and (noun in PERSONS or not noun or noun not in THINGS):
        return told if unit not in ("percent", "km", "m", "miles") else None
    return _counted_itself(tokens, place, noun, unit)


def _counted_itself(tokens: Tokens, place: Place, noun: str, unit: str | None) -> str | None:
    if unit == "percent" and noun:
        held = any(word in _HOLDING for word in tokens.lower[place.begin : place.stop])
        return "territory" if noun in AREAS or held else None
    if unit in ("km2", "square miles", "hectares"):
        return "territory"
    if noun in THINGS:
        return THINGS[noun]
    if unit == "people" or noun in PERSONS:
        if tuple(tokens.lower[max(place.first - 2, 0) : place.first]) == _HOME:
            return "population"
        behind = tokens.lower[place.end : place.end + 4]
        if ("live" in behind or "living" in behind or "lived" in behind) and "people" in (
            unit,
            noun,
        ):
            return "population"
        if "population" in tokens.lower[max(place.first - 5, place.begin) : place.first]:
            return "population"
    if noun in FIGHTERS:
        return "fighters"
    return None


def _object_of(tokens: Tokens, place: Place) -> str | None:
    """Read `killing 12`, `left 5 dead and wounded another 7`: the verb stands right before."""
    at = place.first - 1
    while at >= place.begin and tokens.lower[at] in (
        "the",
        "another",
        "a",
        "total",
        "of",
        "also",
        "up",
    ):
        at -= 1
    word = tokens.at(at)
    if at < place.begin or word not in _ACTIVE or at < place.previous_end:
        return None
    if tokens.at(at - 1) in _BE and tokens.at(place.first) not in ("another",):
        return None
    if tokens.at(at - 1) in ("and", "or") and tokens.at(at - 2) in COUNTS:
        return _pair(COUNTS[tokens.at(at - 2)], COUNTS[word])
    return COUNTS.get(word)


def _pair(one: str, other: str) -> str:
    return "killed and wounded" if {one, other} == {"killed", "wounded"} else other


def _with_wounded(tokens: Tokens, at: int, own: str) -> str:
    if (
        own == "killed"
        and tokens.at(at) in ("and", "or")
        and COUNTS.get(tokens.at(at + 1)) == "wounded"
    ):
        return "killed and wounded"
    return own


def _is_part(tokens: Tokens, place: Place) -> bool:
    """Tell whether the figure is a part of the one before: `including five`, `five of them`."""
    before = tokens.lower[max(place.first - 3, place.begin) : place.first]
    if not _SUBSET.isdisjoint(before):
        return True
    return tokens.at(place.end) == "of" and tokens.at(place.end + 1) in ("them", "whom", "those")


def _told_behind(tokens: Tokens, place: Place) -> str | None:
    """Read `12 people were killed`, `12, including 3 children, died`."""
    limit = min(place.stop, place.end + REACH)
    at = place.end
    while at < limit:
        word = tokens.lower[at]
        if word in (";", "(", "while", "whereas") and at > place.end:
            return None
        if word in _SUBSET or (
            word in (",", "(") and _SUBSET.intersection(tokens.lower[at : at + 2])
        ):
            at = _behind_subset(tokens, at, limit)
            continue
        if at >= place.next_begin and word not in COUNTS:
            return None
        told = COUNTS.get(word)
        if told is not None and word not in ("toll", "lives"):
            if word in _ACTIVE and _has_object(tokens, at, place):
                return None
            return _with_wounded(tokens, at + 1, told)
        at += 1
    return None


def _behind_subset(tokens: Tokens, at: int, limit: int) -> int:
    """Skip `, including 3 children,` up to the comma that closes it."""
    place = at + 1
    while place < limit and tokens.lower[place] not in (
        ",",
        ")",
        "were",
        "was",
        "have",
        "had",
        "died",
    ):
        place += 1
    return place + 1 if tokens.at(place) in (",", ")") else place


def _has_object(tokens: Tokens, at: int, place: Place) -> bool:
    """Tell whether a verb takes the next figure for its object: "7 rebels killed 12 soldiers"."""
    if tokens.at(at - 1) in (*_BE, "and", "or") or tokens.at(at - 1).endswith("ly"):
        return False
    near = at < place.next_begin <= at + 4
    return near and not {",", "and", "or", ";"}.intersection(
        tokens.lower[at + 1 : place.next_begin]
    )


def _told_before(tokens: Tokens, place: Place, noun: str) -> str | None:
    """Read `the death toll rose to 34`, `wounding dozens, 12 of them`."""
    del noun
    low = max(place.begin, place.previous_end, place.first - REACH)
    for at in range(place.first - 1, low - 1, -1):
        word = tokens.lower[at]
        if word in (";", "while", "whereas"):
            return None
        if word in _LEFT_WORDS:
            return "killed" if word == "toll" else COUNTS.get(word)
    return None
