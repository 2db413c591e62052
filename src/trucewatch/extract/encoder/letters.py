"""What each character becomes before words are looked up: BERT's cleaning, kept beside the original.

Control characters and the like are dropped, accents stripped, letters lower-cased; marks and Chinese
characters stand alone. A word keeps the place it has in the text as written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

BLANKS: Final = " \t\n\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What parts words, as the inside of a character class; other control characters part nothing."""

_ASCII: Final = re.compile(r"[A-Za-z0-9]+|[^A-Za-z0-9]")
_CHINESE: Final = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


class Word(NamedTuple):
    """A word or a mark of a chunk: `chunk[start:end]`, and its letters as they are looked up."""

    start: int
    end: int
    plain: str


class _Letter(NamedTuple):
    plain: str
    alone: bool
    accent: bool


def words_of(chunk: str) -> list[Word]:
    """Cut a chunk without blanks into words and marks, in order.

    Dropped characters belong to a word only inside it, accents also at its end.
    """
    if chunk.isascii() and chunk.isprintable():
        return [
            Word(found.start(), found.end(), found[0].lower()) for found in _ASCII.finditer(chunk)
        ]
    words: list[Word] = []
    plain: list[str] = []
    start = end = 0
    for place, character in enumerate(chunk):
        letter = _letter(character)
        if letter.alone:
            _close(words, start, end, plain)
            words.append(Word(place, place + 1, letter.plain))
        elif letter.plain:
            start = start if plain else place
            end = place + 1
            plain.append(letter.plain)
        elif letter.accent and plain:
            end = place + 1
    _close(words, start, end, plain)
    return words


def _close(words: list[Word], start: int, end: int, plain: list[str]) -> None:
    if plain:
        words.append(Word(start, end, "".join(plain)))
        plain.clear()


@lru_cache(maxsize=1 << 14)
def _letter(character: str) -> _Letter:
    category = unicodedata.category(character)
    if character == "\ufffd" or category[0] == "C":
        return _Letter("", alone=False, accent=False)
    parts = unicodedata.normalize("NFD", character)
    plain = "".join(part.lower() for part in parts if unicodedata.category(part) != "Mn")
    alone = bool(plain) and (_is_chinese(character) or any(map(_is_mark, plain)))
    return _Letter(plain, alone, accent=not plain)


def _is_chinese(character: str) -> bool:
    code = ord(character)
    return any(first <= code <= last for first, last in _CHINESE)


def _is_mark(character: str) -> bool:
    """Tell whether a character is punctuation, or an ASCII symbol: "$", "+", "<"."""
    if character.isascii():
        return not character.isalnum() and character.isprintable() and character != " "
    return unicodedata.category(character)[0] == "P"
