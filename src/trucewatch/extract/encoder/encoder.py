"""The encoder, behind one small interface: a text and its sentences in, what was found out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

import numpy as np

from trucewatch.extract.encoder.encoding import Encoded, encode
from trucewatch.extract.encoder.events import EventReader, by_word
from trucewatch.extract.encoder.folder import ModelFolder, read_folder
from trucewatch.extract.encoder.found import (
    EVENTS,
    ArgumentFound,
    Attribution,
    EventFound,
    Findings,
    Fragment,
    Mask,
    NameFound,
)
from trucewatch.extract.encoder.names import Names
from trucewatch.extract.encoder.network import Network
from trucewatch.extract.encoder.spans import SpanReader, WindowRead
from trucewatch.extract.encoder.statements import Statements
from trucewatch.extract.encoder.windows import Window, cut_windows
from trucewatch.extract.encoder.words import Tokeniser

SHIPPED: Final = Path(__file__).parent / "weights"
"""The model that comes with the program."""

_HASH_SHOWN: Final = 12

KEPT: Final = 64
"""So many windows' answers are kept until their events are asked for: memory stays bounded."""

Sure = TypeVar("Sure", Attribution, NameFound, ArgumentFound)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What an encoder saw in one text; it can be asked for the events once others know triggers.

    `kept` are the first windows' answers; those of later ones are had anew, and are the same.
    """

    encoder: Encoder = field(repr=False)
    text: str
    encoded: Encoded = field(repr=False)
    kept: tuple[WindowRead, ...] = field(repr=False)
    attributions: tuple[Attribution, ...]
    names: tuple[NameFound, ...]

    def events(self, triggers: Sequence[tuple[int, int]] = ()) -> tuple[EventFound, ...]:
        """Give the events that were found, and what is seen of the given triggers: EVENTS at most."""
        return self.encoder.events_of(self, triggers)

    def triggers(self) -> tuple[EventFound, ...]:
        """Give the events that were found, EVENTS at most, without who takes part in them."""
        return self.encoder.triggers_of(self)


class Encoder:
    """A network with all that is needed to read texts with it; loaded once, used for any number."""

    def __init__(self, model: ModelFolder, *, threads: int = 1) -> None:
        """Load the network of a model; ModelError where it does not fit its settings."""
        shown = model.network_sha256[:_HASH_SHOWN]
        self.version: Final = f"{model.name}/{model.version} {shown}"
        self._policy = model.windows
        self._curves = model.curves
        self._network = Network(model, threads)
        self._tokeniser = Tokeniser(model.wordpiece)
        self._spans = SpanReader(model)
        self._events = EventReader(model, self._spans)

    @classmethod
    def load(cls, folder: Path | None = None, *, threads: int = 1) -> Encoder:
        """Load a model's folder, by default the one that is shipped; ModelError where it is unsound."""
        return cls(read_folder(folder or SHIPPED), threads=threads)

    def find(
        self,
        text: str,
        stretches: Sequence[tuple[int, int]],
        masks: Sequence[Mask] = (),
        triggers: Sequence[tuple[int, int]] = (),
    ) -> Findings:
        """Find who says what, names and events in the stretches of a text, which stand in order.

        Names that are masked are hidden from the network. Of `triggers` it tells what they are, even
        where it would not have found them. What was read before changes nothing.
        """
        seen = self.look(text, stretches, masks)
        return Findings(
            attributions=seen.attributions, names=seen.names, events=seen.events(triggers)
        )

    def look(
        self, text: str, stretches: Sequence[tuple[int, int]], masks: Sequence[Mask] = ()
    ) -> Seen:
        """Find who says what and names, as `find` does; the events are told when they are asked for."""
        encoded = encode(text, self._tokeniser, stretches, masks)
        statements, names = Statements(), Names()
        kept: list[WindowRead] = []
        for window in cut_windows(encoded, self._policy):
            read = self._read(encoded, window)
            statements.take(read)
            names.take(read)
            if len(kept) < KEPT:
                kept.append(read)
        return Seen(
            encoder=self,
            text=text,
            encoded=encoded,
            kept=tuple(kept),
            attributions=tuple(
                self._righted("attribution", each) for each in statements.finish(encoded)
            ),
            names=tuple(self._righted("names", each) for each in names.finish(encoded)),
        )

    def events_of(self, seen: Seen, triggers: Sequence[tuple[int, int]]) -> tuple[EventFound, ...]:
        """Give the events of what was looked at, up to EVENTS; see `Seen.events`."""
        given = by_word(seen.text, triggers, seen.encoded)
        found = islice(self._events_in(seen, given), EVENTS)
        return tuple(self._righted_event(each) for each in found)

    def triggers_of(self, seen: Seen) -> tuple[EventFound, ...]:
        """Give the triggers of what was looked at, up to EVENTS; see `Seen.triggers`."""
        reads = self._windows_of(seen)
        found = (each for read in reads for each in self._events.triggers(read, seen.encoded))
        return tuple(self._righted_event(each) for each in islice(found, EVENTS))

    def _events_in(
        self, seen: Seen, given: Mapping[int, Sequence[Fragment]]
    ) -> Iterator[EventFound]:
        for read in self._windows_of(seen):
            yield from self._events.read(read, seen.encoded, given)

    def _windows_of(self, seen: Seen) -> Iterator[WindowRead]:
        for number, window in enumerate(cut_windows(seen.encoded, self._policy)):
            known = number < len(seen.kept)
            yield seen.kept[number] if known else self._read(seen.encoded, window)

    def _read(self, encoded: Encoded, window: Window) -> WindowRead:
        first, last = window.first, window.last
        answer = self._network.answer(
            encoded.ids[first:last], encoded.casing[first:last], encoded.quote[first:last]
        )
        return self._spans.read(encoded, window, answer)

    def _right(self, kind: str, confidence: float) -> float:
        """Give what a raw confidence is worth."""
        curve = self._curves.get(kind)
        return float(np.interp(confidence, *curve)) if curve else confidence

    def _righted(self, kind: str, found: Sure) -> Sure:
        if kind not in self._curves:
            return found
        return replace(found, confidence=self._right(kind, found.confidence))

    def _righted_event(self, found: EventFound) -> EventFound:
        return replace(
            found,
            confidence=self._right("events", found.confidence),
            reality_confidence=self._right("reality", found.reality_confidence),
            arguments=tuple(self._righted("arguments", each) for each in found.arguments),
        )
