"""What one says and another answers: "Y's claim that C", denied by W."""

from __future__ import annotations

from typing import Final

from trucewatch.core.reading import Statement

CHARGES: Final = frozenset({
    "claim", "claims", "accusation", "accusations", "allegation", "allegations", "charge", "charges",
    "assertion", "assertions", "statement", "statements", "report", "reports", "suggestion",
    "suggestions", "complaint", "complaints", "insinuation", "insinuations", "contention", "remark",
    "remarks", "assurance", "assurances", "announcement", "announcements",
})  # fmt: skip
"""Nouns of what somebody said and another one may deny."""


def is_charge(statement: Statement) -> bool:
    """Tell whether a statement is told by such a noun alone, one or several."""
    return len(statement.cue) == 1 and statement.cue[0].text.lower().removesuffix("s") in CHARGES
