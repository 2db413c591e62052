"""Events as a reading lists them: in the order of the text, numbered in that order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter

from trucewatch.core.reading import Event


def numbered(events: Iterable[Event]) -> tuple[Event, ...]:
    """Give the events in the order of their triggers, with their ids anew; of one place as they came."""
    ordered = sorted(events, key=attrgetter("trigger.start"))
    return tuple(replace(event, id=f"e{number}") for number, event in enumerate(ordered, start=1))
