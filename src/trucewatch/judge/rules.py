"""The rules that decide a status (3 and 4 of the judge): they name duties and roles, never parties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trucewatch.core.agreement import DutyType
from trucewatch.core.status import Status
from trucewatch.judge.acts import Words
from trucewatch.judge.record import Record
from trucewatch.judge.rulebook import Rule
from trucewatch.judge.scales import Independent, Scales, is_due, weigh


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The rule that decided, and the words of each camp: those that carry the status first."""

    rule: Rule
    lesser: Words = ()
    better: Words = ()

    @property
    def status(self) -> Status:
        """Give the status that the rule decides; a rule that decides none leaves no report."""
        return self.rule.row.status or Status.NO_REPORT


def decide(record: Record, on: date, window: int, independent: Independent) -> Verdict:
    """Decide the status of one line on a date."""
    if record.duty.type is DutyType.DECLARE:
        return Verdict(rule=Rule.DECLARE)
    if record.duty.until is not None:
        on = min(on, record.duty.until)
    if on < record.duty.starts:
        return Verdict(rule=Rule.START)
    scales = weigh(record, on, window, independent)
    if not is_due(record, on):
        return _in_time(record, scales, on)
    verdict = _by_words(record.duty.type, scales, independent)
    return _with_denied_acts(verdict, scales)


def _in_time(record: Record, scales: Scales, on: date) -> Verdict:
    lesser, better = scales.lesser, scales.better
    if done := _unopposed(scales.done, lesser):
        return Verdict(rule=Rule.KEPT_IN_TIME, lesser=lesser, better=done)
    if partly := _unopposed(scales.partly, scales.not_done):
        return Verdict(rule=Rule.PARTLY_IN_TIME, lesser=partly, better=better)
    if record.duty.deadline is None and on < record.spoken:
        return Verdict(rule=Rule.SILENT_IN_TIME)
    return Verdict(rule=Rule.OPEN, lesser=lesser, better=better)


def _unopposed(words: Words, less: Words) -> Words:
    """Give the words of a later day than every one that says less."""
    if not words:
        return ()
    last_less = max((word.day for word in less), default=date.min)
    return tuple(word for word in words if word.day > last_less)


def _by_words(duty: DutyType, scales: Scales, independent: Independent) -> Verdict:
    """Apply rule 4 to all but denied acts: the first that holds decides."""
    lesser, better, done = scales.lesser, scales.better, scales.done
    not_done = scales.lacking

    def verdict(rule: Rule, worse: Words = lesser) -> Verdict:
        return Verdict(rule=rule, lesser=worse, better=better)

    if scales.acts:
        return verdict(Rule.ACT, (*scales.acts, *lesser))
    if not_done and not done and duty is DutyType.KEEP:
        return verdict(Rule.STOPPED, not_done)
    if not_done and not done and duty is DutyType.REACH:
        return verdict(Rule.OVERDUE, not_done)
    if better and not lesser and (done or duty is DutyType.REFRAIN):
        return verdict(Rule.KEPT)
    if any(independent(word) for word in _unopposed(done, lesser)):
        return verdict(Rule.KEPT_LATER)
    if lesser and not not_done:
        return verdict(Rule.PARTLY)
    if lesser:
        return verdict(Rule.CONTESTED)
    return verdict(Rule.SILENT)


def _with_denied_acts(verdict: Verdict, scales: Scales) -> Verdict:
    """Turn *no report* and either *kept* into *contested* where an act is denied."""
    if not scales.denied:
        return verdict
    turned = verdict.status in (Status.NO_REPORT, Status.KEPT, Status.PARTLY_KEPT)
    return Verdict(
        rule=Rule.DENIED if turned else verdict.rule,
        lesser=(*verdict.lesser, *scales.denied),
        better=tuple(dict.fromkeys((*verdict.better, *scales.denials))),
    )
