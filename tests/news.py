"""News of the tests' case, read and judged: what a report tells of one duty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from passages import a_document, crossing
from trucewatch.core.finding import Finding
from trucewatch.core.when import edtf
from trucewatch.judge.bearing import bear
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
MONDAY, TUESDAY = "2021-03-29", "2021-03-30"
SAID = "the Joint Crossing Mission said."

Told = set[tuple[str | None, str, str | None]]
"""Doer, what is said, and the days that it is about."""


def findings(text: str, duty: str = "4-fire") -> list[Finding]:
    """Give what a report of `DAY` tells of a duty, near findings too."""
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    found = bear(read_text(document, crossing()), crossing(), DAY)
    return [each for each in found if each.duty == duty]


def weighed(text: str, duty: str = "4-fire") -> list[Finding]:
    """Give what a report tells of a duty with weight."""
    return [each for each in findings(text, duty) if not each.near]


def told(text: str, duty: str = "4-fire") -> Told:
    """Give who is told to have done what of a duty, and when, with weight."""
    return {
        (each.doer, str(each.says), edtf(each.days) if each.days else None)
        for each in weighed(text, duty)
    }
