"""Which acts, told in different documents, are one incident: by kind, places and days.

An act is joined with others of its kind where their days meet and each shares half of its places with
each, places being spots, whether their points are known or not. A report of the next day that moves
the act by one (a weekday counted from its own day of printing) is known by the list of places that it
shares; two raids on one village on two days running stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import takewhile
from typing import Final

from trucewatch.core.finding import Finding
from trucewatch.core.place import Places
from trucewatch.core.reading import Reading
from trucewatch.core.spots import spots_of
from trucewatch.core.when import Period

LONGEST_DAYS: Final = 2
"""Days between the first and the last day of one act."""

SHARED_PLACES: Final = 0.5
"""The share of the shorter list of places that two acts must share."""

SAME_LIST: Final = 3
"""So many places that two acts share make them one, though told for two days running."""

SAME_LIST_SHARE: Final = 0.8
"""The share of the longer list that must be shared then."""


Key = tuple[str, str]
"""A document and one of its events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One document's telling of an act: what it would be called alone, its kind, places and days."""

    key: Key
    name: str
    kind: str
    places: frozenset[str]
    first: date
    last: date
    known_from: date


def places_of(reading: Reading, places: Places) -> Iterator[tuple[Key, frozenset[str]]]:
    """Yield the spots that each event of a document is told of, where there are any."""
    for event in reading.events:
        spots = spots_of(event.at, places)
        if spots:
            yield (reading.document.id, event.id), spots


def join_incidents(
    findings: Iterable[Finding], places: Mapping[Key, frozenset[str]]
) -> list[Finding]:
    """Give findings the incident that their act belongs to, across documents.

    An incident is named after the telling that was known first. Told for two days, it is one act on the
    span of both. What names no incident stays as it is. The order of the findings makes no difference.
    """
    listed = list(findings)
    incident: dict[Key, tuple[str, Period]] = {}
    for cluster in _clusters(_acts(listed, places)):
        name = min(cluster, key=lambda act: (act.known_from, act.name, act.key)).name
        days = Period(min(act.first for act in cluster), max(act.last for act in cluster))
        incident.update((act.key, (name, days)) for act in cluster)
    return [_joined(finding, incident) for finding in listed]


def _acts(findings: Iterable[Finding], places: Mapping[Key, frozenset[str]]) -> list[Act]:
    acts: dict[Key, Act] = {}
    for finding in findings:
        key = (finding.document, finding.event or "")
        days = finding.days
        if finding.incident and key in places and days and days.first and days.last:
            acts[key] = Act(
                key=key,
                name=finding.incident,
                kind=finding.incident.partition(" ")[0],
                places=places[key],
                first=days.first,
                last=days.last,
                known_from=finding.known_from,
            )
    return sorted(acts.values(), key=lambda act: (act.first, act.name, act.key))


def _joined(finding: Finding, incident: Mapping[Key, tuple[str, Period]]) -> Finding:
    found = incident.get((finding.document, finding.event or ""))
    if found is None:
        return finding
    name, days = found
    return replace(finding, incident=name, days=days)


def _clusters(acts: Sequence[Act]) -> list[list[Act]]:
    """Join what is one, those that share most first; acts come sorted by their first days."""
    cluster = {act.key: [act] for act in acts}
    for *_, one, other in sorted(_alike(acts)):
        left, right = cluster[one], cluster[other]
        if left is not right and _may_be_one(left, right):
            left.extend(right)
            cluster.update((act.key, left) for act in right)
    return list({id(each): each for each in cluster.values()}.values())


def _alike(acts: Sequence[Act]) -> Iterator[tuple[bool, int, Key, Key]]:
    """Yield the pairs that may be one, as sorting wants them: same days first, then the likest."""
    by_place: dict[tuple[str, str], list[Act]] = defaultdict(list)
    for act in acts:
        earlier = {
            other.key: other
            for place in act.places
            for other in takewhile(partial(_is_near, act), reversed(by_place[act.kind, place]))
        }
        for other in earlier.values():
            if _fit(act, other):
                first, second = sorted((act.key, other.key))
                yield not _meet(act, other), -len(act.places & other.places), first, second
        for place in act.places:
            by_place[act.kind, place].append(act)


def _is_near(act: Act, earlier: Act) -> bool:
    return (act.first - earlier.first).days <= LONGEST_DAYS + 1


def _meet(one: Act, other: Act) -> bool:
    return one.first <= other.last and other.first <= one.last


def _same_list(one: Act, other: Act) -> bool:
    """Tell whether an act of the day before or after has the same list of places."""
    if max(one.first, other.first) > min(one.last, other.last) + timedelta(days=1):
        return False
    shared = len(one.places & other.places)
    longer = max(len(one.places), len(other.places))
    return shared >= SAME_LIST and shared >= SAME_LIST_SHARE * longer


def _may_be_one(left: Sequence[Act], right: Sequence[Act]) -> bool:
    """Tell whether two groups may be one act: each of one with each of the other.

    Not where one document tells them of two days: it tells two acts.
    """
    every = (*left, *right)
    first, last = min(act.first for act in every), max(act.last for act in every)
    if (last - first).days > LONGEST_DAYS:
        return False
    return all(_fit(one, other) for one in left for other in right)


def _fit(one: Act, other: Act) -> bool:
    shared = len(one.places & other.places)
    if shared < SHARED_PLACES * min(len(one.places), len(other.places)):
        return False
    return _meet(one, other) or (one.key[0] != other.key[0] and _same_list(one, other))
