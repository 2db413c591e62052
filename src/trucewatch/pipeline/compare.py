"""Two boards of one record compared: what changed, and because of what."""

from __future__ import annotations

from datetime import date

from trucewatch.core.change import Change
from trucewatch.core.status import Board
from trucewatch.judge.board import judge
from trucewatch.pipeline.record import CaseRecord
from trucewatch.pipeline.stood import stood_on
from trucewatch.publish.changes import Before, changes

Comparison = tuple[Board, Board, tuple[Change, ...]]
"""The earlier board, the later one, and what changed between them."""


def compare(record: CaseRecord, first: date, last: date, known: date | None = None) -> Comparison:
    """Compare the board of `first`, as it was seen that day, with that of `last` as known on a day.

    What people decided in between was not yet decided on the earlier board; it was judged by the
    case's files of that day, from the readings of that day.
    """
    decided = record.decided_between(first, last)
    then = stood_on(record, first, last)
    findings = then.findings_without(decided) if decided or then is not record else record.findings
    seen = min(first, known or first)
    earlier = judge(then.case, findings, first, seen)
    later = record.board(last, known)
    same = not decided and then is record
    before = None if same else Before(case=then.case, findings=findings, decided=decided)
    changed = changes(earlier, later, record.case, record.findings, record.documents, before)
    return earlier, later, changed
