"""Rival figures side by side: what each voice claims of one thing, nothing averaged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from trucewatch.core.case import Case
from trucewatch.core.rival import ClaimedFigure, RivalFigures
from trucewatch.core.status import Board
from trucewatch.publish.html_marks import (
    NOTHING,
    Html,
    anchor,
    element,
    foreign,
    join,
    short_day,
    text,
)
from trucewatch.publish.html_words import days


def figures_section(figures: Sequence[RivalFigures], board: Board, case: Case) -> Html:
    """Lay out what is counted, and every figure that was claimed for it; nothing where none is."""
    if not figures:
        return NOTHING
    heads = ("what is counted", "figures claimed")
    cells = [element("th", text(each), scope="col") for each in heads]
    rows = [_row(each, board.on, case) for each in figures]
    return element(
        "section",
        element(
            "h2", text("Rival figures"), element("small", text("as claimed; none is averaged"))
        ),
        element(
            "table",
            element("thead", element("tr", *cells)),
            element("tbody", *rows),
            class_="rival",
        ),
    )


def _row(figures: RivalFigures, on: date, case: Case) -> Html:
    place = text(f", {case.name(figures.place)}") if figures.place else NOTHING
    when = join((text(", "), days(figures.days, on))) if figures.days else NOTHING
    claims = [element("li", _claim(claim, on, case)) for claim in figures.claims]
    return element(
        "tr",
        element("th", text(figures.counts), place, when, scope="row"),
        element("td", element("ul", *claims, class_="claims")),
    )


def _claim(claim: ClaimedFigure, on: date, case: Case) -> Html:
    links = [case.name(link) for link in claim.chain]
    if claim.unnamed:
        links.append("unnamed source")
    day = short_day(claim.published, on) if claim.published else text("undated")
    return join(
        (
            foreign(claim.words),
            text(f" ({_bounds(claim)}) "),
            element("span", text(" ← ".join(links)), class_="chain"),
            text("; "),
            anchor(claim.url, day),
        )
    )


def _bounds(claim: ClaimedFigure) -> str:
    low, high = _number(claim.low), _number(claim.high)
    if claim.bound == "range":
        return f"{low} to {high}"
    number = low or high
    return number if claim.bound == "exact" else f"{claim.bound.replace('_', ' ')} {number}"


def _number(number: float | None) -> str:
    return "" if number is None else f"{number:,.10g}"
