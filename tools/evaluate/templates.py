"""From a reading's events to MUC-4's templates: one template for each type of incident told.

1. An event gives the type that its trigger's words or weapons name: bombing, arson, kidnapping,
   robbery; any other attack is `attack`; other kinds of event give none. Planned, promised,
   demanded and feared events give none, nor do negated ones.
2. All events of one type in a report are one template (half of the reports that have any have one).
3. Who did it is an organisation (PerpOrg) where the words are a group's name, else PerpInd; whom it
   was done to is a victim where the words are a person's name or begin or end with a word for
   people, else a target. Weapons are those of the events' sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tools.evaluate.form import Form, meet, place
from tools.evaluate.ontology import weapons

TOLD_AS_DONE: Final = {"asserted", "distanced", "denied"}

TYPES: Final = (
    ("kidnapping", re.compile(r"kidnap|abduct|hostage", re.IGNORECASE)),
    ("arson", re.compile(r"burn|arson|torch|set fire|set on fire", re.IGNORECASE)),
    ("robbery", re.compile(r"rob|steal|stole|loot", re.IGNORECASE)),
    ("bombing", re.compile(r"bomb|explo|detonat|dynamit|blew|blow|blast|mine", re.IGNORECASE)),
)

EXPLOSIVE: Final = re.compile(
    r"\b(?:bombs?|explosives?|dynamite|grenades?|mines?|car bombs?|tnt|charges?)\b", re.IGNORECASE
)

PEOPLE: Final = re.compile(
    r"\b(?:mr|mrs|dr|col|colonel|gen|general|captain|capt|lieutenant|major|sergeant|president|"
    r"minister|ambassador|mayor|judge|bishop|archbishop|father|priests?|jesuits?|nuns?|"
    r"people|persons?|civilians?|soldiers?|policem[ae]n|police officers?|officers?|guards?|"
    r"bodyguards?|peasants?|farmers?|workers?|students?|teachers?|journalists?|leaders?|members?|"
    r"m[ae]n|wom[ae]n|child|children|boys?|girls?|residents?|citizens?|passengers?|tourists?|"
    r"advisers?|engineers?|troops|lawyers?|candidates?|unionists?|senators?|deputy|deputies)\b",
    re.IGNORECASE,
)

GROUPS: Final = {"organisation", "armed_group", "state", "outlet"}

_ROLES: Final = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")


def templates(_: Form, reading: Form) -> Form:
    """Answer with one template for each type of incident that a report tells as done."""
    told: dict[str, dict[str, list[list[str]]]] = {}
    for event in reading["events"]:
        kind = incident(event, reading)
        if kind:
            roles = told.setdefault(kind, {role: [] for role in _ROLES})
            for role, words in fillers(event, reading):
                if [words] not in roles[role]:
                    roles[role].append([words])
    return {"templates": [{"type": kind, "roles": roles} for kind, roles in told.items()]}


def incident(event: Form, reading: Form) -> str | None:
    """Give the type of incident that an event is, or None."""
    if event["reality"] not in TOLD_AS_DONE:
        return None
    words = event["trigger"]["text"]
    kind = next((name for name, pattern in TYPES if pattern.match(words)), None)
    if kind or event["kind"] not in ("attack", "clash"):
        return kind
    text = reading["document"]["text"]
    if any(EXPLOSIVE.search(text[start:end]) for start, end in weapons(event, reading)):
        return "bombing"
    return "attack"


def fillers(event: Form, reading: Form) -> Iterable[tuple[str, str]]:
    """Yield (role, words) of an event's parties and weapons."""
    for party in event["by"]:
        kind = _named(party["span"], reading)
        yield ("PerpOrg" if kind in GROUPS else "PerpInd"), party["span"]["text"]
    for party in event["against"]:
        person = _named(party["span"], reading) == "person" or PEOPLE.search(party["span"]["text"])
        yield ("Victim" if person else "Target"), party["span"]["text"]
    for start, end in weapons(event, reading):
        yield "Weapon", reading["document"]["text"][start:end]


def _named(span: Form, reading: Form) -> str | None:
    """Give the kind of the name that most of a party's words are, if they are one."""
    for each in reading["mentions"]:
        name = place(each["span"])
        if meet(name, place(span)) and 2 * (name[1] - name[0]) > span["end"] - span["start"]:
            kind: str = each["kind"]
            return kind
    return None
