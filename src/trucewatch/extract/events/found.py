"""What earlier steps found, for a document or for one sentence of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, Protocol, TypeVar

from trucewatch.core.reading import EventKind, Figure, Locality, Mention, Statement
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


Spanned = TypeVar("Spanned", bound=_Spanned)
_BY_START: Final = attrgetter("span.start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A word that a trained reader holds for the trigger of an event of a kind."""

    span: Span
    kind: EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Observation posts by their full name, and whose they are said to be right there."""

    span: Span
    owner: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Mentions, places, dates, figures and statements, each in the order of the text."""

    mentions: Sequence[Mention]
    localities: Sequence[Locality]
    dates: Sequence[TimeExpression]
    figures: Sequence[Figure]
    statements: Sequence[Statement]
    seen: Sequence[Seen] = ()
    posts: Sequence[Post] = ()
    """The observation posts that a document names, all of them for each sentence."""


class Shelf:
    """What was found in a document, handed out sentence by sentence, in the order of the text."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._contents = sorted(
            (content.start, content.end, number)
            for number, statement in enumerate(found.statements)
            for content in statement.content
        )
        self._next = 0
        self._open: list[tuple[int, int, int]] = []

    def within(self, span: Span) -> Found:
        """Give what lies in a sentence, and the statements that some of it is the content of.

        Each call must ask for a sentence behind the one before.
        """
        found = self._found
        return Found(
            mentions=_inside(found.mentions, span),
            localities=_inside(found.localities, span),
            dates=_inside(found.dates, span),
            figures=_inside(found.figures, span),
            statements=self._spoken(span),
            seen=_inside(found.seen, span),
            posts=found.posts,
        )

    def _spoken(self, span: Span) -> list[Statement]:
        contents = self._contents
        while self._next < len(contents) and contents[self._next][0] < span.end:
            self._open.append(contents[self._next])
            self._next += 1
        self._open = [content for content in self._open if content[1] > span.start]
        return [
            self._found.statements[number] for number in sorted({each[2] for each in self._open})
        ]


def _inside(items: Sequence[Spanned], span: Span) -> list[Spanned]:
    first = bisect_left(items, span.start, key=_BY_START)
    found = []
    for item in items[first:] if first else items:
        if item.span.start >= span.end:
            break
        if item.span.end <= span.end:
            found.append(item)
    return found
