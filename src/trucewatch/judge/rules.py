"""The rules that decide a status (3 and 4 of the judge): they name duties and roles, never parties."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from trucewatch.core.agreement import DutyType
from trucewatch.core.finding import Says
from trucewatch.core.status import Status
from trucewatch.judge.record import Record
from trucewatch.judge.scales import Scales, Words, is_due, weigh
from trucewatch.judge.words import Word

Independent = Callable[[Word], bool]
"""Tells whether a voice is of another, known side than the duty's doers and owers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A status, the rule that decided it, and the words of each camp: those that carry it first."""

    status: Status
    rule: str
    lesser: Words = ()
    better: Words = ()


def decide(record: Record, on: date, window: int, independent: Independent) -> Verdict:
    """Decide the status of one line on a date."""
    if record.duty.until is not None:
        on = min(on, record.duty.until)
    if on < record.duty.starts:
        return Verdict(status=Status.NOT_YET_DUE, rule="3-start")
    scales = weigh(record, on, window)
    if not is_due(record, on):
        return _in_time(record, scales, on)
    verdict = _by_words(record.duty.type, scales, independent)
    return _with_denied_acts(verdict, scales)


def _in_time(record: Record, scales: Scales, on: date) -> Verdict:
    done, partly = scales.saying(Says.DONE), scales.saying(Says.PARTLY)
    not_done = tuple(word for word in scales.saying(Says.NOT_DONE) if not word.was_act)
    for status, rule, words, less in (
        (Status.KEPT, "3-kept", done, scales.lesser),
        (Status.PARTLY_KEPT, "3-partly", partly, not_done),
    ):
        last_less = max((word.day for word in less), default=date.min)
        if unopposed := tuple(word for word in words if word.day > last_less):
            if status is Status.KEPT:
                return Verdict(status=status, rule=rule, lesser=scales.lesser, better=unopposed)
            return Verdict(status=status, rule=rule, lesser=unopposed, better=scales.better)
    spoken = any(word.day <= on and word.says is not Says.ACT for word in record.words)
    spoken = spoken or any(finding.uttered <= on for finding in record.shown)
    if record.duty.deadline is None and not spoken:
        return Verdict(status=Status.NO_REPORT, rule="3-silent")
    return Verdict(
        status=Status.NOT_YET_DUE, rule="3-open", lesser=scales.lesser, better=scales.better
    )


def _by_words(duty: DutyType, scales: Scales, independent: Independent) -> Verdict:
    """Apply rule 4 to all but denied acts: the first that holds decides."""
    lesser, better, done = scales.lesser, scales.better, scales.saying(Says.DONE)
    not_done = scales.saying(Says.NOT_DONE)

    def verdict(status: Status, rule: str, worse: Words = lesser, good: Words = better) -> Verdict:
        return Verdict(status=status, rule=rule, lesser=worse, better=good)

    if scales.acts:
        return verdict(Status.BROKEN, "4-act", worse=(*scales.acts, *lesser))
    if not_done and not done and duty is DutyType.KEEP:
        return verdict(Status.BROKEN, "4-stopped", worse=not_done)
    if not_done and not done and duty is DutyType.REACH:
        return verdict(Status.OVERDUE, "4-overdue", worse=not_done)
    if better and not lesser and (done or duty is DutyType.REFRAIN):
        return verdict(Status.KEPT, "4-kept")
    last_less = max((word.day for word in lesser), default=date.min)
    if any(word.day > last_less and independent(word) for word in done):
        return verdict(Status.KEPT, "4-later")
    if lesser and not not_done:
        return verdict(Status.PARTLY_KEPT, "4-partly")
    if lesser:
        return verdict(Status.CONTESTED, "4-contested")
    return verdict(Status.NO_REPORT, "4-silent")


def _with_denied_acts(verdict: Verdict, scales: Scales) -> Verdict:
    """Turn *no report* and either *kept* into *contested* where an act is denied."""
    if not scales.denied:
        return verdict
    lesser = (*verdict.lesser, *scales.denied)
    better = (*verdict.better, *(word for word in scales.denials if word not in verdict.better))
    if verdict.status in (Status.NO_REPORT, Status.KEPT, Status.PARTLY_KEPT):
        return Verdict(status=Status.CONTESTED, rule="4-denied", lesser=lesser, better=better)
    return Verdict(status=verdict.status, rule=verdict.rule, lesser=lesser, better=better)
