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
_LEAD_BLANKS: Final = 11
"""A shorter paragraph may be a standfirst, with the date below it."""
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
    lead = next((place for place, block in enumerate(blocks) if _is_lead(block)), len(blocks))
    dated = list(_dated_lines(blocks[:lead]))
    if dated:
        title = next((block.span.end for block in blocks if block.kind == "title"), 0)
        below = [found for found in dated if found.span.start >= title]
        return _only(below or dated)
    return _dateline(blocks[lead].span) if lead < len(blocks) else None


def _is_lead(block: Block) -> bool:
    return block.kind == "paragraph" and block.span.text.count(" ") >= _LEAD_BLANKS


def _dated_lines(head: tuple[Block, ...]) -> Iterator[Stated]:
    """Yield the days of the lines above the first paragraph that are nothing but a date."""
    before = ""
    for block in head:
        words = block.span.text
        if block.kind == "furniture" and is_dated(words) and not _opens_change(before):
            yield from _days(block.span, labelled=False)
        before = words


def _opens_change(line: str) -> bool:
    return line.rstrip().endswith(":") and bool(_CHANGED.search(line))


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
