"""Speech inside quoted speech: "The colonel told us C," the bishop said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from trucewatch.core.sentence import Sentence
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Line, Within
from trucewatch.extract.speech.clauses import meet
from trucewatch.extract.speech.drafting import read_drafts
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.grammar import PRONOUNS
from trucewatch.extract.speech.runs import Piece, Utterance

_TOLD = re.compile(r"\b(?:told|tells|assured|assures|informed|said|says)\b", re.IGNORECASE)
_OWN: Final = words("my our")
_MOST: Final = 40
"""So many sentences of one quotation are looked into."""

_MARKS: Final = " \t\"'“”„«»‘’‚‹›`"


def read_inside(
    lines: Sequence[Line],
    utterances: Sequence[Utterance],
    sentences: Sequence[Sentence],
    within: Within,
) -> tuple[tuple[Line, ...], tuple[Utterance, ...]]:
    """Add who is quoted by somebody quoted, each behind the utterance in whose words he stands.

    Only "X told us" and "my brother said" are sure enough; what is inside of that again is not read.
    The lines grow by what stands between those quotation marks.
    """
    grown = list(lines)
    found: list[tuple[Utterance, int | None]] = []
    done: set[int] = set()
    for place, utterance in enumerate(utterances):
        found.append((utterance, None))
        if utterance.parent is None:
            for line in _quoted_lines(grown, utterance, sentences, within, done):
                if _is_heard(utterances, line.start, line.end):
                    continue
                grown.append(line)
                found.extend((each, place) for each in _told_in(line))
    return tuple(grown), tuple(_linked(found))


def nest_found(lines: Sequence[Line], utterances: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """Put those whom a trained reader heard within a quotation behind who is quoted, as inside of it.

    "The colonel told us C," the bishop said: the colonel's words stand in the bishop's.
    """
    outer = {
        place: around
        for place, utterance in enumerate(utterances)
        if (quote := _quoted_source(lines, utterance)) is not None
        and (around := _who_is_quoted(utterances, place, quote)) is not None
    }
    order: list[int] = []
    for place in range(len(utterances)):
        if place not in outer:
            order.extend((place, *(inner for inner, around in outer.items() if around == place)))
    moved = {old: new for new, old in enumerate(order)}
    return tuple(
        replace(
            utterances[old],
            source_of=_moved(moved, utterances[old].source_of, moved[old]),
            parent=_moved(moved, outer.get(old, utterances[old].parent), moved[old]),
        )
        for old in order
    )


def _moved(moved: Mapping[int, int], old: int | None, before: int) -> int | None:
    new = None if old is None else moved.get(old)
    return new if new is not None and new < before else None


def _quoted_source(lines: Sequence[Line], utterance: Utterance) -> Piece | None:
    """Give the quotation in which who was found to speak is named; None where it is in none."""
    found, draft = utterance.words, utterance.draft
    if found is None or not found.source or utterance.parent is not None or not draft.source:
        return None
    first, last = draft.source[0]
    atom = lines[draft.line].atoms[first]
    span = found.source[0]
    within = last == first + 1 and atom.kind == "quote"
    named = atom.start <= span.start and span.end < atom.end
    return (draft.line, (first, last)) if within and named else None


def _who_is_quoted(utterances: Sequence[Utterance], place: int, quote: Piece) -> int | None:
    """Give the place of who says a quotation, other than the one at `place`."""
    line, (first, last) = quote
    for at, other in enumerate(utterances):
        held = any(
            number == line and begin <= first and last <= end
            for number, (begin, end) in other.content
        )
        named = any(not meet(source, (first, last)) for source in other.draft.source)
        if at != place and held and named and other.parent is None:
            return at
    return None


def _is_heard(utterances: Sequence[Utterance], start: int, end: int) -> bool:
    """Tell whether a trained reader found who speaks in these characters."""
    return any(
        start <= span.start and span.end <= end
        for each in utterances
        if each.words is not None
        for span in each.words.source
    )


def _quoted_lines(
    lines: list[Line],
    utterance: Utterance,
    sentences: Sequence[Sentence],
    within: Within,
    done: set[int],
) -> Iterator[Line]:
    """Yield the sentences between an utterance's quotation marks that tell who told what, each once."""
    for number, (first, last) in utterance.content:
        line = lines[number]
        for atom in line.atoms[first:last]:
            if atom.kind != "quote" or atom.start in done or not _TOLD.search(atom.low):
                continue
            done.add(atom.start)
            inner = within.sentences(sentences, atom.start, atom.end, _MARKS)
            for start, end in islice(inner, _MOST):
                atoms = within.atoms(start, end)
                if atoms and any(_TOLD.fullmatch(each.low) for each in atoms):
                    yield replace(line, number=len(lines), atoms=atoms, inside=True)


def _told_in(line: Line) -> Iterator[Utterance]:
    for draft in read_drafts(line):
        if _is_sure(draft, line) and draft.content:
            content = tuple((line.number, piece) for piece in draft.content)
            yield Utterance(draft=replace(draft, parent=None, inherits=None), content=content)


def _is_sure(draft: Draft, line: Line) -> bool:
    if draft.pattern != "after" or not draft.source:
        return False
    opening = line.atoms[draft.source[0][0]].low
    if draft.lemma in ("tell", "assure", "inform"):
        heard = draft.hearer is not None and line.atoms[draft.hearer[0]].low in ("me", "us")
        return heard and opening not in PRONOUNS
    return draft.lemma == "say" and opening in _OWN


def _linked(found: Sequence[tuple[Utterance, int | None]]) -> Iterator[Utterance]:
    """Yield the utterances with their references moved to where those stand now."""
    moved: dict[int, int] = {}
    for place, (_, outer) in enumerate(found):
        if outer is None:
            moved[len(moved)] = place
    for utterance, outer in found:
        if outer is not None:
            yield replace(utterance, parent=moved[outer])
            continue
        source, parent = utterance.source_of, utterance.parent
        yield replace(
            utterance,
            source_of=None if source is None else moved[source],
            parent=None if parent is None else moved[parent],
        )
