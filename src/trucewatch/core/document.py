"""Captured bytes, and the article inside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from trucewatch.core.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The bytes of one page, feed item or archive record, with their hash and how they came.

    `media` says what the bytes are: a page, plain text, or one JSON object that holds either under
    `html` or `text`. `published`, `outlet`, `url`, `title` are what the caller said of them; `row` is
    the row of a sheet that said so, as `sheet.csv:3`.
    """

    sha256: str
    content: bytes
    source: str
    media: Literal["html", "text", "json"]
    url: str | None = None
    published: date | None = None
    outlet: str | None = None
    captured: date | None = None
    title: str | None = None
    row: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Something given that was not brought in: its source, and the reason in words for a user.

    `row` is the row of a sheet that named it, as `sheet.csv:3`.
    """

    source: str
    reason: str
    row: str | None = None

    def of_row(self, row: str | None) -> Refusal:
        """Name the row of the sheet that named the source, where one did."""
        if row is None:
            return self
        return replace(self, reason=f"{self.reason} (named in {row})", row=row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning:
    """Something that a reader of the record should know; `code` is stable, the message is not."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the document's text: only titles and paragraphs are read as evidence."""

    kind: Literal["title", "paragraph", "furniture", "caption"]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The article inside a capture. `text` never changes; every offset counts its characters.

    `outlet` is the case's id where the case knows the outlet, else the name as found; None is unknown.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    captured: date | None = None
    language: str | None = None
    warnings: tuple[Warning, ...] = ()

    def read_blocks(self) -> tuple[Block, ...]:
        """Give the title and the paragraphs, in the order of the text."""
        return tuple(block for block in self.blocks if block.kind in ("title", "paragraph"))

    def body(self) -> Span:
        """Give the stretch from the first paragraph to the last; empty where there is none."""
        paragraphs = [block.span for block in self.blocks if block.kind == "paragraph"]
        if not paragraphs:
            return Span(0, 0, "")
        start = min(span.start for span in paragraphs)
        return Span.cut(self.text, start, max(span.end for span in paragraphs))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """What a record keeps in mind of a document that was read, by a reader or by a person.

    `known_from` is the day it was published, or captured where that is unknown.
    """

    id: str
    outlet: str | None
    title: str | None
    url: str | None
    published: date | None
    known_from: date
    language: str | None = None
    warnings: tuple[str, ...] = ()
