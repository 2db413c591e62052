from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.distance import kilometres
from trucewatch.identify.compass import DEGREES, DIRECTION, displaced, part_of

WORDS = [
    ("north", "north"),
    ("Northern", "north"),
    ("north-west", "northwest"),
    ("north-western", "northwest"),
    ("northwestern", "northwest"),
    ("south eastern", "southeast"),
    ("SOUTHEAST", "southeast"),
    ("central", "centre"),
]


@pytest.mark.parametrize(("words", "part"), WORDS)
def test_directions_are_parts(words: str, part: str) -> None:
    assert re.fullmatch(DIRECTION, words, re.IGNORECASE)
    assert part_of(words) == part


@given(
    st.floats(-60, 60), st.floats(-179, 179), st.floats(0.1, 150), st.sampled_from(sorted(DEGREES))
)
def test_a_displaced_point_is_as_far_as_said(lat: float, lon: float, km: float, part: str) -> None:
    there = displaced(lat, lon, km, part)
    assert kilometres(lat, lon, *there) == pytest.approx(km, rel=0.05, abs=0.05)
    assert ("north" in part) == (there[0] > lat + 0.0001) or km < 0.2
