"""What one origin says of one duty and one doer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Literal

from trucewatch.core.span import Span
from trucewatch.core.when import Period

WHOLE: Final = "whole"
"""The duty named by words on the agreement as a whole: a row of their own, without weight."""


class Says(StrEnum):
    """What a finding says of its duty and doer."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not done"
    ACT = "act"
    DENIES = "denies"
    NO_ACT = "no act"
    PROMISE = "promise"
    REFUSAL = "refusal"
    POSTPONEMENT = "postponement"
    NOT_A_BREACH = "not a breach"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rendition's telling of what an origin says of one duty and one doer.

    `doer` None is the line *doer not named*; `voice` None is nobody's word: it has no weight.
    `days` are what the word is about; `said_on` when it was said; `known_from` the day its document
    was published, or captured where that is unknown. `chain` names every link, outlet first.
    `near` says why a finding almost fits: not empty means listed, without weight.
    `by_name` is the member that acted where the line is its umbrella's. `corrects` is the origin
    that this one sets right, `taken_from` the one document whose telling of it that is; None means
    all. `at` are the ids of the places it is about. `words` are the sentence it rests on.
    """

    id: str
    duty: str
    doer: str | None
    says: Says
    days: Period | None
    said_on: date | None
    published: date | None
    known_from: date
    voice: str | None
    speaker: str | None
    unnamed: bool
    chain: tuple[str, ...]
    manner: Literal["direct", "indirect", "mixed"] | None
    origin: str
    incident: str | None
    document: str
    outlet: str | None
    url: str | None
    words: str
    span: Span | None = None
    form: Literal["denied", "distanced", "negated"] | None = None
    near: tuple[str, ...] = ()
    by_name: str | None = None
    corrects: str | None = None
    retracted: bool = False
    coder: str | None = None
    event: str | None = None
    statement: str | None = None
    at: tuple[str, ...] = ()
    taken_from: str | None = None

    @property
    def uttered(self) -> date:
        """The day the word was said, else published, else known."""
        return self.said_on or self.published or self.known_from
