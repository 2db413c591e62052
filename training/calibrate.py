"""Confidences made honest: how often a finding of each raw confidence is right on development parts.

The package's own encoder answers, int8 and all; a rising curve is fitted by pooling adjacent violators
(Ayer et al. 1955) and written into the model's settings.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from corpora import Example, read_lines
from export import write_settings

from trucewatch.extract.encoder.encoder import Encoder
from trucewatch.extract.encoder.found import Fragment

POINTS: Final = 12
"""A curve has so many points at most."""


class Judged(NamedTuple):
    """A raw confidence, and whether the finding was right."""

    raw: float
    right: bool


def calibrate(
    folder: Path, data: Path, scorers: Path, apart: Sequence[Example]
) -> dict[str, float]:
    """Fit all curves of a model's folder and write them; give each kind's calibration error before."""
    held = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    write_settings(folder, {**held, "curves": {}})
    encoder = Encoder.load(folder)
    judged = {
        "attribution": list(_attributions(encoder, data, scorers)),
        "names": list(_names(encoder, data)),
        **_events(encoder, apart),
    }
    curves = {kind: curve(found) for kind, found in judged.items() if len(found) > 2 * POINTS}
    write_settings(folder, {**held, "curves": curves})
    return {kind: expected_error(found) for kind, found in judged.items()}


def curve(judged: Iterable[Judged]) -> list[list[float]]:
    """Give the points (raw, how often right) of a curve that rises from 0 to 1."""
    blocks: list[list[float]] = []
    for raw, right in sorted(judged):
        blocks.append([raw, float(right), 1.0])
        while len(blocks) > 1 and blocks[-2][1] >= blocks[-1][1]:
            last = blocks.pop()
            size = blocks[-1][2] + last[2]
            blocks[-1] = [
                (each * blocks[-1][2] + other * last[2]) / size
                for each, other in zip(blocks[-1][:2], last[:2], strict=True)
            ] + [size]
    kept = _thinned(blocks)
    points = [[0.0, kept[0][1]], *([raw, worth] for raw, worth, _ in kept), [1.0, kept[-1][1]]]
    rising = [points[0]]
    for raw, worth in points[1:]:
        if raw > rising[-1][0] + 1e-4:
            rising.append([round(raw, 5), round(worth, 4)])
    rising[0] = [0.0, round(rising[0][1], 4)]
    return rising


def _thinned(blocks: list[list[float]]) -> list[list[float]]:
    """Join blocks until there are few: the smallest with its neighbour first."""
    kept = [list(block) for block in blocks]
    while len(kept) > POINTS:
        place = min(range(len(kept) - 1), key=lambda number: kept[number][2] + kept[number + 1][2])
        first, second = kept[place], kept.pop(place + 1)
        size = first[2] + second[2]
        kept[place] = [(first[n] * first[2] + second[n] * second[2]) / size for n in (0, 1)] + [
            size
        ]
    return kept


def expected_error(judged: Sequence[Judged], bins: int = 10) -> float:
    """Give the expected calibration error over equal bins (Guo et al. 2017)."""
    total = 0.0
    for number in range(bins):
        here = [each for each in judged if number == min(bins - 1, int(each.raw * bins))]
        if here:
            trust = sum(each.raw for each in here) / len(here)
            share = sum(each.right for each in here) / len(here)
            total += abs(trust - share) * len(here) / max(1, len(judged))
    return round(total, 4)


def _attributions(encoder: Encoder, data: Path, scorers: Path) -> Iterator[Judged]:
    if str(scorers) not in sys.path:
        sys.path.insert(0, str(scorers))
    from score_attribution import cover, jac, tokens

    for row in read_lines(data / "polnear" / "dev.jsonl"):
        text = row["text"]
        marks = tokens(text)
        gold = [
            {role: cover(marks, each[role]) for role in ("source", "cue", "content")}
            for each in row["attributions"]
        ]
        for found in encoder.look(text, [(0, len(text))]).attributions:
            parts = {
                role: cover(marks, _pairs(getattr(found, role)))
                for role in ("source", "cue", "content")
            }
            right = any(
                jac(parts["content"], each["content"]) >= 0.5
                and jac(parts["source"], each["source"]) >= 0.5
                and (bool(parts["cue"] & each["cue"]) or not (parts["cue"] or each["cue"]))
                for each in gold
            )
            yield Judged(found.confidence, right)


def _pairs(fragments: Sequence[Fragment]) -> list[list[int]]:
    return [[fragment.start, fragment.end] for fragment in fragments]


def _names(encoder: Encoder, data: Path) -> Iterator[Judged]:
    from corpora import crossner, re3d

    for example in (*re3d(data, "dev"), *crossner(data, "dev")[:200]):
        gold = {(name.start, name.end, name.kind) for name in example.names or ()}
        for found in encoder.look(example.text, [(0, len(example.text))]).names:
            if found.kind in example.kinds:
                yield Judged(found.confidence, (found.start, found.end, found.kind) in gold)


def _events(encoder: Encoder, apart: Sequence[Example]) -> dict[str, list[Judged]]:
    judged: dict[str, list[Judged]] = {"events": [], "reality": [], "arguments": []}
    for example in apart:
        gold = {(event.start, event.end): event for event in example.events or ()}
        given = list(gold)
        for found in encoder.find(example.text, [(0, len(example.text))]).events:
            event = gold.get((found.start, found.end))
            judged["events"].append(
                Judged(found.confidence, event is not None and event.kind == found.kind)
            )
        for found in encoder.find(example.text, [(0, len(example.text))], (), given).events:
            event = gold.get((found.start, found.end))
            if event is None:
                continue
            right = event.realities is not None and found.reality in event.realities
            judged["reality"].append(Judged(found.reality_confidence, right))
            marked = {(a.start, a.end, a.role) for a in event.arguments or ()}
            judged["arguments"] += [
                Judged(a.confidence, (a.start, a.end, a.role) in marked) for a in found.arguments
            ]
    return judged
