"""Intervals: whether the days that a date expression stands for are read exactly.

Gold: `{text, published, expression, start, edtf}`, one marked expression a text. `edtf` names its first
and last day (an open end is `..`); null says that the words give no day. Of the dates that meet the
marked words, the one that shares most characters with them answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tools.evaluate.form import Form, Place, place, shared
from tools.evaluate.reading import line_of_text

from trucewatch.core.when import Period, period_of

_UNREAD: Final = object()
"""What stands for the answer to a text that could not be read: it equals no gold."""


def line_of_day(gold: Form) -> Form:
    """Give a gold text as a line to read, with its day of publication."""
    return line_of_text({**gold, "date": gold["published"]})


def interval_at(gold: Form, reading: Form) -> Form:
    """Answer with the days of the marked words, and the rule that gave them."""
    asked = _marked(gold)
    met = [each for each in reading["dates"] if shared(asked, place(each["span"]))]
    if not met:
        return {"edtf": None, "rule": None}
    # of two that share as much, one with days: words that stand for no day must have none at all
    best = max(met, key=lambda each: (shared(asked, place(each["span"])), each["edtf"] is not None))
    return {"edtf": best["edtf"], "rule": best["rule"]}


def score_intervals(pairs: Sequence[tuple[Form, Form]]) -> Form:
    """Score (gold, answer) expressions.

    `exact` is the share whose first and last day are right, or that rightly have none; `days` of those
    that have days, `none` of those without. `wrongly` counts days given that are not the right ones.
    """
    hits: dict[bool, list[bool]] = {True: [], False: []}
    wrongly = 0
    missed = []
    for gold, answer in pairs:
        wanted, told = _period(gold["edtf"]), _told(answer)
        hit = wanted == told
        hits[wanted is not None].append(hit)
        wrongly += not hit and isinstance(told, Period)
        if not hit:
            missed.append({**gold, "told": answer.get("edtf"), "rule": answer.get("rule")})
    both = hits[True] + hits[False]
    return {
        "exact": _share(both),
        "days": _share(hits[True]),
        "none": _share(hits[False]),
        "wrongly": wrongly,
        "n": len(both),
        "missed": missed,
    }


def _marked(gold: Form) -> Place:
    return gold["start"], gold["start"] + len(gold["expression"])


def _told(answer: Form) -> object:
    return _period(answer["edtf"]) if "edtf" in answer else _UNREAD


def _period(edtf: str | None) -> Period | None:
    return period_of(edtf) if edtf else None


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0
