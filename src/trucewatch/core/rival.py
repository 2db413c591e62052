"""Figures that differ: what several voices claim of one thing, side by side, nothing averaged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trucewatch.core.reading import Bound
from trucewatch.core.when import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedFigure:
    """One voice's figure: the words that give it, and the number as its bound says.

    `low` and `high` are as in a reading (exact: both; at least: low alone). `chain` names every
    link, outlet first; `document`, `outlet` and `url` say where it stands. `of` is who or what is
    counted, in the page's words.
    """

    words: str
    low: float | None
    high: float | None
    bound: Bound
    chain: tuple[str, ...]
    document: str
    unnamed: bool = False
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    unit: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalFigures:
    """What is counted, where and on which days, and every figure that was claimed for it.

    `counts` is in words ("killed", "of civilians" among them); `place` a place's id or its words.
    """

    counts: str
    place: str | None
    days: Period | None
    claims: tuple[ClaimedFigure, ...]
