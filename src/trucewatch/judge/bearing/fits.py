"""Whether an event fits what a duty's file asks, part by part: it fits, it may, or it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from typing import Final

from trucewatch.core.agreement import Duty, EventPattern
from trucewatch.core.case import Case
from trucewatch.core.objects import object_classes
from trucewatch.core.reading import Event, EventKind, Locality, Party
from trucewatch.core.when import Period


class Fit(IntEnum):
    """How a part of an event fits: unknown is not a fit, and wrong is no near one."""

    WRONG = 0
    UNKNOWN = 1
    FITS = 2


OPEN_CLASSES: Final = frozenset(
    {"weapons", "shell", "rocket", "armoured_vehicle", "medium_weapons"}
)
"""Objects that leave it open whether the class asked for is meant."""


def fit_objects(event: Event, pattern: EventPattern) -> Fit:
    """Tell whether what an event was done with is of a class that the pattern names."""
    if not pattern.with_:
        return Fit.FITS
    classes = classes_of(event)
    if classes & set(pattern.with_):
        return Fit.FITS
    return Fit.UNKNOWN if not classes - OPEN_CLASSES else Fit.WRONG


def classes_of(event: Event) -> set[str]:
    """Give the classes of objects of an event; who leaves or comes with nothing named is fighters."""
    classes = {kind for thing in event.with_ for kind in object_classes(thing.span.text)}
    moves = event.kind in (EventKind.WITHDRAWAL, EventKind.DEPLOYMENT)
    if moves and not classes - {"fighters"} and event.by:
        return {"fighters"}
    return (classes - {"fighters"}) or classes


def fit_places(localities: Iterable[Locality], asked: tuple[str, ...], case: Case) -> Fit:
    """Tell whether one of the places of an event lies in one of those asked for."""
    if not asked:
        return Fit.FITS
    fits = [_fit_place(locality, asked, case) for locality in localities]
    return max(fits, default=Fit.UNKNOWN)


def _fit_place(locality: Locality, asked: tuple[str, ...], case: Case) -> Fit:
    zones = [zone for zone in asked if zone in case.places.zones]
    fits = [_fit_zone(locality, zone, case) for zone in zones]
    areas = [area for area in asked if area not in case.places.zones]
    if areas:
        fits.append(_fit_areas(locality, areas, case))
    return max(fits, default=Fit.WRONG)


def _fit_zone(locality: Locality, zone: str, case: Case) -> Fit:
    """Apply rule 7: the report's own word puts a place in; the geometry only outside the band."""
    if locality.place == zone or locality.zone.reported == "in":
        return Fit.FITS
    if locality.zone.reported == "outside":
        return Fit.WRONG
    if locality.zone.geometry == "inside":
        return Fit.FITS
    if locality.zone.geometry == "outside" and locality.zone.reported is None:
        return Fit.WRONG
    if locality.place is None or locality.zone.reported == "near":
        return Fit.UNKNOWN
    if locality.zone.geometry == "band":
        return Fit.UNKNOWN
    return Fit.UNKNOWN if _may_hold_zone(locality.place, zone, case) else Fit.WRONG


def _may_hold_zone(place: str, zone: str, case: Case) -> bool:
    """Tell whether a place without a point may hold ground of a zone: an area that shares ground."""
    others = [each.id for each in case.places.by_id.values() if each.zone == zone]
    around = {area for other in others for area in case.places.areas(other)}
    return bool(case.places.areas(place) & around) or place in around


def _fit_areas(locality: Locality, areas: list[str], case: Case) -> Fit:
    if locality.place is None:
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
    return Fit.WRONG


def fit_against(parties: Iterable[Party], asked: tuple[str, ...], case: Case) -> Fit:
    """Tell whether an event is against one of those asked for."""
    if not asked:
        return Fit.FITS
    known = [party.actor for party in parties if party.actor]
    if not known:
        return Fit.UNKNOWN
    bodies = {body for actor in known for body in case.actors.bodies(actor)}
    return Fit.FITS if bodies & set(asked) else Fit.WRONG


def fit_days(days: Period | None, duty: Duty) -> Fit:
    """Tell whether an event's days lie in the duty's time."""
    if days is None:
        return Fit.FITS
    if days.last is not None and days.last < duty.starts:
        return Fit.WRONG
    if duty.until is not None and days.first is not None and days.first > duty.until:
        return Fit.WRONG
    return Fit.FITS


def names_matter(duty: Duty, words: str) -> bool:
    """Tell whether words name a duty's own matter, as its file lists it."""
    return any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", words, re.IGNORECASE) for word in duty.words
    )
