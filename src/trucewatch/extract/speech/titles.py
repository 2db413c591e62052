"""Titles that name a speaker by a mark alone: "X: C", "C: X", "C - X"."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.cues import Cue
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.clauses import Continuation, has_verb
from trucewatch.extract.speech.grammar import CONJUNCTIONS, PREPOSITIONS, SPEAKING_NOUNS
from trucewatch.extract.speech.nouns import is_nounish
from trucewatch.extract.speech.reader import DASHES, LineReader
from trucewatch.extract.speech.subjects import Phrase

_LONGEST: Final = 7
_RUBRICS: Final = words("""
    update updated breaking live video watch photos pictures analysis opinion exclusive explainer
    factbox latest timeline interview news report reports profile editorial comment feature background
    infographic map podcast special urgent correction alert review part chapter episode
    """)
"""Words before a colon that name no speaker."""

_COLON: Final = Cue(lemma=":", form="base", frames="C", particles=(), noun=False, weight=0.75)


def take_title(reader: LineReader) -> bool:
    """Read a title whose only cue is a colon or dash; tell whether it was one."""
    atoms = reader.atoms
    marks = [
        place
        for place, atom in enumerate(atoms)
        if atom.low == ":" or (atom.low in DASHES and place > 0 and _spaced(reader, place))
    ]
    if not marks:
        return False
    first, last = marks[0], marks[-1]
    size = len(atoms)
    told = size - first > 2 or atoms[-1].kind == "quote"
    if atoms[first].low == ":" and told and _speaks(reader, 0, first):
        _add(reader, first, Phrase(0, first, 0, first), first + 1, size)
        return True
    if last > 2 and last + 1 < size and _speaks(reader, last + 1, size):
        _add(reader, last, Phrase(last + 1, size, last + 1, size), 0, last)
        return True
    return False


def _spaced(reader: LineReader, place: int) -> bool:
    atoms = reader.atoms
    before = atoms[place].start > atoms[place - 1].end
    return before and place + 1 < len(atoms) and atoms[place + 1].start > atoms[place].end


def _speaks(reader: LineReader, first: int, last: int) -> bool:
    """Tell whether the atoms name somebody, and only that."""
    atoms = reader.atoms[first:last]
    if not 0 < len(atoms) <= _LONGEST or any(atom.low in _RUBRICS for atom in atoms):
        return False
    plain = [
        atom for atom in atoms if atom.low not in ("'s", "’s", "of", "for", "the", "and", "-", ",")
    ]
    if not plain or not all(is_nounish(atom) and atom.kind != "number" for atom in plain):
        return False
    if any(atom.low in CONJUNCTIONS or atom.low in PREPOSITIONS for atom in plain):
        return False
    if has_verb(reader.atoms, first, last):
        return False
    return any(atom.kind in ("mention", "name") or atom.low in SPEAKING_NOUNS for atom in plain)


def _add(reader: LineReader, mark: int, speaker: Phrase, start: int, end: int) -> None:
    content = reader.trimmed(start, end) or ((start, end) if end - start > 1 else None)
    if content is None:
        return
    reader.add(
        _COLON,
        ((mark, mark + 1),),
        subject=speaker,
        following=Continuation(-1, len(reader.atoms)),
        content=(content,),
        pattern="title",
    )
