"""Where the page takes the word again: "X said C, but D", "X, which Y says C, said"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.cues import FORMS
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import Range, has_verb
from trucewatch.extract.speech.grammar import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    is_adverb,
    is_verb_like,
)
from trucewatch.extract.speech.nouns import is_nounish, phrase_end

_TURNS: Final = words("but while whereas although though yet")
_CARRIED: Final = words("that whether if because not only also rather instead")
"""Words behind "but" that go on with what is said."""
_ENDS: Final = frozenset(".;?!:")
_FAR: Final = 30
_STEPS: Final = 4


def page_goes_on(atoms: Sequence[Atom], content: Range) -> int:
    """Give the mark in `content` behind which the page speaks again; the content's end for none.

    A clause with a subject and a verb of its own behind ", but" or ", while" is the page's, unless
    "that" or a quotation carries it, or "would" behind a pronoun does.
    """
    first, last = content
    for place in range(first + 1, last - 1):
        if takes_over(atoms, first, place):
            return place
    return last


def takes_over(atoms: Sequence[Atom], begun: int, end: int) -> bool:
    """Tell whether the page speaks again where what somebody says from `begun` on ends.

    At `end` stands a comma, or the word "but" itself behind a quotation with its own comma.
    """
    if not begun < end < len(atoms):
        return False
    quoted = atoms[end - 1].kind == "quote" and atoms[end].kind == "word"
    if atoms[end].low == ";" and atoms[end - 1].kind == "quote" and end + 2 < len(atoms):
        return _own_clause(atoms, end + 1)
    if atoms[end].low != "," and not quoted:
        return False
    turn = end + (not quoted)
    if turn + 2 >= len(atoms) or atoms[turn].low not in _TURNS or atoms[turn].kind != "word":
        return False
    near = atoms[max(begun, end - _FAR) : end]
    whole = has_verb(atoms, begun, end) or any(atom.kind == "quote" for atom in near)
    aside = any(atom.low == "," for atom in atoms[turn : turn + _FAR])
    named = atoms[begun].low != "that" and not aside
    start = _clause_start(atoms, turn + 1)
    return (whole or named) and atoms[start].low not in _CARRIED and _own_clause(atoms, start)


def _clause_start(atoms: Sequence[Atom], place: int) -> int:
    """Step over adverbs, days and where it is: "but on Monday, in the north, D"."""
    for _ in range(_STEPS):
        atom = atoms[place]
        led = atom.kind == "word" and atom.low in PREPOSITIONS and place + 1 < len(atoms)
        if led and atoms[place + 1].kind in ("date", "mention"):
            step = place + 2
        elif led:
            step = phrase_end(atoms, place + 1, len(atoms))
        elif atom.low not in _CARRIED and (atom.kind == "date" or is_adverb(atom.low)):
            step = place + 1
        else:
            return place
        if step >= len(atoms) or (step == place + 1 and led):
            return place
        place = step
    return place


def _own_clause(atoms: Sequence[Atom], start: int) -> bool:
    """Tell whether a clause with a subject of its own begins at `start`, told by nobody but the page."""
    opening = atoms[start]
    behind = atoms[start + 1].low if start + 1 < len(atoms) else ""
    if opening.low in PRONOUNS or opening.low == "there":
        return behind not in ("would", "'d", "’d")
    if opening.kind == "quote" or is_verb_like(opening.low) or opening.low in ("to", "who"):
        return False
    if opening.low not in DETERMINERS and not is_nounish(opening):
        return False
    ends = (at for at in range(start, min(len(atoms), start + _FAR)) if atoms[at].low in _ENDS)
    stop = next(ends, min(len(atoms), start + _FAR))
    subject = phrase_end(atoms, start, stop)
    adverb = subject < stop and is_adverb(atoms[subject].low) and subject + 1 < stop
    return subject > start and (adverb or has_verb(atoms, subject, stop))


def relative_closed(atoms: Sequence[Atom], floor: int, inner: int, comma: int) -> bool:
    """Tell whether a comma ends a clause like ", which Y says C," before the verb of whom it is about.

    `inner` is where the words of saying in that clause begin, `floor` where its sentence does.
    """
    if comma + 1 >= len(atoms) or atoms[comma].low != ",":
        return False
    opened = any(
        atoms[at].low in RELATIVES and atoms[at - 1].low == "," and at - 1 > floor
        for at in range(max(floor + 2, inner - _FAR), inner + 1)
    )
    verb = comma + 1
    while verb < len(atoms) - 1 and (is_adverb(atoms[verb].low) or atoms[verb].kind == "date"):
        verb += 1
    return opened and is_finite(atoms[verb])


def is_finite(atom: Atom) -> bool:
    """Tell whether an atom is surely a finite verb."""
    if atom.kind != "word":
        return False
    told = any(cue.form in ("past", "present") and not cue.noun for cue in FORMS.get(atom.low, ()))
    return told or is_verb_like(atom.low)
