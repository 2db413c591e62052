"""Best labels and chances, against a look at every path there is."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiny_model import spans_of
from trucewatch.extract.encoder.paths import Chances, Floats, best_paths, span_steps, together

LABELS = spans_of("source", "cue")


def allowed(path: tuple[int, ...]) -> bool:
    """Tell whether no span goes on that was not begun."""
    return all(
        label == 0 or label % 2 or (place and path[place - 1] in (label - 1, label))
        for place, label in enumerate(path)
    )


def every_path(scores: Floats, steps: Floats) -> dict[tuple[int, ...], float]:
    words, labels = scores.shape
    return {
        path: float(
            sum(scores[place, label] for place, label in enumerate(path))
            + sum(steps[one, other] for one, other in pairwise(path))
        )
        for path in product(range(labels), repeat=words)
        if allowed(path)
    }


SEEDS = st.integers(0, 10_000)


def drawn(seed: int, words: int, labels: int = len(LABELS)) -> tuple[Floats, Floats]:
    chance = np.random.default_rng(seed)
    scores = chance.normal(0, 2, (words, labels)).astype(np.float32)
    moves = chance.normal(0, 1, (labels, labels))
    return scores, span_steps(LABELS[:labels], moves.tolist())


@given(SEEDS, st.integers(1, 5))
@settings(max_examples=40)
def test_the_best_path_is_the_best_of_all(seed: int, words: int) -> None:
    scores, steps = drawn(seed, words)
    paths = every_path(scores, steps)
    (found,) = best_paths(scores[None], steps[None])
    assert paths[tuple(found.tolist())] == pytest.approx(max(paths.values()), abs=1e-4)


@given(SEEDS, st.integers(1, 5))
@settings(max_examples=40)
def test_the_chance_of_a_span_is_the_share_of_its_paths(seed: int, words: int) -> None:
    scores, steps = drawn(seed, words)
    paths = every_path(scores, steps)
    whole = sum(np.exp(each) for each in paths.values())
    chosen = best_paths(scores[None], steps[None])
    chances = Chances(scores[None], steps[None], chosen)
    path = tuple(chosen[0].tolist())
    for first, label in enumerate(path):
        if label % 2:
            last = first
            while last + 1 < words and path[last + 1] == label + 1:
                last += 1
            span = path[first : last + 1]
            with_span = sum(
                np.exp(score)
                for each, score in paths.items()
                if each[first : last + 1] == span
                and (last + 1 == words or each[last + 1] != label + 1)
            )
            share = chances.of(0, first, last, label + 1)
            assert share == pytest.approx(with_span / whole, rel=1e-3, abs=1e-6)


@given(SEEDS, st.integers(1, 40))
def test_rows_of_fewer_labels_are_as_they_are_alone(seed: int, words: int) -> None:
    one, other = drawn(seed, words), drawn(seed + 1, words, 3)
    both = best_paths(*together([one[0], other[0]], [one[1], other[1]]))
    alone = [best_paths(scores[None], steps[None])[0] for scores, steps in (one, other)]
    assert np.array_equal(both, np.array(alone))
    chances = Chances(*together([one[0], other[0]], [one[1], other[1]]), both)
    single = Chances(other[0][None], other[1][None], both[1:])
    for place in np.flatnonzero(both[1] == 1).tolist():
        mine, theirs = (each.of(row, place, place, 2) for each, row in ((chances, 1), (single, 0)))
        assert mine == pytest.approx(theirs)


def test_long_rows_of_wild_scores_keep_their_chances_between_0_and_1() -> None:
    chance = np.random.default_rng(3)
    scores = chance.normal(0, 60, (1, 500, len(LABELS))).astype(np.float32)
    steps = span_steps(LABELS, None)[None]
    path = best_paths(scores, steps)
    chances = Chances(scores, steps, path)
    told = [chances.of(0, int(at), int(at), 2) for at in np.flatnonzero(path[0] == 1)]
    assert told
    assert all(0 <= each <= 1 for each in told)
