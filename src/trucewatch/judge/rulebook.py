"""The rules that decide a status, as one table: a rule that has no row here cannot decide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from trucewatch.core.status import Status


class Parameter(StrEnum):
    """What a rule reads of the agreement's file: a key of the agreement, or of a duty there."""

    WINDOW = "window"
    TYPE = "type"
    OWED_BY = "owed_by"
    STARTS = "starts"
    DEADLINE = "deadline"
    AMENDMENTS = "amendments"


CASES: Final = "tests/judge/test_rules.py::test_the_rule_decides"
AMENDED: Final = (
    "tests/judge/test_rules.py::test_an_amended_deadline_counts_from_the_day_it_was_agreed"
)
BY_HAND: Final = "tests/pipeline/test_chronology.py::test_each_rule_decides_at_least_three"
DUE: Final = (Parameter.TYPE, Parameter.DEADLINE, Parameter.AMENDMENTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is told of one rule.

    The number that `name` begins with is the rule of the judge it belongs to. `status` is None where
    a duty has none. `sentence` is what `why` prints, `when` what the page of the rules says.
    `parameters` are the keys that the rule turns on, `tests` the tests that hold it.
    """

    name: str
    status: Status | None
    sentence: str
    when: str
    parameters: tuple[Parameter, ...]
    tests: tuple[str, ...] = (CASES, BY_HAND)

    @property
    def source(self) -> int:
        """Give the number of the judge's rule that this one belongs to."""
        return int(self.name.partition("-")[0])


class Rule(StrEnum):
    """Every rule that decides a status, by the name that `why` and `board --json` give it."""

    row: Row

    def __new__(cls, row: Row) -> Rule:
        """Make a rule of its row; as text it is its name."""
        rule = str.__new__(cls, row.name)
        rule._value_ = row.name
        rule.row = row
        return rule

    @classmethod
    def named(cls, name: str) -> Rule:
        """Give the rule of a name; KeyError where there is none."""
        return {rule.row.name: rule for rule in cls}[name]

    START = Row(
        name="3-start",
        status=Status.NOT_YET_DUE,
        sentence="the duty has not begun",
        when="the duty has not begun",
        parameters=(Parameter.STARTS,),
        tests=(CASES,),
    )
    KEPT_IN_TIME = Row(
        name="3-kept",
        status=Status.KEPT,
        sentence="rule 3: in time, done, and nobody of that day or later says less",
        when="in time: *done*, and nobody of that day or later says less",
        parameters=DUE,
    )
    PARTLY_IN_TIME = Row(
        name="3-partly",
        status=Status.PARTLY_KEPT,
        sentence="rule 3: in time, partly done, and nobody of that day or later says it is not",
        when="in time: *partly*, and nobody of that day or later says *not done*",
        parameters=DUE,
    )
    OPEN = Row(
        name="3-open",
        status=Status.NOT_YET_DUE,
        sentence="rule 3: in time, nothing is due yet",
        when="in time, and neither of these",
        parameters=DUE,
        tests=(CASES, BY_HAND, AMENDED),
    )
    SILENT_IN_TIME = Row(
        name="3-silent",
        status=Status.NO_REPORT,
        sentence="rule 3: no deadline, and no word",
        when="a *reach* duty without a deadline, and no word",
        parameters=DUE,
    )
    ACT = Row(
        name="4-act",
        status=Status.BROKEN,
        sentence="rule 4: an act in the window that nobody denies",
        when="an act in the window that nobody denies",
        parameters=(*DUE, Parameter.WINDOW),
    )
    STOPPED = Row(
        name="4-stopped",
        status=Status.BROKEN,
        sentence="rule 4: of a duty to keep doing, not done, and nobody says it is",
        when="of a *keep* duty: *not done*, and nobody says *done*",
        parameters=(Parameter.TYPE, Parameter.WINDOW),
    )
    OVERDUE = Row(
        name="4-overdue",
        status=Status.OVERDUE,
        sentence="rule 4: not done on or after the deadline, and nobody says it is",
        when="of a *reach* duty: *not done* on or after the deadline, and nobody says *done*",
        parameters=DUE,
        tests=(CASES, BY_HAND, AMENDED),
    )
    KEPT = Row(
        name="4-kept",
        status=Status.KEPT,
        sentence="rule 4: done or no act, and nobody says less",
        when="*done* (of a *refrain* duty also *no act*), and nobody says less",
        parameters=(*DUE, Parameter.WINDOW),
    )
    KEPT_LATER = Row(
        name="4-later",
        status=Status.KEPT,
        sentence="rule 4: done on a later day than every lesser word, by a voice of another side",
        when="*done* of a later day than every lesser word, by a voice of another side than doers"
        " and owers",
        parameters=(*DUE, Parameter.OWED_BY),
    )
    PARTLY = Row(
        name="4-partly",
        status=Status.PARTLY_KEPT,
        sentence="rule 4: nothing less than partly done",
        when="nothing less than *partly*",
        parameters=(*DUE, Parameter.WINDOW),
    )
    CONTESTED = Row(
        name="4-contested",
        status=Status.CONTESTED,
        sentence="rule 4: words that disagree",
        when="words that disagree",
        parameters=(*DUE, Parameter.WINDOW),
    )
    DENIED = Row(
        name="4-denied",
        status=Status.CONTESTED,
        sentence="rule 4: an act that somebody denies",
        when="an act that somebody denies, where otherwise there is no report, or either *kept*",
        parameters=(*DUE, Parameter.WINDOW),
    )
    SILENT = Row(
        name="4-silent",
        status=Status.NO_REPORT,
        sentence="rule 4: no word that counts on this day",
        when="no word that counts on this day",
        parameters=(*DUE, Parameter.WINDOW),
    )
    DECLARE = Row(
        name="6-declare",
        status=None,
        sentence="rule 6: a clause that only declares has no status; statements are listed",
        when="a clause that only declares: its statements are listed",
        parameters=(Parameter.TYPE,),
        tests=(CASES, "tests/judge/test_rules.py::test_a_declare_clause_has_no_status"),
    )
