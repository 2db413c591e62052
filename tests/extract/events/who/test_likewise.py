"""Who did the same, told behind it, in invented sentences: one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
ARMY, LEAGUE = "velmar_army", "marsh_league"

LIKEWISE: list[tuple[str, list[tuple[str, str]]]] = [
    ("The Marsh League has left Ashel, and so has the Heron Company.", [(LEAGUE, "asserted"), ("heron_company", "asserted")]),
    ("The Marsh League has not left Ashel, nor has the Heron Company.", [(LEAGUE, "negated"), ("heron_company", "negated")]),
    ("The Marsh League shelled Ashel, as did the Heron Company.", [(LEAGUE, "asserted"), ("heron_company", "asserted")]),
    ("The Marsh League has left Ashel, as has been reported.", [(LEAGUE, "asserted")]),
    ("The Marsh League has left Ashel, so the Heron Company is content.", [(LEAGUE, "asserted")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LIKEWISE)
def test_who_did_the_same(text: str, expected: list[tuple[str, str]]) -> None:
    document = replace(a_document(text), published=DAY, language="en")
    events = read_text(document, crossing()).events
    assert [(party.actor, str(each.reality)) for each in events for party in each.by] == expected
