"""Where an event comes from and where it is: from the places in the phrases around its word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from trucewatch.core.objects import WEAPONS
from trucewatch.core.reading import Locality, Party
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.phrases import Piece
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.what.triggers import Trigger
from trucewatch.extract.events.who.actors import kinds_in, places_in, words_in
from trucewatch.extract.lexicons import words

_FROM: Final = frozenset({"from", "out of", "off"})
_TOWARDS: Final = frozenset({"to", "into", "towards", "toward", "onto"})
THROWN: Final = words("fire lob hurl launch drop airdrop shoot")
"""Verbs whose object is what flies."""

_BY_MEANS: Final = words("with using by")
_STANDING: Final = words("in inside within near at on around outside beside along")
_AIMS: Final = words("at on against towards toward into")
_INSIDE: Final = words("in inside within")
_SET_UP: Final = 3
"""So many words say how guns stand there: "set up in"."""

_FIRES: Final = words("attack answer shell strike")
WITNESSES: Final = words("""
    correspondent correspondents reporter reporters journalist journalists photographer photographers
    crew team
    """)
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
    for piece in (*before, *_located(line, trigger, _short_of_reason(line, behind))):
        places = places_in(line, [piece])
        if not places or piece in subject:
            continue
        if (
            piece.prep in _FROM
            or _says_from(places[0])
            or (leaving and piece in direct and trigger.lemma in _PLACE_LEFT)
            or (leaving and piece.prep == "of" and (trigger.form == "noun" or from_))
        ):
            from_ += places
        elif not (leaving and piece.prep in _TOWARDS):
            at += places
    if trigger.lemma == "outside":
        from_, at = [_left(place) for place in (*from_, *at)], []
    return _with_subject(
        line, trigger, roles._replace(from_=tuple(from_), at=tuple(at)), subject, direct
    )


def _short_of_reason(line: Line, behind: Sequence[Piece]) -> Sequence[Piece]:
    """Leave out what an act only answers: "struck P in response to the shelling of Q"."""
    for at, piece in enumerate(behind):
        if piece.prep in ("in", "as", "by") and line.low(piece.last - 1) in _REASONS:
            return behind[:at]
    return behind


_REASONS: Final = words("response retaliation revenge reply reaction reprisal answer retribution")


def _left(place: Locality) -> Locality:
    """Give a place that somebody is outside of as the one that they are away from."""
    inside = "in" if place.zone.reported == "outside" else place.zone.reported
    return replace(place, zone=replace(place.zone, reported=inside))


def _located(line: Line, trigger: Trigger, behind: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces with the preposition that says where: "from a part of P" and "from P in Q" are from.

    Where somebody is who fired is where it came from, not where it fell: "fired by rebels inside P";
    so is where the guns stand: "from guns set up near P".
    """
    before: Piece | None = None
    listed = ""
    for number, piece in enumerate(behind):
        joined = before if before is not None and before.last + 1 >= piece.first else None
        if joined is not None and piece.prep == "of" and _is_a_way(line, joined):
            continue
        if joined is not None and joined.prep == "by":
            if trigger.key == "patrol":
                continue
            if trigger.lemma in THROWN and piece.prep in _INSIDE:
                piece = piece._replace(prep="from")
        elif _stands_apart(line, before, piece):
            piece = piece._replace(prep="from")
        goes_on = bool(listed) and joined is not None and piece.prep == listed
        goes_on = goes_on and joined is not None and line.part(joined.last) != tag.PREPOSITION
        stands = before is not None and _stands(line, before, piece)
        if goes_on or (stands and not _is_aim(line, trigger, behind, number)):
            listed = piece.prep
            piece = piece._replace(prep="from")
        elif joined is not None and piece.prep in ("of", "in", "inside"):
            bare = not places_in(line, [joined])
            if joined.prep in _FROM or joined.prep in _TOWARDS or (bare and piece.prep == "of"):
                piece = piece._replace(prep=joined.prep)
        before = piece
        yield piece


def _stands_apart(line: Line, before: Piece | None, piece: Piece) -> bool:
    """Tell whether a piece between commas says where the source before it lies: "from P, in Q, at"."""
    if before is None or before.prep not in _FROM or piece.prep not in _INSIDE:
        return False
    between = (before.last, piece.first - 1)
    return line.part(before.last) == tag.COMMA and between[1] - between[0] <= _SET_UP - 1


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
    return told and stand and (guns.prep == "by" or bool(kinds_in(line, [guns]) & WEAPONS))


def _is_aim(line: Line, trigger: Trigger, behind: Sequence[Piece], number: int) -> bool:
    """Tell whether "at P" behind a weapon is what was fired at: nothing else is told to be."""
    if behind[number].prep != "at" or trigger.lemma not in THROWN:
        return False
    others = (each for at, each in enumerate(behind) if at != number and each.prep in _AIMS)
    return not any(places_in(line, [each]) for each in others)


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
    for piece in () if words_in(line, subject) & WITNESSES else subject:
        posted = piece.prep in _STANDING and line.is_verb(piece.first - 2)
        if piece.prep in _INSIDE or posted:
            yield from places_in(line, [piece])


def _says_from(place: Locality) -> bool:
    return place.span.text[:7].lower().startswith(("from ", "out of "))


_ANSWERING: Final = words("against over about")
"""Behind these an act is what others meet or rally for, wherever they do: "rallied in P against it"."""


def leading_places(line: Line, first: int, floor: int) -> list[Piece]:
    """Give the places that open the clause before a subject: "In P, X shelled ..."."""
    found: list[Piece] = []
    place = first - 1
    if line.low(place) in _ANSWERING:
        return found
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
