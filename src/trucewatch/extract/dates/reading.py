"""What a rule sees (the tokens it matched and what was read before) and what it gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from trucewatch.core.when import Period
from trucewatch.extract.dates.grammar import Pattern
from trucewatch.extract.dates.names import COUNTS, ORDINALS
from trucewatch.extract.dates.tense import tense_about
from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.dates.vocabulary import GRAMMAR

Grain = Literal[
    "time", "day", "week", "month", "quarter", "season", "year", "decade", "century", "other"
]
Kind = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a rule reads: TIMEX3 type and value, the days, and how fine the words are.

    `first` and `last` narrow the span to those tokens of the match (`last` is the first outside).
    `year_said` tells that the words give the year; `clock` is TIMEX3's part of a day.
    `anchors` tells that later words ("a day later") may count from it; `offset` is the steps and
    the unit from a day that the next words may tell ("two days before 15 October").
    """

    type: Kind
    value: str
    period: Period | None = None
    grain: Grain = "other"
    basis: Literal["stated", "relative"] = "relative"
    year_said: bool = False
    clock: str = ""
    anchors: bool = True
    rule: str = ""
    first: int = 0
    last: int = 0
    offset: tuple[int, str] | None = None


@dataclass(slots=True)
class Context:
    """What reading one text has given so far, and the day the text was published."""

    published: date | None
    anchor: Outcome | None = None
    told_day: Outcome | None = None
    """The last single day told: "the same day" is it, though a month was named since."""
    last_end: int = -1
    inner: bool = False
    frame: Outcome | None = None
    """What opens the running sentence with its year: "In 2014 ...", "On 4 May 2016 ..."."""
    named: dict[str, set[date]] = field(default_factory=dict)
    """The days that the text gives to what happened: "the deal was signed on 17 September"."""

    @property
    def anchor_day(self) -> date | None:
        """The last single day read in the text."""
        period = self.anchor.period if self.anchor else None
        return period.first if period and period.first else None


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's match over the codes of a stretch: its tokens by name."""

    tokens: Tokens
    codes: str
    match: re.Match[str]
    groups: Mapping[str, tuple[int, ...]]
    context: Context

    @property
    def published(self) -> date | None:
        """The day the text was published."""
        return self.context.published

    def place(self, name: str) -> int:
        """Give the index of the token taken under this name, -1 where none was."""
        for group in self.groups.get(name, ()):
            place = self.match.start(group)
            if place >= 0:
                return place
        return -1

    def has(self, name: str) -> bool:
        """Tell whether the match took a token of this name."""
        return self.place(name) >= 0

    def low(self, name: str) -> str:
        """Give the lower-case word taken under this name, or an empty one."""
        place = self.place(name)
        return self.tokens.lower[place] if place >= 0 else ""

    def word(self, name: str) -> str:
        """Give the word taken under this name as written, or an empty one."""
        place = self.place(name)
        return self.tokens.words[place] if place >= 0 else ""

    def number(self, name: str) -> int | None:
        """Give the whole number taken under this name: figures, an ordinal or a number word."""
        place = self.place(name)
        return number_of(self.tokens.lower[place]) if place >= 0 else None

    @property
    def before(self) -> str:
        """The lower-case word in front of the match."""
        return self.tokens.at(self.match.start() - 1)

    @property
    def after(self) -> str:
        """The lower-case word behind the match."""
        return self.tokens.at(self.match.end())

    def tense(self) -> bool | None:
        """Tell whether the words around speak of what is to come (True) or past (False)."""
        return tense_about(self.tokens, self.match.start(), self.match.end())

    def ahead(self) -> bool:
        """Tell whether the words around speak of what is to come."""
        return self.tense() is True


def number_of(word: str) -> int | None:
    """Read a whole number of at most nine figures, an ordinal or a number word."""
    if word in COUNTS:
        return COUNTS[word]
    if word in ORDINALS:
        return ORDINALS[word]
    figures = word.replace(",", "")
    if figures[-2:] in ("st", "nd", "rd", "th"):
        figures = figures[:-2]
    return int(figures) if figures.isascii() and figures.isdigit() and len(figures) <= 9 else None


Settled = Outcome | tuple[Outcome, ...] | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule: the pattern over codes, and what it makes of a match."""

    name: str
    pattern: Pattern
    settle: Callable[[Found], Settled]


def rule(name: str, words: str, settle: Callable[[Found], Settled]) -> Rule:
    """Make a rule of its words over the vocabulary's classes."""
    return Rule(name, GRAMMAR.compile(words), settle)
