"""Reports that tell much in few words: acts, states and days of invented sentences, one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import Event
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
ARMY, ONDRELI, LEAGUE = "velmar_army", "ondrel_army", "marsh_league"


def events_of(text: str) -> tuple[Event, ...]:
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    return read_text(document, crossing()).events


DOERS: list[tuple[str, str, list[str | None]]] = [
    ("Velmari and Ondreli troops shelled Ashel on Monday.", "attack", ["velmar", ONDRELI]),
    ("Velmari troops launched a counter-attack on Ashel on Monday.", "attack", [ARMY]),
    ("The Velmari army, whose guns shelled Ashel on Monday, left.", "attack", [ARMY]),
    ("The Velmari army, whose son shelled Ashel on Monday, left.", "attack", []),
    ("The Marsh League had itself shelled Ashel on Monday.", "attack", [LEAGUE]),
    ("The Marsh League established control over Ashel on Monday.", "seizure", [LEAGUE]),
    ("Marsh League fighters entered Ashel on Monday and had full control of it.", "seizure", [LEAGUE]),
    ("The Harrow Crossing was closed by the local authorities on Monday.", "closure", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "expected"), DOERS)
def test_who_did_it(text: str, kind: str, expected: list[str | None]) -> None:
    found = [each for each in events_of(text) if each.kind == kind]
    assert [party.actor for each in found for party in each.by] == expected


REALITIES: list[tuple[str, str, list[str]]] = [
    ("The mission had no information on the shelling of Ashel.", "attack", []),
    ("The mission said that coordinated patrols had not begun.", "patrol", ["negated"]),
    ('"How should we believe that they opened the Harrow Crossing?" Ilan Queth said.', "opening", ["feared"]),
    ("Ilan Queth said that the opening of the Harrow Crossing had been discussed.", "opening", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "expected"), REALITIES)
def test_whether_it_happened(text: str, kind: str, expected: list[str]) -> None:
    assert [str(each.reality) for each in events_of(text) if each.kind == kind] == expected


DAYS: list[tuple[str, str, str | None]] = [
    ("The quiet strip, agreed in the memorandum of 1 March 2021, has not been established.", "construction", None),
    ("Ilan Queth said on Monday that no patrol has been seen along the river line.", "patrol", "2021-03-29"),
    ("Ilan Queth said on Monday that no patrol was seen along the river line.", "patrol", None),
    ("Ilan Queth said on Monday that the Harrow Crossing is closed.", "closure", "2021-03-29"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "expected"), DAYS)
def test_when_it_was(text: str, kind: str, expected: str | None) -> None:
    found = [each for each in events_of(text) if each.kind == kind]
    assert [each.when.edtf if each.when else None for each in found] == [expected]


PLACES: list[tuple[str, set[str | None], set[str | None]]] = [
    # the text, where it was, where from
    ("The Marsh League pulled out of the town of Dunmere and of Ashel and Pellow.", set(), {"dunmere", "ashel", "pellow"}),
    ("The Marsh League shelled Ashel with mortars of Pellow.", {"ashel"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "at", "from_"), PLACES)
def test_where_it_was(text: str, at: set[str | None], from_: set[str | None]) -> None:
    events = events_of(text)
    assert {place.place for each in events for place in each.at} >= at
    assert {place.place for each in events for place in each.from_} == from_


def test_what_remains_in_it_remains_in_what_was_made() -> None:
    text = "The quiet strip has been marked out. Mortars remain in it, and so do Marsh League men."
    stays = [each for each in events_of(text) if each.kind == "deployment"]
    assert [[place.place for place in each.at] for each in stays] == [["quiet_strip"]] * 2
