"""Find every number that claims something, with bound, unit, what it counts and its days."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from trucewatch.core.reading import Figure
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression
from trucewatch.extract.dates.tokens import Tokens, cut_tokens
from trucewatch.extract.figures.claims import Claim, find_claims, sentence_around, with_twins
from trucewatch.extract.figures.context import EVENTS, Place, counts_of, counts_on
from trucewatch.extract.figures.parts import with_totals
from trucewatch.extract.figures.scope import is_cumulative, period_of_figure
from trucewatch.extract.figures.words import (
    COUNTS,
    TIME_UNITS,
)
from trucewatch.extract.lexicons import words


def find_figures(
    text: str, stretches: Iterable[Span] | None, dates: Sequence[TimeExpression]
) -> tuple[Figure, ...]:
    """Find the figures of a text, in its order; `dates` are what `find_dates` found in it.

    Only the `stretches` are read (everything, where None is given). Numbers inside dates, times,
    names and addresses are none; `doer` and `statement` are left to the caller. A part names its total.
    """
    read = [Span(0, len(text), text)] if stretches is None else stretches
    inside = sorted(dates, key=lambda one: one.span.start)
    starts = [one.span.start for one in inside]
    found: list[Figure] = []
    inherited: str | None = None
    for stretch in read:
        tokens = cut_tokens(text, stretch.start, stretch.end)
        low, high = bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)
        figures, inherited = _read(tokens, inside[low:high], len(found), inherited)
        found += figures
    return with_totals(text, found)


def _read(
    tokens: Tokens, dates: Sequence[TimeExpression], already: int, inherited: str | None
) -> tuple[list[Figure], str | None]:
    """Read a stretch; what its last figure counts goes on into the next, as it came from the one before."""
    figures: list[Figure] = []
    ends = _sentence_ends(tokens)
    claims = with_twins(tokens, list(find_claims(tokens, _blocked(tokens, dates), ends)))
    starts = [one.span.start for one in dates]
    for number, claim in enumerate(claims):
        place = _place(tokens, claims, number, ends)
        goes_on = place.previous_end > place.begin or counts_on(tokens, place)
        told = inherited if goes_on else None
        counts = counts_of(tokens, place, claim.noun, claim.unit, told)
        if claim.unit not in TIME_UNITS:
            inherited = counts
        if claim.unit is None and counts in _OF_PEOPLE:
            claim = replace(claim, unit="people")
        low = bisect_left(starts, tokens.starts[place.begin])
        high = bisect_left(starts, tokens.ends[place.stop - 1])
        identity = already + number + 1
        figures.append(_figure(tokens, claim, place, dates[low:high], counts, identity))
    return figures, inherited


def _place(tokens: Tokens, claims: Sequence[Claim], number: int, ends: Sequence[int]) -> Place:
    claim = claims[number]
    begin, stop = sentence_around(tokens, claim.first, claim.end, ends)
    before = claims[number - 1].end if number and claims[number - 1].end > begin else begin
    following = claims[number + 1 : number + 1 + _FOLLOWING]
    return Place(
        begin=begin,
        first=claim.first,
        end=claim.end,
        stop=stop,
        previous_end=before,
        begins=tuple(one.first for one in following if one.first < stop),
        bare=claim.unit is None and not claim.noun,
    )


_FOLLOWING: Final = 6


def _figure(
    tokens: Tokens,
    claim: Claim,
    place: Place,
    dates: Sequence[TimeExpression],
    counts: str | None,
    number: int,
) -> Figure:
    scope = (tokens, place.begin, claim.first, claim.end, place.stop, dates)
    cumulative = is_cumulative(*scope, event=counts in EVENTS) if counts else None
    return Figure(
        id=f"f{number}",
        span=_span(tokens, claim.first, claim.end),
        low=claim.low,
        high=claim.high,
        bound=claim.bound,
        unit=claim.unit,
        counts=counts,
        of=_span(tokens, *claim.of) if claim.of else None,
        cumulative=cumulative,
        period=period_of_figure(*scope, cumulative, event=counts in EVENTS) if counts else None,
        doer=None,
        confidence=claim.confidence,
    )


def _span(tokens: Tokens, first: int, end: int) -> Span:
    return Span.cut(tokens.text, tokens.starts[first], tokens.ends[end - 1])


def _blocked(tokens: Tokens, dates: Sequence[TimeExpression]) -> set[int]:
    """Give the tokens inside dates; a plain length ("three hours") may be a figure too."""
    spans = sorted(
        (one.span.start, one.span.end)
        for one in dates
        if one.type != "DURATION" or one.period is not None
    )
    blocked: set[int] = set()
    at = 0
    for place, start in enumerate(tokens.starts):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at == len(spans):
            break
        if spans[at][0] <= start:
            blocked.add(place)
    return blocked


_ABBREVIATIONS: Final = words(
    "mr mrs ms dr gen col lt sgt maj capt st no nos jan feb mar apr aug sept sep oct nov dec u s gov "
    "sen rep prof vs approx inc corp ltd co"
)


def _sentence_ends(tokens: Tokens) -> list[int]:
    ends = []
    for place, word in enumerate(tokens.lower):
        if tokens.kinds[place] == "paragraph":
            ends.append(place + 1)
        elif word in (".", "!", "?") and not tokens.glued(place + 1):
            following = tokens.words[place + 1 : place + 2]
            if tokens.at(place - 1) not in _ABBREVIATIONS and (
                not following or not following[0][:1].islower()
            ):
                ends.append(place + 1)
    return ends


_OF_PEOPLE: Final = frozenset(COUNTS.values())
