"""Every change has its causes: each turns what the one before it left, the last to the later board."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import DEADLINE, a_case, a_duty, a_finding, day
from trucewatch.core.agreement import Amendment, DutyType
from trucewatch.core.case import Case, CaseState
from trucewatch.core.change import CauseKind, Change, DayRule, LineState
from trucewatch.core.document import ReadDocument
from trucewatch.core.finding import Finding, Says
from trucewatch.core.status import Standing, Status
from trucewatch.core.when import Period
from trucewatch.judge.board import judge
from trucewatch.pipeline.record import CaseRecord
from trucewatch.publish.changes import Before, changes
from trucewatch.publish.changes_text import alike

FEW = settings.get_profile("trucewatch").max_examples // 3
CASE = a_case()
DUE = (DEADLINE - day(0)).days


def changed(
    findings: list[Finding], first: int, last: int, case: Case = CASE, **more: Any
) -> tuple[Change, ...]:
    earlier = judge(case, findings, day(first), day(first))
    return changes(earlier, judge(case, findings, day(last), day(last)), case, findings, **more)


def only(found: tuple[Change, ...], doer: str | None = "north_militia") -> Change:
    (change,) = (each for each in found if each.doer == doer)
    return change


def told(change: Change) -> list[str]:
    """Tell the causes shortly: the rule of a day, the id of a document, or the kind."""
    names = []
    for cause in change.causes:
        document = cause.document.id if cause.document else ""
        names.append(
            str(cause.rule or (cause.kind is CauseKind.DOCUMENT and document) or cause.kind)
        )
    return names


REFRAIN = a_case(a_duty("refrain", DutyType.REFRAIN))
REACH = a_case(a_duty("reach"))
KEEP = a_case(a_duty("keep", DutyType.KEEP, starts=day(4)))
NORTH = "north_militia"


def an_act(on: int, document: str = "d", **more: Any) -> Finding:
    return a_finding("refrain", NORTH, "act", on, document=document, **more)


def test_nothing_changes_without_words_or_days_that_matter() -> None:
    assert changed([], 3, 3) == ()
    assert changed([an_act(2)], 4, 5, REFRAIN) == ()


def test_a_document_is_the_cause() -> None:
    change = only(changed([an_act(6, "news")], 3, 7, REFRAIN))
    assert told(change) == ["news"]
    assert (change.before.status, change.after.status) == (Status.NO_REPORT, Status.BROKEN)
    (cause,) = change.causes
    assert (cause.kind, cause.day, cause.findings[0].says) == (
        CauseKind.DOCUMENT,
        day(6),
        Says.ACT,
    )
    assert cause.document == ReadDocument(
        id="news", outlet="daily", title=None, url=None, published=day(6), known_from=day(6)
    )


def test_the_document_is_named_as_it_was_read() -> None:
    read = ReadDocument(
        id="news", outlet="daily", title="A title", url=None, published=day(6), known_from=day(6)
    )
    change = only(changed([an_act(6, "news")], 3, 7, REFRAIN, documents=[read]))
    assert change.causes[0].document is read


def test_only_documents_that_turn_the_line_are_named() -> None:
    acts = [an_act(5, "first"), an_act(5, "same voice"), an_act(6, "same voice, later")]
    assert told(only(changed(acts, 3, 7, REFRAIN))) == ["first"]
    corroborating = an_act(5, "second voice", voice="observer", incident="i1", origin="o2")
    acts = [an_act(5, "first", incident="i1"), corroborating]
    change = only(changed(acts, 3, 7, REFRAIN))
    assert told(change) == ["first", "second voice"]
    assert change.causes[0].turned_to.standing != change.causes[1].turned_to.standing


def test_what_was_published_and_taken_back_in_between_is_no_cause() -> None:
    act = an_act(5, "first", origin="o1")
    correction = replace(an_act(6, "correction", corrects="o1"), retracted=True)
    other = an_act(6, "other", voice="observer")
    assert changed([act, correction], 3, 7, REFRAIN) == ()
    assert told(only(changed([act, correction, other], 3, 7, REFRAIN))) == ["other"]


def test_a_correction_is_the_cause_of_what_it_takes_away() -> None:
    act = an_act(3, "first", origin="o1")
    correction = replace(an_act(6, "correction", corrects="o1"), retracted=True)
    change = only(changed([act, correction], 4, 7, REFRAIN))
    assert told(change) == ["correction"]
    assert change.after.status is Status.NO_REPORT


@pytest.mark.parametrize(
    ("case", "findings", "first", "last", "rule", "turned_on"),
    [
        (REFRAIN, [an_act(2)], 3, 12, DayRule.WINDOW, 9),
        (REACH, [], DUE, DUE + 1, DayRule.DEADLINE, DUE + 1),
        (KEEP, [], 2, 5, DayRule.START, 4),
        (REFRAIN, [an_act(9, published=day(1), said_on=day(1), known_from=day(1))], 2, 9, DayRule.WORD, 9),
    ],
)  # fmt: skip
def test_a_day_that_passed_is_the_cause(
    case: Case, findings: list[Finding], first: int, last: int, rule: DayRule, turned_on: int
) -> None:
    change = only(changed(findings, first, last, case))
    assert [(cause.rule, cause.day) for cause in change.causes] == [(rule, day(turned_on))]
    assert change.causes[0].kind is CauseKind.DAY_PASSED


def test_an_amended_deadline_is_the_cause() -> None:
    amendment = Amendment(agreed=day(DUE + 4), deadline=day(DUE + 30), source="both parties")
    case = a_case(a_duty("reach", amendments=(amendment,)))
    change = only(changed([], DUE + 2, DUE + 5, case))
    assert told(change) == ["amendment"]
    assert change.after.status is Status.NOT_YET_DUE


def test_days_come_before_documents() -> None:
    late = a_finding("reach", NORTH, "not done", DUE + 2, document="news")
    change = only(changed([late], DUE, DUE + 3, REACH))
    assert told(change) == ["deadline", "news"]
    assert [cause.turned_to.status for cause in change.causes] == [Status.NO_REPORT, Status.OVERDUE]


def test_a_decision_is_the_cause() -> None:
    act = an_act(2, "news")
    decided = replace(act, says=Says.DENIES, coder="A. Coder: misread")
    earlier = judge(REFRAIN, [act], day(3), day(3))
    later = judge(REFRAIN, [decided], day(3), day(3))
    before = Before(case=REFRAIN, findings=(act,), decided={act.id: "A. Coder: misread"})
    change = only(changes(earlier, later, REFRAIN, [decided], before=before))
    assert [(cause.kind, cause.by) for cause in change.causes] == [
        (CauseKind.DECISION, "A. Coder: misread")
    ]
    assert change.causes[0].findings == (decided,)


def test_a_finding_that_a_decision_took_away_is_shown() -> None:
    act = an_act(2, "news")
    earlier, later = judge(REFRAIN, [act], day(3), day(3)), judge(REFRAIN, [], day(3), day(3))
    before = Before(case=REFRAIN, findings=(act,), decided={act.id: "A. Coder: of another year"})
    change = only(changes(earlier, later, REFRAIN, [], before=before))
    assert change.causes[0].kind is CauseKind.DECISION
    assert change.causes[0].findings == (act,)


def test_another_reading_is_the_cause() -> None:
    act = an_act(2, "news")
    earlier, later = judge(REFRAIN, [], day(3), day(3)), judge(REFRAIN, [act], day(3), day(3))
    before = Before(case=REFRAIN, findings=())
    change = only(changes(earlier, later, REFRAIN, [act], before=before))
    assert [cause.kind for cause in change.causes] == [CauseKind.READER]


def test_a_case_s_file_is_the_cause() -> None:
    act = an_act(2)
    wider = replace(
        REFRAIN,
        agreement=replace(REFRAIN.agreement, window=30),
        state=CaseState(sha256="1" * 64, files=()),
    )
    earlier, later = judge(REFRAIN, [act], day(12)), judge(wider, [act], day(12))
    before = Before(case=REFRAIN, findings=(act,))
    change = only(changes(earlier, later, wider, [act], before=before))
    assert [cause.kind for cause in change.causes] == [CauseKind.CASE_FILE]
    assert change.after.status is Status.BROKEN


def test_a_doer_that_the_file_no_longer_lists_has_no_other_cause() -> None:
    act = an_act(2)
    fewer = a_case(
        a_duty("refrain", DutyType.REFRAIN, doers=("south_militia",)),
        state=CaseState(sha256="1" * 64, files=()),
    )
    earlier, later = judge(REFRAIN, [act], day(3)), judge(fewer, [act], day(3))
    before = Before(case=REFRAIN, findings=(act,))
    change = only(changes(earlier, later, fewer, [act], before=before))
    assert [cause.kind for cause in change.causes] == [CauseKind.CASE_FILE]
    assert change.after == LineState(status=Status.NO_REPORT)


def test_where_the_earlier_board_knew_everything_no_document_is_new() -> None:
    act = an_act(5)
    earlier, later = judge(REFRAIN, [act], day(3)), judge(REFRAIN, [act], day(6))
    change = only(changes(earlier, later, REFRAIN, [act]))
    assert {cause.kind for cause in change.causes} == {CauseKind.DAY_PASSED}


def test_a_line_of_doers_not_named_that_falls_due_in_silence_is_no_change() -> None:
    near = a_finding("reach", None, "act", DUE - 3, near=("the zone is not named",))
    assert all(each.doer is not None for each in changed([near], DUE, DUE + 1, REACH))


def test_doers_with_the_same_causes_are_told_together() -> None:
    assert [len(group) for group in alike(changed([], DUE, DUE + 1, REACH))] == [2]
    late = a_finding("reach", NORTH, "not done", DUE + 2, document="news")
    assert [len(group) for group in alike(changed([late], DUE, DUE + 3, REACH))] == [1, 1]


VOICES = ("monitor", "observer", "north_speaker", "south_ministry", "stranger")
DOERS = (NORTH, "south_militia", "south_band", "militias", None)


@st.composite
def some_findings(draw: st.DrawFn) -> list[Finding]:
    found = []
    for _ in range(draw(st.integers(0, 12))):
        on, delay = draw(st.integers(0, 34)), draw(st.integers(-3, 6))
        known = day(max(0, on + delay))
        said = draw(st.sampled_from(list(Says)))
        found.append(
            a_finding(
                draw(st.sampled_from(("reach", "open", "refrain", "keep", "declare"))),
                draw(st.sampled_from(DOERS)),
                said,
                on,
                voice=draw(st.sampled_from(VOICES)),
                said_on=known,
                published=known,
                known_from=known,
                days=draw(
                    st.sampled_from((Period.of(day(on)), Period(day(on), day(on + 3)), None))
                ),
                origin=draw(st.sampled_from(("o1", "o2", "o3", "o4", "o5", "o6"))),
                incident=draw(st.sampled_from((None, "i1"))),
                document=f"d{known}-{draw(st.integers(0, 1))}",
                corrects=draw(st.sampled_from((None, None, None, "o1"))),
                retracted=draw(st.sampled_from((False, False, False, True))),
                near=draw(st.sampled_from(((), (), ("almost",)))),
            )
        )
    return found


@settings(max_examples=FEW)
@given(some_findings(), st.integers(0, 34), st.integers(0, 12))
def test_causes_lead_from_one_board_to_the_other(
    findings: list[Finding], first: int, days: int
) -> None:
    earlier = judge(CASE, findings, day(first), day(first))
    later = judge(CASE, findings, day(first + days), day(first + days))
    found = {(each.duty, each.doer): each for each in changes(earlier, later, CASE, findings)}
    before = {(line.duty, line.doer): line for clause in earlier.clauses for line in clause.lines}
    for line in (line for clause in later.clauses for line in clause.lines):
        old, change = before.get((line.duty, line.doer)), found.get((line.duty, line.doer))
        if change is None:
            assert line.doer is None or (old and LineState.of(old) == LineState.of(line))
            continue
        assert old is None or line.doer is None or change.before == LineState.of(old)
        states = [change.before, *dict.fromkeys(cause.turned_to for cause in change.causes)]
        assert states[-1] == change.causes[-1].turned_to == change.after
        assert len(set(states)) == len(states)
        for cause in change.causes:
            assert cause.day
            assert day(first) < cause.day <= day(first + days)


@settings(max_examples=FEW)
@given(some_findings(), st.randoms(use_true_random=False))
def test_the_order_of_findings_does_not_matter(findings: list[Finding], random: Any) -> None:
    shuffled = random.sample(findings, len(findings))
    assert changed(findings, 8, 24) == changed(shuffled + shuffled[:2], 8, 24)


def test_every_week_of_the_record_is_explained(record: CaseRecord) -> None:
    first, kinds, rules = date(2018, 9, 17), set(), set()
    for week in range(12):
        start = first + timedelta(days=7 * week)
        earlier, later = (
            record.board(start, start),
            record.board(start + timedelta(days=7), start + timedelta(days=7)),
        )
        for change in changes(earlier, later, record.case, record.findings, record.documents):
            assert change.causes[-1].turned_to == change.after
            kinds |= {cause.kind for cause in change.causes}
            rules |= {cause.rule for cause in change.causes if cause.rule}
    assert kinds == {CauseKind.DOCUMENT, CauseKind.DAY_PASSED}
    assert rules >= {DayRule.DEADLINE, DayRule.WINDOW}


def test_what_a_passed_deadline_leaves_is_told(record: CaseRecord) -> None:
    earlier = record.board(date(2018, 10, 9), date(2018, 10, 9))
    later = record.board(date(2018, 10, 16), date(2018, 10, 16))
    found = changes(earlier, later, record.case, record.findings, record.documents)
    change = next(each for each in found if (each.duty, each.doer) == ("5-radicals", "hts"))
    assert [
        cause.rule or (cause.document and cause.document.outlet) for cause in change.causes
    ] == [
        DayRule.DEADLINE,
        "channelnewsasia",
        "iuvm",
    ]
    assert change.after.standing
    assert change.after.standing.standing is Standing.CORROBORATED
