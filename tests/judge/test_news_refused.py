"""Constructions of news prose that only look like somebody's act or word, and what they do tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from news import MONDAY, SAID, Told, told, weighed
from passages import a_document, built_in
from trucewatch.judge.bearing import bear
from trucewatch.judge.bearing.fits import names_any
from trucewatch.pipeline.read import read_text

# one row: what somebody struck, and what it tells
STRUCK: list[tuple[str, Told]] = [
    (f"The accord that Velmar and Ondrel struck on Ashel still stands, {SAID}", set()),
    (f"The truce, which Velmar and Ondrel struck in Ashel, still stands, {SAID}", set()),
    (f"The deal Velmar and Ondrel struck in Ashel last month still stands, {SAID}", set()),
    (f"Velmar struck a new deal with Ondrel in Ashel on Monday, {SAID}", set()),
    (f"Despite the truce, Velmar struck Ashel on Monday, {SAID}", {("velmar", "act", MONDAY)}),
    (f"Velmar struck Ashel on Monday despite the truce, {SAID}", {("velmar", "act", MONDAY)}),
    (f"Since the accord, Velmar struck Ashel on Monday, {SAID}", {("velmar", "act", MONDAY)}),
]


@pytest.mark.parametrize(("text", "expected"), STRUCK)
def test_who_strikes_a_deal_attacks_nobody(text: str, expected: Told) -> None:
    assert told(text) == expected


ENDED: list[tuple[str, set[str | None]]] = [
    (f"Ondrel has not stopped the shelling of Ashel, {SAID}", set()),
    (f"Ondrel did not end the attacks on Ashel on Monday, {SAID}", set()),
    (f"Velmar has not stopped shelling Ashel, {SAID}", {"velmar"}),
    (f"Velmar has not stopped its shelling of Ashel, {SAID}", {"velmar"}),
]


@pytest.mark.parametrize(("text", "doers"), ENDED)
def test_who_does_not_end_the_shelling_need_not_be_its_doer(
    text: str, doers: set[str | None]
) -> None:
    assert {doer for doer, says, _ in told(text) if says == "act" and doer} == doers


SAID_OF: list[tuple[str, str | None]] = [
    ("Velmari jets said to have bombed Ashel on Monday", None),
    ("Velmari jets reported to have bombed Ashel on Monday", None),
    ("Velmari jets are said to have bombed Ashel on Monday", None),
    ("Velmar said to reporters that it bombed Ashel on Monday", "velmar"),
    ("Velmar said it bombed Ashel on Monday", "velmar"),
]


@pytest.mark.parametrize(("text", "voice"), SAID_OF)
def test_who_is_said_to_have_done_it_said_nothing(text: str, voice: str | None) -> None:
    assert {each.voice for each in weighed(text, "4-fire")} == {voice}


HARMED: list[tuple[str, Told]] = [
    (
        f"Velmari troops killed 12 gunmen in a night raid near Ashel on Monday, {SAID}",
        {("velmar_army", "act", MONDAY)},
    ),
    (
        f"Velmari troops wounded three ferrymen in shelling on Ashel on Monday, {SAID}",
        {("velmar_army", "act", MONDAY)},
    ),
    (f"Three ferrymen killed in shelling on Ashel on Monday, {SAID}", {(None, "act", MONDAY)}),
    (f"Three ferrymen were hurt in a raid on Ashel on Monday, {SAID}", {(None, "act", MONDAY)}),
]


@pytest.mark.parametrize(("text", "expected"), HARMED)
def test_who_does_harm_by_an_act_is_its_doer(text: str, expected: Told) -> None:
    assert told(text) == expected


DAYS: list[tuple[str, str, Told]] = [
    (
        f"The Harrow Crossing has not been opened and the two agreed to put it off until June, {SAID}",
        "2-crossing",
        {(None, "not done", "2021-04-01")},
    ),
    (
        f"Velmari troops carried out 40 attacks on Ashel between the signing of the accord on 5 March and 20 March, {SAID}",
        "4-fire",
        {("velmar_army", "act", "2021-03-05/2021-03-20")},
    ),
]


@pytest.mark.parametrize(("text", "duty", "expected"), DAYS)
def test_a_day_is_of_what_can_have_been_on_it(text: str, duty: str, expected: Told) -> None:
    assert told(text, duty) == expected


def test_both_sides_of_a_clash_are_told_by_whose_fighters_they_are() -> None:
    text = f"Clashes took place near Ashel on Monday between Velmari troops and villagers against fighters of the Marsh League, {SAID}"
    assert {doer for doer, _, _ in told(text)} == {"velmar_army", "marsh_league"}


def test_shells_told_of_again_fell_where_they_fell() -> None:
    text = f"Gunmen fired mortar shells at Ashel on Monday, {SAID} Tessa Vorn said the Marsh League had fired the shells from Tolvane."
    assert ("marsh_league", "act", MONDAY) in told(text)


CHARGES: list[tuple[str, set[str | None]]] = [
    ("Velmar accused Ondrel of breaking the accord. Ondrel rejected the charge.", {"ondrel"}),
    ("Velmar accused Ondrel of breaking the accord. Lantern Relief rejected the charge.", set()),
]


@pytest.mark.parametrize(("text", "doers"), CHARGES)
def test_only_who_is_bound_by_the_accord_denies_breaking_it(
    text: str, doers: set[str | None]
) -> None:
    assert {doer for doer, says, _ in told(text, "whole") if says == "denies"} == doers


SOURCES: list[tuple[str, bool]] = [
    ("A Meridian source said Velmar shelled Ashel on Monday.", True),
    ("Meridian's source said Velmar shelled Ashel on Monday.", True),
    ("A source said Velmar shelled Ashel on Monday.", True),
    ("Tessa Vorn said Velmar shelled Ashel on Monday.", False),
]


@pytest.mark.parametrize(("text", "unnamed"), SOURCES)
def test_a_source_of_an_outlet_is_no_outlet(text: str, unnamed: bool) -> None:
    assert {each.unnamed for each in weighed(text, "4-fire")} == {unnamed}


ONE: list[tuple[str, bool]] = [
    ("not a single joint patrol was held", True),
    ("a Norran patrol passed", True),
    ("patrols were held", True),
    ("soldiers are to patrol the border", False),
]


@pytest.mark.parametrize(("words", "expected"), ONE)
def test_one_of_what_a_duty_names_is_its_matter(words: str, expected: bool) -> None:
    assert names_any(("patrols", "joint patrols"), words) is expected


def posts(text: str) -> set[str]:
    case = built_in()
    day = date(2018, 11, 26)
    document = replace(a_document(text), published=day, language="en")
    found = bear(read_text(document, case), case, day)
    return {str(each.says) for each in found if each.duty == "1-posts" and not each.near}


POSTS: list[tuple[str, set[str]]] = [
    ("Turkey sent troops on Monday to reinforce the observation posts in Idlib.", {"done"}),
    ("Turkey will send troops to reinforce the observation posts in Idlib.", {"promise"}),
    ("Turkey plans to reinforce the observation posts in Idlib.", {"promise"}),
    (
        "Turkey has observation posts in Idlib under the Sochi deal. Turkey strengthened all 12 of its posts.",
        {"done"},
    ),
    ("Turkey is a guarantor of the Sochi deal. Turkey strengthened all of its posts.", set()),
]


@pytest.mark.parametrize(("text", "says"), POSTS)
def test_posts_are_the_ones_named_and_reinforced_by_who_was_sent(text: str, says: set[str]) -> None:
    assert posts(text) == says


RECAPS = ["In September, {} agreed", "{} agreed last September", "{} agreed on 17 September"]


@pytest.mark.parametrize("recap", RECAPS)
def test_what_was_agreed_in_the_month_of_signing_is_the_agreement(recap: str) -> None:
    text = f"{recap.format('Moscow and Ankara')} to create a demilitarised zone in Idlib."
    case, day = built_in(), date(2018, 12, 15)
    document = replace(a_document(text), published=day, language="en")
    found = bear(read_text(document, case), case, day)
    assert not [each for each in found if each.duty == "3-zone"]
