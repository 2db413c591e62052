"""Counts of a truce's violations: whose count it is, and what a bare number counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)

COUNTS: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        (
            "The truce is watched. The Joint Crossing Mission's observers recorded 14 cases of firing on "
            "Monday. The Joint Crossing Mission has recorded nine, all of them in Velmar."
        ),
        [("14 cases of firing", "crossing_mission"), ("nine", "crossing_mission")],
    ),
    (
        (
            "The truce is watched. The Joint Crossing Mission recorded nine violations of the truce on "
            "Monday. The Joint Crossing Mission has reported none."
        ),
        [("none", "crossing_mission")],
    ),
    (
        (
            "The truce is watched. The Joint Crossing Mission's observers recorded 14 ceasefire violations "
            "on Monday. The Joint Crossing Mission did not register any."
        ),
        [("any", "crossing_mission")],
    ),
    ("The Joint Crossing Mission recorded nine on Monday.", []),
    ("The truce holds. A reporter at the market recorded nine songs.", []),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_who_counts_what(text: str, expected: list[tuple[str, str | None]]) -> None:
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    reading = read_text(document, crossing())
    said = {each.id: each.speaker for each in reading.statements}
    counted = [
        (each.trigger.text, said.get(each.statement or ""))
        for each in reading.events
        if each.plover[1] == "ceasefire-violation" and each.trigger.text[:1] in "1na"
    ]
    assert counted == expected


def test_what_a_commission_watches_is_no_count() -> None:
    text = "The commission on truce violations met in Tolvane on Monday, Ilan Queth said."
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    reading = read_text(document, crossing())
    assert not any(each.plover[1] == "ceasefire-violation" for each in reading.events)
