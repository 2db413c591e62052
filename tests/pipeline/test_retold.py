"""The coded record, told again as reports and read: the statuses written down by hand."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.measure_retold import REPORTS, coded_record, compared, read_record  # noqa: E402

from trucewatch.pipeline.readers import USUAL  # noqa: E402

AT_LEAST = 0.95


@pytest.mark.parametrize("told", ["", "again"])
def test_statuses_read_from_reports_are_those_written_by_hand(told: str, tmp_path: Path) -> None:
    coded = coded_record(tmp_path / "coded", "idlib")
    read = read_record(tmp_path / "read", "idlib", REPORTS / told, USUAL)
    rows = list(compared("idlib", coded, read))
    assert len(rows) > 1000
    equal = sum(each.read[0] == each.by_hand[0] for each in rows)
    assert equal >= AT_LEAST * len(rows)
