"""Text as the encoder's input: what the package gives the shipped encoder is what training sees."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from trucewatch.extract.encoder.encoding import Encoded, Quote
from trucewatch.extract.encoder.encoding import encode as encode_stretches
from trucewatch.extract.encoder.found import Mask, MaskKind
from trucewatch.extract.encoder.windows import Window, WindowPolicy, cut_windows
from trucewatch.extract.encoder.wordpiece import WordPiece as Pieces
from trucewatch.extract.encoder.words import Casing, Tokeniser

__all__ = ["Encoded", "Mask", "MaskKind", "Window", "WordPiece", "encode", "windows"]

POLICY: Final = WindowPolicy(tokens=384, overlap_most=128, overlap_least=64, settled=24)

CASINGS: Final = len(Casing)
QUOTES: Final = len(Quote)


class WordPiece(Pieces):
    """The pieces of the base weights' vocabulary, with what cuts texts into them."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        super().__init__(vocabulary)
        self.tokeniser = Tokeniser(self)

    @classmethod
    def load(cls, path: Path) -> WordPiece:
        """Read a vocabulary: one piece a line, in the order of their numbers."""
        return cls(path.read_text(encoding="utf-8").split("\n")[:30522])


def encode(text: str, wordpiece: WordPiece, masks: Sequence[Mask] = ()) -> Encoded:
    """Encode a whole text, with one token for each masked name."""
    return encode_stretches(text, wordpiece.tokeniser, [(0, len(text))], masks)


def windows(encoded: Encoded) -> list[Window]:
    """Cut the tokens into windows as the reader does."""
    return list(cut_windows(encoded, POLICY))
