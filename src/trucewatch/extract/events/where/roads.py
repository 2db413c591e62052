"""Which roads are meant that were named before: "the M4 and M5 ... The highways are closed"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final

from trucewatch.core.place import Places
from trucewatch.core.reading import HAPPENED, Event, EventKind, Locality, Reality
from trucewatch.core.sentence import Sentence

_OPENS: Final = frozenset({EventKind.OPENING, EventKind.CLOSURE})
_TOLD: Final = HAPPENED | {Reality.NEGATED, Reality.DENIED}
_BACK: Final = 4
"""So many sentences back, a road is still the one meant."""

_NAMED: Final = re.compile(
    r"\b(?:the|both|these|those|two|this|that)\s(?:of\sthe\s)?(?:(?!ring\b|side\b)[\w-]+\s){0,2}?"
    r"(?P<noun>roads?|highways?|motorways?|routes?)\b(?!\s(?:to|from|between|of|linking|in|near)\b)",
    re.IGNORECASE,
)
_PRONOUN: Final = re.compile(r"\W*(?:\w+\s){0,3}?(?:they|both|neither|them)\b", re.IGNORECASE)


def on_their_roads(
    events: Iterable[Event],
    localities: Iterable[Locality],
    sentences: Sequence[Sentence],
    known: Places,
) -> Iterator[Event]:
    """Yield events in their order; what is opened or shut by no name is on the roads named before."""
    roads = sorted(
        (each for each in localities if _is_road(each, known)), key=attrgetter("span.start")
    )
    starts = [each.span.start for each in roads]
    for event in events:
        told = event.kind in _OPENS and event.reality in _TOLD
        if told and roads and not any(place.place for place in event.at):
            before = roads[: bisect_left(starts, event.sentence.start if event.sentence else 0)]
            event = replace(event, at=_meant(event, before, sentences) or event.at)
        yield event


def _is_road(place: Locality, known: Places) -> bool:
    found = known.find(place.place)
    return found is not None and found.kind == "road"


def _meant(
    event: Event, roads: Sequence[Locality], sentences: Sequence[Sentence]
) -> tuple[Locality, ...]:
    """Give the roads of the nearest sentence that names any; of "the road" the only one."""
    told = event.sentence.text if event.sentence else ""
    named = _NAMED.search(told)
    if not roads or not (named or _PRONOUN.match(told)):
        return ()
    number = _number(sentences, event.sentence.start if event.sentence else 0)
    last = _number(sentences, roads[-1].span.start)
    if number - last > (_BACK if named else 1):
        return ()
    together = [each for each in roads if _number(sentences, each.span.start) == last]
    one = named is not None and not named["noun"].lower().endswith("s")
    distinct = {each.place: each for each in together}
    return tuple(distinct.values()) if len(distinct) == 1 or not one else ()


def _number(sentences: Sequence[Sentence], start: int) -> int:
    return bisect_left(sentences, start + 1, key=attrgetter("span.start")) - 1
