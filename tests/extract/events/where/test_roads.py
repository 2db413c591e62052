"""Which road is meant that was named before, in invented sentences: one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)

ROADS: list[tuple[str, set[str | None]]] = [
    ("The accord speaks of the R2. The road was opened on Monday.", {"old_road"}),
    ("The accord speaks of the R2. The road has not been opened.", {"old_road"}),
    ("The accord speaks of the R2. It rained. The highway remains closed.", {"old_road"}),
    ("The accord speaks of the R2. The road to Ashel was opened on Monday.", {"ashel"}),
    ("The road was opened on Monday. The accord speaks of the R2.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROADS)
def test_which_road_is_meant(text: str, expected: set[str | None]) -> None:
    document = replace(a_document(text), published=DAY, language="en")
    events = read_text(document, crossing()).events
    ways = [each for each in events if each.kind in ("opening", "closure")]
    assert {place.place for each in ways for place in each.at} - {None} == expected
