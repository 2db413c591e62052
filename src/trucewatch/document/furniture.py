"""The words by which a line of a copied page gives itself away as the site's, not the article's.

The phrases stand in vocabulary.txt: a line that begins with one and has no more words than its row
says is furniture. What begins the line is compared in small letters, whole words only.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from trucewatch.document.vocabulary import rows_under, words_under

Furniture = Literal["site", "box", "list", "end"]
"""`site`: this line only; `box`: another story may follow; `list`: others follow, as below an article;
`end`: what follows is not the article."""


_Row = tuple[str, int, Furniture]


def _read() -> dict[str, tuple[_Row, ...]]:
    """Read the phrases by their first word, the longest first."""
    found: dict[str, list[_Row]] = {}
    kinds: tuple[Furniture, ...] = ("end", "list", "box", "site")
    for kind in kinds:
        for row in rows_under(kind):
            most, phrases = row.split(" ", 1)
            for phrase in phrases.split("; "):
                found.setdefault(_first(phrase), []).append((phrase, int(most), kind))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}


_FIRST = re.compile(r"©|\(?[a-z][a-z'+&-]*")


def _first(line: str) -> str:
    found = _FIRST.match(line)
    return found.group() if found else ""


_ROWS: Final = _read()
_COLON_ONLY: Final = words_under("colon")
_LONGEST: Final = 600
_LEAD: Final = " \t>»›•·*|#-–—=_~→▶►✓+["
_WEB = re.compile(
    r"(?:https?://|www\.)\S{1,2000}\Z"
    r"|[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}(?:/\S{0,2000})?\Z"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,3}\Z"
    r"|[@#]\w{1,60}(?:\s{1,3}[@#]\w{1,60}){0,20}\Z",
    re.ASCII,
)
_AGO = re.compile(
    r"(?:about |over |updated |published |posted )?(?:\d{1,3}|an?|one|two|three)\s?"
    r"(?:sec|second|min|minute|hr|hour|day|week|month|year)s? ago\Z"
)
_COUNTED = re.compile(
    r"\d[\d,.]{0,9}\s?[km]?\s(?:shares?|comments?|views?|likes?|words|replies|reactions|reads?|votes?"
    r"|min(?:ute)?s?(?:\sread)?(?:ing)?|photos|pictures|of \d{1,3})\Z"
)
_INSIDE: Final = (
    "min read",
    "minutes read",
    "minute read",
    "minutes to read",
    "all rights reserved",
    "website can also be accessed",
    "following alternate addresses",
    "on twitter @",
    "| print",
    "click here to",
    "appeared first on",
    "can also be accessed at",
    "to our newsletter",
    "privacy policy",
    "terms of service",
    "terms of use",
)
_INSIDE_WORDS: Final = 25
_LETTERS = re.compile(r"[^\W\d_]{2}|[^\W\d_][.!?]\Z")


def furniture_in(line: str) -> Furniture | None:
    """Tell whether a line is the site's own words, by how it begins; None if nothing says so."""
    if len(line) > _LONGEST:
        return None
    small = line.lower().replace("’", "'").lstrip(_LEAD)
    for phrase, most, kind in _ROWS.get(_first(small), ()):
        if small.startswith(phrase) and _closes(small, phrase, most, kind):
            return kind
    return "site" if _is_mark(line, small) else None


def _closes(small: str, phrase: str, most: int, kind: Furniture) -> bool:
    rest = small[len(phrase) :]
    if rest[:1].isalnum() or rest[:1] in ("'", "-"):
        return False
    if phrase in _COLON_ONLY:
        bare = rest.strip(" .…»›>→*|]")
        return (not bare or rest.lstrip()[:1] in ":|»›→") and len(rest.split()) < most
    if kind == "box" and most == 30 and not rest.strip(" .…»›>→]"):
        return True
    return len(phrase.split()) + len(rest.split()) <= most


def _is_mark(line: str, small: str) -> bool:
    if not _LETTERS.search(line):
        return True
    if len(line) <= 80 and (_AGO.match(small) or _COUNTED.match(small)):
        return True
    if " " not in line or line[0] in "@#":
        return bool(_WEB.match(line))
    if len(line) > 300:
        return False
    return any(words in small for words in _INSIDE) and len(small.split()) <= _INSIDE_WORDS
