"""Two boards compared: a decision that people took in between is named as the cause."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from builders import a_case, a_finding, day
from trucewatch.core.change import CauseKind
from trucewatch.core.status import Status
from trucewatch.pipeline.compare import compare
from trucewatch.pipeline.record import CaseRecord
from trucewatch.review.decisions import Decision, apply


def a_record(*decisions: tuple[date, Decision]) -> CaseRecord:
    act = a_finding("refrain", "north_militia", "act", 5, id="act")
    findings = tuple(apply([act], [decision for _, decision in decisions]))
    return CaseRecord(
        folder=Path(),
        case=a_case(),
        findings=findings,
        documents=(),
        undecided=(act,),
        decisions=decisions,
    )


STRUCK = Decision(finding="act", says="nothing", because="misread", by="A. Coder")


def test_a_decision_between_two_days_is_the_cause() -> None:
    record = a_record((day(7), STRUCK))
    earlier, later, changed = compare(record, day(6), day(8))
    assert earlier.clauses[2].status is Status.BROKEN
    assert later.clauses[2].status is Status.NO_REPORT
    causes = {cause.kind for change in changed for cause in change.causes}
    assert CauseKind.DECISION in causes


def test_a_decision_taken_long_after_holds_on_both_days() -> None:
    record = a_record((day(400), STRUCK))
    earlier, later, changed = compare(record, day(6), day(8))
    assert earlier.clauses[2].status is later.clauses[2].status is Status.NO_REPORT
    assert changed == ()


def test_without_decisions_both_days_share_their_findings() -> None:
    record = a_record()
    _, later, changed = compare(record, day(6), day(15))
    assert later == record.board(day(15))
    assert {(change.duty, change.doer) for change in changed} == {("refrain", "north_militia")}
