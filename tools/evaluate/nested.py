"""Statements within statements: whether a gold unit inside another is read, and that one too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tools.evaluate.form import Form, Place, shared


def inner_units(gold: Form) -> Form:
    """Give the gold units that stand inside another, each with the one around it."""
    units = gold["attributions"]
    return {
        "pairs": [
            {"inner": unit, "outer": units[unit["inside"]]}
            for unit in units
            if unit.get("inside") is not None
        ]
    }


def score_nested(pairs: Sequence[tuple[Form, Form]]) -> Form:
    """Score (gold, answer) documents: `inner` the share read, `both` with the unit around too.

    A unit is read where one statement's content overlaps its content by half and its clause
    shares a character with the unit's clause.
    """
    count = inner = both = 0
    for gold, answer in pairs:
        told = answer.get("attributions", [])
        for pair in gold["pairs"]:
            count += 1
            found = _read(pair["inner"], told)
            inner += found
            both += found and _read(pair["outer"], told)
    return {
        "inner": inner / count if count else 0.0,
        "both": both / count if count else 0.0,
        "n": count,
    }


def _read(unit: Form, told: Iterable[Form]) -> bool:
    clause = [tuple(unit["clause"])]
    content = [tuple(each) for each in unit["content"]]
    return any(
        overlap(content, [tuple(each) for each in one["content"]]) >= 0.5
        and common(clause, [tuple(each) for each in one["cue"]]) > 0
        for one in told
    )


def common(one: Sequence[Place], other: Sequence[Place]) -> int:
    """Give how many characters two lists of stretches share."""
    return sum(shared(left, right) for left in one for right in other)


def overlap(one: Sequence[Place], other: Sequence[Place]) -> float:
    """Give the share of two lists of stretches that is common to both, 0 to 1."""
    both = common(one, other)
    total = _length(one) + _length(other) - both
    return both / total if total else 0.0


def _length(spans: Iterable[Place]) -> int:
    return sum(end - start for start, end in spans)
