"""What people enter: coded sheets and decisions, kept in the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from trucewatch.case.files import STATE_FILES
from trucewatch.case.load import built_in_cases, find_built_in, load_case
from trucewatch.core.case import Case
from trucewatch.core.errors import InputError, TrucewatchError
from trucewatch.ledger.store import Ledger, now, open_ledger
from trucewatch.pipeline.record import LEDGER, open_record
from trucewatch.review.coded import CaseNames, coded_finding, strangers
from trucewatch.review.decisions import Decision, decide
from trucewatch.review.sheet import SheetRow, read_sheet, refuse_together


def open_for_writing(folder: Path, case: Case) -> Ledger:
    """Open a case's ledger to add to it, with the case's files as they stand entered first."""
    if any(folder.resolve() == find_built_in(name).resolve() for name in built_in_cases()):
        raise InputError(
            "a built-in case cannot be added to",
            mend=f"`trucewatch new my-{folder.name} --from {folder.name}` makes a copy that can",
        )
    ledger = open_ledger(folder / LEDGER)
    files = {
        name: (folder / name).read_bytes() for name in STATE_FILES if (folder / name).is_file()
    }
    try:
        ledger.append_case_state(case.state.sha256, files)
    except TrucewatchError:
        ledger.close()
        raise
    return ledger


def enter_sheet(
    folder: Path, sheet: Path, remark: Callable[[str], None] = lambda _: None
) -> tuple[int, int]:
    """Enter a coded sheet, all of it or nothing; give how many rows it has and how many are new.

    `remark` hears of what is entered, and may be a slip of the pen all the same.
    """
    case = load_case(folder)
    rows = read_sheet(sheet)
    names = CaseNames.of(case)
    today = now().date()
    unusable = []
    for each in rows:
        try:
            coded_finding(each.row, case, names, today, each.where)
        except InputError as error:
            unusable.append(error)
    refuse_together(unusable)
    for words in _doubtful(rows, names):
        remark(words)
    with open_for_writing(folder, case) as ledger:
        digest = sha256(sheet.read_bytes()).hexdigest()
        new = ledger.append_coded(digest, [each.row.body() for each in rows])
    return len(rows), new


def _doubtful(rows: Iterable[SheetRow], names: CaseNames) -> Iterator[str]:
    """Yield what may be a slip: names that the case does not know, days in an order that is odd."""
    told: set[str] = set()
    for each in rows:
        for name in strangers(each.row, names):
            if name not in told:
                told.add(name)
                yield (
                    f"{each.where}: the case does not know {name!r}: its side is unknown, and it "
                    "corroborates nothing"
                )
        if each.row.published and each.row.said_on > each.row.published:
            yield (
                f"{each.where}: said_on ({each.row.said_on}) is after published "
                f"({each.row.published})"
            )


def enter_decision(folder: Path, finding_id: str, says: str, because: str, by: str) -> int:
    """Enter a decision on a finding of the record; give the number of its entry."""
    record = open_record(folder)
    decision = decide(finding_id, says, because, by)
    with open_for_writing(folder, record.case) as ledger:
        known = {finding.id for finding in record.findings}
        # What was set to `nothing` is in no board any more, and may yet be decided anew.
        known |= {Decision.from_body(kept.body).finding for kept in ledger.decisions()}
        if finding_id not in known:
            raise InputError(
                f"the record has no finding {finding_id!r}",
                mend="`trucewatch why` prints the id of each finding in square brackets",
            )
        return ledger.append_decision(decision.body(), about=finding_id, seen=record.entries)
