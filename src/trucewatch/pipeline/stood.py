"""The record as its ledger stood on an earlier day: other files of the case, other readings."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from trucewatch.case.load import load_case
from trucewatch.core.case import Case
from trucewatch.core.errors import CaseError, InputError
from trucewatch.ledger.kept import Kept, KeptCaseState
from trucewatch.ledger.store import Ledger, open_ledger
from trucewatch.pipeline.findings import findings_of, kept_readings
from trucewatch.pipeline.record import LEDGER, CaseRecord, coded_findings


def stood_on(record: CaseRecord, day: date, until: date) -> CaseRecord:
    """Give the record with the case's files and the readings that its ledger had on a day.

    Where neither was entered after `day` and by `until`, that is the record itself: what happened
    before the ledger was begun changes nothing in between. Documents stay: which were known, their
    days of publication tell. InputError where the files of that day cannot be read any more.
    """
    path = record.folder / LEDGER
    if not path.exists():
        return record
    with open_ledger(path, create=False, read_only=True) as ledger:
        state = _state_before_change(ledger, day, until)
        if state is None and not _read_again(ledger, day, until):
            return record
        case = _case_of(ledger, state) if state else record.case
        readings = kept_readings(ledger, entered_by=day)
        undecided = (*coded_findings(case, ledger, []), *findings_of(readings, case))
    return replace(record, case=case, undecided=undecided)


def _state_before_change(ledger: Ledger, day: date, until: date) -> KeptCaseState | None:
    """Give the state of a day after which, and by `until`, another was entered; else None."""
    states = list(ledger.case_states())
    then = [state for state in states if _entered(state) <= day]
    since = [state for state in states if day < _entered(state) <= until]
    changed = then and since and since[-1].sha256 != then[-1].sha256
    return then[-1] if changed else None


def _read_again(ledger: Ledger, day: date, until: date) -> bool:
    """Tell whether a document that had a reading on `day` got another by `until`."""
    return any(
        any(_entered(kept) <= day for kept in ledger.all_readings(newest.document))
        for newest in ledger.readings()
        if day < _entered(newest) <= until
    )


def _case_of(ledger: Ledger, state: KeptCaseState) -> Case:
    """Load a case from files that the ledger keeps."""
    with tempfile.TemporaryDirectory() as folder:
        for name, sha256 in state.files:
            (Path(folder) / name).write_bytes(ledger.bytes_of(sha256))
        try:
            return load_case(Path(folder))
        except CaseError as error:
            raise InputError(
                f"the case's files of {state.at[:10]} cannot be read any more: {error}",
                mend="Ask for two days on one side of that change",
            ) from error


def _entered(kept: Kept) -> date:
    return date.fromisoformat(kept.at[:10])
