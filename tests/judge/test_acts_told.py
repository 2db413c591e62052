"""Acts that forbid, as sentences tell them: by whom, from where, on which day; and what is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.when import edtf
from trucewatch.judge.bearing import bear
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
SAID = "the Joint Crossing Mission said."

Told = set[tuple[str, str | None, str, str | None]]


def told(text: str, outlet: str = "meridian_news") -> Told:
    document = replace(a_document(text, outlet=outlet), published=DAY, language="en")
    return {
        (each.duty, each.doer, str(each.says), edtf(each.days) if each.days else None)
        for each in bear(read_text(document, crossing()), crossing(), DAY)
        if each.voice and not each.near
    }


MONDAY = "2021-03-29"
FIRE: list[tuple[str, Told]] = [
    (
        f"Rebels shelled Dunmere on Monday from mortars positioned in the quiet strip, {SAID}",
        {
            ("4-fire", "marsh_fighters", "act", MONDAY),
            ("5-guns", "marsh_fighters", "act", MONDAY),
        },
    ),
    (
        f"Marsh League men in the quiet strip shelled Dunmere with mortars on Monday, {SAID}",
        {("4-fire", "marsh_league", "act", MONDAY), ("5-guns", "marsh_league", "act", MONDAY)},
    ),
    (
        f"Mortar rounds fired by rebels inside the quiet strip landed on Ashel on Monday, {SAID}",
        {
            ("4-fire", "marsh_fighters", "act", MONDAY),
            ("5-guns", "marsh_fighters", "act", MONDAY),
        },
    ),
    (
        f"Shells fell on Ashel on Monday from the direction of the quiet strip, {SAID}",
        {("4-fire", None, "act", MONDAY)},
    ),
    (
        f"Velmari troops repelled an attack by the Marsh League on Ashel on Monday, {SAID}",
        {("4-fire", "marsh_league", "act", MONDAY)},
    ),
    (
        f"Velmari troops responded on Monday with artillery shells on Ashel, {SAID}",
        {("4-fire", "velmar_army", "act", MONDAY)},
    ),
    (
        f"Velmari troops responded on Monday and destroyed two launchers in Ashel, {SAID}",
        {("4-fire", "velmar_army", "act", MONDAY)},
    ),
    (
        f"Velmari troops opened heavy machine gun fire on Ashel on Monday, {SAID}",
        {("4-fire", "velmar_army", "act", MONDAY)},
    ),
    (
        f"Velmari troops used tear gas against people in Ashel on Monday, {SAID}",
        {("4-fire", "velmar_army", "act", MONDAY)},
    ),
    (
        f"Clinics answered calls after 40 attacks by Velmari troops on Ashel in March, {SAID}",
        {("4-fire", "velmar_army", "act", "2021-03")},
    ),
    (
        f"The fire on post No. 4 at Ashel was opened on Monday from a field, {SAID}",
        {("4-fire", None, "act", MONDAY)},
    ),
    (f"Nine people were killed in Ashel on Monday, {SAID}", set()),
    (f"The minister replied on Monday to a letter from Ashel, {SAID}", set()),
    (f"Unknown gunmen killed a teacher in Ashel on Monday, {SAID}", set()),
    (f"Websites spread information about air strikes on Ashel on Monday, {SAID}", set()),
]


@pytest.mark.parametrize(("text", "expected"), FIRE)
def test_who_fired_from_where(text: str, expected: Told) -> None:
    assert told(text) == expected


DAYS: list[tuple[str, str | None]] = [
    (
        "The Joint Crossing Mission said on Tuesday that Velmari troops had shelled Ashel during the night.",
        "2021-03-29/2021-03-30",
    ),
    ("Lantern Relief said on Tuesday that Velmari troops shell Ashel every day.", "2021-03-30"),
    (
        f"Velmari troops struck Ashel, in the first strikes on it since the truce of March 2, {SAID}",
        None,
    ),
    (
        f"Velmari troops have attacked Ashel 40 times since the truce was signed on March 2, {SAID}",
        "2021-03-02/..",
    ),
    ("Ilan Queth accused Velmari troops of shelling Ashel on Monday.", MONDAY),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_on_which_day(text: str, day: str | None) -> None:
    assert told(text) == {("4-fire", "velmar_army", "act", day)}


DENIALS: list[tuple[str, Told]] = [
    (
        "Velmar accused rebels of shelling Ashel on Monday. The Marsh League denied it.",
        {("4-fire", "marsh_fighters", "act", MONDAY), ("4-fire", "marsh_league", "denies", MONDAY)},
    ),
    (
        (
            "The Joint Crossing Mission said that Ondreli troops shelled Ashel on Monday. The Ondreli Foreign "
            "Ministry described the claim as a lie."
        ),
        {
            ("4-fire", "ondrel_army", "act", MONDAY),
            ("4-fire", "ondrel_foreign", "denies", MONDAY),
        },
    ),
    (
        (
            "The Joint Crossing Mission said that Velmari troops shelled Ashel on Monday. The Ondreli Foreign "
            "Ministry rejected the charge."
        ),
        {("4-fire", "velmar_army", "act", MONDAY)},
    ),
    (
        (
            "The information about air strikes by the Ondreli army on Ashel on Monday does not correspond to "
            "reality, the Ondreli Foreign Ministry said."
        ),
        {("4-fire", "ondrel_army", "denies", MONDAY)},
    ),
    (
        (
            "The Joint Crossing Mission said that Ondreli troops shelled Ashel on Monday. Reports about shelling "
            "by Ondreli troops in the Sarn valley are untrue, the Ondreli Foreign Ministry said."
        ),
        {("4-fire", "ondrel_army", "act", MONDAY), ("4-fire", "ondrel_army", "denies", MONDAY)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), DENIALS)
def test_a_denial_denies_the_charge(text: str, expected: Told) -> None:
    assert {each for each in told(text) if each[0] == "4-fire"} == expected


def test_what_an_unknown_outlet_named_after_somebody_tells_is_their_word() -> None:
    text = "On Monday our men shelled Ashel."
    assert told(text, "Marsh League media office") == {("4-fire", "marsh_league", "act", MONDAY)}
    assert told(text, "Valley Gazette") == set()
