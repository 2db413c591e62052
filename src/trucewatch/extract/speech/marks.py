"""What can be read off a statement's words: its manner, its hedges, a relay's insertions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from trucewatch.core.reading import Manner
from trucewatch.core.span import Span
from trucewatch.extract.quotations import Quotation, insertions

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|purportedly|supposedly|seemingly|ostensibly|presumably"
    r"|possibly|probably|likely|perhaps|may|might|could|suspected|alleged|apparent|purported"
    r"|unconfirmed|rumou?red|(?:appear|seem)(?:s|ed)?\sto|(?:is|are|was|were)\s(?:said|believed"
    r"|thought|reported|alleged|understood)\sto|some(?=\s\d))\b"
)
_OPENING_HEDGE = re.compile(
    r"\b(?:Reportedly|Allegedly|Apparently|Purportedly|Supposedly|Possibly|Probably|Perhaps|Suspected"
    r"|Alleged|Unconfirmed|Some(?=\s\d))\b"
)
_FEW_WORDS: Final = 3


def hedges_in(text: str, stretches: Iterable[Span]) -> tuple[Span, ...]:
    """Find the words that keep a distance from what is said, in the order of the text."""
    found = {
        (match.start(), match.end())
        for stretch in stretches
        for pattern in (_HEDGE, _OPENING_HEDGE)
        for match in pattern.finditer(text, stretch.start, stretch.end)
    }
    return tuple(Span.cut(text, *pair) for pair in sorted(found))


class Quoted:
    """The quotations of a document, to be looked up by place."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._quotations = quotations
        self._starts = [quotation.span.start for quotation in quotations]

    def of(self, content: Iterable[Span]) -> list[Quotation]:
        """Give the quotations that meet any piece of a content, in text order."""
        found: list[Quotation] = []
        for piece in content:
            first = max(0, bisect_right(self._starts, piece.start) - 1)
            last = bisect_right(self._starts, piece.end)
            found.extend(
                quotation
                for quotation in self._quotations[first:last]
                if quotation.span.meets(piece)
            )
        return found


def insertions_in(text: str, content: Sequence[Span], quoted: Sequence[Span]) -> tuple[Span, ...]:
    """Find the bracketed words that a relay put inside the quotations of a statement."""
    found = {insertion for quotation in quoted for insertion in insertions(text, quotation)}
    return tuple(each for each in sorted(found) if any(span.holds(each) for span in content))


def manner_of(content: Sequence[Span], quoted: Sequence[Span]) -> Manner:
    """Tell whether the words are all quoted, none, or some.

    A word or three in quotation marks inside other words are no quotation of speech.
    """
    if not quoted:
        return "indirect"
    covered = sum(len(span.text) for span in quoted)
    whole = sum(len(piece.text) for piece in content)
    if covered >= whole - 5 * len(content) and content[0].start == quoted[0].start:
        return "direct"
    long = any(len(span.text.split()) > _FEW_WORDS for span in quoted)
    return "mixed" if long or covered * 2 > whole else "indirect"
