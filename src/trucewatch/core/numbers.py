"""The numbers that a text tells, in digits or spelled, as digits: `six violations` holds 6."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

UNITS: Final[dict[str, int]] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Final[dict[str, int]] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_TEN, _TEENS = 10, 19
_POWERS: Final = {"dozen": 12, "hundred": 100, "thousand": 1000}

SPELLED: Final[dict[str, int]] = {**UNITS, **TENS, **_POWERS}
"""Words that are numbers by themselves, with their values. A plural ("dozens") tells no number."""

_DIGITS: Final = re.compile(r"\d+")
_PART: Final = re.compile(r"[a-z]+")
_ONE_OF_THEM: Final = "|".join(sorted(SPELLED, key=len, reverse=True))
_NUMBER: Final = re.compile(rf"\b(?:{_ONE_OF_THEM})\b(?:[\s-]+(?:and\s+)?(?:{_ONE_OF_THEM})\b)*")
_NO_COUNT_BEFORE: Final = re.compile(
    r"\b(?:no|any|each|every|some|the|this|that|which|as|at)[\s-]+$"
)
_NO_COUNT_BEHIND: Final = re.compile(
    r"\s+(?:of|another|by|or|day|side|thing|such|more)\b|-\w|\s*(?:$|[.,;:)])"
)
"""Around these "one" counts nothing: "no one", "one of the towns", "one another", "one day"."""

_UNCOUNTED: Final = (
    r"(?:one|longer|doubts?|matter|less|fewer|later|sooner|such|plans?|reports?|details|signs?"
    r"|words?|news|information)\b"
)
_SMALL: Final = (
    r"(?:about|and|are|as|at|be|but|by|does|for|from|had|has|have|his|if|in|is|its|of|on|or|says"
    r"|that|the|this|to|us|was|were|with)\b"
)
_NONE: Final = re.compile(
    rf"\bnone\b|\bnot\s+(?:a|one)\s+single\b"
    rf"|\bno\s+(?!{_UNCOUNTED})(?:(?!{_SMALL})[a-z-]+\s+){{0,2}}?(?!{_SMALL})[a-z-]+[^\Ws]s\b"
)
"""A count of nothing: "no violations", "no new truce violations"; "no military solution" is none."""

_NOTHING: Final = frozenset(("no", "none", "single"))


def numbers_in(text: str) -> frozenset[str]:
    """Give every number of a text as digits, each run of digits as it stands.

    Spelled are read: zero to ninety-nine, dozens, hundreds and thousands of them, `none`, and `no`
    before what is counted. Vague ones (`dozens`, `several`) and ordinals tell no number.
    """
    found = set(_DIGITS.findall(text))
    lowered = text.casefold()
    words = set(_PART.findall(lowered))
    if not words.isdisjoint(SPELLED):
        found.update(_spelled(lowered))
    if not words.isdisjoint(_NOTHING) and _NONE.search(lowered):
        found.add("0")
    return frozenset(found)


def _spelled(lowered: str) -> Iterator[str]:
    for told in _NUMBER.finditer(lowered):
        if told.group() != "one" or _counts(lowered, told.start(), told.end()):
            yield from _values(told.group())


def _counts(lowered: str, start: int, end: int) -> bool:
    """Tell whether "one" counts something."""
    before = _NO_COUNT_BEFORE.search(lowered[max(0, start - 12) : start])
    return before is None and _NO_COUNT_BEHIND.match(lowered, end) is None


def _values(words: str) -> Iterator[str]:
    """Yield the numbers of words that follow each other: `twenty-two` is one, `five six` are two."""
    thousands = below = 0
    room = max(SPELLED.values())
    for word in _PART.findall(words):
        if word in _POWERS:
            below = (below or 1) * _POWERS[word]
            if word == "thousand":
                thousands, below = thousands + below, 0
            room = _POWERS["hundred"]
        elif word in SPELLED:
            value = SPELLED[word]
            if value >= room:
                yield str(thousands + below)
                thousands = below = 0
            below += value
            room = _TEN if value > _TEENS else 1
    yield str(thousands + below)
