"""A line on every day of a range: it is decided anew only on the days on which it can turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucewatch.core.case import Case
from trucewatch.core.change import LineState
from trucewatch.core.finding import Finding
from trucewatch.core.status import Status
from trucewatch.judge.record import Record, known, records
from trucewatch.judge.rulebook import Rule
from trucewatch.judge.rules import Verdict, decide
from trucewatch.judge.standing import is_independent, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The days from `first` to `last`, both included, on which a line has one state by one rule."""

    duty: str
    doer: str | None
    first: date
    last: date
    rule: Rule
    state: LineState


def judge_days(
    case: Case,
    findings: Iterable[Finding],
    first: date,
    last: date,
    known_on: date | None = None,
) -> tuple[Run, ...]:
    """Judge every duty of a case on each day of a range, from what had been published by `known_on`.

    Lines stand in the agreement's order, the runs of each in the order of days, without gaps. On each
    day they say what `judge` says. None for `known_on` is everything published.
    """
    unique = {finding.id: finding for finding in findings}
    return tuple(
        run
        for record in records(known(unique.values(), known_on), case)
        for run in runs(record, case, first, last)
    )


def runs(record: Record, case: Case, first: date, last: date) -> Iterator[Run]:
    """Yield the runs of one line from `first` to `last`, the earliest first."""
    days = [first, *turning_days(record, case.agreement.window, first, last)]
    begun: Run | None = None
    for day in days:
        rule, state = _state(record, case, day)
        if begun is not None and (begun.rule, begun.state) == (rule, state):
            continue
        if begun is not None:
            yield replace(begun, last=day - timedelta(days=1))
        begun = Run(
            duty=record.duty.id, doer=record.doer, first=day, last=last, rule=rule, state=state
        )
    if begun is not None and first <= last:
        yield begun


def _state(record: Record, case: Case, on: date) -> tuple[Rule, LineState]:
    verdict = verdict_on(record, case, on)
    carried, better = standing(verdict, record, case)
    return verdict.rule, LineState(status=verdict.status, standing=carried, better=better)


def verdict_on(record: Record, case: Case, on: date) -> Verdict:
    """Decide one line on a date, knowing who is independent in this case."""
    return decide(
        record, on, case.agreement.window, lambda word: is_independent(word, record, case)
    )


def since(record: Record, case: Case, on: date, status: Status) -> date:
    """Give the first day of the unbroken run of `status` that ends on `on`."""
    first = on
    starts = record.duty.starts
    for day in (*reversed(turning_days(record, case.agreement.window, starts, on)), starts):
        if day > on or verdict_on(record, case, day).status is not status:
            break
        first = day
    return first


def turning_days(record: Record, window: int, first: date, last: date) -> list[date]:
    """Give the days after `first` and up to `last` on which a line's state can change, in order."""
    duty = record.duty
    after = timedelta(days=window)
    spans = {(word.begins, word.day) for word in record.words}
    days = {day for span in spans for day in span}
    days.update(day + after for _, day in spans if last - day >= after)
    days.add(duty.starts)
    days.add(record.spoken)
    for amendment in duty.amendments:
        days.update((amendment.agreed, amendment.deadline + timedelta(days=1)))
    if duty.deadline is not None:
        days.add(duty.deadline + timedelta(days=1))
    return sorted(day for day in days if first < day <= last)
