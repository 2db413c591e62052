"""Which roads and crossings are meant: "the M4 and M5 ... The highways are closed", "it was closed"."""

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
_MEANT: Final = frozenset({Reality.PLANNED, Reality.PROMISED, Reality.POSTPONED})
"""What shall be counts where somebody says it."""

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
    """Yield events in their order; what is opened or shut by no name is on the roads named before.

    What "it" is that was opened or shut was opened or shut right before.
    """
    roads = sorted(
        (each for each in localities if _is_road(each, known)), key=attrgetter("span.start")
    )
    starts = [each.span.start for each in roads]
    way: Event | None = None
    for event in events:
        said = event.statement is not None and event.reality in _MEANT
        told = event.kind in _OPENS and (said or event.reality in _TOLD)
        if told and way is not None and _is_the_same(event, way, sentences):
            event = replace(event, at=way.at, with_=way.with_)
        elif told and roads and not any(place.place for place in event.at):
            before = roads[: bisect_left(starts, event.sentence.start if event.sentence else 0)]
            at = _of_traffic(event, roads) or _meant(event, before, sentences)
            event = replace(event, at=at or event.at)
        way = event if told else way
        yield event


def _is_the_same(event: Event, way: Event, sentences: Sequence[Sentence]) -> bool:
    """Tell whether "it was closed" speaks of what was opened or shut before, in the sentence or the last."""
    if event.at or len(event.with_) != 1 or event.with_[0].span.text.lower() not in _IT:
        return False
    starts = (each.sentence.start if each.sentence else 0 for each in (event, way))
    here, before = (_number(sentences, start) for start in starts)
    return here - before <= 1 and bool(way.at)


_IT: Final = frozenset({"it", "they", "both", "them"})


def _of_traffic(event: Event, roads: Sequence[Locality]) -> tuple[Locality, ...]:
    """Give the roads on which traffic is told to run or not: "traffic on the M5 has not resumed"."""
    if event.sentence is None:
        return ()
    before = event.sentence.text[: event.trigger.start - event.sentence.start]
    traffic = _TRAFFIC.search(before)
    if traffic is None:
        return ()
    start = event.sentence.start + traffic.start()
    return tuple(each for each in roads if start <= each.span.start < event.trigger.start)


_TRAFFIC: Final = re.compile(r"\b(?:traffic|transit)\b[^,;:]*$", re.IGNORECASE)


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
