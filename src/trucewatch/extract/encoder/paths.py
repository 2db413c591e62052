"""The best labels for a row of words, and how sure they are: a chain over words, for many rows at once.

Rows may be of several heads: those with fewer labels are filled up with labels that never come.
(Viterbi 1967; Lafferty, McCallum and Pereira 2001.)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]
Doubles: TypeAlias = npt.NDArray[np.float64]
Labels: TypeAlias = npt.NDArray[np.intp]

NEVER: Final = -10_000.0
"""The score of what cannot be."""


def span_steps(labels: Sequence[str], transitions: Sequence[Sequence[float]] | None) -> Floats:
    """Give the scores of steps between labels of spans; none leads into a span but from its beginning."""
    size = len(labels)
    steps = np.zeros((size, size), np.float32)
    if transitions is not None:
        steps += np.array(transitions, np.float32)
    for inside in range(2, size, 2):
        allowed = [inside - 1, inside]
        banned = np.setdiff1d(np.arange(size), allowed)
        steps[banned, inside] += NEVER
    return steps


def together(rows: Sequence[Floats], steps: Sequence[Floats]) -> tuple[Floats, Floats]:
    """Put rows of scores with differing labels together, and their steps.

    Each row is [words, labels]; the labels that a row does not have never come.
    """
    width = max(row.shape[1] for row in rows)
    all_scores = np.full((len(rows), rows[0].shape[0], width), NEVER, np.float32)
    all_steps = np.zeros((len(rows), width, width), np.float32)
    for number, (row, step) in enumerate(zip(rows, steps, strict=True)):
        all_scores[number, :, : row.shape[1]] = row
        all_steps[number, : len(step), : len(step)] = step
    return all_scores, all_steps


def best_paths(scores: Floats, steps: Floats) -> Labels:
    """Give the best label of each word, [rows, words].

    `scores` are [rows, words, labels], `steps` [rows, from, to]. No row begins inside a span.
    """
    rows, words, labels = scores.shape
    best = np.empty((words, rows, labels), np.float32)
    best[0] = scores[:, 0]
    best[0, :, 2::2] += NEVER
    by_word = np.ascontiguousarray(scores.transpose(1, 0, 2))
    onto = np.ascontiguousarray(steps.transpose(1, 0, 2))
    total = np.empty_like(onto)
    for word in range(1, words):
        np.add(onto, best[word - 1].T[:, :, None], out=total)
        np.maximum.reduce(total, axis=0, out=best[word])
        best[word] += by_word[word]
    every = np.arange(rows)
    into = np.ascontiguousarray(steps.transpose(0, 2, 1))
    paths = np.empty((rows, words), np.intp)
    paths[:, -1] = best[-1].argmax(1)
    for word in range(words - 1, 0, -1):
        paths[:, word - 1] = (into[every, paths[:, word]] + best[word - 1]).argmax(1)
    return paths


class Chances:
    """How likely spans of best paths are, by forward and backward sums over all paths."""

    def __init__(self, scores: Floats, steps: Floats, paths: Labels) -> None:
        """Take what `best_paths` took, and what it gave; scores and steps already calibrated."""
        rows, words, _ = scores.shape
        step = np.exp(steps.astype(np.float64))
        gain = np.exp((scores - scores.max(2, keepdims=True)).astype(np.float64))
        gain[:, 0, 2::2] = 0.0
        before, behind = _sums(gain, step)
        every = np.arange(rows)[:, None], np.arange(words)[None]
        whole = before * behind
        self._begin = whole[(*every, paths)] / whole.sum(2)
        onward = step[every[0], paths[:, :-1]] * (gain * behind)[:, 1:]
        onward /= np.maximum(onward.sum(2, keepdims=True), _LEAST)
        taken = np.take_along_axis(onward, paths[:, 1:, None], 2)[..., 0]
        logs = np.log(np.maximum(taken, _LEAST))
        self._sums = np.concatenate([np.zeros((rows, 1)), logs.cumsum(1)], 1)
        self._onward = onward

    def of(self, row: int, first: int, last: int, inside: int) -> float:
        """Give the chance of the span of words `first` to `last`; `inside` is the label within it."""
        going = self._sums[row, last] - self._sums[row, first]
        ending = 1.0
        if last < self._onward.shape[1]:
            ending -= self._onward[row, last, inside]
        chance = self._begin[row, first] * np.exp(going) * ending
        return float(min(1.0, max(0.0, chance)))


_LEAST: Final = 1e-300
_STEPS_TO_SCALE: Final = 4
"""So many words on, sums are scaled anew, before they grow too small to tell apart."""


def _sums(gain: Doubles, step: Doubles) -> tuple[Doubles, Doubles]:
    """Give, for each word and label, the sums over all that stands before and behind, to scale.

    Both are the same walk, from either end: done side by side.
    """
    rows, words, _ = gain.shape
    by_word = gain.transpose(1, 0, 2)
    gains = np.concatenate([by_word, by_word[::-1]], 1)[:, :, None]
    steps = np.concatenate([step, step.transpose(0, 2, 1)])
    walks = np.empty_like(gains)
    walks[0] = 1.0
    for word in range(1, words):
        np.matmul(walks[word - 1] * gains[word - 1], steps, out=walks[word])
        if not word % _STEPS_TO_SCALE:
            walks[word] /= np.maximum(walks[word].sum(2, keepdims=True), _LEAST)
    forth, back = walks[:, :rows, 0], walks[::-1, rows:, 0]
    return forth.transpose(1, 0, 2) * gain, back.transpose(1, 0, 2)
