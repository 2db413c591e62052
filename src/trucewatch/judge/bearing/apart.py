"""What a word for many leaves out: those whom the same voice tells apart in the same report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from trucewatch.core.case import Case
from trucewatch.core.finding import WHOLE, Finding
from trucewatch.judge.assign import INTENTS, STATE_WORDS


def told_apart(findings: Iterable[Finding], case: Case) -> Iterator[Finding]:
    """Yield the findings of one report; a word for many that one voice narrows speaks of the rest.

    "The militants have left, X said, but the Y refuse": what X says of the militants is not said of
    the Y. Acts by a word for many are nobody's by name, and stay so.
    """
    listed = list(findings)
    for finding in listed:
        apart = _apart(finding, listed, case)
        if not apart:
            yield finding
            continue
        for member in case.actors.classes[finding.doer or ""].takes_in:
            if member not in apart:
                yield replace(finding, doer=member, id=_id(finding, member))


def _apart(finding: Finding, listed: list[Finding], case: Case) -> set[str]:
    """Give the members of a class word whom its voice says something else of; none where it is all."""
    narrows = finding.says in STATE_WORDS | INTENTS and finding.duty != WHOLE
    many = case.actors.classes.get(finding.doer or "")
    if not narrows or finding.voice is None or many is None:
        return set()
    members = set(many.takes_in)
    apart: set[str] = set()
    for other in listed:
        alike = (other.duty, other.voice) == (finding.duty, finding.voice)
        if alike and other.doer is not None and other.says is not finding.says:
            taken_in = _taken_in(other.doer, case)
            apart |= taken_in if taken_in < members else set()
    return apart


def _taken_in(doer: str, case: Case) -> set[str]:
    if doer in case.actors.classes:
        return set(case.actors.classes[doer].takes_in)
    return set(case.actors.bodies(doer))


def _id(finding: Finding, member: str) -> str:
    return "r" + hashlib.sha256(f"{finding.id}\x1f{member}".encode()).hexdigest()[:10]
