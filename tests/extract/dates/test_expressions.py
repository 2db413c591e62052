"""News date expressions with the days they mean, written down before the grammar was."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from trucewatch.core.when import period_of
from trucewatch.extract.dates import find_dates

TABLE = Path(__file__).with_name("expressions.csv")


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['words']} ({row['sentence'][:30]})")
def test_an_expression_means_exactly_its_days(row: dict[str, str]) -> None:
    published = date.fromisoformat(row["published"]) if row["published"] else None
    wanted = period_of(row["interval"]) if row["interval"] else None
    found = [one for one in find_dates(row["sentence"], published) if one.span.text == row["words"]]
    assert len(found) == 1
    assert found[0].period == wanted


def test_the_table_holds_enough_expressions() -> None:
    assert len(_rows()) >= 120
