"""One document's telling of something said: what its findings cite, taken together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from trucewatch.core.actor import Actors
from trucewatch.core.finding import Finding
from trucewatch.core.numbers import SPELLED, numbers_in
from trucewatch.core.span import Span
from trucewatch.join.function_words import FUNCTION_WORDS

_WORD: Final = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One document's telling of something said, as findings cite it.

    `speaker` is the first speaker's id, with `?` before it where only the body is named. `stated` tells
    that the text gives the day of saying, `dated` that it does or that the day of publication is known;
    otherwise `uttered` is a day of capture. `links` is the length of the chain, `spans` the sentences.
    """

    key: str
    speaker: str
    named: bool
    uttered: date
    stated: bool
    dated: bool
    known_from: date
    words: frozenset[str]
    document: str
    links: int
    spans: tuple[Span, ...]


def tellings_of(findings: Sequence[Finding], actors: Actors | None = None) -> dict[str, Telling]:
    """Give each telling once, by the origin its findings came with, with all that they cite.

    The names of its speaker tell no telling from another of that speaker: with `actors` they are left
    out of `words`.
    """
    names: dict[str | None, set[str]] = defaultdict(set)
    if actors is not None:
        for speaker in {finding.speaker for finding in findings if finding.speaker}:
            names[speaker] = _name_words(speaker, actors)
    words: dict[str, set[str]] = defaultdict(set)
    spans: dict[str, set[Span]] = defaultdict(set)
    first: dict[str, Finding] = {}
    for finding in sorted(findings, key=lambda item: item.id):
        words[finding.origin] |= content_words(finding.words)
        if finding.span:
            spans[finding.origin].add(finding.span)
        first.setdefault(finding.origin, finding)
    return {
        key: Telling(
            key=key,
            speaker=(finding.speaker or "") if not finding.unnamed else f"?{finding.speaker or ''}",
            named=finding.speaker is not None and not finding.unnamed,
            uttered=finding.uttered,
            stated=finding.said_on is not None,
            dated=(finding.said_on or finding.published) is not None,
            known_from=finding.known_from,
            words=frozenset(words[key] - names[finding.speaker]),
            document=finding.document,
            links=len(finding.chain),
            spans=tuple(sorted(spans[key])),
        )
        for key, finding in first.items()
    }


def _name_words(speaker: str, actors: Actors) -> set[str]:
    """Give the words of every name of a speaker and of the bodies spoken for."""
    bodies = [actors.by_id[body] for body in actors.bodies(speaker) if body in actors.by_id]
    names = [name for body in bodies for name in (body.name, *(each.name for each in body.aliases))]
    return {word for name in names for word in content_words(name)}


@lru_cache(maxsize=1 << 14)
def content_words(text: str) -> frozenset[str]:
    """Give the words of a text that tell it from others: of four letters and more, and numbers.

    A number that is spelled is a number and no word. A sentence bears on many duties: those read last
    are kept at hand.
    """
    told = set(_WORD.findall(text.casefold())) - FUNCTION_WORDS
    return frozenset(told.difference(SPELLED) | numbers_in(text))


def numbers_agree(one: Telling, other: Telling) -> bool:
    """Tell whether one of two tellings holds every number of the other."""
    mine, theirs = ({word for word in each.words if word.isdigit()} for each in (one, other))
    return mine <= theirs or theirs <= mine
