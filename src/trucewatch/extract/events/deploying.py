"""Whether a verb says that forces were sent, came or are at work: convoys, posts, reinforcements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from trucewatch.core.objects import WEAPONS, object_classes
from trucewatch.core.reading import Party
from trucewatch.extract.events.actors import FORCES
from trucewatch.extract.events.scene import Line
from trucewatch.extract.events.told import Told
from trucewatch.extract.lexicons import words


def is_sent(line: Line, told: Told) -> bool:
    """Tell whether forces, or what they are posted with, are sent somewhere, come there or work there."""
    roles = told.roles
    armed = WEAPONS | {"fighters", "convoy", "observation_post", "checkpoint"}
    if told.trigger.lemma in _AT_WORK or told.trigger.lemma.startswith(("be ", "continue ")):
        idle = told.trigger.lemma in _AT_WORK and roles.direct
        return bool(roles.kinds & {"observation_post", "checkpoint"}) and not idle
    if told.trigger.lemma in _ON_THE_WAY:
        return bool(
            roles.kinds & {"convoy", "observation_post"} and roles.kinds & armed - {"convoy"}
        )
    if told.trigger.lemma == "enter":
        return bool(roles.at) and bool(roles.kinds & armed or roles.subject & FORCES)
    if told.trigger.lemma in ("send", "bring", "mass", "amass"):
        return bool(set(kinds_of(roles.with_)) & armed or roles.direct & _SENT)
    return bool(roles.kinds & armed or roles.by or roles.against or roles.subject & FORCES)


_AT_WORK: Final = words("function operate")
_ON_THE_WAY: Final = words("arrive reach head")
_SENT: Final = words(
    "reinforcements troops forces soldiers fighters units tanks convoy convoys army"
)


def kinds_of(things: Iterable[Party]) -> Iterator[str]:
    """Yield the classes of things."""
    for thing in things:
        yield from object_classes(thing.span.text)
