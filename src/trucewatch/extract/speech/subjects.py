"""Subjects: who stands before a verb, behind a relative clause, an apposition or a bracket."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from trucewatch.extract.cues import FORMS
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.grammar import (
    BINDING,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    REFLEXIVES,
    RELATIVES,
    SPEAKING_NOUNS,
    STANDALONE,
    is_verb_like,
)
from trucewatch.extract.speech.nouns import (
    DASHES,
    INNER_MARKS,
    LONGEST,
    STOPS,
    is_nounish,
    phrase_start,
)

_OFFICES: Final = words("""
    spokesman spokeswoman spokesperson commander leader diplomat envoy adviser advisor aide activist
    resident correspondent analyst expert head chief director deputy minister president secretary
    officer general colonel member representative ambassador doctor chairman chairwoman governor
    mayor negotiator official coordinator manager founder fighter
    """)


_INFORMED: Final = words("briefed involved based")
_CITING: Final = words("citing quoting crediting")
_PERSON: Final = ("the", "person", "of")
_OWN: Final = words("its his her their")
_REACHED: Final = words("reached contacted interviewed quoted cited briefed based involved")
"""Participles behind who speaks: "residents reached by phone"."""


_PASSED: Final = words("""
    seen obtained quoted cited published carried relayed reported released posted broadcast aired
    reached interviewed contacted reviewed circulated shared sent read translated issued
    """)
"""Participles of what or who was passed on, read or asked."""

_JOINTS: Final = (("as", "well", "as"), ("along", "with"), ("together", "with"), ("alongside",))
"""What joins two who speak together."""


class Phrase(NamedTuple):
    """A subject: the atoms `first` to `last` (not included) name it.

    `outer` to `reach` hold all that belongs to it, a relative clause and commas too.
    """

    first: int
    last: int
    outer: int
    reach: int


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
    if last.low in REFLEXIVES:
        return subject_before(atoms, verb - 1, floor)
    if last.low == "," or last.low in DASHES:
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
    before = atoms[start - 1] if start > floor else None
    bound = before is not None and (
        is_verb_like(before.low) or before.low in PREPOSITIONS or before.low in ("as", "itself")
    )
    if bound and before is not None and before.kind == "word":
        relative = _before_relative(atoms, start, floor)
        if relative is not None:
            end = verb if relative.last == start else relative.last
            return Phrase(relative.first, end, relative.outer, verb)
    return _settled(atoms, start, verb, floor)


def _settled(atoms: Sequence[Atom], start: int, verb: int, floor: int) -> Phrase | None:
    """Take apart what a preposition before the phrase governs, and join an apposition to its name."""
    start = _after_adjunct(atoms, start, verb, floor)
    opens = start + 1 < verb and atoms[start].low == "that"
    plural = opens and atoms[start + 1].kind == "word" and atoms[start + 1].low.endswith("s")
    if opens and (plural or atoms[start + 1].kind in ("name", "mention")):
        start += 1
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
    opens = start == floor or atoms[start - 1].kind == "quote" or atoms[start - 1].low in STOPS
    held = (named and titled) or _office_behind(atoms, start, comma)
    return start if held and opens and comma - start < 14 else comma + 1


def _office_behind(atoms: Sequence[Atom], start: int, comma: int) -> bool:
    """Tell whether "NAME, head of the centre" stands round a comma."""
    place = comma + 1
    while place < len(atoms) - 1 and atoms[place].low in DETERMINERS:
        place += 1
    titled = False
    for at in range(place, min(place + 4, len(atoms) - 1)):
        titled = titled or (atoms[at].low in _OFFICES and atoms[at + 1].low in BINDING)
    names = all(atom.kind in ("name", "mention") or atom.low == "." for atom in atoms[start:comma])
    return titled and names and start < comma


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
    limit = max(floor, verb - 2 - LONGEST)
    while comma > limit and atoms[comma].low != mark:
        if atoms[comma].kind == "quote" or atoms[comma].low in (";", ":"):
            return None
        comma -= 1
    if comma <= limit or comma == verb - 2:
        return None
    end = _bracket_start(atoms, comma, floor)
    start = phrase_start(atoms, end, floor)
    named = (
        end - 1 == floor and atoms[floor].kind == "quote" and atoms[comma + 1].low in ("a", "an")
    )
    if named:
        return Phrase(floor, verb - 1, floor, verb)
    if start >= end:
        return None
    start = _after_adjunct(atoms, start, end, floor)
    if start >= comma or not any(is_nounish(atom) for atom in atoms[start:comma]):
        return None
    inner = atoms[comma + 1]
    if of_whom(atoms, comma + 1):
        return Phrase(_joined(atoms, start, floor), comma, start, verb)
    if is_apposition(atoms, comma + 1, verb - 1):
        return Phrase(start, verb - 1, start, verb)
    citing = start - 2 > floor and atoms[start - 1].low in _CITING and atoms[start - 2].low == ","
    if citing and (first := phrase_start(atoms, start - 2, floor)) < start - 2:
        return Phrase(first, start - 2, first, verb)
    start = _joined(atoms, start, floor)
    if start > floor + 1 and atoms[start - 1].low == "," and inner.low in RELATIVES:
        titled = _name_before(atoms, start - 1, floor)
        start = titled if titled < start else _name_before_title(atoms, start, floor)
    return Phrase(start, comma, start, verb)


def of_whom(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether "none of whom" opens a clause about who speaks."""
    ahead = [atom.low for atom in atoms[place + 1 : place + 6]]
    opens = next((at for at, low in enumerate(ahead) if low in ("whom", "which")), 0)
    return opens > 0 and ahead[opens - 1] == "of"


def _joined(atoms: Sequence[Atom], start: int, floor: int) -> int:
    """Give where "A as well as B" begins, whose second part begins at `start`."""
    joint = next((each for each in _JOINTS if _stands(atoms, start, each)), ())
    if joint and start - len(joint) > floor:
        return phrase_start(atoms, start - len(joint), floor)
    return start


def _stands(atoms: Sequence[Atom], end: int, ahead: tuple[str, ...]) -> bool:
    return tuple(atom.low for atom in atoms[max(0, end - len(ahead)) : end]) == ahead


def _bracket_start(atoms: Sequence[Atom], end: int, floor: int) -> int:
    """Give where a bracket that ends before `end` begins; `end` itself where there is none."""
    if atoms[end - 1].low != ")":
        return end
    brackets = range(end - 2, max(floor, end - 10), -1)
    return next((place for place in brackets if atoms[place].low == "("), end)


def _name_before_title(atoms: Sequence[Atom], start: int, floor: int) -> int:
    """Give where "NAME, head of the centre" begins."""
    name = phrase_start(atoms, start - 1, floor)
    return name if name < start - 1 and atoms[name].kind in ("name", "mention") else start


def is_apposition(atoms: Sequence[Atom], first: int, last: int) -> bool:
    """Tell whether the words between two commas say again who is meant."""
    opening = atoms[first]
    behind = atoms[first + 1].low if first + 1 < len(atoms) else ""
    through = opening.low == "through" and behind in _OWN
    if last - first > 24 or opening.low in RELATIVES:
        return False
    if opening.low == "or" and behind in ("whoever", "rather", "what", "those", "at"):
        return True
    if opening.low in PREPOSITIONS:
        return through or tuple(atom.low for atom in atoms[first + 1 : first + 4]) == _PERSON
    if behind in ("by", "in", "on", "with") and opening.low in _PASSED:
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
            if place == last - 1 and low in FORMS and place > first + 1:
                return False
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
    for place in range(end - 1, max(floor, end - _RELATIVE), -1):
        atom = atoms[place]
        if (atom.kind == "mark" and atom.low not in INNER_MARKS) or atom.kind == "quote":
            return None
        reached = atom.low in _REACHED and atoms[place + 1].low in PREPOSITIONS
        itself = atom.low in ("calling", "styling") and atoms[place + 1].low in (
            "itself",
            "himself",
        )
        that = itself or (
            atom.low == "that" and place - 1 > floor and _restricts(atoms, place, end, floor)
        )
        if atom.low in ("who", "which") or that or (reached and is_nounish(atoms[place - 1])):
            start = phrase_start(atoms, place, floor)
            last = end if that or (reached and atom.low in _INFORMED) else place
            return Phrase(start, last, start, end) if start < place else None
    return None


_RELATIVE: Final = 18
"""No clause about who speaks, without commas, is longer than so many atoms."""


def _restricts(atoms: Sequence[Atom], place: int, end: int, floor: int) -> bool:
    """Tell whether "that presents itself as" behind a noun that opens the line tells which one it is."""
    start = phrase_start(atoms, place, floor)
    behind = atoms[place + 1]
    if behind.low in ("itself", "himself"):
        return start < place
    verb = behind.kind == "word" and (is_verb_like(behind.low) or behind.low.endswith("s"))
    return start == floor and start < place < end - 1 and verb
