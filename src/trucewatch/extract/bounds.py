"""Warnings where a text holds more than is told of any text: nothing is left out without a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trucewatch.core.document import Warning
from trucewatch.core.span import Span
from trucewatch.extract.encoder.found import (
    ARGUMENTS,
    ATTRIBUTIONS,
    EVENTS,
    NAMES,
    Attribution,
    EventFound,
    NameFound,
)


def warn_of_bounds(
    text: str,
    attributions: Sequence[Attribution],
    names: Sequence[NameFound],
    events: Sequence[EventFound],
) -> Iterator[Warning]:
    """Yield a warning for each bound that the encoder's findings reach, and where they reach it."""
    if len(attributions) >= ATTRIBUTIONS:
        yield _told(text, f"{ATTRIBUTIONS:,} statements", attributions[-1].start)
    if len(names) >= NAMES:
        yield _told(text, f"{NAMES:,} names", names[-1].start)
    if len(events) >= EVENTS:
        yield _told(text, f"{EVENTS:,} events", events[-1].start)
    full = [event for event in events if len(event.arguments) >= ARGUMENTS]
    if full:
        message = f"of {len(full):,} events only the {ARGUMENTS} surest phrases are told"
        where = Span.cut(text, full[0].start, full[0].end)
        yield Warning(code="too_many_arguments", message=message, span=where)


def _told(text: str, what: str, start: int) -> Warning:
    message = f"{what} are found: what follows is read by rules alone"
    return Warning(code="too_much_found", message=message, span=Span.cut(text, start, start + 1))
