"""Read a stated nothing: `no civilians were killed`, `no casualties`; silence is none."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.figures.phrases import STOPS
from trucewatch.extract.figures.words import COUNTS, PERSONS, THINGS
from trucewatch.extract.lexicons import words

_SILENCE: Final = words(
    "reported reports report information word news confirmed confirmation immediate immediately "
    "known details comment claimed recorded unclear yet"
)
_COUNTED_THEM: Final = words("registered recorded counted logged detected observed")
_BEEN: Final = words("were was been")
_BREAKS: Final = frozenset((".", ";", ",", "but", "and"))
_HARM: Final = words("killed wounded hurt injured harmed died")
_REACH: Final = 9
_COUNTED: Final = words("casualties deaths fatalities injuries casualty victims")
_NOUNS: Final = PERSONS | _COUNTED | THINGS.keys()


def read_none(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Give the noun behind "no" and the token behind what it says; None where nothing is stated.

    `No casualties have been reported` and `no information about casualties` state nothing.
    """
    if tokens.lower[at] == "none":
        return (
            (at, at + 1)
            if tokens.at(at + 1) in ("of", "were", "was") and _harmed(tokens, at)
            else None
        )
    place = at + 1
    while place < at + 3 and tokens.at(place) not in _NOUNS:
        if tokens.at(place) in STOPS or not tokens.at(place)[:1].isalpha():
            return None
        place += 1
    noun = tokens.at(place)
    if THINGS.get(noun) == "violations" and _counted_none(tokens, place):
        return place, place + 1
    if _SILENCE.intersection(tokens.lower[at : place + _REACH]):
        return None
    if noun in _COUNTED:
        return place, place + 1
    if noun in PERSONS and _harmed(tokens, place):
        return place, place + 1
    violations = THINGS.get(noun) in ("violations", "attacks")
    seen = {"were", "was", "have", "had"}.intersection(tokens.lower[place : place + 4])
    return (place, place + 1) if violations and seen else None


def _counted_none(tokens: Tokens, at: int) -> bool:
    """Tell `no violations of the ceasefire were registered`: who counts them told that there were none."""
    for place in range(at + 1, at + _REACH):
        if tokens.at(place) in _BREAKS:
            return False
        if tokens.at(place) in _COUNTED_THEM:
            return tokens.at(place - 1) in _BEEN
    return False


def _harmed(tokens: Tokens, at: int) -> bool:
    return any(word in _HARM and word in COUNTS for word in tokens.lower[at : at + _REACH])
