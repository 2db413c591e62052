"""Find every number that claims something, with bound, unit, what it counts and its days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.core.reading import Bound, Figure
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression
from trucewatch.extract.dates.tokens import Tokens, cut_tokens
from trucewatch.extract.figures.context import Place, counts_of
from trucewatch.extract.figures.measures import (
    is_no_count,
    read_bound,
    read_bound_after,
    read_currency,
    read_unit,
)
from trucewatch.extract.figures.none import read_none
from trucewatch.extract.figures.numbers import STARTS, Number, read_number
from trucewatch.extract.figures.phrases import counted_phrase, share_phrase
from trucewatch.extract.figures.scope import is_cumulative, period_of_figure
from trucewatch.extract.figures.words import MONEY, PERSONS, THINGS, TIME_UNITS


@dataclass(frozen=True, slots=True)
class Claim:
    """A number with what stands about it, by its tokens."""

    first: int
    end: int
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    of: tuple[int, int] | None
    noun: str
    confidence: float


def find_figures(
    text: str, stretches: Iterable[Span] | None, dates: Sequence[TimeExpression]
) -> tuple[Figure, ...]:
    """Find the figures of a text, in its order; `dates` are what `find_dates` found in it.

    Only the `stretches` are read (everything, where None is given). Numbers inside dates, times,
    names and addresses are none; `doer` and `statement` are left to the caller.
    """
    read = [Span(0, len(text), text)] if stretches is None else stretches
    found: list[Figure] = []
    for stretch in read:
        tokens = cut_tokens(text, stretch.start, stretch.end)
        within = [
            one for one in dates if stretch.start <= one.span.start and one.span.end <= stretch.end
        ]
        found += _read(tokens, within, len(found))
    return tuple(found)
