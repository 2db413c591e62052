"""Records that many tests look at and none changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import crossing_case
from trucewatch.pipeline.add import Account, add
from trucewatch.pipeline.demo import read_demo
from trucewatch.pipeline.record import CaseRecord, open_record

REPORTS = Path(__file__).parent / "reports"


@pytest.fixture(scope="session")
def added(tmp_path_factory: pytest.TempPathFactory) -> tuple[CaseRecord, Account]:
    """The invented reports, added to the invented case."""
    folder = crossing_case(tmp_path_factory.mktemp("added") / "crossing")
    account = add(folder, [REPORTS], index=REPORTS / "index.csv")
    return open_record(folder), account


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> CaseRecord:
    """The built-in case's own reports, read anew."""
    folder = tmp_path_factory.mktemp("demo") / "case"
    account = read_demo(folder, lambda _: None)
    assert account.read == account.given >= 40
    assert account.refused == []
    return open_record(folder)
