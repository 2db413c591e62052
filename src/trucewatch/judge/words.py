"""Renditions folded into words: one origin's say on one matter, however often it was told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from trucewatch.core.case import Case
from trucewatch.core.finding import Finding, Says
from trucewatch.core.when import Period
from trucewatch.judge.assign import STATE_WORDS

LESSER = frozenset({Says.PARTLY, Says.NOT_DONE, Says.ACT})
BETTER = frozenset({Says.DONE, Says.NO_ACT, Says.DENIES})
WEIGHED = LESSER | BETTER

_OWN_SITE, _NAMED_AGENCY, _DIRECT, _RETOLD = range(4)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Word:
    """What one origin says on one matter of one line, with every rendition of it.

    `day` is the last day it is about (of a state: the day it speaks for), `uttered` the day it was
    said or published. `was_act` marks the *not done* that an act leaves behind.
    """

    says: Says
    origin: str
    voice: str
    unnamed: bool
    days: Period | None
    day: date
    uttered: date
    incident: str | None
    matter: Hashable
    renditions: tuple[Finding, ...]
    was_act: bool = False

    @property
    def voice_key(self) -> tuple[str, bool]:
        """The voice as rule 1 counts it: an unnamed source is not the body it belongs to."""
        return (self.voice, self.unnamed)


def fold(findings: Iterable[Finding], case: Case) -> tuple[tuple[Word, ...], tuple[Finding, ...]]:
    """Fold the weighed findings of one line into words, and give those that are read differently.

    Where renditions of one origin differ on a matter, those nearest to the voice count: its own
    site, then the agency that the chains name, then direct quotation, then the rest. Where the
    nearest differ among themselves, none has weight.
    """
    told: dict[tuple[str, Hashable], list[Finding]] = defaultdict(list)
    for finding in findings:
        told[finding.origin, _matter(finding)].append(finding)
    words: list[Word] = []
    differently: list[Finding] = []
    for renditions in told.values():
        counted = _nearest(renditions, case) if len(renditions) > 1 else renditions
        if len(counted) < len(renditions):
            kept = {finding.id for finding in counted}
            differently.extend(finding for finding in renditions if finding.id not in kept)
        words.extend(_words(counted, case))
    return tuple(words), tuple(differently)


def _matter(finding: Finding) -> Hashable:
    """Give what a finding is about: a state, an incident, or a span of days (rule 1)."""
    if finding.says in STATE_WORDS:
        return "state"
    return (finding.incident,) if finding.incident else finding.days


def _nearest(renditions: list[Finding], case: Case) -> list[Finding]:
    said: dict[str, set[Says]] = defaultdict(set)
    for finding in renditions:
        said[finding.document].add(finding.says)
    if len({frozenset(says) for says in said.values()}) == 1:
        return renditions
    agencies = {link for finding in renditions for link in finding.chain[1:-1]}
    rank = {finding.id: nearness(finding, agencies, case) for finding in renditions}
    best = min(rank.values())
    counted = [finding for finding in renditions if rank[finding.id] == best]
    first = {finding.document: said[finding.document] for finding in counted}
    agree = len({frozenset(says) for says in first.values()}) == 1
    return counted if agree else []


def nearness(finding: Finding, agencies: set[str], case: Case) -> int:
    """Rank a rendition by how near it stands to the voice: 0 is nearest."""
    outlet = case.outlets.by_id.get(finding.outlet or "")
    if outlet and outlet.voice_of and finding.voice:
        own = case.actors.speaks_as(finding.voice, outlet.voice_of)
        if own or case.actors.speaks_as(outlet.voice_of, finding.voice):
            return _OWN_SITE
    if finding.outlet in agencies:
        return _NAMED_AGENCY
    return _DIRECT if finding.manner == "direct" else _RETOLD


def _words(renditions: list[Finding], case: Case) -> Iterable[Word]:
    by_says: dict[Says, list[Finding]] = defaultdict(list)
    for finding in renditions:
        by_says[finding.says].append(finding)
    agencies = {link for finding in renditions for link in finding.chain[1:-1]}
    for says, told in by_says.items():
        told.sort(
            key=lambda finding: (nearness(finding, agencies, case), finding.uttered, finding.id)
        )
        dated = [finding.days for finding in told if finding.days is not None]
        days = dated[0] if dated else None
        uttered = min(finding.uttered for finding in told)
        yield Word(
            says=says,
            origin=told[0].origin,
            voice=told[0].voice or "",
            unnamed=told[0].unnamed,
            days=days,
            day=(days.last if days and days.last else uttered),
            uttered=uttered,
            incident=told[0].incident,
            matter=_matter(told[0]),
            renditions=tuple(told),
        )
