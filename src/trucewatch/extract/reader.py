"""The reader of statements and events, behind one small interface: another may take its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from trucewatch.core.case import Case
from trucewatch.core.document import Document
from trucewatch.core.reading import DutyTold, Event, Figure, Locality, Mention, Statement
from trucewatch.core.sentence import Sentence
from trucewatch.core.when import Period, TimeExpression, When, edtf
from trucewatch.extract.duties import find_duties
from trucewatch.extract.events import find_events
from trucewatch.extract.events.find import Found
from trucewatch.extract.statements import find_statements

_HARMED: Final = re.compile(
    r"\b(?:kill|wound|injur|hurt|displac|destroy|damag|claim)\w*|\b(?:dead|died|left)\b",
    re.IGNORECASE,
)
_ONLY_A_TIME: Final = re.compile(
    r"\b(?:since|when|after|before|while|until|during|as)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What stands on a page before statements and events are read: all over one document's text."""

    document: Document
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    localities: Sequence[Locality]
    dates: Sequence[TimeExpression]
    figures: Sequence[Figure]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """Who said what on a page, what happened, how many, and what duties it tells."""

    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    duties: tuple[DutyTold, ...]


class Reader(Protocol):
    """Reads statements and events."""

    @property
    def version(self) -> str:
        """Name the reader and its version."""
        ...

    def read(self, page: Page, case: Case) -> ReadPage:
        """Read a page; every span counts the characters of its document's text."""
        ...


class RuleReader:
    """The first reader: rules and cue lists."""

    version: Final = "rules/1"

    def read(self, page: Page, case: Case) -> ReadPage:
        """Read a page by rules."""
        document = page.document
        statements = find_statements(document, page.sentences, page.mentions, page.dates, case)
        duties = find_duties(
            document, page.sentences, page.mentions, page.localities, page.dates, case
        )
        figures = tuple(attach_figure(figure, statements) for figure in page.figures)
        found = Found(
            mentions=page.mentions,
            localities=page.localities,
            dates=page.dates,
            figures=figures,
            statements=statements,
            duties=duties,
        )
        events = find_events(document, page.sentences, found)
        return ReadPage(
            statements=statements,
            events=events,
            figures=tuple(with_doer(figure, events, document.text) for figure in figures),
            duties=duties,
        )


def attach_figure(figure: Figure, statements: Sequence[Statement]) -> Figure:
    """Give a figure the statement that it stands in; a total without a start has an open one."""
    for statement in statements:
        if any(content.holds(figure.span) for content in statement.content):
            return replace(figure, statement=statement.id, period=_period(figure, statement))
    return figure


def _period(figure: Figure, statement: Statement) -> When | None:
    said = statement.said_on
    if figure.period is not None or not figure.cumulative or said is None or said.period is None:
        return figure.period
    until = Period(None, said.period.last)
    return When(edtf=edtf(until), period=until, span=said.span, basis="inherited")


def with_doer(figure: Figure, events: Sequence[Event], text: str) -> Figure:
    """Give a figure its doer where the words say by whose doing: "shelling by X killed N", "killed in
    an attack by X". What only happened since or when X did something is nobody's doing.
    """
    if figure.doer is not None:
        return figure
    doers = {
        party.actor
        for event in events
        if figure.id in event.figures and event.kind in ("attack", "clash")
        if _by_doing_of(figure, event, text)
        for party in event.by
    }
    known = doers - {None}
    return replace(figure, doer=next(iter(known))) if len(doers) == len(known) == 1 else figure


def _by_doing_of(figure: Figure, event: Event, text: str) -> bool:
    """Tell whether the words between an event and a figure say that the one caused the other."""
    first, last = sorted((figure.span, event.trigger))
    between = text[first.end : last.start]
    return bool(_HARMED.search(between)) and not _ONLY_A_TIME.search(between)
