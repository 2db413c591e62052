"""Where a pattern names no place, the duty's own place still tells what is another's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from news import DAY, SAID
from passages import a_document, crossing
from trucewatch.core.case import Case
from trucewatch.judge.bearing import bear
from trucewatch.pipeline.read import read_text


def without_places(case: Case) -> Case:
    """Give the case with the places taken out of the crossing's patterns, and left in its duty."""
    clauses = tuple(
        replace(
            clause,
            duties=tuple(
                replace(duty, events=tuple(replace(each, at=()) for each in duty.events))
                if duty.id == "2-crossing"
                else duty
                for duty in clause.duties
            ),
        )
        for clause in case.agreement.clauses
    )
    return replace(case, agreement=replace(case.agreement, clauses=clauses))


@pytest.mark.parametrize(
    ("news", "counts"),
    [
        ("The crossing was reopened to traders on Monday", True),
        ("The crossing at Ashel was reopened to traders on Monday", False),
    ],
)
def test_what_is_opened_elsewhere_keeps_no_duty(news: str, counts: bool) -> None:
    case = without_places(crossing())
    document = replace(
        a_document(f"{news}, {SAID}", outlet="meridian_news"), published=DAY, language="en"
    )
    found = [
        each for each in bear(read_text(document, case), case, DAY) if each.duty == "2-crossing"
    ]
    assert bool([each for each in found if not each.near]) == counts
