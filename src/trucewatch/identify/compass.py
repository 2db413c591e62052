"""Directions as news writes them, and points a distance away."""

from __future__ import annotations

from math import cos, radians, sin
from typing import Final

from trucewatch.core.distance import EARTH_KM

DIRECTION: Final = (
    r"(?:(?:north|south)(?:ern)?[- ]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?"
    r"|central)"
)
"""A pattern for one direction, as noun or adjective: "north-western", "south", "central"."""

DEGREES: Final = {
    "north": 0,
    "northeast": 45,
    "east": 90,
    "southeast": 135,
    "south": 180,
    "southwest": 225,
    "west": 270,
    "northwest": 315,
}


def part_of(direction: str) -> str:
    """Give the compass part that a direction's words mean: "north-western" is "northwest"."""
    word = direction.lower().replace("-", "").replace(" ", "").replace("ern", "")
    return "centre" if word == "central" else word


def displaced(lat: float, lon: float, km: float, part: str) -> tuple[float, float]:
    """Give the point `km` kilometres from a point towards a compass part, for up to some 100 km."""
    turn = radians(DEGREES[part])
    north = km * cos(turn) / EARTH_KM
    east = km * sin(turn) / (EARTH_KM * max(0.01, cos(radians(lat))))
    return round(lat + north * _DEGREE, 4), round(lon + east * _DEGREE, 4)


_DEGREE: Final = 57.29577951308232
