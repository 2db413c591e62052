"""Who is held to have done an act told before: "P was shelled. Q blamed X", "the jets were X's, Q said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from trucewatch.core.reading import (
    ACTOR_MENTIONS,
    HAPPENED,
    Event,
    EventKind,
    Mention,
    Party,
    Reality,
    Statement,
)
from trucewatch.core.span import Span
from trucewatch.extract.events.numbered import numbered
from trucewatch.extract.events.who.traced import blamed_by_trace

_NEAR: Final = 500
"""So many characters behind an act, nobody is blamed for it."""

_BLAMES: Final = re.compile(
    r"\b(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|attribut(?:e|es|ed|ing))\b", re.IGNORECASE
)
_CLAIMS: Final = re.compile(r"\b(?:claim(?:s|ed|ing)?|takes?|took|taking)\b", re.IGNORECASE)
_NOT: Final = re.compile(
    r"\b(?:not|never|without|no|den\w+|declin\w+|refus\w+|stopp\w+)\b|n['’]t\b"
)

_ACT: Final = (
    r"(?:it|this|that|them|(?:the|this|that|these|those|its?)\s(?:[\w-]+\s){0,2}?(?:attacks?|strikes?|raids?"
    r"|shelling|bombings?|bombardment|fire|killings?|assault|explosions?|blasts?|incidents?|breach(?:es)?"
    r"|violations?|airstrikes?))"
)
_ON_WHOM: Final = re.compile(
    rf"\W*(?:{_ACT}\s)?(?:(?:on|to)\s)?(?:the\s|fighters\sof\s|forces\sof\s)*[\"“‘']?",
    re.IGNORECASE,
)
_ARMS: Final = r"(?:(?:['’]s)?\s(?:own\s)?(?:fighters|forces|troops|army|air\s?force|artillery|aviation|war-?planes|jets|militias))?"
_FOR_IT: Final = re.compile(rf"{_ARMS}(?:\sfor\s{_ACT})?\W*", re.IGNORECASE)
_FOR_AN_ACT: Final = re.compile(rf"{_ARMS}\s(?:for|of)\s", re.IGNORECASE)
_OPENS: Final = re.compile(r"\W*(?:that\s)?(?:the\s)?", re.IGNORECASE)
_DID_IT: Final = re.compile(
    rf"{_ARMS}\s(?:was|were|is|are|had\sbeen|stood)\s"
    rf"(?:responsible(?:\sfor\s{_ACT})?|to\sblame(?:\sfor\s{_ACT})?|behind\s{_ACT})\W*",
    re.IGNORECASE,
)
_CAME_FROM: Final = re.compile(
    r"\W*(?:that\s)?(?:the|this|that)\s(?:fire|shells?|rockets?|missiles?|shelling|mortars?|rounds?|attacks?)"
    r"\s(?:came|come|had\scome|has\scome|have\scome)\sfrom\s(?:the\s)?",
    re.IGNORECASE,
)
_DONE_BY: Final = re.compile(
    rf"\W*(?:that\s)?{_ACT}\s(?:was|were|has\sbeen|had\sbeen)\s(?:carried\sout|conducted|committed"
    r"|launched|staged|perpetrated)\sby\s(?:the\s)?",
    re.IGNORECASE,
)
_THEY: Final = frozenset({"it", "he", "she", "they", ""})
"""Sources that go on with who told the act; none at all stands in "X said, blaming Y"."""
_WORK_OF: Final = re.compile(
    r"\b(?:was|were|is|are|had\sbeen)\s(?:the\s)?(?:work|doing|handiwork)\sof\s(?:the\s)?$",
    re.IGNORECASE,
)


def with_blamed(
    text: str,
    events: Sequence[Event],
    statements: Sequence[Statement],
    mentions: Sequence[Mention],
) -> tuple[Event, ...]:
    """Give the events with who is blamed for an act by nobody; where another says so, as a further event.

    The act is the last attack told before within reach; one whose doer is named is blamed on nobody else.
    """
    told = list(events)
    for statement in statements:
        blamed = _blamed(text, statement, mentions)
        traced = blamed_by_trace(text, statement, mentions) if blamed is None else None
        blamed = blamed or traced
        if blamed is None:
            if (doer := _blamed_for(statement, mentions)) is not None:
                told = [_with_doer(event, doer, statement) for event in told]
            continue
        at = _act(told, statement, blamed.span, apart=traced is not None)
        if at is not None:
            told[at : at + 1] = _charged(text, told[at], blamed, statement, statements)
    return numbered(told)


def _blamed_for(statement: Statement, mentions: Sequence[Mention]) -> Party | None:
    """Give whom a blame names before the act that it names: "blamed X for the raid on P"."""
    cue = " ".join(span.text for span in statement.cue)
    if _BLAMES.search(cue) is None or _NOT.search(cue) or not statement.content:
        return None
    said = statement.content[0]
    for mention in mentions:
        if mention.kind in ACTOR_MENTIONS and mention.id is not None and said.holds(mention.span):
            before = said.text[: mention.span.start - said.start]
            behind = said.text[mention.span.end - said.start :]
            if _ON_WHOM.fullmatch(before) and _FOR_AN_ACT.match(behind):
                return Party(span=mention.span, actor=mention.id)
    return None


def _with_doer(event: Event, doer: Party, statement: Statement) -> Event:
    """Give an attack by nobody that a blame tells behind whom it names with that doer."""
    inside = any(content.holds(event.trigger) for content in statement.content)
    act = event.kind is EventKind.ATTACK and event.reality in HAPPENED and not event.by
    mine = inside and act and event.trigger.start > doer.span.end
    return replace(event, by=(doer,)) if mine else event


def _what_is_said(text: str, statement: Statement) -> Span:
    """Give the words that blame: behind the cue where a relative holds the act, "which Q blamed on X"."""
    last = statement.content[-1]
    if last.text.lower() not in ("which", "that") or not statement.cue:
        return last
    cue = statement.cue[-1]
    ends = _CLAUSE_END.search(text, cue.end)
    return Span.cut(text, cue.end, ends.start() if ends is not None else cue.end)


_CLAUSE_END: Final = re.compile(r"[,.;:\n]|$")


def _blamed(text: str, statement: Statement, mentions: Sequence[Mention]) -> Party | None:
    """Give whom a statement holds to have done what was told; None where it says something else."""
    cue = " ".join(span.text for span in statement.cue)
    if _NOT.search(cue) or not statement.content:
        return None
    last = _what_is_said(text, statement)
    if _CLAIMS.search(cue) and re.match(r"\W*responsibility\b", last.text, re.IGNORECASE):
        return Party(span=statement.source[0], actor=statement.for_) if statement.source else None
    blames = _BLAMES.search(cue) is not None
    for mention in mentions:
        if mention.kind not in ACTOR_MENTIONS or mention.id is None or not last.holds(mention.span):
            continue
        before = last.text[: mention.span.start - last.start]
        behind = last.text[mention.span.end - last.start :]
        told = (
            (_ON_WHOM.fullmatch(before) and _FOR_IT.fullmatch(behind))
            if blames
            else (_OPENS.fullmatch(before) and _DID_IT.fullmatch(behind))
            or (_WORK_OF.search(before) and _FOR_IT.fullmatch(behind))
            or (_DONE_BY.fullmatch(before) and _FOR_IT.fullmatch(behind))
            or (_CAME_FROM.fullmatch(before) and _FOR_IT.fullmatch(behind))
        )
        if told:
            return Party(span=mention.span, actor=mention.id)
    return None


def _act(events: Sequence[Event], statement: Statement, blamed: Span, *, apart: bool) -> int | None:
    """Give where the last attack before the blame stands, if it is by nobody; `apart`: told elsewhere."""
    for at in range(len(events) - 1, -1, -1):
        event = events[at]
        if event.kind is not EventKind.ATTACK or event.reality not in HAPPENED:
            continue
        inside = any(content.holds(event.trigger) for content in statement.content)
        if inside and apart:
            continue
        if inside and event.by and any(place.place for place in event.at):
            return None
        if event.trigger.start >= blamed.start or (inside and event.by):
            continue
        near = blamed.start - event.trigger.end <= _NEAR
        here = not inside and event.sentence is not None and event.sentence.holds(blamed)
        if near and not event.by and not (here or any(place.place for place in event.at)):
            continue
        return at if near and not event.by and not event.recap else None
    return None


def _charged(
    text: str,
    event: Event,
    blamed: Party,
    statement: Statement,
    statements: Sequence[Statement],
) -> tuple[Event, ...]:
    """Give an act with who is blamed: in its place where the same voice tells it, else beside it."""
    teller = next((each for each in statements if each.id == event.statement), None)
    voice = statement.for_ or statement.speaker
    pronoun = voice is None and " ".join(each.text for each in statement.source).lower() in _THEY
    same = teller is not None and (
        teller.id == statement.id
        or pronoun
        or (voice == (teller.for_ or teller.speaker or "") if voice else _again(statement, teller))
    )
    if same:
        return (replace(event, by=(blamed,)),)
    parts = (*statement.source[:1], *statement.cue, *statement.content)
    first, last = min(each.start for each in parts), max(each.end for each in parts)
    charge = replace(
        event,
        by=(blamed,),
        reality=Reality.ASSERTED,
        trigger=statement.cue[0]
        if _BLAMES.search(statement.cue[0].text)
        else statement.content[-1],
        statement=statement.id,
        figures=(),
        sentence=Span.cut(text, first, last),
    )
    return event, charge


def _again(statement: Statement, teller: Statement) -> bool:
    """Tell whether somebody without a name speaks on: "local activists said", "the activists said"."""
    if not (statement.source and teller.source) or teller.for_ or teller.speaker:
        return False
    now, before = statement.source[0].text.lower(), teller.source[0].text.lower()
    return now.startswith("the ") and f" {before} ".find(f" {now[4:]} ") >= 0
