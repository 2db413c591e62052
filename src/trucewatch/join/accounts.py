"""What each document says of one incident beside who did it: its figures, and where it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from trucewatch.core.place import Geometry, Reported
from trucewatch.core.reading import Event, Reading
from trucewatch.core.rival import ClaimedFigure
from trucewatch.join.rivals import claim_of, counted

_MANY_ACTS: Final = frozenset({"attacks", "violations", "patrols"})
"""Counts of acts: they are told of many, never of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneClaim:
    """Both facts on a place and the zone: what the geometry says, and what this document does.

    `km` is the distance to the zone's line; `outlet` whose word `reported` is.
    """

    place: str
    geometry: Geometry | None
    km: float | None
    reported: Reported | None
    document: str
    outlet: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one document says of one incident; figures with what they count ("killed")."""

    incident: str
    document: str
    figures: tuple[tuple[str, ClaimedFigure], ...]
    zones: tuple[ZoneClaim, ...]


def accounts_of(reading: Reading, incidents: Mapping[str, str]) -> Iterator[Account]:
    """Yield what a document says of each incident; `incidents` names the incident of an event's id."""
    figures: dict[str, dict[ClaimedFigure, str]] = {}
    zones: dict[str, dict[ZoneClaim, None]] = {}
    for event, figure in counted(reading):
        if event.id in incidents and figure.counts and figure.counts not in _MANY_ACTS:
            told = figures.setdefault(incidents[event.id], {})
            told.setdefault(claim_of(reading, figure), figure.counts)
    for event in reading.events:
        if event.id in incidents:
            claims = dict.fromkeys(_zone_claims(reading, event))
            zones.setdefault(incidents[event.id], {}).update(claims)
    for incident in dict.fromkeys(incidents.values()):
        claimed = tuple((counts, claim) for claim, counts in figures.get(incident, {}).items())
        placed = tuple(zones.get(incident, ()))
        if claimed or placed:
            yield Account(
                incident=incident, document=reading.document.id, figures=claimed, zones=placed
            )


def _zone_claims(reading: Reading, event: Event) -> Iterator[ZoneClaim]:
    for each in event.at:
        if each.place and (each.zone.geometry or each.zone.reported):
            yield ZoneClaim(
                place=each.place,
                geometry=each.zone.geometry,
                km=each.zone.km,
                reported=each.zone.reported,
                document=reading.document.id,
                outlet=reading.document.outlet,
            )
