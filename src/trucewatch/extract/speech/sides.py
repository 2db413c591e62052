"""Sides: who speaks and what is said, where a clause found by a trained reader has an aside in it.

"A, said B, did D", "A, which blames B, did D, Y said", "X accused of D", "X, accused by Y of D, said C".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from trucewatch.extract.cues import FORMS
from trucewatch.extract.speech.atoms import Atom, Line
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.deeds import WARDS_OFF
from trucewatch.extract.speech.grammar import (
    AUXILIARIES,
    BE,
    RELATIVES,
    is_adverb,
)
from trucewatch.extract.speech.inversion import LEADS, closes_aside, parted_by
from trucewatch.extract.speech.reader import ASKED
from trucewatch.extract.speech.runs import Utterance
from trucewatch.extract.speech.turning import page_goes_on, relative_closed
from trucewatch.extract.speech.uniting import is_subject
from trucewatch.extract.speech.verbs import CHARGING

_CHARGED: Final = frozenset({"of", "for", "over"})
"""Behind a verb of charging without an object: whom it charges stands before it."""

_STANDS: Final = BE | {"stand", "stands", "stood", "remain", "remains", "remained"}
_NEAR: Final = 4


def on_their_sides(found: Iterable[Utterance], lines: Sequence[Line]) -> Iterator[Utterance]:
    """Yield what was found, speaker and words set right, without what somebody was only asked."""
    for each in found:
        atoms = lines[each.draft.line].atoms
        if not each.draft.cue:
            yield each
        elif not (_only_does(each, atoms) or _is_contradicted(each, atoms)):
            own = _without_aside(each, atoms)
            own = _said_by(own, None) if _is_charged(own, atoms) else _inverted(own, atoms)
            yield _with_rest(_to_relative_end(own, atoms), atoms)


def _said_by(found: Utterance, source: Range | None) -> Utterance:
    held = found.words and replace(found.words, source=())
    sources = (source,) if source else ()
    return replace(found, draft=replace(found.draft, source=sources), words=held)


def _saying(found: Utterance, content: Sequence[Range]) -> Utterance:
    return found.saying(tuple((found.draft.line, piece) for piece in content))


def _only_does(found: Utterance, atoms: Sequence[Atom]) -> bool:
    """Tell whether a source says nothing: it is asked, or wards an attack off."""
    (first, last), *more = found.draft.cue
    wards_off = last == first + 1 and not more and atoms[first].low in WARDS_OFF
    return wards_off or _is_asked(found, atoms)


def _is_asked(found: Utterance, atoms: Sequence[Atom]) -> bool:
    """Tell whether a source was asked it: "X, asked whether C, praised D"."""
    (verb, _), source = found.draft.cue[0], found.draft.source
    if not source or atoms[verb].low not in ASKED:
        return False
    commas = [at for at in range(source[0][0], verb) if atoms[at].low == ","]
    return commas == [verb - 1] == [source[0][1]]


def _is_contradicted(found: Utterance, atoms: Sequence[Atom]) -> bool:
    """Tell whether only what is said not to be so was his: "by A and not, as X claimed, by B"."""
    source = found.draft.source
    if not source or source[0][0] < 2 or atoms[source[0][0] - 1].low != "as":
        return False
    return "not" in (atom.low for atom in atoms[max(0, source[0][0] - 3) : source[0][0] - 1])


def _without_aside(found: Utterance, atoms: Sequence[Atom]) -> Utterance:
    """Give the source without what is told of it: "X, accused by Y of D,"."""
    if not found.draft.source:
        return found
    first, last = found.draft.source[0]
    told = range(first + 1, last - 1)
    comma = next((at for at in told if atoms[at].low == "," and _charges(atoms[at + 1])), 0)
    return _said_by(found, (first, comma)) if comma else found


def _charges(atom: Atom) -> bool:
    lemmas = {cue.lemma for cue in FORMS.get(atom.low, ()) if cue.form == "past"}
    return atom.low in ASKED or not lemmas.isdisjoint(CHARGING)


def _is_charged(found: Utterance, atoms: Sequence[Atom]) -> bool:
    """Tell whether a source is whom nobody is told to charge: "X accused of D", "X stands accused of D"."""
    if not found.draft.source:
        return False
    cue, (_, end) = found.draft.cue[0], found.draft.source[0]
    verb = next((at for at in range(*cue) if _charges(atoms[at])), -1)
    if verb < end or verb + 1 >= len(atoms) or atoms[verb + 1].low not in _CHARGED:
        return False
    return atoms[verb].low not in ASKED and all(
        atom.low in _STANDS | AUXILIARIES or atom.low == "," or is_adverb(atom.low)
        for atom in atoms[end:verb]
    )


def _inverted(found: Utterance, atoms: Sequence[Atom]) -> Utterance:
    """Give "A, said B, did D" to B, whom a comma parts from what A did."""
    (verb, begin), source = found.draft.cue[0], found.draft.source
    if not source or not found.draft.content or begin != verb + 1 or not _tells(atoms[verb]):
        return found
    end = parted_by(atoms, source[0][0], verb)
    own = source[0][1] == verb - 1 and found.draft.content[0][0] == begin
    if not end or not own or len(found.content) != len(found.draft.content):
        return found
    last = found.draft.content[-1][1]
    return _saying(_said_by(found, (begin, end)), (source[0], (end + 1, last)))


def _tells(atom: Atom) -> bool:
    return any(cue.form in ("past", "present") for cue in FORMS.get(atom.low, ()))


def _to_relative_end(found: Utterance, atoms: Sequence[Atom]) -> Utterance:
    """End what Y says in "X, which Y says C, did D" where the clause about X ends."""
    cue, content = found.draft.cue[0][0], found.draft.content
    near = atoms[max(0, cue - _NEAR) : cue + 1]
    own = bool(content) and len(found.content) == len(content)
    if not own or content[-1][0] < cue or not any(atom.low in RELATIVES for atom in near):
        return found
    *before, (first, last) = content
    ends = (at for at in range(first + 1, last) if relative_closed(atoms, 0, cue, at))
    end = next(ends, last)
    return found if end == last else _saying(found, (*before, (first, end)))


def _with_rest(found: Utterance, atoms: Sequence[Atom]) -> Utterance:
    """Add to a mere name what stands behind the aside: "X, which B blames, did D, Y said"."""
    content, source = found.draft.content, found.draft.source
    if len(content) != 1 or len(found.content) != 1 or not source:
        return found
    (first, comma), cue = content[0], found.draft.cue
    tag = min(source[0][0], cue[0][0])
    if tag <= comma or atoms[comma].low != ",":
        return found
    if tag == comma + 1:
        end, stop = max(source[0][1], cue[-1][1]), _stripped(atoms, len(atoms))
        acts = closes_aside(atoms, end)
    else:
        stop = _stripped(atoms, tag)
        closes = (at for at in range(comma + 2, stop) if relative_closed(atoms, 0, comma + 1, at))
        end = next(closes, stop)
        acts = end < stop and atoms[comma + 1].low in RELATIVES
    lead = first + (atoms[first].low in LEADS)
    if not acts or end + 1 >= stop or not is_subject(atoms[lead:comma], atoms[end + 1].low):
        return found
    return _saying(found, ((first, comma), (end + 1, page_goes_on(atoms, (end + 1, stop)))))


def _stripped(atoms: Sequence[Atom], last: int) -> int:
    while last > 0 and atoms[last - 1].kind == "mark":
        last -= 1
    return last
