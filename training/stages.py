"""The stages of training: who said what and names, then events beside them, then relays, then rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final
from zlib import crc32

from corpora import (
    Example,
    crossner,
    event_location,
    meantime,
    muc,
    polnear,
    re3d,
    relayed,
    written,
)
from train import Plan

SEED: Final = 2018

STAGE_ONE: Final = Plan(
    repeats={"polnear": 1, "re3d": 4, "crossner": 2}, epochs=2, horizon=5, seed=SEED
)

_BESIDE: Final = {
    "polnear": 1,
    "re3d": 3,
    "crossner": 1,
    "meantime": 3,
    "event_location": 1,
    "muc": 1,
}

STAGE_TWO: Final = Plan(
    repeats={**_BESIDE, "written": 6},
    shares={"polnear": 0.8, "event_location": 0.5},
    epochs=2,
    horizon=3,
    warm_up=0.03,
    rate=2.5e-4,
    head_rate=1e-3,
    seed=SEED + 1,
)

STAGE_THREE: Final = Plan(
    repeats={**_BESIDE, "written": 2, "relayed": 4, "meantime": 1, "re3d": 2},
    shares={"polnear": 0.4, "event_location": 0.3, "muc": 0.5},
    crops={"polnear": 6},
    epochs=2,
    horizon=2,
    warm_up=0.02,
    rate=1.2e-4,
    head_rate=6e-4,
    seed=SEED + 2,
)

STAGE_FOUR: Final = Plan(
    repeats={**_BESIDE, "written": 3, "relayed": 4, "meantime": 2, "re3d": 5},
    shares={"polnear": 0.5, "event_location": 0.1, "muc": 0.3},
    crops={"polnear": 4},
    weights={"reality": 1.5},
    epochs=3,
    horizon=3,
    warm_up=0.02,
    rate=1.2e-4,
    head_rate=6e-4,
    seed=SEED + 3,
)

STAGE_FIVE: Final = replace(
    STAGE_FOUR,
    repeats={**_BESIDE, "written": 2, "relayed": 3, "meantime": 2, "re3d": 4},
    rate=1.8e-4,
    head_rate=8e-4,
    joined=0.25,
    seed=SEED + 4,
)
"""From the end of stage three, as stage four: with passages that were written after that one."""

STAGE_SIX: Final = Plan(
    repeats={**_BESIDE, "written": 1, "relayed": 1, "meantime": 1, "re3d": 2},
    shares={
        "polnear": 0.8,
        "written": 0.5,
        "relayed": 0.6,
        "crossner": 0.3,
        "meantime": 0.5,
        "event_location": 0.01,
        "muc": 0.1,
    },
    crops={"polnear": 2},
    epochs=1,
    horizon=1,
    rate=6e-5,
    head_rate=2e-4,
    average=0.995,
    joined=0.25,
    seed=SEED + 5,
)

WRITTEN: Final[dict[int, tuple[str, ...]]] = {
    7: (
        *("unmarked", "things", "wire", "sides", "distance", "minimal", "changes", "articles"),
        *("press", "papers", "onward"),
    ),
    8: ("turns", "narrative", "duties", "accounts", "tellings"),
    10: (
        *("subtle", "correspondents", "neighbours", "idioms", "paragraphs"),
        *("regions", "bounds", "across"),
    ),
    11: (
        *("grid", "monitors", "outcomes", "dispatched"),
        *("casework", "nested", "wires"),
    ),
}
"""The files of passages that were written for a stage: no earlier one reads them."""

STAGE_SEVEN: Final = replace(
    STAGE_SIX,
    repeats={**STAGE_SIX.repeats, "re3d": 3},
    shares={**STAGE_SIX.shares, "crossner": 0.5, "meantime": 0.7},
    often=dict.fromkeys(WRITTEN[7], 2),
    weights={"reality": 1.5},
    horizon=2,
    warm_up=0.02,
    rate=1.2e-4,
    head_rate=5e-4,
    average=0.998,
    seed=SEED + 6,
)

STAGE_EIGHT: Final = replace(
    STAGE_SEVEN,
    often={**dict.fromkeys(WRITTEN[7], 2), **dict.fromkeys(WRITTEN[8], 3)},
    horizon=1,
    rate=8e-5,
    head_rate=4e-4,
    average=0.996,
    seed=SEED + 7,
)

STAGE_NINE: Final = Plan(
    repeats={**_BESIDE, "written": 1, "relayed": 1, "meantime": 1},
    shares={"polnear": 0.35, "crossner": 0.3, "meantime": 0.5, "event_location": 0.01, "muc": 0.1},
    crops={"polnear": 1},
    weights={"reality": 1.5},
    epochs=1,
    horizon=2,
    warm_up=0.05,
    rate=2e-4,
    head_rate=6e-4,
    average=0.998,
    joined=0.25,
    seed=SEED + 8,
)

STAGE_TEN: Final = replace(
    STAGE_NINE,
    often=dict.fromkeys(WRITTEN[10], 2),
    horizon=3,
    warm_up=0.02,
    seed=SEED + 9,
)

STAGE_ELEVEN: Final = replace(
    STAGE_TEN,
    repeats={**STAGE_NINE.repeats, "re3d": 4},
    shares={**STAGE_NINE.shares, "polnear": 0.8, "written": 0.5, "relayed": 0.6},
    often={**dict.fromkeys(WRITTEN[10], 1), **dict.fromkeys(WRITTEN[11], 3)},
    crops={"polnear": 2},
    epochs=1,
    horizon=1,
    rate=1e-4,
    head_rate=4e-4,
    average=0.997,
    seed=SEED + 10,
)

LATER: Final[dict[int, Plan]] = {
    7: STAGE_SEVEN,
    8: STAGE_EIGHT,
    9: STAGE_NINE,
    10: STAGE_TEN,
    11: STAGE_ELEVEN,
}
"""The stages that go on from the mean of stages six and four."""

OF_SIX: Final = 0.7
"""The share of stage six in what the later stages go on from; the rest is stage four's."""

OF_ELEVEN: Final = 0.6
"""The share of the last stage in what is shipped; the rest is stage eight's, which reads statements better."""

KEPT_APART: Final = 12
"""One written passage in so many is not trained on: it shows how the events' heads do."""


def stage_one(data: Path) -> list[Example]:
    """Give the examples of the first stage."""
    return [*polnear(data, "train"), *re3d(data, "train"), *crossner(data, "train")]


def stage_two(data: Path, passages: Path) -> tuple[list[Example], list[Example]]:
    """Give the examples of the later stages, and the written ones that are kept apart."""
    told = [each for path in sorted(passages.glob("*.txt")) for each in written(path)]
    apart = [each for each in told if _is_apart(each)]
    taught = [each for each in told if not _is_apart(each)]
    found = [*stage_one(data), *taught]
    found += [
        each for path in sorted((passages / "relays").glob("*.txt")) for each in relayed(path)
    ]
    found += [*meantime(data, "train"), *event_location(data, "train"), *muc(data, "train")]
    return found, apart


def read_by(examples: Sequence[Example], stage: int) -> list[Example]:
    """Give the examples without the passages that were written for a later stage."""
    later = {name for number, files in WRITTEN.items() if number > stage for name in files}
    return [each for each in examples if each.id.partition(":")[0] not in later]


def left_open(stage: int) -> frozenset[str]:
    """Give the files of passages in which a stage leaves open what is surely an event and not marked."""
    return frozenset(name for number, files in WRITTEN.items() if number <= stage for name in files)


def _is_apart(example: Example) -> bool:
    return crc32(example.text.encode("utf-8")) % KEPT_APART == 0
