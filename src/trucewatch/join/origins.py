"""Which renditions carry one speech act: the same first speaker, about the same day, the same words."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from trucewatch.core.actor import Actors
from trucewatch.core.finding import Finding
from trucewatch.core.when import Period, edtf
from trucewatch.join.passages import SharedText
from trucewatch.join.reprints import as_first_told
from trucewatch.join.telling import Telling, numbers_agree, tellings_of

SHARED_WORDS: Final = 0.5
"""The share of the shorter rendition's content words that the longer must hold. Relays change labels
and cut clauses; of true copies of wire copy in development a half was always left."""

SHARED_BY_STRANGERS: Final = 0.8
"""The share asked where nobody is named: only the words say that two tellings are one."""

FEWEST_SHARED: Final = 3
"""Fewer shared content words make two tellings one only where the shorter has no others."""

DAYS_APART: Final = 1
"""Relays move the day of saying by one."""


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


def join_origins(
    findings: Iterable[Finding], shared: Iterable[SharedText] = (), actors: Actors | None = None
) -> list[Finding]:
    """Give findings the origin that their telling belongs to, across documents.

    Tellings are one origin where the first speaker is the same, the days of saying are at most one
    apart, and the content is the same; without a named speaker, only where the words are. Where their
    documents carry one text (`shared`), the same sentence has one speaker, and a reprint the day of its
    first print. A speaker's own names, known from `actors`, are no content. What one document tells
    apart stays apart. An origin is named after the telling that was known first, so that what comes
    later does not rename it. The order of the findings makes no difference.
    """
    listed = list(findings)
    tellings = as_first_told(tellings_of(listed, actors).values(), shared)
    by_speaker: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_speaker[telling.speaker].append(telling)
    origin: dict[str, str] = {}
    for group in by_speaker.values():
        for cluster in _clusters(sorted(group, key=lambda item: (item.uttered, item.key))):
            name = _id(min((item.known_from, item.key) for item in cluster)[1])
            origin.update((item.key, name) for item in cluster)
    return [replace(finding, origin=origin[finding.origin]) for finding in listed]


def _clusters(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Join what is one, the likest first, among tellings of one speaker sorted by day."""
    cluster = {telling.key: [telling] for telling in tellings}
    for *_, one, other in sorted(_alike(tellings)):
        left, right = cluster[one], cluster[other]
        if left is not right and _may_be_one(left, right):
            left.extend(right)
            cluster.update((telling.key, left) for telling in right)
    return list({id(each): each for each in cluster.values()}.values())


def _alike(tellings: Sequence[Telling]) -> Iterator[tuple[float, int, int, str, str]]:
    """Yield the pairs that may be one, as sorting wants them: the likest first, then by their keys."""
    for place, telling in enumerate(tellings):
        for earlier in reversed(tellings[:place]):
            apart = (telling.uttered - earlier.uttered).days
            if apart > DAYS_APART:
                break
            shared = len(telling.words & earlier.words)
            shorter = min(len(telling.words), len(earlier.words))
            if _is_enough(shared, shorter, telling) and _agree(earlier, telling):
                first, second = sorted((earlier.key, telling.key))
                yield -shared / shorter, -shared, apart, first, second


def _is_enough(shared: int, shorter: int, telling: Telling) -> bool:
    """Tell whether so many shared words, of the `shorter` rendition's, make two tellings one."""
    asked = SHARED_WORDS if telling.named else SHARED_BY_STRANGERS
    return shared >= max(1, shorter * asked, min(shorter, FEWEST_SHARED))


def _agree(one: Telling, other: Telling) -> bool:
    """Tell whether numbers agree: a bulletin repeats its words day by day, but not its numbers."""
    return one.uttered == other.uttered or numbers_agree(one, other)


def _may_be_one(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    days = [telling.uttered for telling in (*left, *right)]
    documents = {telling.document for telling in (*left, *right)}
    near = (max(days) - min(days)).days <= DAYS_APART
    return near and len(documents) == len(left) + len(right)
