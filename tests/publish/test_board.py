"""The board for machines and for people: the same lines, whole, and safe to print."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console, RenderableType

from builders import a_case, a_duty, a_finding, day, so_many_read
from trucewatch.core.agreement import DutyType
from trucewatch.core.finding import WHOLE, Finding
from trucewatch.core.read_days import ReadDays
from trucewatch.core.status import Board, Counts, Status
from trucewatch.judge.board import judge
from trucewatch.pipeline.record import CaseRecord
from trucewatch.publish.board_json import SCHEMA, board_json, finding_json
from trucewatch.publish.board_table import STYLES, board_table
from trucewatch.publish.phrases import counted, number_of

N, S = "north_militia", "south_militia"


def shown(renderable: RenderableType, width: int = 120) -> str:
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(
        renderable, highlight=False, markup=False, emoji=False
    )
    return out.getvalue()


def board_of(*findings: Finding, on: int = 8) -> Board:
    return judge(a_case(), findings, day(on))


def told(*findings: Finding, on: int = 8, read: int = 3) -> dict[str, Any]:
    form: dict[str, Any] = json.loads(
        json.dumps(board_json(board_of(*findings, on=on), a_case(), so_many_read(day(on), read)))
    )
    return form


def test_the_keys_of_the_board_are_a_promise() -> None:
    form = told(a_finding("refrain", N, "act", 5), a_finding(WHOLE, None, "promise", 5))
    assert form["schema"] == SCHEMA == "trucewatch/board/1"
    assert list(form) == ["schema", "case", "on", "known", "window", "whole", "clauses"]
    clause = {"clause", "title", "status", "standing", "by", "duties"}
    duty = {"duty", "owed_by", "doer", "status", "standing", "since", "last", "read", "counts"}
    counts = {"articles", "outlets", "agencies", "origins", "voices", "sides"}
    for each in form["clauses"]:
        assert clause <= set(each)
        for line in each["duties"]:
            assert duty <= set(line)
            assert set(line["counts"]) == counts
            assert line["read"] == 3
    assert [word["says"] for word in form["whole"]] == ["promise"]


def test_json_tells_what_was_judged() -> None:
    form = told(a_finding("refrain", N, "act", 5))
    (clause,) = [each for each in form["clauses"] if each["clause"] == "refrain"]
    (line,) = [each for each in clause["duties"] if each["doer"] == N]
    assert (clause["status"], clause["standing"], clause["by"]) == (
        "reported broken",
        "alleged",
        [N],
    )
    assert (line["status"], line["rule"], line["heard"]) == ("reported broken", "4-act", False)
    assert (line["since"], line["last"], line["last_act"]) == ("2020-03-06",) * 3
    assert (line["acts"], line["counts"]["voices"]) == (1, 1)
    assert line["owed_by"] == ["northland", "southland"]


def test_a_clause_that_only_declares_has_no_status_anywhere() -> None:
    (clause,) = [each for each in told()["clauses"] if each["clause"] == "declare"]
    assert clause["status"] is None
    assert {line["status"] for line in clause["duties"]} == {None}
    assert {line["rule"] for line in clause["duties"]} == {"6-declare"}


def test_a_contested_line_tells_both_standings() -> None:
    words = [a_finding("refrain", N, "act", 5), a_finding("refrain", N, "no act", 5, voice=N)]
    (line,) = [
        line for each in told(*words)["clauses"] for line in each["duties"]
        if (line["duty"], line["doer"]) == ("refrain", N)
    ]  # fmt: skip
    assert (line["status"], line["standing"], line["better_standing"]) == (
        "contested", "alleged", "claimed",
    )  # fmt: skip


def test_a_finding_names_what_it_cites() -> None:
    finding = a_finding(
        "refrain", N, "act", 5, voice="north_speaker", chain=("wire", "north_speaker")
    )
    form = finding_json(finding, a_case())
    assert form["chain"] == [
        {"id": "wire", "name": "Wire"},
        {"id": "north_speaker", "name": "North_Speaker"},
    ]
    assert form["quote"] == {"start": None, "end": None, "text": "words"}
    assert (form["days"], form["said_on"], form["voice_name"]) == (
        "2020-03-06", "2020-03-06", "North_Speaker",
    )  # fmt: skip


FINDINGS = st.lists(
    st.builds(
        a_finding, st.sampled_from(["reach", "refrain", "keep", "declare", WHOLE]),
        st.sampled_from([N, S, None]), st.sampled_from(["act", "done", "partly", "not done", "denies"]),
        st.integers(0, 30), voice=st.sampled_from(["monitor", N]), words=st.text(max_size=20),
        url=st.sampled_from([None, "https://a.example", "javascript:x"]),
    ),
    max_size=8,
)  # fmt: skip


@given(FINDINGS, st.integers(-3, 40))
@settings(max_examples=60)
def test_table_and_json_agree_on_every_record(findings: list[Finding], on: int) -> None:
    board = board_of(*findings, on=on)
    form = board_json(board, a_case(), so_many_read(board.on, 1))
    table = shown(board_table(board, a_case(), so_many_read(board.on, 1)))
    for clause in form["clauses"]:
        assert (clause["status"] or "statements only") in table
        if clause["status"] not in (None, Status.NO_REPORT, Status.NOT_YET_DUE):
            assert clause["by"]
            assert clause["standing"]
    assert ("On the agreement as a whole" in table) is bool(form["whole"])
    json.dumps(form, allow_nan=False)


def test_the_table_says_how_much_was_read_and_what_is_known() -> None:
    board = board_of()
    assert "Board on 2020-03-09, everything known; nothing read of the last 7 days." in shown(
        board_table(board, a_case(), so_many_read(board.on, 0))
    )
    known = replace(board, known=day(2))
    head = shown(board_table(known, a_case(), so_many_read(known.on, 1)))
    assert "as known on 2020-03-03; 1 document of the last 7 days read." in head


def test_the_table_shows_each_line_with_what_stands_behind_it() -> None:
    act = a_finding("refrain", N, "act", 5, incident="raid")
    table = shown(board_table(board_of(act), a_case(), so_many_read(day(8), 3)), width=200)
    assert "by North_Militia" in table
    assert "since 2020-03-06; 1 article, 1 outlet, 1 origin, 1 voice, 1 side" in table
    assert "1 act since the start, last 2020-03-06; the accused was not heard" in table
    assert "doer not named" not in table


def test_doers_of_whom_the_same_is_told_share_a_row() -> None:
    table = shown(
        board_table(
            board_of(a_finding("reach", None, "done", 5)), a_case(), so_many_read(day(8), 1)
        ),
        width=200,
    )
    assert "North_Militia, South_Militia" in table


def test_a_row_says_how_long_nothing_was_told_and_whether_anybody_looked() -> None:
    words = (a_finding("refrain", N, "act", 2), a_finding("reach", N, "promise", 2))
    read = ReadDays(day(30), (day(1), day(9), day(10), day(30)))
    table = shown(board_table(board_of(*words, on=30), a_case(), read), width=200)
    assert "no report for 28 days, 3 documents read" in table
    nothing = shown(board_table(board_of(*words, on=30), a_case(), ReadDays(day(30))), width=200)
    assert "no report for 28 days, nothing read" in nothing


def test_statements_of_a_declaring_clause_are_counted() -> None:
    words = [a_finding("declare", N, "promise", 5), a_finding("declare", N, "promise", 6)]
    row = [
        line
        for line in shown(
            board_table(board_of(*words), a_case(), so_many_read(day(8), 1))
        ).splitlines()
        if "declare" in line
    ]
    assert "2 statements" in row[0]


@pytest.mark.parametrize("width", [20, 60, 300])
def test_any_width_will_do(width: int, record: CaseRecord) -> None:
    day_ = record.last_day()
    assert shown(board_table(record.board(day_), record.case, so_many_read(day_, 1)), width).strip()


def test_hostile_names_in_a_case_steer_nothing() -> None:
    case = a_case(a_duty("refrain", DutyType.REFRAIN, what="[red]x[/red] \x1b[31m"))
    agreement = replace(case.agreement, title="\x1b]0;x\x07[link=https://a.example]y[/link]")
    case = replace(case, agreement=agreement)
    table = shown(board_table(judge(case, [], day(3)), case, so_many_read(day(3), 1)))
    assert "\x1b" not in table
    assert "\x07" not in table
    assert "[link=https://a.example]y[/link]" in table
    assert "[red]x[/red]" in table


def test_every_status_has_a_style() -> None:
    assert set(STYLES) == set(Status)


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [(0, "voice", "0 voices"), (1, "agency", "1 agency"), (2, "agency", "2 agencies"), (1200, "article", "1,200 articles")],
)  # fmt: skip
def test_numbers_and_nouns(number: int, noun: str, words: str) -> None:
    assert number_of(number, noun) == words


def test_what_is_none_is_not_counted() -> None:
    assert counted(Counts(articles=2, voices=1)) == "2 articles, 1 voice"
    assert counted(Counts()) == ""
