"""Each rule on the smallest record that it decides: one line a case."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import DEADLINE, a_case, a_duty, a_finding, day
from trucewatch.core.agreement import Amendment
from trucewatch.core.finding import Finding
from trucewatch.core.status import Board, Line, Standing, Status
from trucewatch.judge.board import judge

N, S = "north_militia", "south_militia"
DUE = (DEADLINE - day(0)).days


def line_of(board: Board, duty: str, doer: str | None) -> Line:
    lines = [line for clause in board.clauses for line in clause.lines]
    return next(line for line in lines if line.duty == duty and line.doer == doer)


def told(*words: tuple[Any, ...], duty: str, doer: str | None = N) -> list[Finding]:
    """Make findings from (says, day) or (says, day, {more})."""
    return [a_finding(duty, doer, w[0], w[1], **(w[2] if len(w) > 2 else {})) for w in words]


BY_NORTH = {"voice": "north_militia"}
BY_NORTHLAND = {"voice": "north_speaker"}
BY_SOUTH = {"voice": "south_militia"}
BY_OBSERVER = {"voice": "observer"}
NO_DAY = {"days": None}
RAID = {"incident": "raid"}

CASES: list[tuple[str, str, list[tuple[Any, ...]], int, str, str]] = [
    # what it shows, duty, words about the north militia, board's day, status, rule
    ("before the start", "refrain", [("act", -3)], -1, "not yet due", "3-start"),
    ("in time, silent", "reach", [], 5, "not yet due", "3-open"),
    ("the deadline's own day is in time", "reach", [("not done", DUE)], DUE, "not yet due", "3-open"),
    ("in time, done", "reach", [("done", 5)], 8, "reported kept", "3-kept"),
    ("done says nothing of days before", "reach", [("done", 5)], 4, "not yet due", "3-open"),
    ("in time, less of that day", "reach", [("done", 5), ("not done", 5, BY_SOUTH)], 8, "not yet due", "3-open"),
    ("in time, less of an earlier day", "reach", [("not done", 4, BY_SOUTH), ("done", 5)], 8, "reported kept", "3-kept"),
    ("in time, less of a later day", "reach", [("done", 5), ("not done", 7, BY_SOUTH)], 8, "not yet due", "3-open"),
    ("a later word says nothing yet", "reach", [("done", 5), ("not done", 9, BY_SOUTH)], 8, "reported kept", "3-kept"),
    ("in time, partly", "reach", [("partly", 5)], 8, "reported partly kept", "3-partly"),
    ("in time, partly but not done later", "reach", [("partly", 5), ("not done", 6, BY_SOUTH)], 8, "not yet due", "3-open"),
    ("in time, partly and done by another", "reach", [("partly", 5, BY_SOUTH), ("done", 5)], 8, "reported partly kept", "3-partly"),
    ("in time, an act says less", "reach", [("done", 5), ("act", 6, BY_SOUTH)], 8, "not yet due", "3-open"),
    ("in time, an act does not undo a part done", "reach", [("partly", 5), ("act", 6, BY_SOUTH)], 8, "reported partly kept", "3-partly"),
    ("no deadline, silent", "open", [], 90, "no report", "3-silent"),
    ("no deadline, done", "open", [("done", 5)], 90, "reported kept", "3-kept"),
    ("no deadline, not done", "open", [("not done", 5)], 90, "not yet due", "3-open"),
    ("no deadline, promised", "open", [("promise", 5)], 90, "not yet due", "3-open"),
    ("silence after the deadline", "reach", [], DUE + 1, "no report", "4-silent"),
    ("promises are no reports", "reach", [("promise", 5)], DUE + 1, "no report", "4-silent"),
    ("done stays done", "reach", [("done", 5)], 300, "reported kept", "4-kept"),
    ("not done, said in time, lapses", "reach", [("not done", DUE - 1)], DUE + 1, "no report", "4-silent"),
    ("not done of the deadline's day", "reach", [("not done", DUE)], DUE + 1, "overdue", "4-overdue"),
    ("not done stays", "reach", [("not done", DUE + 2)], 300, "overdue", "4-overdue"),
    ("partly, said in time, lapses", "reach", [("partly", 5)], DUE + 1, "no report", "4-silent"),
    ("partly after the deadline", "reach", [("partly", DUE + 1)], DUE + 1, "reported partly kept", "4-partly"),
    ("partly and done", "reach", [("partly", DUE + 1), ("done", 5, BY_NORTH)], DUE + 1, "reported partly kept", "4-partly"),
    ("in time not done against an earlier done", "reach", [("done", 5, BY_NORTH), ("not done", 6)], DUE + 1, "contested", "4-contested"),
    ("done against a later not done", "reach", [("done", 5, BY_NORTH), ("not done", DUE + 2)], DUE + 3, "contested", "4-contested"),
    ("own later done changes nothing", "reach", [("not done", DUE + 2), ("done", DUE + 4, BY_NORTH)], DUE + 5, "contested", "4-contested"),
    ("an ower's later done changes nothing", "reach", [("not done", DUE + 2), ("done", DUE + 4, BY_NORTHLAND)], DUE + 5, "contested", "4-contested"),
    ("an outsider's later done decides", "reach", [("not done", DUE + 2), ("done", DUE + 4, BY_OBSERVER)], DUE + 5, "reported kept", "4-later"),
    ("an unknown side's later done does not", "reach", [("not done", DUE + 2), ("done", DUE + 4, {"voice": "stranger"})], DUE + 5, "contested", "4-contested"),
    ("a voice's later word replaces its own", "reach", [("not done", DUE + 2), ("done", DUE + 4)], DUE + 5, "reported kept", "4-kept"),
    ("differing words of one voice on one day", "reach", [("not done", DUE + 2), ("done", DUE + 2)], DUE + 5, "contested", "4-contested"),
    ("an act after the deadline", "reach", [("act", DUE + 2)], DUE + 2, "reported broken", "4-act"),
    ("an act before it was due breaks nothing", "reach", [("act", DUE - 1)], DUE + 2, "no report", "4-silent"),
    ("an act replaces its voice's done", "reach", [("done", DUE - 1), ("act", DUE + 2)], DUE + 20, "overdue", "4-overdue"),
    ("after the window an act is not done", "reach", [("act", DUE + 2)], DUE + 9, "overdue", "4-overdue"),
    ("and disagrees with another's done", "reach", [("done", DUE - 1, BY_NORTH), ("act", DUE + 2)], DUE + 9, "contested", "4-contested"),
    ("a denied act", "reach", [("act", DUE + 2, RAID), ("denies", DUE + 3, BY_NORTH | RAID)], DUE + 3, "contested", "4-denied"),
    ("a denied act never becomes not done", "reach", [("act", DUE + 2, RAID), ("denies", DUE + 3, BY_NORTH | RAID)], DUE + 30, "no report", "4-silent"),
    ("a denial alone", "reach", [("denies", DUE + 3, BY_NORTH | RAID)], DUE + 3, "no report", "4-silent"),
    ("an act in the window", "refrain", [("act", 5)], 11, "reported broken", "4-act"),
    ("the window has passed", "refrain", [("act", 5)], 12, "no report", "4-silent"),
    ("a quiet day unsays nothing", "refrain", [("act", 5), ("no act", 6)], 8, "reported broken", "4-act"),
    ("no act of that day denies it", "refrain", [("act", 5), ("no act", 5, BY_NORTH)], 8, "contested", "4-denied"),
    ("no act", "refrain", [("no act", 5)], 8, "reported kept", "4-kept"),
    ("done of a refrain duty is no act", "refrain", [("done", 5)], 8, "reported kept", "4-kept"),
    ("not done of a refrain duty is an act", "refrain", [("not done", 5)], 8, "reported broken", "4-act"),
    ("a denied act and a kept word", "refrain", [("act", 5, RAID), ("denies", 6, BY_NORTH | RAID), ("no act", 7)], 8, "contested", "4-denied"),
    ("denied by one, another raid not", "refrain", [("act", 5, RAID), ("denies", 6, BY_NORTH | RAID), ("act", 6, {"incident": "second"})], 8, "reported broken", "4-act"),
    ("an act without a day is near", "refrain", [("act", 5, NO_DAY)], 8, "no report", "4-silent"),
    ("not a breach weighs nothing", "refrain", [("not a breach", 5, BY_NORTH)], 8, "no report", "4-silent"),
    ("its voice takes it back", "refrain", [("act", 5, RAID), ("denies", 6, RAID)], 8, "no report", "4-silent"),
    ("keep: done in the window", "keep", [("done", 5)], 8, "reported kept", "4-kept"),
    ("keep: the window has passed", "keep", [("done", 5)], 20, "no report", "4-silent"),
    ("keep: not done lasts until a done", "keep", [("not done", 5)], 60, "reported broken", "4-stopped"),
    ("keep: after a done it does not last", "keep", [("done", 3), ("not done", 5)], 60, "no report", "4-silent"),
    ("keep: stopped", "keep", [("done", 3), ("not done", 15)], 16, "reported broken", "4-stopped"),
    ("keep: disagreement", "keep", [("done", 5, BY_NORTH), ("not done", 5)], 8, "contested", "4-contested"),
    ("keep: partly", "keep", [("partly", 5)], 8, "reported partly kept", "4-partly"),
]  # fmt: skip


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
