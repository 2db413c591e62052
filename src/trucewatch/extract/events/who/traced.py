"""Who is told by the trace of an act: "the fire came from X's posts", "the jets were X's"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from trucewatch.core.reading import ACTOR_MENTIONS, Mention, Party, Statement

_FIRE: Final = r"(?:fire|shelling|shells|rockets|missiles|bombardment|attacks?|strikes?|mortars?)"
_SPOT: Final = (
    r"(?:positions?|bases?|posts?|points?|checkpoints?|barracks|camps?|airbases?|airfields?|areas?"
    r"|territory|territories|districts?|villages?|towns?|lines?|side|sites?|artillery|batteries|guns)"
)
_HELD_BY: Final = (
    rf"(?:{_SPOT}\s(?:of|held\sby|controlled\sby|manned\sby|belonging\sto|under\sthe\scontrol\sof)\s"
    r"(?:the\s)?)?"
)
_ITS: Final = rf"(?:['’]s?|-(?:held|controlled|run))?(?:\s[\w-]+){{0,2}}?\s{_SPOT}\b"
_HIS_PLACE: Final = re.compile(rf"(?:{_ITS}|(?:\s(?:forces|troops|army))?\W*$)", re.IGNORECASE)
_OWNS: Final = re.compile(_ITS, re.IGNORECASE)
_IN_IT: Final = re.compile(
    rf"{_ITS}|(?:\s(?:forces|troops|fighters|soldiers|units))?\s(?:is|are|was|were|have|has|had)\s"
    r"(?:been\s)?(?:stationed|based|deployed|positioned|posted|entrenched)\b",
    re.IGNORECASE,
)
_CAME_FROM: Final = re.compile(
    rf"\b(?:{_FIRE}|rounds|bombs|projectiles|it|they|this)\s(?:had\s|has\s|have\s)?"
    r"(?:come|came|originated|(?:was|were|been)\s(?:coming|fired|launched))\s[“\"]?"
    rf"from\s(?:the\s|a\s)?{_HELD_BY}$",
    re.IGNORECASE,
)
_SOURCE: Final = rf"\b(?:the\s)?(?:sources?|origins?)\sof\s(?:the\s|this\s|that\s)?{_FIRE}\b"
_IS_SOURCE: Final = re.compile(rf"\b(?:was|were|is|are|had\sbeen|as)\s{_SOURCE}", re.IGNORECASE)
_SOURCE_IN: Final = re.compile(
    rf"^\W*{_SOURCE}\s(?:(?:was|were|is|are|had\sbeen|as|to|at|in)\s)+[^.;]*$", re.IGNORECASE
)
_PLANES: Final = re.compile(
    r"\b(?:planes?|jets?|warplanes?|aircrafts?|helicopters?|drones?|bombers?|guns?|shells|rockets"
    r"|missiles|gunmen|attackers|assailants|raiders)\s(?:had\s)?(?:(?:were|was|are|is|been)|belong(?:ed|s)?\sto)"
    r"\s(?:the\s|those\sof\s(?:the\s)?)*$",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"(?:['’]s)?(?:\s(?:ones?|planes|jets|aircraft|forces|army|troops))?\W*$")


_SENTENCE_END: Final = re.compile(r"[.!?](?:\s|$)|\n|$")


def blamed_by_trace(text: str, statement: Statement, mentions: Sequence[Mention]) -> Party | None:
    """Give who did what was told before, where a statement names him by what came from him."""
    if not statement.content:
        return None
    said = statement.content[-1]
    end = _SENTENCE_END.search(text, said.end)
    reach = end.start() if end is not None else said.end
    for mention in mentions:
        at = mention.span
        if mention.kind not in ACTOR_MENTIONS or mention.id is None:
            continue
        if not said.start <= at.start <= at.end <= reach:
            continue
        before, inside = text[said.start : at.start], at.end <= said.end
        if (inside and _by_its_trace(before, text[at.end : said.end])) or (
            _SOURCE_IN.match(before) and _IN_IT.match(text, at.end, reach)
        ):
            return Party(span=at, actor=mention.id)
    return None


def _by_its_trace(before: str, behind: str) -> bool:
    """Tell whether the words before and behind a name say that the fire or the planes were his."""
    if _PLANES.search(before) and _ENDS.match(behind):
        return True
    if _CAME_FROM.search(before):
        return _HIS_PLACE.match(behind) is not None
    return _IS_SOURCE.search(behind) is not None and _OWNS.match(behind) is not None
