"""Rival figures side by side: what each voice claims of one thing, nothing averaged."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from trucewatch.core.allowed import told
from trucewatch.core.case import Case
from trucewatch.core.rival import ClaimedFigure, RivalFigures
from trucewatch.core.status import Board
from trucewatch.join.compare_figures import Comparison, counted_claim, standings
from trucewatch.publish.page.marks import (
    NOTHING,
    Html,
    anchor,
    element,
    foreign,
    join,
    short_day,
    text,
)
from trucewatch.publish.page.words import days
from trucewatch.publish.phrases import link_name, number_of

ROWS: Final = 6
CLAIMS: Final = 6
"""How many counts, and how many claims of each, a page has room for."""


def figures_section(
    figures: Sequence[RivalFigures], board: Board, earlier: Board, case: Case
) -> Html:
    """Lay out what is counted, and every figure that was claimed for it; nothing where none is.

    Figures known to the board are shown where one was published since the earlier board.
    """
    known = [replace(each, claims=_known(each.claims, board)) for each in figures]
    rivals = [each for each in known if len(each.claims) > 1 and _is_new(each, board, earlier)]
    if not rivals:
        return NOTHING
    heads = ("what is counted", "figures claimed")
    cells = [element("th", text(each), scope="col") for each in heads]
    rows = [_row(each, board.on, case) for each in rivals[:ROWS]]
    left = len(rivals) - ROWS
    return element(
        "section",
        element(
            "h2",
            text("Rival figures"),
            element(
                "small", text("as claimed, and how each stands to the others; none is averaged")
            ),
        ),
        element(
            "table",
            element("thead", element("tr", *cells)),
            element("tbody", *rows),
            class_="rival",
        ),
        element("p", text(f"{number_of(left, 'count')} more."), class_="rest")
        if left > 0
        else NOTHING,
    )


def _known(claims: Sequence[ClaimedFigure], board: Board) -> tuple[ClaimedFigure, ...]:
    known = board.known
    return tuple(each for each in claims if known is None or (each.published or known) <= known)


def _is_new(figures: RivalFigures, board: Board, earlier: Board) -> bool:
    days = [claim.published for claim in figures.claims if claim.published]
    return any(earlier.on < day <= board.on for day in days)


def _row(figures: RivalFigures, on: date, case: Case) -> Html:
    place = text(f", {case.name(figures.place)}") if figures.place else NOTHING
    when = join((text(", "), days(figures.days, on))) if figures.days else NOTHING
    voices = _by_voice(figures.claims)
    stands = _standings([same[0] for same in voices], figures)
    claims = [
        element("li", _claim(same, on, case), _stands(comparison))
        for same, comparison in list(zip(voices, stands, strict=True))[:CLAIMS]
    ]
    if left := len(voices) - len(claims):
        claims.append(element("li", text(f"{left} more"), class_="soft"))
    return element(
        "tr",
        element("th", text(figures.counts), place, when, scope="row"),
        element("td", element("ul", *claims, class_="claims")),
    )


def _standings(
    claims: Sequence[ClaimedFigure], figures: RivalFigures
) -> tuple[Comparison | None, ...]:
    matter = (figures.counts, figures.place, figures.days)
    return standings([counted_claim(claim, *matter) for claim in claims])


def _stands(comparison: Comparison | None) -> Html:
    """Tell in one word how a claim stands to the others."""
    if comparison is None:
        return NOTHING
    return join((text("; "), element("em", text(comparison.word))))


def _by_voice(claims: Sequence[ClaimedFigure]) -> list[list[ClaimedFigure]]:
    """Put together the claims of one number by one voice: repetition is no other claim."""
    told: dict[Hashable, list[ClaimedFigure]] = {}
    for claim in claims:
        voice = claim.chain[-1:] or (claim.document,)
        told.setdefault((claim.low, claim.high, claim.bound, claim.unnamed, voice), []).append(
            claim
        )
    return list(told.values())


def _claim(same: Sequence[ClaimedFigure], on: date, case: Case) -> Html:
    claim = same[0]
    links = [link_name(link, case) for link in claim.chain]
    if claim.unnamed:
        links.append("unnamed source")
    day = short_day(claim.published, on) if claim.published else text("undated")
    return join(
        (
            foreign(claim.words),
            text(f" ({told(claim.low, claim.high, claim.bound)}) "),
            element("span", text(" ← ".join(links)), class_="chain"),
            text("; "),
            anchor(claim.url, day),
            text(f"; {number_of(len(same) - 1, 'document')} more") if len(same) > 1 else NOTHING,
        )
    )
