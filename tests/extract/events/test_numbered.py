"""Events are numbered in the order of the text."""

from __future__ import annotations

from news import SAID
from passages import a_document, crossing
from trucewatch.extract.events.numbered import numbered
from trucewatch.pipeline.read import read_text


def test_events_are_numbered_in_the_order_of_their_triggers() -> None:
    text = f"Troops shelled Ashel, raided a farm and left the valley, {SAID}"
    events = read_text(a_document(text), crossing()).events
    assert len(events) > 1
    assert numbered(reversed(events)) == events
    assert [each.id for each in events] == [f"e{at}" for at in range(1, len(events) + 1)]
