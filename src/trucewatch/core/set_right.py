"""Which words stand no more, because a later finding corrects them or takes them back."""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.core.finding import Finding

_Told = tuple[str, str | None, str, str | None]
"""An origin, the document whose telling is meant (None: every one), a duty and a doer."""


class SetRight:
    """The words that findings correct or take back, each with the first that does.

    A correction replaces what its origin said of that duty and doer: wherever that was carried, or in
    one document alone (`Finding.taken_from`).
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._by: dict[_Told, Finding] = {}
        for finding in findings:
            if finding.corrects:
                told = (finding.corrects, finding.taken_from, finding.duty, finding.doer)
                first = self._by.get(told)
                if first is None or _place(finding) < _place(first):
                    self._by[told] = finding

    def by(self, finding: Finding) -> Finding | None:
        """Give the finding, known first, that a word is corrected or taken back by; None: it stands."""
        if not self._by:
            return None
        line = (finding.duty, finding.doer)
        everywhere = self._by.get((finding.origin, None, *line))
        there = self._by.get((finding.origin, finding.document, *line))
        return min((each for each in (everywhere, there) if each), key=_place, default=None)


def _place(finding: Finding) -> tuple[object, ...]:
    return (finding.known_from, finding.document, finding.id)
