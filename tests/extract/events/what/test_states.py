"""States that small words report, and how much of something was done; one line each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import Event
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
SAID = "the Joint Crossing Mission said."


def events(clause: str) -> list[Event]:
    document = replace(a_document(f"{clause}, {SAID}"), published=DAY, language="en")
    return list(read_text(document, crossing()).events)


STATES: list[tuple[str, str, str]] = [
    ("The mortars of the Marsh League are outside the quiet strip", "withdrawal", "asserted"),
    ("The mortars of the Marsh League are all outside the quiet strip", "withdrawal", "asserted"),
    ("Fighters of the Marsh League are dug in in the quiet strip", "deployment", "asserted"),
    ("Fighters of the Marsh League are where they were", "deployment", "asserted"),
    ("The Marsh League still has some fighters left in the quiet strip", "deployment", "asserted"),
    ("The Marsh League has kept its mortars where they were", "deployment", "asserted"),
    ("Fighters of the Marsh League are still in their trenches", "deployment", "asserted"),
    ("Fighters of the Marsh League are manning their posts", "deployment", "asserted"),
    ("Fighters of the Marsh League are all over the quiet strip", "deployment", "asserted"),
    ("Fighters of the Marsh League are throughout the quiet strip", "deployment", "asserted"),
    ("The Marsh League has not moved an inch", "withdrawal", "negated"),
    ("The quiet strip is now in place", "construction", "asserted"),
    ("The Harrow Crossing is open to traffic", "opening", "asserted"),
    ("The Tolvane Accord still holds", "other", "asserted"),
    ("The Tolvane Accord has collapsed", "other", "asserted"),
]


@pytest.mark.parametrize(("clause", "kind", "reality"), STATES)
def test_a_state_is_an_event(clause: str, kind: str, reality: str) -> None:
    assert (kind, reality) in {(each.kind, each.reality) for each in events(clause)}


NONE: list[str] = [
    "Velmar is open to talks",
    "The Marsh League remains the strongest group",
    "The talks are outside the treaty",
    "The mayor holds the accord in high regard",
    "The Marsh League moved the talks to Ashel",
]


@pytest.mark.parametrize("clause", NONE)
def test_what_only_looks_so_is_none(clause: str) -> None:
    kinds = {"withdrawal", "deployment", "opening", "construction"}
    assert not kinds & {each.kind for each in events(clause)}
    assert not any(each.trigger.text == "holds" for each in events(clause))


AMOUNTS: list[tuple[str, str | None]] = [
    ("A second batch of mortars of the Marsh League left the quiet strip", "begun"),
    ("Another group of militants left the quiet strip", "begun"),
    ("About 60 per cent of the Marsh League's men left the quiet strip", "some"),
    ("A third of the militants left the quiet strip", "some"),
    ("Some 90 percent of the mortars were withdrawn from the quiet strip", "some"),
    ("The withdrawal of the mortars from the quiet strip is 90 percent complete", "some"),
    ("The Marsh League withdrew from several villages in the quiet strip", "some"),
    ("The Marsh League has all but left the quiet strip", "some"),
    ("The Marsh League and the Heron Company have all left the quiet strip", "all"),
    ("The Marsh League and the Heron Company have both left the quiet strip", None),
    ("Not one of the militants left the quiet strip", None),
    ("The militants left the quiet strip", None),
]


@pytest.mark.parametrize(("clause", "extent"), AMOUNTS)
def test_how_much_of_it_was_done(clause: str, extent: str | None) -> None:
    assert [each.extent for each in events(clause) if each.kind == "withdrawal"] == [extent]


DOERS: list[tuple[str, str, set[str | None]]] = [
    ("Together with Ondrel, Velmar opened the Harrow Crossing", "opening", {"velmar", "ondrel"}),
    ("The Harrow Crossing reopened", "opening", set()),
    ("About 60 per cent of the Marsh League's men left the quiet strip", "withdrawal", {"marsh_league"}),
    ("The militants of the Lorrig left the quiet strip", "withdrawal", {None}),
    ("A baker shut the Harrow Crossing", "closure", {None}),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "kind", "doers"), DOERS)
def test_who_did_it(clause: str, kind: str, doers: set[str | None]) -> None:
    (event,) = [each for each in events(clause) if each.kind == kind]
    assert {party.actor for party in event.by} == doers


PREDICATES: list[tuple[str, str, str]] = [
    ("The patrols in the quiet strip have been put off", "patrol", "postponed"),
    ("The withdrawal of the mortars is far from complete", "withdrawal", "negated"),
    ("The patrols provided for in the accord were not carried out", "patrol", "negated"),
]


@pytest.mark.parametrize(("clause", "kind", "reality"), PREDICATES)
def test_what_a_predicate_says_of_its_noun(clause: str, kind: str, reality: str) -> None:
    assert [each.reality for each in events(clause) if each.kind == kind] == [reality]
