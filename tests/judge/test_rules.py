"""Each rule on the smallest record that it decides: one line a case."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import a_case, a_duty, a_finding, day
from rule_cases import (
    BY_NORTH,
    BY_NORTHLAND,
    BY_SOUTH,
    CASES,
    DUE,
    RAID,
    N,
    S,
    line_of,
    told,
)
from trucewatch.core.agreement import Amendment
from trucewatch.core.status import Standing, Status
from trucewatch.judge.board import judge


@pytest.mark.parametrize(("shows", "duty", "words", "on", "status", "rule"), CASES)
def test_the_rule_decides(
    shows: str, duty: str, words: list[tuple[Any, ...]], on: int, status: str, rule: str
) -> None:
    board = judge(a_case(), told(*words, duty=duty), day(on))
    line = line_of(board, duty, N)
    assert (line.status, line.rule) == (Status(status), rule), shows
    assert line_of(board, duty, S).status in (Status.NO_REPORT, Status.NOT_YET_DUE)


STANDINGS: list[tuple[str, str, list[tuple[Any, ...]], str, bool]] = [
    ("one voice", "refrain", [("act", 5, RAID)], "alleged", False),
    ("two voices of one side", "refrain", [("act", 5, RAID), ("act", 5, RAID)], "alleged", False),
    ("two sides on one incident", "refrain", [("act", 5, RAID), ("act", 5, RAID | BY_SOUTH)], "corroborated", False),
    ("two sides on two incidents", "refrain", [("act", 5, RAID), ("act", 5, {"incident": "x"} | BY_SOUTH)], "alleged", False),
    ("an unknown side decides nothing", "refrain", [("act", 5, RAID), ("act", 5, RAID | {"voice": "stranger"})], "alleged", False),
    ("the doer says so", "refrain", [("act", 5, RAID | BY_NORTH)], "acknowledged", False),
    ("the doer reports a charge", "refrain", [("act", 5, RAID | BY_NORTH | {"form": "distanced"})], "alleged", False),
    ("another side says that the doer says so", "refrain", [("act", 5, RAID | BY_NORTH | {"chain": ("wire", "southland", "northland")})], "alleged", False),
    ("a monitor carries the doer's word", "refrain", [("act", 5, RAID | BY_NORTH | {"chain": ("wire", "monitor", "northland")})], "acknowledged", False),
    ("its unnamed source says so", "refrain", [("act", 5, RAID | BY_NORTH | {"unnamed": True})], "acknowledged", True),
    ("one of two owers is not enough", "refrain", [("act", 5, RAID | BY_NORTHLAND)], "alleged", False),
    ("not a breach, says the doer", "refrain", [("act", 5, RAID), ("not a breach", 6, RAID | BY_NORTH)], "acknowledged", False),
    ("not a breach, says another", "refrain", [("act", 5, RAID), ("not a breach", 6, RAID | BY_SOUTH)], "alleged", False),
    ("kept by its own word", "refrain", [("no act", 5, BY_NORTH)], "claimed", False),
    ("kept by its ower's word", "refrain", [("no act", 5, BY_NORTHLAND)], "claimed", False),
    ("kept by an outsider's word", "refrain", [("no act", 5)], "alleged", False),
    ("kept by two sides", "keep", [("done", 5, BY_NORTH), ("done", 5)], "corroborated", False),
    ("partly, by its own word", "keep", [("partly", 5, BY_NORTH)], "claimed", False),
    ("partly, correcting its done", "keep", [("done", 4, BY_NORTH), ("partly", 5, BY_NORTH)], "acknowledged", False),
    ("partly, answering a charge", "reach", [("not done", DUE + 1), ("partly", DUE + 2), ("partly", DUE + 2, BY_NORTH)], "acknowledged", False),
]  # fmt: skip


@pytest.mark.parametrize(("shows", "duty", "words", "standing", "unnamed"), STANDINGS)
def test_the_standing(
    shows: str, duty: str, words: list[tuple[Any, ...]], standing: str, unnamed: bool
) -> None:
    on = DUE + 3 if duty == "reach" else 7
    line = line_of(judge(a_case(), told(*words, duty=duty), day(on)), duty, N)
    assert line.standing is not None, line.status
    assert (line.standing.standing, line.standing.unnamed) == (Standing(standing), unnamed), shows


def test_who_alone_owes_a_duty_acknowledges_for_itself() -> None:
    case = a_case(a_duty("reach", owed_by=("northland",)))
    words = told(("not done", DUE + 1, BY_NORTHLAND), duty="reach", doer=S)
    line = line_of(judge(case, words, day(DUE + 2)), "reach", S)
    assert line.standing is not None
    assert line.standing.standing is Standing.ACKNOWLEDGED


def test_a_contested_line_has_a_standing_for_each_camp() -> None:
    words = told(("done", 5, BY_NORTH), ("not done", DUE + 1), duty="reach")
    line = line_of(judge(a_case(), words, day(DUE + 2)), "reach", N)
    assert line.standing is not None
    assert line.better is not None
    assert (line.standing.standing, line.better.standing) == (Standing.ALLEGED, Standing.CLAIMED)


def test_the_accused_is_heard_or_the_line_says_not() -> None:
    silent = told(("act", 5), duty="refrain")
    answered = [*silent, *told(("not a breach", 6, BY_NORTH), duty="refrain")]
    assert line_of(judge(a_case(), silent, day(6)), "refrain", N).heard is False
    assert line_of(judge(a_case(), answered, day(6)), "refrain", N).heard is True


def test_a_class_word_speaks_of_every_listed_doer_for_a_state() -> None:
    board = judge(a_case(), told(("done", 5), duty="reach", doer="militias"), day(6))
    assert {line_of(board, "reach", doer).status for doer in (N, S)} == {Status.KEPT}


def test_a_charge_that_names_nobody_is_no_confession() -> None:
    words = told(("not done", DUE + 1, BY_NORTH), duty="reach", doer=None)
    board = judge(a_case(), words, day(DUE + 2))
    assert line_of(board, "reach", N).status is Status.NO_REPORT
    other = line_of(board, "reach", S)
    assert (other.status, other.standing and other.standing.standing) == (
        Status.OVERDUE,
        Standing.ALLEGED,
    )


def test_an_act_by_a_class_word_is_a_line_of_its_own() -> None:
    board = judge(a_case(), told(("act", 5), duty="refrain", doer="militias"), day(6))
    assert line_of(board, "refrain", None).status is Status.BROKEN
    assert {line_of(board, "refrain", doer).status for doer in (N, S)} == {Status.NO_REPORT}
    clause = next(clause for clause in board.clauses if clause.clause == "refrain")
    assert (clause.status, clause.by) == (Status.BROKEN, (None,))


def test_nobody_in_particular_keeps_nothing() -> None:
    raid = told(("act", 5, RAID), ("denies", 6, RAID | BY_SOUTH), duty="refrain", doer="militias")
    quiet = told(("no act", 9), duty="refrain", doer="militias")
    denied, later = (judge(a_case(), [*raid, *quiet], day(on)) for on in (9, 14))
    assert line_of(denied, "refrain", None).status is Status.CONTESTED
    assert line_of(later, "refrain", None).status is Status.NO_REPORT
    assert {line_of(later, "refrain", doer).status for doer in (N, S)} == {Status.KEPT}


def test_a_member_s_act_is_its_umbrella_s_by_name_and_its_withdrawal_partly() -> None:
    act = line_of(
        judge(a_case(), told(("act", 5), duty="refrain", doer="north_band"), day(6)), "refrain", N
    )
    done = line_of(
        judge(a_case(), told(("done", 5), duty="reach", doer="north_band"), day(6)), "reach", N
    )
    assert (act.status, act.lesser_words[0].by_name) == (Status.BROKEN, "north_band")
    assert done.status is Status.PARTLY_KEPT


def test_a_correction_replaces_what_it_corrects_in_every_document() -> None:
    wrong = [a_finding("refrain", N, "act", 5, origin="o", document=d) for d in ("a", "b", "c")]
    right = a_finding("refrain", N, "no act", 5, corrects="o", known_from=day(9))
    late, early = (
        judge(a_case(), [*wrong, right], day(8)),
        judge(a_case(), [*wrong, right], day(8), day(8)),
    )
    assert line_of(late, "refrain", N).status is Status.KEPT
    assert line_of(early, "refrain", N).status is Status.BROKEN


def test_the_rendition_nearest_to_the_voice_counts() -> None:
    own = {"voice": "north_ministry", "origin": "o", "outlet": "ministry_site"}
    retold = {"voice": "north_ministry", "origin": "o"}
    words = told(("not done", DUE + 1, own), ("done", DUE + 1, retold), duty="reach")
    line = line_of(judge(a_case(), words, day(DUE + 2)), "reach", N)
    assert (line.status, [f.says for f in line.read_differently]) == (Status.OVERDUE, ["done"])


def test_equally_near_renditions_that_differ_have_no_weight() -> None:
    words = told(
        ("not done", DUE + 1, {"origin": "o"}), ("done", DUE + 1, {"origin": "o"}), duty="reach"
    )
    line = line_of(judge(a_case(), words, day(DUE + 2)), "reach", N)
    assert (line.status, len(line.read_differently)) == (Status.NO_REPORT, 2)


def test_an_amended_deadline_counts_from_the_day_it_was_agreed() -> None:
    new = Amendment(agreed=day(DUE + 5), deadline=day(DUE + 30), source="the parties")
    case = a_case(a_duty("reach", amendments=(new,)))
    words = told(("not done", DUE + 1), duty="reach")
    statuses = [
        line_of(judge(case, words, day(on)), "reach", N).status for on in (DUE + 4, DUE + 5)
    ]
    assert statuses == [Status.OVERDUE, Status.NOT_YET_DUE]


def test_since_last_and_counts() -> None:
    words = told(
        ("act", 5, RAID), ("act", 5, RAID | {"outlet": "wire"}), ("act", 9), duty="refrain"
    )
    line = line_of(judge(a_case(), words, day(10)), "refrain", N)
    assert (line.since, line.last, line.acts, line.last_act) == (day(5), day(9), 2, day(9))
    assert (line.counts.articles, line.counts.outlets, line.counts.agencies) == (3, 2, 1)
    assert (line.counts.origins, line.counts.voices, line.counts.sides) == (3, 1, 1)


@pytest.mark.parametrize("known", [None, day(4), day(5)])
def test_only_what_was_published_by_the_day_exists(known: date | None) -> None:
    words = told(("act", 3, {"known_from": day(5)}), duty="refrain")
    status = line_of(judge(a_case(), words, day(6), known), "refrain", N).status
    assert status is (Status.NO_REPORT if known == day(4) else Status.BROKEN)


def test_a_declare_clause_has_no_status() -> None:
    board = judge(a_case(), told(("done", 5), duty="declare"), day(6))
    clause = next(clause for clause in board.clauses if clause.clause == "declare")
    assert clause.status is None
    assert len(clause.lines[0].shown) == 1
