"""Whether a verb says that forces were sent, came or are at work: convoys, posts, reinforcements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from trucewatch.core.objects import WEAPONS, ObjectFound, object_classes
from trucewatch.core.reading import Party
from trucewatch.core.span import Span
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.told import Told
from trucewatch.extract.events.what.senses import AT_WORK
from trucewatch.extract.events.who.actors import FORCES
from trucewatch.extract.lexicons import words


def is_sent(line: Line, told: Told) -> bool:
    """Tell whether forces, or what they are posted with, are sent somewhere, come there or work there."""
    roles = told.roles
    armed = WEAPONS | {"fighters", "convoy", "observation_post", "checkpoint"}
    if told.trigger.lemma.startswith(_ON_THE_WAY):
        coming = bool(roles.kinds & armed or roles.subject & (_SENT | FORCES | _PRONOUNS))
        return coming and bool(roles.kinds & {"convoy", "observation_post"})
    if told.trigger.lemma in _AT_WORK or told.trigger.lemma.startswith(AT_WORK):
        idle = told.trigger.lemma in _AT_WORK and roles.direct
        return bool(roles.kinds & {"observation_post", "checkpoint"}) and not idle
    if told.trigger.lemma == "return" and (
        told.passive or roles.direct or not roles.preps & {"to"}
    ):
        return False
    if told.trigger.lemma in ("enter", "return"):
        return bool(roles.at) and bool(
            roles.kinds & armed or roles.subject & FORCES or _is_armed(told)
        )
    if told.trigger.lemma in ("send", "bring", "mass", "amass"):
        return bool(set(kinds_of(roles.with_)) & armed or roles.direct & _SENT)
    return bool(roles.kinds & armed or roles.by or roles.against or roles.subject & FORCES)


def _is_armed(told: Told) -> bool:
    """Tell whether it is somebody by name who came back."""
    return told.trigger.lemma == "return" and bool(told.roles.by)


_PLURALS: Final = words("they them these those all")


def posts_meant(line: Line, told: Told) -> tuple[Party, ...]:
    """Give the posts named before that "all of them are at work" speaks of; nothing where none are."""
    roles = told.roles
    if not told.trigger.lemma.startswith(AT_WORK) or not roles.subject & _PLURALS or roles.by:
        return ()
    for item in reversed(line.items[: max(0, told.first)]):
        if isinstance(item.ref, ObjectFound) and item.ref.kind == "observation_post":
            return (Party(span=Span.cut(line.text, item.start, item.end), actor=None),)
    return ()


_AT_WORK: Final = words("function operate")
_ON_THE_WAY: Final = (
    *("arrive", "reach", "head", "make ", "be on ", "be bound", "be head", "be en route"),
)
_PRONOUNS: Final = words("it they which that")
_SENT: Final = words(
    "column columns vehicles trucks lorries reinforcements troops forces soldiers fighters units tanks convoy convoys army"
)


def kinds_of(things: Iterable[Party]) -> Iterator[str]:
    """Yield the classes of things."""
    for thing in things:
        yield from object_classes(thing.span.text)
