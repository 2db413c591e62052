"""Who withdraws a report, and what of it they take back: what came through them, and no more.

An agency's report that a paper reprinted and withdrew is still the agency's word. Whose word was
reported may take it back wherever it was carried.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.core.reading import Reading
from trucewatch.core.span import Span

_WITHDRAWS: Final = re.compile(
    r"[\s)]{0,3}(?:(?:news\s)?(?:agency|service|newspaper)\s)?(?:(?:has|have|had)\s)?(?:since\s)?"
    r"(?:retract|withdr[ae]w)(?:s|n|ed)?\b",
    re.IGNORECASE,
)
_WITHDRAWN_BY: Final = re.compile(
    r"\b(?:retracted|withdrawn|killed)\sby\s(?:the\s)?\Z", re.IGNORECASE
)
_BEFORE: Final = 40
"""Characters before a name in which "withdrawn by" is looked for."""


def who_withdraws(reading: Reading, spans: Iterable[Span]) -> frozenset[str]:
    """Give the ids of whom the words of a notice name as withdrawing; empty: the page itself does."""
    text = reading.document.text
    return frozenset(
        mention.id
        for span in spans
        for mention in reading.mentions
        if mention.id is not None
        and span.holds(mention.span)
        and (
            _WITHDRAWS.match(text, mention.span.end)
            or _WITHDRAWN_BY.search(text[max(0, mention.span.start - _BEFORE) : mention.span.start])
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Print:
    """A document that tells something: whose it is, and since when it is known."""

    outlet: str | None
    url: str | None
    known_from: date


class Carried:
    """Everything told, and which documents carry one text: what came through whom is looked up here."""

    def __init__(
        self, told: Sequence[Finding], partners: Mapping[str, set[str]], case: Case
    ) -> None:
        self._case = case
        self._partners = partners
        self._owned: dict[tuple[frozenset[str], str | None], frozenset[str]] = {}
        self._prints: dict[str, _Print] = {}
        self._lines: dict[tuple[str, str, str | None], list[Finding]] = defaultdict(list)
        for finding in told:
            self._lines[finding.origin, finding.duty, finding.doer].append(finding)
            self._prints[finding.document] = _Print(
                outlet=finding.outlet, url=finding.url, known_from=finding.known_from
            )

    def is_own_word(self, finding: Finding, by: Iterable[str]) -> bool:
        """Tell whether one of those who withdraw is the voice itself, or the site that speaks for it."""
        if finding.voice is None:
            return False
        actors = self._case.actors
        for name in by:
            outlet = self._case.outlets.by_id.get(name)
            body = outlet.voice_of if outlet and outlet.voice_of else name
            if body == finding.voice or actors.speaks_as(finding.voice, body):
                return True
            if actors.speaks_as(body, finding.voice):
                return True
        return False

    def through(
        self, finding: Finding, by: frozenset[str], document: str, url: str | None
    ) -> Iterator[Finding]:
        """Yield what tells the same word of the same line by way of one of `by`.

        `document` and `url` are those of the page that withdraws: what it or its address tells is its own.
        """
        own = self._own(by, url)
        for told in self._lines[finding.origin, finding.duty, finding.doer]:
            if (
                told.document == document
                or told.document in own
                or not by.isdisjoint(told.chain)
                or (not by and told.outlet is None)
                or self._has_it_from(told, by, {*own, document})
            ):
                yield told

    def _own(self, by: frozenset[str], url: str | None) -> frozenset[str]:
        """Give the documents that are theirs, or that stood at the address."""
        own = self._owned.get((by, url))
        if own is None:
            own = self._owned[by, url] = frozenset(
                name
                for name, each in self._prints.items()
                if each.outlet in by or (url is not None and each.url == url)
            )
        return own

    def _has_it_from(self, told: Finding, by: frozenset[str], own: set[str]) -> bool:
        """Tell whether a copy that does not say whose text it carries has it from one of `by`.

        It has where that is an agency, or was the first of all that carry the text.
        """
        outlets = self._case.outlets.by_id
        if (told.outlet in outlets and outlets[told.outlet or ""].agency) or any(
            link in outlets for link in told.chain[1:]
        ):
            return False
        carried = self._partners.get(told.document, set())
        if carried.isdisjoint(own):
            return False
        if any(name in outlets and outlets[name].agency for name in by):
            return True
        days = {name: self._prints[name].known_from for name in carried if name in self._prints}
        first = min((day for name, day in days.items() if name in own), default=date.max)
        others = [day for name, day in days.items() if name not in own]
        return all(first < day for day in (*others, told.known_from))
