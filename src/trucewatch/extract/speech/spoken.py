"""Nouns of what was said: "the DAILY learned of X's threat to C", "a remark by X to the effect that C"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.cues import Cue
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import Continuation, Range
from trucewatch.extract.speech.grammar import DETERMINERS, PRONOUNS, is_verb_like
from trucewatch.extract.speech.nouns import phrase_end, phrase_start
from trucewatch.extract.speech.reader import LineReader
from trucewatch.extract.speech.subjects import Phrase, subject_before

SPOKEN: Final = words("""
    threat vow remark remarks comment comments promise pledge warning demand claim claims assertion
    allegation allegations complaint appeal call plea boast insistence admission confession denial
    verdict statement assurance accusation charge announcement declaration message prediction
    suggestion words report order ultimatum offer refusal observation estimate advice
    """)
"""Nouns of what somebody said."""

_BY: Final = words("by from of")

_AUDIENCE: Final = words("viewers readers listeners audiences subscribers users followers")

_PASSING: Final = words("""
    learned learnt learns heard hears carried carries reported reports published publishes relayed
    relays aired airs broadcast broadcasts quoted quotes noted notes cited cites printed prints
    reprinted reprints recorded records obtained has had repeated repeats told ran runs mentions
    mentioned picked summarised summarized describes described
    """)
"""Verbs of who passes on what somebody else said."""

_FAR: Final = 24

_NOUN: Final = Cue(lemma="say", form="base", frames="C", particles=(), noun=True, weight=0.75)

SAYS: Final = Cue(lemma="say", form="base", frames="C", particles=(), noun=False, weight=0.9)


def low_at(atoms: Sequence[Atom], place: int) -> str:
    """Give the small letters of an atom; "" where there is none."""
    return atoms[place].low if 0 <= place < len(atoms) else ""


def add_passed(
    reader: LineReader,
    cue: tuple[Range, ...],
    speaker: Phrase,
    following: Continuation,
    before: Range | None = None,
    outers: tuple[Range, ...] = (),
    kind: Cue = SAYS,
) -> None:
    """Add what `speaker` said and `outers` pass on."""
    reader.add(
        kind,
        cue,
        subject=speaker,
        following=following,
        content=(before,) if before else (),
        pattern="passed",
        outers=outers,
    )


def owner_of(atoms: Sequence[Atom], place: int, floor: int) -> Range | None:
    """Give X of "X's (last) words" before the noun at `place`."""
    for at in range(place - 1, max(floor, place - 4), -1):
        if atoms[at].low in ("'s", "’s"):
            first = phrase_start(atoms, at, floor)
            return (first, at) if first < at else None
        if atoms[at].low.endswith(("'s", "’s")) and atoms[at].kind in ("word", "name"):
            first = phrase_start(atoms, at + 1, floor)
            return (first, at + 1) if first <= at else None
        if atoms[at].kind not in ("word", "name"):
            return None
    return None


def _passer(reader: LineReader, before: int) -> tuple[Range, ...] | None:
    """Give who passes on the words whose noun phrase begins at `before`; None where nobody does."""
    atoms = reader.atoms
    at = before - 1
    while low_at(atoms, at) in ("of", "about", "up", "with", ","):
        at -= 1
    if at <= reader.floor or atoms[at].low not in _PASSING or reader.opened is not None:
        verb = reader.main_verb(before) if reader.opened is None else -1
        if verb < 0 or atoms[verb].low not in _PASSING:
            return None
        at = verb
    outer = subject_before(atoms, at, reader.floor)
    if outer is None or atoms[outer.first].low in PRONOUNS:
        return ()
    first = outer.first
    if atoms[first].low in _AUDIENCE and low_at(atoms, first + 1) == "of":
        first += 2
    return ((first, outer.last),)


def _opens(atoms: Sequence[Atom], place: int) -> int:
    """Give where the words begin behind a noun of speech and what belongs to it; -1 for nowhere."""
    low = low_at(atoms, place)
    if low in ("that", "to") or (place < len(atoms) and atoms[place].kind == "quote"):
        return place
    return -1


def take_owned(reader: LineReader, place: int) -> bool:
    """Read: The DAILY learned of X's threat to C."""
    atoms = reader.atoms
    start = _opens(atoms, place + 1)
    owner = owner_of(atoms, place, reader.floor) if start >= 0 else None
    if owner is None or owner[0] <= reader.floor:
        return False
    outers = _passer(reader, owner[0])
    if outers is None:
        return False
    opening = min([owner[0], *(first for first, _ in outers)])
    speaker = Phrase(*owner, opening, place + 1)
    following = Continuation(start, start, sure=True)
    add_passed(reader, ((place, place + 1),), speaker, following, None, outers, _NOUN)
    return True


def take_by(reader: LineReader, place: int) -> bool:
    """Read: a remark by X, spotted by AGENCY, to the effect that C; X's complaint, under which C."""
    atoms = reader.atoms
    at = place + 1
    if low_at(atoms, at) in ("lodged", "made", "issued", "voiced", "filed", "uttered", "given"):
        at += 1
    if low_at(atoms, at) not in _BY or reader.opened is not None:
        return False
    end = phrase_end(atoms, at + 1, len(atoms))
    start, explicit = _effect(atoms, end)
    if end == at + 1 or start < 0:
        return False
    first = place
    while first > reader.floor and (
        atoms[first - 1].low in DETERMINERS or atoms[first - 1].kind == "word"
    ):
        if is_verb_like(atoms[first - 1].low) or atoms[first - 1].low in _PASSING:
            break
        first -= 1
    outers = _passer(reader, first)
    if outers is None and not explicit:
        return False
    outers = outers or ()
    opening = min([first, *(each for each, _ in outers)])
    speaker = Phrase(at + 1, end, opening, start)
    following = Continuation(start, start, sure=True)
    add_passed(reader, ((place, place + 1),), speaker, following, None, outers, _NOUN)
    return True


def _effect(atoms: Sequence[Atom], end: int) -> tuple[int, bool]:
    """Give where the words begin behind "to the effect", "under which" or directly, and if it is told."""
    for at in range(end, min(len(atoms) - 1, end + 3 * _FAR)):
        ahead = tuple(low_at(atoms, each) for each in range(at, at + 4))
        if ahead == ("to", "the", "effect", "that"):
            return at + 3, True
        if ahead[:2] in (("under", "which"), ("in", "which"), ("according", "which")):
            return at + 2, True
        if ahead[:3] == ("according", "to", "which"):
            return at + 3, True
        if atoms[at].low == ":" and atoms[at + 1].kind == "quote":
            return at + 1, True
        if atoms[at].low in (".", ";"):
            break
    return _opens(atoms, end), False
