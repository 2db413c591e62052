"""The counts that a document tells: who counted, on which days, where; totals and days' counts apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from trucewatch.core.reading import (
    ACTOR_MENTIONS,
    Event,
    Figure,
    Mention,
    Reading,
    Reality,
    Statement,
)
from trucewatch.core.rival import ClaimedFigure
from trucewatch.core.span import Span
from trucewatch.core.when import Period, When
from trucewatch.join.halves import Halves
from trucewatch.join.rivals import claim_of

_COUNTING: Final = re.compile(
    r"\b(?:register|record|count|log|document|note|detect|observe|tally|tallie|report|confirm)(?:s|d|ed)?\b",
    re.IGNORECASE,
)
"""Verbs of which whoever counts is the subject."""
_BY: Final = re.compile(
    r"[^.;:!?]{0,120}?\b(?:register|record|count|logg|document|note|detect|observ)(?:ed|d)\b"
    r"[^.;:!?]{0,60}?\sby\s+(?:the\s+)?",
    re.IGNORECASE,
)
_TOLD: Final = frozenset({Reality.ASSERTED, Reality.DISTANCED, Reality.NEGATED})
_WHOLE_DAY: Final = re.compile(
    r"\b(?:24|twenty-four)[\s-]+hours?\b|\b(?:past|last|previous)\s+day\b|\bday\s+before\b",
    re.IGNORECASE,
)
"""Words for the day that ended when it was told; they touch two days of the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One number of one document that somebody is said to have counted.

    `counter` is who counted: an actor's id, or `name:` and the page's words; None where nobody is
    named. `teller` is whose statement it is, where that is somebody else. `days` are those counted;
    the last 24 hours stand on the day they began. `total` tells a number of more days than one from a
    bulletin; `open_end`, that it has no last day but that of being said, which may not be over.
    """

    counts: str
    counter: str | None
    teller: str | None
    days: Period | None
    total: bool
    open_end: bool
    places: frozenset[str]
    claim: ClaimedFigure


@dataclass(frozen=True, slots=True)
class _Page:
    """A reading, laid out so that each figure's event, statement, paragraph and names are soon found."""

    reading: Reading
    halves: Halves
    events: Mapping[str, Event]
    statements: Mapping[str, Statement]
    counters: Sequence[Mention]
    starts: Sequence[int]
    blocks: Sequence[Span]

    @classmethod
    def of(cls, reading: Reading, halves: Halves) -> _Page:
        counters = sorted(
            (each for each in reading.mentions if each.id and each.kind in ACTOR_MENTIONS),
            key=lambda each: each.span,
        )
        return cls(
            reading=reading,
            halves=halves,
            events={name: each for each in reversed(reading.events) for name in each.figures},
            statements={each.id: each for each in reading.statements},
            counters=counters,
            starts=[each.span.start for each in counters],
            blocks=sorted(block.span for block in reading.document.blocks),
        )

    def voice(self, actor: str) -> str:
        return self.halves.actors.voice(actor)

    def named(self, start: int, end: int) -> Sequence[Mention]:
        """Give whoever is named from `start` on and begins before `end`."""
        return self.counters[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def block(self, figure: Figure) -> Span | None:
        place = bisect_right(self.blocks, figure.span.start, key=lambda span: span.start)
        block = self.blocks[place - 1] if place else None
        return block if block is not None and block.holds(figure.span) else None


def tallies(reading: Reading, counts: str, halves: Halves) -> Iterator[Tally]:
    """Yield what a document counts of one thing: no parts of totals, and nothing planned or denied."""
    page = _Page.of(reading, halves)
    before: tuple[Figure, When] | None = None
    for figure in reading.figures:
        event = page.events.get(figure.id)
        if figure.counts != counts or figure.part_of or not _is_told(event):
            continue
        when = figure.period or (event.when if event else None)
        if (when is None or when.period is None) and before is not None:
            block = page.block(figure)
            when = before[1] if block is not None and block == page.block(before[0]) else None
        if when is not None and when.period is not None and figure.cumulative is not True:
            before = (figure, when)
        yield _tally(page, figure, event, when)


def _tally(page: _Page, figure: Figure, event: Event | None, when: When | None) -> Tally:
    statement = page.statements.get(figure.statement or "")
    days, total = _days(page.reading, figure, when, statement)
    teller = _teller(page, statement)
    return Tally(
        counts=figure.counts or "",
        counter=_counter(page, figure) or teller,
        teller=teller,
        days=days,
        total=total,
        open_end=total and _is_open(when),
        places=frozenset(each.place for each in event.at if each.place) if event else frozenset(),
        claim=claim_of(page.reading, figure),
    )


def _is_told(event: Event | None) -> bool:
    return event is None or (event.reality in _TOLD and not event.ahead)


def _days(
    reading: Reading, figure: Figure, when: When | None, statement: Statement | None
) -> tuple[Period | None, bool]:
    """Give the days that a figure counts, and whether it is a total of more than one."""
    period = when.period if when else None
    if period is None or when is None:
        return None, figure.cumulative is True
    if period.first is not None and period.last is None:
        return _ended(period.first, reading, statement), True
    if period.first is None or period.last is None:
        return None, True
    length = (period.last - period.first).days + 1
    if length == len(("the day before", "the day")) and _names_whole_day(when):
        return Period.of(period.first), figure.cumulative is True
    return period, figure.cumulative is True or length > 1


def _is_open(when: When | None) -> bool:
    return when is not None and when.period is not None and when.period.last is None


def _names_whole_day(when: When) -> bool:
    return when.span is not None and _WHOLE_DAY.search(when.span.text) is not None


def _ended(first: date, reading: Reading, statement: Statement | None) -> Period | None:
    """End a total on the day it was said, else published; None where neither is known."""
    said = statement.said_on.period if statement and statement.said_on else None
    last = said.last if said and said.last else reading.document.published
    return Period(first, last) if last is not None and last >= first else None


def _teller(page: _Page, statement: Statement | None) -> str | None:
    """Give the voice of a statement; the outlet's own where nobody else is named."""
    if statement is None:
        return page.reading.document.outlet
    speaker = statement.speaker or statement.for_
    last = statement.chain[-1] if statement.chain else None
    half = page.halves.named(last.span.text) if last and last.span else None
    if half is not None and (half.known or speaker is None):
        return half.id
    if speaker is not None:
        return page.voice(speaker)
    if last is None or last.span is None:
        return last.id if last else None
    return f"name:{' '.join(last.span.text.split())}"


def _counter(page: _Page, figure: Figure) -> str | None:
    """Give who is said to have counted, by the words around a figure; None where nobody is."""
    text, start = page.reading.document.text, figure.span.start
    begin = _sentence_start(page, figure)
    named = [each for each in page.named(begin, start) if each.span.end <= start]
    if named and not text[named[-1].span.end : start].strip():
        return _subject(page, begin, start, named)
    verbs = list(_COUNTING.finditer(text, begin, figure.span.end))
    if verbs:
        low = verbs[-2].end() if len(verbs) > 1 else begin
        subject = _subject(page, low, verbs[-1].start(), named)
        if subject is not None:
            return subject
    told = _BY.match(text, figure.span.end)
    return _at(page, told.end()) if told else None


def _at(page: _Page, start: int) -> str | None:
    """Give who is named right at some place of a text: a half, else a name of the case."""
    behind = page.named(start, start + 1)
    half = page.halves.at(page.reading.document.text, start)
    if half is not None and not (behind and behind[0].span.end > half.end):
        return half.id
    return page.voice(behind[0].id or "") if behind else None


def _subject(page: _Page, low: int, verb: int, named: Sequence[Mention]) -> str | None:
    """Give the last one named before a verb; a half of a body before a name inside its phrase."""
    mentions = [each for each in named if low <= each.span.start and each.span.end <= verb]
    half = page.halves.named(page.reading.document.text, low, verb)
    if half is None:
        return page.voice(mentions[-1].id or "") if mentions else None
    whole = next((each for each in mentions if each.span.end > half.end), None)
    if whole is not None and whole.span.start <= half.start + len("the "):
        return page.voice(whole.id or "")
    return half.id


def _sentence_start(page: _Page, figure: Figure) -> int:
    """Give where a figure's sentence begins: behind the last full stop or block's begin before it."""
    block = page.block(figure)
    start = max(block.start if block else 0, figure.span.start - FARTHEST)
    ends = list(_STOP.finditer(page.reading.document.text, start, figure.span.start))
    return ends[-1].end() if ends else start


FARTHEST: Final = 400
"""Characters before a figure in which who counted is looked for."""
_STOP: Final = re.compile(r"[.!?]['\"”’)]*\s+(?=[A-Z“\"])|\n\s*\n")
