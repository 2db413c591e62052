"""Nouns that name a task and no deed: what is told of them leaves it unsaid whether they were done."""

from __future__ import annotations

import pytest

from news import told
from passages import a_document, crossing
from trucewatch.core.reading import Reality
from trucewatch.core.span import Span
from trucewatch.extract.events.whether.unsaid import is_of_terms
from trucewatch.pipeline.read import read_text

SAID = "the Joint Crossing Mission said on Monday."
OUT = "the withdrawal of the militants' mortars from the quiet strip"

UNSAID: list[str] = [
    f"The Marsh League opposed {OUT}",
    f"The Heron Company rejected {OUT}",
    f"The Heron Company was against {OUT}",
    f"The Marsh League hampered {OUT}",
    f"There were difficulties with {OUT}",
    f"Problems had arisen with {OUT}",
    f"Velmar was responsible for {OUT}",
    f"Velmar and Ondrel disagree on {OUT}",
    f"The Marsh League made {OUT} conditional on aid",
    f"Ondrel was in charge of {OUT}",
    f"{OUT[0].upper()}{OUT[1:]} was taking longer than planned",
]


@pytest.mark.parametrize("clause", UNSAID)
def test_a_task_is_no_deed(clause: str) -> None:
    assert not told(f"{clause}, {SAID}", "5-guns")


DONE: list[str] = [
    f"The Mission observed {OUT}",
    f"There were no problems with {OUT}",
]


@pytest.mark.parametrize("clause", DONE)
def test_what_is_told_of_a_deed_lets_it_stand(clause: str) -> None:
    assert {says for _, says, _ in told(f"{clause}, {SAID}", "5-guns")} == {"done"}


def of_terms(words: str, marked: str) -> bool:
    start = words.index(marked)
    trigger = Span(start, start + len(marked), marked)
    return is_of_terms(Span(0, len(words), words), trigger, Reality.ASSERTED)


TERMS: list[tuple[str, str, bool]] = [
    ("The accord creates a strip from which all mortars are withdrawn.", "withdrawn", True),
    ("The accord creates a strip from which all mortars are withdrawn.", "creates", True),
    ("The accord, signed in May, foresees a strip patrolled by Velmari troops.", "patrolled", True),
    ("Velmar and Ondrel agreed on Monday on a strip patrolled by both.", "patrolled", True),
    ("As the accord foresees, Velmar has withdrawn its mortars.", "withdrawn", False),
    ("The strip was patrolled by Ondreli troops, as the accord foresees.", "patrolled", False),
    ("The accord holds, and the strip was patrolled by Velmari troops.", "patrolled", False),
    ("Ondrel creates a strip along the river.", "creates", False),
]


@pytest.mark.parametrize(("words", "marked", "expected"), TERMS)
def test_what_only_the_accord_has_so_is_asked(words: str, marked: str, expected: bool) -> None:
    assert of_terms(words, marked) is expected


def test_a_truce_that_is_broken_is_no_absence_of_an_act() -> None:
    text = f"Velmar broke the cessation of hostilities twelve times in Ashel, {SAID}"
    events = read_text(a_document(text), crossing()).events
    assert [event.trigger.text for event in events] == ["broke"]
