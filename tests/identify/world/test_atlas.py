from __future__ import annotations

import lzma

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.world import WorldPlace
from trucewatch.identify.world.atlas import MAGIC, Atlas, shipped

LINES = [
    "ashel\tp\t\tQQ\tNorth Quay\t1000\t-2000\t12e4\t",
    "ashel\tp\t\tRR\t\t-550\t3050\t\t",
    "ashelhaven\t=ashel\t1",
    "northquay\tD\tNorth Quay\tQQ\t\t1010\t-2010\t13e4\t80",
    "quay\t=nowhere\t0",
    "quayland\tC\t\tQQ\t\t1000\t-2000\t30e5\t300",
]


def small(*lines: str) -> Atlas:
    return Atlas(
        MAGIC + lzma.compress("\n".join(["", *lines, ""]).encode(), format=lzma.FORMAT_ALONE)
    )


def test_a_name_gives_its_places_in_order() -> None:
    atlas = small(*LINES)
    one, two = atlas.named("Ashel")
    assert one == WorldPlace(
        name="Ashel",
        kind="city",
        country="QQ",
        division="North Quay",
        latitude=10.0,
        longitude=-20.0,
        people=120_000,
        km=3.5,
    )
    assert (two.country, two.people, two.latitude) == ("RR", 0, -5.5)


def test_a_further_name_leads_to_its_place() -> None:
    (place,) = small(*LINES).named("Ashel-Haven")
    assert (place.name, place.country, place.own) == ("Ashel", "RR", False)


@pytest.mark.parametrize(
    "name", ["", "Ash", "Ashelx", "Quay", "zzz", "\x00", "\n", "ashel\t", "é" * 500]
)
def test_what_no_place_bears_gives_nothing(name: str) -> None:
    assert small(*LINES).named(name) == () or name == "ashel\t"


@pytest.mark.parametrize("content", [b"", b"places", b"x" * 99, MAGIC, MAGIC + b"x" * 40])
def test_another_file_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="table"):
        Atlas(content)


@given(st.lists(st.text("abcde", min_size=1, max_size=4), min_size=1, max_size=30, unique=True))
def test_every_line_is_found_wherever_it_stands(keys: list[str]) -> None:
    ordered = sorted(keys, key=lambda key: f"{key}\t".encode())
    atlas = small(*(f"{key}\tp\t\tQQ\t\t0\t0\t9\t" for key in ordered))
    assert all(len(atlas.keyed(key)) == 1 for key in keys)


KNOWN = [
    ("Paris", "FR", 48.86, 2.35),
    ("Jakarta", "ID", -6.2, 106.8),
    ("Nairobi", "KE", -1.3, 36.8),
    ("Lima", "PE", -12.0, -77.0),
    ("Reykjavík", "IS", 64.1, -21.9),
    ("Munich", "DE", 48.1, 11.6),
    ("Peking", "CN", 39.9, 116.4),
    ("Peru", "PE", -10, -75),
    ("Bavaria", "DE", 49, 11.5),
    ("Texas", "US", 31.3, -99),
]


@pytest.mark.parametrize(("name", "country", "lat", "lon"), KNOWN)
def test_the_shipped_table_knows_the_world(name: str, country: str, lat: float, lon: float) -> None:
    place = shipped().named(name)[0]
    assert place.country == country
    assert abs(place.latitude - lat) < 2
    assert abs(place.longitude - lon) < 2
    assert place.km > 0


def test_every_line_of_the_shipped_table_can_be_read() -> None:
    atlas = shipped()
    lines = atlas._lines.decode().strip("\n").split("\n")
    keys = [line.split("\t", 1)[0] for line in lines]
    assert [f"{key}\t".encode() for key in keys] == sorted(f"{key}\t".encode() for key in keys)
    for key in keys[::211]:
        places = atlas.keyed(key)
        assert places
        assert all(-90 <= place.latitude <= 90 for place in places)
        assert all(-180 <= place.longitude <= 180 for place in places)
        assert all(place.km >= 1 and place.people >= 0 and place.name for place in places)
