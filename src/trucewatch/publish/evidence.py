"""Which lines of a board can be told together, and which words of theirs a page has room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.core.status import Board, ClauseLine, Line, Status
from trucewatch.publish.phrases import number_of

SILENT: Final = (Status.NO_REPORT, Status.NOT_YET_DUE)
"""The statuses that no word carries."""

_LESSER, _BETTER = "less than kept", "kept, or denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Camp:
    """The words of a line on one side: those picked, and how many origins are left out.

    `name` is empty where a line has only one camp.
    """

    name: str
    picked: tuple[Finding, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines of one duty that say the same on the same words, with the strongest of these."""

    lines: tuple[Line, ...]
    camps: tuple[Camp, ...] = ()

    @property
    def first(self) -> Line:
        """The line that stands for all."""
        return self.lines[0]


def spoken_lines(clause: ClauseLine) -> list[Group]:
    """Put together the lines of a clause that words carry, in the order of the board."""
    groups: dict[Hashable, list[Line]] = {}
    for line in clause.lines:
        if clause.status is not None and line.status not in SILENT:
            groups.setdefault(_kind(line), []).append(line)
    return [Group(lines=tuple(lines)) for lines in groups.values()]


def silent_lines(clause: ClauseLine) -> list[Group]:
    """Put together the lines of a clause that no word carries; *doer not named* only if it is near."""
    groups: dict[Hashable, list[Line]] = {}
    for line in clause.lines:
        named = line.doer is not None or line.near or line.shown
        if clause.status is not None and line.status in SILENT and named:
            key = (line.duty, line.status, line.last, beside(line))
            groups.setdefault(key, []).append(line)
    return [Group(lines=tuple(lines)) for lines in groups.values()]


def _kind(line: Line) -> Hashable:
    carried = (line.status, line.standing, line.better, line.heard, line.since)
    words = tuple(
        frozenset((finding.document, finding.words, finding.says) for finding in camp)
        for camp in (line.lesser_words, line.better_words)
    )
    return (line.duty, carried, words, line.counts, line.acts, line.last_act, beside(line))


def beside(line: Line) -> str:
    """Tell what stands beside a line without weight: 2 promises, 1 near."""
    said = Counter(str(finding.says) for finding in line.shown)
    told = [_counted(number, says) for says, number in sorted(said.items())]
    told += [f"{len(line.near)} near"] if line.near else []
    told += [f"{len(line.read_differently)} read differently"] if line.read_differently else []
    return ", ".join(told)


def _counted(number: int, says: str) -> str:
    if says in ("promise", "postponement"):
        return number_of(number, says)
    return f"{number} refusal{'s' if number > 1 else ''}" if says == "refusal" else f"{number} {says}"


def with_words(board: Board, case: Case, room: int) -> list[tuple[ClauseLine, list[Group]]]:
    """Give every clause with its spoken lines and their strongest words.

    As many words of each camp are picked, three at most and one at least, as leave the page with
    no more than `room` quotations.
    """
    groups = [(clause, spoken_lines(clause)) for clause in board.clauses]
    for most in (3, 2, 1):
        told = [
            (clause, [Group(lines=each.lines, camps=_camps(each.first, case, most)) for each in own])
            for clause, own in groups
        ]
        if most == 1 or _quotations(told) <= room:
            break
    return [(clause, own) for clause, own in told if own]


def _quotations(told: Iterable[tuple[ClauseLine, list[Group]]]) -> int:
    return len(
        {
            (finding.document, finding.words)
            for _, groups in told
            for group in groups
            for camp in group.camps
            for finding in camp.picked
        }
    )


def _camps(line: Line, case: Case, most: int) -> tuple[Camp, ...]:
    sides = [(_LESSER, line.lesser_words), (_BETTER, line.better_words)]
    spoken = [(name, findings) for name, findings in sides if findings]
    return tuple(
        _camp(name if len(spoken) > 1 else "", findings, line, case, most)
        for name, findings in spoken
    )


def _camp(name: str, findings: Sequence[Finding], line: Line, case: Case, most: int) -> Camp:
    picked = strongest(findings, line.doer, case, most)
    origins = {finding.origin for finding in findings}
    return Camp(name=name, picked=picked, more=len(origins - {each.origin for each in picked}))


def strongest(
    findings: Sequence[Finding], doer: str | None, case: Case, most: int
) -> tuple[Finding, ...]:
    """Pick the words to print: one an origin, the doer's own first, then each side's, the latest first.

    Direct quotation goes before retelling. Nothing here knows who a side is.
    """
    by_origin = {finding.origin: finding for finding in reversed(findings)}

    def rank(finding: Finding) -> tuple[bool, bool, int, str]:
        own = bool(doer and finding.voice and case.actors.speaks_as(finding.voice, doer))
        return (not own, finding.manner != "direct", -finding.uttered.toordinal(), finding.id)

    ranked = sorted(by_origin.values(), key=rank)
    heard: set[str | None] = set()
    first, others = [], []
    for finding in ranked:
        side = case.side_of_voice(finding.voice) if finding.voice else None
        (others if side in heard else first).append(finding)
        heard.add(side)
    return tuple([*first, *others][:most])


def latest(findings: Iterable[Finding], most: int) -> tuple[Finding, ...]:
    """Give the last words said, one an origin, the latest first."""
    by_origin: dict[str, Finding] = {}
    ordered = sorted(findings, key=lambda finding: finding.id)
    for finding in sorted(ordered, key=lambda each: each.uttered, reverse=True):
        by_origin.setdefault(finding.origin, finding)
    return tuple(list(by_origin.values())[:most])


def documents_read(known_from: Iterable[date], first: date, last: date) -> int:
    """Count the days of `known_from` between two days, both included."""
    return sum(1 for day in known_from if first <= day <= last)
