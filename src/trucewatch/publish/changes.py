"""What changed between two boards, found by judging again with one thing changed at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Final

from trucewatch.core.agreement import Duty, DutyType
from trucewatch.core.case import Case
from trucewatch.core.change import Cause, CauseKind, Change, DayRule, LineState
from trucewatch.core.document import ReadDocument
from trucewatch.core.finding import Finding
from trucewatch.core.status import Board, Status
from trucewatch.judge.assign import STATE_WORDS, assign
from trucewatch.judge.record import Record, known, records
from trucewatch.judge.rules import decide
from trucewatch.judge.standing import is_independent, standing
from trucewatch.judge.words import Word, nearest_first

_SILENT: Final = LineState(status=Status.NO_REPORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the earlier board was judged from, where the record no longer holds the same.

    `decided` tells, by finding, who has since decided what it says, and why.
    """

    case: Case
    findings: tuple[Finding, ...]
    decided: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Step:
    state: LineState
    causes: tuple[Cause, ...]


def changes(
    earlier: Board,
    later: Board,
    case: Case,
    findings: Iterable[Finding],
    documents: Iterable[ReadDocument] = (),
    before: Before | None = None,
) -> tuple[Change, ...]:
    """Give every line whose status or standing differs, with its causes, in the agreement's order.

    `later` was judged from `case` and `findings`; so was `earlier`, unless `before` says from what.
    """
    told = tuple({finding.id: finding for finding in findings}.values())
    before = before or Before(case=case, findings=told)
    was, now = _states(earlier), _states(later)
    read = {document.id: document for document in documents}
    duties = before.case.agreement.duties_by_id() | case.agreement.duties_by_id()
    found = []
    for duty_id, doer in sorted(was.keys() | now.keys(), key=_places(duties)):
        key = (duty_id, doer)
        old, new = was.get(key, _SILENT), now.get(key, _SILENT)
        if old != new:
            line = _ChangedLine(duties[duty_id], doer, earlier, later, case, told, before, read)
            listed = doer is None or (key in was and key in now)
            by_file = (_by_files(before.case, case, new),)
            causes = line.causes(old) if listed else by_file
            found.append(
                Change(
                    clause=duties[duty_id].clause,
                    duty=duty_id,
                    doer=doer,
                    before=old,
                    after=new,
                    causes=causes,
                )
            )
    return tuple(found)


def _by_files(then: Case, now: Case, state: LineState) -> Cause:
    """Make the cause of a line that the case's files changed, with their names."""
    were, are = dict(then.state.files), dict(now.state.files)
    differing = sorted(name for name in were.keys() | are.keys() if were.get(name) != are.get(name))
    names = ", ".join(differing) or None
    return Cause(kind=CauseKind.CASE_FILE, turned_to=state, by=names)


def _states(board: Board) -> dict[tuple[str, str | None], LineState]:
    return {
        (line.duty, line.doer): _speaking(LineState.of(line), line.doer)
        for clause in board.clauses
        for line in clause.lines
    }


def _speaking(state: LineState, doer: str | None) -> LineState:
    """Take the line *doer not named* for silent where it has nothing to say, due or not."""
    return _SILENT if doer is None and state.status is Status.NOT_YET_DUE else state


def _places(duties: Mapping[str, Duty]) -> Callable[[tuple[str, str | None]], tuple[int, int, str]]:
    order = {duty: place for place, duty in enumerate(duties)}

    def place(line: tuple[str, str | None]) -> tuple[int, int, str]:
        duty, doer = line
        doers = duties[duty].doers
        return order[duty], doers.index(doer) if doer in doers else len(doers), doer or ""

    return place


@dataclass(frozen=True, slots=True)
class _ChangedLine:
    duty: Duty
    doer: str | None
    earlier: Board
    later: Board
    case: Case
    findings: tuple[Finding, ...]
    before: Before
    read: Mapping[str, ReadDocument]

    def causes(self, start: LineState) -> tuple[Cause, ...]:
        """Give the causes on the way from `start` to the later board, without detours."""
        way = [_Step(start, ())]
        for step in (*self._as_judged_now(), *self._days(), *self._documents()):
            visited = [each.state for each in way]
            if step.state in visited:
                del way[visited.index(step.state) + 1 :]
            else:
                way.append(step)
        return tuple(cause for step in way for cause in step.causes)

    def _as_judged_now(self) -> Iterator[_Step]:
        """Yield what the case's files, decisions and readings since have changed of the past."""
        then = self._bearing(self.before.case, self.before.findings, None, self.earlier.known)
        now = self._bearing(self.case, self.findings, None, self.earlier.known)
        if self.before.case.state != self.case.state:
            refiled = self._bearing(self.case, self.before.findings, None, self.earlier.known)
            state = self._state(refiled, self.earlier.on)
            yield _Step(state, (_by_files(self.before.case, self.case, state),))
        if then != now:
            state = self._state(now, self.earlier.on)
            yield _Step(state, tuple(self._decisions_and_readings(then, now, state)))

    def _decisions_and_readings(
        self, then: Sequence[Finding], now: Sequence[Finding], state: LineState
    ) -> Iterator[Cause]:
        differing = {finding.id: finding for finding in then if finding not in now}
        differing |= {finding.id: finding for finding in now if finding not in then}
        decided = self.before.decided
        for id_, finding in sorted(differing.items()):
            kind = CauseKind.DECISION if id_ in decided else CauseKind.READER
            yield Cause(
                kind=kind,
                turned_to=state,
                document=self._document(finding),
                findings=(finding,),
                by=decided.get(id_),
            )

    def _days(self) -> Iterator[_Step]:
        """Yield the days after the earlier board's on which the line turned of itself."""
        said = self._bearing(self.case, self.findings, None, self.earlier.known)
        first = self.earlier.on

        def state_after(days: int) -> LineState:
            return self._state(said, first + timedelta(days=days))

        for days, state in _turns(state_after, (self.later.on - first).days):
            day = first + timedelta(days=days)
            yield _Step(state, tuple(self._rules_of(day, said, state)))

    def _rules_of(self, day: date, said: Sequence[Finding], state: LineState) -> Iterator[Cause]:
        def cause(rule: DayRule, words: Iterable[Word] = ()) -> Cause:
            return Cause(
                kind=CauseKind.DAY_PASSED,
                turned_to=state,
                day=day,
                rule=rule,
                findings=tuple(nearest_first(word.renditions, self.case)[0] for word in words),
            )

        eve = day - timedelta(days=1)
        if self.duty.starts == day:
            yield cause(DayRule.START)
        if self.duty.deadline_on(day) == eve:
            yield cause(DayRule.DEADLINE)
        if any(amendment.agreed == day for amendment in self.duty.amendments):
            yield cause(DayRule.AMENDMENT)
        words = self._record(said).words
        window = timedelta(days=self.case.agreement.window)
        if ended := [word for word in words if self._is_of_days(word) and word.day + window == day]:
            yield cause(DayRule.WINDOW, ended)
        if begun := [word for word in words if day in (word.day, word.first_day)]:
            yield cause(DayRule.WORD, begun)

    def _is_of_days(self, word: Word) -> bool:
        """Tell whether a word counts while the window lasts; of a state to be reached it goes on."""
        return word.days is not None and (
            self.duty.type is not DutyType.REACH or word.says not in STATE_WORDS
        )

    def _documents(self) -> Iterator[_Step]:
        """Yield the documents published since with which the line turned, the earliest first.

        Those whose words count on the later board explain it if they can; else, all that bear on
        the line do.
        """
        if self.earlier.known is None:
            return
        said = self._bearing(self.case, self.findings, None, self.earlier.known)
        new = self._bearing(self.case, self.findings, self.earlier.known, self.later.known)
        new.sort(key=lambda finding: (finding.known_from, finding.document, finding.id))
        counted = self._counted()
        counting = [finding for finding in new if finding.id in counted]
        after = self._state([*said, *new], self.later.on)
        enough = self._state([*said, *counting], self.later.on) == after
        chosen = counting if enough else new
        by_document = [list(told) for _, told in groupby(chosen, key=attrgetter("document"))]

        def state_with(count: int) -> LineState:
            added = [finding for told in by_document[:count] for finding in told]
            return self._state([*said, *added], self.later.on)

        for count, state in _turns(state_with, len(by_document)):
            yield _Step(state, (self._by_document(by_document[count - 1], state),))

    def _counted(self) -> set[str]:
        """Give the ids of the findings that count for the line on the later board."""
        return {
            finding.id
            for clause in self.later.clauses
            for line in clause.lines
            if (line.duty, line.doer) == (self.duty.id, self.doer)
            for finding in (*line.lesser_words, *line.better_words)
        }

    def _by_document(self, told: Sequence[Finding], state: LineState) -> Cause:
        return Cause(
            kind=CauseKind.DOCUMENT,
            turned_to=state,
            day=told[0].known_from,
            document=self._document(told[0]),
            findings=tuple(sorted(told, key=lambda finding: bool(finding.near))),
        )

    def _document(self, finding: Finding) -> ReadDocument:
        """Give the document of a finding, as read; what the finding knows of it where it is not."""
        return self.read.get(finding.document) or ReadDocument(
            id=finding.document,
            outlet=finding.outlet,
            title=None,
            url=finding.url,
            published=finding.published,
            known_from=finding.known_from,
        )

    def _bearing(
        self, case: Case, findings: Iterable[Finding], after: date | None, by: date | None
    ) -> list[Finding]:
        """Give what speaks to this line, known later than `after` and not later than `by`.

        None for either sets no bound. A correction may take away a word that it does not replace.
        """
        return [
            finding
            for finding in findings
            if finding.duty == self.duty.id
            and (by is None or finding.known_from <= by)
            and (after is None or finding.known_from > after)
            and (finding.corrects is not None or self._speaks_of_it(finding, case))
        ]

    def _speaks_of_it(self, finding: Finding, case: Case) -> bool:
        return any(doer == self.doer for doer, _ in assign(finding, self.duty, case.actors))

    def _record(self, said: Sequence[Finding]) -> Record:
        clause = next(each for each in self.case.agreement.clauses if each.id == self.duty.clause)
        alone = replace(clause, duties=(self.duty,))
        case = replace(self.case, agreement=replace(self.case.agreement, clauses=(alone,)))
        of_line = (each for each in records(known(said, None), case) if each.doer == self.doer)
        return next(of_line, Record(duty=self.duty, doer=self.doer))

    def _state(self, said: Sequence[Finding], on: date) -> LineState:
        record, case = self._record(said), self.case
        verdict = decide(
            record, on, case.agreement.window, lambda word: is_independent(word, record, case)
        )
        carried, better = standing(verdict, record, case)
        state = LineState(status=verdict.status, standing=carried, better=better)
        return _speaking(state, self.doer)


def _turns(state_at: Callable[[int], LineState], last: int) -> list[tuple[int, LineState]]:
    """Give the places of 1 to `last` at which the state turns, on a way from the first to the last.

    Stretches that end as they began are passed over, so only the logarithm of `last` is judged for
    each turn.
    """
    state = lru_cache(maxsize=None)(state_at)

    def between(low: int, high: int) -> list[tuple[int, LineState]]:
        if state(low) == state(high):
            return []
        if high - low == 1:
            return [(high, state(high))]
        middle = (low + high) // 2
        return between(low, middle) + between(middle, high)

    return between(0, last)
