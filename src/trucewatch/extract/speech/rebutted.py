"""What one says and another answers: "W denied Y's claim that C", "Y's claim was denied by W"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.core.charge import CHARGES
from trucewatch.extract.cues import Cue
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import Continuation, Range
from trucewatch.extract.speech.grammar import DETERMINERS, PREPOSITIONS, PRONOUNS
from trucewatch.extract.speech.nouns import phrase_end, phrase_start
from trucewatch.extract.speech.quoting import behind_by
from trucewatch.extract.speech.reader import LineReader
from trucewatch.extract.speech.spoken import low_at
from trucewatch.extract.speech.subjects import Phrase
from trucewatch.extract.speech.verbs import Group

REBUTS: Final = words("""
    deny reject dismiss refute rebut dispute denounce condemn ridicule mock deride question slam decry
    """)
"""Verbs of who does not let stand what another one said."""

DENIALS: Final = words("denial denials")
"""Nouns of what somebody denied, which another one may not believe."""

_CALLS: Final = words("call describe brand label term dismiss denounce")
"""Verbs of who says what a charge is: "called it a lie"."""

_CLAUSE_ENDS: Final = words(". , ; as and but on – —") | {""}
"""What follows a verb that has its object before it."""

_BY: Final = words("by from of")
_MADE: Final = words("made voiced raised levelled leveled issued put")
_LAST: Final = 6
"""So many atoms stand before the noun in its phrase, at most."""

_CLAIM: Final = Cue(lemma="claim", form="base", frames="C", particles=(), noun=True, weight=0.85)


def take_rebutted(reader: LineReader, place: int) -> bool:
    """Read Y and C in "W denied Y's claim that C", of which W's statement is open."""
    if reader.opened is None or reader.atoms[place].low not in CHARGES | DENIALS:
        return False
    outer = reader.drafts[reader.opened]
    begun = reader.begun
    if outer.lemma not in REBUTS or outer.parent is not None or not 0 <= place - begun <= _LAST:
        return False
    found = _charge(reader.atoms, begun, place)
    if found is None:
        return False
    source, start = found
    _add(reader, place, source, start, parent=reader.opened)
    return True


def take_answered(reader: LineReader, group: Group) -> bool:
    """Read both in "Y's claim that C was denied by W"."""
    atoms, start = reader.atoms, reader.clause
    if group.cues[0].lemma not in REBUTS or reader.opened is not None:
        return False
    within = range(start, min(group.first, start + _LAST + 1))
    noun = next((at for at in within if atoms[at].low in CHARGES), -1)
    found = _charge(atoms, start, noun) if noun >= 0 else None
    if found is None or found[1] >= group.first:
        return False
    source, begins = found
    _add(reader, noun, source, begins, content=((begins, group.first),))
    answering = behind_by(atoms, group.last, min(len(atoms), group.last + _LAST))
    if answering is not None:
        reader.add(
            group.cues[0],
            ((group.first, group.last),),
            subject=answering,
            following=Continuation(-1, answering.last, sure=True),
            content=((start, group.first),),
            pattern="passive",
        )
    return True


def take_turned_down(reader: LineReader, group: Group) -> bool:
    """Read W's denial in ", a charge (that) W rejects", ", which W denied", ", claims W called a lie"."""
    atoms = reader.atoms
    lemma, end = group.cues[0].lemma, group.last
    if lemma in _CALLS:
        end = phrase_end(atoms, end + (low_at(atoms, end) == "as"), len(atoms))
    if lemma not in REBUTS | _CALLS or low_at(atoms, end) not in _CLAUSE_ENDS:
        return False
    comma = next(
        (
            at
            for at in range(group.first - 1, max(0, group.first - 2 * _LAST), -1)
            if _parts(atoms, at)
        ),
        -1,
    )
    noun = next((at for at in range(comma + 1, group.first) if _points(atoms, at)), -1)
    if comma < 0 or not 0 < noun - comma <= _LAST:
        return False
    led = atoms[noun].low != "which" and low_at(atoms, noun + 1) in ("that", "which")
    first = noun + 1 + led
    named = atoms[first].kind in ("mention", "name") or atoms[first].low in PRONOUNS | DETERMINERS
    if not named or phrase_start(atoms, group.first, first) != first:
        return False
    reader.close(comma)
    reader.add(
        group.cues[0],
        ((group.first, group.last),),
        subject=Phrase(first, group.first, first, group.first),
        following=Continuation(-1, end, sure=True),
        content=((comma + 1, noun + 1), *(((group.last, end),) if end > group.last else ())),
        pattern="before",
    )
    return True


def _parts(atoms: Sequence[Atom], place: int) -> bool:
    return atoms[place].low in (",", "–", "—")


def _points(atoms: Sequence[Atom], place: int) -> bool:
    return atoms[place].low == "which" or atoms[place].low in CHARGES


def _add(
    reader: LineReader,
    noun: int,
    source: Range,
    start: int,
    *,
    parent: int | None = None,
    content: tuple[Range, ...] = (),
) -> None:
    first, last = source
    reach = max(last, noun + 1)
    reader.add(
        _CLAIM,
        ((noun, noun + 1),),
        subject=Phrase(first, last, min(first, noun), reach),
        following=Continuation(-1 if content else start, reach if content else start, sure=True),
        content=content,
        parent=parent,
        pattern="rebutted",
    )


def _charge(atoms: Sequence[Atom], begun: int, noun: int) -> tuple[Range, int] | None:
    """Give who said it and where what he said begins, of the noun phrase that begins at `begun`."""
    before = _owner(atoms, begun, noun)
    if before is not None:
        start = _begins(atoms, noun + 1)
        return (before, start) if start >= 0 else None
    at = noun + 1 + (low_at(atoms, noun + 1) in _MADE)
    printed = low_at(atoms, noun).startswith("report") and low_at(atoms, at) in ("in", "on")
    if low_at(atoms, at) not in _BY and not printed:
        return None
    end = phrase_end(atoms, at + 1, len(atoms))
    start = _begins(atoms, end)
    named = end > at + 1 and start >= 0
    return ((at + 1, end), start) if named else None


def _owner(atoms: Sequence[Atom], begun: int, noun: int) -> Range | None:
    """Give Y of "Y's claim", "Yish claims"; None for none, and for who answers himself."""
    last = noun
    for at in range(noun - 1, begun, -1):
        if atoms[at].low in ("'s", "’s", "'", "’"):
            last = at
            first = phrase_start(atoms, last, begun)
            return (first, last) if first < last else None
        if atoms[at].low in PREPOSITIONS:
            return None
    first = begun
    while first < last and atoms[first].low in DETERMINERS:
        first += 1
    named = any(atom.kind in ("name", "mention") for atom in atoms[first:last])
    return (first, last) if named else None


def _begins(atoms: Sequence[Atom], place: int) -> int:
    """Give where the words begin behind the noun and whose it is; -1 for nowhere."""
    if low_at(atoms, place) == "that" or (place < len(atoms) and atoms[place].kind == "quote"):
        return place
    does = low_at(atoms, place) == "of" and low_at(atoms, place + 1).endswith("ing")
    return place + 1 if does else -1
