"""Text as the encoder's input: words, WordPiece ids, features of each word, windows.

The package's own version lives in `trucewatch.extract.encoder`; both must give the same ids and windows.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, NamedTuple

MaskKind = Literal["actor", "place"]

PARAGRAPH: Final = "[unused1]"
MASKED: Final[dict[MaskKind, str]] = {"actor": "[unused2]", "place": "[unused3]"}
LONGEST_WORD: Final = 100

WINDOW: Final = 384
"""Tokens of a window, its [CLS] and [SEP] among them."""
OVERLAP_MOST: Final = 128
OVERLAP_LEAST: Final = 64
SETTLED: Final = 24
"""So many tokens after a window's beginning its answers count."""

CASINGS: Final = 7
QUOTES: Final = 3


class Mask(NamedTuple):
    """A name that the case knows: one token stands for it."""

    start: int
    end: int
    kind: MaskKind


@dataclass(slots=True)
class Encoded:
    """A text's words with their pieces; `firsts[i]` is the place of word i's first piece."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)
    casing: list[int] = field(default_factory=list)
    quote: list[int] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    """Places of tokens that begin a paragraph (its mark) or, likely, a sentence; in order."""
    inside: bool = False
    """Whether the last word stands within quotation marks."""


class Window(NamedTuple):
    """Tokens `first` to `last` of a text; its answers count for tokens `begin` to `stop`."""

    first: int
    last: int
    begin: int
    stop: int


def _is_punctuation(character: str) -> bool:
    code = ord(character)
    ascii_symbol = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_symbol or unicodedata.category(character).startswith("P")


def _punctuation() -> str:
    marks = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)
    return "".join(re.escape(mark) for mark in marks if _is_punctuation(mark))


_CJK: Final = (
    "\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\U00020000-\U0002a6df\U0002a700-\U0002b73f"
    "\U0002b740-\U0002b81f\U0002b820-\U0002ceaf\U0002f800-\U0002fa1f"
)
_MARKS: Final = _punctuation()
_WORD: Final = re.compile(f"[{_MARKS}]|[{_CJK}]|[^\\s{_MARKS}{_CJK}]+")
_OPENING: Final = frozenset("“«„")
_CLOSING: Final = frozenset("”»")
_STRAIGHT: Final = frozenset('"')
_STOPS: Final = frozenset(".!?")


class WordPiece:
    """The uncased WordPiece tokeniser of BERT, greedy longest match first."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self.ids["[UNK]"]
        self.begin, self.end, self.pad = self.ids["[CLS]"], self.ids["[SEP]"], self.ids["[PAD]"]
        self.paragraph = self.ids[PARAGRAPH]
        self.masked = {kind: self.ids[token] for kind, token in MASKED.items()}
        self._cache: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> WordPiece:
        """Read a vocabulary: one piece a line, in the order of their numbers."""
        return cls(path.read_text(encoding="utf-8").split("\n")[:30522])

    def pieces(self, word: str) -> tuple[int, ...]:
        """Give the ids of a word as it stands in the text."""
        known = self._cache.get(word)
        if known is None:
            known = self._cut(_normal(word))
            self._cache[word] = known
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        if not word:
            return ()
        if len(word) > LONGEST_WORD:
            return (self.unknown,)
        found: list[int] = []
        start = 0
        while start < len(word):
            stop = len(word)
            while stop > start:
                piece = word[start:stop] if not start else "##" + word[start:stop]
                number = self.ids.get(piece)
                if number is not None:
                    break
                stop -= 1
            if stop == start:
                return (self.unknown,)
            found.append(number)  # type: ignore[arg-type]
            start = stop
        return tuple(found)


def _normal(word: str) -> str:
    if word.isascii() and word.isprintable():
        return word.lower()
    kept = (
        character
        for character in word
        if character not in "\x00\ufffd" and not unicodedata.category(character).startswith("C")
    )
    flat = unicodedata.normalize("NFD", "".join(kept).lower())
    return "".join(each for each in flat if unicodedata.category(each) != "Mn")


def casing_of(word: str) -> int:
    """0 none, 1 Title, 2 UPPER, 3 lower, 4 mixed, 5 with a digit, 6 punctuation."""
    if word.islower():
        return 5 if any(map(str.isdigit, word)) else 3
    if any(map(str.isdigit, word)):
        return 5
    if not word[0].isalnum():
        return 6
    if word.isupper():
        return 1 if len(word) == 1 else 2
    if word[0].isupper() and word[1:].islower():
        return 1
    return 4 if any(map(str.isupper, word)) else 0


def encode(
    text: str,
    wordpiece: WordPiece,
    stretches: Iterable[tuple[int, int]] | None = None,
    masks: Sequence[Mask] = (),
) -> Encoded:
    """Encode the stretches of a text (all of it by default); masks are sorted and apart."""
    encoded = Encoded()
    begun = False
    previous = 0
    for start, end in stretches if stretches is not None else [(0, len(text))]:
        for line_start, line_end in _lines(text, start, end):
            fresh = not begun or "\n" in text[previous:line_start]
            if fresh:
                _mark(encoded, wordpiece)
            _encode_line(text, line_start, line_end, wordpiece, masks, encoded, fresh)
            begun, previous = True, line_end
    return encoded


def _mark(encoded: Encoded, wordpiece: WordPiece) -> None:
    encoded.breaks.append(len(encoded.ids))
    encoded.ids.append(wordpiece.paragraph)
    encoded.casing.append(0)
    encoded.quote.append(0)


def _lines(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    for found in re.compile(r"[^\n]+").finditer(text, start, end):
        if found.group().strip():
            yield found.span()


def _encode_line(
    text: str,
    start: int,
    end: int,
    wordpiece: WordPiece,
    masks: Sequence[Mask],
    encoded: Encoded,
    fresh: bool,
) -> None:
    inside = encoded.inside and not fresh
    after_stop = False
    masked = iter([mask for mask in masks if start <= mask.start and mask.end <= end])
    mask = next(masked, None)
    place = start
    while True:
        while mask is not None and mask.start < place:
            mask = next(masked, None)
        found = _WORD.search(text, place, end)
        if mask is not None and (found is None or mask.start < found.end()):
            if after_stop:
                encoded.breaks.append(len(encoded.ids))
            _add(encoded, mask.start, mask.end, (wordpiece.masked[mask.kind],), 1, int(inside))
            place, mask, after_stop = mask.end, next(masked, None), False
            continue
        if found is None:
            break
        word = found.group()
        place = found.end()
        pieces = wordpiece.pieces(word)
        if not pieces:
            continue
        quote, inside = _quoted(word, inside)
        casing = casing_of(word)
        if (after_stop and casing in (1, 2, 5)) or (after_stop and quote == 2 and inside):
            encoded.breaks.append(len(encoded.ids))
            after_stop = False
        if word in _STOPS:
            after_stop = True
        elif casing != 6:
            after_stop = False
        _add(encoded, found.start(), found.end(), pieces, casing, quote)
    encoded.inside = inside


def _quoted(word: str, inside: bool) -> tuple[int, bool]:
    """Give where a word stands to quotation marks, and whether what follows is within them."""
    if word in _OPENING:
        return 2, True
    if word in _CLOSING:
        return 2, False
    if word in _STRAIGHT:
        return 2, not inside
    return int(inside), inside


def _add(
    encoded: Encoded, start: int, end: int, pieces: Sequence[int], casing: int, quote: int
) -> None:
    encoded.starts.append(start)
    encoded.ends.append(end)
    encoded.firsts.append(len(encoded.ids))
    encoded.ids.extend(pieces)
    encoded.casing.extend([casing] * len(pieces))
    encoded.quote.extend([quote] * len(pieces))


def windows(encoded: Encoded, size: int = WINDOW) -> list[Window]:
    """Cut the tokens into windows of at most `size` tokens with their specials; their answers tile the text.

    A window begins, where it can, with a paragraph or sentence that lies OVERLAP_LEAST to
    OVERLAP_MOST tokens before the end of the one before; its answers count from the first such
    beginning at least SETTLED tokens further on.
    """
    room = size - 2
    total = len(encoded.ids)
    word_starts = set(encoded.firsts) | set(encoded.breaks)
    found: list[Window] = []
    first = begin = 0
    while True:
        last = min(total, first + room)
        if last == total:
            found.append(Window(first, last, begin, total))
            return found
        following = _latest(encoded.breaks, last - OVERLAP_MOST, last - OVERLAP_LEAST)
        if following is None:
            middle = last - (OVERLAP_MOST + OVERLAP_LEAST) // 2
            following = _at_word(word_starts, middle, last - OVERLAP_LEAST)
        cut = _earliest(encoded.breaks, following + SETTLED, last - SETTLED)
        if cut is None:
            cut = _at_word(word_starts, (following + last) // 2, last - SETTLED)
        found.append(Window(first, last, begin, cut))
        first, begin = following, cut


def _latest(breaks: Sequence[int], low: int, high: int) -> int | None:
    place = bisect_right(breaks, high)
    return breaks[place - 1] if place and breaks[place - 1] >= low else None


def _earliest(breaks: Sequence[int], low: int, high: int) -> int | None:
    place = bisect_left(breaks, low)
    return breaks[place] if place < len(breaks) and breaks[place] <= high else None


def _at_word(word_starts: set[int], place: int, high: int) -> int:
    """Give the first place up to `high` that begins a word; in a word too long for it, `place`."""
    return next((each for each in range(place, high + 1) if each in word_starts), place)
