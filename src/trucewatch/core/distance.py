"""How far apart two points of the globe are."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_KM: Final = 6371.0088
"""The mean radius of the Earth (IUGG), in kilometres."""


def kilometres(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Give the distance of two points in degrees, by the haversine."""
    north, east = sin(radians(to_lat - lat) / 2), sin(radians(to_lon - lon) / 2)
    chord = north**2 + cos(radians(lat)) * cos(radians(to_lat)) * east**2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))
