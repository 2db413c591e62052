"""Tell on which side of a zone's line a place is, and how far from it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from math import asin, atan2, atanh, ceil, cos, hypot, isfinite, radians, sin, sqrt
from typing import TYPE_CHECKING, Final

from trucewatch.core.errors import CaseError
from trucewatch.core.place import Coordinates, Geometry, Zone

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

EQUATOR_KM: Final = 6378.137
ECCENTRICITY_SQUARED: Final = 0.00669437999014
"""The ellipsoid WGS 84."""

PLANE_KM: Final = 500.0
"""How far beyond its zone a plane is true to 1 %; farther places are measured on the globe."""

METRE: Final = 0.001
"""Drawings meet no better than this: a place so near a line is on it."""

PIECE_DEGREES: Final = 0.1
PIECES: Final = 20
"""A drawing's edges are straight in degrees: long ones are cut before they are laid on the plane."""


def zone_fact(
    zone: Zone, lat: float | None, lon: float | None, km: float | None
) -> tuple[Geometry | None, float | None]:
    """Say on which side of a zone's line a place is, and how far from the nearest line, in km.

    Lines are the edges of what is surely inside and of the band around it; the distance is never
    negative. A place that may reach over a line (`km` from its point) is in the band; None for `km`
    takes the point as exact. A place without a point gives None twice. CaseError for a zone of which
    no shape can be made.
    """
    if lat is None or lon is None or not (isfinite(lat) and isfinite(lon)):
        return None, None
    place, distance = _plane(zone).measure(lat, lon)
    return ("band" if distance <= max(km or 0.0, METRE) else place), distance


def shape_fault(zone: Zone) -> str | None:
    """Say what is wrong with a zone's shape as geometry has it; None if nothing is."""
    import shapely

    for part, polygons in (("inside", zone.inside), ("band", zone.band)):
        for rings in polygons:
            shape = shapely.Polygon(rings[0], rings[1:])
            if not shape.is_valid:
                return f"its {part} is no sound shape: {shapely.is_valid_reason(shape)}"
    return None


@lru_cache(maxsize=32)
def _plane(zone: Zone) -> _Plane:
    return _Plane(zone)


class _Plane:
    """A zone on a transverse Mercator plane through its middle, in kilometres."""

    def __init__(self, zone: Zone) -> None:
        import shapely

        self._points = [point for polygon in zone.inside for ring in polygon for point in ring]
        self._centre_on(self._points)
        self._reach = max(self._on_globe(*point) for point in self._points)
        try:
            inside, band = (self._area(polygons) for polygons in (zone.inside, zone.band))
            self._sure: BaseGeometry = inside.difference(band)
            self._whole: BaseGeometry = inside.union(band)
            self._lines = shapely.union_all([self._sure.boundary, self._whole.boundary])
        except (shapely.GEOSException, ValueError) as error:
            what = f"zone '{zone.id}' gives no shape: {error}"
            raise CaseError(what, where="zones.geojson", mend="Correct the drawing") from None
        shapely.prepare([self._sure, self._whole])

    def measure(self, lat: float, lon: float) -> tuple[Geometry, float]:
        """Say where a point is, and its distance to the nearest line in km."""
        import shapely

        if self._on_globe(lon, lat) > self._reach + PLANE_KM:
            nearest = min(self._apart(lon, lat, *point) for point in self._points)
            return "outside", nearest
        point = shapely.Point(self._flat(lon, lat))
        distance = float(point.distance(self._lines))
        if self._sure.covers(point):
            return "inside", distance
        return ("band" if self._whole.covers(point) else "outside"), distance

    def _centre_on(self, points: list[Coordinates]) -> None:
        first = points[0][0]
        east = [_wrap(longitude - first) for longitude, _ in points]
        north = [latitude for _, latitude in points]
        self._longitude = first + (min(east) + max(east)) / 2
        self._latitude = (min(north) + max(north)) / 2
        # The sphere that fits the ellipsoid best around the centre.
        flat = 1 - ECCENTRICITY_SQUARED * sin(radians(self._latitude)) ** 2
        self._radius = EQUATOR_KM * sqrt(1 - ECCENTRICITY_SQUARED) / flat

    def _flat(self, longitude: float, latitude: float) -> tuple[float, float]:
        north = radians(latitude)
        east = radians(_wrap(longitude - self._longitude))
        sideways = max(-0.999999, min(0.999999, cos(north) * sin(east)))
        upwards = atan2(sin(north), cos(north) * cos(east)) - radians(self._latitude)
        return self._radius * atanh(sideways), self._radius * upwards

    def _on_globe(self, longitude: float, latitude: float) -> float:
        return self._apart(longitude, latitude, self._longitude, self._latitude)

    def _apart(self, longitude: float, latitude: float, to_lon: float, to_lat: float) -> float:
        """Give the distance of two points on the globe, by the haversine."""
        north, to_north = radians(latitude), radians(to_lat)
        halves = sin((to_north - north) / 2), sin(radians(to_lon - longitude) / 2)
        chord = hypot(halves[0], halves[1] * sqrt(cos(north) * cos(to_north)))
        return 2 * self._radius * asin(min(1.0, chord))

    def _area(self, polygons: Iterable[tuple[tuple[Coordinates, ...], ...]]) -> BaseGeometry:
        import shapely

        laid = [
            shapely.Polygon(self._ring(polygon[0]), [self._ring(hole) for hole in polygon[1:]])
            for polygon in polygons
        ]
        return shapely.union_all(laid)

    def _ring(self, ring: tuple[Coordinates, ...]) -> list[tuple[float, float]]:
        return [self._flat(*point) for point in _in_pieces(ring)]


def _in_pieces(ring: tuple[Coordinates, ...]) -> Iterable[Coordinates]:
    for (lon, lat), (to_lon, to_lat) in pairwise(ring):
        length = max(abs(to_lon - lon), abs(to_lat - lat))
        pieces = max(1, min(PIECES, ceil(length / PIECE_DEGREES)))
        for step in range(pieces):
            part = step / pieces
            yield lon + (to_lon - lon) * part, lat + (to_lat - lat) * part
    yield ring[-1]


def _wrap(degrees: float) -> float:
    """Bring a difference of longitudes into -180 to 180."""
    return (degrees + 180.0) % 360.0 - 180.0
