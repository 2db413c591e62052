"""Where a target is that was told of before: "shelled the post", and the post at P stands above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from trucewatch.core.reading import Event, Locality
from trucewatch.extract.events.scene import Line
from trucewatch.extract.events.told import Told
from trucewatch.extract.lexicons import words

_TARGETS: Final = words("""
    post posts camp base airbase checkpoint convoy hospital school market crossing village town
    """)
_REACH: Final = 8


def target_before(line: Line, told: Told, before: Sequence[Event]) -> tuple[Locality, ...]:
    """Give the place of a definite target that an event before names with its place; else nothing."""
    if any(place.place is not None or place.lat is not None for place in told.roles.at):
        return ()
    last = min(told.place + _REACH, len(line.items))
    for at in range(told.place + 1, last):
        noun = line.low(at).split()[-1] if line.low(at) else ""
        if noun in _TARGETS and _is_definite(line, told.place + 1, at):
            named = re.compile(rf"\b{noun}\b", re.IGNORECASE)
            for event in reversed(before):
                known = any(place.place is not None for place in event.at)
                if known and event.sentence is not None and named.search(event.sentence.text):
                    return event.at
            return ()
    return ()


def _is_definite(line: Line, first: int, noun: int) -> bool:
    start, end = line.items[first].start, line.items[noun].end
    return line.text[start:end].lower().startswith(("the ", "its ", "that ", "this ", "same "))


_WITNESSES: Final = words("""
    correspondent correspondents reporter reporters journalist journalists photographer photographers
    crew team
    """)
_SEE: Final = words("saw sees seen heard watched witnessed counted filmed observed")


def seen_from(line: Line, told: Told) -> tuple[Locality, ...]:
    """Give where a reporter stood who saw it: "our correspondent in P saw shells come down"."""
    seeing = next((at for at in range(told.place - 1, 0, -1) if line.low(at) in _SEE), None)
    for at in range((seeing or 0) - 1, 1, -1):
        place = line.items[at].ref
        stands = line.low(at - 1) == "in" and line.low(at - 2).split()[-1:] != []
        if isinstance(place, Locality) and stands:
            return (place,) if line.low(at - 2).split()[-1] in _WITNESSES else ()
    return ()
