"""What a page that corrects or withdraws a report changes of what was told before.

A correction in any document replaces what the corrected one told, wherever that was carried: what both
tell alike stays, and what is told otherwise is replaced. What the corrected text tells no more, and
what is withdrawn, is taken back as far as it came through who corrects or withdraws it. Either counts
from the day it was published: the board as known before stays as it was.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.core.reading import Reading
from trucewatch.core.span import Span
from trucewatch.core.when import edtf
from trucewatch.join.passages import SharedText
from trucewatch.join.withdrawals import Carried, who_withdraws

CODES: Final = {"correction": False, "retraction": True}
"""The codes of the warnings that are notices, and whether such a one withdraws the whole report."""

OWN_WORDS: Final = "stands in the notice of a correction"
"""Why what a notice itself tells is only near: it may repeat what was wrong."""

Line = tuple[str, str | None]
"""A duty and a doer."""

Replaced = tuple[str, Finding]
"""An origin, and what is told in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A document that corrects or withdraws a report, with the notice's own words.

    `by` are the ids of whom it names as withdrawing; empty where the page's outlet does.
    """

    document: str
    outlet: str | None
    url: str | None
    published: date | None
    known_from: date
    withdraws: bool
    words: Span
    spans: tuple[Span, ...]
    by: frozenset[str] = frozenset()

    @property
    def withdrawn_by(self) -> frozenset[str]:
        """Who takes back what is taken back; empty where nobody knows whose page it is."""
        return self.by or frozenset((self.outlet,) if self.outlet else ())


def notice_of(reading: Reading, known_from: date) -> Notice | None:
    """Give the notice that a reading's warnings tell of; None where they tell of none."""
    told = [each for each in reading.warnings if each.code in CODES]
    spans = tuple(each.span for each in told if each.span)
    if not spans:
        return None
    return Notice(
        document=reading.document.id,
        outlet=reading.document.outlet,
        url=reading.document.url,
        published=reading.document.published,
        known_from=known_from,
        withdraws=any(CODES[each.code] for each in told),
        words=spans[0],
        spans=spans,
        by=who_withdraws(reading, spans),
    )


def apply_notices(
    findings: Iterable[Finding],
    notices: Iterable[Notice],
    shared: Iterable[SharedText],
    case: Case,
) -> list[Finding]:
    """Give findings with what notices replace, and with what they take back.

    A notice speaks of documents that carry its text or bear its address, were known no later, and carry
    no notice themselves. A word taken back is answered by a finding that is `retracted`: it weighs
    nothing, and tells from which day the word stands no more: everywhere where its own voice takes it
    back, else in each document that has it by way of who does. The order makes no difference.
    """
    listed = list(findings)
    by_notice = {notice.document: notice for notice in notices}
    if not by_notice:
        return listed
    partners = _partners(shared)
    told = [_near_in_notice(each, by_notice.get(each.document)) for each in listed]
    by_document: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(told, key=lambda each: each.id):
        by_document[finding.document].append(finding)
    carried = Carried(told, partners, case)
    corrected: dict[Line, list[Replaced]] = defaultdict(list)
    taken_back: dict[str, Finding] = {}
    for notice in sorted(by_notice.values(), key=lambda each: (each.known_from, each.document)):
        own = by_document[notice.document]
        for finding in _spoken_of(notice, told, by_notice, partners[notice.document]):
            other = _told_otherwise(finding, own)
            if other is None and not notice.withdraws and _told_alike(finding, own):
                continue
            if other is not None and not notice.withdraws:
                corrected[finding.duty, finding.doer].append((finding.origin, other))
            else:
                answers = _answers(finding, notice, carried)
                taken_back.update((answer.id, answer) for answer in answers)
    last = sorted(taken_back.values(), key=lambda each: each.id)
    return [*(_as_corrected(each, corrected) for each in told), *last]


def _partners(shared: Iterable[SharedText]) -> Mapping[str, set[str]]:
    """Give, for each document, those that carry the same text."""
    partners: dict[str, set[str]] = defaultdict(set)
    for text in shared:
        if text.copied:
            partners[text.one].add(text.other)
            partners[text.other].add(text.one)
    return partners


def _near_in_notice(finding: Finding, notice: Notice | None) -> Finding:
    if notice is None or finding.span is None:
        return finding
    within = any(span.holds(finding.span) for span in notice.spans)
    return replace(finding, near=(*finding.near, OWN_WORDS)) if within else finding


def _spoken_of(
    notice: Notice, told: Sequence[Finding], notices: Mapping[str, Notice], partners: set[str]
) -> Iterator[Finding]:
    for finding in told:
        same_page = notice.url is not None and finding.url == notice.url
        if (
            finding.document not in notices
            and finding.known_from <= notice.known_from
            and (same_page or finding.document in partners)
        ):
            yield finding


def _told_alike(finding: Finding, own: Sequence[Finding]) -> bool:
    return any(_same_line(finding, each) and _same_word(finding, each) for each in own)


def _told_otherwise(finding: Finding, own: Sequence[Finding]) -> Finding | None:
    """Give what the corrected text says in the place of a finding; None where it says the same."""
    if _told_alike(finding, own):
        return None
    return next((each for each in own if _same_line(finding, each) and not each.near), None)


def _same_line(one: Finding, other: Finding) -> bool:
    return (one.duty, one.doer, one.speaker) == (other.duty, other.doer, other.speaker)


def _same_word(one: Finding, other: Finding) -> bool:
    return (one.says, one.days) == (other.says, other.days)


def _as_corrected(finding: Finding, corrected: Mapping[Line, Sequence[Replaced]]) -> Finding:
    """Give whatever tells the corrected word an origin of its own, that takes the other's place."""
    for origin, right in corrected.get((finding.duty, finding.doer), ()):
        its_own = finding.id == right.id or finding.origin == origin
        if its_own and _same_word(finding, right):
            return replace(finding, origin=_origin_of(origin, right), corrects=origin)
    return finding


def _origin_of(origin: str, right: Finding) -> str:
    days = edtf(right.days) if right.days else ""
    return "o" + _hash(origin, right.says, days)[:12]


def _answers(finding: Finding, notice: Notice, carried: Carried) -> Iterator[Finding]:
    """Yield what takes back a word: all of it, or what is told of it by way of who withdraws."""
    by = notice.withdrawn_by
    if carried.is_own_word(finding, by):
        yield _taken_back(finding, notice, None)
    for told in carried.through(finding, by, notice.document, notice.url):
        yield _taken_back(told, notice, told.document)


def _taken_back(finding: Finding, notice: Notice, taken_from: str | None) -> Finding:
    return replace(
        finding,
        id="r" + _hash(finding.id, notice.document, taken_from or "")[:10],
        document=notice.document,
        outlet=notice.outlet,
        url=notice.url,
        published=notice.published,
        known_from=notice.known_from,
        said_on=None,
        words=notice.words.text,
        span=notice.words,
        corrects=finding.origin,
        retracted=True,
        taken_from=taken_from,
    )


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
