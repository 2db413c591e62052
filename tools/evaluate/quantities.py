"""Quantities in sentences: value, bound, unit, and what is counted.

The gold gives a value ("5", or "5-10" for a range), how it is bound ("=", "~", ">", "<", "up",
"down"), a unit, and the thing that is counted. Half of it has no place in the text, so quantities
are paired by their values: each predicted one with one gold one of the same value.

 value     precision, recall and F1 of the values
 bound     the same, where the bound is right too ("up" and "down", changes, count as "=")
 counted   the same, where what is counted shares its last word with the gold unit or concept
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tools.evaluate.form import Form

BOUNDS: Final = {
    "exact": "=",
    "range": "=",
    "about": "~",
    "almost": "<",
    "at_least": ">",
    "more_than": ">",
    "at_most": "<",
    "less_than": "<",
}
"""Our bounds in the gold's signs; a range is two values with "="."""

_SAME: Final = {"up": "=", "down": "="}


def quantities(_: Form, reading: Form) -> Form:
    """Answer with every figure of a reading."""
    return {"quantities": [_quantity(figure) for figure in reading["figures"]]}


def _quantity(figure: Form) -> Form:
    ends = [each for each in (figure["low"], figure["high"]) if each is not None]
    of = figure["of"]["text"] if figure["of"] else None
    return {
        "value": "-".join(f"{each:g}" for each in sorted(set(ends))),
        "unit": figure["unit"] or "-",
        "concept": of or figure["counts"] or "-",
        "values": sorted(set(ends)),
        "change": BOUNDS[figure["bound"]],
        "counts": [words for words in (figure["unit"], figure["counts"], of) if words],
    }


def score_quantities(pairs: Sequence[tuple[Form, Form]]) -> Form:
    """Score (gold, answer) documents."""
    hits = {"value": 0, "bound": 0, "counted": 0}
    gold_count = told_count = 0
    for gold, answer in pairs:
        asked = [each for each in gold["quantities"] if _values(each)]
        told = answer.get("quantities", [])
        gold_count += len(asked)
        told_count += len(told)
        for one, other in _paired(asked, told):
            hits["value"] += 1
            hits["bound"] += _bound(one) == other["change"]
            hits["counted"] += _counted(one, other)
    return {name: _f1(count, told_count, gold_count) for name, count in hits.items()}


def _f1(hits: int, told: int, asked: int) -> Form:
    precision = hits / told if told else 0.0
    recall = hits / asked if asked else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {"p": precision, "r": recall, "f1": f1, "n_pred": told, "n_gold": asked}


def _values(asked: Form) -> tuple[float, ...]:
    """Give a gold value's number or both ends; a minus at its head is a sign, else it parts two."""
    numbers = re.findall(r"(?:^-)?\d+(?:\.\d+)?", asked["value"].replace(",", ""))
    return tuple(sorted({float(number) for number in numbers}))


def _bound(asked: Form) -> str:
    change: str = asked["change"]
    return _SAME.get(change, change)


def _paired(asked: Sequence[Form], told: Sequence[Form]) -> list[tuple[Form, Form]]:
    """Pair by equal values, of several the one whose bound and thing counted agree best."""
    pairs: list[tuple[Form, Form]] = []
    free = list(told)
    for one in asked:
        same = [each for each in free if tuple(each["values"]) == _values(one)]
        best = max(
            same,
            key=lambda each: (each["change"] == _bound(one), _counted(one, each)),
            default=None,
        )
        if best is not None:
            free = [each for each in free if each is not best]
            pairs.append((one, best))
    return pairs


def _counted(asked: Form, told: Form) -> bool:
    wanted = {_last(asked[key]) for key in ("unit", "concept", "normalized_unit")} - {""}
    given = {_last(words) for words in told["counts"]} - {""}
    return bool(wanted & given) or not (wanted or given)


def _last(words: str) -> str:
    """Give the last word, small and without its plural's end."""
    found = re.findall(r"\w+", words.casefold())
    return str(found[-1]).removesuffix("s") if found else ""
