"""Renditions folded into words: one origin's say on one matter, however often it was told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Finding, Says
from trucewatch.core.when import Period
from trucewatch.judge.assign import STATE_WORDS

LESSER = frozenset({Says.PARTLY, Says.NOT_DONE, Says.ACT})
BETTER = frozenset({Says.DONE, Says.NO_ACT, Says.DENIES})
WEIGHED = LESSER | BETTER

_OWN_SITE, _NAMED_AGENCY, _DIRECT, _RETOLD = range(4)

Alike = Sequence[Finding]
"""Renditions of one origin that the judge has no reason to tell apart; at least one."""

_WEIGHED_BY: Final = attrgetter(
    "duty", "doer", "says", "days", "incident", "voice", "unnamed", "near", "by_name"
)
"""All that the judge looks at in a rendition of an origin, but for when and where it was told."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Word:
    """What one origin says on one matter of one line, with every rendition of it, in no order.

    `day` is the last day it is about (of a state: the day it speaks for), `uttered` the day it was
    said or published, `at` the places that its renditions tell of. `by_name` is the member that acted
    where the line is its umbrella's. `was_act` marks the *not done* that an act leaves behind.
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
    by_name: str | None
    renditions: Alike
    was_act: bool = False
    at: frozenset[str] = frozenset()

    @property
    def voice_key(self) -> tuple[str, bool]:
        """The voice as rule 1 counts it: an unnamed source is not the body it belongs to."""
        return (self.voice, self.unnamed)

    @property
    def begins(self) -> date:
        """The first day it is about; one with an open start reaches back without end."""
        if self.days is None:
            return self.day
        return self.days.first or date.min

    @property
    def first_day(self) -> date:
        """The first day that is told of what it is about; of an open start, `day`."""
        return (self.days and self.days.first) or self.day


def alike(findings: Iterable[Finding]) -> Iterator[Alike]:
    """Yield the findings of each origin, those together that the judge need not tell apart.

    So a line that forty sites carry is weighed once, not forty times.
    """
    by_origin: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_origin[finding.origin].append(finding)
    for told in by_origin.values():
        keys = [_WEIGHED_BY(finding) for finding in told]
        if keys.count(keys[0]) == len(keys):
            yield told
            continue
        by_key: dict[Hashable, list[Finding]] = defaultdict(list)
        for key, finding in zip(keys, told, strict=True):
            by_key[key].append(finding)
        yield from by_key.values()


def fold(told: Iterable[Alike], case: Case) -> tuple[tuple[Word, ...], tuple[Finding, ...]]:
    """Fold the weighed findings of one line into words, and give those that are read differently.

    Where renditions of one origin differ on a matter, those nearest to the voice count: its own
    site, then the agency that the chains name, then direct quotation, then the rest. Where the
    nearest differ among themselves, none has weight.
    """
    by_matter: dict[tuple[str, Hashable], list[Alike]] = defaultdict(list)
    for renditions in told:
        by_matter[renditions[0].origin, _matter(renditions[0])].append(renditions)
    words: list[Word] = []
    differently: list[Finding] = []
    for tellings in by_matter.values():
        if len(tellings) == 1:
            words.append(_word(tellings[0][0], tellings[0]))
            continue
        renditions = [finding for each in tellings for finding in each]
        counted = _nearest(renditions, case)
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


def _nearest(renditions: Alike, case: Case) -> Alike:
    said: dict[str, set[Says]] = defaultdict(set)
    for finding in renditions:
        said[finding.document].add(finding.says)
    if len({frozenset(says) for says in said.values()}) == 1:
        return renditions
    agencies = _agencies(renditions)
    rank = {finding.id: nearness(finding, agencies, case) for finding in renditions}
    best = min(rank.values())
    counted = [finding for finding in renditions if rank[finding.id] == best]
    first = {finding.document: said[finding.document] for finding in counted}
    agree = len({frozenset(says) for says in first.values()}) == 1
    return counted if agree else []


def _agencies(renditions: Alike) -> set[str]:
    """Give the outlets that chains name between the page and the first speaker."""
    return {link for finding in renditions for link in finding.chain[1:-1]}


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


def nearest_first(renditions: Alike, case: Case) -> list[Finding]:
    """Sort renditions of one origin: those nearest to the voice first, then the earliest."""
    agencies = _agencies(renditions)
    return sorted(
        renditions,
        key=lambda finding: (nearness(finding, agencies, case), finding.uttered, finding.id),
    )


def _words(renditions: Alike, case: Case) -> Iterator[Word]:
    by_says: dict[Says, list[Finding]] = defaultdict(list)
    for finding in nearest_first(renditions, case):
        by_says[finding.says].append(finding)
    for told in by_says.values():
        yield _word(told[0], told)


def _word(nearest: Finding, told: Alike) -> Word:
    """Make the word of renditions that say the same; the nearest to the voice speaks for all."""
    days = nearest.days or next((finding.days for finding in told if finding.days), None)
    uttered = min([finding.uttered for finding in told])
    return Word(
        says=nearest.says,
        origin=nearest.origin,
        voice=nearest.voice or "",
        unnamed=nearest.unnamed,
        days=days,
        day=_day(days, uttered),
        uttered=uttered,
        incident=nearest.incident,
        matter=_matter(nearest),
        by_name=nearest.by_name,
        renditions=told,
        at=frozenset().union(*(finding.at for finding in told)),
    )


def _day(days: Period | None, uttered: date) -> date:
    """Give the last day a word is about; what goes on is told up to the day of saying."""
    if days is None:
        return uttered
    return days.last or max(days.first or date.min, uttered)
