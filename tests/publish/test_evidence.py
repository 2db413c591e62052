"""Which words a page prints: every line its own, the doer's first, and every side before one's second."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_case, a_duty, a_finding, day
from trucewatch.core.agreement import DutyType
from trucewatch.core.finding import Finding
from trucewatch.core.status import Counts, Line, Status
from trucewatch.judge.board import judge
from trucewatch.publish.page.evidence import (
    alike_when_silent,
    beside,
    board_rows,
    latest,
    picks,
    silent_rows,
    strongest,
    told_lines,
)

CASE = a_case()
NORTH, SOUTH = "north_militia", "south_militia"


def a_line(doer: str | None, **more: Any) -> Line:
    return Line(duty="keep", doer=doer, status=Status.BROKEN, rule="4-act", **more)


def an_act(voice: str, on: int = 5, **more: Any) -> Finding:
    return a_finding("keep", NORTH, "act", on, voice=voice, words=f"{voice} {on}", **more)


def picked(findings: list[Finding], most: int) -> list[str]:
    return [pick.finding.words for pick in strongest([(a_line(NORTH), findings)], CASE, most)]


def test_the_doer_s_own_word_comes_first_then_each_side() -> None:
    findings = [an_act("monitor", 9), an_act("monitor", 8), an_act("observer", 2), an_act(NORTH, 1)]
    assert picked(findings, 3) == ["north_militia 1", "monitor 9", "observer 2"]
    assert picked(findings, 9) == ["north_militia 1", "monitor 9", "observer 2", "monitor 8"]


def test_direct_quotation_goes_before_retelling_and_the_latest_before_the_earlier() -> None:
    findings = [an_act("monitor", 9), an_act("monitor", 3, manner="direct"), an_act("monitor", 8)]
    assert picked(findings, 3) == ["monitor 3", "monitor 9", "monitor 8"]


def test_of_an_origin_the_nearest_rendition_is_taken() -> None:
    near = an_act("monitor", 5, origin="o1")
    far = replace(an_act("monitor", 5, origin="o1"), words="retold")
    assert picked([near, far], 3) == ["monitor 5"]


def test_every_line_gets_a_word_of_its_own() -> None:
    of_north = [an_act("monitor", on) for on in (9, 8)]
    of_south = [an_act("monitor", 2)]
    found = strongest(
        [(a_line(NORTH), of_north), (a_line(SOUTH), of_south), (a_line(None), [])], CASE, 1
    )
    assert [(pick.finding.words, pick.doers, pick.others) for pick in found] == [
        ("monitor 9", (NORTH,), (SOUTH, None)),
        ("monitor 2", (SOUTH,), (NORTH, None)),
    ]


def test_what_stands_beside_is_counted_once() -> None:
    promise = a_finding("keep", NORTH, "promise", 1)
    near = a_finding("keep", NORTH, "act", 1, near=("almost",))
    other = a_finding("keep", NORTH, "not a breach", 2)
    lines = (
        a_line(NORTH, shown=(promise, other), near=(near,), read_differently=(near,)),
        a_line(SOUTH, shown=(replace(promise, id="another"),)),
    )
    assert beside(lines) == "1 not a breach, 1 promise, 1 near, 1 read differently"
    assert beside(()) == ""


def test_lines_of_which_a_board_tells_the_same_share_a_row() -> None:
    findings = [
        a_finding("keep", doer, "not done", 20, origin="o1", document="d1")
        for doer in (NORTH, SOUTH)
    ]
    clause = next(each for each in judge(CASE, findings, day(22)).clauses if each.clause == "keep")
    assert [len(lines) for lines in board_rows(clause)] == [2]
    findings.append(a_finding("keep", NORTH, "not done", 21, voice="observer"))
    clause = next(each for each in judge(CASE, findings, day(22)).clauses if each.clause == "keep")
    assert [len(lines) for lines in board_rows(clause)] == [1, 1]
    assert silent_rows(clause) == []


def test_silent_lines_share_a_row_and_keep_their_last_words() -> None:
    act = a_finding("refrain", NORTH, "act", 2)
    clause = next(each for each in judge(CASE, [act], day(22)).clauses if each.clause == "refrain")
    (lines,) = silent_rows(clause)
    assert [[line.doer for line in group] for group in alike_when_silent(lines)] == [
        [NORTH],
        [SOUTH],
    ]


def test_a_declared_clause_has_no_rows() -> None:
    clause = judge(a_case(a_duty("declare", DutyType.DECLARE)), [], day(3)).clauses[0]
    assert (board_rows(clause), silent_rows(clause)) == ([], [])


def test_the_latest_words_are_told_one_an_origin() -> None:
    findings = [
        an_act("monitor", on, origin=origin)
        for on, origin in ((1, "a"), (5, "b"), (4, "b"), (3, "c"))
    ]
    assert [finding.words for finding in latest(findings, 2)] == ["monitor 5", "monitor 3"]


@pytest.mark.parametrize(("room", "words"), [(100, 9), (9, 9), (8, 6), (6, 6), (5, 3), (0, 3)])
def test_fewer_words_are_picked_where_there_is_less_room(room: int, words: int) -> None:
    findings = [
        a_finding(duty, NORTH, "act", 20, words=f"{duty} {number}")
        for duty in ("reach", "refrain", "keep")
        for number in range(5)
    ]
    told = told_lines(judge(CASE, findings, day(24)), CASE, room)
    assert len(list(picks(told))) == words
    assert sum(camp.more for group in told for camp in group.camps) == 15 - words


def test_each_camp_of_a_contested_line_is_named() -> None:
    findings = [
        a_finding("refrain", NORTH, "act", 20, incident="i1"),
        a_finding("refrain", NORTH, "denies", 20, incident="i1", voice=NORTH),
    ]
    (told,) = told_lines(judge(CASE, findings, day(22)), CASE, 20)
    assert [(camp.name, len(camp.picks)) for camp in told.camps] == [
        ("less than kept", 1),
        ("kept, or denied", 1),
    ]


@given(
    st.lists(
        st.tuples(st.sampled_from((NORTH, SOUTH)), st.integers(1, 22), st.integers(0, 3)),
        max_size=12,
    )
)
def test_no_line_that_words_carry_goes_without_one(said: list[tuple[str, int, int]]) -> None:
    findings = [
        a_finding(
            "keep", doer, ("done", "not done", "act", "partly")[says], on, words=f"{doer} {on}"
        )
        for doer, on, says in said
    ]
    board = judge(CASE, findings, day(22))
    told = told_lines(board, CASE, 0)
    lines = [line for group in told for line in group.lines]
    spoken = [line for clause in board.clauses for line in clause.lines if line.counts != Counts()]
    assert {line.doer for line in spoken if line.status is not Status.NO_REPORT} <= {
        line.doer for line in lines
    }
    for group in told:
        for line in group.lines:
            printed = {
                pick.finding.id
                for camp in group.camps
                for pick in camp.picks
                if line.doer in pick.doers
            }
            assert printed
