"""The demo: a built-in case's own reports, read anew, and the day on which its board shows most."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from trucewatch.case.load import built_in_cases, find_built_in
from trucewatch.case.new import new_case
from trucewatch.core.finding import Finding
from trucewatch.core.status import Board, ClauseLine, Line, Status
from trucewatch.pipeline.add import Account, add
from trucewatch.pipeline.enter import enter_sheet
from trucewatch.pipeline.readers import USUAL, ReaderChoice
from trucewatch.pipeline.record import CaseRecord

REPORTS: Final = "reports"
INDEX: Final = "index.csv"
CHRONOLOGY: Final = "chronology.csv"
BESIDE: Final = frozenset({INDEX, "rows.csv", "expected.csv"})
"""Files beside the reports that are none."""


def demo_case() -> str:
    """Give the name of the built-in case that the demo shows."""
    return built_in_cases()[0]


def read_demo(
    folder: Path,
    tell: Callable[[str], None],
    *,
    choice: ReaderChoice = USUAL,
    processes: int = 1,
) -> Account:
    """Copy the built-in case to `folder` and add its reports, each read anew."""
    source = find_built_in(demo_case())
    new_case(folder, demo_case())
    reports = source / REPORTS
    sources = sorted(path for path in reports.iterdir() if path.name not in BESIDE)
    return add(
        folder, sources, index=reports / INDEX, tell=tell, choice=choice, processes=processes
    )


def code_demo(folder: Path) -> int:
    """Copy the built-in case to `folder` and enter its hand-coded record; give its rows."""
    source = find_built_in(demo_case())
    new_case(folder, demo_case())
    return enter_sheet(folder, source / CHRONOLOGY)[0]


def telling_day(record: CaseRecord) -> date:
    """Give the first day, of those with a word, on which the board shows the most statuses.

    Of two such days, one with a contested line goes before.
    """
    days = sorted({finding.uttered for finding in record.findings})

    def told(day: date) -> tuple[int, bool]:
        statuses = _statuses(record.board(day))
        return len(statuses), Status.CONTESTED in statuses

    return max(days, key=told, default=record.last_day())


def _statuses(board: Board) -> set[Status]:
    return {line.status for clause in board.clauses for line in clause.lines if clause.status}


def telling_line(board: Board) -> tuple[ClauseLine, Line] | None:
    """Give the line to ask *why* of: the contested one with the most voices, else the loudest."""
    lines = [(clause, line) for clause in board.clauses for line in clause.lines if _spoken(line)]
    contested = [each for each in lines if each[1].status is Status.CONTESTED]
    return max(contested or lines, key=lambda each: each[1].counts.voices, default=None)


def _spoken(line: Line) -> tuple[Finding, ...]:
    return (*line.lesser_words, *line.better_words)
