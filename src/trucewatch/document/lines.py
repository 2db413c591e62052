"""Cut plain text into its lines, and wrapped lines back into the paragraphs they were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_EDGES: Final = (
    " \t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    "\x1f"
)
"""Blanks and invisible marks: they belong to no line at its edges."""

_ENDED = re.compile(r"[.!?…。！？؟][\"'”’»)\]*]{0,4}\Z")
_SIGNED = re.compile(r"[.!?…][\"'”’)]{0,3}\s{0,3}[-–—/(\[]{1,2}\s?[A-Z][\w .&-]{0,30}[)\]/]{0,2}\Z")
_TAIL: Final = 50

_WRAP_FROM, _WRAP_TO = 45, 125
_WRAP_SLACK: Final = 0.85
_WRAP_SHARE: Final = 0.3
_OPEN_LINE: Final = 40
"""A line this long that stops without an end mark before a small letter was broken in two."""


_LONGEST: Final = 20_000
"""No paragraph is put together beyond this many characters."""


@dataclass(slots=True)
class Line:
    """A line, or the rows of one wrapped paragraph: `text[start:end] == words`.

    `row` is where its last row begins, `indent` how far in that is; `gap`: an empty line stands before it.
    """

    start: int
    end: int
    words: str
    row: int
    indent: int = 0
    gap: bool = False

    @property
    def ended(self) -> bool:
        """Tell whether a sentence ends here, its agency's signature included."""
        return ends(self.words)

    @property
    def count(self) -> int:
        """Give the number of words, by the blanks between them."""
        return self.words.count(" ") + self.words.count("\n") + 1


def ends(words: str) -> bool:
    """Tell whether words end with an end mark, or with an agency's signature behind one."""
    tail = words[-_TAIL:]
    return bool(_ENDED.search(tail[-6:]) or _SIGNED.search(tail))


def lines_of(text: str) -> list[Line]:
    """Give the lines that hold anything, in order, wrapped ones joined again."""
    lines = list(_cut(text))
    width = _wrap_width(lines)
    joined: list[Line] = []
    for line in lines:
        if joined and _goes_on(joined[-1], line, width):
            last = joined[-1]
            last.row, last.indent, last.end = line.start, line.indent, line.end
            last.words = text[last.start : line.end]
        else:
            joined.append(line)
    return joined


def _cut(text: str) -> Iterator[Line]:
    before = 0
    for found in _LINE.finditer(text):
        whole = found.group()
        words = whole.lstrip(_EDGES)
        start = found.end() - len(words)
        words = words.rstrip(_EDGES)
        if not words:
            continue
        between = text[before : found.start()]
        gap = max(between.count("\n"), between.count("\r")) > 1 or "\u2029" in between
        before = start + len(words)
        yield Line(start, before, words, start, start - found.start(), gap)


def _wrap_width(lines: list[Line]) -> int:
    """Give the column at which the text was wrapped, 0 if it was not."""
    width = max((len(line.words) for line in lines), default=0)
    if not _WRAP_FROM <= width <= _WRAP_TO:
        return 0
    pairs = [pair for pair in pairwise(lines) if not pair[1].gap]
    broken = sum(
        second.words[0].islower() and not first.ended and _full(first, second, width)
        for first, second in pairs
    )
    return width if broken and broken >= _WRAP_SHARE * len(pairs) else 0


def _full(first: Line, second: Line, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this one's last row."""
    word = second.words.split(None, 1)[0]
    return first.end - first.row + 1 + len(word) > width * _WRAP_SLACK


def _goes_on(first: Line, second: Line, width: int) -> bool:
    """Tell whether the second line is of the same paragraph as the first."""
    if second.gap or second.end - first.start > _LONGEST:
        return False
    open_end = second.words[0].islower() and not first.ended
    if width:
        return second.indent <= first.indent + 1 and (open_end or _full(first, second, width))
    return open_end and len(first.words) >= _OPEN_LINE and first.words[-1] not in ":;|"
