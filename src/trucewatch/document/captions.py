"""The captions of pictures: their words, and the credit at their end."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.document.vocabulary import words_under

_NAME = r"[A-Z][\w.'’&-]{0,30}"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,4}}"
_PICTURE = r"(?:photo(?:graph)?s?|pictures?|images?|frame ?grab|screen ?grabs?|screen ?shots?)"
_FIRST_WORDS: Final = words_under("pictures")
_BEGINS = re.compile(
    rf"(?:file\s?(?:[-–—:]|{_PICTURE}\b)"
    rf"|{_PICTURE}\s?(?:[:|(/]|by\b|credits?\b|courtesy\b|source\b|copyright\b|caption\b)"
    r"|caption\s?:|pictured\s?:|video\s?:|map\s?:|(?:video )?still (?:image|from)\b"
    r"|enlarge (?:this )?image|hide caption|toggle caption"
    rf"|(?:archiv(?:e|al|ed)|illustrati(?:ve|on)|representati(?:onal|ve)|handout)\s{_PICTURE}"
    rf"|(?:in )?this (?:[\w.,-]{{1,20}} ){{0,7}}{_PICTURE}\s?(?:[,(]|released|provided|taken|made"
    r"|from|obtained|posted|shows?|dated|supplied|distributed|published)"
    r"|an? (?:file|general|handout|combination|still|undated|archive) "
    rf"(?:[\w-]{{1,20}} ){{0,2}}(?:{_PICTURE}|view|shot)\b"
    rf"|an? {_PICTURE} taken\b"
    r"|(?:photo|picture|image) (?:shows|released|taken|provided|obtained)\b)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"(?:[(\[](?i:[^()\[\]]{{0,80}}\b(?:file|archives?|{_PICTURE})\b[^()\[\]]{{0,80}})[)\]]"
    rf"|[(\[](?:{_NAMES}|[^()\[\]/]{{1,60}}(?:\s?/\s?[^()\[\]/]{{1,40}}){{1,3}})[)\]]"
    rf"|(?i:{_PICTURE}|credit|courtesy) ?(?i:credit|courtesy|source|by)? ?[:/] ?{_NAMES}"
    rf"(?: ?/ ?{_NAMES}){{0,2}}"
    rf"|\b{_NAMES} ?/ ?{_NAMES}(?: ?/ ?{_NAMES}){{0,2}}"
    rf"|©\s?{_NAMES}.{{0,40}}|\bvia {_NAMES}|\b(?i:file {_PICTURE}))\Z"
)
_CREDIT: Final = 170
_CREDIT_SIGNS: Final = ("/", "©", ":", "via ", "photo", "pictur", "image")
_PICTURED = re.compile(
    rf"(?:©|\b(?:file|archive|handout) {_PICTURE}\b"
    r"|,\s?pictured (?:here|in|on|at|during|above|below|left|right)\b)",
    re.IGNORECASE,
)
_PICTURE_SIGNS: Final = ("©", "photo", "pictur", "image")
_POSED = re.compile(
    r"(?:,|\()\s?(?:second |2nd |third |3rd |far )?(?:from )?(?:left|right|cent(?:er|re)|[LRC])(?:,|\))"
    r"|\b(?:is|are) (?:seen|pictured|shown) (?!as\b|by\b)|\b(?:walks?|stands?|poses?|looks? on|gestures?)\b"
)
_DATED = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? "
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?),? \d{4}\b"
)
_FIRST = re.compile(r"\w+")


def begins_as_caption(line: str) -> bool:
    """Tell whether the first words speak of a picture."""
    bare = line.lstrip("([<*• ")
    first = _FIRST.match(bare)
    return bool(first and first.group().lower() in _FIRST_WORDS and _BEGINS.match(bare))


def ends_with_credit(line: str) -> bool:
    """Tell whether the last words credit a photographer, an agency or an archive."""
    tail = line[-_CREDIT:]
    if tail[-1] in ".!?…\"”'’":
        return False
    if tail[-1] not in ")]" and not any(sign in tail.lower() for sign in _CREDIT_SIGNS):
        return False
    return bool(_ENDS.search(tail))


def is_pictured(line: str) -> bool:
    """Tell whether a line speaks of a picture in passing, or poses people on a full date."""
    small = line.lower()
    if any(sign in small for sign in _PICTURE_SIGNS):
        return bool(_PICTURED.search(line))
    return "day" in line and bool(_DATED.search(line) and _POSED.search(line))
