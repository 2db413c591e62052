"""The day on which a text says of itself that it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from trucewatch.core.dateline import dateline
from trucewatch.core.document import Block
from trucewatch.core.span import Span
from trucewatch.document.bylines import is_dated
from trucewatch.document.days import days_in

_LINE: Final = 160
_NEAR: Final = 40
_CHANGED = re.compile(
    r"\b(?:updated?|modified|edited|revised|corrected|changed|accessed|retrieved|expires?)\b",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\b(?:publi(?:shed|cation)|publish date|posted|first published|released?|issued|added|date)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A day of publication, the words that state it, and whether a label or a place says so."""

    day: date
    span: Span
    how: Literal["labelled", "dated line", "dateline"]


def published_in(blocks: tuple[Block, ...]) -> Stated | None:
    """Give the day of publication that a laid out text states; None if it states none, or several.

    A label ("Published: ...") decides; else a line that is only a date, by the headline; else the
    full date in a dateline. A day of an update is none. So is one that can be read in two ways.
    """
    furniture = [block.span for block in blocks if block.kind == "furniture"]
    labelled = [found for span in furniture for found in _days(span, labelled=True)]
    if labelled:
        return _only(labelled)
    first = next((block.span for block in blocks if block.kind == "paragraph"), None)
    title = next((block.span.end for block in blocks if block.kind == "title"), 0)
    head = [span for span in furniture if first is None or span.start < first.start]
    dated = [found for span in head if is_dated(span.text) for found in _days(span, labelled=False)]
    if dated:
        below = [found for found in dated if found.span.start >= title]
        return _only(below or dated)
    return _dateline(first) if first else None


def _only(found: list[Stated]) -> Stated | None:
    """Give the one day that is found; None where two contradict each other."""
    return found[0] if len({stated.day for stated in found}) == 1 else None


def _days(line: Span, *, labelled: bool) -> Iterator[Stated]:
    if len(line.text) > _LINE:
        return
    before = 0
    for found in days_in(line.text):
        label = line.text[max(before, found.start - _NEAR) : found.start]
        before = found.end
        if found.day is None or _CHANGED.search(label):
            continue
        if not labelled or _STATED.search(label):
            span = _cut(line, found.start, found.end)
            yield Stated(day=found.day, span=span, how="labelled" if labelled else "dated line")


def _dateline(paragraph: Span) -> Stated | None:
    """Read "VELIN, March 4, 2020 (Wire) --": the full date of a dateline."""
    found = next(days_in(paragraph.text[: dateline(paragraph.text)]), None)
    if found is None or found.day is None:
        return None
    span = _cut(paragraph, found.start, found.end)
    return Stated(day=found.day, span=span, how="dateline")


def _cut(line: Span, start: int, end: int) -> Span:
    return Span(line.start + start, line.start + end, line.text[start:end])
