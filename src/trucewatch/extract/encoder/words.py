"""Words as the encoder sees them: their pieces, how they are written, and what marks they are."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple

from trucewatch.extract.encoder.letters import words_of
from trucewatch.extract.encoder.wordpiece import WordPiece

CHUNKS_KEPT: Final = 1 << 15
"""So many chunks are kept at hand; then the count begins anew."""

LONGEST_KEPT: Final = 64
"""No longer chunk is kept: hostile text must not fill the memory."""


class Casing(IntEnum):
    """How a word is written."""

    NONE = 0
    TITLE = 1
    UPPER = 2
    LOWER = 3
    MIXED = 4
    DIGIT = 5
    MARK = 6


class Sign(IntEnum):
    """What a mark does to the words behind it."""

    NONE = 0
    OPENS = 1
    CLOSES = 2
    TURNS = 3
    STOPS = 4


_SIGNS: Final = {
    **dict.fromkeys("“«„", Sign.OPENS),
    **dict.fromkeys("”»", Sign.CLOSES),
    '"': Sign.TURNS,
    **dict.fromkeys(".!?", Sign.STOPS),
}


class Token(NamedTuple):
    """A word or mark of a chunk, `chunk[start:end]`, ready for the encoder."""

    start: int
    end: int
    pieces: tuple[int, ...]
    casing: int
    sign: int


class Tokeniser:
    """Cuts chunks of text into tokens; what it cut before it knows."""

    def __init__(self, wordpiece: WordPiece) -> None:
        self.wordpiece = wordpiece
        self._kept: dict[str, tuple[Token, ...]] = {}

    def tokens(self, chunk: str) -> tuple[Token, ...]:
        """Give the tokens of a chunk that holds no blanks."""
        known = self._kept.get(chunk)
        if known is None:
            known = tuple(
                Token(
                    word.start,
                    word.end,
                    self.wordpiece.pieces(word.plain),
                    int(casing_of(chunk[word.start : word.end])),
                    int(_SIGNS.get(chunk[word.start : word.end], Sign.NONE)),
                )
                for word in words_of(chunk)
            )
            if len(chunk) <= LONGEST_KEPT:
                if len(self._kept) >= CHUNKS_KEPT:
                    self._kept.clear()
                self._kept[chunk] = known
        return known


def casing_of(word: str) -> Casing:
    """Tell how a word is written; one capital letter alone is a title."""
    if any(map(str.isdigit, word)):
        return Casing.DIGIT
    if word.islower():
        return Casing.LOWER
    if not word[0].isalnum():
        return Casing.MARK
    if word.isupper():
        return Casing.TITLE if len(word) == 1 else Casing.UPPER
    if word[0].isupper() and word[1:].islower():
        return Casing.TITLE
    return Casing.MIXED if any(map(str.isupper, word)) else Casing.NONE
