"""Read a stated nothing: `no civilians were killed`, `no casualties`; silence is none."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.figures.phrases import STOPS
from trucewatch.extract.figures.words import COUNTING, COUNTS, PERSONS, THINGS
from trucewatch.extract.lexicons import words

_SILENCE: Final = words(
    "reported reports report information word news confirmed confirmation immediate immediately "
    "known details comment claimed recorded unclear yet"
)
STARTS: Final = words("no none any single")
"""Words at which a stated nothing may begin: `no breach`, `registered none`, `not ... any breach`."""
_COUNT: Final = words("register record count log document detect observe note see")
_NOT: Final = words("not n't never")
_SOME_OF_THEM: Final = words(
    "more further other additional new fresh serious major significant grave gross large such"
)
"""Adjectives that leave others: "no serious violations" does not say that there were none."""
_BEEN: Final = words("were was been")
_BREAKS: Final = frozenset((".", ";", ",", "but", "and"))
_HARM: Final = words("killed wounded hurt injured harmed died")
_REACH: Final = 9
_COUNTED: Final = words("casualties deaths fatalities injuries casualty victims")
_NOUNS: Final = PERSONS | _COUNTED | THINGS.keys()


def read_none(tokens: Tokens, at: int) -> tuple[int, int, int] | None:
    """Give the first token of a stated nothing, its noun and the token behind; None where none is stated.

    `No casualties have been reported` and `no information about casualties` state nothing.
    """
    if tokens.lower[at] == "none":
        harmed = tokens.at(at + 1) in ("of", "were", "was") and _harmed(tokens, at)
        return (at, at, at + 1) if harmed or _counts(tokens, at - 1) else None
    place = _noun_behind(tokens, at)
    if place is None:
        return None
    noun = tokens.at(place)
    if THINGS.get(noun) in ("violations", "attacks"):
        if not _SOME_OF_THEM.isdisjoint(tokens.lower[at:place]):
            return None
        if _counts_none(tokens, at) or _counted_none(tokens, at, place) or _was_none(tokens, at):
            return _denied_at(tokens, at), place, place + 1
    if tokens.lower[at] != "no":
        return None
    if _SILENCE.intersection(tokens.lower[at : place + _REACH]):
        return None
    if noun in _COUNTED:
        return at, place, place + 1
    if noun in PERSONS and _harmed(tokens, place):
        return at, place, place + 1
    violations = THINGS.get(noun) in ("violations", "attacks")
    seen = {"were", "was", "have", "had"}.intersection(tokens.lower[place : place + 4])
    return (at, place, place + 1) if violations and seen else None


def _denied_at(tokens: Tokens, at: int) -> int:
    """Give the token of the negation: of `not register any violations` it stands before the verb."""
    low = max(at - 4, 0)
    return next((place for place in range(at, low - 1, -1) if tokens.lower[place] in _DENYING), at)


_DENYING: Final = _NOT | {"no"}


def _noun_behind(tokens: Tokens, at: int) -> int | None:
    """Give the token of the noun that "no" denies; what may be denied has three words or two hyphens."""
    place, words_seen = at + 1, 0
    while words_seen < _ADJECTIVES and tokens.at(place) not in _NOUNS:
        joins = tokens.at(place) == "-" and place > at + 1
        if tokens.at(place) in STOPS or not (joins or tokens.at(place)[:1].isalpha()):
            return None
        words_seen += not joins and tokens.at(place - 1) != "-"
        place += 1
    following = tokens.at(place + 1)
    compound = THINGS.get(tokens.at(place)) == "shells" and following in _NOUNS
    return place + 1 if compound else place


_ADJECTIVES: Final = 2
"""Words between "no" and its noun."""


def _counts(tokens: Tokens, at: int) -> bool:
    """Tell whether a token is the verb of who counts: `registered`, in no sentence with "if" or "not"."""
    if tokens.at(at) not in COUNTING:
        return False
    before = tokens.lower[max(at - 2, 0) : at]
    return _NOT.isdisjoint(before) and _OPEN.isdisjoint(tokens.lower[max(at - _REACH, 0) : at])


_OPEN: Final = words("if unless whether until should would could may might will")


def _counts_none(tokens: Tokens, at: int) -> bool:
    """Tell `registered no violations`, `did not register any violations`, `not ... a single one`."""
    if tokens.lower[at] == "no":
        return _counts(tokens, at - 1)
    verb = at - 2 if tokens.lower[at] == "single" and tokens.at(at - 1) in ("a", "one") else at - 1
    negated = not _NOT.isdisjoint(tokens.lower[max(verb - 2, 0) : verb])
    counted = tokens.at(verb) in _COUNT or tokens.at(verb) in COUNTING
    certain = _OPEN.isdisjoint(tokens.lower[max(verb - _REACH, 0) : verb])
    return negated and counted and certain and tokens.at(verb - 1) != "yet"


def _was_none(tokens: Tokens, at: int) -> bool:
    """Tell `there were no violations`; `there are no violations reported` is silence."""
    told = tokens.at(at - 1) in _BEEN and tokens.at(at) == "no"
    there = "there" in tokens.lower[max(at - 4, 0) : at]
    return told and there and _SILENCE.isdisjoint(tokens.lower[at : at + _REACH])


def _counted_none(tokens: Tokens, first: int, at: int) -> bool:
    """Tell `no violations of the ceasefire were registered`: who counts them told that there were none."""
    single = tokens.lower[first] == "single" and tokens.at(first - 2) in _NOT
    if tokens.lower[first] != "no" and not single:
        return False
    for place in range(at + 1, at + _REACH):
        if tokens.at(place) in _BREAKS:
            return False
        if tokens.at(place) in COUNTING:
            return tokens.at(place - 1) in _BEEN or place == at + 1
    return False


def _harmed(tokens: Tokens, at: int) -> bool:
    return any(word in _HARM and word in COUNTS for word in tokens.lower[at : at + _REACH])
