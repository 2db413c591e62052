"""What a report's words leave of an act: who knew of it, who was seen at it, on whose condition, on which day."""

from __future__ import annotations

from datetime import date

import pytest

from news import TUESDAY, findings, weighed
from trucewatch.core.when import edtf


def told(text: str, duty: str = "4-fire") -> set[tuple[str | None, str]]:
    return {(each.doer, str(each.says)) for each in weighed(text, duty)}


# one row: what stands before "the Marsh League's shelling of Ashel on Monday"
UNAWARE: list[str] = [
    "Ondrel denied that it knew of",
    "Ondrel denied any knowledge of",
    "Ondrel denied having been told about",
    "Ondrel said that it had not been informed in advance of",
    "Ondrel said it was unaware of",
    "Ondrel said it knew nothing about",
    "Ondrel rejected that it had been warned of",
]


@pytest.mark.parametrize("before", UNAWARE)
def test_who_did_not_know_of_an_act_says_nothing_of_it(before: str) -> None:
    assert told(f"{before} the Marsh League's shelling of Ashel on Monday.") == set()


AWARE: list[tuple[str, tuple[str, str]]] = [
    (
        "The Marsh League denied reports of its shelling of Ashel on Monday.",
        ("marsh_league", "denies"),
    ),
    (
        "Tessa Vorn, who had not been told of the visit, said the Marsh League shelled Ashel on Monday.",
        ("marsh_league", "act"),
    ),
    (
        "The Marsh League shelled Ashel on Monday without warning, the Joint Crossing Mission said.",
        ("marsh_league", "act"),
    ),
]


@pytest.mark.parametrize(("text", "line"), AWARE)
def test_what_was_not_known_is_only_what_the_words_name(text: str, line: tuple[str, str]) -> None:
    assert told(text) == {line}


# one row: a text, and who does what its -ing form tells
SEEN: list[tuple[str, str]] = [
    ("The Joint Crossing Mission saw Velmari troops shelling Ashel on Monday.", "velmar_army"),
    ("The Joint Crossing Mission filmed Velmari gunmen shelling Ashel on Monday.", "velmar"),
    (
        "The Joint Crossing Mission released footage of Velmari troops attacking Ashel on Monday.",
        "velmar_army",
    ),
    (
        "The Marsh League released a video of its fighters attacking Ashel on Monday.",
        "marsh_league",
    ),
    (
        "The calm is gone, with Velmari troops attacking Ashel on Monday, the Joint Crossing Mission said.",
        "velmar_army",
    ),
]


@pytest.mark.parametrize(("text", "doer"), SEEN)
def test_who_was_seen_doing_it_did_it(text: str, doer: str) -> None:
    assert told(text) == {(doer, "act")}


def test_who_is_parted_by_an_aside_did_it_too() -> None:
    text = "Velmari troops and, to a lesser extent, the Marsh League shelled Ashel on Monday, Tessa Vorn said."
    assert told(text) == {("velmar_army", "act"), ("marsh_league", "act")}


@pytest.mark.parametrize("shells", ["chlorine-filled rockets", "laser-guided missiles", "rockets"])
def test_what_is_fired_may_be_told_in_one_word_more(shells: str) -> None:
    text = f"The Joint Crossing Mission accused the Marsh League of firing {shells} at Ashel on Monday."
    assert told(text) == {("marsh_league", "act")}


# one row: what stands before the agreement's being kept, and what is said of the whole
CONDITIONS: list[tuple[str, set[str]]] = [
    ("Ondrel will keep calm provided that the Crossing Accord is implemented.", set()),
    (
        "Ondrel accepted the plan on the proviso that the Crossing Accord is fully implemented.",
        set(),
    ),
    ("Everything depends on how the Crossing Accord is implemented, Tessa Vorn said.", set()),
    ("Velmar will implement the Crossing Accord, Dorrin Hale said.", {"promise"}),
]


@pytest.mark.parametrize(("text", "says"), CONDITIONS)
def test_a_condition_is_nobodys_promise(text: str, says: set[str]) -> None:
    assert {str(each.says) for each in findings(text, "whole")} == says


def test_the_speaker_at_a_meeting_spoke_on_its_day() -> None:
    met = "Dorrin Hale met Ilan Queth on Monday. They spoke of ferries."
    said = "After the talks, Ilan Queth said the Marsh League had shelled Ashel."
    two = "Dorrin Hale met Ilan Queth on Monday and Tuesday."
    assert {each.said_on for each in findings(f"{met} {said}")} == {date(2021, 3, 29)}
    assert {each.said_on for each in findings(f"{two} {said}")} == {None}
    assert {each.said_on for each in findings(f"Dorrin Hale will meet him on Monday. {said}")} == {
        None
    }


@pytest.mark.parametrize("body", ["command", "media office", "network"])
def test_the_body_of_somebody_else_is_not_who_spoke_before(body: str) -> None:
    text = f"Velmari troops shelled Ashel on Monday, the Velmari army said. The rebels' {body} said they had shelled Ashel on Tuesday."
    assert "velmar_army" not in {
        each.voice for each in findings(text) if each.days and edtf(each.days) == TUESDAY
    }


@pytest.mark.parametrize("noun", ["strikes on", "raids on", "shelling of"])
def test_a_bare_deed_behind_a_day_is_what_was_recorded(noun: str) -> None:
    text = f"The Joint Crossing Mission documented on Tuesday {noun} Ashel by Velmari troops."
    assert {each.voice for each in findings(text) if each.says == "act"} == {"crossing_mission"}
