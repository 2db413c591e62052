"""Whether an event fits what a duty's file asks, part by part: it fits, it may, or it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Final

from trucewatch.core.agreement import Duty, EventPattern
from trucewatch.core.case import Case
from trucewatch.core.objects import CLASSES, WEAPONS, object_classes
from trucewatch.core.reading import (
    FIGHTS,
    MOVES,
    Event,
    EventKind,
    Locality,
    Party,
    Reading,
    Reality,
)
from trucewatch.core.when import Period


class Fit(IntEnum):
    """How a part of an event fits: unknown is not a fit, and wrong is no near one."""

    WRONG = 0
    UNKNOWN = 1
    FITS = 2


_OPEN: Final = frozenset({"weapons", "shell", "rocket", "armoured_vehicle", "medium_weapons"})
"""Objects that leave it open whether the class asked for is meant."""

_GROUND: Final = frozenset({"fortification", "base", "road"})
"""What somebody stays in or leaves, and does not move: "remain in the same trenches"."""

ARMED: Final = FIGHTS | MOVES
"""Kinds whose means a report often leaves unsaid; of the others, what is not named is not it."""

_THE_LINE: Final = re.compile(
    r"^(?:(?:most|much|all|some|half|parts?|the\s(?:bulk|rest))\sof\s)?(?:the|its|these)\s(?:(?:exact|final|precise|concrete)\s)?"
    r"(?:lines?|borders?|boundar(?:y|ies)|limits|contours)$",
    re.IGNORECASE,
)
_ALONG: Final = re.compile(r"\b(?:with|and|along\swith)\s(?:\w{2,9}\s){0,3}$", re.IGNORECASE)


def fit_objects(event: Event, pattern: EventPattern) -> Fit:
    """Tell whether what an event was done with is of a class that the pattern names."""
    if not pattern.with_:
        return Fit.FITS
    classes = classes_of(event)
    if classes & set(pattern.with_) or ("zone_lines" in pattern.with_ and _is_the_line(event)):
        return Fit.FITS
    if event.kind not in ARMED or not set(pattern.with_) & (WEAPONS | {"fighters"}):
        return Fit.WRONG
    if classes - _OPEN:
        return Fit.WRONG
    # where no weapon at all was moved, none of those asked for was
    none = event.kind is EventKind.WITHDRAWAL and event.reality is Reality.NEGATED
    return Fit.FITS if none and classes and event.extent != "some" else Fit.UNKNOWN


def _is_the_line(event: Event) -> bool:
    """Tell whether it is "the line" or "most of the borders" that is agreed, of nothing else."""
    return any(_THE_LINE.match(" ".join(thing.span.text.split())) for thing in event.with_)


def classes_of(event: Event) -> frozenset[str]:
    """Give the classes of objects of an event; who leaves or stays with nothing named is fighters."""
    things = [(thing, object_classes(thing.span.text)) for thing in event.with_]
    classes = frozenset(kind for _, kinds in things for kind in kinds) & CLASSES
    if event.kind not in MOVES:
        return (classes - {"fighters"}) or classes
    loaded = classes - _GROUND - {"convoy"}
    classes = loaded or (classes & {"convoy"})
    armed = classes - {"fighters"}
    people = "fighters" in classes or bool(event.by or event.against)
    if not armed:
        return frozenset({"fighters"}) if people else frozenset()
    along = any(_taken_along(thing, event) for thing, kinds in things if set(kinds) & armed)
    return armed | {"fighters"} if people and along else armed


def _taken_along(thing: Party, event: Event) -> bool:
    """Tell whether people move or stay with a weapon, and do not just move it."""
    if event.sentence is None:
        return False
    before = event.sentence.text[: max(0, thing.span.start - event.sentence.start)]
    joined = before.rstrip().removesuffix("and").rstrip(" ,")
    listed = any(joined.endswith(each.span.text) for each in event.with_)
    return not listed and bool(_ALONG.search(before[-40:]))


def fit_places(localities: Iterable[Locality], asked: tuple[str, ...], case: Case) -> Fit:
    """Tell whether one of the places of an event lies in one of those asked for."""
    if not asked:
        return Fit.FITS
    fits = [fit_place(locality, asked, case) for locality in localities]
    return max(fits, default=Fit.UNKNOWN)


def fit_place(locality: Locality, asked: tuple[str, ...], case: Case) -> Fit:
    """Tell whether one place lies in one of those asked for."""
    fits = [_fit_zone(locality, zone, case) for zone in asked if zone in case.places.zones]
    areas = [area for area in asked if area not in case.places.zones]
    if areas:
        fits.append(_fit_areas(locality, areas, case))
    return max(fits, default=Fit.WRONG)


def _fit_zone(locality: Locality, zone: str, case: Case) -> Fit:
    """Apply rule 7: the report's own word puts a place in; the geometry only outside the band."""
    if locality.zone.reported == "outside":
        return Fit.WRONG
    if locality.zone.reported == "near":
        return Fit.FITS if names_a_part(locality) else Fit.UNKNOWN
    if locality.place == zone or locality.zone.reported == "in":
        return Fit.FITS
    if locality.zone.geometry == "inside":
        return Fit.FITS
    if locality.zone.geometry == "outside":
        return Fit.WRONG
    if locality.place is None or locality.zone.geometry == "band":
        return Fit.UNKNOWN
    return Fit.UNKNOWN if _may_hold_zone(locality.place, zone, case) else Fit.WRONG


_PART: Final = re.compile(
    r"^(?:the\s)?(?:(?:north|south|east|west)(?:ern|(?:-?east|-?west)(?:ern)?)?|part|parts|most|some)\b",
    re.IGNORECASE,
)


def names_a_part(locality: Locality) -> bool:
    """Tell whether words name a part of a zone: "the southern edge of the zone"."""
    return _PART.match(locality.span.text) is not None


def means_any(place: Locality, event: Event) -> bool:
    """Tell whether no place is meant but every one: "from any area or any front line"."""
    if event.sentence is None:
        return False
    return _ANY.search(event.sentence.text[: place.span.start - event.sentence.start]) is not None


_ANY: Final = re.compile(r"\b(?:any|a\ssingle|whatever)\s(?:\w+\s)?$", re.IGNORECASE)


_ITS_EDGE: Final = re.compile(
    r"(?:along\s)?(?:its|the|both)\s(?:outer\s|inner\s|two\s)?(?:borders?|lines?|edges?|perimeter|sides?|boundar(?:y|ies)|contours?)",
    re.IGNORECASE,
)


def is_an_edge(place: Locality) -> bool:
    """Tell whether words name only an edge, that of what the report speaks of: "along its border"."""
    return _ITS_EDGE.fullmatch(place.span.text) is not None


def areas_around(zone: str, case: Case) -> frozenset[str]:
    """Give the areas that surely hold all of a zone, with the zone's own names."""
    names = {each.id for each in case.places.by_id.values() if each.zone == zone}
    return frozenset(area for name in names for area in case.places.areas(name)) | {zone}


def _may_hold_zone(place: str, zone: str, case: Case) -> bool:
    """Tell whether a place without a point may hold ground of a zone: an area that shares ground."""
    names = {each.id for each in case.places.by_id.values() if each.zone == zone}
    around = {area for name in names for area in case.places.areas(name)} - names
    known = case.places.find(place)
    roomy = known is None or known.latitude is None
    return roomy and (not around or bool(case.places.areas(place) & around))


def _fit_areas(locality: Locality, areas: Sequence[str], case: Case) -> Fit:
    if locality.place is None:
        return Fit.UNKNOWN
    if locality.zone.reported == "outside":
        return Fit.UNKNOWN
    held_by = case.places.areas(locality.place)
    if held_by & set(areas):
        return Fit.FITS
    if any(locality.place in case.places.areas(area) for area in areas):
        return Fit.UNKNOWN
    zone = locality.place
    if zone in case.places.zones:
        names = [each.id for each in case.places.by_id.values() if each.zone == zone]
        around = {area for name in names for area in case.places.areas(name)}
        return Fit.FITS if around & set(areas) else Fit.UNKNOWN
    # Of a gazetteer's place nobody has written down which of the case's areas hold it.
    return Fit.WRONG if zone in case.places.by_id else Fit.UNKNOWN


def fit_against(parties: Iterable[Party], asked: tuple[str, ...], case: Case) -> Fit:
    """Tell whether an event is against one of those asked for, or a member of a class asked for."""
    if not asked:
        return Fit.FITS
    known = [party.actor for party in parties if party.actor]
    if not known:
        return Fit.UNKNOWN
    taken_in = {
        member
        for name in asked
        if name in case.actors.classes
        for member in case.actors.classes[name].takes_in
    }
    bodies = {body for actor in known for body in case.actors.bodies(actor)}
    return Fit.FITS if bodies & {*asked, *taken_in} else Fit.WRONG


def fit_doer(actor: str, duty: Duty, case: Case) -> Fit:
    """Tell whether somebody's conduct keeps or breaks a duty: a doer, its part, member or class."""
    if actor in case.actors.classes:
        members = case.actors.classes[actor].takes_in
        return max((fit_doer(member, duty, case) for member in members), default=Fit.WRONG)
    listed = {*case.actors.bodies(actor), *case.actors.umbrellas(actor)}
    return Fit.FITS if listed & set(duty.doers) else Fit.WRONG


def fit_days(days: Period | None, duty: Duty) -> Fit:
    """Tell whether an event's days lie in the duty's time."""
    if days is None:
        return Fit.FITS
    if days.last is not None and days.last < duty.starts:
        return Fit.WRONG
    if duty.until is not None and days.first is not None and days.first > duty.until:
        return Fit.WRONG
    return Fit.FITS


def names_any(listed: tuple[str, ...], words: str) -> bool:
    """Tell whether words hold one of the listed names or phrases."""
    pattern = _one_of(listed)
    return pattern is not None and pattern.search(words) is not None


@lru_cache(maxsize=256)
def _one_of(listed: tuple[str, ...]) -> re.Pattern[str] | None:
    if not listed:
        return None
    ways = "|".join(_one_or_more(name) for name in sorted(listed, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)", re.IGNORECASE)


def _one_or_more(name: str) -> str:
    """Write a plural so that one of it is found too: "a joint patrol", and not "to patrol"."""
    if not name[-2:].isalpha() or not name.endswith("s"):
        return re.escape(name)
    return rf"{re.escape(name)}|(?:{_ONE})\s(?:[\w-]+\s)?{re.escape(name[:-1])}"


_ONE: Final = (
    r"an?|the|no|any|one|each|every|another|single|new|this|that|its"
    r"|first|second|third|next|last|latest"
)


def on_the_agreement(reading: Reading, case: Case) -> bool:
    """Tell whether a document names the agreement or its zone."""
    if any(
        mention.kind == "zone" or mention.id in case.places.zones for mention in reading.mentions
    ):
        return True
    zones = case.places.zones
    if any(each.place in zones for event in reading.events for each in (*event.at, *event.from_)):
        return True
    return names_any(case.agreement.names, reading.document.text)
