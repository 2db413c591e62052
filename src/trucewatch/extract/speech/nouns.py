"""Noun phrases round a verb: who is its subject, without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.grammar import (
    BE,
    BINDING,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    REFLEXIVES,
    RELATIVES,
    SPEAKING_NOUNS,
    STANDALONE,
    WEAK_JOINTS,
    is_adverb,
    is_nominal,
)

_HEARERS: Final = words("""
    reporters journalists parliament lawmakers deputies viewers readers members residents congress
    supporters staff troops soldiers voters talks peace
    """)

_WHO: Final = words("""
    rebels militants insurgents fighters soldiers villagers farmers drivers engineers teachers traders
    pilots refugees politicians clerks informants activists guards police contacts commanders elders
    """)
"""Nouns of people whom "in Town" tells from others."""

_READ: Final = words("read put cut")
"""Participles that look like nouns: "printed by DAILY and read out on the air"."""

NEWSPAPER_DAYS: Final = frozenset(f"the {day}" for day in (*DAYS, "morning", "evening"))
"""What the name of a newspaper may begin with: "the Sunday Herald"."""

LONGEST: Final = 40
"""No subject is read over more atoms than this."""

DASHES: Final = frozenset({"-", "–", "—", "--"})
INNER_MARKS: Final = frozenset({"&", ".", "-", "‑", "/", "'", "’"})
STOPS: Final = frozenset(",;:.!?()[]–—")


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
    floor = max(floor, end - LONGEST)
    while place > floor:
        atom = atoms[place - 1]
        low = atom.low
        if _is_determiner(atoms, place - 1, floor):
            return place - 1 if place < end or low in STANDALONE else place
        if atom.kind == "name" and _opens_line(atoms, place - 1, floor) and is_adverb(low):
            return place if place < end else place - 1
        if is_nounish(atom) or low in ("'s", "’s") or _ends_compound(atoms, place - 1):
            place -= 1
        elif atom.kind == "mark" and low in INNER_MARKS and end > place > floor + 1:
            if low == "." and len(atoms[place - 2].low) > 4 and not _glued(atoms, place - 1):
                return place
            place -= 1
        elif (place == end and _is_name_in_marks(atom) and _called(atoms, place - 1, floor)) or (
            place < end and _is_name_in_marks(atom) and not _opens_line(atoms, place - 1, floor)
        ):
            place -= 1
        else:
            return place
    return place


def _is_determiner(atoms: Sequence[Atom], place: int, floor: int) -> bool:
    """Tell whether an atom opens a noun phrase; "Five" behind "Channel" does not."""
    atom = atoms[place]
    if atom.low not in DETERMINERS or atom.kind not in ("word", "name"):
        return False
    ends_name = (
        place > floor and atom.kind == "name" and atoms[place - 1].kind in ("name", "mention")
    )
    return not ends_name


def _called(atoms: Sequence[Atom], quote: int, floor: int) -> bool:
    """Tell whether a name between quotation marks ends a phrase: the self-styled "Directorate"."""
    at = quote - 1
    while at > floor and atoms[at].kind in ("word", "name") and quote - at < 4:
        if atoms[at].low in DETERMINERS:
            return False
        at -= 1
        if atoms[at].low in DETERMINERS:
            return all(is_nounish(each) or "-" in each.low for each in atoms[at + 1 : quote])
    return False


def _ends_compound(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether a participle belongs to the name before its hyphen: "Townname-based"."""
    atom = atoms[place]
    if atom.kind != "word" or place < 2 or atoms[place - 1].low not in ("-", "‑"):
        return False
    return atoms[place - 1].start == atoms[place - 2].end and atom.start == atoms[place - 1].end


def _opens_name(atoms: Sequence[Atom], place: int, ceiling: int) -> bool:
    """Tell whether a day opens the name of a newspaper: "the Sunday Herald"."""
    named = place + 1 < ceiling and atoms[place + 1].kind in ("name", "mention")
    return named and atoms[place].kind == "date" and atoms[place].low in NEWSPAPER_DAYS


def _glued(atoms: Sequence[Atom], dot: int) -> bool:
    """Tell whether a dot stands within a name, without a space on either side: "Town.net"."""
    if not 0 < dot < len(atoms) - 1 or atoms[dot].low != ".":
        return False
    return atoms[dot - 1].end == atoms[dot].start and atoms[dot].end == atoms[dot + 1].start


def _owns(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether an apostrophe makes a plural an owner: "the drivers' union"."""
    if atoms[place].low not in ("'", "’") or place + 1 >= len(atoms):
        return False
    before, after = atoms[place - 1], atoms[place + 1]
    glued = before.end == atoms[place].start and before.low.endswith("s")
    return glued and after.start > atoms[place].end and is_nounish(after)


def _dates_a_text(atoms: Sequence[Atom], place: int, start: int) -> bool:
    """Tell whether a day stands inside a noun phrase: "a Friday statement"."""
    if atoms[place].kind != "date" or place == start or place + 1 >= len(atoms):
        return False
    return atoms[place - 1].low in DETERMINERS and atoms[place + 1].low in DOCUMENT_NOUNS


def _is_name_in_marks(atom: Atom) -> bool:
    """Tell whether a quotation may be part of a name: the "Lions" brigade."""
    return atom.kind == "quote" and atom.end - atom.start <= 40 and atom.low[-2:-1] not in ",.?!…"


def _opens_line(atoms: Sequence[Atom], place: int, floor: int) -> bool:
    return place == floor or atoms[place - 1].kind in ("mark", "quote")


def _with_bound(atoms: Sequence[Atom], start: int, floor: int) -> int:
    """Take in "at least" before a number."""
    bound = start - floor >= 2 and atoms[start - 1].low in ("least", "most")
    return start - 2 if bound and atoms[start - 2].low == "at" else start


def phrase_start(atoms: Sequence[Atom], end: int, floor: int) -> int:
    """Extend a noun phrase to the left over what it is of, and over `and`."""
    start = _with_bound(atoms, chunk_start(atoms, end, floor), floor)
    for _ in range(6):
        if start >= end or start - floor < 2 or end - start > LONGEST:
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
        or (joint in ("in", "from", "on") and head.low.endswith("s") and head.low in _WHO)
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
    return left if opens or before.kind in ("quote", "date") or before.low in STOPS else None


def _infinitive(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether a small word behind "to" may be a verb: "in a letter to defend the dam"."""
    atom = atoms[place]
    return atom.kind == "word" and atom.low not in DETERMINERS and atom.low not in _HEARERS


def phrase_end(atoms: Sequence[Atom], start: int, ceiling: int) -> int:
    """Give where the noun phrase that begins at `start` ends; `start` itself where there is none."""
    place = _chunk_end(atoms, start, ceiling)
    for _ in range(6):
        if place == start or place + 1 >= ceiling or place - start > LONGEST:
            return place
        low, head = atoms[place].low, atoms[place - 1]
        weak = head.low in WEAK_JOINTS and place - 1 > start
        if low in WEAK_JOINTS and atoms[place + 1].low in BINDING:
            following = _chunk_end(atoms, place + 2, ceiling)
            if following == place + 2:
                return place
        elif low == "to" and _infinitive(atoms, place + 1):
            return place
        elif low in BINDING and (weak or _binds(head, low)) and atoms[place + 1].kind != "date":
            if atoms[place + 1].low in ("least", "most"):
                return place
            if low != "of" and atoms[place + 1].low in ("a", "an"):
                return place
            following = _chunk_end(atoms, place + 1, ceiling)
            if following == place + 1:
                return place
        elif low == "and" and atoms[place + 1].low not in _READ:
            following = _chunk_end(atoms, place + 1, ceiling)
            if following == place + 1:
                return place
        else:
            return place
        place = following
    return place


def _chunk_end(atoms: Sequence[Atom], start: int, ceiling: int) -> int:
    place = start
    ceiling = min(ceiling, start + LONGEST)
    if place < ceiling and atoms[place].low in PRONOUNS:
        return place + 1
    while place < ceiling:
        atom = atoms[place]
        determiner = _is_determiner(atoms, place, start)
        if atom.low in REFLEXIVES:
            return place
        before = atoms[place - 1].low if place > start else "of"
        than = place + 1 < ceiling and atoms[place + 1].low == "than"
        if than and place > start and atom.low in ("more", "less", "fewer"):
            return place
        exists = place + 1 < ceiling and atom.low == "there" and atoms[place + 1].low in BE
        if exists and place > start:
            return place
        if determiner and before not in DETERMINERS and before not in ("all", "both", "of"):
            return place
        if (
            determiner
            or is_nounish(atom)
            or _dates_a_text(atoms, place, start)
            or (place > start and _ends_compound(atoms, place))
            or atom.low in ("'s", "’s")
            or (atom.low in INNER_MARKS and atom.low not in (".", "'", "’") and place > start)
            or (place == start and _opens_name(atoms, place, ceiling))
            or (place > start and (_owns(atoms, place) or _glued(atoms, place)))
            or (place > start and _is_name_in_marks(atom))
        ):
            place += 1
        else:
            return place
    return place
