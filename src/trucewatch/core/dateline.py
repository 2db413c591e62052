"""The dateline that opens a paragraph: where and when a report was filed, and by which agency."""

from __future__ import annotations

import re
from typing import Final

_WINDOW: Final = 160
"""No dateline is longer."""

_CAPITALS = r"[A-ZÀ-ÖØ-ÞĞİŞ][A-ZÀ-ÖØ-ÞĞİŞ.'’-]+(?:[ /][A-ZÀ-ÖØ-ÞĞİŞ][A-ZÀ-ÖØ-ÞĞİŞ.'’-]+){0,3}"
_CITY = r"[A-ZÀ-ÖØ-ÞĞİŞ][\w.'’-]+(?: [A-ZÀ-ÖØ-ÞĞİŞ][\w.'’-]+){0,2}"
_REST = r"(?:, ?[^,/()\n–—]{1,40}){0,3}(?: [A-Z][a-z]{2,8}\.? \d{1,2}| \d{1,2} [A-Z][a-z]{2,8})?"
_DASH = r"\s*(?:[–—]|--|-(?=\s))\s*"
_DATELINE = re.compile(
    "|".join(
        (
            # CITY, November 1. /AGENCY/. The words
            rf"{_CAPITALS}{_REST}\s*/[^/\n]{{2,40}}/[.:]?(?:{_DASH})?",
            # CITY, Nov 1 (Agency) - The words
            rf"(?:{_CAPITALS}|{_CITY}){_REST}\s*\([^()\n]{{2,40}}\)\s*(?:{_DASH}|[:.](?=\s))",
            # (Agency) CITY - The words
            rf"\([^()\n]{{2,40}}\)\s*(?:{_CAPITALS}|{_CITY}){_REST}{_DASH}",
            # CITY - The words
            rf"{_CAPITALS}{_REST}{_DASH}",
            # City, AGENCY - The words
            rf"{_CITY}, ?[A-Z]{{2,12}}\s*[–—-]\s+(?=[\"“A-ZÀ-ÖØ-Þ])",
            # City - The words
            rf"{_CITY}\s*[–—]\s+(?=[\"“A-ZÀ-ÖØ-Þ])",
        )
    )
)


def dateline(paragraph: str) -> int:
    """Give how many characters of a paragraph's beginning are its dateline; 0 where it has none.

    The white space behind a dateline is not counted.
    """
    found = _DATELINE.match(paragraph[:_WINDOW])
    return len(found.group().rstrip()) if found else 0
