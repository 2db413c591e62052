"""Words of a text as names are compared: without case, diacritics, apostrophes, hyphens.

A word keeps its place in the original text; only its folded form is compared. Look-alike letters of
another script are never folded together: a name in disguise stays a stranger.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

NAME_CHARACTERS: Final = 64
"""A longer word is no name; folding stays cheap on hostile text."""

_APOSTROPHES = "'’‘ʼʻ`´ʿʾʹ′＇‛"
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_INSIDE = rf"\w{_MARKS}{_UNSEEN}"
_POSSESSIVE = rf"(?<=[{_INSIDE}])[{_APOSTROPHES}][sS](?![{_INSIDE}])"
_WORD = re.compile(
    rf"(?P<possessive>{_POSSESSIVE})"
    rf"|[{_INSIDE}]+(?:[{_APOSTROPHES}](?![sS](?![{_INSIDE}]))[{_INSIDE}]+)*"
)
_EDGES = re.compile(rf"[{_UNSEEN}]")

# Most names are letters, spaces and hyphens: they need not be taken apart to be folded.
_ASCII = re.compile(r"[A-Za-z0-9 -]*")
_PLAIN = re.compile(rf"[\w{_MARKS} -]*")
_JOINED: Final = str.maketrans("", "", " -")
_LETTERS: Final[dict[int, str | None]] = {
    **{ord(letter): plain for letter, plain in zip("ıłøđð", "ilodd", strict=True)},
    ord("þ"): "th",
    ord("æ"): "ae",
    ord("œ"): "oe",
    **dict.fromkeys(map(ord, f"{_APOSTROPHES}ـ")),
}
_POSSESSIVE_FOLDED: Final = "'s"


class Word(NamedTuple):
    """A word of a text: `text[start:end]`, as written and as folded.

    `capital` tells whether it begins with a capital letter. A possessive `'s` is a word of its own,
    folded to `'s`.
    """

    start: int
    end: int
    text: str
    folded: str
    capital: bool

    @property
    def possessive(self) -> bool:
        """Tell whether this is the `'s` after a word."""
        return self.folded == _POSSESSIVE_FOLDED


@lru_cache(maxsize=1 << 15)
def _fold(word: str) -> str:
    if word.isascii():
        return "".join(letter for letter in word.lower() if letter.isalnum())
    return _fold_any(word)


def _fold_any(words: str) -> str:
    # What is compatible with a capital has no small form of its own: fold the case on both sides.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", words).casefold())
    return "".join(filter(str.isalnum, decomposed)).translate(_LETTERS)


def fold(word: str) -> str:
    """Give the form in which a word is compared; empty for what is too long to be a name."""
    return _fold(word) if len(word) <= NAME_CHARACTERS else ""


def key_of(name: str) -> str:
    """Give the form in which a whole name is compared: its folded words, run together."""
    if len(name) <= NAME_CHARACTERS:
        if _ASCII.fullmatch(name):
            return name.lower().translate(_JOINED)
        if _PLAIN.fullmatch(name):
            return _fold_any(name)
    return "".join(word.folded for word in words_of(name))


def words_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Yield the words of `text[start:end]` with their offsets in `text`.

    Invisible characters at a word's edges do not belong to it; a word of nothing else is none.
    """
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        if found.lastgroup:
            yield Word(found.start(), found.end(), found.group(), _POSSESSIVE_FOLDED, False)
            continue
        first, last, word = found.start(), found.end(), found.group()
        if not word.isascii() and _EDGES.search(word):
            bare = word.lstrip(_SEEN_NOT)
            first = last - len(bare)
            word = bare.rstrip(_SEEN_NOT)
            last = first + len(word)
        folded = fold(word)
        if folded:
            yield Word(first, last, word, folded, word[0].isupper())


@lru_cache(maxsize=128)
def words_in(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Give the words of `text[start:end]`; those of the sentences read last are kept at hand."""
    return tuple(words_of(text, start, end))


_SEEN_NOT = "".join(
    chr(code)
    for first, last in (
        (0xAD, 0xAD),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x2069),
        (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
)
