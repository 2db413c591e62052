"""The reader of statements and events, behind one small interface: another may take its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Final, Protocol

from trucewatch.core.case import Case
from trucewatch.core.document import Document, Warning
from trucewatch.core.reading import DutyTold, Event, Figure, Locality, Mention, Statement
from trucewatch.core.sentence import Sentence
from trucewatch.core.when import Period, TimeExpression, When, edtf
from trucewatch.extract.bounds import warn_of_bounds
from trucewatch.extract.counted import with_counts
from trucewatch.extract.duties import find_duties
from trucewatch.extract.encoder.found import Attribution, EventFound, NameFound
from trucewatch.extract.events import Found, find_events, read_lines
from trucewatch.extract.events.again.outcomes import with_their_acts
from trucewatch.extract.events.find import ToldLine
from trucewatch.extract.events.learnt import Text, join_learnt
from trucewatch.extract.events.sentence.posts import posts_named
from trucewatch.extract.events.what.seen import seen_on
from trucewatch.extract.events.when.news_day import as_said, dated_by_news
from trucewatch.extract.events.where.roads import on_their_roads
from trucewatch.extract.events.where.same_scene import at_one_scene
from trucewatch.extract.events.whether.answered import with_answers
from trucewatch.extract.events.whether.denied import as_they_tell
from trucewatch.extract.events.who.blamed import with_blamed
from trucewatch.extract.events.who.partakers import with_partakers
from trucewatch.extract.events.who.reasons import with_reasons
from trucewatch.extract.figures import warn_of_sums
from trucewatch.extract.speech.days import said_with_the_news
from trucewatch.extract.statements import find_statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What stands on a page before statements and events are read: all over one document's text."""

    document: Document
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    localities: Sequence[Locality]
    dates: Sequence[TimeExpression]
    figures: Sequence[Figure]
    learnt: Learnt | None = None


class Learnt(Protocol):
    """What a trained reader saw on a page before anything was resolved."""

    @property
    def attributions(self) -> Sequence[Attribution]:
        """Give who is found to say what."""
        ...

    @property
    def names(self) -> Sequence[NameFound]:
        """Give the names that were found, nested ones too."""
        ...

    def triggers(self) -> Sequence[EventFound]:
        """Give the events that were found, without who takes part in them."""
        ...

    def events(self, triggers: Sequence[tuple[int, int]]) -> Sequence[EventFound]:
        """Give the events that were found, and what is seen of the given triggers."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """Who said what on a page, what happened, how many, and what duties it tells."""

    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    duties: tuple[DutyTold, ...]
    warnings: tuple[Warning, ...] = ()


class Reader(Protocol):
    """Reads statements and events."""

    @property
    def version(self) -> str:
        """Name the reader and its version."""
        ...

    def look(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        case: Case,
    ) -> Learnt | None:
        """Look at a page before its names are resolved; None where the reader learnt nothing."""
        ...

    def read(self, page: Page, case: Case) -> ReadPage:
        """Read a page; every span counts the characters of its document's text."""
        ...


class RuleReader:
    """The first reader: rules and cue lists."""

    version: Final = "rules/2"

    def look(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        case: Case,
    ) -> None:
        """Learn nothing: rules read what is resolved."""

    def read(self, page: Page, case: Case) -> ReadPage:
        """Read a page by rules; with what a trained reader saw, where the page has that."""
        document, learnt = page.document, page.learnt
        statements = find_statements(
            document,
            page.sentences,
            page.mentions,
            page.dates,
            case,
            learnt.attributions if learnt is not None else None,
        )
        figures = attach_figures(page.figures, statements)
        found = Found(
            mentions=page.mentions,
            localities=page.localities,
            dates=page.dates,
            figures=figures,
            statements=statements,
            posts=posts_named(document.text, page.mentions),
        )
        if learnt is not None:
            found = replace(found, seen=seen_on(document.text, learnt.triggers()))
        lines = read_lines(document, page.sentences, found)
        duties = find_duties(lines, case)
        events = find_events(document, found, lines, duties, case)
        warnings: Iterable[Warning] = ()
        if learnt is not None:
            events, warnings = _with_learnt(page, learnt, found, lines, duties, events)
        events = tuple(with_answers(document.text, with_their_acts(document.text, events)))
        events = tuple(as_they_tell(document.text, events, statements))
        events = tuple(
            at_one_scene(
                document.text,
                events,
                page.localities,
                page.sentences,
                statements,
                case.places,
            )
        )
        events = tuple(on_their_roads(events, page.localities, page.sentences, case.places))
        events = with_blamed(document.text, events, statements, page.mentions)
        events = tuple(dated_by_news(events, statements, document.published, case))
        events = tuple(with_reasons(document.text, events, page.localities, page.dates))
        events = with_partakers(document.text, events, statements, page.mentions, page.sentences)
        statements, events = with_counts(found, document, page.sentences, events, case)
        statements = said_with_the_news(document, statements, page.dates)
        events = tuple(as_said(events, statements))
        return ReadPage(
            statements=statements,
            events=events,
            figures=with_doers(figures, events),
            duties=duties,
            warnings=(*warnings, *warn_of_sums(document.text, figures)),
        )


def _with_learnt(
    page: Page,
    learnt: Learnt,
    found: Found,
    lines: Sequence[ToldLine],
    duties: Sequence[DutyTold],
    events: Sequence[Event],
) -> tuple[tuple[Event, ...], Iterable[Warning]]:
    """Join what a trained reader saw to the rules' events, with its warnings."""
    document = page.document
    named = tuple(span for line in lines for span in line.named)
    unsaid = tuple(span for line in lines for span in line.unsaid)
    text = Text(
        text=document.text,
        sentences=page.sentences,
        found=found,
        duties=duties,
        named=named,
        unsaid=unsaid,
    )
    seen = learnt.events([(event.trigger.start, event.trigger.end) for event in events])
    joined = join_learnt(text, events, seen)
    return joined, warn_of_bounds(document.text, learnt.attributions, learnt.names, seen)


def attach_figures(
    figures: Sequence[Figure], statements: Sequence[Statement]
) -> tuple[Figure, ...]:
    """Give each figure the statement that it stands in; a total without a start has an open one."""
    contents = sorted(
        (
            (content.start, content.end, statement)
            for statement in statements
            for content in statement.content
        ),
        key=itemgetter(0),
    )
    return tuple(_attached(figure, contents) for figure in figures)


_BACK: Final = 8
"""So many contents that begin before a figure are looked at."""


def _attached(figure: Figure, contents: Sequence[tuple[int, int, Statement]]) -> Figure:
    place = bisect_right(contents, figure.span.start, key=itemgetter(0))
    for start, end, statement in reversed(contents[max(0, place - _BACK) : place]):
        if start <= figure.span.start and figure.span.end <= end:
            return replace(figure, statement=statement.id, period=_period(figure, statement))
    return figure


def _period(figure: Figure, statement: Statement) -> When | None:
    said = statement.said_on
    if figure.period is not None or not figure.cumulative or said is None or said.period is None:
        return figure.period
    until = Period(None, said.period.last)
    return When(edtf=edtf(until), period=until, span=said.span, basis="inherited")


def with_doers(figures: Sequence[Figure], events: Sequence[Event]) -> tuple[Figure, ...]:
    """Give figures their doer where the sentence says who did it: the one party of its only event."""
    doers: dict[str, set[str | None]] = {}
    for event in events:
        if event.kind in ("attack", "clash"):
            for figure in event.figures:
                doers.setdefault(figure, set()).update(party.actor for party in event.by)
    return tuple(_with_doer(figure, doers.get(figure.id, set())) for figure in figures)


def _with_doer(figure: Figure, doers: set[str | None]) -> Figure:
    if figure.doer is not None or len(doers) != 1:
        return figure
    return replace(figure, doer=next(iter(doers)))
