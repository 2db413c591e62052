"""A text as the encoder's input: numbers of pieces, features of each, and where the words stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from trucewatch.extract.encoder.found import Mask
from trucewatch.extract.encoder.letters import BLANKS
from trucewatch.extract.encoder.words import Casing, Sign, Token, Tokeniser

_CHUNK: Final = re.compile(f"[^{BLANKS}]+")
_LINE: Final = re.compile(r"[^\n]+")


class Quote(IntEnum):
    """Where a token stands to quotation marks."""

    OUTSIDE = 0
    INSIDE = 1
    MARK = 2


@dataclass(slots=True)
class Encoded:
    """A text's words, `text[starts[i]:ends[i]]`, and the tokens they are cut into.

    `firsts[i]` is the place of word i's first token among `ids`, `casing` and `quote`. `breaks` are
    the places of tokens that begin a paragraph (its mark) or, likely, a sentence; all in order.
    """

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)
    casing: list[int] = field(default_factory=list)
    quote: list[int] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)

    def add(self, start: int, end: int, pieces: Sequence[int], casing: int, quote: int) -> None:
        """Add a word."""
        self.starts.append(start)
        self.ends.append(end)
        self.firsts.append(len(self.ids))
        self.ids.extend(pieces)
        if len(pieces) == 1:
            self.casing.append(casing)
            self.quote.append(quote)
        else:
            self.casing.extend([casing] * len(pieces))
            self.quote.extend([quote] * len(pieces))

    def begin_paragraph(self, mark: int) -> None:
        """Add the mark that a paragraph begins with: a token that belongs to no word."""
        self.breaks.append(len(self.ids))
        self.ids.append(mark)
        self.casing.append(Casing.NONE)
        self.quote.append(Quote.OUTSIDE)


def encode(
    text: str,
    tokeniser: Tokeniser,
    stretches: Iterable[tuple[int, int]],
    masks: Iterable[Mask] = (),
) -> Encoded:
    """Encode the stretches of a text, which stand in order, with one token for each masked name.

    A stretch that begins behind a line's end begins a paragraph. Masks that reach over a line's end,
    over a stretch's or into one another are passed over: their words are read as they stand.
    """
    writer = _Writer(text, tokeniser)
    waiting = _Waiting(sorted(masks))
    previous: int | None = None
    for start, end in stretches:
        for found in _LINE.finditer(text, start, end):
            if not found[0].isspace():
                fresh = previous is None or "\n" in text[previous : found.start()]
                writer.begin_line(fresh=fresh)
                _line(writer, found.start(), found.end(), waiting)
                previous = found.end()
    return writer.encoded


def _line(writer: _Writer, start: int, end: int, waiting: _Waiting) -> None:
    for mask in waiting.within(start, end):
        writer.words(start, mask.start)
        writer.name(mask)
        start = mask.end
    writer.words(start, end)


class _Waiting:
    """Masks in order, of which those behind the reader are forgotten."""

    def __init__(self, masks: Sequence[Mask]) -> None:
        self._masks = masks
        self._next = 0

    def within(self, start: int, end: int) -> Iterator[Mask]:
        """Yield the masks that lie within a stretch, apart from one another."""
        while self._next < len(self._masks) and self._masks[self._next].start < end:
            mask = self._masks[self._next]
            self._next += 1
            if start <= mask.start < mask.end <= end:
                yield mask
                start = mask.end


class _Writer:
    """Writes words one behind the other, and keeps in mind whether they are quoted."""

    def __init__(self, text: str, tokeniser: Tokeniser) -> None:
        self.encoded = Encoded()
        self._text = text
        self._tokeniser = tokeniser
        self._wordpiece = tokeniser.wordpiece
        self._inside = False
        self._stopped = False

    def begin_line(self, *, fresh: bool) -> None:
        """Begin a line; a fresh one is a paragraph, where no quotation goes on unmarked."""
        if fresh:
            self._stopped = False
            self._inside = False
            self.encoded.begin_paragraph(self._wordpiece.paragraph)

    def name(self, mask: Mask) -> None:
        """Write a masked name."""
        if self._stopped:
            self.encoded.breaks.append(len(self.encoded.ids))
            self._stopped = False
        pieces = (self._wordpiece.masked[mask.kind],)
        self.encoded.add(mask.start, mask.end, pieces, Casing.TITLE, int(self._inside))

    def words(self, start: int, end: int) -> None:
        """Write the words of a stretch."""
        for chunk in _CHUNK.finditer(self._text, start, end):
            base = chunk.start()
            for token in self._tokeniser.tokens(chunk[0]):
                self._word(base, token)

    def _word(self, base: int, token: Token) -> None:
        quote = int(self._inside)
        if token.sign and token.sign != Sign.STOPS:
            quote = Quote.MARK
            turned = token.sign == Sign.TURNS and not self._inside
            self._inside = token.sign == Sign.OPENS or turned
        if self._stopped:
            if token.casing in _BEGINS or (quote == Quote.MARK and self._inside):
                self.encoded.breaks.append(len(self.encoded.ids))
                self._stopped = False
            elif token.casing != Casing.MARK:
                self._stopped = False
        if token.sign == Sign.STOPS:
            self._stopped = True
        self.encoded.add(base + token.start, base + token.end, token.pieces, token.casing, quote)


_BEGINS: Final = frozenset({Casing.TITLE, Casing.UPPER, Casing.DIGIT})
"""How a word is written that may begin a sentence."""
