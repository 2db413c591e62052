"""From a window's answer to spans of words, each with its chance."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

import numpy as np

from trucewatch.extract.encoder.encoding import Encoded
from trucewatch.extract.encoder.folder import ModelFolder
from trucewatch.extract.encoder.heads import HEADS
from trucewatch.extract.encoder.network import Answer, Floats
from trucewatch.extract.encoder.paths import Chances, Labels, best_paths, span_steps, together
from trucewatch.extract.encoder.windows import Window


class WordSpan(NamedTuple):
    """Words `first` to `last`, both of them in it, of a kind."""

    first: int
    last: int
    kind: str
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowRead:
    """What a window's answer says of the text's words `low` to `high`.

    `scores` holds a row for each word. `spans` are those that begin where the window's answers count:
    its words `begin` to `stop`.
    """

    low: int
    high: int
    begin: int
    stop: int
    scores: Mapping[str, Floats]
    spans: Mapping[str, tuple[WordSpan, ...]]


class SpanReader:
    """Reads the heads that mark spans: one best path a head, all at once."""

    def __init__(self, model: ModelFolder) -> None:
        """Make the steps of each head ready."""
        self.labels = model.labels
        self.temperatures = {
            name: model.temperatures.get(name, 1.0) for name in (*HEADS, "argument")
        }
        self._steps = {
            name: span_steps(labels, model.transitions.get(name))
            for name, labels in model.labels.items()
            if name == "argument" or HEADS[name].form == "spans"
        }

    def read(self, encoded: Encoded, window: Window, answer: Answer) -> WindowRead:
        """Read a window's answer."""
        low, high, begin, stop = (
            bisect_left(encoded.firsts, place)
            for place in (window.first, window.last, window.begin, window.stop)
        )
        places = np.array(encoded.firsts[low:high], np.intp) - window.first
        scores = {name: row[places] for name, row in answer.items()}
        heads = [name for name in scores if name in self._steps]
        found = self.spans(heads, [scores[name] for name in heads]) if high > low else []
        return WindowRead(
            low=low,
            high=high,
            begin=begin,
            stop=stop,
            scores=scores,
            spans={
                name: tuple(
                    WordSpan(first + low, last + low, kind, chance)
                    for first, last, kind, chance in spans
                    if begin <= first + low < stop
                )
                for name, spans in zip(heads, found, strict=False)
            },
        )

    def spans(self, heads: Sequence[str], rows: Sequence[Floats]) -> list[list[WordSpan]]:
        """Give the spans of rows of scores, each of a head, all over the same number of words."""
        steps = [self._steps[head] for head in heads]
        loud = [n for n, row in enumerate(rows) if not _is_silent(row, steps[n])]
        found: list[list[WordSpan]] = [[] for _ in heads]
        if not loud:
            return found
        paths = best_paths(*together([rows[n] for n in loud], [steps[n] for n in loud]))
        told = [place for place, path in enumerate(paths) if path.any()]
        if told:
            self._tell(found, heads, rows, [loud[place] for place in told], paths[told])
        return found

    def _tell(
        self,
        found: list[list[WordSpan]],
        heads: Sequence[str],
        rows: Sequence[Floats],
        told: Sequence[int],
        paths: Labels,
    ) -> None:
        """Put the spans of the rows that have any in their places, each with its chance."""
        warmth = [np.float32(self.temperatures[heads[n]]) for n in told]
        chances = Chances(
            *together(
                [rows[n] / heat for n, heat in zip(told, warmth, strict=True)],
                [self._steps[heads[n]] / heat for n, heat in zip(told, warmth, strict=True)],
            ),
            paths,
        )
        for place, number in enumerate(told):
            labels = self.labels[heads[number]]
            found[number].extend(
                WordSpan(
                    first,
                    last,
                    labels[inside].removeprefix("I-"),
                    chances.of(place, first, last, inside),
                )
                for first, last, inside in _runs(paths[place])
            )


def _is_silent(scores: Floats, steps: Floats) -> bool:
    """Tell whether the best path is surely outside all along: the best label of every word and step."""
    return bool(steps[0, 0] >= steps.max() and not scores.argmax(1).any())


def _runs(path: Labels) -> list[tuple[int, int, int]]:
    """Give the first and the last word of each span of a path, and the label inside it."""
    begins = np.flatnonzero(path & 1)
    ends = np.flatnonzero((path > 0) & ~_goes_on(path))
    return [(int(a), int(b), int(path[a]) + 1) for a, b in zip(begins, ends, strict=True)]


def _goes_on(path: Labels) -> Labels:
    """Tell for each word whether the next one is inside the same span."""
    following = np.append(path[1:], 0)
    return cast("Labels", (following > 0) & (following % 2 == 0))


def apart(spans: Sequence[WordSpan], following: Sequence[WordSpan]) -> tuple[WordSpan, ...]:
    """Cut what reaches out of one window where the next one sees something else begin."""
    if not spans or not following or spans[-1].last < following[0].first:
        return tuple(spans)
    return (*spans[:-1], spans[-1]._replace(last=following[0].first - 1))
