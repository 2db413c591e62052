"""Remark on an agreement that loads: what nothing could be found to bear on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.core.agreement import Agreement, Duty, DutyType
from trucewatch.core.case import Case, Remark, Severity


def remark_on_agreement(case: Case) -> Iterator[Remark]:
    """Remark on clauses and duties, in the order of the file."""
    agreement = case.agreement
    if not agreement.names:
        yield Remark(
            severity="note",
            where="agreement.yaml",
            what="'names' is empty, so words on the agreement as a whole are not found",
            mend="List what reports call it",
        )
    for clause in agreement.clauses:
        if not clause.duties:
            yield Remark(
                severity="missing",
                where=f"agreement.yaml, clause '{clause.id}'",
                what="has no duty, so nothing can be said of it",
                mend="Add its duties; type 'declare' where there is nothing to test",
            )
        for duty in clause.duties:
            yield from _remark_on_duty(duty, case)


@dataclass(frozen=True, slots=True)
class _Lack:
    severity: Severity
    what: str
    mend: str


def _remark_on_duty(duty: Duty, case: Case) -> Iterator[Remark]:
    lacks = (*_doers(duty, case), *_means(duty), *_days(duty, case.agreement))
    for lack in lacks:
        yield Remark(
            severity=lack.severity,
            where=f"agreement.yaml, duty '{duty.id}'",
            what=lack.what,
            mend=lack.mend,
        )


def _doers(duty: Duty, case: Case) -> Iterator[_Lack]:
    for doer in duty.doers:
        if doer in case.actors.classes:
            yield _Lack(
                "missing",
                f"the doer '{doer}' is a word for many, so no one's conduct is told",
                "List the actors that are meant, and say under 'reading' that this is a reading",
            )


def _means(duty: Duty) -> Iterator[_Lack]:
    """Remark on a duty that no report could bear on, or any could."""
    if duty.type is DutyType.DECLARE:
        if duty.events:
            yield _Lack(
                "note",
                "'declare' has no status, so its events bear on nothing",
                "Leave 'events' out, or change 'type'",
            )
        return
    if not duty.events and not duty.words:
        yield _Lack(
            "missing",
            "has neither events nor words, so no report bears on it",
            "Add 'events' that keep or break it, and 'words' that reports use for it",
        )
    elif not duty.events:
        yield _Lack("note", "has no events: only words bear on it", "Add what keeps or breaks it")
    acts = any(pattern.says == "act" for pattern in duty.events)
    if duty.type is DutyType.REFRAIN and duty.events and not acts:
        yield _Lack(
            "missing", "no event of it says 'act', so nothing breaks it", "Add what breaks it"
        )
    if not duty.where:
        yield _Lack("note", "has no place: what happens anywhere bears on it", "Add 'where'")


def _days(duty: Duty, agreement: Agreement) -> Iterator[_Lack]:
    if duty.type is DutyType.REACH and duty.deadline is None:
        yield _Lack("note", "has no deadline, so it is never overdue", "Add one if one was agreed")
    if duty.starts < agreement.signed:
        yield _Lack(
            "note",
            f"starts ({duty.starts}) before the agreement was signed ({agreement.signed})",
            "Correct one of the days, unless this was agreed",
        )
