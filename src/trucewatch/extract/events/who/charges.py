"""Who is said to have done it where no object stands behind *accuse*: "X, which Y accuses of shelling"."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.phrases import Piece, antecedent, subject_before
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.whether.groups import group_before
from trucewatch.extract.lexicons import words

CHARGING: Final = words("""
    accuse accuses accused accusing blame blames blamed blaming suspect suspects suspected suspecting
    condemn condemns condemned denounce denounces denounced criticise criticises criticised
    criticize criticizes criticized
    """)
"""Verbs whose object did what stands behind their preposition, and never their subject."""

_PRESENT: Final = words(
    "accuse accuses blame blames suspect suspects condemn condemns denounce denounces"
)
_STANDING: Final = words("stand stands stood")
_FAR: Final = 8
_DATING: Final = words("on in at since by late early during the")
_JOINING: Final = _DATING | {"of"}
_BETWEEN: Final = frozenset(
    {tag.ACTOR, tag.PLACE, tag.WORD, tag.OWNS, tag.DETERMINER, tag.CONJUNCTION, tag.DATE}
)


def charging_before(line: Line, word: int, floor: int) -> int:
    """Give the verb of charging whose agent or day ends at `word`, else `word`: "accused by X and Y"."""
    for place in range(word, max(floor, word - _FAR) - 1, -1):
        low = line.low(place)
        if low in CHARGING:
            behind = range(place + 1, word + 1)
            dated = all(line.part(at) == tag.DATE or line.low(at) in _DATING for at in behind)
            return place if dated or line.low(place + 1) == "by" else word
        if line.part(place) not in _BETWEEN and low not in _JOINING:
            break
    return word


def behind_agent(line: Line, word: int, floor: int) -> int:
    """Give the verb whose agent ends at `word`, else `word`: "was said by X to have", "urged by X to"."""
    for place in range(word, max(floor + 1, word - _FAR) - 1, -1):
        if line.low(place) == "by":
            verb = place - 1
            while line.part(verb) == tag.DATE or line.low(verb) in _DATING:
                verb -= 1
            passive = line.is_verb(verb) and group_before(line, verb, floor).be
            return verb if passive and place < word else word
        if line.part(place) not in _BETWEEN and line.low(place) not in _JOINING:
            break
    return word


def behind_charge(line: Line, word: int, floor: int) -> int:
    """Give where the object that ends at `word` may begin: behind its verb of charging, else `floor`."""
    for place in range(word, max(floor, word - _FAR) - 1, -1):
        if line.low(place) in CHARGING and line.is_verb(place):
            return place + 1
        if line.part(place) in (tag.COMMA, tag.STOP, tag.RELATIVE):
            break
    return floor


def charged(line: Line, verb: int, first: int, *, be: bool, floor: int) -> tuple[Piece, ...] | None:
    """Give whom a verb of charging without an object charges; `first` is where its group begins.

    `be` tells that it has a form of *be*: "was accused". None where its subject is whom it
    charges, nothing where nobody is surely charged.
    """
    if be:
        return None
    if line.low(first - 1) in _STANDING:
        return _single(subject_before(line, first - 1, floor).pieces)
    aside = first == verb and line.part(verb - 1) == tag.COMMA and line.low(verb) not in _PRESENT
    if line.low(verb + 1) == "by" or aside:
        return _single(antecedent(line, first, floor).pieces)
    accuser = subject_before(line, first, floor)
    if accuser.kind != "phrase" or not accuser.pieces:
        return () if line.low(verb) in _PRESENT else None
    opener = accuser.pieces[0].first - 1
    if opener > floor and (line.part(opener) == tag.RELATIVE or line.low(opener) == "that"):
        return _single(antecedent(line, opener, floor).pieces)
    surely_accuser = line.low(verb) in _PRESENT or first < verb or _names_two(line, accuser.pieces)
    return () if surely_accuser else None


def _single(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Give a phrase bare; nothing where it names another one with its head: "a base near X"."""
    beside = any(piece.prep not in ("", "of") for piece in pieces[1:])
    return () if beside or not pieces else (pieces[0]._replace(prep=""), *pieces[1:])


def _names_two(line: Line, pieces: tuple[Piece, ...]) -> bool:
    """Tell whether a phrase holds whom it is about and who charges them: "the men X accused of"."""
    head = pieces[0]
    return (
        len(pieces) == 1
        and line.part(head.first) == tag.DETERMINER
        and line.part(head.last - 1) == tag.ACTOR
        and line.part(head.last - 2) == tag.WORD
    )
