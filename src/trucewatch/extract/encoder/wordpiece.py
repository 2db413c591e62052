"""WordPiece: words as numbers of the vocabulary's pieces, the longest piece first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.encoder.found import MaskKind

LONGEST_WORD: Final = 100
"""A longer word is unknown as a whole."""

UNKNOWN: Final = "[UNK]"
BEGIN: Final = "[CLS]"
END: Final = "[SEP]"
PARAGRAPH: Final = "[unused1]"
MASKED: Final[dict[MaskKind, str]] = {"actor": "[unused2]", "place": "[unused3]"}
SPECIAL: Final = (UNKNOWN, BEGIN, END, PARAGRAPH, *MASKED.values())
"""Pieces that a vocabulary must hold."""

_CONTINUES: Final = "##"


class WordPiece:
    """A vocabulary of pieces; a piece that continues a word begins with `##`."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Take the pieces in the order of their numbers; KeyError where a special one is missing."""
        numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.size = len(vocabulary)
        self.unknown, self.begin, self.end = numbers[UNKNOWN], numbers[BEGIN], numbers[END]
        self.paragraph = numbers[PARAGRAPH]
        self.masked = {kind: numbers[piece] for kind, piece in MASKED.items()}
        inner = {piece: number for piece, number in numbers.items() if piece.startswith(_CONTINUES)}
        self._first = numbers
        self._later = {piece[len(_CONTINUES) :]: number for piece, number in inner.items()}
        self._longest = max(map(len, numbers))

    def pieces(self, word: str) -> tuple[int, ...]:
        """Give the numbers of a cleaned word's pieces."""
        if len(word) > LONGEST_WORD:
            return (self.unknown,)
        whole = self._first.get(word)
        if whole is not None:
            return (whole,)
        found: list[int] = []
        start, known = 0, self._first
        while start < len(word):
            for stop in range(min(len(word), start + self._longest), start, -1):
                number = known.get(word[start:stop])
                if number is not None:
                    break
            else:
                return (self.unknown,)
            found.append(number)
            start, known = stop, self._later
        return tuple(found)
