"""Interviews: what answers a page's questions, given to the one person whom it says it asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.document import Document
from trucewatch.core.reading import Link, Mention, Statement
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression, When
from trucewatch.extract.chains import chain_of, filed_by
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Line
from trucewatch.extract.speech.building import Built
from trucewatch.extract.speech.days import inherited
from trucewatch.extract.speech.nouns import chunk_start
from trucewatch.extract.speech.voices import Voice, voice_of

_INTERVIEW: Final = words("interview interviewed interviews excerpts excerpt q&a")
_ANSWERS: Final = words("questions question conversation journalists reporters")
_HE_SPEAKS: Final = words("i we our my me us i'm i've we've we're ours")
_LEAST: Final = 2
"""So many questions make an interview, each with its answer."""

_ODD_ONES: Final = 4
"""Where questions and answers take turns, one question in so many may want its mark."""

_TITLE: Final = 8
"""So many words of an office may stand before a name."""

_LABEL: Final = re.compile(r"(?:Q|Question|A|Answer)\s?[:.]\s*")
_SURE: Final = 0.7


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """The lines of one paragraph, and whether its last sentence asks."""

    lines: Sequence[Line]
    asks: bool

    @property
    def number(self) -> int:
        return self.lines[0].paragraph


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who was interviewed, under which words, and on which day."""

    voice: Voice
    span: Span
    day: When | None


def read_answers(
    document: Document,
    lines: Sequence[Line],
    mentions: Sequence[Mention],
    dates: Sequence[TimeExpression],
    case: Case,
    found: Sequence[Statement],
) -> Iterator[Built]:
    """Yield a statement for each paragraph that answers a question of an interview.

    A page is one where the words before its first question tell of an interview and name one person,
    and where the answers speak of themselves. Sentences that hold one of `found` are left to it, and from
    where the page tells what the person "said" nothing is an answer.
    """
    paragraphs = _paragraphs(lines)
    first = next((at for at, each in enumerate(paragraphs) if each.asks), len(paragraphs))
    answers = list(_answers(paragraphs[first:]))
    if sum(each.asks for each in paragraphs) < _LEAST or not _is_spoken(answers):
        return
    titles = [line for line in lines if line.title]
    opening = [line for each in paragraphs[:first] for line in each.lines]
    asked = _asked(document, [*titles, *opening], opening, mentions, dates, case)
    if asked is None:
        return
    base = filed_by(document, mentions)
    for paragraph in answers:
        held = [each for each in found if _meets(each, paragraph)]
        if any(_is_told_again(each, asked) for each in held):
            return
        content = tuple(_free(document.text, paragraph, held))
        if content:
            last = Link(id=asked.voice.speaker, span=asked.span)
            yield Built(
                statement=Statement(
                    id="",
                    content=content,
                    cue=(),
                    source=(asked.span,),
                    speaker=asked.voice.speaker,
                    for_=asked.voice.for_,
                    chain=chain_of(document, base, (), last),
                    manner="direct",
                    said_on=asked.day,
                    unnamed=False,
                    confidence=_SURE,
                ),
                paragraph=paragraph.number,
            )


def _paragraphs(lines: Sequence[Line]) -> list[_Paragraph]:
    body = (line for line in lines if not line.title and not line.inside)
    groups = (list(each) for _, each in groupby(body, attrgetter("paragraph")))
    return [_Paragraph(each, each[-1].atoms[-1].low == "?") for each in groups]


def _answers(turns: Sequence[_Paragraph]) -> Iterator[_Paragraph]:
    """Yield the paragraphs that answer, from the first question on.

    Questions and answers may take turns, one paragraph each: then what stands in a question's place is
    none's answer though it wants the mark.
    """
    asking = turns[::2]
    unmarked = sum(not each.asks for each in asking)
    takes_turns = unmarked * _ODD_ONES <= len(asking) and not any(each.asks for each in turns[1::2])
    if takes_turns:
        yield from turns[1::2]
    else:
        yield from (each for each in turns if not each.asks)


def _is_spoken(answers: Sequence[_Paragraph]) -> bool:
    """Tell whether who answers speaks of himself, outside of all quotation marks."""
    own = [
        any(atom.low in _HE_SPEAKS for line in each.lines for atom in line.atoms)
        for each in answers
    ]
    return sum(own) >= _LEAST


def _asked(
    document: Document,
    told: Sequence[Line],
    opening: Sequence[Line],
    mentions: Sequence[Mention],
    dates: Sequence[TimeExpression],
    case: Case,
) -> _Asked | None:
    """Give the one person named before the first question; None for none, or several."""
    lows = {atom.low for line in told for atom in line.atoms}
    if not lows & (_INTERVIEW | _ANSWERS):
        return None
    named = [
        (line, place)
        for line in opening
        for place, atom in enumerate(line.atoms)
        if atom.kind == "mention" and mentions[atom.ref].kind == "person"
    ]
    if len({_name(mentions[line.atoms[place].ref]) for line, place in named}) > 1:
        named = [each for each in named if _is_with(*each)]
    if len({_name(mentions[line.atoms[place].ref]) for line, place in named}) != 1:
        return None
    line, place = named[0]
    first = chunk_start(line.atoms, place, 0) if place else 0
    voice = voice_of(line.atoms, (first, place + 1), mentions, case)
    span = Span.cut(document.text, line.atoms[first].start, line.atoms[place].end)
    return _Asked(voice, span, _day(opening, dates)) if voice.person else None


def _name(mention: Mention) -> str:
    """Give what tells a person from another: the actor, or the last word of the name."""
    return mention.id or mention.span.text.lower().split()[-1]


def _is_with(line: Line, place: int) -> bool:
    """Tell whether a person stands behind "an interview with", before a mark."""
    before = [atom.low for atom in line.atoms[max(0, place - _TITLE) : place]]
    pairs = list(pairwise(before))
    at = next((at for at, pair in enumerate(pairs) if pair == ("interview", "with")), None)
    return at is not None and not any(low in ",.;:" for low in before[at:])


def _day(opening: Sequence[Line], dates: Sequence[TimeExpression]) -> When | None:
    """Give the one day that the words before the first question tell, as taken over."""
    told = [dates[atom.ref] for line in opening for atom in line.atoms if atom.kind == "date"]
    days = {
        each.edtf: each
        for each in told
        if each.type == "DATE" and each.period and each.period.first == each.period.last
    }
    only = next(iter(days.values())) if len(days) == 1 else None
    if only is None:
        return None
    return inherited(When(edtf=only.edtf, period=only.period, span=only.span, basis=only.basis))


def _meets(statement: Statement, paragraph: _Paragraph) -> bool:
    start, end = paragraph.lines[0].start, paragraph.lines[-1].end
    return any(span.start < end and start < span.end for span in statement.content)


def _is_told_again(statement: Statement, asked: _Asked) -> bool:
    """Tell whether the page goes on to tell what the person said."""
    own = statement.speaker is not None and statement.speaker == asked.voice.speaker
    named = {span.text.lower() for span in statement.source}
    return own or bool(named & {"he", "she"})


def _free(text: str, paragraph: _Paragraph, held: Sequence[Statement]) -> Iterator[Span]:
    """Yield the runs of sentences of a paragraph in which nobody else is told to speak."""
    taken = [span for each in held for span in (*each.content, *each.cue, *each.source)]
    start: int | None = None
    end = 0
    for line in paragraph.lines:
        free = not any(span.start < line.end and line.start < span.end for span in taken)
        if not free and start is not None:
            yield Span.cut(text, start, end)
            start = None
        if free:
            label = _LABEL.match(text, line.start) if line is paragraph.lines[0] else None
            start = start if start is not None else (label.end() if label else line.start)
            end = line.end
    if start is not None and start < end:
        yield Span.cut(text, start, end)
