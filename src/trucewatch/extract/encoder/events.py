"""Events: triggers that the network finds or is given, what they are, and who takes part in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple, cast

import numpy as np

from trucewatch.extract.encoder.encoding import Encoded
from trucewatch.extract.encoder.folder import ModelFolder
from trucewatch.extract.encoder.found import (
    ARGUMENTS,
    ArgumentFound,
    ArgumentRole,
    EventFound,
    Fragment,
)
from trucewatch.extract.encoder.network import Floats
from trucewatch.extract.encoder.paths import NEVER, Labels
from trucewatch.extract.encoder.spans import SpanReader, WindowRead, WordSpan
from trucewatch.extract.encoder.statements import fragment_of
from trucewatch.extract.lexicons import words

REACH: Final = 80
"""An argument's words are looked for so many words to either side of its trigger."""

AT_ONCE: Final = 64
"""So many triggers are looked at together: memory stays bounded on hostile text."""

PARTICLES: Final = words(
    "out back up down in off over away on into through ahead apart aside together"
)
"""A verb that ends with one of these is known by its first word."""

_EXACT: Final = 4
"""Distances are told apart to this many words, then by powers of two."""

_FOUND: Final = 0.3
"""A trigger is one from this chance on."""


class _Trigger(NamedTuple):
    """A word that tells of an event, and the words to cite; `chance` is 1 where it was given."""

    word: int
    cited: Fragment
    chance: float


class _Labels(NamedTuple):
    """What an event is, each with its chance."""

    kind: tuple[str, float]
    reality: tuple[str, float]
    aspect: tuple[str, float]
    recap: tuple[str, float]
    realities: tuple[tuple[str, float], ...]


class EventReader:
    """Reads triggers, their labels and their arguments."""

    def __init__(self, model: ModelFolder, spans: SpanReader) -> None:
        """Make the tables of arguments ready, where the model has them."""
        self._spans = spans
        self._labels = model.labels
        self._tables = {name: np.array(rows, np.float32) for name, rows in model.constants.items()}

    def read(
        self, read: WindowRead, encoded: Encoded, given: Mapping[int, Sequence[Fragment]]
    ) -> Iterator[EventFound]:
        """Yield the events whose triggers count in a window; `given` holds triggers by their word."""
        if "trigger" not in read.scores:
            return
        triggers = list(self._triggers(read, encoded, given))
        for number in range(0, len(triggers), AT_ONCE):
            some = triggers[number : number + AT_ONCE]
            words = [each.word for each in some]
            labels = self._called(read, words)
            arguments = self._arguments(read, encoded, words)
            yield from map(_event, some, labels, arguments)

    def triggers(self, read: WindowRead, encoded: Encoded) -> Iterator[EventFound]:
        """Yield the events that the network finds itself, without who takes part in them."""
        if "trigger" in read.scores:
            found = list(self._triggers(read, encoded, {}))
            yield from map(_event, found, self._called(read, [each.word for each in found]))

    def _called(self, read: WindowRead, words: Sequence[int]) -> Iterator[_Labels]:
        """Yield what each trigger's event is, and how it is told."""
        rows = [word - read.low for word in words]
        kind, reality, aspect, recap = (
            self._choices(head, read.scores[head][rows])
            for head in ("kind", "reality", "aspect", "recap")
        )
        return map(_Labels, kind, reality, aspect, recap, self._all("reality", read, rows))

    def _triggers(
        self, read: WindowRead, encoded: Encoded, given: Mapping[int, Sequence[Fragment]]
    ) -> Iterator[_Trigger]:
        chances = self._chances("trigger", read.scores["trigger"])
        told = chances[:, self._labels["trigger"].index("trigger")]
        for word in range(read.begin, read.stop):
            chance = float(told[word - read.low])
            if word in given:
                for cited in given[word]:
                    yield _Trigger(word, cited, 1.0)
            elif chance > _FOUND:
                cited = Fragment(encoded.starts[word], encoded.ends[word])
                yield _Trigger(word, cited, chance)

    def _all(
        self, head: str, read: WindowRead, rows: Sequence[int]
    ) -> Iterator[tuple[tuple[str, float], ...]]:
        """Yield every label of each row with its chance."""
        for chances in self._chances(head, read.scores[head][rows]):
            yield tuple(zip(self._labels[head], map(float, chances), strict=True))

    def _choices(self, head: str, scores: Floats) -> list[tuple[str, float]]:
        """Give the best label of each row, and its chance."""
        chances = self._chances(head, scores)
        return [
            (self._labels[head][best], float(row[best]))
            for best, row in zip(chances.argmax(-1), chances, strict=True)
        ]

    def _chances(self, head: str, scores: Floats) -> Floats:
        warm = scores / np.float32(self._spans.temperatures[head])
        raised = np.exp(warm - warm.max(-1, keepdims=True))
        return cast("Floats", raised / raised.sum(-1, keepdims=True))

    def _arguments(
        self, read: WindowRead, encoded: Encoded, words: Sequence[int]
    ) -> list[tuple[ArgumentFound, ...]]:
        """Give the arguments of each trigger."""
        if not self._tables or "argument_token" not in read.scores:
            return [()] * len(words)
        lows = [max(read.low, word - REACH) for word in words]
        highs = [min(read.high, word + REACH) for word in words]
        rows = [self._scores(read, *each) for each in zip(words, lows, highs, strict=True)]
        longest = max(map(len, rows))
        found = self._spans.spans(["argument"] * len(rows), [_padded(row, longest) for row in rows])
        return [
            tuple(_argument(span, low, encoded) for span in _surest(spans))
            for spans, low in zip(found, lows, strict=True)
        ]

    def _scores(self, read: WindowRead, word: int, low: int, high: int) -> Floats:
        """Give the scores of the words `low` to `high` as arguments of a trigger."""
        tokens = read.scores["argument_token"][low - read.low : high - read.low]
        own = read.scores["argument_trigger"][word - read.low]
        far = self._tables["argument_distance"]
        mixed = np.tanh(tokens + own + far[_distances(np.arange(low, high) - word, len(far) // 2)])
        weight, bias = self._tables["argument_weight"], self._tables["argument_bias"]
        return cast("Floats", mixed @ weight.T + bias[0])


def _distances(words: Labels, most: int) -> Labels:
    """Give the row of each signed distance in its table, whose middle is none."""
    size = np.abs(words)
    doublings = np.ceil(np.log2(np.maximum(size, _EXACT) / _EXACT)).astype(np.intp)
    number = np.where(size <= _EXACT, size, _EXACT + doublings)
    return cast("Labels", most + np.sign(words) * np.minimum(number, most))


def _padded(row: Floats, length: int) -> Floats:
    """Fill a row up with words that are certainly outside."""
    filled = np.full((length, row.shape[1]), NEVER, np.float32)
    filled[:, 0] = 0.0
    filled[: len(row)] = row
    return filled


def _event(
    trigger: _Trigger, called: _Labels, arguments: tuple[ArgumentFound, ...] = ()
) -> EventFound:
    return EventFound(
        start=trigger.cited.start,
        end=trigger.cited.end,
        kind=called.kind[0],
        reality=called.reality[0],
        aspect=called.aspect[0],
        recap=called.recap[0] == "recap",
        arguments=arguments,
        confidence=trigger.chance * called.kind[1],
        reality_confidence=called.reality[1],
        realities=called.realities,
    )


def _surest(spans: Sequence[WordSpan]) -> Sequence[WordSpan]:
    """Give the surest of too many spans, in their order."""
    if len(spans) <= ARGUMENTS:
        return spans
    least = sorted((span.chance for span in spans), reverse=True)[ARGUMENTS - 1]
    return list(islice((span for span in spans if span.chance >= least), ARGUMENTS))


def _argument(span: WordSpan, low: int, encoded: Encoded) -> ArgumentFound:
    """Give an argument whose words are counted from `low`."""
    moved = span._replace(first=span.first + low, last=span.last + low)
    start, end = fragment_of(moved, encoded)
    return ArgumentFound(
        role=cast("ArgumentRole", span.kind), start=start, end=end, confidence=span.chance
    )


def by_word(
    text: str, triggers: Sequence[tuple[int, int]], encoded: Encoded
) -> dict[int, list[Fragment]]:
    """Give triggers by the word that each is judged by, its head's; those without a word are left out.

    The other words of a trigger stand for none: what happens there is told once.
    """
    found: dict[int, list[Fragment]] = {}
    for start, end in sorted(set(triggers)):
        places = (
            _first_word(place, encoded) for place in (head_of(text, start, end), (start, end))
        )
        word = next((each for each in places if each is not None), None)
        if word is not None:
            found.setdefault(word, []).append(Fragment(start, end))
            for other in range(bisect_right(encoded.ends, start), bisect_left(encoded.starts, end)):
                found.setdefault(other, [])
    return found


def _first_word(place: tuple[int, int], encoded: Encoded) -> int | None:
    """Give the first word that a stretch touches."""
    word = bisect_right(encoded.ends, place[0])
    return word if word < bisect_left(encoded.starts, place[1]) else None


def head_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the head of a trigger: the first word of a verb with a particle, else the last one."""
    words = text[start:end].split()
    if not words:
        return start, end
    if len(words) > 1 and words[-1].lower() in PARTICLES:
        first = text.index(words[0], start)
        return first, first + len(words[0])
    last = text.rindex(words[-1], start, end)
    return last, last + len(words[-1])
