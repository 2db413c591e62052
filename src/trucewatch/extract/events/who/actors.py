"""Who a noun phrase names, and which things and places stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from trucewatch.core.objects import ObjectFound, object_classes
from trucewatch.core.reading import ACTOR_MENTIONS, Locality, Mention, Party
from trucewatch.core.span import Span
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.line import Token
from trucewatch.extract.events.sentence.phrases import ABOUT, Piece
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.lexicons import words

FORCES: Final = words("""
    army armies forces force troops fighters soldiers warplanes warplane jets jet aircraft helicopters
    helicopter planes plane navy artillery militia militias militants militant military police units
    unit gunners gunmen gunman snipers sniper drones drone rockets missiles shells mortars tanks side
    sides group groups faction factions movement front alliance brigade brigades battalion battalions
    division regiment government regime authorities state leadership delegation allies members member
    formation formations grouping groupings detachment detachments squad squads
    elements element command guards guard commandos cells servicemen personnel rebels insurgents men
    combatants company column convoy convoys patrol patrols defences defenses batteries guns officers
    leaders coalition militiamen peacekeepers airforce vehicles vehicle party parties people fleet
    bombers gunships reinforcements trucks truck leader president presidents minister ministers official officials
    """)
"""Nouns behind an actor's name, or before "of" and it, that still mean the actor."""

_FIRE: Final = words(
    "fire gunfire shelling airstrikes airstrike strikes bombardment bombing raids shell rocket missile mortar"
)
"""What somebody does, behind their name: "by X's fire" is by X."""

_MANY: Final = words("""
    number majority most some part group groups tens handful couple band bands batch swarm team teams dozens hundreds thousands scores rest bulk all many
    several none any each both half third quarter thirds quarters cent percent majority two three four five six seven eight nine ten one few
    """)
_BELONGING: Final = frozenset({"of", "from", "among", "to", "per"})


def parties_of(line: Line, pieces: Sequence[Piece], *, acting: bool = True) -> tuple[Party, ...]:
    """Give who the phrase's head and those joined to it are.

    A head that is only a part or kind of somebody ("fighters of X", "some of the X") is that
    somebody. `acting` asks for somebody who can act; else "X's positions" is X as well.
    """
    found: list[Party] = []
    for number, piece in enumerate(pieces):
        if piece.prep:
            continue
        own = list(_heads(line, piece, acting=acting))
        behind = pieces[number + 1 :]
        joined = behind[0].prep if behind else ""
        if own and _is_plain(own) and (joined == "of" or " " not in own[0].span.text):
            own = list(_owners(line, behind[:1], acting=acting)) or _stranger(line, behind) or own
        if own:
            found += own
            continue
        if _stands_for_owner(line, piece, acting=acting):
            found += _owners(line, behind, acting=acting)
    return tuple(dict.fromkeys(found))


def _stranger(line: Line, behind: Sequence[Piece]) -> list[Party]:
    """Give whose fighters they are where the name is not known: "fighters of the Tahrir"."""
    for piece in behind[:1]:
        for place in range(piece.first, piece.last) if piece.prep == "of" else ():
            item = line.items[place]
            if item.tag == tag.WORD and line.text[item.start].isupper():
                return [Party(span=Span.cut(line.text, item.start, item.end), actor=None)]
    return []


def _is_plain(parties: Sequence[Party]) -> bool:
    """Tell whether somebody is only called fighters, terrorists or the like: "fighters of X"."""
    if len(parties) != 1:
        return False
    name = parties[0].span.text
    word = name.split()[-1]
    if " " not in name and name.islower() and name.endswith("s"):
        return True
    generic = word.lower() in FORCES or "fighters" in object_classes(word)
    return generic and (word.islower() or " " not in name)


def _heads(line: Line, piece: Piece, *, acting: bool) -> Iterator[Party]:
    """Yield the actor that a piece ends in, or whose name stands before a word for forces."""
    last: int | None = None
    for place in range(piece.first, piece.last):
        if line.part(place) == tag.ACTOR:
            last = place
    if last is None:
        return
    rest = range(last + 1, piece.last)
    if any(line.part(place) == tag.OWNS for place in rest) or list(rest):
        head = _head(line, piece)
        ends = head is None or head == last
        if acting and not ends and not (_acts(line, head) or _is_partner(line, last, head)):
            return
    mention = line.mention(last)
    if mention is not None and mention.kind in ACTOR_MENTIONS:
        yield party(mention)


def _is_partner(line: Line, last: int, head: int | None) -> bool:
    """Tell whether a state's name stands right before a word for a partner: "our Xish partners"."""
    mention = line.mention(last)
    return (
        head == last + 1
        and line.low(head) in _PARTNERS
        and mention is not None
        and (mention.kind == "state")
    )


_PARTNERS: Final = words("partner partners colleagues friends")


def _head(line: Line, piece: Piece) -> int | None:
    """Give the last noun of a piece."""
    for place in range(piece.last - 1, piece.first - 1, -1):
        if line.part(place) in (tag.WORD, tag.THING, tag.ACTOR, tag.PLACE, tag.EVENT):
            return place
    return None


def _acts(line: Line, place: int | None) -> bool:
    if place is None:
        return True
    item = line.items[place]
    if item.tag == tag.THING and isinstance(item.ref, ObjectFound):
        return item.ref.kind not in ("observation_post", "checkpoint", "base", "prisoners", "road")
    return line.low(place) in FORCES | _FIRE or item.tag in (tag.PLACE, tag.ACTOR)


def _stands_for_owner(line: Line, piece: Piece, *, acting: bool) -> bool:
    """Tell whether what follows *of* is meant: "fighters of X", "some of X"."""
    if not acting:
        return True
    head = _head(line, piece)
    if head is None:
        return all(
            line.part(place) in (tag.NUMBER, tag.DETERMINER, tag.ADVERB, tag.NEGATION)
            or line.low(place) in ABOUT
            for place in range(piece.first, piece.last)
        )
    return line.low(head) in _MANY or _acts(line, head)


def _owners(line: Line, behind: Sequence[Piece], *, acting: bool) -> Iterator[Party]:
    taking = False
    for number, piece in enumerate(behind):
        if piece.prep not in _BELONGING:
            return
        found = list(_heads(line, piece, acting=acting))
        if _is_plain(found) and [each.prep for each in behind[number + 1 :][:1]] == ["of"]:
            found = list(_owners(line, behind[number + 1 :], acting=acting)) or found
            yield from found
            return
        if not found and taking:
            return
        yield from found
        taking = True


def party(mention: Mention) -> Party:
    """Give the party that a mention names."""
    return Party(span=mention.span, actor=mention.id)


def things_in(
    line: Line, pieces: Iterable[Piece], kinds: frozenset[str] | None = None
) -> tuple[Party, ...]:
    """Give the weapons and other objects that pieces name; only those of `kinds` where given."""
    return tuple(
        Party(span=_thing(line, item, item.ref), actor=None)
        for piece in pieces
        for item in line.items[piece.first : piece.last]
        if isinstance(item.ref, ObjectFound) and (kinds is None or item.ref.kind in kinds)
    )


def _thing(line: Line, item: Token, found: ObjectFound) -> Span:
    """Give a thing's words; what is named in short cites its full name elsewhere in the text."""
    here = found.start < item.end and item.start < found.end
    named = item if here else found
    return Span.cut(line.text, named.start, named.end)


def kinds_in(line: Line, pieces: Iterable[Piece]) -> frozenset[str]:
    """Give the classes of the objects that pieces name."""
    return frozenset(
        item.ref.kind
        for piece in pieces
        for item in line.items[piece.first : piece.last]
        if isinstance(item.ref, ObjectFound)
    )


def places_in(line: Line, pieces: Iterable[Piece]) -> tuple[Locality, ...]:
    """Give the places that pieces name."""
    return tuple(
        item.ref
        for piece in pieces
        for item in line.items[piece.first : piece.last]
        if isinstance(item.ref, Locality)
    )


def words_in(line: Line, pieces: Iterable[Piece]) -> frozenset[str]:
    """Give the words of pieces, small."""
    return frozenset(
        word
        for piece in pieces
        for place in range(piece.first, piece.last)
        for word in line.low(place).split()
    )


def as_matter(line: Line, pieces: Sequence[Piece]) -> tuple[Party, ...]:
    """Give the words of a phrase as what an event is about: "the lines of the zone"."""
    head = next((number for number, piece in enumerate(pieces) if not piece.prep), None)
    if head is None:
        return ()
    last = head
    while last + 1 < len(pieces) and pieces[last + 1].prep in ("of", "on", "for", "with"):
        last += 1
    start = line.items[pieces[head].first].start
    end = line.items[pieces[last].last - 1].end
    return (Party(span=Span.cut(line.text, start, end), actor=None),)
