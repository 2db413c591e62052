"""What makes a polygon, held against a geometry library's answer."""

from __future__ import annotations

import time
from math import cos, pi, sin

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.case.rings import polygon_fault

Ring = list[tuple[float, float]]
SQUARE: Ring = [(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)]
HOLE: Ring = [(1, 1), (1, 2), (2, 2), (2, 1), (1, 1)]


def moved(ring: Ring, by: float) -> Ring:
    return [(x + by, y) for x, y in ring]


@pytest.mark.parametrize(
    ("rings", "fault"),
    [
        ([SQUARE], None),
        ([SQUARE, HOLE], None),
        ([SQUARE[::-1], HOLE[::-1]], None),
        ([[(0, 0), *SQUARE]], None),
        ([SQUARE, [(0, 0), (1, 2), (2, 1), (0, 0)]], None),
        ([SQUARE, SQUARE], None),  # left to the geometry library
        ([SQUARE[:-1]], "not closed"),
        ([[(0, 0), (1, 1), (0, 0)]], "not closed"),
        ([[(0, 0), (0, 0), (1, 1), (0, 0)]], "encloses nothing"),
        ([[(0, 0), (1, 0), (2, 0), (0, 0)]], "cross"),
        ([[(0, 0), (4, 4), (4, 0), (0, 4), (0, 0)]], "cross"),
        ([[(0, 0), (4, 0), (4, 4), (2, 0), (0, 4), (0, 0)]], "cross"),
        ([[(0, 0), (4, 0), (6, 0), (4, 0), (4, 4), (0, 0)]], "cross"),
        ([SQUARE, moved(HOLE, 2.5)], "cross"),
        ([SQUARE, moved(HOLE, 9)], "a hole lies outside"),
        ([[(179, 0), (-179, 0), (-179, 1), (179, 1), (179, 0)]], "around the globe"),
        ([HOLE, SQUARE], "a hole lies outside"),
    ],
)
def test_polygons(rings: list[Ring], fault: str | None) -> None:
    found = polygon_fault(rings)
    assert (found is None) == (fault is None)
    assert (fault or "") in (found or "")


@settings(max_examples=300)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=3, max_size=9))
def test_it_agrees_with_a_geometry_library(points: Ring) -> None:
    ring = [*points, points[0]]
    assert (polygon_fault([ring]) is None) == shapely.Polygon(ring).is_valid


@given(st.lists(st.floats(0.5, 2), min_size=3, max_size=40))
def test_stars_are_polygons(rays: list[float]) -> None:
    turns = [2 * pi * number / len(rays) for number in range(len(rays))]
    ring = [(ray * cos(turn), ray * sin(turn)) for ray, turn in zip(rays, turns, strict=True)]
    assert polygon_fault([[*ring, ring[0]]]) is None


def test_the_largest_drawing_is_read_in_time() -> None:
    turns = [2 * pi * number / 4_999 for number in range(4_999)]
    ring = [(cos(turn), sin(turn)) for turn in turns]
    started = time.perf_counter()
    assert polygon_fault([[*ring, ring[0]]]) is None
    assert time.perf_counter() - started < 2
