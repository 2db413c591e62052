"""Whether a word of throwing or falling tells of fire: "launched rockets", "shells fell on P"."""

from __future__ import annotations

from typing import Final

from trucewatch.core.objects import WEAPONS
from trucewatch.extract.events import grammar as tag
from trucewatch.extract.events.actors import FORCES
from trucewatch.extract.events.scene import Line
from trucewatch.extract.events.told import Told
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
