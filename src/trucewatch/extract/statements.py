"""Statements: who is reported to have said what, through whom and when, read by rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.case import Case
from trucewatch.core.document import Document
from trucewatch.core.reading import Mention, Statement
from trucewatch.core.sentence import Sentence
from trucewatch.core.when import TimeExpression
from trucewatch.extract.encoder.found import Attribution
from trucewatch.extract.quotations import find_quotations
from trucewatch.extract.speech.atoms import Within, read_lines
from trucewatch.extract.speech.attributed import Attributed
from trucewatch.extract.speech.building import Builder, Built
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.drafting import read_drafts
from trucewatch.extract.speech.inside import nest_found, read_inside
from trucewatch.extract.speech.interviews import with_answers
from trucewatch.extract.speech.merging import Ruled, merge
from trucewatch.extract.speech.military import in_their_army
from trucewatch.extract.speech.outlets import may_publish, tell_outlets
from trucewatch.extract.speech.retelling import mark_retelling
from trucewatch.extract.speech.runs import join_lines
from trucewatch.extract.speech.sides import on_their_sides
from trucewatch.extract.speech.telling import Teller, Told
from trucewatch.extract.speech.topics import speaking
from trucewatch.extract.speech.voices import voice_of


def find_statements(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    dates: Sequence[TimeExpression],
    case: Case,
    attributions: Sequence[Attribution] | None = None,
) -> tuple[Statement, ...]:
    """Find every statement of a document, numbered `s1`, `s2` ... in the order of the text.

    `attributions` are what a trained reader found: it decides who says what in which words, the
    grammar how it came to the page. Without them the grammar reads alone.

    `mentions` and `dates` count over `document.text`. What nobody said (an absence of comment, words in
    quotation marks that no cue governs) is no statement; a source that stays unclear has no speaker.
    """
    mentions = tell_outlets(document.text, mentions)
    quotations = find_quotations(document, sentences)
    lines = read_lines(document, sentences, quotations, mentions, dates)
    utterances = join_lines(lines, [read_drafts(line) for line in lines])
    phrases: dict[int, list[Range]] = {}
    if attributions is not None:
        attributed = Attributed(document.text, lines)
        found = [*on_their_sides(attributed.utterances(attributions), lines)]
        phrases = attributed.phrases(attributions)
        teller, ruled = Teller(lines, mentions, case, phrases), list[Told]()
        for place in range(len(utterances)):
            ruled.append(teller.tell(utterances, place, ruled))
        utterances = merge(
            found,
            Ruled(utterances, ruled, lines, attributed.cues(attributions)),
            lambda line, named: (
                voice_of(lines[line].atoms, named, mentions, case).publishes
                or may_publish(lines[line].atoms, named, mentions)
            ),
        )
        utterances = nest_found(lines, utterances)
    lines, utterances = read_inside(
        lines, utterances, sentences, Within(document.text, mentions, dates)
    )
    builder = Builder(
        document=document,
        lines=lines,
        mentions=mentions,
        dates=dates,
        quotations=quotations,
        case=case,
        phrases=phrases,
    )
    built = with_answers(document, lines, mentions, dates, case, [*builder.build(utterances)])
    return _numbered(sorted(built, key=_place), mentions, case)


def _numbered(
    built: Sequence[Built], mentions: Sequence[Mention], case: Case
) -> tuple[Statement, ...]:
    """Give what somebody says of all that was built, with its number and what it retells."""
    spoken = speaking([each.statement for each in built], case)
    built = [each for each, speaks in zip(built, spoken, strict=True) if speaks]
    numbered = [
        replace(each.statement, id=f"s{number}") for number, each in enumerate(built, start=1)
    ]
    numbered = [*in_their_army(numbered, mentions, case)]
    paragraphs = {
        statement.id: each.paragraph for statement, each in zip(numbered, built, strict=True)
    }
    return mark_retelling(numbered, paragraphs, case)


def _place(built: Built) -> tuple[int, int]:
    statement = built.statement
    return (statement.content[0].start, statement.cue[0].start if statement.cue else 0)
