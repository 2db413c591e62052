"""A range of days judged at once: on each day the same as the board of that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import DEADLINE, a_case, a_duty, a_finding, day
from generated_records import CASES, DAYS, RECORDS
from trucewatch.core.agreement import Amendment, DutyType
from trucewatch.core.case import Case
from trucewatch.core.change import LineState
from trucewatch.core.finding import Finding
from trucewatch.core.status import Board, Line, Status
from trucewatch.core.when import Period
from trucewatch.judge.board import judge
from trucewatch.judge.days import Run, judge_days
from trucewatch.judge.rulebook import Rule

N = "north_militia"
LONGER = Amendment(agreed=day(22), deadline=day(40), source="the parties")
SHORTER = Amendment(agreed=day(10), deadline=day(5), source="the parties")
AMENDED = a_case(
    a_duty("reach", amendments=(LONGER,)),
    a_duty("open", deadline=None, amendments=(SHORTER,)),
    a_duty("refrain", DutyType.REFRAIN, starts=day(7)),
    a_duty("keep", DutyType.KEEP, until=day(20)),
)


def lines_of(board: Board) -> list[Line]:
    return [line for clause in board.clauses for line in clause.lines]


def on_day(runs: tuple[Run, ...], on: date) -> dict[Any, tuple[str, LineState]]:
    return {
        (run.duty, run.doer): (run.rule, run.state) for run in runs if run.first <= on <= run.last
    }


@st.composite
def spread_out(draw: st.DrawFn, record: list[Finding]) -> list[Finding]:
    """Let some words be about many days, from an open start, or up to an open end."""

    def about(finding: Finding) -> Period | None:
        first = day(draw(st.integers(0, 35)))
        last = first + timedelta(days=draw(st.integers(0, 20)))
        spans = [finding.days, Period(first, last), Period(None, last), Period(first, None)]
        return draw(st.sampled_from(spans))

    return [replace(finding, days=about(finding)) for finding in record]


@given(
    st.one_of(CASES, st.just(AMENDED)),
    RECORDS.flatmap(spread_out),
    st.tuples(DAYS, st.integers(0, 30)),
    st.one_of(st.none(), DAYS),
)
def test_a_range_says_on_each_day_what_the_board_of_that_day_says(
    case: Case, record: list[Finding], span: tuple[date, int], known: date | None
) -> None:
    first, last = span[0], span[0] + timedelta(days=span[1])
    runs = judge_days(case, record, first, last, known)
    for number in range(span[1] + 1):
        on = first + timedelta(days=number)
        lines = lines_of(judge(case, record, on, known))
        told = {(line.duty, line.doer): (line.rule, LineState.of(line)) for line in lines}
        assert on_day(runs, on) == told


@given(st.one_of(CASES, st.just(AMENDED)), RECORDS.flatmap(spread_out), DAYS)
def test_since_is_the_first_day_of_the_status_that_a_line_has(
    case: Case, record: list[Finding], on: date
) -> None:
    starts = {duty.id: duty.starts for duty in case.agreement.duties()}
    runs = judge_days(case, record, day(-2), on)
    for line in lines_of(judge(case, record, on)):
        if line.rule == Rule.DECLARE:
            continue
        own = [run for run in runs if (run.duty, run.doer) == (line.duty, line.doer)]
        begun = on + timedelta(days=1)
        while own and own[-1].state.status is line.status and on >= starts[line.duty]:
            begun = max(own.pop().first, starts[line.duty])
        assert line.since == min(begun, on)


@given(CASES, RECORDS.flatmap(spread_out), DAYS)
def test_runs_follow_each_other_and_differ(case: Case, record: list[Finding], first: date) -> None:
    last = first + timedelta(days=20)
    runs = judge_days(case, record, first, last)
    for line in {(run.duty, run.doer): None for run in runs}:
        own = [run for run in runs if (run.duty, run.doer) == line]
        assert (own[0].first, own[-1].last) == (first, last)
        for before, after in pairwise(own):
            assert after.first - before.last == timedelta(days=1)
            assert (before.rule, before.state) != (after.rule, after.state)


def test_a_range_tells_when_a_line_turned() -> None:
    words = [
        a_finding("reach", N, "done", 5),
        a_finding("reach", N, "act", 22, voice="observer"),
    ]
    runs = [run for run in judge_days(a_case(), words, day(-1), day(40)) if run.doer == N]
    told = [
        ((run.first - day(0)).days, run.rule, run.state.status)
        for run in runs
        if run.duty == "reach"
    ]
    due = (DEADLINE - day(0)).days + 1
    assert told == [
        (-1, Rule.START, Status.NOT_YET_DUE),
        (0, Rule.OPEN, Status.NOT_YET_DUE),
        (5, Rule.KEPT_IN_TIME, Status.KEPT),
        (due, Rule.KEPT, Status.KEPT),
        (22, Rule.ACT, Status.BROKEN),
        (29, Rule.CONTESTED, Status.CONTESTED),
    ]


@pytest.mark.parametrize(("first", "last"), [(3, 2), (9, 0)])
def test_a_range_that_ends_before_it_begins_holds_nothing(first: int, last: int) -> None:
    assert judge_days(a_case(), [a_finding("refrain", N, "act", 1)], day(first), day(last)) == ()


def test_the_end_of_time_can_be_spoken_of() -> None:
    words = [a_finding("refrain", N, "act", 1, days=Period(day(1), date.max))]
    (line,) = [
        each
        for each in lines_of(judge(a_case(), words, date.max))
        if (each.duty, each.doer) == ("refrain", N)
    ]
    assert (line.status, line.since) == (Status.BROKEN, day(1))
