"""Rival figures as plain values, both ways: for what is stored beside the ledger."""

from __future__ import annotations

from datetime import date
from typing import Any

from trucewatch.core.rival import ClaimedFigure, RivalFigures
from trucewatch.core.when import edtf, period_of


def rival_form(rival: RivalFigures) -> dict[str, Any]:
    """Give rival figures as plain values."""
    return {
        "counts": rival.counts,
        "place": rival.place,
        "days": edtf(rival.days) if rival.days else None,
        "claims": [claim_form(claim) for claim in rival.claims],
    }


def claim_form(claim: ClaimedFigure) -> dict[str, Any]:
    """Give a claimed figure as plain values."""
    published = claim.published.isoformat() if claim.published else None
    return {name: getattr(claim, name) for name in ClaimedFigure.__slots__} | {
        "published": published
    }


def rival_of(form: dict[str, Any]) -> RivalFigures:
    """Read rival figures back from their form."""
    return RivalFigures(
        counts=form["counts"],
        place=form["place"],
        days=period_of(form["days"]) if form["days"] else None,
        claims=tuple(_claim(each) for each in form["claims"]),
    )


def _claim(form: dict[str, Any]) -> ClaimedFigure:
    published = date.fromisoformat(form["published"]) if form["published"] else None
    return ClaimedFigure(**(form | {"published": published, "chain": tuple(form["chain"])}))
