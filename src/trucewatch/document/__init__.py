"""Turn bytes into the text of an article, every character in its place."""

from __future__ import annotations

from trucewatch.document.plain import blocks_of
from trucewatch.document.read import read_document

__all__ = ["blocks_of", "read_document"]
