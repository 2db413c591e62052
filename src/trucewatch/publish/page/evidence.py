"""Which lines of a board can be told together, and which words of theirs a page has room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.core.status import Board, ClauseLine, Line
from trucewatch.publish.phrases import number_of
from trucewatch.publish.silence import SILENT

MOST: Final = 3
"""The most words of one camp that a page shows."""

Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A word to print, of whom it speaks among its lines, and of whom it does not."""

    finding: Finding
    doers: tuple[str | None, ...] = ()
    others: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Camp:
    """The words on one side: those picked, and how many origins are left out.

    `name` is empty where the lines have only one camp.
    """

    name: str
    picks: tuple[Pick, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Lines of one duty with the same status and standing, and the strongest words of each."""

    clause: str
    lines: Lines
    camps: tuple[Camp, ...]


def board_rows(clause: ClauseLine) -> list[Lines]:
    """Put together the lines that words carry and of which a board tells the same."""
    return _together(
        (line for line in clause.lines if clause.status and line.status not in SILENT),
        lambda line: (*_state(line), line.since, line.counts, line.acts, line.last_act),
    )


def silent_rows(clause: ClauseLine) -> list[Lines]:
    """Put together the lines that no word carries; *doer not named* only where something is near."""
    return _together(
        (
            line
            for line in clause.lines
            if clause.status and line.status in SILENT and (line.doer or line.near or line.shown)
        ),
        lambda line: (line.duty, line.status),
    )


def alike_when_silent(lines: Lines) -> list[Lines]:
    """Put together silent lines with the same last word and the same words beside them."""
    return _together(lines, lambda line: (line.last, beside((line,))))


def _together(lines: Iterable[Line], kind: Callable[[Line], Hashable]) -> list[Lines]:
    groups: dict[Hashable, list[Line]] = {}
    for line in lines:
        groups.setdefault(kind(line), []).append(line)
    return [tuple(group) for group in groups.values()]


def _state(line: Line) -> tuple[Hashable, ...]:
    return (line.duty, line.status, line.standing, line.better)


def beside(lines: Lines) -> str:
    """Tell what stands beside lines without weight: 2 promises, 1 near."""
    shown = {_words(each) for line in lines for each in line.shown}
    near = {_words(each) for line in lines for each in line.near}
    differently = {_words(each) for line in lines for each in line.read_differently}
    said = Counter(says for _, _, says in shown)
    told = [_counted(number, says) for says, number in sorted(said.items())]
    told += [f"{len(near)} near"] if near else []
    told += [f"{len(differently)} read differently"] if differently else []
    return ", ".join(told)


def _words(finding: Finding) -> tuple[str, str, str]:
    return finding.document, finding.words, str(finding.says)


def _counted(number: int, says: str) -> str:
    nouns = ("promise", "refusal", "postponement")
    return number_of(number, says) if says in nouns else f"{number} {says}"


def told_lines(board: Board, case: Case, room: int) -> list[Told]:
    """Give the lines that words carry, with the strongest words of each.

    As many words of each camp are picked, `MOST` at most and one at least, as leave the page with
    no more than `room` quotations.
    """
    groups = [
        (clause.clause, lines)
        for clause in board.clauses
        if clause.status
        for lines in _together((each for each in clause.lines if each.status not in SILENT), _state)
    ]
    for most in range(MOST, 0, -1):
        told = [
            Told(clause=clause, lines=lines, camps=tuple(_camps(lines, case, most)))
            for clause, lines in groups
        ]
        if len({_words(pick.finding) for pick in picks(told)}) <= room:
            break
    return told


def picks(told: Iterable[Told]) -> Iterator[Pick]:
    """Yield every word picked, in the order of the page."""
    for group in told:
        for camp in group.camps:
            yield from camp.picks


def _camps(lines: Lines, case: Case, most: int) -> Iterator[Camp]:
    both = any(line.lesser_words for line in lines) and any(line.better_words for line in lines)
    for name, words in (
        ("less than kept", [(line, line.lesser_words) for line in lines]),
        ("kept, or denied", [(line, line.better_words) for line in lines]),
    ):
        origins = {finding.origin for _, findings in words for finding in findings}
        if origins:
            picked = strongest(words, case, most)
            printed = {pick.finding.origin for pick in picked}
            yield Camp(name=name if both else "", picks=picked, more=len(origins - printed))


def strongest(
    words: Sequence[tuple[Line, Sequence[Finding]]], case: Case, most: int
) -> tuple[Pick, ...]:
    """Pick the words to print: the doer's own first, then one of each side, the latest first.

    Of an origin the nearest rendition is taken; direct quotation goes before retelling. Every line
    that has words gets one at least. Nothing here knows who a side is.
    """
    speaks_of: dict[tuple[str, str, str], list[Line]] = {}
    said: dict[tuple[str, str, str], Finding] = {}
    for line, findings in words:
        nearest = {finding.origin: finding for finding in reversed(findings)}
        for finding in nearest.values():
            said.setdefault(_words(finding), finding)
            speaks_of.setdefault(_words(finding), []).append(line)

    def rank(key: tuple[str, str, str]) -> tuple[bool, bool, int, str]:
        finding, doers = said[key], [line.doer for line in speaks_of[key]]
        own = any(
            doer and finding.voice and case.actors.speaks_as(finding.voice, doer) for doer in doers
        )
        return (not own, finding.manner != "direct", -finding.uttered.toordinal(), finding.id)

    ranked = _each_side_first(sorted(said, key=rank), said, case)
    chosen = ranked[:most]
    for line, findings in words:
        if findings and not any(line in speaks_of[key] for key in chosen):
            chosen.append(next(key for key in ranked if line in speaks_of[key]))
    return tuple(
        Pick(
            finding=said[key],
            doers=tuple(line.doer for line, _ in words if line in speaks_of[key]),
            others=tuple(line.doer for line, _ in words if line not in speaks_of[key]),
        )
        for key in chosen
    )


def _each_side_first(
    ranked: Iterable[tuple[str, str, str]], said: dict[tuple[str, str, str], Finding], case: Case
) -> list[tuple[str, str, str]]:
    heard: set[str | None] = set()
    first: list[tuple[str, str, str]] = []
    others: list[tuple[str, str, str]] = []
    for key in ranked:
        voice = said[key].voice
        side = case.side_of_voice(voice) if voice else None
        (others if side in heard else first).append(key)
        heard.add(side)
    return [*first, *others]


def latest(findings: Iterable[Finding], most: int) -> tuple[Finding, ...]:
    """Give the last words said, one an origin, the latest first."""
    by_origin: dict[str, Finding] = {}
    ordered = sorted(findings, key=lambda finding: finding.id)
    for finding in sorted(ordered, key=lambda each: each.uttered, reverse=True):
        by_origin.setdefault(finding.origin, finding)
    return tuple(list(by_origin.values())[:most])
