"""Rival figures: what is claimed of one thing, gathered side by side; nothing is averaged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Final

from trucewatch.core.reading import Event, Figure, Locality, Reading, Statement
from trucewatch.core.rival import ClaimedFigure, RivalFigures
from trucewatch.core.when import Period
from trucewatch.join.compare_figures import COMPARED, Stands, compare, counted_claim

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
        for event, figure in counted(reading):
            matter = _matter(event, figure)
            if matter is None:
                continue
            claim = claim_of(reading, figure)
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
        if _differ(told.values()) or _voices_differ(tuple(told.values()), matter, days[matter])
    )


def _differ(claims: Iterable[ClaimedFigure]) -> bool:
    """Tell whether two documents claim different numbers."""
    by_document: dict[str, set[tuple[float | None, float | None]]] = defaultdict(set)
    for claim in claims:
        by_document[claim.document].add((claim.low, claim.high))
    return len({frozenset(numbers) for numbers in by_document.values()}) > 1


def _voices_differ(claims: Sequence[ClaimedFigure], matter: Matter, days: Period | None) -> bool:
    """Tell whether two voices of one document contradict each other: two halves of a joint body."""
    told = [
        (claim.chain[-1:], counted_claim(claim, *matter[:2], days)) for claim in claims[:COMPARED]
    ]
    return any(
        voice != other_voice and compare(one, other).word is Stands.CONTRADICT
        for (voice, one), (other_voice, other) in combinations(told, 2)
    )


def _place_in_list(claim: ClaimedFigure) -> tuple[date, str, float]:
    return (claim.published or date.max, claim.document, claim.low or claim.high or 0)


def counted(reading: Reading) -> Iterator[tuple[Event, Figure]]:
    """Yield each figure that counts something, with the event it is told of.

    That is an event of its sentence with a place and a day, else the last such event before it,
    where its own paragraph names no other day.
    """
    placed = [event for event in reading.events if _place_and_day(event)]
    for figure in reading.figures:
        if not _counts_a_whole(reading, figure):
            continue
        same = [each for each in placed if each.sentence and each.sentence.holds(figure.span)]
        before = [each for each in placed if each.trigger.end <= figure.span.start]
        if same:
            yield same[0], figure
        elif before and not _names_other_day(reading, figure, before[-1]):
            yield before[-1], figure


def _place_and_day(event: Event) -> bool:
    period = event.when.period if event.when else None
    dated = period is not None and period.first is not None
    return dated and any(place.lat is not None or place.place for place in event.at)


def _names_other_day(reading: Reading, figure: Figure, event: Event) -> bool:
    """Tell whether the figure's paragraph names another day than the event's, or than one of saying."""
    told = event.when.period if event.when else None
    paragraph = next(
        (each.span for each in reading.document.blocks if each.span.holds(figure.span)), figure.span
    )
    said = [each.said_on.span for each in reading.statements if each.said_on]
    return any(
        named.period is not None and told is not None and not named.period.overlaps(told)
        for named in reading.dates
        if paragraph.holds(named.span)
        and not any(saying is not None and saying.meets(named.span) for saying in said)
    )


def _counts_a_whole(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure counts something of one event: no total over time, and no part of another."""
    if figure.counts is None or figure.cumulative or figure.part_of:
        return False
    return not _PART.search(_words(reading, figure))


def _words(reading: Reading, figure: Figure) -> str:
    """Give the words of a figure with what it counts."""
    end = max(figure.span.end, figure.of.end if figure.of else 0)
    return " ".join(reading.document.text[figure.span.start : end].split())


def _matter(event: Event, figure: Figure) -> Matter | None:
    period = event.when.period if event.when else None
    places = [place.place for place in event.at if place.place]
    if period is None or period.first is None or not places or figure.counts is None:
        return None
    narrow = [place.place for place in event.at if place.place and not _is_wide(place)]
    return (figure.counts, min(narrow or places), period.first)


def _is_wide(place: Locality) -> bool:
    """Tell whether a place is an area: of two named, the village is meant."""
    return place.lat is None and place.zone.geometry is None and place.precision is None


def claim_of(reading: Reading, figure: Figure) -> ClaimedFigure:
    """Give a figure as one document claims it, with the chain it came through."""
    document = reading.document
    statement = next((each for each in reading.statements if each.id == figure.statement), None)
    return ClaimedFigure(
        words=_words(reading, figure),
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        chain=_chain(reading, statement),
        document=document.id,
        unnamed=statement.unnamed if statement else False,
        published=document.published,
        outlet=document.outlet,
        url=document.url,
        unit=figure.unit,
        of=" ".join(figure.of.text.split()) if figure.of else None,
    )


def _chain(reading: Reading, statement: Statement | None) -> tuple[str, ...]:
    if statement is None:
        return (reading.document.outlet,) if reading.document.outlet else ()
    return tuple(
        link.id or (" ".join(link.span.text.split()) if link.span else "")
        for link in statement.chain
        if link.id or link.span
    )
