"""Are confidences what they say? Expected calibration error, in ten bins of equal width.

 statements   right where the gold attribution paired with it has the same content and source by
              half or more, and a cue in common (the scorer's triple)
 names        right where a gold name has the same span and type
 reality      right where the event's reality is

The error is the mean distance, over all answers, between a bin's mean confidence and the share of
it that is right: 0 is best.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from tools.evaluate.answers import ENTITY
from tools.evaluate.form import Form, Place, place
from tools.evaluate.nested import common, overlap

BINS: Final = 10

Judged = tuple[float, bool]
"""A confidence, and whether the answer was right."""


def calibration(judged: Sequence[Judged]) -> Form:
    """Give the expected calibration error, and for each bin its size, confidence and share right."""
    bins: list[list[Judged]] = [[] for _ in range(BINS)]
    for confidence, right in judged:
        bins[min(BINS - 1, max(0, int(confidence * BINS)))].append((confidence, right))
    table = [
        {
            "from": index / BINS,
            "n": len(each),
            "confidence": sum(confidence for confidence, _ in each) / len(each),
            "right": sum(right for _, right in each) / len(each),
        }
        for index, each in enumerate(bins)
        if each
    ]
    error = sum(abs(row["confidence"] - row["right"]) * row["n"] for row in table)
    return {"error": error / len(judged) if judged else 0.0, "n": len(judged), "bins": table}


def judged_statements(both: Iterable[tuple[Form, Form]]) -> list[Judged]:
    """Judge the confidences of statements against gold attributions."""
    judged = []
    for gold, reading in both:
        asked = gold["attributions"]
        told = reading.get("statements", [])
        pairs = _paired(asked, told)
        for index, statement in enumerate(told):
            one = pairs.get(index)
            right = one is not None and _triple(asked[one], statement)
            judged.append((float(statement["confidence"]), right))
    return judged


def _spans(spans: Iterable[Form]) -> list[Place]:
    return [place(each) for each in spans]


def _gold(spans: Iterable[Sequence[int]]) -> list[Place]:
    return [(each[0], each[1]) for each in spans]


def _paired(asked: Sequence[Form], told: Sequence[Form]) -> Mapping[int, int]:
    """Pair statements with gold attributions, most common content first: statement -> gold."""
    found = sorted(
        (
            (-overlap(_gold(one["content"]), _spans(other["content"])), place_in, index)
            for place_in, one in enumerate(asked)
            for index, other in enumerate(told)
        )
    )
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for share, place_in, index in found:
        if -share >= 0.5 and index not in pairs and place_in not in used:
            pairs[index] = place_in
            used.add(place_in)
    return pairs


def _triple(asked: Form, told: Form) -> bool:
    source, cue = _gold(asked["source"]), _gold(asked["cue"])
    unsourced = not (source or told["source"])
    same_source = unsourced or overlap(source, _spans(told["source"])) >= 0.5
    same_cue = common(cue, _spans(told["cue"])) > 0 or not (cue or told["cue"])
    return same_source and same_cue


def judged_names(
    both: Iterable[tuple[Form, Form]], types: Mapping[str, str | None]
) -> list[Judged]:
    """Judge the confidences of names, where a reading gives them; `types`: gold type -> common."""
    judged = []
    for gold, reading in both:
        asked = {(each["start"], each["end"], types.get(each["type"])) for each in gold["entities"]}
        judged += [
            (float(each["confidence"]), (*place(each["span"]), ENTITY[each["kind"]]) in asked)
            for each in reading.get("mentions", [])
            if "confidence" in each
        ]
    return judged


def judged_realities(both: Iterable[tuple[Form, Form]]) -> list[Judged]:
    """Judge the confidences of realities: pairs of gold and answer."""
    return [
        (float(answer["confidence"]), answer["reality"] == gold["reality"])
        for gold, answer in both
        if "reality" in answer
    ]
