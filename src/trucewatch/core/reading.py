"""What was read in one document: who said what, what happened, how many, when and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from trucewatch.core.actor import ActorKind
from trucewatch.core.choice import ActorChoice
from trucewatch.core.document import Document, Warning
from trucewatch.core.place import ZoneFact
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression, When
from trucewatch.core.world import WorldChoice

MentionKind = Literal[
    "person", "state", "organisation", "armed_group", "outlet", "place", "road", "zone", "weapon"
]
ACTOR_MENTIONS: Final = frozenset({"person", "state", "organisation", "armed_group"})
"""Kinds of mentions by which an actor may be meant."""

MENTION_KINDS: Final[Mapping[ActorKind, MentionKind]] = {
    ActorKind.STATE: "state",
    ActorKind.MINISTRY: "organisation",
    ActorKind.PERSON: "person",
    ActorKind.ARMED_GROUP: "armed_group",
    ActorKind.ORGANISATION: "organisation",
}
"""As what a mention of an actor is told, by the actor's kind."""

Manner = Literal["direct", "indirect", "mixed"]
Bound = Literal[
    "exact", "about", "almost", "at_least", "more_than", "at_most", "less_than", "range"
]


class EventKind(StrEnum):
    """The kinds of event that a reading tells apart."""

    ATTACK = "attack"
    CLASH = "clash"
    SEIZURE = "seizure"
    WITHDRAWAL = "withdrawal"
    DEPLOYMENT = "deployment"
    CONSTRUCTION = "construction"
    PATROL = "patrol"
    OPENING = "opening"
    CLOSURE = "closure"
    MEETING = "meeting"
    AGREEMENT = "agreement"
    ACCEPTANCE = "acceptance"
    REFUSAL = "refusal"
    RELEASE = "release"
    DISPLACEMENT = "displacement"
    OTHER = "other"


class Reality(StrEnum):
    """How the text presents an event."""

    ASSERTED = "asserted"
    DISTANCED = "distanced"
    NEGATED = "negated"
    DENIED = "denied"
    PLANNED = "planned"
    PROMISED = "promised"
    POSTPONED = "postponed"
    DEMANDED = "demanded"
    FEARED = "feared"


FIGHTS: Final = frozenset({EventKind.ATTACK, EventKind.CLASH, EventKind.SEIZURE})
"""Kinds of armed acts."""

MOVES: Final = frozenset({EventKind.WITHDRAWAL, EventKind.DEPLOYMENT})
"""Kinds by which people or weapons leave a place or come to it."""

HAPPENED: Final = frozenset({Reality.ASSERTED, Reality.DISTANCED})
"""What is told as a fact, by the text itself or as hearsay."""


class Aspect(StrEnum):
    """Whether an event happened once, repeatedly, or goes on."""

    ONCE = "once"
    REPEATED = "repeated"
    ONGOING = "ongoing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One voice of a chain: an outlet or actor the case knows, or only its words."""

    id: str | None
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something somebody is reported to have said.

    `chain` runs from the page's outlet to the first speaker, only over links that the text states.
    `speaker` is who spoke, `for_` the body spoken for; both None where the case does not know them.
    `unnamed` marks a source that is not named; `retells` the statement that this one only retells.
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: str | None
    for_: str | None
    chain: tuple[Link, ...]
    manner: Manner
    said_on: When | None
    hedges: tuple[Span, ...] = ()
    insertions: tuple[Span, ...] = ()
    retells: str | None = None
    unnamed: bool = False
    confidence: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who did something or suffered it: the words, and the actor or class of actors they mean."""

    span: Span
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Locality:
    """Where something happened: the words, the place, its point, and both facts about each zone."""

    span: Span
    place: str | None
    lat: float | None
    lon: float | None
    precision: float | None
    zone: ZoneFact


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something reported to happen, and how the text presents it.

    `extent` is `all`, `some`, `begun` or `none` where the words say how much of it was done;
    `sentence` is what the event is cited by. `ahead` marks a negated event of a time to come: "will
    not leave", "refused to leave".
    """

    id: str
    kind: EventKind
    plover: tuple[str, str | None]
    acled: str | None
    reality: Reality
    aspect: Aspect
    recap: bool
    trigger: Span
    by: tuple[Party, ...]
    against: tuple[Party, ...]
    with_: tuple[Party, ...]
    from_: tuple[Locality, ...]
    at: tuple[Locality, ...]
    when: When | None
    figures: tuple[str, ...] = ()
    statement: str | None = None
    extent: Literal["all", "some", "begun", "none"] | None = None
    confidence: float = 0.5
    sentence: Span | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number claimed: `low` and `high` as the bound says (exact: both; at least: low alone).

    `part_of` is the figure that the text names as the total of which this one is a part.
    """

    id: str
    span: Span
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    counts: str | None
    of: Span | None
    cumulative: bool | None
    period: When | None
    doer: str | None
    statement: str | None = None
    confidence: float = 0.5
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in the text: who or where the case says it is, or the candidates.

    `world` is what a place means that the case does not know; `choice` why an actor is meant, or why
    that is left open.
    """

    span: Span
    kind: MentionKind
    id: str | None
    candidates: tuple[str, ...] = ()
    former: bool = False
    lat: float | None = None
    lon: float | None = None
    precision: float | None = None
    world: WorldChoice | None = None
    choice: ActorChoice | None = None

    @property
    def known(self) -> bool:
        """Tell whether the case knows, or may know, who or what is meant."""
        return self.id is not None or any(not each.startswith("name:") for each in self.candidates)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyTold:
    """The report's own telling of what the agreement asks: never an event."""

    who: tuple[Party, ...]
    what: Span
    from_: Span | None
    by: When | None
    clause: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A word that takes a stand on an actor, and whose word it is."""

    span: Span
    actor: str | None
    voice: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything read in one document, by which reader, under which state of the case's files."""

    document: Document
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    duties: tuple[DutyTold, ...] = ()
    labels: tuple[Label, ...] = ()
    warnings: tuple[Warning, ...] = ()
    reader: str = ""
    case: str = ""
