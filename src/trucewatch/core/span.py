"""A stretch of a document's text that repeats its own words."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.core.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words and where they stand: `document.text[start:end] == text`, always.

    Offsets count characters (code points) from 0; `end` is the first one outside.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise SpanError(f"span {self.start}-{self.end} cannot hold {len(self.text)} characters")

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Span:
        """Cut the span `start` to `end` out of `text`."""
        return cls(start, end, text[start:end])

    def proves_itself(self, text: str) -> bool:
        """Tell whether `text` holds these words at this place."""
        return text[self.start : self.end] == self.text

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end


def prove(spans: list[Span], text: str) -> None:
    """Raise SpanError for the first span whose words are not where it says."""
    for span in spans:
        if not span.proves_itself(text):
            found = text[span.start : span.end]
            raise SpanError(f"{span.start}-{span.end} holds {found[:60]!r}, not {span.text[:60]!r}")
