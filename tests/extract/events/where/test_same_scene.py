"""An act that names no place was where the acts were that are told with it, or where a label says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passages import a_document, crossing
from trucewatch.core.reading import Event
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)


def events_of(text: str) -> tuple[Event, ...]:
    document = replace(a_document(*text.split("\n")), published=DAY, language="en")
    return read_text(document, crossing()).events


def where(text: str, trigger: str) -> list[str | None]:
    """Give the places of the last event of a trigger."""
    found = [event for event in events_of(text) if event.trigger.text == trigger]
    return [place.place for place in found[-1].at]


SAME: list[tuple[str, str, list[str | None]]] = [
    ("Velmari troops took control of Ashel after fierce clashes with the Marsh League.", "clashes", ["ashel"]),
    ("Velmari troops shelled Ashel on Monday. Velmari troops fired thirty rockets, a nurse said.", "fired", ["ashel"]),
    ("Fighting broke out around Ashel. The Marsh League attacked the Heron Company at dawn.", "attacked", ["ashel"]),
    ("Rockets hit a school in Ashel. The mayor said the rockets were fired by Ondreli troops.", "fired", ["ashel"]),
    ("* Ashel: Velmari troops fired twelve shells on Monday.", "fired", ["ashel"]),
    ("- Ashel: rain fell all day. Velmari troops fired twelve shells.", "fired", ["ashel"]),
    ("In the village of Ashel, to the north, two men slept when Velmari jets bombed a house.", "bombed", ["ashel"]),
    ("A market in Ashel was shelled. Velmari aircraft carried out the raid, a nurse said.", "raid", ["ashel"]),
    # two places compete, or it is another's act, day or paragraph
    ("Velmari troops shelled Ashel and Ondreli troops shelled Pellow. Velmari troops fired rockets.", "fired", []),
    ("Velmari troops shelled Ashel. Ondreli troops fired thirty rockets.", "fired", []),
    ("Velmari troops shelled Ashel.\nVelmari troops fired thirty rockets.", "fired", []),
    ("Velmari troops shelled Ashel on Monday. On Sunday Velmari troops fired rockets.", "fired", []),
    ("Velmari troops shelled Ashel. Ondreli troops answered with rockets.", "answered", []),
    ("Two men were hurt near Ashel on Monday. Schools had been hit in the strikes.", "strikes", []),
    ("In Kethra, the Velmari army said that its jets had bombed the Marsh League.", "bombed", []),
    ("Velmari troops shelled Ashel. Velmari troops fired rockets from Pellow.", "fired", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "places"), SAME)
def test_where_an_act_without_a_place_was(
    text: str, trigger: str, places: list[str | None]
) -> None:
    found = [event for event in events_of(text) if event.trigger.text == trigger]
    assert not found or where(text, trigger) == places
    assert found or not places


PIECES = [
    "Velmari",
    "troops",
    "shelled",
    "Ashel",
    ".",
    "*",
    ":",
    "In",
    "Pellow",
    ",",
    "clashes",
    "the",
    "rockets",
    "fired",
    "after\n",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_every_place_is_one_that_the_text_names(pieces: list[str]) -> None:
    text = " ".join(pieces).strip() or "Ashel"
    for event in events_of(text):
        assert all(place.span.text in text for place in event.at)
