"""What is moved, and whose, where a clause leaves it open; on the invented case, one line each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.judge.bearing import bear
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
LEAD = "By the Tolvane Accord all mortars have to be out of the quiet strip."
LEAGUE = "a spokesman for the Marsh League said on Monday."
GUNS = "5-guns"


def told(text: str) -> set[tuple[str | None, str]]:
    document = replace(a_document(LEAD, text, outlet="meridian_news"), published=DAY, language="en")
    findings = bear(read_text(document, crossing()), crossing(), DAY)
    return {(each.doer, str(each.says)) for each in findings if each.duty == GUNS and not each.near}


MOVED: list[tuple[str, set[tuple[str | None, str]]]] = [
    (f"The withdrawal has not begun, {LEAGUE}", {("marsh_league", "not done")}),
    (f"No withdrawals have taken place, {LEAGUE}", {("marsh_league", "not done")}),
    (f"Not one piece has left, {LEAGUE}", {("marsh_league", "not done")}),
    (
        "The Marsh League was pulling out of the quiet strip, with mortars, Lantern Relief said.",
        {("marsh_league", "partly")},
    ),
    (
        "Nurses filmed three mortars of the Marsh League being hauled away from the quiet strip on Monday.",
        {("marsh_league", "partly")},
    ),
    # of nobody's weapons is told here
    (f"Nothing has been decided, {LEAGUE}", set()),
]


@pytest.mark.parametrize(("text", "expected"), MOVED)
def test_what_is_moved_and_whose(text: str, expected: set[tuple[str | None, str]]) -> None:
    assert told(text) == expected


def test_a_lead_without_a_day_is_told_once() -> None:
    text = (
        "Mortars have left the quiet strip, Lantern Relief said. On Monday all mortars left the quiet "
        "strip, Lantern Relief said."
    )
    document = replace(a_document(LEAD, text, outlet="meridian_news"), published=DAY, language="en")
    findings = list(bear(read_text(document, crossing()), crossing(), DAY))
    assert {each.days is None for each in findings if each.duty == GUNS} == {False}
