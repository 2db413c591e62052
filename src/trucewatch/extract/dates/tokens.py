"""Cut text into tokens: words, numbers, clock times, numeric dates, marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

TOKEN: Final = re.compile(
    r"(?:(?P<half>[ap]\.m\b\.?|[AP]\.M\b\.?)"
    r"|(?P<clocked>o['’]clock\b)"
    r"|(?P<code>(?:USD|EUR|GBP|CHF|JPY|AUD|CAD)(?=[0-9])|(?:US|RM|PS|A)(?=[0-9]{1,3}[.,][0-9]))"
    r"|(?P<nth>(?:[Tt]wenty|[Tt]hirty)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b)"
    r"|(?P<word>[^\W\d_]\w*)"
    r"|(?P<iso>(?<![\w./-])[0-9]{4}(?P<iso_mark>[/.-])[0-9]{2}(?P=iso_mark)[0-9]{2}"
    r"(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?Z?)?"
    r"(?![\w/]|[-.][0-9]))"
    r"|(?P<slashed>(?<![\w./-])[0-9]{1,2}(?P<mark>[./-])[0-9]{1,2}(?P=mark)(?:[0-9]{4}|[0-9]{2})"
    r"(?![\w/]|[-.][0-9]))"
    r"|(?P<clock>(?<![\w.:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![\w:]))"
    r"|(?P<decade>(?:[12][0-9]{2}|['’][1-9])0['’]?s\b)"
    r"|(?P<ordinal>[0-9]{1,4}(?:st|nd|rd|th)\b)"
    r"|(?P<number>(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
    r"|(?<![\w.])\.[0-9]+)"
    r"|(?P<genitive>['’][sS]\b)"
    r"|(?P<paragraph>\n[^\S\n]*\n\s*)"
    r"|(?P<mark_>\S)) ?"
)
"""Every character of a text that is no white space lies in exactly one token (words come early in
the pattern: most tokens are words)."""


_KINDS: Final = ["", *TOKEN.groupindex]
"""The name of each group of the pattern, by its number."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one stretch: offsets into the whole text, kinds, words, and in lower case."""

    text: str
    starts: list[int]
    ends: list[int]
    kinds: list[str]
    words: list[str]
    lower: list[str]

    def __len__(self) -> int:
        return len(self.starts)

    def glued(self, index: int) -> bool:
        """Tell whether no white space stands between token `index` and the one before it."""
        return 0 < index < len(self.starts) and self.ends[index - 1] == self.starts[index]

    def at(self, index: int) -> str:
        """Give the lower-case word of a token, empty outside the stretch."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""


@lru_cache(maxsize=128)
def cut_tokens(text: str, start: int, end: int) -> Tokens:
    """Cut `text[start:end]` into tokens; those of the stretches cut last are kept at hand."""
    groups: list[int] = []
    spans: list[tuple[int, int]] = []
    for match in TOKEN.finditer(text, start, end):
        group = match.lastindex or 0
        groups.append(group)
        spans.append(match.span(group))
    words = [text[from_:to] for from_, to in spans]
    return Tokens(
        text=text,
        starts=[from_ for from_, _ in spans],
        ends=[to for _, to in spans],
        kinds=[_KINDS[group] for group in groups],
        words=words,
        lower=[word.lower() for word in words],
    )
