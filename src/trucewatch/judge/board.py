"""The whole agreement on a date: every duty and doer, every clause, and the words on the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import Final

from trucewatch.core.agreement import Clause, DutyType
from trucewatch.core.case import Case
from trucewatch.core.finding import WHOLE, Finding, Says
from trucewatch.core.status import Board, ClauseLine, Counts, Line, Status
from trucewatch.judge.days import since, verdict_on
from trucewatch.judge.record import Record, known, records
from trucewatch.judge.rulebook import Rule
from trucewatch.judge.rules import Verdict
from trucewatch.judge.standing import is_self, standing, strength
from trucewatch.judge.words import Word

ORDER: Final = (
    Status.BROKEN,
    Status.OVERDUE,
    Status.CONTESTED,
    Status.PARTLY_KEPT,
    Status.NO_REPORT,
    Status.NOT_YET_DUE,
    Status.KEPT,
)
"""The order of rule 6: a clause has the first status that occurs among its lines."""

_ACCUSING = (Status.BROKEN, Status.OVERDUE, Status.CONTESTED)


def judge(case: Case, findings: Iterable[Finding], on: date, known_on: date | None = None) -> Board:
    """Judge every duty of a case on a date, from what had been published by `known_on` (None: all).

    Pure: the same findings in any order, any number of times, give the same board.
    """
    unique = {finding.id: finding for finding in findings}
    published = known(unique.values(), known_on)
    lines = [judge_line(record, case, on) for record in records(published, case)]
    by_clause: dict[str, list[Line]] = {clause.id: [] for clause in case.agreement.clauses}
    clause_of = {duty.id: duty.clause for duty in case.agreement.duties()}
    for line in lines:
        by_clause[clause_of[line.duty]].append(line)
    return Board(
        case=case.id,
        on=on,
        known=known_on,
        window=case.agreement.window,
        whole=tuple(sorted(_of_the_whole(published, on), key=attrgetter("id"))),
        clauses=tuple(
            _clause_line(clause, by_clause[clause.id]) for clause in case.agreement.clauses
        ),
    )


def _of_the_whole(published: Iterable[Finding], on: date) -> Iterator[Finding]:
    return (item for item in published if item.duty == WHOLE and item.uttered <= on)


def judge_line(record: Record, case: Case, on: date) -> Line:
    """Judge one duty and doer on a date."""
    verdict = verdict_on(record, case, on)
    if verdict.rule is Rule.DECLARE:
        return _declared(record, verdict, on)
    carried, better = standing(verdict, record, case)
    acts = [word for word in record.words if word.says is Says.ACT and word.day <= on]
    words = [word for word in record.words if word.first_day <= on]
    return Line(
        duty=record.duty.id,
        doer=record.doer,
        status=verdict.status,
        rule=verdict.rule,
        standing=carried,
        better=better,
        heard=_heard(record, verdict, case, on),
        since=since(record, case, on, verdict.status),
        last=max((min(word.day, on) for word in words), default=None),
        counts=count((*verdict.lesser, *verdict.better), case),
        acts=len({word.matter for word in acts}),
        last_act=max((word.day for word in acts), default=None),
        lesser_words=_renditions(verdict.lesser),
        better_words=_renditions(verdict.better),
        shown=_uttered(record.shown, on),
        near=_in_order(record.near_by(on)),
        read_differently=_uttered(record.read_differently, on),
    )


def _declared(record: Record, verdict: Verdict, on: date) -> Line:
    said = [finding for word in record.words for finding in word.renditions]
    return Line(
        duty=record.duty.id,
        doer=record.doer,
        status=verdict.status,
        rule=verdict.rule,
        shown=_uttered((*said, *record.shown), on),
        near=_in_order(record.near_by(on)),
    )


def _heard(record: Record, verdict: Verdict, case: Case, on: date) -> bool | None:
    """Tell whether the accused had a word by `on`, with weight or without; None where nobody is accused."""
    if record.doer is None or verdict.status not in _ACCUSING:
        return None
    weighed = (finding for word in record.words for finding in word.renditions)
    told = chain(weighed, record.shown, record.near_by(on), record.read_differently)
    return any(
        finding.voice is not None
        and finding.uttered <= on
        and is_self(finding.voice, record, case, finding.by_name)
        for finding in told
    )


def _renditions(words: Iterable[Word]) -> tuple[Finding, ...]:
    return _in_order(finding for word in words for finding in word.renditions)


def _uttered(findings: Iterable[Finding], on: date) -> tuple[Finding, ...]:
    """Give what was said by `on`."""
    return _in_order(item for item in findings if item.uttered <= on)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings as they are told: by the day of saying, then by origin."""
    return tuple(sorted(findings, key=attrgetter("uttered", "origin", "id")))


def count(words: Iterable[Word], case: Case) -> Counts:
    """Count what stands behind words: n articles, m outlets, k agencies, j origins, v voices, i sides."""
    said = list(words)
    findings = [finding for word in said for finding in word.renditions]
    outlets = case.outlets.by_id
    links = {link or "" for finding in findings for link in (*finding.chain, finding.outlet)}
    sides = {case.side_of_voice(word.voice) for word in said}
    return Counts(
        articles=len({finding.document for finding in findings}),
        outlets=len({finding.outlet for finding in findings}),
        agencies=len([link for link in links if link in outlets and outlets[link].agency]),
        origins=len({word.origin for word in said}),
        voices=len({word.voice_key for word in said}),
        sides=len(sides - {None}),
    )


def _clause_line(clause: Clause, lines: list[Line]) -> ClauseLine:
    if all(duty.type is DutyType.DECLARE for duty in clause.duties):
        return ClauseLine(
            clause=clause.id, status=None, standing=None, better=None, by=(), lines=tuple(lines)
        )
    declared = {duty.id for duty in clause.duties if duty.type is DutyType.DECLARE}
    judged = [line for line in lines if line.duty not in declared and not _is_idle(line)]
    status = min((line.status for line in judged), key=ORDER.index, default=None)
    leading = [line for line in judged if line.status is status]
    strongest = max(leading, key=lambda line: strength(line.standing), default=None)
    return ClauseLine(
        clause=clause.id,
        status=status,
        standing=strongest.standing if strongest else None,
        better=strongest.better if strongest else None,
        by=tuple(dict.fromkeys(line.doer for line in leading)),
        lines=tuple(lines),
    )


def _is_idle(line: Line) -> bool:
    """Tell whether the line *doer not named* has nothing to say on this day."""
    return line.doer is None and line.status in (Status.NO_REPORT, Status.NOT_YET_DUE)
