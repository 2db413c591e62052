"""Why a line is so: the rule, every word with its chain, and nothing that steers a terminal."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from rich.text import Text

from builders import a_case, a_duty, a_finding, day, so_many_read
from trucewatch.core.agreement import Amendment, DutyType
from trucewatch.core.case import Case
from trucewatch.core.finding import WHOLE, Finding
from trucewatch.core.read_days import ReadDays
from trucewatch.core.status import Board, ClauseLine, Line
from trucewatch.judge.board import judge
from trucewatch.judge.rulebook import Rule
from trucewatch.pipeline.record import CaseRecord
from trucewatch.publish.why_json import why_json
from trucewatch.publish.why_text import NEAR_SHOWN, finding_text, whole_text, why_text

N, S = "north_militia", "south_militia"


def lines_of(board: Board, duty: str) -> tuple[ClauseLine, tuple[Line, ...]]:
    clause = next(each for each in board.clauses if each.clause == duty)
    return clause, clause.lines


def told(*findings: Finding, duty: str = "refrain", on: int = 8, case: Case | None = None) -> str:
    case = case or a_case()
    board = judge(case, findings, day(on))
    return why_text(board, *lines_of(board, duty), case, so_many_read(board.on, 3)).plain


def test_it_tells_the_rule_the_words_the_chain_and_the_link() -> None:
    text = told(
        a_finding(
            "refrain", N, "act", 5, voice="observer", chain=("daily", "wire", "observer"),
            words="They fired.", url="https://a.example/1", said_on=day(6), published=day(7),
        )
    )  # fmt: skip
    assert (
        "Clause refrain: leave the zone\nOn 2020-03-09: reported broken, alleged (window 7 days, 3 documents of those days read)"
        in text
    )
    assert "North_Militia: reported broken, alleged" in text
    assert "to leave the zone (owed by Northland, Southland, from 2020-03-01)" in text
    assert Rule.ACT.row.sentence in text
    assert "since 2020-03-06; 1 article, 1 outlet, 1 agency, 1 origin, 1 voice, 1 side" in text
    assert "the accused was not heard" in text
    assert "less than kept:\n    act about 2020-03-06" in text
    assert "“They fired.”" in text
    assert "Daily <- Wire <- Observer; said 2020-03-07, published 2020-03-08" in text
    assert "      https://a.example/1\n" in text


def test_each_camp_is_told_apart() -> None:
    text = told(
        a_finding("refrain", N, "act", 5, incident="i"),
        a_finding("refrain", N, "denies", 6, incident="i", voice=N),
        a_finding("refrain", N, "not a breach", 6, voice=N),
        a_finding("refrain", N, "act", 5, near=("where it was is not known",)),
        a_finding("refrain", N, "act", 5, origin="o", manner="direct"),
        a_finding("refrain", N, "no act", 5, origin="o", days=None),
    )
    for title in (
        "less than kept:",
        "kept, or denied:",
        "shown, without weight:",
        "near: almost fits",
    ):
        assert text.count(title) == 1
    assert "near: where it was is not known" in text


def test_silence_says_what_was_read_and_the_day_of_the_last_word() -> None:
    case = a_case()
    board = judge(case, [a_finding("refrain", N, "act", 5)], day(20))
    clause, lines = lines_of(board, "refrain")
    silent = why_text(board, clause, lines, case, ReadDays(board.on)).plain
    assert "last word about 2020-03-06; no report for 15 days, nothing read" in silent
    looked = why_text(board, clause, lines, case, so_many_read(board.on, 1)).plain
    assert "no word yet; no report for 21 days, 1 document read" in looked


@pytest.mark.parametrize(
    ("more", "on", "words"),
    [
        ({}, 3, "by 2020-03-20)"),
        ({"deadline": None}, 3, "from 2020-03-01)"),
        ({"deadline": None, "until": day(60)}, 3, "from 2020-03-01 until 2020-04-30)"),
        ({"amendments": (Amendment(agreed=day(5), deadline=day(30), source="x"),)}, 3, "by 2020-03-20)"),
        ({"amendments": (Amendment(agreed=day(5), deadline=day(30), source="x"),)}, 5, "by 2020-03-31, amended from 2020-03-20)"),
    ],
)  # fmt: skip
def test_the_deadline_is_the_one_in_force(more: dict[str, Any], on: int, words: str) -> None:
    assert words in told(duty="reach", on=on, case=a_case(a_duty("reach", **more)))


def test_a_clause_that_only_declares_shows_statements_and_no_status() -> None:
    text = told(a_finding("declare", N, "promise", 5), duty="declare")
    assert "On 2020-03-09: statements only" in text
    assert "no report" not in text
    assert Rule.DECLARE.row.sentence in text
    assert "promise about 2020-03-06" in text


def test_unnamed_sources_and_nobody_are_told_so() -> None:
    unnamed = {"unnamed": True, "voice": N, "speaker": N, "chain": ("daily", N)}
    stranger = {"unnamed": True, "voice": "unnamed:o1", "speaker": None, "chain": ("daily",)}
    described = {
        "unnamed": True,
        "voice": "unnamed:o1",
        "speaker": None,
        "chain": ("daily", "a guard"),
    }
    nobody = {"voice": None, "speaker": None, "chain": ("daily",)}
    for more, words in (
        (unnamed, "Daily <- North_Militia (source not named);"),
        (stranger, "Daily <- source not named;"),
        (described, "Daily <- “a guard” (not named);"),
        (nobody, "Daily <- nobody named;"),
    ):
        assert words in finding_text(a_finding("refrain", N, "act", 5, **more), a_case()).plain


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"days": None, "said_on": None}, "act  ["),
        ({"said_on": None}, "day of saying not given, published 2020-03-06"),
        ({"published": None}, "published unknown, known from 2020-03-06"),
        ({"by_name": "north_band"}, "act by North_Band about"),
        ({"form": "denied"}, "act (denied) about"),
        ({"coder": "A. Coder: misread"}, "entered by A. Coder: misread"),
        ({"url": "javascript:alert(1)"}, "act about 2020-03-06"),
    ],
)
def test_what_a_finding_tells(more: dict[str, Any], words: str) -> None:
    text = finding_text(a_finding("refrain", N, "act", 5, **more), a_case()).plain
    assert words in text
    assert "javascript" not in text


def test_days_with_open_ends() -> None:
    from trucewatch.core.when import Period

    for period, words in (
        (Period(None, day(5)), "an open start to 2020-03-06"),
        (Period(day(5), None), "2020-03-06 to an open end"),
        (Period(day(5), day(6)), "2020-03-06 to 2020-03-07"),
    ):
        text = finding_text(a_finding("refrain", N, "act", 5, days=period), a_case()).plain
        assert f"about {words}" in text


def test_of_many_near_findings_the_nearest_are_shown_and_the_others_counted() -> None:
    near = [
        a_finding("refrain", N, "act", 5, words=f"Shot {n}.", near=("a",) * (1 + n % 2))
        for n in range(12)
    ]
    board = judge(a_case(), near, day(6))
    (clause,) = (each for each in board.clauses if each.clause == "refrain")
    lines = [line for line in clause.lines if line.doer == N]
    text = why_text(board, clause, lines, a_case(), so_many_read(board.on, 0)).plain
    assert text.count("  [") == NEAR_SHOWN
    assert "Shot 10." in text
    assert "Shot 11." not in text
    assert f"{len(near) - NEAR_SHOWN} more, in --json" in text


def test_hostile_words_steer_nothing() -> None:
    evil = "\x1b[31m[bold]x[/bold]\x07\u202e\r\nsecond line"
    text = told(
        a_finding(
            "refrain", N, "act", 5, words=evil, chain=(evil, evil), coder=evil, outlet=evil,
            url=f"https://a.example/{evil}", document=evil,
        ),
        a_finding("refrain", N, "act", 5, near=(evil,)),
    )  # fmt: skip
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", text)
    assert "[bold]x[/bold]" in text
    assert "https://a.example" not in text
    assert not [line for line in text.splitlines() if line.startswith("second line")]


def test_the_whole_lists_words_without_weight() -> None:
    case = a_case()
    board = judge(case, [a_finding(WHOLE, None, "promise", 5, words="All goes well.")], day(8))
    assert "All goes well." in whole_text(board, case).plain
    assert "no word" in whole_text(replace(board, whole=()), case).plain


def test_json_holds_every_finding_that_the_text_tells(record: CaseRecord, board: Board) -> None:
    keys = ("lesser", "better", "shown", "read_differently", "near")
    for clause in board.clauses:
        form = json.loads(
            json.dumps(
                why_json(board, clause, clause.lines, record.case, so_many_read(board.on, 2))
            )
        )
        assert form["schema"] == "trucewatch/why/1"
        *weighed, ids = (
            {each["id"] for line in form["duties"] for key in some for each in line[key]}
            for some in (keys[:-1], keys)
        )
        text = why_text(board, clause, clause.lines, record.case, so_many_read(board.on, 2))
        assert isinstance(text, Text)
        told = set(re.findall(r"  \[([0-9a-z]+)\]$", text.plain, re.MULTILINE))
        assert weighed[0] <= told <= ids
        assert [line["doer"] for line in form["duties"]] == [line.doer for line in clause.lines]


def test_asked_for_one_line_json_gives_one() -> None:
    case = a_case()
    board = judge(case, [a_finding("refrain", N, "act", 5)], day(8))
    clause, lines = lines_of(board, "refrain")
    (line,) = [each for each in lines if each.doer == N]
    form = why_json(board, clause, [line], case, so_many_read(board.on, 1))
    assert [each["doer"] for each in form["duties"]] == [N]
    assert form["status"] == "reported broken"


def test_duty_types_are_all_told() -> None:
    for duty in DutyType:
        assert "owed by" in told(duty=duty.value)
