"""What became of those counted (killed, wounded, displaced ...), told by the words around a figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.figures.fates import LIVES, among, became, lives_were_taken, lost_life
from trucewatch.extract.figures.phrases import LONGEST, STOPS
from trucewatch.extract.figures.words import (
    AREAS,
    CHANGES,
    COUNTING,
    COUNTS,
    FIGHTERS,
    PERSONS,
    THINGS,
)
from trucewatch.extract.lexicons import words

REACH: Final = 18
"""Tokens looked at to either side: a clause of news text is shorter."""
NEAR: Final = 12
"""Tokens between a figure and a bare one that goes on counting the same ("3 here, 7 there")."""

_BE: Final = words("was were been be being are is got")
_ACTIVE: Final = words(
    "killed killing kill kills wounded wounding wound wounds injured injuring injure displaced "
    "displacing displace arrested arresting detained detaining captured capturing freed freeing "
    "released releasing poisoned abducted kidnapped hospitalised hospitalized evacuated "
    "executed murdered"
)
"""Verbs whose object may be the figure behind them."""
_SUBSET: Final = words("including include includes among")
_LEFT_WORDS: Final = words(
    "killed dead deaths death toll fatalities wounded injured casualties displaced killing "
    "wounding injuring detained arrested freed released poisoned missing"
)
_ARTICLES: Final = words("the another a total of also up further additional")
_BREAKS: Final = frozenset((";", "while", "whereas"))
_JOINED: Final = frozenset((",", "and", "of", "or"))
_HOME: Final = ("home", "to")
_HOLDING: Final = words("control controls controlled held hold holds holding seized captured")
_LIVING: Final = words("live living lived inhabit inhabited")
_PASSED: Final = frozenset((",", ")", "were", "was", "have", "had", "died"))
_PLAIN: Final = words("in on and at by of from over during near around")
"""Words behind a figure that begin no clause of its own."""
_THEM: Final = words("them whom those")
_AUXILIARIES: Final = words("has have had was were been later also then since subsequently soon")
_BECAME: Final = words("died dead perished fled succumbed life lives")
"""What tells of its subject without a passive."""
_JOINT: Final = 6
"""Tokens between a figure and one that shares its verb: a noun phrase, a comma, "and"."""
_SUMS: Final = words("total number tally bring brings bringing brought")
EVENTS: Final = frozenset(COUNTS.values()) | {"violations", "attacks", "shells", "patrols"}
"""Counts of what happened; all others are of what there is."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: its own tokens, its sentence's, and the figures beside it.

    `previous_end` is where the one before ends, `begins` where those behind it in the sentence
    begin; `bare` is a number without noun or unit.
    """

    begin: int
    first: int
    end: int
    stop: int
    previous_end: int
    begins: tuple[int, ...]
    bare: bool


def counts_of(
    tokens: Tokens, place: Place, noun: str, unit: str | None, inherited: str | None
) -> str | None:
    """Give what a figure counts, or None.

    `noun` is the head of what is counted; `inherited` is what the figure before it in the sentence
    counts, for a part of it ("including five children") or a bare number that goes on.
    """
    own = COUNTS.get(noun)
    if own is not None:
        if noun in LIVES and not lives_were_taken(tokens, place.begin, place.first, place.stop):
            return None
        return _own_end(tokens, place, noun) or _with_wounded(tokens, place.end, own)
    told: str | None = None
    if unit in (None, "people", "families", "households") and THINGS.get(noun) in _LIVING_THINGS:
        told = _object_of(tokens, place) or _own_end(tokens, place)
        alike = noun in PERSONS or place.bare
        if told is None and inherited is not None and alike and _is_part(tokens, place):
            return inherited
        told = told or _told_behind(tokens, place) or _told_before(tokens, place)
        if told is None and alike and _is_joined(tokens, place, noun):
            told = inherited if inherited in COUNTS.values() else None
    if told is None and place.bare:
        told = _changed(tokens, place) or _goes_on(tokens, place, inherited)
    return told or _counted_itself(tokens, place, noun, unit)


_LIVING_THINGS: Final = frozenset((None, "population"))


def _counted_itself(tokens: Tokens, place: Place, noun: str, unit: str | None) -> str | None:
    if unit == "percent" and noun:
        held = not _HOLDING.isdisjoint(tokens.lower[place.begin : place.stop])
        if noun in AREAS or (held and noun not in PERSONS and noun not in THINGS):
            return "territory"
    if unit in ("km2", "square miles", "hectares"):
        return "territory"
    if noun in THINGS:
        return THINGS[noun]
    if (unit == "people" or noun in PERSONS) and _is_population(tokens, place, noun):
        return "population"
    if noun in ("prisoners", "prisoner", "detainees", "detainee", "hostages", "captives"):
        return "detained"
    return "fighters" if noun in FIGHTERS else None


def _is_population(tokens: Tokens, place: Place, noun: str) -> bool:
    if tuple(tokens.lower[max(place.first - 2, 0) : place.first]) == _HOME:
        return True
    lives = not _LIVING.isdisjoint(tokens.lower[place.end : place.end + 4])
    if lives and noun in ("people", "civilians", "residents", "persons"):
        return True
    return "population" in tokens.lower[max(place.first - 5, place.begin) : place.first]


def _object_of(tokens: Tokens, place: Place) -> str | None:
    """Read `killing 12`, `left 5 dead and wounded another 7`: the verb stands right before."""
    at = place.first - 1
    while at >= place.begin and tokens.lower[at] in _ARTICLES:
        at -= 1
    word = tokens.at(at)
    if at < max(place.begin, place.previous_end):
        return None
    if word in LIVES and tokens.at(at + 1) == "of":
        return "killed" if lives_were_taken(tokens, place.begin, at, at) else None
    if word not in _ACTIVE:
        return None
    if tokens.at(at - 1) in _BE:
        return None
    before = tokens.at(at - 2)
    if tokens.at(at - 1) in ("and", "or") and before in COUNTS and at - 2 >= place.previous_end:
        return _pair(COUNTS[before], COUNTS[word])
    return COUNTS[word]


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
    before = tokens.lower[max(place.first - 3, place.previous_end) : place.first]
    if not _SUBSET.isdisjoint(before):
        return True
    return tokens.at(place.end) == "of" and tokens.at(place.end + 1) in ("them", "whom", "those")


def _own_end(tokens: Tokens, place: Place, noun: str = "") -> str | None:
    """Read `three of them later died`: what became of a part by its own verb, not by the whole's."""
    if tokens.at(place.end) != "of":
        return None
    whole = tokens.lower[place.end + 1 : min(place.end + 1 + LONGEST, place.stop)]
    named = noun in COUNTS and noun in whole
    if not named and tokens.at(place.end + 1) not in _THEM:
        return None
    at = place.end + 2 + (whole.index(noun) if named else 0)
    while tokens.at(at) in _AUXILIARIES:
        at += 1
    if lost_life(tokens, at + 2):
        return "killed"
    alone = at < place.stop and tokens.at(at - 1) not in ("the", "those")
    return became(tokens, at) if alone else None


def _is_joined(tokens: Tokens, place: Place, noun: str) -> bool:
    """Tell whether a figure shares the verb of the one before: `killed three women and two children`.

    No verb of its own may follow it, and nothing but the other's noun may stand between.
    """
    between = tokens.lower[place.previous_end : place.first]
    if place.previous_end <= place.begin or not 0 < len(between) <= _JOINT:
        return False
    if between[-1] not in (",", "and") or not STOPS.isdisjoint(between[:-1]) or not noun:
        return False
    low, high = place.end, min(place.end + LONGEST, place.stop)
    behind = next((at + 1 for at in range(low, high) if tokens.lower[at] == noun), place.stop)
    following = tokens.at(behind)
    return not following[:1].isalnum() or following in _PLAIN


def _told_behind(tokens: Tokens, place: Place) -> str | None:
    """Read `12 people were killed`, `12, including 3 children, died`."""
    if tokens.lower[max(place.first - 3, 0) : place.first] == ["none", "of", "the"]:
        return None
    limit = min(place.stop, place.end + REACH)
    at, passed = place.end, False
    while at < limit:
        word = tokens.lower[at]
        if word in _BREAKS and at > place.end:
            return None
        counted_among = among(tokens, at, place.end)
        if counted_among is not None:
            return counted_among
        if word in _SUBSET or (word in (",", "(") and tokens.at(at + 1) in _SUBSET):
            at = _behind_subset(tokens, at + 1, limit)
            continue
        if at in place.begins:
            of_the = tokens.at(at - 1) == "the" and tokens.at(at - 2) == "of"
            if tokens.at(at - 1) not in _JOINED and not of_the:
                return None
            passed = True  # "nine soldiers and five rebels were killed"
        told = _tells(tokens, at, place)
        if told is not None and (not passed or _passive(tokens, at)):
            return told
        if told is not None or (word in COUNTS and word in _ACTIVE):
            return None
        at += 1
    return None


def _tells(tokens: Tokens, at: int, place: Place) -> str | None:
    word = tokens.lower[at]
    if word in ("homes", "houses") and tokens.at(at - 1) == "their":
        return "displaced"
    if word in ("hospital", "hospitals") and tokens.at(at - 1) in ("in", "to"):
        return "hospitalised"
    if lost_life(tokens, at):
        return "killed"
    told = became(tokens, at)
    if told is None or word == "toll" or word in LIVES:
        return None
    if word == "death" and tokens.at(at - 1) == "to":
        return None
    if word in _ACTIVE and _has_object(tokens, at, place):
        return None
    return _with_wounded(tokens, at + 1, told)


def _passive(tokens: Tokens, at: int) -> bool:
    return tokens.at(at - 1) in _BE or tokens.lower[at] in _BECAME


def _behind_subset(tokens: Tokens, at: int, limit: int) -> int:
    """Skip `, including 3 children,` up to what closes it."""
    place = at
    while place < limit and tokens.lower[place] not in _PASSED:
        place += 1
    return place + 1 if tokens.at(place) in (",", ")") else max(place, at)


def _has_object(tokens: Tokens, at: int, place: Place) -> bool:
    """Tell whether a verb takes the next figure for its object: "7 rebels killed 12 soldiers"."""
    if tokens.at(at - 1) in (*_BE, "and", "or") or tokens.at(at - 1).endswith("ly"):
        return False
    following = min((begin for begin in place.begins if begin > at), default=at + REACH)
    between = tokens.lower[at + 1 : following]
    return (
        following <= at + 4
        and _BREAKS.isdisjoint(between)
        and not {",", "and", "or"} & set(between)
    )


def _told_before(tokens: Tokens, place: Place) -> str | None:
    """Read `the death toll rose to 34`, `the dead: 12`."""
    low = max(place.begin, place.previous_end, place.first - REACH)
    for at in range(place.first - 1, low - 1, -1):
        word = tokens.lower[at]
        if word in _BREAKS:
            return None
        if word in _LEFT_WORDS:
            return "killed" if word == "toll" else COUNTS.get(word)
    return None


def _changed(tokens: Tokens, place: Place) -> str | None:
    """Read `attacks fell from 773 to 197`: what changed stands before the verb."""
    low = max(place.begin, place.first - REACH)
    words = tokens.lower[low : place.first]
    if CHANGES.isdisjoint(words) and _SUMS.isdisjoint(words):
        return None
    for word in reversed(words):
        if word in THINGS or word in _LEFT_WORDS:
            return "killed" if word == "toll" else THINGS.get(word) or COUNTS.get(word)
    return None


def _goes_on(tokens: Tokens, place: Place, inherited: str | None) -> str | None:
    """Read `3 breaches in the north and 7 in the south`: the bare number counts the same.

    So it does behind a verb of counting, however far: "... and the other side registered 7".
    """
    again = counts_on(tokens, place)
    near = place.previous_end > place.begin and place.first - place.previous_end <= NEAR
    following = tokens.at(place.end)
    if following in _BE:
        following = tokens.at(place.end + 1)
    plain = not following[:1].isalnum() or following in _PLAIN
    return inherited if plain and (near or (again and inherited in EVENTS)) else None


def counts_on(tokens: Tokens, place: Place) -> bool:
    """Tell a bare number right behind a verb of counting: "the other side registered 7"."""
    return place.bare and tokens.at(place.first - 1) in COUNTING
