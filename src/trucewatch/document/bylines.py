"""The lines that say who wrote when: bylines, dates, the path of sections to the page."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.document.days import MONTHS, WEEKDAYS, days_in
from trucewatch.document.vocabulary import words_under

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_][\w.'’-]*")
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:am|pm|h|z|hrs)?\Z|\d{1,2}(?:am|pm)\Z|\d{4}\Z", re.IGNORECASE
)
_DATE_WORDS: Final = words_under("dates")
_BYLINE_WORDS: Final = 10
_BY = re.compile(r"(?:(?:words|text|reported|report|story) )?by:?\s(?=[A-Z])", re.IGNORECASE)
_DESK = re.compile(
    r"[A-Z].{0,60}(?:(?:,|\||\bour|\bstaff|\bspecial) ?(?:[\w-]{1,20} ){0,3}"
    r"(?:correspondent|reporter|editor|writer|columnist)"
    r"|\b(?:staff|bureau|desk|agencies|newsroom|news service))\Z",
    re.IGNORECASE,
)
_PARTICLES: Final = frozenset(
    {"al", "and", "at", "bin", "de", "for", "in", "of", "the", "van", "von"}
)
_PATH = re.compile(r"\s{0,5}(?:[>»›→\\]|/(?=\s)|\|)\s{0,5}")
_MENU: Final = 70
_SEPARATOR = re.compile(r"[>»›→\\|/]")
_SECTIONS: Final = words_under("sections")


def is_dated(line: str) -> bool:
    """Tell whether a short line is nothing but a date, with its time, label, writer or place."""
    if len(line) > 160 or not _DIGIT.search(line):
        return False
    words = _WORD.findall(line)
    others = [word for word in words if not _of_date(word)]
    if len(words) == len(others):
        return False
    if (others or len(words) < 2) and not (next(days_in(line), None) or _labelled(words)):
        return False
    return len(others) <= 5 and all(word[0].isupper() or len(word) <= 3 for word in others)


def _of_date(word: str) -> bool:
    small = word.lower().rstrip(".")
    return (
        small in _DATE_WORDS
        or small in MONTHS
        or small in WEEKDAYS
        or small.rstrip("stndrh").isdigit()
        or bool(_CLOCK.match(small))
        or small.replace("-", "").replace(".", "").replace("t", "").isdigit()
    )


def _labelled(words: list[str]) -> bool:
    return words[0].lower() in ("updated", "published", "posted", "last", "publish", "created")


def is_byline(line: str) -> bool:
    """Tell whether a short line names who wrote, or their desk."""
    if len(line) > 120:
        return False
    words = _WORD.findall(line)
    if len(words) > _BYLINE_WORDS:
        return False
    found = _BY.match(line)
    if found:
        return _is_name(_WORD.findall(line[found.end() :]))
    return len(words) <= _BYLINE_WORDS // 2 + 1 and bool(_DESK.match(line))


def _is_name(words: list[str]) -> bool:
    """Tell capitalised words that may be a name from those that open a headline ("By October")."""
    if not words or words[0].lower() in MONTHS:
        return False
    return all(word[0].isupper() or word.lower() in _PARTICLES for word in words) and not any(
        word[0].isdigit() for word in words
    )


def is_path(line: str) -> bool:
    """Tell whether a line is a path of sections ("Home > World > ..."), a menu or one of its words."""
    if len(line) > 200:
        return False
    small = line.lower()
    if small.startswith("you are here"):
        return True
    parts = [part for part in _PATH.split(line) if part.strip()] if _SEPARATOR.search(line) else []
    if len(parts) > 1 and all(len(part.split()) <= 4 for part in parts[:-1]):
        first = _WORD.findall(parts[0].lower())
        return len(parts) > 2 or (bool(first) and all(word in _SECTIONS for word in first))
    words = _WORD.findall(small[:_MENU])
    return len(line) <= _MENU and bool(words) and all(word in _SECTIONS for word in words)
