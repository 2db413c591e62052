"""Which road is meant that was named before, in invented sentences: one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import EventKind, Party
from trucewatch.core.span import Span
from trucewatch.extract.events.where.roads import on_their_roads
from trucewatch.extract.sentences import split_sentences
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)

ROADS: list[tuple[str, set[str | None]]] = [
    ("The accord speaks of the R2. The road was opened on Monday.", {"old_road"}),
    ("The accord speaks of the R2. The road has not been opened.", {"old_road"}),
    ("The accord speaks of the R2. It rained. The highway remains closed.", {"old_road"}),
    ("The accord speaks of the R2. The road to Ashel was opened on Monday.", {"ashel"}),
    ("The road was opened on Monday. The accord speaks of the R2.", set()),
    ("Traffic on the R2 was restored on Monday.", {"old_road"}),
    ("Traffic on the R2 between Ashel and Pellow has not been restored.", {"old_road"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROADS)
def test_which_road_is_meant(text: str, expected: set[str | None]) -> None:
    document = replace(a_document(text), published=DAY, language="en")
    events = read_text(document, crossing()).events
    ways = [each for each in events if each.kind in ("opening", "closure")]
    assert {place.place for each in ways for place in each.at} - {None} == expected


# one row: what stands between, and whether "it" is the crossing that was told to be open
ITS: list[tuple[str, bool]] = [
    ("", True),
    ("It rained. ", False),
]


@pytest.mark.parametrize(("between", "same"), ITS)
def test_it_is_what_was_opened_or_shut_right_before(between: str, same: bool) -> None:
    text = f"Harrow Crossing was opened on Monday. {between}It was closed on Tuesday."
    document = replace(a_document(text), published=DAY, language="en")
    sentences = split_sentences(document)
    opened = next(each for each in read_text(document, crossing()).events if each.kind == "opening")
    last = sentences[-1].span
    closed = replace(
        opened,
        id="e9",
        kind=EventKind.CLOSURE,
        trigger=Span.cut(text, last.start + 7, last.start + 13),
        sentence=last,
        at=(),
        with_=(Party(span=Span.cut(text, last.start, last.start + 2), actor=None),),
    )
    told = list(on_their_roads([opened, closed], (), sentences, crossing().places))
    assert (told[1].at == opened.at) is same
