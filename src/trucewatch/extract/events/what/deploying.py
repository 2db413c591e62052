"""Whether a verb says that forces were sent, came or are at work: convoys, posts, reinforcements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from trucewatch.core.objects import WEAPONS, find_objects, object_classes
from trucewatch.core.reading import EventKind, Party
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
_FAR: Final = 200
"""So many characters further on, no pronoun stands for posts named before."""


def posts_meant(line: Line, told: Told) -> tuple[Party, ...]:
    """Give the posts named last before, where "they will be reinforced", "it will stay" speaks of them.

    Nothing where somebody, or something else that moves, is named in between.
    """
    roles, start = told.roles, told.trigger.start
    acted_on = told.passive or told.trigger.key == "remain"
    many = roles.subject & _PLURALS and (acted_on or told.trigger.lemma.startswith(AT_WORK))
    if not (many or ("it" in roles.subject and acted_on)):
        return ()
    if any(each.actor and each.span.text.lower() != "it" for each in roles.by):
        return ()
    if roles.kinds or told.kind not in _OF_POSTS:
        return ()
    posts = [each.span for each in line.found.posts if each.span.end <= start]
    near = list(_POSTS.finditer(line.text, max(0, start - _FAR), start))
    if not posts or not near or any(find_objects(line.text, near[-1].end(), start)):
        return ()
    return (Party(span=posts[-1], actor=None),)


_POSTS: Final = re.compile(
    r"\b(?:(?:out)?posts?|points?)\b(?:\sof\s(?:the\s)?(?:[A-Z][\w’'-]*\s?)+)?", re.IGNORECASE
)
"""Posts, with whose they are."""

_OF_POSTS: Final = frozenset({EventKind.DEPLOYMENT, EventKind.WITHDRAWAL, EventKind.CONSTRUCTION})


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
