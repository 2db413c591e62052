"""What was taken for one: findings grouped by origin, and by incident, each with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.core.finding import Finding, Says


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One speech act or observation, behind any number of renditions."""

    id: str
    speaker: str | None
    voice: str | None
    unnamed: bool
    renditions: tuple[Finding, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One act in the world, behind any number of origins; rival doers stay side by side."""

    id: str
    doers: tuple[str | None, ...]
    reports: tuple[Finding, ...]
    denials: tuple[Finding, ...]
    reason: str


def origins(findings: Iterable[Finding]) -> tuple[Origin, ...]:
    """Group findings by origin, one rendition a document, in the order of the days of saying."""
    grouped: dict[str, dict[str, Finding]] = defaultdict(dict)
    for finding in sorted(findings, key=lambda item: (item.uttered, item.document, item.id)):
        grouped[finding.origin].setdefault(finding.document, finding)
    return tuple(
        Origin(
            id=origin,
            speaker=next(iter(told.values())).speaker,
            voice=next(iter(told.values())).voice,
            unnamed=next(iter(told.values())).unnamed,
            renditions=tuple(told.values()),
            reason=_why_one(list(told.values())),
        )
        for origin, told in grouped.items()
    )


def _why_one(renditions: list[Finding]) -> str:
    if len(renditions) == 1:
        return "told once"
    if any(finding.coder for finding in renditions):
        return "coded as the same speaker's words of one day on one matter"
    if renditions[0].unnamed or renditions[0].speaker is None:
        return "nobody is named, and the words are the same"
    return "same first speaker, days of saying at most one apart, same content"


def incidents(findings: Iterable[Finding]) -> tuple[Incident, ...]:
    """Group acts and their denials by incident, in the order of their days; near ones stay out."""
    grouped: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=lambda item: (item.uttered, item.document, item.id)):
        weighed = finding.voice is not None and not finding.near
        if finding.incident and weighed and finding.says in (Says.ACT, Says.DENIES):
            grouped[finding.incident].append(finding)
    found = []
    for incident, told in grouped.items():
        acts = [finding for finding in told if finding.says is Says.ACT]
        if acts:
            found.append(
                Incident(
                    id=incident,
                    doers=tuple(dict.fromkeys(finding.doer for finding in acts)),
                    reports=_one_a_document(acts),
                    denials=_one_a_document(f for f in told if f.says is Says.DENIES),
                    reason=_why_one_act(told),
                )
            )
    return tuple(found)


def _why_one_act(told: list[Finding]) -> str:
    if any(finding.coder for finding in told):
        return "coded as one act"
    return "same kind of act, same place, same first day"


def _one_a_document(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep one finding of each document and doer: one telling bears on several duties."""
    kept: dict[tuple[str, str | None], Finding] = {}
    for finding in findings:
        kept.setdefault((finding.document, finding.doer), finding)
    return tuple(kept.values())
