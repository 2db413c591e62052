"""Speech inside quoted speech: "The colonel told us C," the bishop said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from trucewatch.core.sentence import Sentence
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Line, Within
from trucewatch.extract.speech.drafting import read_drafts
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.grammar import PRONOUNS
from trucewatch.extract.speech.runs import Utterance

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
                grown.append(line)
                found.extend((each, place) for each in _told_in(line))
    return tuple(grown), tuple(_linked(found))


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
