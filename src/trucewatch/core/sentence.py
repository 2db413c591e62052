"""A sentence of a document's title or paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trucewatch.core.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: its span, its place in the text's order, and the block it stands in.

    `block` is the position of the block in `Document.blocks`; `paragraph` counts paragraphs from 0
    (the title is -1).
    """

    span: Span
    index: int
    block: int
    paragraph: int
    kind: Literal["title", "paragraph"]
