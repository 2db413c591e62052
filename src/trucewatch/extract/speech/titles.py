"""Titles that name a speaker by a mark alone: "X: C", "C: X", "C - X"."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.cues import FORMS, Cue
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom, Line
from trucewatch.extract.speech.clauses import Continuation, Range, has_verb
from trucewatch.extract.speech.grammar import CONJUNCTIONS, PREPOSITIONS, SPEAKING_NOUNS
from trucewatch.extract.speech.nouns import DASHES, is_nounish, phrase_end
from trucewatch.extract.speech.reader import LineReader
from trucewatch.extract.speech.subjects import Phrase

_LONGEST: Final = 7
_VOICES: Final = SPEAKING_NOUNS | words("""
    monitor monitors watchdog observatory police military rebels militants locals mission media agency
    ngo charity newspaper spokesmen refugees villagers
    """)
"""Nouns of those who speak in titles."""
_RUBRICS: Final = words("""
    update updated breaking live video watch photos pictures analysis opinion exclusive explainer
    factbox latest timeline interview news report reports profile editorial comment feature background
    infographic map podcast special urgent correction alert review part chapter episode
    """)
"""Words before a colon that name no speaker."""

_HEADLINE: Final = 30
_STOPS: Final = frozenset(".!?;")
_BEHIND: Final = words("on to over about via after in , at")
"""What ends the name of a speaker behind a title's mark."""

_COLON: Final = Cue(lemma=":", form="base", frames="C", particles=(), noun=False, weight=0.75)


def is_headline(line: Line) -> bool:
    """Tell whether a line that is no title by its place is one by its form: the first, without a stop."""
    last = line.atoms[-1]
    if last.kind == "quote" and last.low[-2:-1] in _STOPS:
        return False
    return line.number <= 1 and len(line.atoms) <= _HEADLINE and last.low not in _STOPS


def take_title(reader: LineReader) -> bool:
    """Read a title whose only cue is a colon or dash; tell whether it was one."""
    atoms = reader.atoms
    size, outers = _filed(reader)
    marks = [place for place in range(size) if _is_mark(reader, place)]
    if not marks:
        return False
    first, last = marks[0], marks[-1]
    if len(marks) > 1 and atoms[first].low in DASHES and _speaks(reader, 0, first):
        outers, first, begin = ((0, first), *outers), marks[1], first + 1
    else:
        begin = 0
    if atoms[first].low == ":" and atoms[last].low in DASHES and _speaks(reader, last + 1, size):
        size, outers = last, (*outers, (last + 1, size))
    told = size - first > 2 or atoms[size - 1].kind == "quote"
    if atoms[first].low == ":" and _tells_within(reader, first + 1):
        return False
    if atoms[first].low == ":" and told and _speaks(reader, begin, first):
        speaker = Phrase(begin, first, begin, first)
        _add(reader, first, speaker, (first + 1, size), outers)
        return True
    stop = _speaker_end(reader, last + 1, size)
    told = last + 1 < size and (last > 2 or atoms[last - 1].kind == "quote")
    if told and _speaks(reader, last + 1, stop):
        _add(reader, last, Phrase(last + 1, stop, last + 1, stop), (0, last), outers)
        return True
    return False


def _tells_within(reader: LineReader, start: int) -> bool:
    """Tell whether somebody else speaks behind the colon: "AGENCY: Xish speaker says C"."""
    atoms = reader.atoms
    if not _speaks(reader, 0, start - 1) or start >= len(atoms):
        return False
    within = range(start + 1, min(len(atoms) - 1, start + _LONGEST))
    end = next((at for at in within if _says(atoms[at])), start)
    cues = FORMS.get(atoms[end].low, ()) if end > start else ()
    speaker = any(
        atom.low in SPEAKING_NOUNS or atom.kind in ("name", "mention") for atom in atoms[start:end]
    )
    if not speaker or not any(cue.form in ("past", "present") for cue in cues):
        return False
    reader.filed = (0, start - 1)
    reader.floor = reader.clause = start
    return True


def _is_mark(reader: LineReader, place: int) -> bool:
    low = reader.atoms[place].low
    return low == ":" or (low in DASHES and place > 0 and _spaced(reader, place))


def _filed(reader: LineReader) -> tuple[int, tuple[Range, ...]]:
    """Give where the title ends before "(AGENCY)", and that agency."""
    atoms = reader.atoms
    if atoms[-1].low == ")":
        within = range(len(atoms) - 2, max(0, len(atoms) - _LONGEST), -1)
        opening = next((place for place in within if atoms[place].low == "("), 0)
        if opening and _speaks(reader, opening + 1, len(atoms) - 1):
            return opening, ((opening + 1, len(atoms) - 1),)
    return len(atoms), ()


def _speaker_end(reader: LineReader, start: int, size: int) -> int:
    """Give where "X" ends in "C - X on the plan", "C: X to AGENCY", "C: X, quoted by AGENCY"."""
    ends = (at for at in range(start + 1, size) if reader.atoms[at].low in _BEHIND)
    return next(ends, size)


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
    if has_verb(reader.atoms, first, last) or any(_says(atom) for atom in plain):
        return False
    named = [atom.kind in ("mention", "name") or atom.low in _VOICES for atom in plain]
    of_people = named[-1] or plain[-1].low.endswith("s")
    return any(named) and (first > 0 or of_people)


def _says(atom: Atom) -> bool:
    """Tell whether a word is a verb of speech: then no mark alone names the speaker."""
    return atom.kind == "word" and any(
        cue.form == "past" or (cue.form == "present" and not cue.noun)
        for cue in FORMS.get(atom.low, ())
    )


def _add(
    reader: LineReader,
    mark: int,
    speaker: Phrase,
    held: Range,
    outers: tuple[Range, ...],
) -> None:
    start, end = held
    content = reader.trimmed(start, end) if end - start > 2 else None
    if content is None and (end - start > 1 or reader.atoms[start].kind == "quote"):
        content = held
    if content is None:
        return
    behind = speaker.last
    told = behind < len(reader.atoms) - 1 and reader.atoms[behind].low == "to"
    end = phrase_end(reader.atoms, behind + 1, len(reader.atoms)) if told else behind
    reader.add(
        _COLON,
        ((mark, mark + 1),),
        subject=speaker,
        following=Continuation(-1, len(reader.atoms), (behind + 1, end) if told else None),
        content=(content,),
        pattern="title",
        outers=outers,
    )
