"""Which places are spots, and which are known to be apart."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.place import Place, Places


def place(id: str, kind: str, *within: str, lon: float | None = None, **more: Any) -> Place:
    lat, km = (10.0, 1.0) if lon is not None else (None, None)
    return Place(
        id=id, name=id, kind=kind, within=within, latitude=lat, longitude=lon, km=km, **more
    )


PLACES = Places(
    by_id={
        each.id: each
        for each in (
            place("land", "country", lon=20.5),
            place("north", "province", "land"),
            place("south", "province", "land"),
            place("ford", "town", "north", lon=20.0),
            place("mill", "town", "north", lon=20.01),
            place("hill", "town", "north", lon=20.3),
            place("quay", "town", "north"),
            place("dock", "quarter", "quay", "north"),
            place("pier", "village"),
            place("ring", "ring of forts"),
            place("fort", "fort", "ring"),
            place("road", "road"),
            place("strip", "area", "north", zone="zone"),
        )
    },
    zones={},
)


@pytest.mark.parametrize(
    ("id", "is_spot"),
    [
        ("ford", True), ("quay", True), ("dock", True), ("fort", True), ("land", False), ("north", False),
        ("ring", False), ("road", False), ("strip", False), ("nowhere", False),
    ],
)  # fmt: skip
def test_what_is_a_spot(id: str, is_spot: bool) -> None:
    assert PLACES.is_spot(id) is is_spot


@pytest.mark.parametrize(
    ("shows", "one", "other", "apart"),
    [
        ("one place", "quay", "quay", False),
        ("two towns, no point known", "quay", "pier", True),
        ("a town with a point, one without", "quay", "ford", True),
        ("two towns far apart", "ford", "hill", True),
        ("two towns whose reaches meet", "ford", "mill", False),
        ("a town and its quarter", "quay", "dock", False),
        ("a town and its province", "quay", "north", False),
        ("a town and another province", "quay", "south", True),
        ("a village of which nobody wrote down in what it lies", "pier", "south", False),
        ("two provinces", "north", "south", False),
        ("a province and its country", "north", "land", False),
        ("a town and a road", "quay", "road", False),
        ("a town and a zone's name", "pier", "strip", False),
        ("what the case does not know", "quay", "nowhere", False),
    ],
)
def test_which_places_are_apart(shows: str, one: str, other: str, apart: bool) -> None:
    assert PLACES.are_apart(one, other) is apart, shows


@given(st.sampled_from(sorted(PLACES.by_id)), st.sampled_from(sorted(PLACES.by_id)))
def test_either_is_apart_from_the_other_and_never_from_what_holds_it(one: str, other: str) -> None:
    fresh = Places(by_id=PLACES.by_id, zones={})
    assert fresh.are_apart(one, other) == PLACES.are_apart(other, one)
    if other in PLACES.areas(one):
        assert not fresh.are_apart(one, other)
