"""Idioms that tell what became of people: `lost their lives`, `claimed the lives of`, `among the dead`."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.figures.words import COUNTS
from trucewatch.extract.lexicons import words

LIVES: Final = words("life lives")
"""Nouns that are counted as deaths only where something took them."""
_THEIRS: Final = words("their his her its")
_LOSING: Final = words("lost lose loses losing gave given giving sacrificed sacrificing forfeited")
_PAYING: Final = words("paid pay pays paying")
_TAKING: Final = words(
    "claimed claim claims claiming took take takes taken taking cost costs costing lost lose loses "
    "losing loss ended ending"
)
"""Verbs and nouns of what takes lives, and of whom it takes them from."""
_REACH: Final = 5
_SURELY: Final = words("fatally mortally")
_BE: Final = words("was were is are be been being")


def lost_life(tokens: Tokens, at: int) -> bool:
    """Tell whether a token is the "lives" of `lost their lives`, `paid with their lives`."""
    if tokens.at(at) not in LIVES or tokens.at(at - 1) not in _THEIRS:
        return False
    if tokens.at(at - 2) == "with":
        return tokens.at(at - 3) in _PAYING
    return tokens.at(at - 2) in _LOSING


def lives_were_taken(tokens: Tokens, begin: int, first: int, stop: int) -> bool:
    """Tell whether lives told from `first` on were taken (`claimed nine lives`, `nine lives were lost`).

    `saved nine lives` and `threatens nine lives` tell of nobody's death.
    """
    before = tokens.lower[max(begin, first - _REACH) : first]
    behind = tokens.lower[first : min(first + _REACH, stop)]
    return not _TAKING.isdisjoint(before) or not _TAKING.isdisjoint(behind)


def became(tokens: Tokens, at: int) -> str | None:
    """Give what a word tells of people; `fatally wounded` are killed."""
    told = COUNTS.get(tokens.at(at))
    return "killed" if told == "wounded" and tokens.at(at - 1) in _SURELY else told


def among(tokens: Tokens, at: int, end: int) -> str | None:
    """Read `were among the dead`, `seven among those wounded`, from the word "among".

    `end` is the token behind the number; "12 hurt, among the dead a child" tells nothing of the 12.
    """
    if tokens.at(at) not in ("among", "amongst"):
        return None
    if at != end and tokens.at(at - 1) not in _BE:
        return None
    place = at + 1
    while tokens.at(place) in ("the", "those", "who", "people", *_BE):
        place += 1
    return became(tokens, place) if place > at + 1 else None
