"""The status of duties and clauses on a date, and what carries it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trucewatch.core.finding import Finding


class Status(StrEnum):
    """What was reported of a duty and doer on a date."""

    NOT_YET_DUE = "not yet due"
    NO_REPORT = "no report"
    KEPT = "reported kept"
    PARTLY_KEPT = "reported partly kept"
    OVERDUE = "overdue"
    BROKEN = "reported broken"
    CONTESTED = "contested"


class Standing(StrEnum):
    """What carries a status."""

    ALLEGED = "alleged"
    CORROBORATED = "corroborated"
    ACKNOWLEDGED = "acknowledged"
    CLAIMED = "claimed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The standing of one camp; `unnamed` where an acknowledgement is an unnamed source's."""

    standing: Standing
    unnamed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many stand behind a line: repetition shows here and nowhere else."""

    articles: int = 0
    outlets: int = 0
    agencies: int = 0
    origins: int = 0
    voices: int = 0
    sides: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One duty and doer on a date; `doer` None is the line *doer not named*.

    `rule` names the rule that decided. `standing` carries the status; in `contested` it is that of
    the lesser words and `better` that of the better ones. `heard` is whether the accused had a word,
    None where nobody is accused. `last` is the day of the last word, `since` the first day of the
    status, `acts` the acts since the start. `lesser_words` and `better_words` were weighed; `shown`
    have no weight by what they say (promise, refusal, postponement, not a breach), `near` because
    they only almost fit, `read_differently` because a nearer rendition says otherwise.
    """

    duty: str
    doer: str | None
    status: Status
    rule: str
    standing: Carried | None = None
    better: Carried | None = None
    heard: bool | None = None
    since: date | None = None
    last: date | None = None
    counts: Counts = Counts()
    acts: int = 0
    last_act: date | None = None
    lesser_words: tuple[Finding, ...] = ()
    better_words: tuple[Finding, ...] = ()
    shown: tuple[Finding, ...] = ()
    near: tuple[Finding, ...] = ()
    read_differently: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseLine:
    """One clause on a date: the first status among its lines, in the order of rule 6, and by whom."""

    clause: str
    status: Status | None
    standing: Carried | None
    better: Carried | None
    by: tuple[str | None, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The whole agreement on a date, as known on a date (None: everything known)."""

    case: str
    on: date
    known: date | None
    window: int
    whole: tuple[Finding, ...]
    clauses: tuple[ClauseLine, ...]
