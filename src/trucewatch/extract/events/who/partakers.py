"""Who is said to have had a part in an act told before: "Q's fighters led the assault", "Q took part in it"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from trucewatch.core.reading import (
    ACTOR_MENTIONS,
    FIGHTS,
    HAPPENED,
    Event,
    EventKind,
    Mention,
    Party,
    Reality,
    Statement,
)
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.extract.events.nearest import held_by, nearest
from trucewatch.extract.events.numbered import numbered

_FAR: Final = 900
"""So many characters behind an act, nobody is said to have had a part in it."""

_ACT: Final = (
    r"(?:it|(?:the|this|that)\s(?:same\s)?(?:\w+\s)?(?:attacks?|assault|raids?|operations?|offensive|shelling"
    r"|strikes?|bombardment|bombing|advance|battles?|fighting|clashes))"
)
_PARTOOK: Final = re.compile(
    r"\b(?:(?:had|has|have|was|were|is|are)\s)?(?:also\s)?"
    rf"(?:(?:led|leading|joined|joining)\s{_ACT}"
    rf"|(?:took|taken|taking)\spart(?:\sin\s{_ACT}|\s(?=alongside\b|together\swith\b))"
    rf"|(?:participated|participating|involved)\sin\s{_ACT})\b",
    re.IGNORECASE,
)
_MEN: Final = re.compile(
    r"(?:['’]s?)?(?:\s(?:own|special|elite|local|allied|fighters|forces|troops|soldiers|men|militants|units"
    r"|commandos|members|jets|warplanes))*\s?",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(r"\s?(?:alongside|together\swith|with)\s(?:the\s)?", re.IGNORECASE)
_DENIES: Final = re.compile(
    r"\b(?:den|reject|dismiss|refut|doubt|ask|disput|question)", re.IGNORECASE
)
_OURS: Final = re.compile(
    r"\b(?:its|their|our|his)\s(?:own\s)?(?:fighters|forces|troops|soldiers|men|units)\s$|\b(?:it|we)\s$",
    re.IGNORECASE,
)


def with_partakers(
    text: str,
    events: Sequence[Event],
    statements: Sequence[Statement],
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
) -> tuple[Event, ...]:
    """Give the events with one more for each who had a part in an act told before, of its place and day."""
    told = list(events)
    groups = {each.id for each in mentions if each.kind == "armed_group"}
    for found in _PARTOOK.finditer(text):
        words = Span.cut(text, found.start(), found.end())
        statement = nearest(held_by(statements, words.start, words.end))
        by = () if _is_denied(statement) else _partakers(text, words, statement, mentions)
        act = _before(words, told, by, groups) if by else None
        at = next((each.span for each in sentences if each.span.holds(words)), None)
        if act is None or at is None:
            continue
        told = [each for each in told if not words.meets(each.trigger)]
        told.append(_part(act, by, words, statement, at))
    return numbered(told)


def _is_denied(statement: Statement | None) -> bool:
    return statement is not None and any(_DENIES.search(cue.text) for cue in statement.cue)


def _partakers(
    text: str, words: Span, statement: Statement | None, mentions: Sequence[Mention]
) -> tuple[Party, ...]:
    """Give who is named right before, and beside them, or the men of who speaks: "its fighters"."""
    own = _OURS.search(text, max(0, words.start - 40), words.start)
    if own is not None:
        span = Span.cut(text, own.start(), own.end() - 1)
        speaks = statement.for_ if statement is not None else None
        return (Party(span=span, actor=speaks),) if speaks is not None else ()
    known = [each for each in mentions if each.kind in ACTOR_MENTIONS and each.id is not None]
    led = [each for each in known if _MEN.fullmatch(text, each.span.end, words.start)]
    beside = [each for each in known if _BESIDE.fullmatch(text, words.end, each.span.start)]
    return tuple(Party(span=each.span, actor=each.id) for each in (*led, *beside) if led)


def _before(
    words: Span, events: Sequence[Event], by: tuple[Party, ...], groups: set[str | None]
) -> Event | None:
    """Give the last act told with its place in a sentence before, within reach, of the like of them.

    An armed group has no part in what an army did, nor an army in what a group did.
    """
    for event in reversed(events):
        if event.kind not in FIGHTS or event.reality not in HAPPENED or event.recap:
            continue
        placed = any(place.place is not None for place in event.at)
        apart = event.sentence is not None and event.sentence.end <= words.start
        alike = all((each.actor in groups) == (by[0].actor in groups) for each in event.by)
        if apart and placed and alike:
            return event if words.start - event.trigger.end <= _FAR else None
    return None


def _part(
    act: Event, by: tuple[Party, ...], words: Span, statement: Statement | None, at: Span
) -> Event:
    doers = {each.actor for each in by}
    return replace(
        act,
        kind=EventKind.ATTACK,
        by=by,
        against=tuple(each for each in act.against if each.actor not in doers),
        with_=(),
        reality=Reality.ASSERTED,
        trigger=words,
        figures=(),
        statement=statement.id if statement is not None else None,
        sentence=at,
    )
