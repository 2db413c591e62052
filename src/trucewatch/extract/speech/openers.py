"""Who opens a sentence that says nothing yet: "The envoy, X, was blunter." lets "he" follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.reading import Mention
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.grammar import is_verb_like
from trucewatch.extract.speech.likeness import marks_of
from trucewatch.extract.speech.persons import is_person
from trucewatch.extract.speech.voices import Voice, voice_of

_LONGEST: Final = 14
_TITLED: Final = 4
"""So many atoms behind a comma may hold a name with its title: ", Maj. X,"."""
_HARMED: Final = words("""
    killed wounded injured hurt dead died arrested detained shot abducted kidnapped assassinated
    captured beaten hit missing
    """)
"""What happened to one of these; it is another who tells it."""

_ARTICLES: Final = words("a an one another")
_ENDS: Final = words("who whom which whose . ; : is was are were has had have")


_HIS_MEN: Final = words("""
    militia militias regime forces troops army soldiers gangs loyalists warplanes jets government
    administration supporters
    """)
"""Behind a person's name these are the ones named, and not he: "X militias"."""


def names_a_person(atoms: Sequence[Atom], place: int, mentions: Sequence[Mention]) -> bool:
    """Tell whether an atom names somebody who may be "he" further on: not "X militias"."""
    atom = atoms[place]
    if atom.kind != "mention" or mentions[atom.ref].kind != "person":
        return False
    behind = place + 1 + (place + 1 < len(atoms) and atoms[place + 1].low in ("'s", "’s"))
    return behind >= len(atoms) or atoms[behind].low not in _HIS_MEN


def opening_person(atoms: Sequence[Atom], mentions: Sequence[Mention], case: Case) -> Voice | None:
    """Give the person who is a sentence's subject: named, or told as "a rebel commander"; else None."""
    atoms = _without_place(atoms, mentions)
    end = _phrase_end(atoms)
    if any(atom.low in _HARMED for atom in atoms[end : end + _LONGEST]):
        return None
    people = [
        place for place in range(min(end + 2, len(atoms))) if names_a_person(atoms, place, mentions)
    ]
    if len(people) > 1:
        return None
    if people:
        return _named(atoms, people[0], end, mentions, case)
    if end == 0 or atoms[0].low not in _ARTICLES:
        return None
    voice = voice_of(atoms, (0, end), mentions, case)
    return replace(voice, person=True, place=_place(atoms, 0, end)) if voice.unnamed else None


def opening_stranger(
    atoms: Sequence[Atom], mentions: Sequence[Mention], case: Case
) -> Voice | None:
    """Give somebody without a name who is a sentence's subject: "The Xish envoy followed X"."""
    atoms = _without_place(atoms, mentions)
    end = _phrase_end(atoms)
    behind = [atom.low for atom in atoms[end : end + 2]]
    named = end + _TITLED * (behind[:1] == [","] and behind[1:] not in (["who"], ["whose"]))
    people = range(min(named, len(atoms)))
    held = (mentions[atoms[place].ref] for place in people if atoms[place].kind == "mention")
    if end < 2 or any(each.kind == "person" for each in held):
        return None
    voice = voice_of(atoms, (0, end), mentions, case)
    marks = marks_of(atoms, (0, end), case)
    return replace(voice, person=True, marks=marks) if is_person(atoms[:end], voice) else None


def titled_body(atoms: Sequence[Atom], mentions: Sequence[Mention]) -> bool:
    """Tell whether a state or a body of one is a sentence's subject, and may be its holder's name."""
    subject = mentions[atoms[0].ref] if atoms and atoms[0].kind == "mention" else None
    alone = subject is not None and subject.kind in ("state", "organisation")
    return alone and len(atoms[0].low.split()) == 1 and _phrase_end(atoms) == 1


def _without_place(atoms: Sequence[Atom], mentions: Sequence[Mention]) -> Sequence[Atom]:
    """Cut "In CAPITAL" off: whoever opens the sentence stands behind it."""
    held = [atom.kind == "mention" and mentions[atom.ref].kind != "person" for atom in atoms[1:2]]
    following = atoms[2].low if len(atoms) > 2 else ""
    opens = held == [True] and atoms[0].low == "in" and (following in {",", *_ARTICLES, "the"})
    return atoms[2 + (following == ",") :] if opens else atoms


def _named(
    atoms: Sequence[Atom], person: int, end: int, mentions: Sequence[Mention], case: Case
) -> Voice | None:
    """Give the person named in the opening phrase, or right behind it between commas."""
    behind = atoms[person + 1].low if person + 1 < len(atoms) else ""
    if person >= end and (atoms[end].low != "," or behind != ","):
        return None
    voice = voice_of(atoms, (0, person + 1), mentions, case)
    return voice if voice.person and behind not in ("'s", "’s") else None


def _place(atoms: Sequence[Atom], first: int, last: int) -> tuple[int, int]:
    return atoms[first].start, atoms[last - 1].end


def _phrase_end(atoms: Sequence[Atom]) -> int:
    """Give where the opening noun phrase ends: at a comma or a verb."""
    for place, atom in enumerate(atoms[:_LONGEST]):
        if atom.low == "," or atom.low in _ENDS or atom.kind in ("quote", "date"):
            return place
        if place and atom.kind == "word" and is_verb_like(atom.low):
            return place
    return 0
