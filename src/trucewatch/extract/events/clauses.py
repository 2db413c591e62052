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

    `relative` is true where the clause begins with *who*, *which* or *that*: its subject stands
    before. `holes` are the asides between commas that it steps over.
    """

    start: int
    end: int
    relative: bool
    holes: tuple[tuple[int, int], ...] = ()

    def holds(self, start: int, end: int) -> bool:
        """Tell whether `start` to `end` lies in the clause, and in none of its asides."""
        inside = self.start <= start and end <= self.end
        return inside and not any(first <= start < last for first, last in self.holes)


def clause_of(text: str, first: int, last: int, trigger: Trigger) -> Stretch:
    """Find the clause of a trigger within `text[first:last]`, a sentence or what somebody said."""
    start, end, relative = first, last, False
    holes: list[tuple[int, int]] = []
    for boundary in _BOUNDARY.finditer(text, first, last):
        if boundary.end() <= trigger.start:
            if holes and boundary.start() < holes[-1][1]:
                continue
            closing = _closing(text, boundary, trigger)
            if closing is not None:
                holes.append((boundary.start(), closing))
                continue
            start = boundary.start()
            relative = bool(_RELATIVE.match(boundary.group()))
        elif boundary.start() >= trigger.end:
            end = boundary.start()
            break
    comma = text.find(",", trigger.end, end)
    if relative and text[start] == "," and comma >= 0:
        end = comma
    kept = tuple(hole for hole in holes if hole[0] >= start)
    return Stretch(start, end, relative, kept)


def _closing(text: str, boundary: re.Match[str], trigger: Trigger) -> int | None:
    """Give where an aside that a comma and *which* or *who* opens closes before the trigger."""
    if not (boundary.group().startswith(",") and _RELATIVE.match(boundary.group())):
        return None
    comma = text.find(",", boundary.end(), trigger.start)
    return comma + 1 if comma > 0 else None


def neighbours(triggers: Sequence[Trigger], place: int, stretch: Stretch) -> tuple[int, int]:
    """Give how far left and right a trigger reaches before another trigger of its clause begins."""
    left, right = stretch.start, stretch.end
    if place and triggers[place - 1].end > left and triggers[place - 1].form != "noun":
        left = triggers[place - 1].end
    if place + 1 < len(triggers):
        right = min(right, max(triggers[place + 1].start, triggers[place].end))
    return left, right
