"""Verb groups that give words to a speaker: the cue with its auxiliaries, adverbs and negation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from trucewatch.extract.cues import FORMS, Cue
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom, words_of
from trucewatch.extract.speech.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
)
from trucewatch.extract.speech.unsaid import is_said_of

_UNDONE: Final = words("declined refused failed yet unable")
"""Words before "to say" that tell that nothing was said."""

_STARTED: Final = words("on quick keen eager careful")
"""Words before "to say" that tell that it was said: "went on to say"."""

CHARGING: Final = {
    "accuse": ("of", "that"),
    "suspect": ("to", "of"),
    **dict.fromkeys(words("blame criticise criticize condemn denounce slam"), ("for", "over")),
}
"""What leads from a verb of charging to what it charges its object with."""


class Group(NamedTuple):
    """The atoms `first` to `last` (not included) of a cue; `verb` is the one that names it."""

    first: int
    verb: int
    last: int
    cues: tuple[Cue, ...]
    negated: bool
    passive: bool
    modal: bool
    ing: bool


def verb_group(atoms: Sequence[Atom], place: int, *, titled: bool) -> Group | None:
    """Give the group whose verb stands at `place`; None for none, or where the form is a noun.

    In titles a verb may have a capital.
    """
    atom = atoms[place]
    if atom.low not in FORMS or not (atom.kind == "word" or (titled and atom.kind == "name")):
        return None
    fitting = tuple(_fitting(atoms, place))
    return _group(atoms, place, fitting) if fitting else None


def _fitting(atoms: Sequence[Atom], place: int) -> Iterator[Cue]:
    """Yield what the form may be here: with its particle behind it, and not as a noun."""
    following = atoms[place + 1].low if place + 1 < len(atoms) else ""
    before = atoms[place - 1] if place else None
    nominal = before is not None and (
        (before.low in DETERMINERS and before.low not in ("all", "both", "some", "many", "those"))
        or before.low in ("'s", "’s")
        or (before.low in PREPOSITIONS and before.low != "to")
    )
    for cue in FORMS[atoms[place].low]:
        if cue.particles:
            if following in cue.particles:
                yield cue
        elif not (nominal and cue.form != "past" and cue.form != "ing"):
            yield cue


def _group(atoms: Sequence[Atom], place: int, cues: tuple[Cue, ...]) -> Group | None:
    first = place
    negated = modal = be = False
    while first > 0 and place - first < 8:
        low = atoms[first - 1].low
        if (
            low in AUXILIARIES
            and atoms[first - 1].kind != "mention"
            and not _possessive(atoms, first)
        ):
            negated = negated or "n't" in low or "n’t" in low
            modal = modal or low in MODALS
            be = be or low in BE
        elif low in NEGATIONS:
            negated = True
        elif not (is_adverb(low) and atoms[first - 1].kind == "word"):
            break
        first -= 1
    return _judged(atoms, first, place, cues, (negated, modal, be))


def _is_said_to(atoms: Sequence[Atom], first: int, place: int) -> bool:
    """Tell whether others say of a subject what it does, as headlines put it: "rebels said to leave P".

    Who is said to have done something has said nothing.
    """
    plain = place + 2 < len(atoms) and atoms[place + 2].kind == "word"
    alone = first == place and first > 0 and atoms[first - 1].low not in PRONOUNS
    return plain and alone and is_said_of(atoms[place].low, words_of(atoms[place + 1 : place + 3]))


def _possessive(atoms: Sequence[Atom], first: int) -> bool:
    return atoms[first - 1].low in ("'s", "’s") and atoms[first].kind != "word"


def _judged(
    atoms: Sequence[Atom],
    first: int,
    place: int,
    cues: tuple[Cue, ...],
    seen: tuple[bool, bool, bool],
) -> Group | None:
    negated, modal, be = seen
    form = cues[0].form
    last = place + 1 + bool(cues[0].particles)
    infinitive = first > 0 and atoms[first - 1].low == "to"
    if infinitive:
        word = atoms[first - 2].low if first > 1 else ""
        if word in _UNDONE:
            return Group(first - 2, place, last, cues, True, False, False, False)
        if word not in _STARTED or first < 3:
            return None
        first -= 3 if word == "on" else 2
    ing = form == "ing"
    by = cues[0].lemma in CHARGING and last < len(atoms) and atoms[last].low == "by"
    passive = form in ("past", "participle") and (be or by or _is_said_to(atoms, first, place))
    if form == "participle" and first == place:
        return None
    return Group(first, place, last, cues, negated, passive, modal, ing and not be)
