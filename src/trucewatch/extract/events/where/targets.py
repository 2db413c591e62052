"""Where a target is that was told of before: "shelled the post", and the post at P stands above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from trucewatch.core.reading import Event, Locality
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.phrases import subject_before
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.told import Told
from trucewatch.extract.events.where.placing import WITNESSES
from trucewatch.extract.events.whether.groups import group_before
from trucewatch.extract.events.who.actors import places_in
from trucewatch.extract.lexicons import words

TARGETS: Final = words("""
    post posts camp base airbase checkpoint convoy hospital school market crossing village town city
    hill hilltop neighbourhood neighborhood district
    """)
"""Nouns for what is fired at, where the place is told before."""

_REACH: Final = 8


def target_before(line: Line, told: Told, before: Sequence[Event]) -> tuple[Locality, ...]:
    """Give the place of a definite target that an event before names with its place; else nothing."""
    if any(place.place is not None or place.lat is not None for place in told.roles.at):
        return ()
    last = min(told.place + _REACH, len(line.items))
    for at in range(told.place + 1, last):
        noun = line.low(at).split()[-1] if line.low(at) else ""
        if noun in TARGETS and _is_definite(line, told.place + 1, at):
            named = re.compile(rf"\b{noun}\b", re.IGNORECASE)
            for event in reversed(before):
                known = any(place.place is not None for place in event.at)
                if known and event.sentence is not None and named.search(event.sentence.text):
                    return event.at
            return ()
    return ()


def suffered(line: Line, told: Told) -> tuple[Locality, ...]:
    """Give what was subjected to what a noun names, or was its target: "P was subjected to shelling"."""
    at = told.first - 1
    if told.trigger.form != "noun" or line.low(at) not in ("to", "of"):
        return ()
    at -= 1
    while at > 0 and (line.part(at) in (tag.DATE, tag.ADVERB) or line.low(at) in _ON_A_DAY):
        at -= 1
    if line.low(at) in _TARGET_OF and line.low(told.first - 1) == "of":
        at -= line.part(at - 1) == tag.DETERMINER
    elif line.low(at) not in _SUBJECTED:
        return ()
    group = group_before(line, at, 0)
    return places_in(line, subject_before(line, group.first, 0).pieces) if group.be else ()


_SUBJECTED: Final = words("subjected exposed")
_TARGET_OF: Final = words("target scene site object")
_ON_A_DAY: Final = words("on in since")


def _is_definite(line: Line, first: int, noun: int) -> bool:
    start, end = line.items[first].start, line.items[noun].end
    return line.text[start:end].lower().startswith(("the ", "its ", "that ", "this ", "same "))


_SEE: Final = words("saw sees seen heard watched witnessed counted filmed observed")


def seen_from(line: Line, told: Told) -> tuple[Locality, ...]:
    """Give where a reporter stood who saw it: "our correspondent in P saw shells come down"."""
    seeing = next((at for at in range(told.place - 1, 0, -1) if line.low(at) in _SEE), None)
    for at in range((seeing or 0) - 1, 1, -1):
        place = line.items[at].ref
        stands = line.low(at - 1) == "in" and line.low(at - 2).split()[-1:] != []
        if isinstance(place, Locality) and stands:
            return (place,) if line.low(at - 2).split()[-1] in WITNESSES else ()
    return ()
