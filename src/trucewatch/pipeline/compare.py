"""Two boards of one record compared: what changed, and because of what."""

from __future__ import annotations

from datetime import date

from trucewatch.core.change import Change
from trucewatch.core.status import Board
from trucewatch.judge.board import judge
from trucewatch.pipeline.record import CaseRecord
from trucewatch.publish.changes import Before, changes

Comparison = tuple[Board, Board, tuple[Change, ...]]
"""The earlier board, the later one, and what changed between them."""


def compare(record: CaseRecord, first: date, last: date, known: date | None = None) -> Comparison:
    """Compare the board of `first`, as it was seen that day, with that of `last` as known on a day.

    What people decided in between was not yet decided on the earlier board.
    """
    decided = record.decided_between(first, last)
    findings = record.findings_without(decided) if decided else record.findings
    seen = min(first, known or first)
    earlier = judge(record.case, findings, first, seen)
    later = record.board(last, known)
    before = Before(case=record.case, findings=findings, decided=decided) if decided else None
    changed = changes(earlier, later, record.case, record.findings, record.documents, before)
    return earlier, later, changed
