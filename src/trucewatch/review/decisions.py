"""Decisions: a person sets a finding right, in the ledger, with a reason and a name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from trucewatch.core.errors import InputError
from trucewatch.core.finding import Finding, Says

NOTHING = "nothing"
"""What a finding is set to that says nothing of its duty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """That a finding says something else, because of what, and by whom."""

    finding: str
    says: str
    because: str
    by: str

    def body(self) -> bytes:
        """Write the decision as canonical JSON, for the ledger."""
        cells = {"because": self.because, "by": self.by, "finding": self.finding, "says": self.says}
        return json.dumps(cells, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_body(cls, body: bytes) -> Decision:
        """Read back what `body` wrote."""
        return cls(**json.loads(body))


def decide(finding: str, says: str, because: str, by: str) -> Decision:
    """Make the decision that a finding (its id) says `says`, or `nothing`.

    A reason and a name are asked; InputError where something is missing or no word of the judge.
    """
    wanted = says.strip().lower().replace("_", " ")
    if wanted != NOTHING and wanted not in list(Says):
        known = ", ".join((*Says, NOTHING))
        raise InputError(f"--as is {says!r}", mend=f"It can be one of: {known}")
    if not because.strip() or not by.strip():
        raise InputError("a decision needs a reason and a name", mend="Give --because and --by")
    return Decision(finding=finding, says=wanted, because=_storable(because), by=_storable(by))


def _storable(words: str) -> str:
    """Write what a shell gave that is no text as escapes: the ledger holds UTF-8."""
    return words.strip().encode("utf-8", "backslashreplace").decode()


def apply(findings: Iterable[Finding], decisions: Iterable[Decision]) -> list[Finding]:
    """Apply decisions, the latest on each finding, and sign the findings that they set right.

    A decided finding is no longer *near*: a person has said what it says.
    """
    latest = {decision.finding: decision for decision in decisions}
    kept = []
    for finding in findings:
        decision = latest.get(finding.id)
        if decision is None:
            kept.append(finding)
        elif decision.says != NOTHING:
            kept.append(
                replace(
                    finding,
                    says=Says(decision.says),
                    form=None,
                    near=(),
                    coder=f"{decision.by}: {decision.because}",
                )
            )
    return kept
