"""Splitting: what a trained reader made one of, and two speakers said in two clauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from trucewatch.extract.encoder.found import Attribution, Fragment
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Line
from trucewatch.extract.speech.clauses import meet
from trucewatch.extract.speech.pairing import shared, size_of
from trucewatch.extract.speech.runs import Utterance

Clause = tuple[int, int]
"""A line, and how many semicolons of it stand before."""

_JOINS: Final = words("and while whereas")


def split(attribution: Attribution, lines: Sequence[Line]) -> Iterator[Attribution]:
    """Yield an attribution for each clause that has a source of its own and words of its own."""
    sources = _by_clause(attribution.source, lines)
    contents = _by_clause(attribution.content, lines)
    own = [clause for clause in sources if clause in contents]
    if len(own) < 2:
        yield _with_near_relays(attribution, sources, contents, lines)
        return
    for place, clause in enumerate(own):
        first = clause if place else (-1, -1)
        last = own[place + 1] if place + 1 < len(own) else (len(lines), 0)

        cue, content, relays = (
            tuple(each for each in fragments if first <= _clause(each, lines) < last)
            for fragments in (attribution.cue, attribution.content, attribution.relays)
        )
        yield replace(
            attribution, source=tuple(sources[clause]), cue=cue, content=content, relays=relays
        )


def _with_near_relays(
    attribution: Attribution,
    sources: dict[Clause, list[Fragment]],
    contents: dict[Clause, list[Fragment]],
    lines: Sequence[Line],
) -> Attribution:
    """Drop whom another speaker told, who has no words here: "X said C. Y had told AGENCY as much"."""
    others = [clause for clause in sources if clause not in contents]
    if len(sources) < 2 or not contents or len(others) == len(sources):
        return attribution
    kept = [held for clause, held in sources.items() if clause in contents]
    return replace(
        attribution,
        source=tuple(each for held in kept for each in held),
        cue=tuple(each for each in attribution.cue if _clause(each, lines) not in others),
        relays=tuple(each for each in attribution.relays if _clause(each, lines) not in others),
    )


def _by_clause(
    fragments: Sequence[Fragment], lines: Sequence[Line]
) -> dict[Clause, list[Fragment]]:
    held: dict[Clause, list[Fragment]] = {}
    for fragment in sorted(fragments):
        held.setdefault(_clause(fragment, lines), []).append(fragment)
    return held


def _clause(fragment: Fragment, lines: Sequence[Line]) -> Clause:
    """Give the clause in which a fragment begins."""
    number = max(0, bisect_right(lines, fragment.start, key=lambda line: line.start) - 1)
    marks = (atom for atom in lines[number].atoms if atom.low == ";")
    return number, sum(atom.start < fragment.start for atom in marks)


def spoken_beside(
    found: Utterance, rule: Utterance, ruled: Sequence[Utterance], lines: Sequence[Line]
) -> list[int]:
    """Give the places of those that the grammar reads beside `rule` in words found for it alone.

    "X said C and Y said D", "C, X said, and D, Y said": Y says D.
    """
    return [
        place
        for place, other in enumerate(ruled)
        if other.draft.line == rule.draft.line == found.draft.line
        and other.parent is None
        and other.draft.source
        and other.content
        and rule.content < other.content
        and not shared(rule.content, other.content)
        and shared(found.content, other.content) == size_of(other.content)
        and not any(meet(*each) for each in product(other.draft.cue, found.draft.cue))
        and lines[other.draft.line].atoms[_opening(other) - 1].low in _JOINS
    ]


def without_beside(found: Utterance, others: Sequence[Utterance]) -> Utterance:
    """Give what was found without what others say from "and" on."""
    if not others or found.words is None:
        return found
    line, end = found.draft.line, min(_opening(other) for other in others) - 1
    content = tuple(
        (at, (first, min(last, end) if at == line else last))
        for at, (first, last) in found.content
        if at < line or (at == line and first < end)
    )
    return found.saying(content)


def _opening(utterance: Utterance) -> int:
    """Give where somebody's clause begins: with who speaks, or what is said before."""
    ranges = (*utterance.draft.source, *utterance.draft.cue, *utterance.draft.content)
    return max(1, min(first for first, _ in ranges))
