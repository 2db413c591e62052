"""A finding as plain values, both ways: for what is stored beside the ledger."""

from __future__ import annotations

from datetime import date
from typing import Any

from trucewatch.core.finding import Finding, Says
from trucewatch.core.span import Span
from trucewatch.core.when import Period, edtf, period_of


def finding_form(finding: Finding) -> dict[str, Any]:
    """Give a finding as plain values; fields that are empty are left out."""
    form = {name: getattr(finding, name) for name in Finding.__slots__}
    form["days"] = edtf(finding.days) if finding.days else None
    form["span"] = (
        [finding.span.start, finding.span.end, finding.span.text] if finding.span else None
    )
    for name in ("said_on", "published", "known_from"):
        form[name] = form[name].isoformat() if form[name] else None
    return {name: value for name, value in form.items() if value not in (None, (), False)}


def finding_of(form: dict[str, Any]) -> Finding:
    """Read a finding back from its form."""
    given: dict[str, Any] = dict.fromkeys(Finding.__slots__) | form
    for name in ("said_on", "published", "known_from"):
        given[name] = _day(given[name])
    given["says"] = Says(given["says"])
    given["days"] = _period(given["days"])
    given["span"] = Span(*given["span"]) if given["span"] else None
    for name in ("chain", "near", "at"):
        given[name] = tuple(given[name] or ())
    for name in ("unnamed", "retracted"):
        given[name] = bool(given[name])
    given["words"] = given["words"] or ""
    return Finding(**given)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _period(text: str | None) -> Period | None:
    return period_of(text) if text else None
