"""Who counted how many on which days: one sentence a line, read by the rules."""

from __future__ import annotations

from datetime import date

import pytest

from commands import CROSSING
from trucewatch.case.load import load_case
from trucewatch.core.document import Block, Document
from trucewatch.core.span import Span
from trucewatch.core.when import edtf
from trucewatch.join.halves import Halves
from trucewatch.join.tallies import Tally, tallies
from trucewatch.pipeline.read import read_text

CASE = load_case(CROSSING)


def counted(*paragraphs: str, counts: str = "violations") -> list[Tally]:
    """Give what a page of 20 March 2021 counts."""
    text = "\n\n".join(paragraphs)
    starts = [text.index(paragraph) for paragraph in paragraphs]
    blocks = tuple(
        Block(kind="paragraph", span=Span(start, start + len(words), words))
        for start, words in zip(starts, paragraphs, strict=True)
    )
    document = Document(
        id="d", text=text, blocks=blocks, outlet="dunmere_post", published=date(2021, 3, 20)
    )
    return list(tallies(read_text(document, CASE), counts, Halves.of(CASE.actors)))


def days(tally: Tally) -> str | None:
    return edtf(tally.days) if tally.days else None


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The Velmari side registered three violations of the truce on Friday, and the Ondreli side registered seven.", [("velmar", 3), ("ondrel", 7)]),
        ("The Velmari side registered three violations on Friday. The Ondreli side registered seven.", [("velmar", 3), ("ondrel", 7)]),
        ("On Friday the Northern half registered three violations and the Eastern half registered seven, Tessa Vorn said.", [("name:Northern side", 3), ("name:Eastern side", 7)]),
        ("The Joint Crossing Mission counted nine violations on Friday.", [("crossing_mission", 9)]),
        ("Nine violations were registered on Friday by the Joint Crossing Mission.", [("crossing_mission", 9)]),
        ("There were nine violations on Friday, Colonel Vorn said.", [("velmar_defence", 9)]),
        ("The Velmari Defence Ministry said that the Joint Crossing Mission counted nine violations on Friday.", [("crossing_mission", 9)]),
        ("There were nine violations of the truce on Friday.", [("dunmere_post", 9)]),
        ("Velmar counts two truce violations, Ondrel nine", [("velmar", 2), ("ondrel", 9)]),
        ("The Velmari part of the commission registered two violations on Friday.", [("velmar", 2)]),
        ("The Velmari side of the commission registered two violations on Friday.", [("velmar", 2)]),
        ("The Velmari part of the Joint Velmari-Ondreli Commission on Violations of the Truce registered two violations.", [("velmar", 2)]),
        ("Velmar's co-chair of the commission registered two violations on Friday.", [("velmar", 2)]),
        ("The co-chair for Velmar registered two violations on Friday.", [("velmar", 2)]),
        ("The Velmari co-chair of the commission, Colonel Oren Tasch, registered two violations.", [("velmar", 2)]),
        ("Colonel Oren Tasch, the Velmari co-chair of the commission, said two violations were registered.", [("velmar", 2)]),
        ("Two violations were registered on Friday by the Velmari part of the commission.", [("velmar", 2)]),
        ("Two violations were registered on Friday, the Velmari part of the commission said.", [("velmar", 2)]),
        ("Two violations were registered on Friday by the Northern part of the commission.", [("name:Northern side", 2)]),
        ("Two violations were registered, the co-chair of the Northern part of the commission said.", [("name:Northern side", 2)]),
        ("The Velmari side did not register any violations on Friday.", [("velmar", 0)]),
        ("The Velmari side registered two violations on Friday, and the Ondreli side registered none.", [("velmar", 2), ("ondrel", 0)]),
    ],
)  # fmt: skip
def test_who_counted(sentence: str, told: list[tuple[str, float]]) -> None:
    assert [(each.counter, each.claim.low) for each in counted(sentence)] == told


@pytest.mark.parametrize(
    ("sentence", "when", "total", "open_end"),
    [
        ("The Velmari side registered 3 violations on Friday.", "2021-03-19", False, False),
        ("The Velmari side registered 3 violations over the past 24 hours.", "2021-03-19", False, False),
        ("No violations of the truce were registered over the past day.", "2021-03-19", False, False),
        ("Since March 1, 90 violations have been registered, Colonel Vorn said.", "2021-03-01/2021-03-20", True, True),
        ("There were 90 violations in February, Colonel Vorn said.", "2021-02", True, False),
        ("There were 90 violations from March 1 to March 10, Colonel Vorn said.", "2021-03-01/2021-03-10", True, False),
        ("The Velmari side registered 3 violations.", None, False, False),
    ],
)  # fmt: skip
def test_of_which_days(sentence: str, when: str | None, total: bool, open_end: bool) -> None:
    (tally,) = counted(sentence)
    assert (days(tally), tally.total, tally.open_end) == (when, total, open_end)


def test_a_paragraph_s_day_goes_on_and_no_further() -> None:
    first = "The Velmari side registered 3 violations on Friday. The Ondreli side registered 7."
    told = counted(first, "The Joint Crossing Mission counted 9 violations.")
    assert [days(each) for each in told] == ["2021-03-19", "2021-03-19", None]


def test_parts_of_a_total_are_not_counted_again() -> None:
    told = counted(
        "On Friday it registered 12 violations: 5 in Ashel, 4 in Dunmere and 3 in Tolvane."
    )
    assert [each.claim.low for each in told] == [12]


@pytest.mark.parametrize(
    "sentence",
    [
        "Five soldiers were killed on Friday.",
        "Colonel Vorn denied that there were nine violations of the truce on Friday.",
    ],
)
def test_what_is_of_another_thing_or_did_not_happen_is_not_counted(sentence: str) -> None:
    assert counted(sentence) == []
