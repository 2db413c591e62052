"""An act told without a day is of the day of the news: of its doer's acts told before, or of all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.when import edtf
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
WEDNESDAY = "2021-03-31"


def days(text: str, published: date | None = DAY) -> list[str | None]:
    """Give the day of the last act of a text."""
    document = replace(a_document(*text.split("\n")), published=published, language="en")
    events = [event for event in read_text(document, crossing()).events if event.kind == "attack"]
    when = events[-1].when
    return [when.edtf if when else None]


LEAD = "Velmari troops shelled Ashel on Wednesday, a ferryman said."

# one row: what follows the lead, and the day of its last act
TOLD: list[tuple[str, str | None]] = [
    ("Lantern Relief said Velmari troops bombed Pellow.", WEDNESDAY),
    ("Tessa Vorn said Velmari troops had shelled Pellow in reply.", WEDNESDAY),
    ("The Marsh League said its fighters attacked Pellow with rockets.", WEDNESDAY),
    ("The Mission said a mill in Pellow was shelled.", WEDNESDAY),
    ("It was the deadliest raid on Pellow since the accord, and Velmar bombed Pellow, a nurse said.", WEDNESDAY),
    # of another time, of none, or of nowhere
    ("Velmari troops had shelled Pellow.", None),
    ("The Mission said Velmari troops had earlier shelled Pellow.", None),
    ("The Mission said Velmari troops repeatedly shelled Pellow.", None),
    ("On Tuesday, the Mission said Velmari troops had shelled Pellow.", None),
    ("The Mission said Velmari troops will shell Pellow.", None),
    ("The Mission said that they killed two.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), TOLD)
def test_an_act_without_a_day_is_of_the_day_of_the_news(text: str, day: str | None) -> None:
    assert days(f"{LEAD}\n\n{text}".replace("\n\n", "\n")) == [day]


RECORDED = [
    ("Lantern Relief documented on Tuesday shelling of Pellow by Velmari troops.", "2021-03-30"),
    ("Lantern Relief said on Tuesday that Velmari troops had at times shelled Pellow.", None),
]


@pytest.mark.parametrize(("text", "day"), RECORDED)
def test_an_act_is_of_the_day_that_it_is_put_on_record(text: str, day: str | None) -> None:
    assert days(text) == [day]


def test_an_act_is_of_the_day_of_the_harm_that_it_did() -> None:
    assert days("A nurse said two were killed on Tuesday when Velmari shells hit Pellow.") == [
        "2021-03-30"
    ]


def test_planes_of_nobody_strike_on_the_day_of_the_news() -> None:
    assert days(f"{LEAD}\nLantern Relief said planes had bombed Pellow.") == [WEDNESDAY]


def test_the_day_of_its_own_doer_comes_first() -> None:
    text = f"{LEAD}\nOndreli troops shelled Pellow on Tuesday.\nA nurse said Velmari troops bombed Kethra."
    assert days(text) == [WEDNESDAY]
    others = f"{LEAD}\nOndreli troops shelled Pellow on Tuesday.\nA nurse said the Marsh League bombed Kethra."
    assert days(others) == [None]


def test_old_news_lends_its_day_to_its_doer_nearby_only() -> None:
    old = "Velmari troops shelled Ashel on 24 March, a ferryman said."
    near = "Velmar's Defence Ministry said that Velmari troops shelled gunmen in Ashel."
    assert days(f"{old} {near}") == ["2021-03-24"]
    assert days(f"{old}\n{'It was quiet on the river. ' * 20}\n{near}") == [None]


def test_nothing_is_dated_where_the_day_of_publication_is_not_known() -> None:
    assert days(f"{LEAD}\nLantern Relief said Velmari troops bombed Pellow.", None) == [None]


RUNNING = [
    ("for a second day", "2021-03-30/2021-03-31"),
    ("for a third straight day", "2021-03-29/2021-03-31"),
    ("for the fourth consecutive day", "2021-03-28/2021-03-31"),
    ("for a day", WEDNESDAY),
]


@pytest.mark.parametrize(("words", "expected"), RUNNING)
def test_days_in_a_row_are_all_told(words: str, expected: str) -> None:
    document = replace(
        a_document(f"Velmari troops shelled Ashel {words} on Wednesday."),
        published=DAY,
        language="en",
    )
    (event,) = read_text(document, crossing()).events
    assert event.when is not None
    assert event.when.period is not None
    assert edtf(event.when.period) == event.when.edtf == expected
