"""Names: the outermost ones, and those that stand within them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from trucewatch.extract.encoder.encoding import Encoded
from trucewatch.extract.encoder.found import NAMES, NameFound, NameKind
from trucewatch.extract.encoder.spans import WindowRead, WordSpan, apart
from trucewatch.extract.encoder.statements import fragment_of

HEADS: Final = ("names", "inner")


class Names:
    """Gathers the names of window after window, up to NAMES."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, int], WordSpan] = {}
        self._waiting: WindowRead | None = None

    def take(self, read: WindowRead) -> None:
        """Take the next window."""
        if len(self._found) < NAMES:
            self._keep(read)
        self._waiting = read

    def finish(self, encoded: Encoded) -> tuple[NameFound, ...]:
        """Give the names of all windows, in the order of the text, the longer of two first."""
        self._keep(None)
        ordered = sorted(self._found.values(), key=lambda span: (span.first, -span.last))
        return tuple(_name(span, encoded) for span in ordered[:NAMES])

    def _keep(self, following: WindowRead | None) -> None:
        if self._waiting is None:
            return
        for head in HEADS:
            own: Sequence[WordSpan] = self._waiting.spans.get(head, ())
            later = following.spans.get(head, ()) if following else ()
            for span in apart(own, later):
                self._found.setdefault((span.first, span.last), span)


def _name(span: WordSpan, encoded: Encoded) -> NameFound:
    start, end = fragment_of(span, encoded)
    return NameFound(start=start, end=end, kind=cast("NameKind", span.kind), confidence=span.chance)
