"""Attribution in the next sentence: "That is according to X.", "So says X.", "The claim was made by X."."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.cues import FORMS
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.according import with_apposition
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import Continuation, Range
from trucewatch.extract.speech.grammar import BE, DETERMINERS, is_adverb
from trucewatch.extract.speech.nouns import phrase_end, phrase_start
from trucewatch.extract.speech.reader import LineReader
from trucewatch.extract.speech.spoken import SAYS
from trucewatch.extract.speech.subjects import Phrase

_POINTING: Final = words("that this such it these those both")
_LEAST: Final = words("at least any rate")
_SO: Final = words("so thus")
_TOLD: Final = words("""
    account claim claims information report reports figure figures number numbers count counts toll
    statement assertion version news
    word details accusation allegation warning assessment remark remarks announcement
    """)
_JUDGED: Final = _TOLD | words("view opinion verdict message conclusion reading judgment judgement")
_MADE: Final = words("given made provided offered supplied issued attributed reported")
_COMES: Final = words("comes came stems originates originated")
_DISCLOSED: Final = words("""
    disclosed revealed announced unveiled set laid outlined presented confirmed divulged spelled
    """)
"""Participles of who made known what the sentence before tells: "The scheme was disclosed by X"."""

_PLANNED: Final = _TOLD | words("""
    scheme plan plans timetable schedule calendar move measure measures decision details terms
    proposal arrangement order change changes finding findings discovery
    """)
"""Nouns that sum up what the sentence before tells."""

_SUMMED: Final = words("facts things points statements claims words")

_OUT: Final = words("set laid spelled")
"""Those that need an "out" behind them."""

_FAR: Final = 8
_NEAR: Final = 5


def take_behind(reader: LineReader) -> bool:
    """Read a sentence that only tells who said the one before; tell whether it was one."""
    atoms = reader.atoms
    place = _clear(atoms, 0)
    found = _according(atoms, place) or _so(atoms, place) or _made(atoms, place)
    found = found or _told_so(atoms, place) or _what(atoms, place)
    found = found or _said_by(atoms, place) or _assessed(atoms, place)
    if found is None:
        return False
    cue, first, last = found
    reader.add(
        SAYS,
        (cue,),
        subject=Phrase(first, last, min(first, cue[0]), max(last, cue[1])),
        following=Continuation(-1, max(last, cue[1])),
        pattern="behind",
    )
    return True


Found = tuple[Range, int, int]
"""The cue, and the first atom of who said it and the first behind."""


def _clear(atoms: Sequence[Atom], place: int) -> int:
    """Step over "or" and "at least" at the beginning."""
    return place + 1 if atoms[place].low in ("or", "and", "at") and len(atoms) > 3 else place


def _is_said(atom: Atom) -> bool:
    return atom.kind == "word" and any(cue.form == "past" for cue in FORMS.get(atom.low, ()))


def _low(atoms: Sequence[Atom], place: int) -> str:
    return atoms[place].low if place < len(atoms) else ""


def _speaker(atoms: Sequence[Atom], cue: Range, start: int) -> Found | None:
    end = phrase_end(atoms, start, len(atoms)) if start < len(atoms) else start
    return (cue, start, with_apposition(atoms, end)) if end > start else None


def _according(atoms: Sequence[Atom], place: int) -> Found | None:
    """Read "That, at least, is according to X"."""
    if _low(atoms, place) not in _POINTING:
        return None
    for at in range(place + 1, min(len(atoms) - 1, place + _FAR)):
        if atoms[at].low == "according" and atoms[at + 1].low == "to":
            led = atoms[at - 1].low in BE or atoms[at - 1].low == ","
            return _speaker(atoms, (at, at + 2), at + 2) if led else None
    return None


def _so(atoms: Sequence[Atom], place: int) -> Found | None:
    """Read "So says X", "So, at least, said X"."""
    if _low(atoms, place) not in _SO:
        return None
    for at in range(place + 1, min(len(atoms), place + _FAR)):
        finite = [cue for cue in FORMS.get(atoms[at].low, ()) if cue.form in ("past", "present")]
        if finite and "C" in finite[0].frames:
            return _speaker(atoms, (at, at + 1), at + 1)
        end = phrase_end(atoms, at, len(atoms)) if atoms[at].low in DETERMINERS else at
        if at < end < len(atoms) and _is_said(atoms[end]):
            return (end, end + 1), at, end
        if (
            atoms[at].kind != "mark"
            and not is_adverb(atoms[at].low)
            and atoms[at].low not in _LEAST
        ):
            return None
    return None


def _told_so(atoms: Sequence[Atom], place: int) -> Found | None:
    """Read "X told the DAILY so", "X said as much to the DAILY"."""
    within = range(place + 1, min(len(atoms) - 1, place + 2 * _FAR))
    verb = next((at for at in within if _is_said(atoms[at])), 0)
    start = phrase_start(atoms, verb, 0) if verb else 0
    behind = [atom.low for atom in atoms[verb + 1 :] if atom.kind not in ("mark", "date")]
    behind = behind[: -1 if behind[-1:] == ["on"] else None]
    so = behind[-1:] == ["so"] or behind[:2] == ["so", "to"] or behind[:3] == ["as", "much", "to"]
    return ((verb, verb + 1), start, verb) if verb > start and so else None


def _made(atoms: Sequence[Atom], place: int) -> Found | None:
    """Read "The (new) account was given by X", "The figure came from X", "The plan was set out by X"."""
    if _low(atoms, place) not in _POINTING | {"the"}:
        return None
    noun = place + 1 if _low(atoms, place + 1) in _TOLD else place + 2
    told = _low(atoms, noun) in _TOLD
    for at in range(place + 2, min(len(atoms) - 2, noun + 1 + _FAR)):
        low, following = atoms[at].low, atoms[at + 1].low
        comes = following == "from" and (low in _COMES or (low in BE and at == noun + 1))
        if told and ((low in _MADE and following in ("by", "to")) or comes):
            return _speaker(atoms, (noun, noun + 1), at + 2)
        planned = low in _DISCLOSED and {_low(atoms, place + 1), _low(atoms, noun)} & _PLANNED
        if planned and _is_passive(atoms, at) and at - place <= _NEAR:
            out = following in ("out", "down", "forth")
            if low in _OUT and not out:
                return None
            by = at + 1 + out
            return _speaker(atoms, (at, by), by + 1) if _low(atoms, by) == "by" else None
    return None


def _is_passive(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether "was" stands before a participle, an adverb between."""
    before = place - 1
    while before > 0 and is_adverb(atoms[before].low):
        before -= 1
    return atoms[before].low in BE


def _said_by(atoms: Sequence[Atom], place: int) -> Found | None:
    """Read "This was stated by X"."""
    noun = place + (_low(atoms, place + 1) in _SUMMED)
    if _low(atoms, place) not in _POINTING or _low(atoms, noun + 1) not in BE:
        return None
    at = noun + 2
    while at < len(atoms) and is_adverb(atoms[at].low):
        at += 1
    by = at + 1
    while by < len(atoms) and (_low(atoms, by) == "on" or atoms[by].kind == "date"):
        by += 1
    if by + 1 < len(atoms) and _is_said(atoms[at]) and atoms[by].low == "by":
        return _speaker(atoms, (at, at + 1), by + 1)
    return None


def _assessed(atoms: Sequence[Atom], place: int) -> Found | None:
    """Read "This was the assessment of X"."""
    if _low(atoms, place) not in _POINTING or _low(atoms, place + 1) not in BE:
        return None
    for at in range(place + 2, min(len(atoms) - 2, place + _FAR)):
        if atoms[at].low in _JUDGED and atoms[at + 1].low in ("of", "by", "from"):
            return _speaker(atoms, (at, at + 2), at + 2)
    return None


def _what(atoms: Sequence[Atom], place: int) -> Found | None:
    """Read "This is what X told the DAILY"."""
    if _low(atoms, place) not in _POINTING:
        return None
    for at in range(place + 1, min(len(atoms) - 1, place + _FAR)):
        if atoms[at].low == "what" and atoms[at - 1].low in BE:
            within = range(at + 2, min(len(atoms), at + 2 + _FAR))
            end = next((verb for verb in within if _is_said(atoms[verb])), 0)
            return ((end, end + 1), at + 1, end) if end else None
    return None
