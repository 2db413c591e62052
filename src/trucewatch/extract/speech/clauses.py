"""What follows a cue: somebody spoken to, a day or place, and where the words said begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.deeds import HAPPENINGS
from trucewatch.extract.speech.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
    is_verb_like,
)
from trucewatch.extract.speech.nouns import is_nounish, phrase_end

Range = tuple[int, int]
"""Atoms from the first to the last, the last one not included."""

_QUESTIONS: Final = words("whether how what why if who where when which")
_LATER: Final = words("when while after before since as until amid")
_OPENING: Final = words("because although though despite unless")
_OUTLETS: Final = frozenset({"'s", "’s"}) | words("""
    news agency daily newspaper website television tv channel radio magazine network
    """)
"""Words that go on with the name of an outlet that was told."""
_STEPS: Final = 12
_FAR: Final = 60
"""No clause is looked through over more atoms than this."""

_TURNS: Final = words("week month year night morning")
ISSUED: Final = words("""
    posted published carried released issued sent broadcast aired obtained made given quoted cited
    distributed addressed attributed
    """)
"""Participles behind a noun like "statement"."""

PASSES: Final = words("""
    carried carries published publishes quoted quotes cited broadcast broadcasts aired airs relayed
    relays reported reports posted printed prints reprinted reprints reproduced reproduces ran runs
    distributed distributes circulated obtained obtains picked translated excerpted summarised
    summarized repeated repeats flashed recorded showed shows seen heard reached met interviewed
    contacted put took takes received released read spotted shared syndicated rebroadcast
    """)
"""Verbs in "which AGENCY carried" and "AGENCY carried the report"."""

_ENDS: Final = frozenset(".;?!)")
_BOUNDS: Final = tuple(
    tuple(bound.split())
    for bound in (
        "no more than",
        "no fewer than",
        "as many as",
        "as few as",
        "up to",
        "close to",
        "more than",
        "less than",
        "fewer than",
        "over",
        "about",
        "around",
        "under",
        "between",
        "nearly",
        "almost",
        "roughly",
        "approximately",
    )
)
"""What stands before a number and belongs to it: no adjunct of the verb before."""

_NO: Final = words("not never")
_COUNTED: Final = words("""
    one two three four five six seven eight nine ten eleven twelve dozen dozens scores hundreds
    thousands millions half several a
    """)
_OBJECT_PRONOUNS: Final = words(
    "him her them us me you it reporters journalists lawmakers deputies"
)
_ASIDES: Final = words("citing quoting referring according speaking adding in on under via as with")


def meet(one: Range, other: Range) -> bool:
    """Tell whether two ranges of one line share an atom."""
    return one[0] < other[1] and other[0] < one[1]


class Continuation(NamedTuple):
    """Where the content begins (-1 for nowhere), how far the words between reach, and who heard.

    `onward` tells that the line ends with a colon: the content is what comes next. `sure` tells
    that "that", a mark or an infinitive shows the content, not only the words' order.
    """

    start: int
    stop: int
    hearer: Range | None = None
    onward: bool = False
    sure: bool = False


def continue_after(atoms: Sequence[Atom], place: int, frames: str) -> Continuation:
    """Read on behind a cue that governs what `frames` says."""
    hearer: Range | None = None
    if _leads(atoms, place) and "O" in frames:
        return _bare(atoms, place + 1, hearer, frames)
    for _ in range(_STEPS):
        if bound_end(atoms, place) > place and not ("A" in frames and hearer is None):
            return _bare(atoms, place, hearer, frames)
        found = _at(atoms, place, frames, hearer)
        if found is not None:
            return found
        skipped = _adjunct_end(atoms, place, frames)
        if skipped > place:
            place = skipped
            continue
        start = place + 1 if atoms[place].low == "to" else place
        if start == place and not ("A" in frames and hearer is None):
            return _bare(atoms, place, hearer, frames)
        end = _hearer_end(atoms, start)
        if end == start:
            return Continuation(-1, place, hearer)
        hearer, place = (start, end), end
    return Continuation(-1, place, hearer)


def _leads(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether "for" or "to" leads from "took credit", "owned up" to what is taken or owned."""
    if not 0 < place < len(atoms) - 1 or atoms[place].low not in ("for", "to"):
        return False
    return atoms[place - 1].low in ("responsibility", "credit", "blame", "up")


def bound_end(atoms: Sequence[Atom], place: int) -> int:
    """Give where "at least", "about", "more than" before a number ends; `place` for none."""
    ahead = [atom.low for atom in atoms[place : place + 3]]
    if ahead[:1] == ["at"] and ahead[1:2] in (["least"], ["most"]):
        return place + 2
    for bound in _BOUNDS:
        end = place + len(bound)
        counted = end < len(atoms) and (atoms[end].kind == "number" or atoms[end].low in _COUNTED)
        if counted and tuple(ahead[: len(bound)]) == bound:
            return end
    return place


def _at(
    atoms: Sequence[Atom], place: int, frames: str, hearer: Range | None
) -> Continuation | None:
    """Judge the atom at `place` alone: the content's beginning, an end, or (None) neither."""
    if place >= len(atoms) or atoms[place].low in _ENDS:
        return Continuation(-1, place, hearer)
    low = atoms[place].low
    governs = set(frames)
    if atoms[place].kind == "quote":
        return _quoted(place, hearer, frames)
    if low == ":":
        if governs <= {"Q"} and place + 1 < len(atoms) and atoms[place + 1].kind != "quote":
            return Continuation(-1, place, hearer)
        start = place + 1 if place + 1 < len(atoms) else -1
        return Continuation(start, place, hearer, onward=start < 0, sure=True)
    if low == ",":
        return _behind_comma(atoms, place, hearer, frames)
    if low == "that" and _passed_on_by(atoms, place) > place:
        return None
    question = low in _QUESTIONS and low not in _LATER and governs & set("CcAtOQ")
    led = "T" in frames or bool(hearer and governs & set("AP"))
    negated = low in _NO and place + 1 < len(atoms) and atoms[place + 1].low == "to"
    infinitive = led and (low == "to" or negated)
    if (low == "that" and governs & set("CcAt")) or question or infinitive:
        return Continuation(place, place, hearer, sure=True)
    if low in _OPENING and "C" in frames:
        return Continuation(place, place, hearer)
    if low in ("–", "—", "--") or (low in _LATER and atoms[place].kind == "word"):
        return Continuation(-1, place, hearer)
    return None


def _passed_on_by(atoms: Sequence[Atom], place: int) -> int:
    """Give where "that the DAILY printed" behind "in a letter" ends; `place` where it is none."""
    before = atoms[place - 1] if place else None
    if before is None or before.kind not in ("word", "name", "mention"):
        return place
    end = phrase_end(atoms, place + 1, len(atoms))
    while end < len(atoms) and atoms[end].low in ("has", "had", "have", "later", "then"):
        end += 1
    named = any(atom.kind in ("name", "mention") for atom in atoms[place + 1 : end])
    if not named or not place + 1 < end < len(atoms) or atoms[end].low not in PASSES:
        return place
    behind = atoms[end + 1] if end + 1 < len(atoms) else None
    ends = behind is None or behind.kind in ("mark", "date")
    return end + 1 if ends or (behind and behind.low in PREPOSITIONS | {"that"}) else place


def _quoted(place: int, hearer: Range | None, frames: str) -> Continuation:
    fits = set(frames) & set("CQAOD")
    return Continuation(place if fits else -1, place, hearer, sure=bool(fits))


def _behind_comma(
    atoms: Sequence[Atom], place: int, hearer: Range | None, frames: str
) -> Continuation:
    """Look behind a comma for a quotation or "that", also behind what the comma opens."""
    following = place + 1
    for _ in range(2):
        if following >= len(atoms):
            break
        atom = atoms[following]
        spoken = set(frames) & set("CQAct")
        if spoken and (atom.kind == "quote" or atom.low == "that"):
            return Continuation(following, place, hearer, sure=True)
        led = atom.kind == "word" and (atom.low in PREPOSITIONS or atom.low in _LATER)
        if atom.low in _ASIDES or is_adverb(atom.low) or led:
            closing = _next_comma(atoms, following)
            if closing < 0:
                break
            following = closing + 1
            clause = set(frames) & set("CA") and following < len(atoms)
            if clause and not led and _begins_clause(atoms, following):
                return Continuation(following, place, hearer)
            continue
        break
    return Continuation(-1, place, hearer)


def _next_comma(atoms: Sequence[Atom], place: int) -> int:
    for following in range(place, min(len(atoms), place + 25)):
        if atoms[following].low == ",":
            return following
    return -1


def _adjunct_end(atoms: Sequence[Atom], place: int, frames: str) -> int:
    """Give where an adverb, a day or a prepositional phrase at `place` ends; `place` for none."""
    atom = atoms[place]
    size = len(atoms)
    if atom.low == "that":
        return _passed_on_by(atoms, place)
    if atom.kind == "date" or atom.low in DAYS or is_adverb(atom.low) or atom.low == "online":
        return place + 1
    turn = atom.low in ("last", "this", "next", "earlier") and place + 1 < size
    if turn and (atoms[place + 1].low in _TURNS or atoms[place + 1].low in DAYS):
        return place + 2
    if atom.low in ISSUED and place + 1 < size and _tells_how(atoms[place + 1]):
        return place + 1
    if atom.kind == "word" and atom.low in PREPOSITIONS and atom.low != "to":
        if place + 1 < size and atoms[place + 1].kind == "date":
            return place + 2
        following = phrase_end(atoms, place + 1, size)
        if following < size and atoms[following].low == "to" and atoms[following - 1].low in _NO:
            following -= 1
        if atom.low in ("of", "for", "against", "about") and not set(frames) & set("A"):
            clause = following < size and atoms[following].low == "that"
            return following if clause else place
        return following if following > place + 1 else place
    return place


def _tells_how(atom: Atom) -> bool:
    """Tell whether how or when follows "a statement posted"."""
    timed = atom.kind == "date" or atom.low in DAYS
    return timed or atom.low in PREPOSITIONS or atom.low == "online" or is_adverb(atom.low)


def _hearer_end(atoms: Sequence[Atom], place: int) -> int:
    """Give where the name of who is told ends."""
    if place >= len(atoms):
        return place
    if atoms[place].low in _OBJECT_PRONOUNS:
        return place + 1
    if atoms[place].kind == "mention":
        following = place + 1
        while following < len(atoms) and atoms[following].low in _OUTLETS:
            following = phrase_end(atoms, place, len(atoms))
        return following
    return phrase_end(atoms, place, len(atoms))


def _bare(atoms: Sequence[Atom], place: int, hearer: Range | None, frames: str) -> Continuation:
    """Judge words that follow the cue directly, without a mark or "that"."""
    governs = set(frames)
    begins = _begins_clause(atoms, place)
    pronoun = atoms[place].low in _OBJECT_PRONOUNS
    ing = atoms[place].low.endswith("ing")
    fits = (
        (begins and bool(governs & set("OAP")))
        or ("O" in frames and _is_deed(atoms, place))
        or (begins and bool(governs & set("Cct")) and _clause(atoms, place))
        or (begins and "D" in frames and _named(atoms, place))
        or (pronoun and bool(governs & set("OP")))
        or (ing and "O" in frames)
        or (ing and "C" in frames and has_verb(atoms, place + 1, min(len(atoms), place + _FAR)))
    )
    return Continuation(place if fits else -1, place, hearer)


def _is_deed(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether a bare noun of a deed with what belongs to it follows: "documented strikes on P"."""
    behind = atoms[place + 1].low if place + 1 < len(atoms) else ""
    return atoms[place].low in HAPPENINGS and behind in PREPOSITIONS


def _begins_clause(atoms: Sequence[Atom], place: int) -> bool:
    atom = atoms[place]
    if atom.low in PRONOUNS or atom.low in DETERMINERS or atom.low in ("there", "$"):
        return True
    if bound_end(atoms, place) > place:
        return True
    if atom.kind == "word" and atom.low in CONJUNCTIONS:
        return False
    return is_nounish(atom)


def _clause(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether a subject and a verb stand from `place`."""
    if atoms[place].low in PRONOUNS or atoms[place].low == "there":
        return True
    place = bound_end(atoms, place)
    for _ in range(3):
        end = phrase_end(atoms, place, len(atoms))
        if not place < end < len(atoms):
            return False
        low = atoms[end].low
        if low == "to" or is_verb_like(low) or is_adverb(low):
            return True
        if low not in PREPOSITIONS:
            return False
        place = end + 1
    return False


def _named(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether somebody and what he is called follow: "called the raid a breach"."""
    following = phrase_end(atoms, place, len(atoms))
    if following >= len(atoms):
        return False
    if any(atom.kind == "quote" for atom in atoms[place + 1 : following]):
        return True
    return atoms[following].kind == "quote" or atoms[following].low in ("a", "an", "the", "as")


def has_verb(atoms: Sequence[Atom], first: int, last: int) -> bool:
    """Tell whether a finite verb seems to stand among the atoms."""
    return any(
        atom.low in AUXILIARIES or (atom.kind == "word" and is_verb_like(atom.low))
        for atom in atoms[max(first, last - _FAR) : last]
    )
