"""Noun phrases round a verb: who is its subject, without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.grammar import (
    BINDING,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SPEAKING_NOUNS,
    STANDALONE,
    WEAK_JOINTS,
    is_adverb,
    is_nominal,
    is_verb_like,
)

_LONGEST: Final = 40
"""No subject is read over more atoms than this."""

_DASHES: Final = frozenset({"-", "–", "—", "--"})
_INNER_MARKS: Final = frozenset({"&", ".", "-", "‑", "/", "'", "’"})
_STOPS: Final = frozenset(",;:.!?()[]–—")


class Phrase(NamedTuple):
    """A subject: the atoms `first` to `last` (not included) name it, `outer` to `reach` hold what
    belongs to it (a relative clause, commas).
    """

    first: int
    last: int
    outer: int
    reach: int


def is_nounish(atom: Atom) -> bool:
    """Tell whether an atom may stand inside a noun phrase."""
    if atom.kind in ("mention", "number"):
        return True
    if atom.kind == "name":
        return (
            atom.low not in CONJUNCTIONS
            and atom.low not in PRONOUNS
            and (atom.low not in PREPOSITIONS and atom.low not in RELATIVES)
        )
    return atom.kind == "word" and is_nominal(atom.low)


def chunk_start(atoms: Sequence[Atom], end: int, floor: int) -> int:
    """Give where the noun phrase that ends before `end` begins; `end` itself where there is none."""
    place = end
    floor = max(floor, end - _LONGEST)
    while place > floor:
        atom = atoms[place - 1]
        low = atom.low
        if atom.kind == "word" and low in DETERMINERS:
            return place - 1 if place < end or low in STANDALONE else place
        if atom.kind == "name" and low in DETERMINERS and low not in ("us", "it"):
            return place - 1
        if atom.kind == "name" and _opens_line(atoms, place - 1, floor) and is_adverb(low):
            return place if place < end else place - 1
        if is_nounish(atom) or low in ("'s", "’s"):
            place -= 1
        elif atom.kind == "mark" and low in _INNER_MARKS and end > place > floor + 1:
            if low == "." and len(atoms[place - 2].low) > 4:
                return place
            place -= 1
        elif place < end and _is_name_in_marks(atom) and not _opens_line(atoms, place - 1, floor):
            place -= 1
        else:
            return place
    return place


def _is_name_in_marks(atom: Atom) -> bool:
    """Tell whether a quotation may be part of a name: the "Lions" brigade."""
    return atom.kind == "quote" and atom.end - atom.start <= 40 and atom.low[-2:-1] not in ",.?!…"


def _opens_line(atoms: Sequence[Atom], place: int, floor: int) -> bool:
    return place == floor or atoms[place - 1].kind in ("mark", "quote")


def phrase_start(atoms: Sequence[Atom], end: int, floor: int) -> int:
    """Extend a noun phrase to the left over what it is of, and over `and`."""
    start = chunk_start(atoms, end, floor)
    for _ in range(6):
        if start >= end or start - floor < 2 or end - start > _LONGEST:
            return start
        joint = atoms[start - 1].low
        if joint in BINDING and atoms[start - 1].kind == "word":
            head = start - 2
            if atoms[head].low in WEAK_JOINTS and head - 1 > floor:
                head -= 1
            if not is_nounish(atoms[head]):
                return start
            start = chunk_start(atoms, head + 1, floor)
        elif joint in ("and", "&") or (joint == "," and _listed(atoms, start, end)):
            left = _coordinated(atoms, start, floor)
            if left is None:
                return start
            start = left
        else:
            return start
    return start


def _binds(head: Atom, joint: str) -> bool:
    return (
        joint == "of"
        or head.low in SPEAKING_NOUNS
        or head.low in DOCUMENT_NOUNS
        or (joint == "for" and head.kind in ("name", "mention"))
    )


def _listed(atoms: Sequence[Atom], start: int, end: int) -> bool:
    """Tell whether "..., B and C" stands from `start`."""
    return any(atom.low == "and" for atom in atoms[start : min(end, start + 8)])


def _coordinated(atoms: Sequence[Atom], start: int, floor: int) -> int | None:
    """Give where the phrase before "and" begins, if a clause begins there too."""
    left = chunk_start(atoms, start - 1, floor)
    for _ in range(2):
        if left - floor >= 2 and atoms[left - 1].low in BINDING and is_nounish(atoms[left - 2]):
            if not _binds(atoms[left - 2], atoms[left - 1].low):
                return None
            left = chunk_start(atoms, left - 1, floor)
    if left >= start - 1:
        return None
    if left == floor:
        return left
    before = atoms[left - 1]
    opens = before.low in CONJUNCTIONS and before.low != "and"
    return left if opens or before.kind in ("quote", "date") or before.low in _STOPS else None


def before_day(atoms: Sequence[Atom], place: int) -> int:
    """Step back over a day between a subject and its verb: "the ministry on Thursday said"."""
    first = place
    while first > 0 and place - first < 4:
        atom = atoms[first - 1]
        two = first > 1 and atoms[first - 2].low in ("last", "this", "earlier")
        if atom.kind == "date" or atom.low in DAYS:
            first -= 1
        elif two and atom.low in ("week", "month", "year", "night"):
            first -= 2
        else:
            break
    if first < place and first > 0 and atoms[first - 1].low in ("on", "in", "at", "late", "early"):
        first -= 1
    return first


def subject_before(atoms: Sequence[Atom], verb: int, floor: int) -> Phrase | None:
    """Find the subject that ends where the verb group begins; None where there is none."""
    if verb <= floor:
        return None
    last = atoms[verb - 1]
    if last.low in PRONOUNS and last.kind != "mark":
        return Phrase(verb - 1, verb, verb - 1, verb)
    if last.low == "," or last.low in _DASHES:
        return _before_parenthesis(atoms, verb, floor, last.low)
    if last.low == ")":
        return _before_bracket(atoms, verb, floor)
    if last.low in STANDALONE and last.kind in ("word", "name"):
        start = phrase_start(atoms, verb, floor)
        start = min(start, verb - 1)
        return _settled(atoms, start, verb, floor)
    start = phrase_start(atoms, verb, floor)
    if start >= verb:
        return _before_relative(atoms, verb, floor)
    if start > floor and is_verb_like(atoms[start - 1].low) and atoms[start - 1].kind == "word":
        relative = _before_relative(atoms, start, floor)
        if relative is not None:
            return Phrase(relative.first, relative.last, relative.outer, verb)
    return _settled(atoms, start, verb, floor)


def _settled(atoms: Sequence[Atom], start: int, verb: int, floor: int) -> Phrase | None:
    """Take apart what a preposition before the phrase governs, and join an apposition to its name."""
    start = _after_adjunct(atoms, start, verb, floor)
    if start >= verb or not any(is_nounish(atom) for atom in atoms[start:verb]):
        return None
    outer = start
    if start - floor > 2 and atoms[start - 1].low == ",":
        outer = _name_before(atoms, start - 1, floor)
    return Phrase(outer, verb, outer, verb)


def _name_before(atoms: Sequence[Atom], comma: int, floor: int) -> int:
    """Give where "the head of the centre, NAME" begins: a title before a name; else the name."""
    after = atoms[comma + 1]
    named = after.kind == "name" or (after.kind == "mention" and after.low[:1].isalpha())
    start = phrase_start(atoms, comma, floor)
    titled = (
        start < comma
        and atoms[start].low in DETERMINERS
        and any(atom.low in SPEAKING_NOUNS for atom in atoms[start:comma])
    )
    opens = start == floor or atoms[start - 1].kind == "quote" or atoms[start - 1].low in _STOPS
    return start if named and titled and opens and comma - start < 14 else comma + 1


def _after_adjunct(atoms: Sequence[Atom], start: int, verb: int, floor: int) -> int:
    """Step over "In Town" before "officials": a place that a preposition governs is no speaker."""
    if start == floor or atoms[start - 1].low not in PREPOSITIONS:
        return start
    if atoms[start - 1].low in ("outside", "inside"):
        return start - 1
    place = start
    while place < verb - 1 and atoms[place].kind in ("name", "mention"):
        place += 1
        if atoms[place - 1].kind == "mention":
            break
    return place if place > start else verb


def _before_parenthesis(atoms: Sequence[Atom], verb: int, floor: int, mark: str) -> Phrase | None:
    """Find the subject before "..., who was there, said" or "..., its leader, said"."""
    comma = verb - 2
    limit = max(floor, verb - 2 - _LONGEST)
    while comma > limit and atoms[comma].low != mark:
        if atoms[comma].kind == "quote" or atoms[comma].low in (";", ":"):
            return None
        comma -= 1
    if comma <= limit or comma == verb - 2:
        return None
    start = phrase_start(atoms, comma, floor)
    if start >= comma:
        return None
    start = _after_adjunct(atoms, start, comma, floor)
    if start >= comma or not any(is_nounish(atom) for atom in atoms[start:comma]):
        return None
    inner = atoms[comma + 1]
    if is_apposition(atoms, comma + 1, verb - 1):
        return Phrase(start, verb - 1, start, verb)
    if start > floor + 1 and atoms[start - 1].low == "," and inner.low in RELATIVES:
        start = _name_before_title(atoms, start, floor)
    return Phrase(start, comma, start, verb)


def _name_before_title(atoms: Sequence[Atom], start: int, floor: int) -> int:
    """Give where "NAME, head of the centre" begins."""
    name = phrase_start(atoms, start - 1, floor)
    return name if name < start - 1 and atoms[name].kind in ("name", "mention") else start


def is_apposition(atoms: Sequence[Atom], first: int, last: int) -> bool:
    """Tell whether the words between two commas say again who is meant."""
    opening = atoms[first]
    if last - first > 24 or opening.low in RELATIVES or opening.low in PREPOSITIONS:
        return False
    if opening.kind == "number":
        return last - first == 1
    if opening.low in CONJUNCTIONS or opening.kind in ("mark", "quote", "date"):
        return False
    if opening.low not in DETERMINERS and not is_nounish(opening):
        return False
    relative = False
    for place in range(first, last):
        low = atoms[place].low
        relative = relative or low in RELATIVES or low == "that"
        if atoms[place].kind == "word" and is_verb_like(low) and not relative:
            return low.endswith("ed") and place > first + 1
    return True


def _before_bracket(atoms: Sequence[Atom], verb: int, floor: int) -> Phrase | None:
    """Find the subject before a bracket: "the Front (VF) said"."""
    place = verb - 2
    while place > max(floor, verb - 12) and atoms[place].low != "(":
        place -= 1
    if place <= floor or atoms[place].low != "(":
        return None
    start = phrase_start(atoms, place, floor)
    return Phrase(start, verb, start, verb) if start < place else None


def _before_relative(atoms: Sequence[Atom], end: int, floor: int) -> Phrase | None:
    """Find the subject before a clause without commas: "a man who saw the raid said"."""
    for place in range(end - 1, max(floor, end - 14), -1):
        atom = atoms[place]
        if (atom.kind == "mark" and atom.low not in _INNER_MARKS) or atom.kind == "quote":
            return None
        if atom.low in ("who", "which"):
            start = phrase_start(atoms, place, floor)
            return Phrase(start, place, start, end) if start < place else None
    return None


def phrase_end(atoms: Sequence[Atom], start: int, ceiling: int) -> int:
    """Give where the noun phrase that begins at `start` ends; `start` itself where there is none."""
    place = _chunk_end(atoms, start, ceiling)
    for _ in range(6):
        if place == start or place + 1 >= ceiling or place - start > _LONGEST:
            return place
        low, head = atoms[place].low, atoms[place - 1]
        if head.low in WEAK_JOINTS and place - 1 > start:
            head = atoms[place - 2]
        if low in WEAK_JOINTS and atoms[place + 1].low in BINDING:
            following = _chunk_end(atoms, place + 2, ceiling)
            if following == place + 2:
                return place
        elif low in BINDING and _binds(head, low) and atoms[place + 1].kind != "date":
            if low != "of" and atoms[place + 1].low in ("a", "an"):
                return place
            following = _chunk_end(atoms, place + 1, ceiling)
            if following == place + 1:
                return place
        elif low == "and":
            following = _chunk_end(atoms, place + 1, ceiling)
            if following == place + 1:
                return place
        else:
            return place
        place = following
    return place


def _chunk_end(atoms: Sequence[Atom], start: int, ceiling: int) -> int:
    place = start
    ceiling = min(ceiling, start + _LONGEST)
    if place < ceiling and atoms[place].low in PRONOUNS:
        return place + 1
    while place < ceiling:
        atom = atoms[place]
        determiner = atom.low in DETERMINERS and atom.kind in ("word", "name")
        if determiner and place > start and atoms[place - 1].low not in DETERMINERS:
            if atoms[place - 1].low not in ("all", "both", "of"):
                return place
        if (
            determiner
            or is_nounish(atom)
            or atom.low in ("'s", "’s")
            or (atom.low in _INNER_MARKS and atom.low not in (".", "'", "’") and place > start)
            or (place > start and _is_name_in_marks(atom))
        ):
            place += 1
        else:
            return place
    return place
