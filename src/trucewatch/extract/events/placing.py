"""Where an event comes from and where it is: from the places in the phrases around its word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from trucewatch.core.objects import WEAPONS
from trucewatch.core.reading import Locality, Party
from trucewatch.extract.events import grammar as tag
from trucewatch.extract.events.actors import kinds_in, places_in, words_in
from trucewatch.extract.events.phrases import Piece
from trucewatch.extract.events.scene import Line
from trucewatch.extract.events.triggers import Trigger
from trucewatch.extract.lexicons import words

_FROM: Final = frozenset({"from", "out of", "off"})
_TOWARDS: Final = frozenset({"to", "into", "towards", "toward", "onto"})
THROWN: Final = words("fire lob hurl launch drop airdrop shoot")
"""Verbs whose object is what flies."""

_BY_MEANS: Final = words("with using by")
_STANDING: Final = words("in inside within near at on around outside beside along")
_SET_UP: Final = 3
"""So many words say how guns stand there: "set up in"."""

_FIRES: Final = words("attack answer shell strike")
_PLACE_LEFT: Final = words("leave evacuate vacate abandon quit exit clear")


class Roles(NamedTuple):
    """Who takes part in an event, with what and where.

    `subject` and `direct` are the words of the phrases that stand there, for what they rule out;
    `kinds` the classes of the things among them.
    """

    by: tuple[Party, ...] = ()
    against: tuple[Party, ...] = ()
    with_: tuple[Party, ...] = ()
    from_: tuple[Locality, ...] = ()
    at: tuple[Locality, ...] = ()
    subject: frozenset[str] = frozenset()
    direct: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    preps: frozenset[str] = frozenset()
    direct_places: bool = False
    agent: bool = False


def placed(
    line: Line,
    trigger: Trigger,
    roles: Roles,
    subject: Sequence[Piece],
    direct: Sequence[Piece],
    behind: Sequence[Piece],
    before: Sequence[Piece],
) -> Roles:
    """Sort the places: where from, and where."""
    leaving = trigger.key == "withdraw"
    from_: list[Locality] = []
    at: list[Locality] = []
    for piece in (*before, *_located(line, trigger, behind)):
        places = places_in(line, [piece])
        if not places or piece in subject:
            continue
        if (
            piece.prep in _FROM
            or _says_from(places[0])
            or (leaving and piece in direct and trigger.lemma in _PLACE_LEFT)
            or (leaving and piece.prep == "of" and trigger.form == "noun")
        ):
            from_ += places
        elif not (leaving and piece.prep in _TOWARDS):
            at += places
    return _with_subject(
        line, trigger, roles._replace(from_=tuple(from_), at=tuple(at)), subject, direct
    )


def _located(line: Line, trigger: Trigger, behind: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces with the preposition that says where: "from a part of P" and "from P in Q" are from.

    Where somebody is who fired is where it came from, not where it fell: "fired by rebels inside P";
    so is where the guns stand: "from guns set up near P".
    """
    before: Piece | None = None
    listed = ""
    for piece in behind:
        joined = before if before is not None and before.last + 1 >= piece.first else None
        if joined is not None and piece.prep == "of" and _is_a_way(line, joined):
            continue
        if joined is not None and joined.prep == "by":
            if trigger.key == "patrol":
                continue
            if trigger.lemma in THROWN and piece.prep in ("in", "inside", "within"):
                piece = piece._replace(prep="from")
        goes_on = bool(listed) and joined is not None and piece.prep == listed
        if goes_on or (before is not None and _stands(line, before, piece)):
            listed = piece.prep
            piece = piece._replace(prep="from")
        elif joined is not None and piece.prep in ("of", "in", "inside"):
            bare = not places_in(line, [joined])
            if joined.prep in _FROM or joined.prep in _TOWARDS or (bare and piece.prep == "of"):
                piece = piece._replace(prep=joined.prep)
        before = piece
        yield piece


def _is_a_way(line: Line, piece: Piece) -> bool:
    """Tell whether a piece says only which way it came: "from the direction of P" is not from P."""
    return piece.prep in _FROM and bool(words_in(line, [piece]) & {"direction", "side"})


def _stands(line: Line, guns: Piece, piece: Piece) -> bool:
    """Tell whether a piece says where the weapons of the one before it stand: "from guns near P"."""
    if piece.prep not in _STANDING or piece.first - guns.last > _SET_UP:
        return False
    between = range(guns.last, piece.first)
    told = all(line.is_verb(at) or line.part(at) == tag.PREPOSITION for at in between)
    stand = guns.prep in _FROM or (guns.prep in _BY_MEANS and line.is_verb(guns.last))
    return told and stand and bool(kinds_in(line, [guns]) & WEAPONS)


def _with_subject(
    line: Line, trigger: Trigger, roles: Roles, subject: Sequence[Piece], direct: Sequence[Piece]
) -> Roles:
    """Add the places of the subject: of what is left, opened or shelled they say where."""
    places = places_in(line, subject)
    if not places:
        return roles
    undergoing = direct is subject or tuple(direct) == tuple(subject)
    source = tuple(p for piece in subject if piece.prep in _FROM for p in places_in(line, [piece]))
    rest = tuple(place for place in places if place not in source)
    if trigger.key == "withdraw":
        return roles._replace(from_=(*roles.from_, *source, *rest))
    if undergoing or trigger.key in ("remain", "open", "close", "clash", "patrol"):
        return roles._replace(at=(*rest, *roles.at), from_=(*source, *roles.from_))
    if trigger.key in _FIRES and roles.at:
        source = (*source, *(place for place in _stood(line, subject) if place not in source))
    return roles._replace(from_=(*source, *roles.from_))


def _stood(line: Line, subject: Sequence[Piece]) -> Iterator[Locality]:
    """Yield where those stand who fire at somewhere else: "rebels inside P shelled Q"."""
    for piece in subject:
        if piece.prep in ("in", "inside", "within"):
            yield from places_in(line, [piece])


def _says_from(place: Locality) -> bool:
    return place.span.text[:7].lower().startswith(("from ", "out of "))


def leading_places(line: Line, first: int, floor: int) -> list[Piece]:
    """Give the places that open the clause before a subject: "In P, X shelled ..."."""
    found: list[Piece] = []
    place = first - 1
    while place >= floor:
        part = line.part(place)
        if part in (tag.SUBORDINATOR, tag.STOP, tag.RELATIVE) or line.is_verb(place):
            break
        if part == tag.PLACE and line.part(place - 1) in (
            tag.PREPOSITION,
            tag.WORD,
            tag.DETERMINER,
        ):
            at = place - 1
            while at > floor and line.part(at) in (tag.WORD, tag.DETERMINER):
                at -= 1
            if line.part(at) == tag.PREPOSITION:
                found.append(Piece(line.low(at), place, place + 1))
        elif part == tag.PLACE and line.items[place].start == line.sentence.span.start:
            found.append(Piece("in", place, place + 1))
        place -= 1
    return found
