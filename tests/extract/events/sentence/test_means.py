"""Acts told behind "by", and phrases that a date or an amount opens; invented sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import Event
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 7)
ARMY, LEAGUE = "velmar_army", "marsh_league"


def event_of(text: str, trigger: str) -> Event:
    document = replace(a_document(text), published=DAY, language="en")
    (event,) = (
        each for each in read_text(document, crossing()).events if each.trigger.text == trigger
    )
    return event


def doers(event: Event) -> list[str | None]:
    return [party.actor for party in event.by]


REPLIES: list[tuple[str, str, list[str | None]]] = [
    ("Velmari troops replied on Tuesday by shelling Ashel.", "shelling", [ARMY]),
    ("Velmari troops began the day by heavily shelling Ashel.", "shelling", [ARMY]),
    ("Dorrin Hale, spokesman of the Marsh League, said his group had answered by shelling Ashel.", "shelling", [LEAGUE]),
    ("The truce was broken by shelling Ashel.", "shelling", []),
    ("In the early hours of Friday Velmari troops shelled Ashel.", "shelled", [ARMY]),
    ("On the evening of 2 April Velmari troops shelled Ashel.", "shelled", [ARMY]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "expected"), REPLIES)
def test_who_acts_behind_by_and_behind_the_hours(
    text: str, trigger: str, expected: list[str | None]
) -> None:
    assert doers(event_of(text, trigger)) == expected


def test_a_weapon_behind_by_is_no_doer() -> None:
    event = event_of("Velmari troops targeted by dozens of shells the town of Ashel.", "targeted")
    assert (doers(event), event.against) == ([ARMY], ())
    assert [each.place for each in event.at] == ["ashel"]


@pytest.mark.parametrize(
    "text",
    [
        "Velmari troops targeted by shells in Ashel withdrew.",
        "Velmari troops targeted by the Marsh League in Ashel fled.",
    ],
)
def test_who_is_hit_by_a_weapon_is_no_doer(text: str) -> None:
    assert ARMY not in doers(event_of(text, "targeted"))


@pytest.mark.parametrize(
    "amount", ["more than half of", "over half of", "about a third of", "some of"]
)
def test_an_amount_does_not_end_the_phrase(amount: str) -> None:
    text = f"The Marsh League has withdrawn {amount} its mortars from the quiet strip."
    assert [each.span.text for each in event_of(text, "withdrawn").from_] == ["quiet strip"]


def test_a_day_told_with_before_does_not_end_the_clause() -> None:
    text = "The Marsh League attacked Ashel before dawn on Sunday from inside the quiet strip."
    assert [each.span.text for each in event_of(text, "attacked").from_] == ["quiet strip"]


def test_the_militants_of_a_group_are_not_all_militants() -> None:
    text = (
        "The Marsh League holds Ashel. The militants of this group were still in the quiet strip."
    )
    assert doers(event_of(text, "still")) == [LEAGUE]


def test_who_answers_behind_a_colon_speaks_of_himself() -> None:
    assert doers(event_of("Dorrin Hale: We shelled Ashel on Sunday", "shelled")) == [LEAGUE]
