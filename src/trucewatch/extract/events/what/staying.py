"""Whether a verb says that somebody or something stays: in a place, or where they were."""

from __future__ import annotations

from typing import Final

from trucewatch.core.objects import WEAPONS
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.told import Told
from trucewatch.extract.events.what.firing import PRONOUNS
from trucewatch.extract.events.who.actors import FORCES
from trucewatch.extract.lexicons import words

_ARMED: Final = WEAPONS | {"fighters", "observation_post", "checkpoint"}


def remains(line: Line, told: Told) -> bool:
    """Tell whether somebody or something is told to stay in a place, or where they were."""
    roles, lemma = told.roles, told.trigger.lemma
    there = _is_there(line, told) or _stays_put(line, told)
    if lemma == "hold" and told.passive:
        return False
    if lemma in ("keep", "hold", "maintain", "retain", "store"):
        return bool(roles.kinds & _ARMED or roles.direct & {"posts", "positions"}) and there
    if lemma == "still have":
        return bool(roles.kinds & (WEAPONS | {"fighters", "observation_post"}))
    who = bool(roles.by or roles.kinds & _ARMED or roles.subject & (PRONOUNS | FORCES))
    return there and who


_WITHIN: Final = words("in inside within")


def _is_there(line: Line, told: Told) -> bool:
    """Ask for a place right behind the verb, or "there": "remain in P", "keep guns in P"."""
    for place in range(told.place + 1, min(told.place + 12, len(line.items))):
        if line.low(place) == "there":
            return True
        if line.low(place) in ("it", "them") and line.low(place - 1) in _WITHIN:
            return bool(told.roles.at)
        if line.part(place) == tag.PLACE:
            return bool(told.roles.at)
        if line.part(place) in (tag.COMMA, tag.STOP, tag.SUBORDINATOR) or line.is_verb(place):
            return False
    return bool(told.roles.at) and told.trigger.lemma in ("still", "there still", "still have")


def _stays_put(line: Line, told: Told) -> bool:
    """Tell whether who stays does so where they were: "in their trenches", "on its lines", "in place"."""
    near = range(told.place, min(told.place + 10, len(line.items)))
    if any(line.low(at) == "where" and line.part(at + 1) == tag.PRONOUN for at in near):
        return True
    own = any(line.low(at) in tag.OWNERS | {"the", "same"} for at in near)
    ground = {line.low(at).split()[-1] for at in near if line.low(at)}
    return (own and bool(ground & _OWN_GROUND)) or "place" in ground


_OWN_GROUND: Final = words("""
    position positions line lines frontline frontlines trench trenches post posts dugouts barracks
    fortifications base bases
    """)
