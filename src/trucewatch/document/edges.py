"""Furniture glued to a paragraph: a date before it, "Read also" or the writer's name after it."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.document.days import days_in

_WINDOW: Final = 160
_LABEL = re.compile(
    r"(?:date of publication|publication date|published|posted|first published)(?: on| at)?\s?:?\s",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(
    r"(?:[\s,|·-]{0,3}(?:at )?\d{1,2}[:.]\d{2}(?: ?[AaPp][Mm]\b)?(?: (?:GMT|UTC|[A-Z]{1,3}T)\b)?)?"
    r"[\s,|:·–—-]{0,4}"
)
_GLUED = re.compile(
    r"(?<=[.!?…\"”’)])\s{1,8}(?:\(?click (?:here )?to (?:enlarge|expand)\)?\s{0,3})?"
    r"(?:read (?:also|more|next|on)|also read|see also|related(?: stories| articles| news)?"
    r"|(?:share|tweet|print|email|advertisement)(?: (?:this \w+|share|tweet|print|email)){0,4}"
    r"|comments?|continue reading|\(?click (?:here )?to enlarge\)?|follow us(?: on \w+)?"
    r"|subscribe(?: now)?)"
    r"[\s:.…»>]{0,6}\Z",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?<=[.!?…\"”’)])\s{1,8}(?:Sources?:? )?"
    r"(?:[A-Z][\w.'’/-]{0,30}(?: ?(?:and|agencies|al-|[A-Z&/])[\w.'’/-]{0,30}){1,5}"
    r"|[A-Z]{2,6}|[A-Z][\w.]{0,20}/[A-Z][\w.]{0,20}|Agencies|Also)\Z"
)
_LEFT: Final = 40


def lead_in(words: str) -> int:
    """Give how many characters before the paragraph are a date of publication glued to it."""
    label = _LABEL.match(words)
    if not label:
        return 0
    day = next(days_in(words[:_WINDOW]), None)
    if day is None or day.start > label.end():
        return 0
    after = _AFTER_DATE.match(words, day.end)
    end = after.end() if after else day.end
    return end if len(words) - end >= _LEFT else 0


def lead_out(words: str) -> int:
    """Give the length of the paragraph without what is glued to its end."""
    start = max(0, len(words) - _WINDOW)
    glued = _GLUED.search(words, start) or _SIGNATURE.search(words, start)
    return glued.start() if glued and glued.start() >= _LEFT else len(words)
