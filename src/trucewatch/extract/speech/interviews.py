"""Interviews: what answers a page's questions, given to the one person whom it says it asked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
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
_HE: Final = words("i we")
_CLOSERS: Final = " \"'”’»)"
_LEAST: Final = 2
"""So many questions make an interview, each with its answer."""

_ODD_ONES: Final = 4
"""Where questions and answers take turns, one question in so many may want its mark."""

_TITLE: Final = 8
"""So many words of an office may stand before a name."""

_LABEL: Final = re.compile(r"(?:Q|Question|A|Answer)\s?[:.]\s*")
_SURE: Final = 0.7


@dataclass(frozen=True, slots=True)
class _Turn:
    """A block of a page: its lines, none of a heading, and whether its last sentence asks."""

    lines: Sequence[Line]
    asks: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who was interviewed, under which words, and on which day."""

    voice: Voice
    span: Span
    day: When | None


def with_answers(
    document: Document,
    lines: Sequence[Line],
    mentions: Sequence[Mention],
    dates: Sequence[TimeExpression],
    case: Case,
    built: Sequence[Built],
) -> list[Built]:
    """Give what was built, and a statement for each paragraph that answers a question of an interview.

    A page is one where the words before its first question tell of an interview and name one person,
    and where the answers speak of themselves. What the person calls his own word there ("I think that
    C") is part of his answer; sentences in which somebody else speaks are left to him. From where the
    page tells what the person "said" nothing is an answer.
    """
    turns = list(_turns(document, lines))
    first = next((at for at, each in enumerate(turns) if each.asks), len(turns))
    answers = list(_answers(turns[first:]))
    if sum(each.asks for each in turns) < _LEAST or not _is_spoken(answers):
        return list(built)
    titles = [line for line in lines if line.title]
    opening = [line for each in turns[:first] for line in each.lines]
    asked = _asked(document, [*titles, *opening], opening, mentions, dates, case)
    if asked is None:
        return list(built)
    base = filed_by(document, mentions)
    kept = list(built)
    for answer in answers:
        kept = [each for each in kept if not (_meets(each, answer) and _is_own(each.statement))]
        held = [each.statement for each in kept if _meets(each, answer)]
        if any(_is_told_again(each, asked) for each in held):
            break
        content = tuple(_free(document.text, answer, held))
        if content:
            statement = _statement(document, asked, content, base)
            kept.append(Built(statement=statement, paragraph=answer.lines[0].paragraph))
    return kept


def _statement(
    document: Document, asked: _Asked, content: tuple[Span, ...], base: Sequence[Link]
) -> Statement:
    last = Link(id=asked.voice.speaker, span=asked.span)
    return Statement(
        id="",
        content=content,
        cue=(),
        source=(asked.span,),
        speaker=asked.voice.speaker,
        for_=asked.voice.for_,
        chain=chain_of(document, base, (), last),
        manner="direct",
        said_on=asked.day,
        confidence=_SURE,
    )


def _turns(document: Document, lines: Sequence[Line]) -> Iterator[_Turn]:
    """Yield the paragraphs of a page, and what else asks between them: a question may be a heading."""
    starts = [line.start for line in lines]
    for block in document.blocks:
        asks = block.span.text.rstrip(_CLOSERS).endswith("?")
        if block.kind == "title" or not (asks or block.kind == "paragraph"):
            continue
        held = lines[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
        if held or asks:
            yield _Turn(held, asks)


def _answers(turns: Sequence[_Turn]) -> Iterator[_Turn]:
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


def _is_spoken(answers: Sequence[_Turn]) -> bool:
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
    return inherited(only.when if only is not None else None)


def _meets(built: Built, turn: _Turn) -> bool:
    start, end = turn.lines[0].start, turn.lines[-1].end
    return any(span.start < end and start < span.end for span in built.statement.content)


def _is_own(statement: Statement) -> bool:
    """Tell whether somebody only speaks of himself: "I think that C"."""
    named = {span.text.lower() for span in statement.source}
    return bool(named) and named <= _HE


def _is_told_again(statement: Statement, asked: _Asked) -> bool:
    """Tell whether the page goes on to tell what the person said."""
    own = statement.speaker is not None and statement.speaker == asked.voice.speaker
    named = {span.text.lower() for span in statement.source}
    return own or bool(named & {"he", "she"})


def _free(text: str, turn: _Turn, held: Sequence[Statement]) -> Iterator[Span]:
    """Yield the runs of sentences of a paragraph in which nobody else is told to speak."""
    taken = [span for each in held for span in (*each.content, *each.cue, *each.source)]
    start: int | None = None
    end = 0
    for line in turn.lines:
        free = not any(span.start < line.end and line.start < span.end for span in taken)
        if not free and start is not None:
            yield Span.cut(text, start, end)
            start = None
        if free:
            label = _LABEL.match(text, line.start) if line is turn.lines[0] else None
            start = start if start is not None else (label.end() if label else line.start)
            end = line.end
    if start is not None and start < end:
        yield Span.cut(text, start, end)
