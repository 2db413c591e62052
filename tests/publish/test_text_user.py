"""Small things that a reader of boards, readings and changes would take amiss."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from builders import a_case, a_duty, a_finding, day, so_many_read
from trucewatch.core.agreement import DutyType
from trucewatch.core.case import Case
from trucewatch.core.change import CauseKind
from trucewatch.core.choice import ActorChoice, RefusedActor
from trucewatch.core.document import Document
from trucewatch.core.finding import Finding
from trucewatch.core.reading import Bound, Figure, Mention, Reading
from trucewatch.core.span import Span
from trucewatch.judge.board import judge
from trucewatch.publish.board_table import board_table
from trucewatch.publish.changes import changes
from trucewatch.publish.reading_text import _figure, reading_text
from trucewatch.publish.why_text import why_text

NORTH = "north_militia"


def rules(findings: list[Finding], first: int, last: int, case: Case) -> list[str]:
    earlier = judge(case, findings, day(first), day(first))
    found = changes(earlier, judge(case, findings, day(last), day(last)), case, findings)
    (change,) = (each for each in found if each.doer == NORTH)
    return [str(cause.rule) for cause in change.causes if cause.kind is CauseKind.DAY_PASSED]


def test_a_word_about_a_state_lapses_with_the_deadline_not_with_the_window() -> None:
    case = a_case(a_duty("reach"))
    partly = a_finding("reach", NORTH, "partly", 13)
    assert rules([partly], 15, 22, case) == ["deadline"]


def test_an_act_still_ends_with_the_window() -> None:
    case = a_case(a_duty("refrain", DutyType.REFRAIN))
    assert rules([a_finding("refrain", NORTH, "act", 5)], 6, 20, case) == ["window"]


def test_names_that_take_two_lines_stay_two_columns_in() -> None:
    duty = a_duty("2", DutyType.REFRAIN, doers=(NORTH, "south_militia", "monitor", "observer"))
    case = a_case(duty)
    out = io.StringIO()
    board = judge(case, [a_finding("2", NORTH, "act", 5)], day(6), None)
    Console(file=out, width=70).print(board_table(board, case, so_many_read(board.on, 1)))
    lines = out.getvalue().splitlines()
    (title,) = (line for line in lines if "leave the" in line)
    silent = [line for line in lines if line.lstrip().startswith(("South_", "Monitor", "Observer"))]
    assert len(silent) > 1
    inset = title.index("leave the") + 2
    assert {len(line) - len(line.lstrip()) for line in silent} == {inset}


def test_a_clause_that_only_declares_counts_its_statements() -> None:
    case = a_case(a_duty("declare", DutyType.DECLARE))
    board = judge(case, [a_finding("declare", NORTH, "refusal", 3)], day(4), None)
    (clause,) = board.clauses
    told = why_text(board, clause, clause.lines, case, so_many_read(board.on, 1)).plain
    assert "no word yet" not in told
    assert "1 statement; 1 document of those days read" in told
    assert "0 statements; 1 document of those days read" in told


@pytest.mark.parametrize(
    ("low", "high", "bound", "told"),
    [
        (11.0, 11.0, "exact", "exact 11"),
        (1500.0, None, "at_least", "at least 1,500"),
        (None, 20.0, "at_most", "at most 20"),
        (10.0, 12.5, "range", "10 to 12.5"),
        (None, None, "about", "about ?"),
    ],
)
def test_a_figure_is_told_as_people_write_it(
    low: float | None, high: float | None, bound: Bound, told: str
) -> None:
    span = Span(start=0, end=6, text="eleven")
    figure = Figure(
        id="f1", span=span, low=low, high=high, bound=bound, unit=None, counts="shells",
        of=None, cumulative=None, period=None, doer=None, statement="s1",
    )  # fmt: skip
    assert _figure(figure) == f"f1 “eleven”: {told} of shells [s1]"


def test_a_reading_lists_the_actors_left_open_once_with_those_refused() -> None:
    text = "Reed Company"
    refused = (
        RefusedActor(actor=NORTH, because="alike", score=0.75),
        RefusedActor(actor="name:Hill Band", because="named_too"),
    )
    mention = Mention(
        span=Span(0, len(text), text),
        kind="armed_group",
        id=None,
        candidates=(f"name:{text}", "monitor"),
        choice=ActorChoice(rule="told_same", refused=refused),
    )
    case = a_case()
    reading = Reading(document=Document(id="d", text=text, blocks=()), mentions=(mention, mention))
    lines = [line for line in reading_text(reading, case).plain.splitlines() if text in line]
    refused_told = f"refused {case.name(NORTH)} (alike 0.75), Hill Band (named too)"
    assert lines == [f"  “{text}” (told same); may be {case.name('monitor')}; {refused_told}"]
