"""Splitting: one attribution that a trained reader made of what two speakers said in two clauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trucewatch.extract.encoder.found import Attribution, Fragment
from trucewatch.extract.speech.atoms import Line

Clause = tuple[int, int]
"""A line, and how many semicolons of it stand before."""


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
