"""Which of the lines above the first paragraph is the headline, and which its standfirst."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.document.lines import Line
from trucewatch.document.roles import Role

_TITLE_WORDS: Final = 4
_SHORT_TITLE_WORDS: Final = 2
_LONGEST_TITLE: Final = 30
_STEM: Final = 5
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_KEY = re.compile(r"\w+")
_SAMPLE: Final = 1500
_FINITE = re.compile(
    r"\b(?:says?|said|tells?|told|warns?|warned|reports?|reported|accuses?|accused|denies|denied|deny"
    r"|confirms?|confirmed|announces?|announced|claims?|claimed|vows?|vowed|urges?|urged|calls? (?:on|for)"
    r"|agrees?|agreed|rejects?|rejected|demands?|demanded|refuses?|refused|insists?|insisted|adds?|added"
    r"|according to|is|are|was|were|has|have|had|will|would|must|may|might|could|should|cannot|can)\b",
    re.IGNORECASE,
)


_TELLS = re.compile(
    r"\b(?:said|told|added|announced|denied|confirmed|stressed|noted|stated|claimed|reported|warned)\b"
)
_TELLING_WORDS: Final = 12


def find_title(lines: list[Line], roles: list[Role], lead: int, given: str | None) -> int | None:
    """Give the place of the headline above `lines[lead]`, the first paragraph; None if there is none.

    The line that repeats `given`, else the first that shares words with the first paragraphs, else
    the first that is long enough.
    """
    if given:
        key = key_of(given)
        for place, line in enumerate(lines[: lead + 1]):
            if len(line.words) < 2 * len(given) + 20 and key_of(line.words) == key:
                return place
    for role in ("short", "credited"):
        places = [
            place
            for place in range(lead)
            if roles[place] == role or (role == "short" and _asks(lines[place], roles[place]))
        ]
        chosen = _choose(lines, places, lead)
        if chosen is not None:
            return chosen
    return None


def _asks(line: Line, role: Role) -> bool:
    """Tell whether a sentence may be a headline: one that asks, cries out or ends with a quotation."""
    return role == "sentence" and line.words[-1] in "?!\"'”’"


def _choose(lines: list[Line], places: list[int], lead: int) -> int | None:
    fitting = [place for place in places if _TITLE_WORDS <= lines[place].count <= _LONGEST_TITLE]
    if len(fitting) == 1:
        return fitting[0]
    told = _stems(" ".join(line.words[:_SAMPLE] for line in lines[lead : lead + 3])[:_SAMPLE])
    for place in fitting:
        stems = _stems(lines[place].words)
        shared = len(stems & told)
        if shared >= 2 or (shared and shared * 3 >= len(stems)):
            return place
    if fitting:
        return fitting[0]
    shorter = [place for place in places if lines[place].count >= _SHORT_TITLE_WORDS]
    return shorter[0] if len(shorter) == 1 else None


def _stems(words: str) -> set[str]:
    return {word[:_STEM] for word in _LETTERS.findall(words.lower())}


def key_of(words: str) -> str:
    """Give the words alone, in small letters: the form in which repetitions are found."""
    return " ".join(_KEY.findall(words.lower()))


def is_standfirst(line: Line) -> bool:
    """Tell a line that sums the story up from a caption: it has a finite verb that captions avoid."""
    return line.count >= _TITLE_WORDS and bool(_FINITE.search(line.words))


def tells(line: Line, *, least: int = _TELLING_WORDS) -> bool:
    """Tell a sentence that lost its full stop from a subhead: it reports in the past what was said."""
    return line.count >= least and bool(_TELLS.search(line.words))
