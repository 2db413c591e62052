"""Rival figures: what is claimed of one thing, gathered side by side; nothing is averaged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from trucewatch.core.reading import Event, Figure, Reading, Statement
from trucewatch.core.rival import ClaimedFigure, RivalFigures
from trucewatch.core.when import Period

_PART: Final = re.compile(r"\bof (?:them|whom|which|those|these)\b|\bincluding\b", re.IGNORECASE)

Matter = tuple[str, str, date]
"""What is counted, the place, and the first day."""


def rival_figures(readings: Iterable[Reading]) -> tuple[RivalFigures, ...]:
    """Gather figures that count one thing of one place and day, where at least two differ.

    Only figures of events with a known place and day are gathered, and only those that count
    something. A figure told twice by one document stands once.
    """
    claims: dict[Matter, dict[tuple[str, float | None, float | None], ClaimedFigure]] = defaultdict(
        dict
    )
    days: dict[Matter, Period | None] = {}
    for reading in sorted(readings, key=lambda item: item.document.id):
        for event, figure in _counted(reading):
            matter = _matter(event, figure)
            if matter is None:
                continue
            claim = _claim(reading, figure)
            claims[matter].setdefault((claim.document, claim.low, claim.high), claim)
            days.setdefault(matter, event.when.period if event.when else None)
    return tuple(
        RivalFigures(
            counts=matter[0],
            place=matter[1],
            days=days[matter],
            claims=tuple(sorted(told.values(), key=_place_in_list)),
        )
        for matter, told in sorted(claims.items(), key=lambda item: (item[0][2], *item[0][:2]))
        if _differ(told.values())
    )


def _differ(claims: Iterable[ClaimedFigure]) -> bool:
    """Tell whether two documents claim different numbers."""
    by_document: dict[str, set[tuple[float | None, float | None]]] = defaultdict(set)
    for claim in claims:
        by_document[claim.document].add((claim.low, claim.high))
    return len({frozenset(numbers) for numbers in by_document.values()}) > 1


def _place_in_list(claim: ClaimedFigure) -> tuple[date, str, float]:
    return (claim.published or date.max, claim.document, claim.low or claim.high or 0)


def _counted(reading: Reading) -> Iterator[tuple[Event, Figure]]:
    """Yield each figure that counts something, with the first event of its clause."""
    figures = {
        figure.id: figure for figure in reading.figures if figure.counts and not figure.cumulative
    }
    for event in reading.events:
        for name in event.figures:
            if figure := figures.pop(name, None):
                yield event, figure


def _counts_a_whole(figure: Figure) -> bool:
    """Tell whether a figure counts something of one event: no total over time, and no part of another."""
    if figure.counts is None or figure.cumulative:
        return False
    return not _PART.search(figure.span.text)


def _matter(event: Event, figure: Figure) -> Matter | None:
    period = event.when.period if event.when else None
    places = [place.place for place in event.at if place.place]
    if period is None or period.first is None or not places or figure.counts is None:
        return None
    return (figure.counts, min(places), period.first)


def _claim(reading: Reading, figure: Figure) -> ClaimedFigure:
    document = reading.document
    statement = next((each for each in reading.statements if each.id == figure.statement), None)
    of = figure.of
    words = figure.span.text
    if of is not None and of.start >= figure.span.end:
        words = document.text[figure.span.start : of.end]
    return ClaimedFigure(
        words=" ".join(words.split()),
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        chain=_chain(reading, statement),
        document=document.id,
        unnamed=statement.unnamed if statement else False,
        published=document.published,
        outlet=document.outlet,
        url=document.url,
    )


def _chain(reading: Reading, statement: Statement | None) -> tuple[str, ...]:
    if statement is None:
        return (reading.document.outlet,) if reading.document.outlet else ()
    return tuple(
        link.id or (" ".join(link.span.text.split()) if link.span else "")
        for link in statement.chain
        if link.id or link.span
    )
