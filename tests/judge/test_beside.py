"""What is listed beside a line, on the invented case: one part unknown, and nothing told for certain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.finding import Finding
from trucewatch.judge.bearing import bear
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
SAID = "the Joint Crossing Mission said."


def findings(*paragraphs: str) -> list[Finding]:
    document = replace(
        a_document(*paragraphs, outlet="meridian_news"), published=DAY, language="en"
    )
    return list(bear(read_text(document, crossing()), crossing(), DAY))


def beside(*paragraphs: str) -> set[tuple[str, str | None]]:
    return {(each.duty, each.doer) for each in findings(*paragraphs) if each.near}


CASES: list[tuple[str, set[tuple[str, str | None]]]] = [
    (f"The Marsh League attacked a village, {SAID}", {("4-fire", "marsh_league")}),
    ("The Marsh League attacked a village.", set()),
    (f"A road was closed, {SAID}", set()),
    (f"There was no attack on the town, {SAID}", set()),
]


@pytest.mark.parametrize(("text", "listed"), CASES)
def test_what_is_listed(text: str, listed: set[tuple[str, str | None]]) -> None:
    assert beside(text) == listed


def test_what_a_voice_tells_for_certain_is_not_listed_beside_it() -> None:
    certain = f"The Marsh League attacked Ashel on Monday, {SAID}"
    again = f"The Marsh League attacked a village, {SAID}"
    assert beside(certain, again) == set()
    other = "The Marsh League attacked a village, Lantern Relief said."
    assert beside(certain, other) == {("4-fire", "marsh_league")}


def test_what_is_listed_is_listed_once() -> None:
    told = f"The Marsh League attacked a village, {SAID}"
    assert len([each for each in findings(told, told) if each.near]) == 1
