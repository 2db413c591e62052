"""What a text itself says of names: "formerly known as", "which now calls itself", "the former"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.choice import ActorChoice, RefusedActor
from trucewatch.core.reading import ACTOR_MENTIONS, Mention
from trucewatch.identify.actors import bearers

_GAP: Final = 90
"""Two names farther apart are not told to be one actor's."""

_BACK: Final = 16

_QUOTE: Final = r"[\"'“‘«]?"
_SORT: Final = (
    r"(?:(?:a|an|the)\s(?:[\w-]{1,20}\s){0,3}(?:group|faction|alliance|coalition|movement|militia"
    r"|outfit|organi[sz]ation|body),?\s)?"
)
_NAMED: Final = r"(?:known|called|named|styled|titled|operating|fighting|acting|referred\sto)"
_OLD_BEHIND = re.compile(
    rf"{_QUOTE}\s?[,(–—-]{{0,2}}\s?{_SORT}(?:(?:which|that|who)\s)?(?:(?:was|were|is|had\sbeen)\s)?"
    rf"(?:(?:formerly|previously|once|originally|earlier|until\srecently)\s?{_NAMED}?"
    rf"|{_NAMED}\suntil\s\w+|used\sto\sbe\s{_NAMED}?|(?:was|were)\s{_NAMED}|the\sformer|ex-|né[e]?)"
    rf"\s?(?:as|under\sthe\sname(?:\sof)?|by\sthe\sname(?:\sof)?)?\s?(?:the\s)?{_QUOTE}",
    re.IGNORECASE,
)
_NEW_BEHIND = re.compile(
    rf"{_QUOTE}\s?[,(–—-]{{0,2}}\s?{_SORT}(?:(?:which|that|who)\s)?(?:(?:has|have|had)\s)?"
    r"(?:(?:is|are|was|were|been)\s)?(?:(?:now|since|later|today|recently)\s)*"
    r"(?:(?:calls?|called|calling|names?|named|renam(?:ed|es|ing)|rebrand(?:ed|s|ing)|restyled)"
    r"(?:\s(?:itself|themselves))?|(?:changed|changes|changing)\sits\sname|(?:goes|went)\sby"
    r"|known(?=\sas))"
    rf"\s?(?:as|to|the\sname(?:\sof)?|under\sthe\sname(?:\sof)?)?\s?(?:the\s)?{_QUOTE}",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:now|since|later|today|recently|renam|rebrand|restyled|chang)", re.IGNORECASE
)
_SAME_BEHIND = re.compile(
    rf"{_QUOTE}\s?[,(]{{0,2}}\s?(?:also|better|otherwise|sometimes|variously)\s{_NAMED}"
    rf"\s(?:as\s|under\sthe\sname(?:\sof)?\s|by\sthe\sname(?:\sof)?\s)?(?:the\s)?{_QUOTE}",
    re.IGNORECASE,
)
_FORMER_BEFORE = re.compile(
    r"\b(?:the|its|this)\s(?:former|erstwhile|old)\s$|\bex-$", re.IGNORECASE
)


def tell_renames(
    text: str, mentions: Sequence[Mention], case: Case, day: date | None
) -> tuple[Mention, ...]:
    """Read what the text says of two names; the order and the number of mentions stay.

    A name that the text calls a former one of a known actor is that actor's, if the case's file knows
    it so or knows nobody else of it. Where only one of the two is known, the other stays a stranger
    with the known one as candidate: nothing is joined on a report's word alone.
    """
    found = list(mentions)
    for number, mention in enumerate(found):
        if mention.kind in ACTOR_MENTIONS and _FORMER_BEFORE.search(_before(text, mention)):
            found[number] = _called_former(mention, case, day)
    places = [number for number, mention in enumerate(found) if mention.kind in ACTOR_MENTIONS]
    for first, second in pairwise(places):
        for old, new, renamed in _told(text, first, second, found):
            found[old], found[new] = _joined(found[old], found[new], case, renamed=renamed)
    return tuple(found)


def _before(text: str, mention: Mention) -> str:
    return text[max(0, mention.span.start - _BACK) : mention.span.start]


def _told(
    text: str, first: int, second: int, mentions: Sequence[Mention]
) -> Iterator[tuple[int, int, bool]]:
    """Yield the places of the older and the newer name, and whether one replaced the other."""
    start, end = mentions[first].span.end, mentions[second].span.start
    if not 0 < end - start <= _GAP:
        return
    between = text[start:end]
    if _OLD_BEHIND.fullmatch(between):
        yield second, first, True
    elif _SAME_BEHIND.fullmatch(between):
        yield second, first, False
    elif _NEW_BEHIND.fullmatch(between) and _NOW.search(between):
        yield first, second, True


def _called_former(mention: Mention, case: Case, day: date | None) -> Mention:
    """Give the one actor of whom "the former X" is a former name, where X is another's now."""
    over = bearers(mention, case, before=day) if day is not None else ()
    if len(over) != 1 or over[0] == mention.id:
        return mention
    return _as_former(mention, over[0], case)


def _as_former(mention: Mention, actor: str, case: Case) -> Mention:
    """Give a mention as a former name; a place of that name is no actor refused."""
    refused = tuple(
        RefusedActor(actor=other, because="other_days")
        for other in mention.candidates
        if other != actor and other not in case.places.by_id
    )
    choice = ActorChoice(rule="told_former", refused=refused)
    return replace(mention, id=actor, former=True, choice=choice)


def _joined(old: Mention, new: Mention, case: Case, *, renamed: bool) -> tuple[Mention, Mention]:
    if new.id is not None and new.id in case.actors.by_id:
        if old.id == new.id or new.id in bearers(old, case):
            return (_as_former(old, new.id, case) if renamed else old), new
        return (_one_with(old, new.id) if _is_stranger(old) else old), new
    if old.id is not None and old.id in case.actors.by_id and _is_stranger(new):
        return old, _one_with(new, old.id)
    return old, new


def _is_stranger(mention: Mention) -> bool:
    return (
        mention.id is None and mention.candidates[:1] != () and mention.candidates[0][:5] == "name:"
    )


def _one_with(mention: Mention, actor: str) -> Mention:
    candidates = tuple(dict.fromkeys((*mention.candidates, actor)))
    refused = (RefusedActor(actor=actor, because="unsure"),)
    return replace(
        mention, candidates=candidates, choice=ActorChoice(rule="told_same", refused=refused)
    )
