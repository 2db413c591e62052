"""Tell from the words around a weekday or month whether it is past or still to come."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.lexicons import words

REACH: Final = 30
"""Tokens looked at to the left: a clause of news text is shorter."""

_FUTURE: Final = words(
    "will shall must ll won would should may might upcoming tomorrow meet meets begins starts "
    "resumes opens reopens stays expires ends lapses arrives convenes plans"
)
_TO_HEADS: Final = words(
    "due set scheduled expected planned plans plan planning agreed is are have has ready prepared "
    "preparing going promised pledged vowed ordered demand demanded demands wants need needs hopes "
    "hope intends intend meant bound pledge decided told urged asked invited slated poised "
    "supposed required obliged time expects expect aims aim vows vowed threatens threatened hoping"
)
_PLANS: Final = words(
    "meet resume hold begin start open visit discuss withdraw leave sign host travel arrive attend "
    "join launch end deploy pull hand expire return take"
)
"""Verbs that headlines plan with: "Leaders to meet Tuesday"."""
_PRESENT_PLANS: Final = frozenset(
    {
        ("takes", "effect"), ("enters", "into"), ("comes", "into"), ("runs", "out"),
        ("runs", "until"), ("falls", "due"),
    }
)  # fmt: skip
_PLANNED: Final = words(
    "planned scheduled postponed extended delayed deferred adjourned slated promised"
)
_PAST: Final = words(
    "said says told was were had did has have been met took began left went came fell held struck "
    "sent saw gave made broke got ran shot fought fled flew won lost found brought built spoke "
    "wrote led died killed wounded injured became knew kept grew rose drew threw heard felt paid "
    "sold bought stood understood hid blew swept dealt rejected announced reported stated added "
    "confirmed warned denied claimed insisted noted signed accused quoted tweeted ended"
)
_ADJECTIVES: Final = words(
    "armed united unarmed so-called need seed speed hundred indeed exceed proceed succeed feed "
    "unmanned occupied besieged red bed shed"
)
_STOPS: Final = frozenset(".!?;:")
_DEADLINES: Final = frozenset({"by", "until", "till", "before"})
_LIMITS: Final = frozenset({"deadline", "ultimatum"})
_NOUN_REACH: Final = 4
_UNTIL: Final = frozenset({"until", "till"})
_GIVE: Final = frozenset({"given", "gave", "give", "gives"})
_PRESENT: Final = words("is are remains remain stays stay lasts runs keeps")
_PUT_OFF: Final = frozenset(
    {("put", "off"), ("put", "back"), ("pushed", "back"), ("held", "over"), ("on", "hold")}
)


def tense_about(tokens: Tokens, start: int, end: int) -> bool | None:
    """Tell whether tokens `start` to `end` are spoken of as to come (True) or past (False).

    The nearest verb to the left in the sentence decides, then the nearest to the right; None where
    nothing tells. Behind a genitive ("Thursday's talks will ...") only the words right behind do.
    """
    if tokens.at(start - 1) in ("early", "soon") and tokens.at(start - 2) == "as":
        return True
    if tokens.at(start - 1) == "as" and tokens.at(start - 2) in ("early", "soon"):
        return True
    if tokens.at(start - 2) == "back" and tokens.at(start - 1) in ("in", "on"):
        return False
    if tokens.at(start - 1) in _UNTIL and _left_open(tokens, start - 1):
        return True
    if tokens.at(end) in ("'s", "’s"):
        return _look_right(tokens, end, _NOUN_REACH)
    said = _look_left(tokens, start, end)
    if said is None:
        said = _look_right(tokens, end, REACH // 2)
    if said is not None:
        return said
    if not _LIMITS.isdisjoint(tokens.lower[max(start - 3, 0) : end + 3]):
        return True
    if tokens.at(start - 1) in _DEADLINES and tokens.at(start - 2) not in ("", *_STOPS):
        return True
    return None


def _left_open(tokens: Tokens, until: int) -> bool:
    """Tell whether "until" looks ahead: of what there is time for, is put off, or is so now."""
    if tokens.at(until - 1) in ("have", "has"):
        return True
    if not _GIVE.isdisjoint(tokens.lower[max(until - 3, 0) : until]):
        return True
    if (tokens.at(until - 2), tokens.at(until - 1)) in _PUT_OFF:
        return True
    for place in range(until - 1, max(until - 1 - REACH, -1), -1):
        told = tokens.lower[place] in _PAST or (
            # "is allowed until", not "who are armed, shelled it until"
            _ends_in_ed(tokens, place)
            and _PRESENT.isdisjoint(tokens.lower[max(place - 2, 0) : place])
        )
        if told or _stops(tokens, place):
            return False
        if tokens.lower[place] in _PRESENT:
            return True
    return False


def _look_left(tokens: Tokens, start: int, end: int) -> bool | None:
    weak: bool | None = None
    until = tokens.at(start - 1) in ("until", "till", "for")
    for place in range(start - 1, max(start - 1 - REACH, -1), -1):
        if _stops(tokens, place):
            break
        told = _tense(tokens, place)
        if told is not None:
            return told
        if weak is None and _ends_in_ed(tokens, place):
            planned = tokens.lower[place] in _PLANNED and place >= start - 8
            # "promised on Saturday that": the day of the promise, not of what it promises
            planned = planned and not (place >= start - 2 and tokens.at(end) == "that")
            weak = planned or (tokens.lower[place] in _PLANNED and until)
    return weak


def _look_right(tokens: Tokens, end: int, reach: int) -> bool | None:
    for place in range(end, min(end + reach, len(tokens))):
        if _stops(tokens, place):
            return None
        told = _tense(tokens, place)
        if told is not None:
            return told
        if _ends_in_ed(tokens, place):
            return False
    return None


def _ends_in_ed(tokens: Tokens, place: int) -> bool:
    word = tokens.lower[place]
    if not word.endswith("ed") or len(word) <= 4 or word in _ADJECTIVES:
        return False
    return tokens.at(place - 1) != "be"


def _tense(tokens: Tokens, place: int) -> bool | None:
    word, before = tokens.lower[place], tokens.at(place - 1)
    if word in _FUTURE:
        return None if word == "may" and tokens.words[place] == "May" else True
    if (word, tokens.at(place + 1)) in _PRESENT_PLANS:
        return True
    if word == "to" and before in _TO_HEADS:
        # "had been due to" speaks of what did not come
        return tokens.at(place - 3) != "had" or tokens.at(place - 2) != "been"
    if word == "to" and tokens.at(place + 1) == "be":
        return True
    if word == "to" and tokens.at(place + 1) in _PLANS and not _told_before(tokens, place):
        return True
    if word in _PAST:
        following = tokens.at(place + 1)
        if word in ("has", "have", "was", "were", "been") and (
            following == "to" or following in _PLANNED or following in ("due", "set", "expected")
        ):
            return None
        return None if before == "be" else False
    return None


def tells_tense(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a verb that tells a tense stands in tokens `first` to `last`, or "that" does."""
    return any(
        tokens.lower[place] == "that"
        or _tense(tokens, place) is not None
        or _ends_in_ed(tokens, place)
        for place in range(first, last)
    )


def _told_before(tokens: Tokens, place: int) -> bool:
    """Tell whether a verb in the past stands right before: "began to withdraw"."""
    return any(
        tokens.at(before) in _PAST or _ends_in_ed(tokens, before)
        for before in range(max(place - 3, 0), place)
    )


def _stops(tokens: Tokens, place: int) -> bool:
    if tokens.kinds[place] == "paragraph":
        return True
    if tokens.lower[place] not in _STOPS:
        return False
    following = tokens.words[place + 1 : place + 2]
    return not following or following[0][:1].isupper() or following[0] in "\"”'’"
