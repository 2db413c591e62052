"""Acts told for several days, and the days of states and of headlines; one sentence a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import Event
from trucewatch.pipeline.read import read_text


def events_of(text: str, title: str | None = None) -> list[Event]:
    document = replace(a_document(text, title=title), published=date(2021, 4, 7), language="en")
    return list(read_text(document, crossing()).events)


def days_of(text: str, trigger: str, title: str | None = None) -> list[str | None]:
    told = [event for event in events_of(text, title) if event.trigger.text == trigger]
    return [event.when.edtf if event.when else None for event in told]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Velmari troops shelled Ashel on 1/4/2021 and again on 3 April.", "1 3"),
        ("Velmari troops shelled Ashel on 1 April and on 3 April.", "1 3"),
        ("Velmari troops shelled Ashel on Thursday and Saturday, residents said.", "1 3"),
        ("Velmari troops shelled Ashel on 1 April near the mill and once more on 3 April.", "1 3"),
        ("Velmari troops shelled Ashel on April 1, April 3 and April 5.", "1 3 5"),
        ("On 1 and 3 April, Velmari troops shelled Ashel.", "3 1"),
        ("Velmari troops shelled Ashel on 1 April and on 3 April Ondrel complained.", "1"),
        ("Velmari troops shelled Ashel on 1 April and on 3 April, Ondrel complained.", "1"),
        ("Velmari troops shelled Ashel on Thursday, 1 April.", "1"),
        ("Velmari troops shelled Ashel on 1 April, 3 April being a feast.", "1"),
    ],
)
def test_an_act_of_several_days_is_one_for_each(text: str, days: str) -> None:
    assert days_of(text, "shelled") == [f"2021-04-0{day}" for day in days.split()]


def test_what_did_not_happen_is_not_told_for_each_day() -> None:
    text = "Velmari troops did not shell Ashel on 1 April and 3 April."
    assert len(days_of(text, "shell")) == 1


def test_each_act_has_a_number_of_its_own() -> None:
    text = "Velmari troops shelled Ashel on 1 and 3 April. Ondreli troops shelled Brenn on Monday."
    assert [event.id for event in events_of(text)] == ["e1", "e2", "e3"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The deadline was 1 April and Ondreli troops are still in Ashel.", "2021-04-07"),
        ("Ondreli troops were to leave by 1 April, but are still in Ashel.", "2021-04-07"),
        ("On 1 April the Ondreli troops were still in Ashel.", "2021-04-01"),
        ("Ondreli troops are still in Ashel as of 1 April.", "2021-04-01"),
    ],
)
def test_what_goes_on_has_no_day_of_another_clause(text: str, day: str) -> None:
    assert days_of(text, "still") == [day]


@pytest.mark.parametrize(
    ("title", "trigger", "day"),
    [
        ("Velmari army shells Ashel", "shells", "2021-04-06/2021-04-07"),
        ("Ondreli troops leave Ashel", "leave", "2021-04-06/2021-04-07"),
        ("Velmari army shells Ashel on Sunday", "shells", "2021-04-04"),
        ("Ondreli troops to leave Ashel", "leave", None),
        ("Velmari army shelled Ashel", "shelled", None),
    ],
)
def test_a_headline_in_the_present_is_of_its_day_or_the_day_before(
    title: str, trigger: str, day: str | None
) -> None:
    assert days_of("Ashel is a village.", trigger, title) == [day]


@pytest.mark.parametrize(
    ("text", "reality"),
    [
        ("Ten died as Velmari troops shelled Ashel.", "asserted"),
        ("Monitors could not verify reports of shelling of Ashel.", "distanced"),
        ("Monitors have not confirmed the shelling of Ashel.", "distanced"),
        ("Monitors have not confirmed that Velmari troops shelled Ashel.", "distanced"),
        ("Hale never claimed that Velmari troops shelled Ashel.", "distanced"),
        ("If Hale says that Velmari troops shelled Ashel, we leave.", "distanced"),
        ("Hale never stopped saying that Velmari troops shelled Ashel.", "asserted"),
        ("The shelling of Ashel was not confirmed.", "distanced"),
        ("Monitors confirmed the shelling of Ashel.", "asserted"),
        ("Nobody has confirmed the shelling of Ashel.", "distanced"),
        ("None of the monitors confirmed the shelling of Ashel.", "distanced"),
        ("Envoys asked whether Velmari troops had shelled Ashel.", "distanced"),
        ("Nobody asked whether Velmari troops shelled Ashel.", "distanced"),
    ],
)
def test_what_nobody_confirms_may_still_be(text: str, reality: str) -> None:
    told = [event for event in events_of(text) if event.trigger.text in ("shelling", "shelled")]
    assert [event.reality.value for event in told] == [reality]


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [
        (
            "The mission reported on Sunday evening that Velmari troops had shelled Ashel during the day.",
            "shelled",
            ["2021-04-04"],
        ),
        (
            "Velmari troops shelled Ashel on Sunday. Residents fled. The town of Tolvane was also targeted, they said.",
            "targeted",
            ["2021-04-04"],
        ),
        (
            "The mission said that shelling continued in western Ashel and eastern Velmar from 1 to 3 April.",
            "shelling",
            ["2021-04-01/2021-04-03"],
        ),
        (
            "The mission spoke on Sunday of the truce of March. Troops shelled Ashel the same day.",
            "shelled",
            ["2021-04-04"],
        ),
    ],
)
def test_an_act_has_the_day_that_is_told_around_it(
    text: str, trigger: str, days: list[str | None]
) -> None:
    assert days_of(text, trigger) == days


def test_what_was_also_hit_has_no_day_where_the_acts_before_differ() -> None:
    text = (
        "Velmari troops shelled Ashel on Sunday. The Marsh League shelled Ashel on Monday. "
        "Residents fled. The town of Tolvane was also targeted, a miller said."
    )
    assert days_of(text, "targeted") == [None]
