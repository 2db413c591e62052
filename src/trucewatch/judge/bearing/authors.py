"""Whose own text a page carries: "Report from BODY", "Press release by BODY" above it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.reading import Mention, Reading

_KINDS: Final = frozenset({"state", "organisation", "armed_group"})
_REACH: Final = 400
"""Within so many characters of a page stands whose text it is."""
_CREDIT: Final = re.compile(
    r"(?:(?:situation|daily|weekly|monthly|flash)\s)?"
    r"(?:report|statement|press\srelease|news\srelease|communiqu[eé]|bulletin|update)"
    r"\s(?:from|by|of)\s(?:the\s)?",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"\s*(?:[.|·•-]|$)")


def author_of(reading: Reading, case: Case) -> str | None:
    """Give whose text a page is: of its outlet's own institution, or of the body credited above it."""
    own = case.own_site_of(reading.document.outlet)
    if own is not None:
        return own
    above = takewhile(lambda mention: mention.span.start <= _REACH, reading.mentions)
    credited = (each.id for each in above if _is_credit(each, reading.document.text))
    return next((each for each in credited if each in case.actors.by_id), None)


def _is_credit(mention: Mention, text: str) -> bool:
    """Tell whether a line holds nothing before a body's name but that the text is its report."""
    start, end = mention.span.start, mention.span.end
    if mention.kind not in _KINDS:
        return False
    line = text[text.rfind("\n", 0, start) + 1 : start]
    rest = text[end : end + _REACH].partition("\n")[0]
    return _CREDIT.fullmatch(line) is not None and _ENDS.match(rest) is not None
