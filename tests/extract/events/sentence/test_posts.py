"""Posts named in short: "its posts", "they", where a report names observation posts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.objects import object_classes
from trucewatch.core.reading import Event
from trucewatch.pipeline.read import read_text

NAMED = "The Joint Crossing Mission visited the Ondreli observation posts near Ashel on Monday."


def of_posts(text: str) -> list[Event]:
    """Give the events of a report that say something of observation posts."""
    document = replace(a_document(text), published=date(2021, 4, 1), language="en")
    events = read_text(document, crossing()).events
    return [
        each
        for each in events
        if any("observation_post" in object_classes(thing.span.text) for thing in each.with_)
    ]


# one row: what is said behind, and the words that tell it
MEANT: list[tuple[str, str]] = [
    ("Ondrel will not leave its posts, Ilan Queth said.", "leave"),
    ("The posts will not be moved, Ilan Queth said.", "moved"),
    ("None of the twelve posts would be evacuated, Ilan Queth said.", "evacuated"),
    ("All of the posts have been reinforced, Ilan Queth said.", "reinforced"),
    ("They will be reinforced, Ilan Queth said.", "reinforced"),
    ("Ilan Queth said they would not be withdrawn.", "withdrawn"),
]


@pytest.mark.parametrize(("text", "told"), MEANT)
def test_posts_are_named_in_short(text: str, told: str) -> None:
    assert [each.trigger.text for each in of_posts(f"{NAMED} {text}")] == [told]


OTHERS: list[str] = [
    "Velmari posts near Harrow were reinforced, Ilan Queth said.",
    "Rebels came to Ashel. They will be reinforced, Ilan Queth said.",
    "The council will not leave its seat, Ilan Queth said.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_posts_and_others_are_not_meant(text: str) -> None:
    assert of_posts(f"{NAMED} {text}") == []


def test_a_report_that_names_no_observation_posts_has_none() -> None:
    assert of_posts("Ondrel will not leave its posts, Ilan Queth said.") == []
