"""Places and zones: where a place is, how surely, and on which side of a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from trucewatch.core.gazetteer import Gazetteer

Geometry = Literal["inside", "outside", "band"]
Reported = Literal["in", "near", "outside"]
Coordinates = tuple[float, float]
"""Longitude, latitude in degrees, as GeoJSON has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the case; areas and roads have no point.

    `km` is the precision: how far from the point the place may reach.
    `within` names the areas that surely hold all of it; `zone` a zone that this place is another name of.
    """

    id: str
    name: str
    kind: str
    variants: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    km: float | None = None
    within: tuple[str, ...] = ()
    part: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """An area on the map with the band in which nobody can tell inside from outside.

    `inside` and `band` are polygons (rings of coordinates, the first the outer one).
    `version` and `drawn` say which line this is and how it was drawn; `line` is the line it was
    drawn from, where the file gives that.
    """

    id: str
    name: str
    version: str
    drawn: str
    inside: tuple[tuple[tuple[Coordinates, ...], ...], ...]
    band: tuple[tuple[tuple[Coordinates, ...], ...], ...]
    line: tuple[tuple[Coordinates, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneFact:
    """Two facts, never mixed: what the geometry says, and what the report says."""

    geometry: Geometry | None
    reported: Reported | None
    km: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Every place and zone of the case, by id; and the gazetteer that its folder holds, if any.

    `by_id` are the case's own: what texts are searched for. `find` gives the gazetteer's too.
    """

    by_id: Mapping[str, Place]
    zones: Mapping[str, Zone]
    gazetteer: Gazetteer | None = None

    def find(self, place_id: str | None) -> Place | None:
        """Give the place of an id, of the case or else of its gazetteer; None where there is none."""
        if place_id is None:
            return None
        own = self.by_id.get(place_id)
        if own is not None or self.gazetteer is None:
            return own
        return self.gazetteer.place(place_id)

    def name(self, place_id: str) -> str:
        """Give the case's name of a place or zone; one it does not know names itself."""
        known = self.find(place_id) or self.zones.get(place_id)
        return known.name if known else place_id

    def areas(self, place_id: str) -> frozenset[str]:
        """Give the place and every area that surely holds all of it."""
        found: set[str] = set()
        waiting = [place_id]
        while waiting:
            following = waiting.pop()
            if following not in found:
                found.add(following)
                place = self.find(following)
                waiting.extend(place.within if place else ())
        return frozenset(found)
