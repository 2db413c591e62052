"""What the encoder is asked, and what it finds: offsets count the text's characters, half-open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

MaskKind = Literal["actor", "place"]
Role = Literal["source", "cue", "content"]
RelayRank = Literal["relay1", "relay2", "relay3", "relay4"]
"""Who passes a statement on: `relay1` has it from who said it, `relay2` from `relay1`, and so on."""
NameKind = Literal["person", "group", "place", "weapon", "time", "quantity"]
ArgumentRole = Literal["by", "against", "with", "from", "at", "when"]

ATTRIBUTIONS: Final = 20_000
NAMES: Final = 50_000
EVENTS: Final = 20_000
"""So many of each are told of one text: more than a book as long as any text that is read has."""

ARGUMENTS: Final = 16
"""So many phrases, the surest ones, are told to take part in one event: more than sentences name."""

RELAYS: Final = 12
"""So many, the surest ones, are told to pass one statement on: more than any way to a page has."""


class Mask(NamedTuple):
    """A name that the case knows, `text[start:end]`: the encoder sees only that one stands there."""

    start: int
    end: int
    kind: MaskKind


class Fragment(NamedTuple):
    """A piece of a text, `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody is reported to have said something: each part in one or more pieces.

    A source may be missing, and either a cue or a content, never both. `relays` passed it on: first who
    stands nearest to the page, last who has it from the source. The confidence says nothing of them.
    """

    source: tuple[Fragment, ...]
    cue: tuple[Fragment, ...]
    content: tuple[Fragment, ...]
    confidence: float
    relays: tuple[Fragment, ...] = ()

    @property
    def start(self) -> int:
        """Where the first of its pieces begins."""
        return min(self.source + self.cue + self.content).start


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFound:
    """A name and what it is a name of; names may stand within names."""

    start: int
    end: int
    kind: NameKind
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentFound:
    """A phrase that takes part in an event."""

    role: ArgumentRole
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFound:
    """An event: `start` and `end` are its trigger's; kind, reality and aspect are core values.

    `confidence` is that of the trigger and its kind (of the kind alone where the trigger was given);
    `realities` holds the chance of each reality before it is worth what such chances are worth.
    """

    start: int
    end: int
    kind: str
    reality: str
    aspect: str
    recap: bool
    arguments: tuple[ArgumentFound, ...]
    confidence: float
    reality_confidence: float
    realities: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that was found in one text, each in the text's order."""

    attributions: tuple[Attribution, ...] = ()
    names: tuple[NameFound, ...] = ()
    events: tuple[EventFound, ...] = ()
