"""From a reading to an answer in the form that a scorer reads.

Each function takes a gold document and the reading of its text, and gives the answer's own keys. Of
the gold document only what a task gives away is looked at: the verb of which a place is asked, the
toponyms whose coordinates are asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from tools.evaluate.form import Form, Place, place, places, shared

Answer = Callable[[Form, Form], Form]
"""(gold document, reading) -> the answer's keys, without `id`."""

ENTITY: Final = {
    "person": "PERSON",
    "state": "PLACE",
    "organisation": "GROUP",
    "armed_group": "GROUP",
    "outlet": "GROUP",
    "place": "PLACE",
    "road": "PLACE",
    "zone": "PLACE",
    "weapon": "WEAPON",
    "time": "TIME",
    "quantity": "QUANTITY",
}
"""Kinds of mention in the common types of the scorers' maps.

A state that acts is of one kind with the place in these sets: re3d's training part has countries as
Location 222 times, as Organisation 58 times; CrossNER has them as country, which its map makes a place.
What is named by its government is a group there, each time.
"""

_GOVERNMENT: Final = re.compile(
    r"\b(?:governments?|regime|administration|authorities)\b", re.IGNORECASE
)


def attributions(_: Form, reading: Form) -> Form:
    """Give every statement as an attribution."""
    roles = ("source", "cue", "content")
    return {
        "attributions": [
            {role: places(statement[role]) for role in roles} for statement in reading["statements"]
        ]
    }


def clauses(_: Form, reading: Form) -> Form:
    """Give every statement as a clause ("X said") and its content: source and cue are one."""
    told = []
    for statement in reading["statements"]:
        parts = [*statement["source"], *statement["cue"]]
        held = _hulls(sorted(place(part) for part in parts))
        told.append({"source": held, "cue": held, "content": places(statement["content"])})
    return {"attributions": told}


def _hulls(parts: list[Place]) -> list[list[int]]:
    """Join parts that stand close together into one stretch; leave distant ones apart."""
    joined: list[list[int]] = []
    for start, end in parts:
        if joined and start - joined[-1][1] <= 25:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return joined


def clauses_of_gold(gold: Form) -> Form:
    """Give gold units "X said" as attributions whose source and cue are the whole clause."""
    told = [
        {"source": [unit["clause"]], "cue": [unit["clause"]], "content": unit["content"]}
        for unit in gold["attributions"]
    ]
    return {"attributions": told}


def roles_of_gold(gold: Form) -> Form:
    """Give a gold passage's roles as its one attribution."""
    return {"attributions": [gold["roles"]]}


def entities(_: Form, reading: Form) -> Form:
    """Give names by their kind, dates as TIME and figures as QUANTITY."""
    found = [(place(each["span"]), _entity(each)) for each in reading["mentions"]]
    found += [(place(each["span"]), "TIME") for each in reading["dates"]]
    found += [(place(each["span"]), "QUANTITY") for each in reading["figures"]]
    return {
        "entities": [
            {"start": start, "end": end, "type": kind} for (start, end), kind in sorted(set(found))
        ]
    }


def _entity(mention: Form) -> str:
    if mention["kind"] == "state" and _GOVERNMENT.search(mention["span"]["text"]):
        return "GROUP"
    return ENTITY[mention["kind"]]


def timexes(_: Form, reading: Form) -> Form:
    """Give every date that has a value."""
    return {
        "timexes": [
            {**dict(zip(("start", "end"), place(each["span"]), strict=True)), **_value(each)}
            for each in reading["dates"]
        ]
    }


def _value(date: Form) -> Form:
    return {"type": date["type"], "value": date["value"]}


def toponyms(gold: Form, reading: Form) -> Form:
    """Give each toponym asked for, with the point of the mention that shares most words with it."""
    asked = [(each["start"], each["end"]) for each in gold.get("toponyms", [])]
    known = [each for each in reading["mentions"] if each.get("lat") is not None]
    told = []
    for span in asked:
        best = max(known, key=lambda each: shared(span, place(each["span"])), default=None)
        point: Form = {}
        if best and shared(span, place(best["span"])):
            point = {"lat": best["lat"], "lon": best["lon"]}
        told.append({"start": span[0], "end": span[1], **point})
    return {"toponyms": told}


def locations(gold: Form, reading: Form) -> Form:
    """Give for each verb asked of the places of the event whose trigger meets it."""
    told = []
    for asked in gold["events"]:
        event = event_at(reading["events"], (asked["start"], asked["end"]))
        found = [*event["at"], *event["from"]] if event else []
        spans = sorted({place(each["span"]) for each in found})
        told.append({"start": asked["start"], "end": asked["end"], "locations": spans})
    return {"events": told}


def event_at(events: Iterable[Form], asked: Place) -> Form | None:
    """Give the event whose trigger shares most characters with what is asked, if any does."""
    best = max(events, key=lambda each: shared(asked, place(each["trigger"])), default=None)
    return best if best and shared(asked, place(best["trigger"])) else None


def story(_: Form, reading: Form) -> Form:
    """Give a story's PLOVER type: the type of most of its events, the earliest at a tie."""
    counts: dict[str, int] = {}
    for event in reading["events"]:
        kind = event["plover"]["type"]
        if kind:
            counts[kind] = counts.get(kind, 0) + 1
    return {"type": max(counts, key=lambda kind: counts[kind])} if counts else {}


def body(_: Form, reading: Form) -> Form:
    """Give an article's body."""
    return {"body": reading["document"]["body"]["text"]}
