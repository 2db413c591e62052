"""Which acts are one incident, across documents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_finding, a_reading, day
from trucewatch.core.finding import Finding
from trucewatch.core.place import Place, Places
from trucewatch.core.when import Period
from trucewatch.join.incidents import Key, join_incidents, places_of

Told = tuple[str, str, str, int]
"""A document, a kind, its places (a letter each), and the day."""


def acts(*told: Told) -> tuple[list[Finding], dict[Key, frozenset[str]]]:
    findings, places = [], {}
    for number, (document, kind, where, on) in enumerate(told):
        event = f"e{number}"
        findings.append(finding(document, event, kind, where, on))
        places[document, event] = frozenset(where)
    return findings, places


def finding(document: str, event: str, kind: str, where: str, on: int) -> Finding:
    given: dict[str, Any] = {
        "document": document, "event": event, "days": Period.of(day(on)), "origin": f"{document}{event}",
        "incident": f"{kind} {min(where)} {day(on)}", "known_from": day(on),
    }  # fmt: skip
    return a_finding("refrain", "north_militia", "act", on, **given)


def together(*told: Told) -> list[str]:
    """Give the documents of each incident, joined with +."""
    findings, places = acts(*told)
    groups: dict[str | None, list[str]] = defaultdict(list)
    for each in join_incidents(findings, places):
        groups[each.incident].append(each.document)
    return sorted("+".join(sorted(group)) for group in groups.values())


@pytest.mark.parametrize(
    ("shows", "told", "expected"),
    [
        ("one place, one day", [("a", "attack", "P", 5), ("b", "attack", "P", 5)], ["a+b"]),
        ("another kind", [("a", "attack", "P", 5), ("b", "clash", "P", 5)], ["a", "b"]),
        ("another place", [("a", "attack", "P", 5), ("b", "attack", "Q", 5)], ["a", "b"]),
        ("a village of a list", [("a", "attack", "PQR", 5), ("b", "attack", "R", 5)], ["a+b"]),
        ("half of the shorter list", [("a", "attack", "PQ", 5), ("b", "attack", "QR", 5)], ["a+b"]),
        ("less than half", [("a", "attack", "PQR", 5), ("b", "attack", "RST", 5)], ["a", "b"]),
        ("the next day", [("a", "attack", "P", 5), ("b", "attack", "P", 6)], ["a", "b"]),
        ("two places, the next day", [("a", "attack", "PQ", 5), ("b", "attack", "PQ", 6)], ["a", "b"]),
        ("a list moved by a day", [("a", "attack", "PQR", 5), ("b", "attack", "PQR", 6)], ["a+b"]),
        ("a longer list, moved", [("a", "attack", "PQR", 5), ("b", "attack", "PQRST", 6)], ["a", "b"]),
        ("a list moved by two days", [("a", "attack", "PQR", 5), ("b", "attack", "PQR", 7)], ["a", "b"]),
        ("one document tells of both days",
         [("a", "attack", "PQR", 5), ("a", "attack", "PQR", 6)], ["a", "a"]),
        ("two villages do not meet through a list",
         [("a", "attack", "P", 5), ("b", "attack", "Q", 5), ("c", "attack", "PQ", 5)], ["a+c", "b"]),
    ],
)  # fmt: skip
def test_what_is_one_incident(shows: str, told: list[Told], expected: list[str]) -> None:
    assert together(*told) == expected, shows
    assert together(*reversed(told)) == expected, shows


def test_an_incident_is_named_after_what_was_known_first_and_stands_on_all_its_days() -> None:
    findings, places = acts(("b", "attack", "PQR", 6), ("a", "attack", "PQR", 5))
    joined = join_incidents(findings, places)
    assert {each.incident for each in joined} == {f"attack P {day(5)}"}
    assert {each.days for each in joined} == {Period(day(5), day(6))}


@pytest.mark.parametrize("more", [{"event": None}, {"incident": None}, {"days": None}])
def test_what_names_no_act_stays_as_it_is(more: dict[str, Any]) -> None:
    one = replace(finding("a", "e1", "attack", "P", 5), **more)
    assert join_incidents([one], {("a", "e1"): frozenset("P")}) == [one]


def place(kind: str, **more: Any) -> Places:
    return Places(by_id={"quay": Place(id="quay", name="Quay", kind=kind, **more)}, zones={})


@pytest.mark.parametrize(
    ("shows", "places", "lat", "is_place"),
    [
        ("a point", place("town", latitude=1.0, longitude=1.0, km=1.0), 1.0, True),
        ("a town whose point nobody knows", place("town"), None, True),
        ("a base whose point nobody knows", place("base"), None, True),
        ("a province", place("province"), None, False),
        ("a province with a point", place("province", latitude=1.0, longitude=1.0, km=9.0), 1.0, False),
        ("a road", place("road"), None, False),
        ("another name of a zone", place("strip", zone="zone"), None, False),
        ("a place that the case no longer knows, with a point", Places(by_id={}, zones={}), 1.0, True),
        ("a place that the case no longer knows, without", Places(by_id={}, zones={}), None, False),
    ],
)  # fmt: skip
def test_which_places_make_an_act(
    shows: str, places: Places, lat: float | None, is_place: bool
) -> None:
    reading = a_reading()
    (event,) = reading.events
    at = (replace(event.at[0], lat=lat),)
    told = dict(places_of(replace(reading, events=(replace(event, at=at),)), places))
    assert told == ({("d1", "e1"): frozenset({"quay"})} if is_place else {}), shows


tellings = st.tuples(
    st.sampled_from("abcd"),
    st.sampled_from(["attack", "clash"]),
    st.sets(st.sampled_from("PQRS"), min_size=1).map(lambda each: "".join(sorted(each))),
    st.integers(3, 6),
)


@given(st.lists(tellings, max_size=9), st.randoms(use_true_random=False))
def test_the_order_makes_no_difference_and_no_incident_is_long(
    told: list[Told], chance: Random
) -> None:
    findings, places = acts(*told)
    joined = {each.id: (each.incident, each.days) for each in join_incidents(findings, places)}
    shuffled = list(findings)
    chance.shuffle(shuffled)
    assert {e.id: (e.incident, e.days) for e in join_incidents(shuffled, places)} == joined
    for _, days in joined.values():
        assert days is not None
        assert isinstance(days.first, date)
        assert isinstance(days.last, date)
        assert (days.last - days.first).days <= 2


@given(st.lists(tellings, max_size=7))
def test_copies_make_no_other_incidents(told: list[Told]) -> None:
    findings, places = acts(*told)
    once = {each.id: each.incident for each in join_incidents(findings, places)}
    assert {e.id: e.incident for e in join_incidents([*findings, *findings], places)} == once
