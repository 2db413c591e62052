"""What a source without a name asks for: a person, a body, a monitor, somebody who spoke before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.voices import OUTLET_NOUNS

_SHORT: Final = 5
"""Of more words is no description that takes somebody up."""

PERSONS: Final = words("""
    minister president secretary spokesman spokeswoman spokesperson ambassador envoy chief head
    representative delegate director commander leader chairman chairwoman premier diplomat general
    colonel official officer mediator governor lawmaker politician adviser aide activist
    """)
"""Nouns of offices and callings that a person holds."""
GROUPS: Final = words("group front faction alliance movement coalition brigade militia league")
"""Nouns that take up an armed group."""
MONITORS: Final = words("""
    observatory monitor watchdog mission commission committee organisation organization centre
    center body party charity office network directorate
    """)
"""Nouns that take up a body that is none."""
_WATCHING: Final = words("""
    rights monitoring watch aid relief medical charity advocacy research media news war conflict
    """)
"""Before "group" they tell that it is no armed one."""

MINISTRIES: Final = words("ministry army military command department")
"""Nouns that take up a state's organ."""
ARMIES: Final = words("army military command")
"""Of these, the ones for an army."""
ARMED: Final = words("army military command forces troops")
"""What an army may be called in its names."""
DEPARTMENTS: Final = words("""
    foreign defence defense interior information health reconciliation justice energy transport
    """)
"""What tells a ministry from another."""
_STATEMENTS: Final = words("statement communique communiqué declaration message")
_REPORTERS: Final = words("reporter correspondent")
_SOURCES: Final = words("source sources")
OWNS: Final = frozenset({"'s", "’s", "'", "’"})
"""Endings of an owner."""
OPENERS: Final = words("the this that same his her its their a")
"""Words that open a description of somebody told before."""

Asked = Literal[
    "person", "body", "group", "monitor", "ministry", "outlet", "plural", "any", "source"
]


def asked_for(atoms: Sequence[Atom], source: Range) -> Asked | None:
    """Read what a source without a name asks for; None where it asks for nobody before."""
    told = " ".join(atom.low for atom in atoms[slice(*source)]).split()
    head = told[-1]
    if len(told) == 1:
        if head in ("he", "she", "him", "her"):
            return "person"
        if head == "it":
            return "body"
        if head == "they":
            return "plural"
    if told[0] not in OPENERS or len(told) > _SHORT or told[0] == "a":
        return None
    if head in GROUPS and _WATCHING.intersection(told):
        return "monitor"
    tables: tuple[tuple[frozenset[str], Asked], ...] = (
        (PERSONS, "person"),
        (MINISTRIES, "ministry"),
        (_STATEMENTS, "any"),
        (_SOURCES, "source"),
        (OUTLET_NOUNS | _REPORTERS, "outlet"),
        (GROUPS, "group"),
        (MONITORS, "monitor"),
    )
    asked = next((asked for words, asked in tables if head in words), None)
    theirs = OWNS.intersection(told) and (ARMIES | MONITORS).intersection(told)
    return None if theirs or (asked == "person" and told[0] in ("his", "her", "their")) else asked
