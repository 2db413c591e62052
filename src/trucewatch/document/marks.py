"""What a reader of the record should know about a copied page: where it is cut, doubled, mixed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from trucewatch.core.dateline import dateline
from trucewatch.core.document import Block, Warning
from trucewatch.core.span import Span
from trucewatch.document.lines import ends

_CUT = re.compile(r"(?:\.\.\.|…|\[\+?\d{1,6} chars\]|\[(?:\.\.\.|…)\])\s{0,3}[\])\"”’]{0,2}\Z")
_OPEN = re.compile(r"(?:[\w,;–—-]|\b(?:the|a|of|and)\s)\Z")
_SHOWN: Final = 40
_CUT_WORDS: Final = 8
_STORIES: Final = 3
_TAGS = re.compile(r"</?(?:p|div|br|span|a|b|i|strong|em|img|h[1-6])\b[^<>]{0,300}>", re.IGNORECASE)
_TAGS_ALLOWED: Final = 2


def warnings_of(
    text: str, blocks: tuple[Block, ...], title: str | None, doubled: Iterable[Span]
) -> tuple[Warning, ...]:
    """Give the warnings of a laid out text."""
    paragraphs = [block.span for block in blocks if block.kind == "paragraph"]
    return tuple(_warnings(text, paragraphs, title, doubled))


def _warnings(
    text: str, paragraphs: list[Span], title: str | None, doubled: Iterable[Span]
) -> Iterator[Warning]:
    if title is None:
        yield Warning(code="no_title", message="no headline was found")
    if paragraphs and is_cut(paragraphs[-1].text):
        last = paragraphs[-1]
        span = Span.cut(text, max(last.start, last.end - _SHOWN), last.end)
        message = "the text is cut off: who said it may stand in the part that is missing"
        yield Warning(code="text_cut", message=message, span=span)
    for span in doubled:
        message = "a paragraph is repeated: the second is not read"
        yield Warning(code="duplicate_paragraph", message=message, span=span)
    if sum(dateline(span.text) > 0 for span in paragraphs) >= _STORIES:
        message = "several stories seem to stand on this page: dates and speakers may mix"
        yield Warning(code="several_stories", message=message)
    if "<" in text and len(_TAGS.findall(text)) > _TAGS_ALLOWED:
        yield Warning(code="markup_in_text", message="the text holds HTML tags, read as words")


def is_cut(words: str) -> bool:
    """Tell whether a last paragraph stops in mid-sentence."""
    tail = words[-_SHOWN:]
    if _CUT.search(tail):
        return True
    return words.count(" ") >= _CUT_WORDS and bool(_OPEN.search(tail)) and not ends(words)
