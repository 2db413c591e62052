"""The record as its ledger stood: a changed file of the case is named as the cause of a change."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from commands import crossing_case, done, run
from trucewatch.ledger.store import open_ledger
from trucewatch.pipeline.record import open_record
from trucewatch.pipeline.stood import stood_on

REPORT = "Crossing\n\nThe Velmari army shelled the village of Ashel on March 19, the Joint Crossing Mission said.\n"
ENTERED = datetime(2021, 3, 20, 9, 0, tzinfo=UTC)
CHANGED = datetime(2021, 3, 24, 9, 0, tzinfo=UTC)


def at(moment: datetime, patch: pytest.MonkeyPatch) -> None:
    assert open_ledger.__kwdefaults__
    patch.setitem(open_ledger.__kwdefaults__, "clock", lambda: moment)


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case whose window was shortened, and entered, four days after its report."""
    folder = crossing_case(tmp_path / "crossing")
    for name, moment in (("first", ENTERED), ("second", CHANGED)):
        at(moment, monkeypatch)
        report = tmp_path / f"{name}.txt"
        text = REPORT if name == "first" else "Quiet\n\nNothing happened anywhere.\n"
        report.write_text(text, encoding="utf-8")
        if name == "second":
            agreement = folder / "agreement.yaml"
            told = agreement.read_text(encoding="utf-8")
            shorter = told.replace("window: 10", "window: 2")
            assert shorter != told
            agreement.write_text(shorter, encoding="utf-8", newline="")
        done("add", report, "--published", str(moment.date()), "--case", folder)
    return folder


def test_the_files_of_an_earlier_day_are_the_case_of_that_day(case: Path) -> None:
    record = open_record(case)
    then = stood_on(record, date(2021, 3, 20), date(2021, 3, 24))
    assert record.case.agreement.window == 2
    assert then.case.agreement.window == 10
    assert [finding.id for finding in then.undecided] == [f.id for f in record.undecided]


@pytest.mark.parametrize(
    ("day", "until"),
    [
        (date(2021, 3, 18), date(2021, 3, 19)),
        (date(2021, 3, 18), date(2021, 3, 30)),
        (date(2021, 3, 20), date(2021, 3, 23)),
        (date(2021, 3, 24), date(2021, 3, 30)),
    ],
)
def test_where_nothing_was_entered_in_between_it_is_the_record_itself(
    case: Path, day: date, until: date
) -> None:
    record = open_record(case)
    assert stood_on(record, day, until) is record


def test_diff_names_the_file_that_changed(case: Path) -> None:
    told = done("diff", "--from", "2021-03-22", "--to", "2021-03-24", "--case", case)
    assert "the case's files changed: agreement.yaml" in told.out
    form = done(
        "diff", "--from", "2021-03-22", "--to", "2021-03-24", "--case", case, "--json"
    ).json()
    causes = [cause for change in form["changes"] for cause in change["causes"]]
    assert {cause["by"] for cause in causes if cause["kind"] == "case file"} == {"agreement.yaml"}


def test_files_that_cannot_be_read_any_more_are_refused(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trucewatch.ledger.store.Ledger.bytes_of", lambda *_: b"not: [a case")
    told = run("diff", "--from", "2021-03-22", "--to", "2021-03-24", "--case", case)
    assert told.code == 1
    assert "the case's files of 2021-03-20 cannot be read any more" in told.err
