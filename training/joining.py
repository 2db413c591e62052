"""Passages set one behind another: an article holds many sentences, and what one marks is not the next's."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpora import Argument, Example, Happened, Spans, Told

MOST: Final = 4
BETWEEN: Final = (" ", " ", "\n", "\n\n")
SOURCES: Final = ("written", "relayed")
"""The sets of single passages."""


def set_behind(examples: Sequence[Example], chance: random.Random, share: float) -> list[Example]:
    """Join passages of one set, two to four, with this chance; other examples stay as they are."""
    if not share:
        return list(examples)
    joined = [each for each in examples if each.source not in SOURCES]
    for source in SOURCES:
        left = [each for each in examples if each.source == source]
        chance.shuffle(left)
        while left:
            many = chance.randint(2, MOST) if chance.random() < share else 1
            group = [left.pop() for _ in range(min(many, len(left)))]
            joined.append(join(group, chance.choice(BETWEEN)) if len(group) > 1 else group[0])
    return joined


def join(parts: Sequence[Example], between: str) -> Example:
    """Give one example of several of one set, with `between` between their texts."""
    events: list[Happened] = []
    told: list[Told] = []
    at = 0
    for part in parts:
        events.extend(_event_at(event, at) for event in part.events or ())
        told.extend(_told_at(each, at) for each in part.told or ())
        at += len(part.text) + len(between)
    first = parts[0]
    return replace(
        first,
        text=between.join(part.text for part in parts),
        events=None if first.events is None else events,
        told=None if first.told is None else told,
    )


def _event_at(event: Happened, at: int) -> Happened:
    arguments = event.arguments and [
        Argument(each.start + at, each.end + at, each.role) for each in event.arguments
    ]
    return replace(event, start=event.start + at, end=event.end + at, arguments=arguments)


def _told_at(told: Told, at: int) -> Told:
    source, cue, content = (list(_at(spans, at)) for spans in told[:3])
    relays = tuple((start + at, end + at, number) for start, end, number in told.relays)
    return Told(source, cue, content, relays)


def _at(spans: Spans, at: int) -> Iterator[tuple[int, int]]:
    return ((start + at, end + at) for start, end in spans)
