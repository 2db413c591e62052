"""The hand-coded record, as the tests of what is published look at it."""

from __future__ import annotations

from datetime import date

import pytest

from trucewatch.case.load import find_case
from trucewatch.case.new import new_case
from trucewatch.core.status import Board
from trucewatch.pipeline.enter import enter_sheet
from trucewatch.pipeline.record import CaseRecord, open_record

DAYS = (date(2018, 10, 16), date(2018, 11, 25))


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> CaseRecord:
    folder = tmp_path_factory.mktemp("published") / "idlib"
    new_case(folder, "idlib")
    enter_sheet(folder, find_case("idlib") / "chronology.csv")
    return open_record(folder)


@pytest.fixture(params=DAYS, ids=str)
def board(request: pytest.FixtureRequest, record: CaseRecord) -> Board:
    day: date = request.param
    return record.board(day)
