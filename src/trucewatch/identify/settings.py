"""The words around a place's name that say which part of it, how far from it, or what it is."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from trucewatch.core.numbers import TENS, UNITS
from trucewatch.identify.compass import DIRECTION, part_of

Relation = Literal["at", "part", "away", "near", "outside"]

_WINDOW: Final = 100
_LEVEL: Final = str.maketrans({"\n": " ", "\t": " ", "\u00a0": " ", "\r": " ", "’": "'", "ʼ": "'"})
_MILE_KM: Final = 1.609344

POINT_HEADS: Final = frozenset({"city", "town", "village", "hamlet"})
AREA_HEADS: Final = frozenset(
    {"province", "governorate", "countryside", "region", "district", "area", "provinces"}
)

_HEADS = (
    r"city|town|village|hamlet|province|governorate|countryside|district|region|area|suburb|hill"
)
_HEAD_OF = rf"(?:the )?(?:(?P<head>{_HEADS})s? of )?(?:the )?"
_NOUN = (
    r"(?: rural)? (?P<noun>countryside|parts?|sectors?|suburbs?|outskirts|areas?|regions?|edges?"
    r"|sides?|districts?|sections?|half|corner|portion|rural areas?)"
)
_NUMBERS: Final = {**UNITS, "twenty": TENS["twenty"]}
_COUNT = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|{'|'.join(_NUMBERS)})"

_AWAY = re.compile(
    r"(?:(?:about|around|some|roughly|approximately|nearly|almost|just|over) )?"
    rf"(?P<count>{_COUNT})[ -]?(?P<unit>kms?|kilomet(?:er|re)s?|miles?)\b"
    r"(?: \([^()]{1,20}\))?"
    rf" (?:(?:to the )?(?P<way>{DIRECTION})(?:ward|wards)? )?(?:of|from|outside|away from) "
    rf"{_HEAD_OF}$",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    rf"\b(?P<the>the )?(?P<way>{DIRECTION})(?:{_NOUN})? of {_HEAD_OF}$", re.IGNORECASE
)
_NEAR = re.compile(
    r"\b(?P<outside>outside(?: of)?|out of)? ?(?P<near>near(?:by)?(?: to)?|close to|around|next to"
    r"|adjacent to|not far from|surrounding|(?:(?:on|at|in) )?(?:the )?(?:outer )?(?:outskirts|edges?"
    r"|fringes?|vicinity|surroundings?|entrances?|perimeter|countryside|suburbs?) of"
    rf"|just outside)? {_HEAD_OF}$",
    re.IGNORECASE,
)
_PART = re.compile(rf"\b(?P<way>{DIRECTION})(?: rural| countryside)? $", re.IGNORECASE)
_HEAD = re.compile(
    rf"\bthe (?P<head>{_HEADS})s? of (?:the )?$|\b(?P<bare>{_HEADS})s? of $", re.IGNORECASE
)

_BEHIND = re.compile(
    rf"(?P<own>'s?)? (?P<way>{DIRECTION})(?: and {DIRECTION})?{_NOUN}\b"
    rf"|'s? (?P<side>(?:north|south)(?:[- ]?(?:east|west))?|east|west)\b(?! [a-z])"
    rf"|(?:'s?)? (?P<outer>outskirts|surroundings|suburbs|countryside|edges?|vicinity)\b"
    rf"|(?:'s?)? (?P<head>{_HEADS})\b",
    re.IGNORECASE,
)


class Setting(NamedTuple):
    """What the words around a name say: the whole expression is `text[start:end]`.

    `relation` tells how what happened lies to the named place; `part` is a compass part of it or the
    way from it, `km` the distance; `head` the noun that says what kind of place is meant.
    """

    start: int
    end: int
    relation: Relation
    part: str | None = None
    km: float | None = None
    head: str | None = None
    within: bool = False


def level(text: str) -> str:
    """Make every white space a space and every apostrophe straight; offsets stay."""
    return text.translate(_LEVEL)


def read_setting(levelled: str, start: int, end: int, first: int, last: int) -> Setting:
    """Read the words around the name `levelled[start:end]`, at most from `first` and up to `last`.

    `levelled` is the whole text after `level`; regular expressions see a bounded window of it.
    """
    before = levelled[max(first, start - _WINDOW) : start]
    offset = start - len(before)
    after = levelled[end : min(last, end + _WINDOW // 2)]
    behind = _BEHIND.match(after)
    head = behind["head"].lower() if behind and behind["head"] else None
    stop = end + behind.end() if behind and head else end
    setting = _before(before, offset, stop, head)
    if setting.relation != "at" or behind is None:
        return setting
    way = behind["way"] or behind["side"]
    if way:
        return setting._replace(end=end + behind.end(), relation="part", part=part_of(way))
    if behind["outer"]:
        countryside = behind["outer"].lower() == "countryside"
        noun = "countryside" if countryside else setting.head
        return setting._replace(end=end + behind.end(), relation="near", head=noun)
    return setting


def _before(before: str, offset: int, stop: int, head: str | None) -> Setting:
    """Read the words before a name; the expression ends at `stop`."""
    if not _leads(before):
        return Setting(offset + len(before), stop, "at", head=head)
    away = _AWAY.search(before)
    if away:
        way = away["way"]
        return Setting(
            offset + away.start(),
            stop,
            "away",
            part_of(way) if way else None,
            _kilometres(away["count"], away["unit"]),
            head or _lower(away["head"]),
        )
    part = _PART_OF.search(before) if before.endswith((" of ", " the ")) else None
    if part:
        return Setting(
            offset + part.start(),
            stop,
            "part",
            part_of(part["way"]),
            None,
            head or _lower(part["head"]),
            bool(part["the"] or part["noun"]) and not _towards(before, part.start()),
        )
    near = _NEAR.search(before)
    if near and (near["near"] or near["outside"]):
        started = near.start("outside" if near["outside"] else "near")
        named = head or _lower(near["head"])
        if near["near"] and "countryside" in near["near"].lower():
            named = "countryside"
        away_from = bool(near["outside"]) and not near["near"]
        return Setting(offset + started, stop, "outside" if away_from else "near", head=named)
    adjective = _PART.search(before)
    if adjective:
        way = part_of(adjective["way"])
        return Setting(offset + adjective.start(), stop, "part", way, None, head, True)
    named_before = _HEAD.search(before)
    if named_before:
        noun = _lower(named_before["head"] or named_before["bare"])
        return Setting(offset + named_before.start(), stop, "at", head=head or noun)
    return Setting(offset + len(before), stop, "at", head=head)


def _leads(before: str) -> bool:
    """Tell whether the last word before a name can belong to it: most do not, and cost nothing."""
    last = before[-40:].lower().split()[-2:]
    if not last or not before.endswith(" "):
        return False
    if last[-1] == "the":
        last.pop()
    return bool(last) and (last[-1] in _LEADING or last[-1].startswith(_WAYS))


_LEADING: Final = frozenset(
    {
        "of",
        "from",
        "near",
        "nearby",
        "to",
        "around",
        "outside",
        "surrounding",
        "rural",
        "countryside",
    }
)
_WAYS: Final = ("north", "south", "east", "west", "central")


def _towards(before: str, start: int) -> bool:
    """Tell whether "to the north of X": beside it, not in it."""
    return before[:start].endswith(" to ") or before[:start] == "to "


def _lower(word: str | None) -> str | None:
    return word.lower() if word else None


def _kilometres(count: str, unit: str) -> float:
    number = _NUMBERS.get(count.lower())
    value = float(count.replace(",", ".")) if number is None else float(number)
    return value * _MILE_KM if unit.lower().startswith("mile") else value
