"""Whose verb it is: of two that are set against each other, and of who is only asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import Event
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 7)
ARMY, LEAGUE = "velmar_army", "marsh_league"


def events_of(text: str) -> list[Event]:
    document = replace(a_document(text), published=DAY, language="en")
    return list(read_text(document, crossing()).events)


def doers(event: Event) -> list[str | None]:
    return [party.actor for party in event.by]


CONTRASTED = [
    "It was {x}, not {y}, that shelled Ashel on Friday.",
    "It was {x}, and not {y}, that shelled Ashel on Friday.",
    "It was {x} and not {y} who shelled Ashel on Friday.",
    "It was not {y} but {x} that shelled Ashel on Friday.",
    "It was {x} rather than {y} that shelled Ashel on Friday.",
    "On Friday {x}, not {y}, shelled Ashel.",
    "On Friday {x} and not {y} shelled Ashel.",
]


@pytest.mark.parametrize(
    ("doer", "actor", "other"),
    [
        ("the Velmari army", ARMY, "the Marsh League"),
        ("the Marsh League", LEAGUE, "the Velmari army"),
    ],
)
@pytest.mark.parametrize("text", CONTRASTED)
def test_of_two_who_did_it_is_not_who_did_not(text: str, doer: str, actor: str, other: str) -> None:
    (event,) = events_of(text.format(x=doer, y=other))
    assert doers(event) == [actor]


def test_not_all_of_them_are_no_contrast() -> None:
    text = "Not all the guns have left Ashel, and not all the militants have left Ashel."
    *_, event = events_of(text)
    assert event.trigger.text == "left"
    assert doers(event) == ["marsh_fighters"]


def test_who_is_asked_did_nothing() -> None:
    for asked in ("Vorn", "the Velmari army", "the Marsh League"):
        (event,) = events_of(f"Reporters asked {asked} who had shelled Ashel.")
        assert doers(event) == []
    *_, event = events_of("The mission met the Velmari army, who had shelled Ashel.")
    assert doers(event) == [ARMY]
