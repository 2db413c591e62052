"""What is meant of a truce in so many words, on the invented case: one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.agreement import Duty
from trucewatch.core.reading import Event, EventKind
from trucewatch.judge.bearing.truces import meant_of_truce
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)

TRUCES: list[tuple[str, set[str]]] = [
    ("The Marsh League will adhere to the ceasefire.", {"promise"}),
    ("The Marsh League promised to respect the ceasefire.", {"promise"}),
    ("The Marsh League would go on adhering to the ceasefire.", {"promise"}),
    ("The Marsh League will not observe the ceasefire.", {"refusal"}),
    ("The Marsh League must respect the ceasefire.", set()),
    ("The Marsh League has respected the ceasefire.", set()),
    ("The number of Marsh League fighters who promised to respect the ceasefire is nine.", set()),
    ("The Marsh League will respect the accord, and speaks of the ceasefire.", set()),
]  # fmt: skip


def fire_duty() -> Duty:
    duty = next(each for each in crossing().agreement.duties() if each.id == "4-fire")
    return replace(duty, words=("ceasefire",))


@pytest.mark.parametrize(("text", "expected"), TRUCES)
def test_what_is_meant_of_a_truce(text: str, expected: set[str]) -> None:
    document = replace(a_document(text), published=DAY, language="en")
    events: tuple[Event, ...] = read_text(document, crossing()).events
    found = {meant_of_truce(event, fire_duty()) for event in events}
    assert {str(each) for each in found if each is not None} == expected
    assert all(each.kind is EventKind.OTHER for each in events if meant_of_truce(each, fire_duty()))
