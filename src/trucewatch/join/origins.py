"""Which renditions carry one speech act: the same first speaker, about the same day, the same words."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from trucewatch.core.finding import Finding
from trucewatch.core.when import Period, edtf

SHARED_WORDS: Final = 0.5
"""The share of the shorter rendition's content words that the longer must hold. Relays change labels
and cut clauses; of true copies of wire copy in development a half was always left."""

SHARED_BY_STRANGERS: Final = 0.8
"""The share asked where nobody is named: only the words say that two tellings are one."""

WORDS_OF_STRANGERS: Final = 8
"""The least number of shared words asked where nobody is named: short sentences resemble each other."""

DAYS_APART: Final = 1
"""Relays move the day of saying by one."""

_WORD: Final = re.compile(r"\w{4,}")


def origin_key(
    *,
    speaker: str | None,
    unnamed: bool,
    chain: Sequence[str],
    uttered: date | None,
    matter: str,
) -> str:
    """Give the id of a speech act that a person coded.

    A named speaker's words of one day on one matter are one act through whatever outlet. Sources
    that are not named cannot be told to be one: theirs is an act for each relay and wording.
    """
    relays = tuple(chain[1:]) if unnamed or speaker is None else (speaker,)
    first = relays or tuple(chain)
    return _id(*first, uttered.isoformat() if uttered else "", matter)


def matter_key(incident: str | None, days: Period | None) -> str:
    """Name what a word is about: the incident, else its days."""
    return incident or (edtf(days) if days else "")


def _id(*parts: str) -> str:
    return "o" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One document's telling of something said, as findings cite it."""

    key: str
    speaker: str
    named: bool
    uttered: date
    words: frozenset[str]
    document: str


def join_origins(findings: Iterable[Finding]) -> list[Finding]:
    """Give findings the origin that their telling belongs to, across documents.

    Tellings are one origin where the first speaker is the same, the days of saying are at most one
    apart, and the content is the same; without a named speaker, only where the words are. The order
    of the findings makes no difference.
    """
    listed = list(findings)
    tellings = _tellings(listed)
    by_speaker: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings.values():
        by_speaker[telling.speaker].append(telling)
    origin: dict[str, str] = {}
    for group in by_speaker.values():
        for cluster in _clusters(sorted(group, key=lambda item: (item.uttered, item.key))):
            name = _id(min(item.key for item in cluster))
            origin.update((item.key, name) for item in cluster)
    return [replace(finding, origin=origin[finding.origin]) for finding in listed]


def _tellings(findings: Sequence[Finding]) -> dict[str, Telling]:
    """Give each telling once, with all the words its findings cite."""
    words: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Finding] = {}
    for finding in sorted(findings, key=lambda item: item.id):
        words[finding.origin] |= content_words(finding.words)
        first.setdefault(finding.origin, finding)
    return {
        key: Telling(
            key=key,
            speaker=(finding.speaker or "") if not finding.unnamed else f"?{finding.speaker or ''}",
            named=finding.speaker is not None and not finding.unnamed,
            uttered=finding.uttered,
            words=frozenset(words[key]),
            document=finding.document,
        )
        for key, finding in first.items()
    }


def content_words(text: str) -> set[str]:
    """Give the words of a text that tell it from others: four letters and more, and numbers."""
    return set(_WORD.findall(text.casefold())) | set(re.findall(r"\d+", text))


def _clusters(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Join what is one, step by step, among tellings of one speaker sorted by day."""
    parent = list(range(len(tellings)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for later, telling in enumerate(tellings):
        for earlier in range(later - 1, -1, -1):
            if (telling.uttered - tellings[earlier].uttered).days > DAYS_APART:
                break
            if _same(tellings[earlier], telling):
                parent[root(later)] = root(earlier)
    found: dict[int, list[Telling]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        found[root(place)].append(telling)
    return list(found.values())


def _same(one: Telling, other: Telling) -> bool:
    if one.document == other.document or not one.words or not other.words:
        return False
    shared = len(one.words & other.words)
    share = shared / min(len(one.words), len(other.words))
    if one.named and other.named:
        return share >= SHARED_WORDS
    return share >= SHARED_BY_STRANGERS and shared >= WORDS_OF_STRANGERS
