"""From a capture to a reading: the order of the stages within one document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.document import Capture, Document, Warning
from trucewatch.core.errors import reading_boundary
from trucewatch.core.folding import words_in
from trucewatch.core.reading import Label, Mention, Reading, Statement
from trucewatch.core.reading_form import reading_form
from trucewatch.core.span import Span, prove
from trucewatch.core.when import TimeExpression, When
from trucewatch.document.read import read_document
from trucewatch.extract.dates import find_dates
from trucewatch.extract.figures import find_figures
from trucewatch.extract.labels import find_labels, give_voices
from trucewatch.extract.learnt_names import add_names, add_phrases
from trucewatch.extract.listed import add_listed_names
from trucewatch.extract.mentions import find_mentions
from trucewatch.extract.names import Names
from trucewatch.extract.quotations import quoted_spans
from trucewatch.extract.reader import Page, Reader, ReadPage, RuleReader
from trucewatch.extract.retold import link_names
from trucewatch.extract.sentences import split_sentences
from trucewatch.identify.described import add_described
from trucewatch.identify.localities import find_localities
from trucewatch.identify.named import name_actors
from trucewatch.identify.namesakes import tell_namesakes
from trucewatch.identify.places import identify_places
from trucewatch.identify.world.gazetteer import give_gazetteer_places
from trucewatch.identify.world.mentions import give_asked_places, give_world_places

RULES: Final[Reader] = RuleReader()
"""The reader that is used where no other is given."""

LANGUAGE: Final = "en"


def read_capture(
    capture: Capture,
    case: Case,
    *,
    captured: date,
    reader: Reader = RULES,
    asked: Sequence[tuple[int, int]] = (),
) -> Reading:
    """Read a capture into a reading; `captured` is the day it came.

    `asked` are spans of a capture's text of which the reading is to tell where they are.
    DocumentError where it holds no article, or where this program fails on it.
    """
    with reading_boundary():
        document = read_document(capture, case, captured=captured)
        return read_text(document, case, reader=reader, asked=asked)


def read_text(
    document: Document,
    case: Case,
    *,
    reader: Reader = RULES,
    asked: Sequence[tuple[int, int]] = (),
) -> Reading:
    """Read a document: sentences, mentions, places, dates, figures, statements, events, labels.

    A document in a language that no reader knows keeps its warnings and is not read.
    """
    if document.language not in (LANGUAGE, None):
        return Reading(
            document=document,
            mentions=give_asked_places(document.text, (), asked, case.places),
            warnings=document.warnings,
            reader=reader.version,
            case=case.state.sha256,
        )
    page = _page(document, case, reader)
    read = reader.read(page, case)
    reading = Reading(
        document=document,
        statements=read.statements,
        events=read.events,
        figures=read.figures,
        dates=tuple(page.dates),
        mentions=_mentions(page, read, asked, case),
        duties=read.duties,
        labels=_labels(page, read, case),
        warnings=(*document.warnings, *_warnings(document, page.dates), *read.warnings),
        reader=reader.version,
        case=case.state.sha256,
    )
    prove(list(_spans(reading)), document.text)
    return reading


def _page(document: Document, case: Case, reader: Reader) -> Page:
    sentences = split_sentences(document)
    mentions = find_mentions(document, sentences, Names.of(case), case)
    learnt = reader.look(document, sentences, mentions, case)
    if learnt is not None:
        mentions = add_names(document.text, mentions, learnt.names)
        words = [words_in(document.text, each.span.start, each.span.end) for each in sentences]
        mentions = tuple(link_names(document.text, words, mentions))
    guessed = learnt.names if learnt is not None else ()
    mentions = add_listed_names(document.text, sentences, mentions, guessed, case.places)
    mentions = name_actors(document.text, sentences, mentions, case, document.published)
    mentions = give_gazetteer_places(document.text, mentions, case.places)
    mentions = identify_places(document, sentences, mentions, case)
    stretches = [sentence.span for sentence in sentences]
    found = find_dates(document.text, document.published, stretches)
    dates = tuple(each for each in found if not _part_of_a_name(each.span, mentions))
    return Page(
        document=document,
        sentences=sentences,
        mentions=mentions,
        localities=find_localities(document, sentences, mentions, case),
        dates=dates,
        figures=find_figures(document.text, stretches, dates),
        learnt=learnt,
    )


def _mentions(
    page: Page, read: ReadPage, asked: Sequence[tuple[int, int]], case: Case
) -> tuple[Mention, ...]:
    """Give what a reading tells of names: phrases and pronouns too, and places of the world."""
    text = page.document.text
    mentions = give_world_places(text, page.mentions)
    if page.learnt is not None:
        mentions = add_phrases(text, mentions, page.learnt.names)
    mentions = tell_namesakes(mentions, case)
    mentions = add_described(page.sentences, mentions, read.statements, read.events, case)
    return give_asked_places(text, mentions, asked, case.places)


_BACK: Final = 8
"""So many mentions that begin before a date are looked at: mentions seldom overlap."""


def _part_of_a_name(words: Span, mentions: Sequence[Mention]) -> bool:
    """Tell whether words are part of a longer name: no day is meant by "Tribune Today"."""
    place = bisect_right(mentions, words.start, key=attrgetter("span.start"))
    near = mentions[max(0, place - _BACK) : place]
    return any(each.span.holds(words) and each.span != words for each in near)


def _labels(page: Page, read: ReadPage, case: Case) -> tuple[Label, ...]:
    labels = find_labels(page.document, page.sentences, page.mentions, case)
    quoted = quoted_spans(page.document, page.sentences)
    spoken = [(span, _speaker(span, read.statements)) for span in quoted]
    return give_voices(
        labels, [each for each in spoken if each[1] is not None], page.document.outlet
    )


def _speaker(quoted: Span, statements: tuple[Statement, ...]) -> str | None:
    for statement in statements:
        if any(content.meets(quoted) for content in statement.content):
            return statement.for_ or statement.speaker
    return None


def _warnings(document: Document, dates: Sequence[TimeExpression]) -> Iterator[Warning]:
    """Warn of dates that stay unresolved because the day of publication is not known."""
    unresolved = [
        each.span for each in dates if each.period is None and each.type in ("DATE", "TIME")
    ]
    if document.published is None and unresolved:
        count = "1 date counts" if len(unresolved) == 1 else f"{len(unresolved)} dates count"
        yield Warning(
            code="dates_unresolved",
            message=f"{count} from a publication day that is not known: give it with --published",
            span=unresolved[0],
        )


def _spans(reading: Reading) -> Iterator[Span]:
    """Yield every span that cites the document's text."""
    whens: list[When | None] = []
    maybe: list[Span | None] = []
    for statement in reading.statements:
        yield from (*statement.content, *statement.cue, *statement.source)
        yield from (*statement.hedges, *statement.insertions)
        maybe.extend(link.span for link in statement.chain)
        whens.append(statement.said_on)
    for event in reading.events:
        yield event.trigger
        yield from (party.span for party in (*event.by, *event.against, *event.with_))
        yield from (place.span for place in (*event.from_, *event.at))
        maybe.append(event.sentence)
        whens.append(event.when)
    for figure in reading.figures:
        yield figure.span
        maybe.append(figure.of)
        whens.append(figure.period)
    for duty in reading.duties:
        yield from (duty.span, duty.what, *(party.span for party in duty.who))
        maybe.append(duty.from_)
        whens.append(duty.by)
    yield from (expression.span for expression in reading.dates)
    yield from (mention.span for mention in reading.mentions)
    yield from (label.span for label in reading.labels)
    maybe.extend(warning.span for warning in reading.warnings)
    maybe.extend(when.span for when in whens if when is not None)
    yield from (span for span in maybe if span is not None)


def public_form(reading: Reading, case: Case) -> dict[str, object]:
    """Give the public JSON form of a reading, with the case's neutral names of every id in it."""
    ids: set[str | None] = {mention.id for mention in reading.mentions}
    for statement in reading.statements:
        ids |= {statement.speaker, statement.for_, *(link.id for link in statement.chain)}
    for event in reading.events:
        ids |= {place.place for place in (*event.from_, *event.at)}
        ids |= {party.actor for party in (*event.by, *event.against, *event.with_)}
    for duty in reading.duties:
        ids |= {party.actor for party in duty.who}
    for label in reading.labels:
        ids |= {label.actor, label.voice}
    ids |= {figure.doer for figure in reading.figures} | {reading.document.outlet}
    names = {known: case.name(known) for known in sorted(each for each in ids if each)}
    return reading_form(reading, names)
