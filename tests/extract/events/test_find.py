"""Whose word an event is: of nested statements the innermost's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.pipeline.read import read_text

# one row: a sentence, and who says and did what stands in it
NESTED = [
    (
        'According to Queth, Vorn said: "We shelled Ashel on Friday."',
        "tessa_vorn",
        "velmar_defence",
    ),
    (
        'According to Vorn, Queth said: "We shelled Ashel on Friday."',
        "ilan_queth",
        "ondrel_foreign",
    ),
    ('Queth said: "We shelled Ashel on Friday."', "ilan_queth", "ondrel_foreign"),
    ('Vorn said: "We shelled Ashel on Friday."', "tessa_vorn", "velmar_defence"),
]


@pytest.mark.parametrize(("text", "speaker", "doer"), NESTED)
def test_we_are_who_speaks_nearest(text: str, speaker: str, doer: str) -> None:
    document = replace(a_document(text), published=date(2021, 3, 4), language="en")
    reading = read_text(document, crossing())
    (event,) = reading.events
    told = {statement.id: statement for statement in reading.statements}
    assert event.statement is not None
    assert told[event.statement].speaker == speaker
    assert [party.actor for party in event.by] == [doer]
