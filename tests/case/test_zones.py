"""On which side of a line a place is, and how far from it."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from math import acos, cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.case.zones import shape_fault, zone_fact
from trucewatch.core.case import Case
from trucewatch.core.errors import CaseError
from trucewatch.core.place import Coordinates, Zone

EAST = 111.4  # kilometres in a degree of longitude on the equator, and about so in any of latitude


def box(west: float, south: float, east: float, north: float) -> tuple[Coordinates, ...]:
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def zone_of(
    *inside: tuple[Coordinates, ...], band: tuple[tuple[Coordinates, ...], ...] = ()
) -> Zone:
    return Zone(
        id="z",
        name="z",
        version="1",
        drawn="by hand",
        inside=tuple((ring,) for ring in inside),
        band=(band,) if band else (),
    )


STRIP = zone_of(
    box(10.0, 40.0, 10.2, 40.1),
    band=(box(9.9, 39.9, 10.3, 40.2), box(10.0, 40.0, 10.2, 40.1)[::-1]),
)
DEGREE_EAST = 85.1  # kilometres in a degree of longitude at 40.05 north, on WGS 84
DEGREE_NORTH = 111.03


@pytest.mark.parametrize(
    ("lat", "lon", "km", "geometry", "distance"),
    [
        (40.05, 10.1, 0.5, "inside", 0.05 * DEGREE_NORTH),
        (40.05, 10.19, 0.5, "inside", 0.01 * DEGREE_EAST),
        (40.05, 10.19, 0.8, "inside", 0.01 * DEGREE_EAST),
        (40.05, 10.19, 0.9, "band", 0.01 * DEGREE_EAST),
        (40.05, 10.25, 0.1, "band", 0.05 * DEGREE_EAST),
        (40.05, 10.28, 0.1, "band", 0.02 * DEGREE_EAST),
        (40.05, 10.31, 0.1, "outside", 0.01 * DEGREE_EAST),
        (40.05, 10.31, 0.9, "band", 0.01 * DEGREE_EAST),
        (40.05, 10.31, None, "outside", 0.01 * DEGREE_EAST),
        (40.05, 10.3, None, "band", 0.0),
        (40.05, 10.2, 0.0, "band", 0.0),
        (41.2, 10.1, 5.0, "outside", 1.0 * DEGREE_NORTH),
        (40.05, 12.3, 5.0, "outside", 2.0 * DEGREE_EAST),
        (40.05, 10.1, 50.0, "band", 0.05 * DEGREE_NORTH),
    ],
)
def test_facts(lat: float, lon: float, km: float | None, geometry: str, distance: float) -> None:
    found, apart = zone_fact(STRIP, lat, lon, km)
    assert found == geometry
    assert apart == pytest.approx(distance, rel=0.01, abs=0.002)


@pytest.mark.parametrize(
    ("lat", "lon"), [(None, None), (None, 1.0), (1.0, None), (float("nan"), 1.0)]
)
def test_a_place_without_a_point_has_no_side(lat: float | None, lon: float | None) -> None:
    assert zone_fact(STRIP, lat, lon, 1.0) == (None, None)


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(55.75, 37.62), (-33.9, 151.2), (-40.0, -170.0), (90.0, 0.0), (-90.0, 0.0), (40.05, 22.0)],
)
def test_far_places_are_measured_on_the_globe(lat: float, lon: float) -> None:
    def apart(to_lon: float, to_lat: float) -> float:
        north, to_north, turn = radians(lat), radians(to_lat), radians(to_lon - lon)
        return 6371 * acos(sin(north) * sin(to_north) + cos(north) * cos(to_north) * cos(turn))

    geometry, distance = zone_fact(STRIP, lat, lon, 1.0)
    nearest = min(apart(*corner) for corner in box(9.9, 39.9, 10.3, 40.2))
    assert geometry == "outside"
    assert distance == pytest.approx(nearest, rel=0.012)


def test_the_invented_strip(crossing: Case) -> None:
    zone = crossing.places.zones["quiet_strip"]
    places = crossing.places.by_id
    sides = {
        id: zone_fact(zone, place.latitude, place.longitude, place.km)[0]
        for id, place in places.items()
    }
    assert [id for id, side in sides.items() if side == "inside"] == [
        *("harrow_crossing", "dunmere_quay", "ashel")
    ]
    assert [id for id, side in sides.items() if side == "band"] == ["dunmere", "pellow"]
    assert sides["gannet_cove"] is None
    assert sides["strip_name"] is None


@given(
    lat=st.floats(-90, 90), lon=st.floats(-180, 180), km=st.floats(0, 100), more=st.floats(0, 100)
)
def test_a_larger_place_is_never_surer(lat: float, lon: float, km: float, more: float) -> None:
    small, distance = zone_fact(STRIP, lat, lon, km)
    large, again = zone_fact(STRIP, lat, lon, km + more)
    assert distance is not None
    assert distance >= 0
    assert distance == again
    assert large in (small, "band")


@given(lat=st.floats(38, 42), lon=st.floats(8, 12), km=st.floats(0.01, 5))
def test_an_overlapping_band_wins(lat: float, lon: float, km: float) -> None:
    apart = STRIP
    whole = dataclasses.replace(apart, inside=((box(9.95, 39.95, 10.25, 40.15),),))
    assert zone_fact(whole, lat, lon, km)[0] == zone_fact(apart, lat, lon, km)[0]


def test_tiles_that_meet_are_one_zone() -> None:
    tiles = zone_of(box(10.0, 40.0, 10.1, 40.1), box(10.1, 40.0, 10.2, 40.1))
    geometry, distance = zone_fact(tiles, 40.05, 10.1, 1.0)
    assert geometry == "inside"
    assert distance == pytest.approx(5.55, rel=0.01)
    assert shape_fault(tiles) is None


def test_the_date_line_is_no_edge() -> None:
    zone = zone_of(box(179.8, -0.1, 180.0, 0.1), box(-180.0, -0.1, -179.9, 0.1))
    for lon in (180.0, -180.0, 179.99):
        geometry, distance = zone_fact(zone, 0.0, lon, 0.1)
        assert geometry == "inside"
        assert distance == pytest.approx(11.06, rel=0.01)
    assert zone_fact(zone, 0.0, -179.7, 0.1)[1] == pytest.approx(0.2 * 111.3, rel=0.01)
    assert zone_fact(zone, 0.0, 179.7, 0.1)[1] == pytest.approx(0.1 * 111.3, rel=0.01)


@pytest.mark.parametrize("lat", [0.0, 20.0, 36.0, 50.0, 65.0])
def test_distances_are_right_to_one_percent(lat: float) -> None:
    zone = zone_of(box(-0.1, lat - 0.1, 0.1, lat + 0.1))
    # Kilometres in a degree on WGS 84, as the geodesists' series give them.
    turn = radians(lat)
    east = 111.41288 * cos(turn) - 0.09350 * cos(3 * turn) + 0.00012 * cos(5 * turn)
    north = 111.13295 - 0.55982 * cos(2 * turn) + 0.00117 * cos(4 * turn)
    for step in (0.01, 0.2, 1.0):
        assert zone_fact(zone, lat, 0.1 + step, 0)[1] == pytest.approx(step * east, rel=0.01)
        assert zone_fact(zone, lat + 0.1 + step, 0.0, 0)[1] == pytest.approx(step * north, rel=0.01)


def test_a_shape_that_is_none_is_told() -> None:
    bow = ((0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0))
    assert "inside is no sound shape" in str(shape_fault(zone_of(bow)))
    short = zone_of(((0.0, 0.0),))
    with pytest.raises(CaseError):
        zone_fact(short, 0.5, 0.5, 1.0)


def test_reading_a_case_loads_no_geometry_library() -> None:
    code = (
        "import sys; from trucewatch.case.load import *; load_case(find_case(built_in_cases()[0]));"
        "import trucewatch.case.check, trucewatch.case.new;"
        "sys.exit(any(name in sys.modules for name in ('shapely', 'numpy', 'pydantic')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode == 0
