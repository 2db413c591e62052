"""Places and zones: where a place is, how surely, and on which side of a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from trucewatch.core.distance import kilometres

if TYPE_CHECKING:
    from trucewatch.core.gazetteer import Gazetteer

Geometry = Literal["inside", "outside", "band"]
Reported = Literal["in", "near", "outside"]
Coordinates = tuple[float, float]
"""Longitude, latitude in degrees, as GeoJSON has them."""


AREA_KINDS: Final = ("country", "region", "area", "province", "governorate", "district", "line")
"""Kinds of places that are no point, the largest first."""

_LONG_KINDS: Final = ("road", "river", "zone")
"""Kinds of places that reach through others: nobody can tell from names what lies on them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the case; areas and roads have no point, of others it may not be known.

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
    _spots: dict[str, bool] = field(default_factory=dict, init=False, repr=False, compare=False)
    _apart: dict[tuple[str, str], bool] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

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

    def is_spot(self, place_id: str) -> bool:
        """Tell whether a known place is one spot: no area, road or zone.

        Its point need not be known: its id tells it from others. Of kinds that the case's file makes
        up, what has no point and holds other places is no spot.
        """
        known = self._spots.get(place_id)
        if known is None:
            known = self._spots[place_id] = self._is_spot(place_id)
        return known

    def _is_spot(self, place_id: str) -> bool:
        place = self.find(place_id)
        if place is None or place.zone is not None or place.kind in (*AREA_KINDS, *_LONG_KINDS):
            return False
        if place.latitude is not None or place.kind in _SETTLED:
            return True
        return not any(place_id in other.within for other in self.by_id.values())

    def are_apart(self, one: str, other: str) -> bool:
        """Tell whether two places are known to be two, neither of which holds or touches the other.

        Two spots are, unless their points lie no farther apart than both may reach. A spot lies
        outside an area of the case where its file says in what it lies, and not in that.
        """
        pair = (one, other) if one < other else (other, one)
        told = self._apart.get(pair)
        if told is None:
            told = self._apart[pair] = self._are_apart(one, other)
        return told

    def _are_apart(self, one: str, other: str) -> bool:
        first, second = self.find(one), self.find(other)
        if first is None or second is None:
            return False
        if one in self.areas(other) or other in self.areas(one):
            return False
        if self.is_spot(one) and self.is_spot(other):
            return not _may_touch(first, second)
        if self.is_spot(other):
            first, second = second, first
        elif not self.is_spot(one):
            return False
        return bool(first.within) and first.id in self.by_id and second.kind in AREA_KINDS


_SETTLED: Final = ("city", "town", "village", "quarter")


def _may_touch(one: Place, other: Place) -> bool:
    """Tell whether the points of two places lie no farther apart than both may reach."""
    if one.latitude is None or one.longitude is None:
        return False
    if other.latitude is None or other.longitude is None:
        return False
    apart = kilometres(one.latitude, one.longitude, other.latitude, other.longitude)
    return apart <= (one.km or 0) + (other.km or 0)
