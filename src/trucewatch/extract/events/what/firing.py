"""Whether a word of throwing or falling tells of fire: "launched rockets", "shells fell on P"."""

from __future__ import annotations

from typing import Final

from trucewatch.core.objects import WEAPONS, ObjectFound, object_classes
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.told import Told
from trucewatch.extract.events.who.actors import FORCES
from trucewatch.extract.lexicons import words

_FIRED: Final = WEAPONS | {"shell"}
PRONOUNS: Final = words("they it who which that he she we")
"""Subjects that may stand for who fires."""

_FLYING: Final = words("""
    shell shells rocket rockets missile missiles mortar mortars bomb bombs projectile projectiles
    """)


def throws(line: Line, told: Told) -> bool:
    """Ask for something that flies, or for fire at, on or from somewhere."""
    roles = told.roles
    if told.trigger.lemma in ("launch", "drop", "hurl", "lob"):
        return bool(roles.kinds & _FIRED) and not (
            roles.subject
            and not roles.by
            and not told.passive
            and not roles.subject & (FORCES | PRONOUNS)
        )
    if roles.kinds & _FIRED or "shots" in roles.direct:
        return True
    aimed = roles.preps & {"at", "on", "into", "towards", "toward", "from", "across"}
    return bool(aimed) and not roles.direct and bool(roles.at or roles.from_ or roles.against)


def falls(line: Line, told: Told) -> bool:
    """Ask for shells that come down somewhere, and that nothing else has told of: "shells fell on P"."""
    heads = [line.low(piece.last - 1) for piece in told.pieces if not piece.prep]
    flies = any(head.split()[-1] in _FLYING for head in heads)
    fired = any(line.part(at) == tag.EVENT for at in range(told.first, told.place))
    return flies and not fired and not told.passive


def answers(line: Line, told: Told) -> bool:
    """Ask of an answer that it be fire: "the artillery replied on P", "responded with shells on P"."""
    roles = told.roles
    aimed = roles.preps & {"at", "on", "against", "into", "towards", "toward", "in"}
    return bool(roles.kinds & _FIRED) and bool(aimed) and bool(roles.at or roles.against)


def comes_from(line: Line, told: Told) -> bool:
    """Ask of bare "fire" that it come from or fall on somewhere: "fire from P", "the fire on the post at P"."""
    roles = told.roles
    if told.trigger.lemma != "fire":
        return True
    aimed = roles.preps & {"on", "at", "against"}
    return bool(roles.from_) or (bool(aimed) and bool(roles.at or roles.against))


def uses(line: Line, told: Told) -> bool:
    """Ask of a use that it be of a weapon on somebody or somewhere: "used gas against P"."""
    roles = told.roles
    behind = [
        line.items[at].ref for at in range(told.place + 1, min(told.place + 9, len(line.items)))
    ]
    kinds = {each.kind for each in behind if isinstance(each, ObjectFound)}
    aimed = roles.preps & {"against", "on"}
    return bool(kinds & _FIRED) and bool(aimed) and bool(roles.at or roles.against)


def advances(line: Line, told: Told) -> bool:
    """Ask of an advance that somebody armed makes it on somewhere or somebody."""
    roles = told.roles
    aimed = roles.preps & {"on", "against", "towards", "toward"}
    armed = bool(roles.by) or bool(roles.subject & FORCES)
    return bool(aimed) and armed and bool(roles.at or roles.against)


_HEAVY_THINGS: Final = frozenset(
    {"tank", "armoured_vehicle", "rocket_launcher", "artillery", "mortar", "heavy_weapons"}
)


def hits_arms(told: Told) -> bool:
    """Tell whether what is destroyed or hit are somebody's guns or vehicles, in a place."""
    spoken = " ".join(told.roles.direct)
    kinds = {kind for word in spoken.split() for kind in object_classes(word)}
    return bool(kinds & _HEAVY_THINGS) and bool(told.roles.at)
