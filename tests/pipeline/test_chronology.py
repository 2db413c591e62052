"""The hand-coded record against the statuses that were written down by hand before the code."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date

import pytest

from trucewatch.case.load import find_case
from trucewatch.case.new import new_case
from trucewatch.core.status import Board, Carried, Line
from trucewatch.judge.rulebook import BY_HAND, Rule
from trucewatch.pipeline.enter import enter_sheet
from trucewatch.pipeline.record import CaseRecord, open_record

IDLIB = find_case("idlib")

EXPLAINED = {
    ("5-radicals", ""): "an act before the deadline breaks nothing once the duty is due (row 53): "
    "there was still time; the hand kept to the letter of rule 4",
}
"""Differences from the statuses by hand that are no mistakes, each with its reason."""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> CaseRecord:
    folder = tmp_path_factory.mktemp("case") / "idlib"
    new_case(folder, "idlib")
    rows, new = enter_sheet(folder, IDLIB / "chronology.csv")
    assert rows == new > 250
    return open_record(folder)


def by_hand() -> list[dict[str, str]]:
    with (IDLIB / "statuses.csv").open(encoding="utf-8-sig", newline="") as sheet:
        return list(csv.DictReader(sheet))


def told(carried: Carried | None) -> str:
    if carried is None:
        return ""
    return f"{carried.standing}{' unnamed' if carried.unnamed else ''}"


def lines(board: Board) -> dict[tuple[str, str], Line]:
    return {(line.duty, line.doer or ""): line for clause in board.clauses for line in clause.lines}


def test_every_status_by_hand_is_the_judge_s(record: CaseRecord) -> None:
    boards: dict[tuple[str, str], dict[tuple[str, str], Line]] = {}
    differences: Counter[tuple[str, str]] = Counter()
    rows = by_hand()
    for row in rows:
        when = (row["on"], row["known"])
        if when not in boards:
            known = date.fromisoformat(row["known"]) if row["known"] else None
            boards[when] = lines(record.board(date.fromisoformat(row["on"]), known))
        line = boards[when][row["duty"], row["doer"]]
        judged = (line.status, told(line.standing), told(line.better))
        if judged != (row["status"], row["standing"], row["better"]):
            differences[row["duty"], row["doer"]] += 1
    assert len({row["on"] for row in rows}) == 30
    assert set(differences) <= set(EXPLAINED), differences
    assert differences.total() <= 5


@pytest.mark.parametrize("rule", [rule for rule in Rule if BY_HAND in rule.row.tests])
def test_each_rule_decides_at_least_three(record: CaseRecord, rule: Rule) -> None:
    days = {date.fromisoformat(row["on"]) for row in by_hand()}
    decided = Counter(
        line.rule for day in days for clause in record.board(day).clauses for line in clause.lines
    )
    assert decided[rule] >= 3, decided


def test_nothing_of_the_record_is_lost_in_the_store_beside_it(record: CaseRecord) -> None:
    again = open_record(record.folder)
    assert again == record
    assert not again.remarks
