"""A place before a colon is no speaker, unless its state speaks in the report: invented headlines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.pipeline.read import read_text

# Tirvane is Ondrel's capital and one of its names; Ashel is a village.
CASES: list[tuple[str, str, list[str | None]]] = [
    ("Ashel: rebels begin to leave", "The weather was fine.", []),
    ("Tirvane: prisoners will be freed", "Ilan Queth said the prisoners would be freed.", ["ondrel"]),
    ("Queth: prisoners will be freed", "The weather was fine.", ["ilan_queth"]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "body", "speakers"), CASES)
def test_who_speaks_before_a_colon(title: str, body: str, speakers: list[str | None]) -> None:
    document = replace(
        a_document(body, title=title, outlet="meridian_news"),
        published=date(2021, 4, 1),
        language="en",
    )
    reading = read_text(document, crossing())
    said = [each for each in reading.statements if [cue.text for cue in each.cue] == [":"]]
    assert [each.speaker for each in said] == speakers
