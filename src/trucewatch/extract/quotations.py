"""Quotations: what stands between quotation marks, and what a relay put in between.

Marks pair as news writes them: “ ”, „ “, « », » «, ‘ ’, and the straight ones. An apostrophe is
told from a single mark by the letters round it. A quotation of several paragraphs repeats its
opening mark at each; a mark that nothing closes reaches to the end of its paragraph at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.core.document import Document
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span

_MARK = re.compile(r"''|``|[\"'“”„«»‘’‚‹›]")
_CLOSES: Final = {
    '"': ('"', "”", "''"),
    "''": ("''", '"'),
    "``": ("''", '"'),
    "“": ("”", "“", '"'),
    "”": ("”", '"'),
    "„": ("“", "”", '"'),
    "«": ("»",),
    "»": ("«", "»"),
    "‘": ("’", "'"),
    "'": ("'", "’"),
    "‚": ("‘", "’"),
    "‹": ("›",),
}
"""An opening mark and the marks that may close it."""

_ALWAYS_OPEN: Final = frozenset("„«‘‚‹") | {"``"}
_SINGLE: Final = frozenset("'’‘‚")
_DEEPEST: Final = 4
_PUNCTUATION: Final = frozenset(".,;:!?)]…-–—")
_OPENING_PUNCTUATION: Final = frozenset("([{-–—/:;,\"“„«‘'")
_BRACKETED = re.compile(r"\[[^\[\]\n]{1,120}\]|\([^()\n]{1,120}\)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, marks included.

    `closed` is false where nothing closes it; `goes_on` tells that the next paragraph repeats the
    opening mark, as one quotation over several paragraphs does.
    """

    span: Span
    closed: bool = True
    goes_on: bool = False


def find_quotations(document: Document, sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """Find the outermost quotations of the blocks that `sentences` stand in, in text order."""
    blocks = sorted({sentence.block for sentence in sentences})
    spans = [document.blocks[number].span for number in blocks]
    found: list[Quotation] = []
    for place, span in enumerate(spans):
        following = spans[place + 1] if place + 1 < len(spans) else None
        found.extend(_in_paragraph(document.text, span, following))
    return tuple(found)


def quoted_spans(document: Document, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Give the stretches between quotation marks, marks included, in text order."""
    return tuple(quotation.span for quotation in find_quotations(document, sentences))


def insertions(text: str, quotation: Span) -> tuple[Span, ...]:
    """Give the bracketed words inside a quotation: a relay's own, not the speaker's.

    Brackets that hold no letter ("[...]") put nothing in.
    """
    return tuple(
        Span.cut(text, found.start(), found.end())
        for found in _BRACKETED.finditer(text, quotation.start, quotation.end)
        if any(character.isalpha() for character in found.group())
    )


def _in_paragraph(text: str, block: Span, following: Span | None) -> Iterator[Quotation]:
    """Yield the outermost quotations of one paragraph."""
    closed, opened = _paired(text, block)
    unclosed = next(((mark, start) for mark, start in opened if mark not in _SINGLE), None)
    if unclosed is None:
        yield from (Quotation(Span.cut(text, *pair)) for pair in closed)
        return
    mark, start = unclosed
    yield from (Quotation(Span.cut(text, *pair)) for pair in closed if pair[0] < start)
    within = [pair for pair in closed if pair[0] > start]
    if following is not None and text.startswith(mark, following.start):
        yield Quotation(Span.cut(text, start, block.end), closed=False, goes_on=True)
        return
    end = _trimmed(text, start, within[0][0] if within else block.end)
    if end > start + len(mark):
        yield Quotation(Span.cut(text, start, end), closed=False)
    yield from (Quotation(Span.cut(text, *pair)) for pair in within)


def _paired(text: str, block: Span) -> tuple[list[tuple[int, int]], list[tuple[str, int]]]:
    """Pair the marks of a paragraph: the outermost pairs, and the marks left open."""
    opened: list[tuple[str, int]] = []
    closed: list[tuple[int, int]] = []
    for found in _MARK.finditer(text, block.start, block.end):
        before = text[found.start() - 1] if found.start() > block.start else " "
        after = text[found.end()] if found.end() < block.end else " "
        level = _level_closed(opened, found.group(), before, after)
        if level is not None:
            first = opened[level][1]
            while closed and closed[-1][0] > first:
                closed.pop()
            closed.append((first, found.end()))
            del opened[level:]
        elif len(opened) < _DEEPEST and _opens(found.group(), before, after):
            opened.append((found.group(), found.start()))
    return closed, opened


def _level_closed(opened: list[tuple[str, int]], mark: str, before: str, after: str) -> int | None:
    """Give the place of the innermost open mark that this one closes; None where it closes none."""
    if mark in _ALWAYS_OPEN and mark not in "‘«":
        return None
    if before.isspace() and not (after.isspace() or after in _PUNCTUATION):
        return None
    if mark in _SINGLE and after.isalnum():
        return None
    if mark == "“" and after.isalnum():
        return None
    for level in range(len(opened) - 1, -1, -1):
        if mark in _CLOSES[opened[level][0]]:
            return level
    return None


def _opens(mark: str, before: str, after: str) -> bool:
    """Tell whether a mark that closes nothing opens a quotation."""
    if after.isspace() and mark not in "„“«":
        return False
    free = before.isspace() or before in _OPENING_PUNCTUATION
    if mark in ("“", "„", "«", "``", "‹"):
        return True
    if mark in ('"', "''"):
        return free or not before.isdigit()
    return free and mark not in "’›"


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
