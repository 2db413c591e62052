"""The stretch of a sentence that a trigger governs, and what stands on either side of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.extract.events.triggers import Trigger

_BOUNDARY: Final = re.compile(
    r"[;:“”\"»«—]|\s[–-]\s|,\s(?:and|but|while|which|who|whose|after|as|where|with|when|adding|saying|including)\b"
    r"|\b(?:while|whereas|because|although|though|that|who|which|if|unless|until|before|after|when|but)\b"
    r"|\b(?:as|and)\s(?=(?:the|its|their|his|her|they|it|he|she)\s\w+\s(?:was|were|had|has|have|is|are)\b)",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(r"^(?:,\s)?(?:who|which|that|whose)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A trigger's clause: `start` to `end`, and how its left edge joins what stands before.

    `relative` is true where the clause begins with *who*, *which* or *that*: its subject stands before.
    """

    start: int
    end: int
    relative: bool


def clause_of(text: str, first: int, last: int, trigger: Trigger) -> Stretch:
    """Find the clause of a trigger within the sentence `text[first:last]`."""
    start, end, relative = first, last, False
    for boundary in _BOUNDARY.finditer(text, first, last):
        if boundary.end() <= trigger.start:
            start = boundary.start()
            relative = bool(_RELATIVE.match(boundary.group()))
        elif boundary.start() >= trigger.end:
            end = boundary.start()
            break
    return Stretch(start, end, relative)


def neighbours(triggers: Sequence[Trigger], place: int, stretch: Stretch) -> tuple[int, int]:
    """Give how far left and right a trigger reaches before another trigger of its clause begins."""
    left, right = stretch.start, stretch.end
    if place and triggers[place - 1].end > left and triggers[place - 1].form != "noun":
        left = triggers[place - 1].end
    if place + 1 < len(triggers):
        right = min(right, max(triggers[place + 1].start, triggers[place].end))
    return left, right
