"""Constructions of news prose that a report's word hangs on: who "he" is, whose raids, which day."""

from __future__ import annotations

import pytest

from news import MONDAY, SAID, TUESDAY, Told, told, weighed
from trucewatch.core.when import edtf

SHELLED = "Velmari troops shelled Ashel on Monday, he said."

# one row: what stands before "he said", and whose word it then is (None: nobody that is known)
SPEAKERS: list[tuple[str, str | None]] = [
    ("Ilan Queth put it more bluntly.", "ondrel_foreign"),
    ("The envoy of the ministry, Ilan Queth, stayed calm.", "ondrel_foreign"),
    ("Tessa Vorn said nothing new. The envoy, Ilan Queth, was more open.", "ondrel_foreign"),
    (
        "Tessa Vorn said on Sunday that it was quiet. A shell killed Ilan Queth's aide.",
        "name:he",
    ),
    ("A commander of the Marsh League was less hopeful.", "marsh_league"),
]


@pytest.mark.parametrize(("before", "voice"), SPEAKERS)
def test_he_is_who_opens_the_sentence_before(before: str, voice: str | None) -> None:
    assert {each.voice for each in weighed(f"{before} {SHELLED}", "4-fire")} == {voice}


def test_a_nameless_opener_stays_nameless() -> None:
    text = f"Tessa Vorn spoke on Sunday. A ferryman, an official of the town, was angry. {SHELLED}"
    assert not {each.voice for each in weighed(text, "4-fire")} & {"name:he", "name:He"}


ACTS: list[tuple[str, Told]] = [
    (f"The raids which Velmari forces then carried out on Ashel on Monday were heavy, {SAID}", {("velmar_army", "act", MONDAY)}),
    (f"The strikes that Velmari troops launched on Ashel on Monday killed two, {SAID}", {("velmar_army", "act", MONDAY)}),
    (f"The raid that Velmari troops had planned to launch on Ashel on Monday did not come, {SAID}", set()),
    ("Velmari troops are back. The Mission said they shelled Ashel on Monday.", {("velmar_army", "act", MONDAY)}),
    ("Ferrymen are afraid. The Mission said they shelled Ashel on Monday.", {(None, "act", MONDAY)}),
    (f"Velmari troops were pressing attacks on Ashel on Monday, {SAID}", {("velmar_army", "act", MONDAY)}),
    (f"Ondrel pressed for an attack on Ashel on Monday, {SAID}", set()),
    (f"Velmar's troops shelled Ashel on Monday, {SAID}", {("velmar", "act", MONDAY)}),
    (
        f"Velmari troops shelled Ashel on Monday, {SAID} On Tuesday they fired a rocket at the same village, {SAID}",
        {("velmar_army", "act", MONDAY), ("velmar_army", "act", TUESDAY)},
    ),
    (
        'Tessa Vorn said on Tuesday: "This morning the Marsh League shelled Ashel."',
        {("marsh_league", "act", TUESDAY)},
    ),
    (
        f"Velmari troops have carried out 40 attacks on Ashel since the accord, {SAID}",
        {("velmar_army", "act", "2021-03-01/2021-04-01")},
    ),
    ("Ondrel called on all to lay down arms and to attack Ashel on Monday.", set()),
    (f"A reporter in Ashel watched as Velmari troops bombed a market on Monday, {SAID}", {("velmar_army", "act", MONDAY)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_whose_act_it_was_and_when(text: str, expected: Told) -> None:
    assert told(text) == expected


STATES: list[tuple[str, Told]] = [
    (f"The Marsh League has drawn back a part of its mortars from the quiet strip, {SAID}", {("marsh_league", "partly", None)}),
    (f"The Marsh League has not moved any of its mortars from the quiet strip, {SAID}", {("marsh_league", "not done", None)}),
    (f"The mortars have been removed from the quiet strip to a large extent, {SAID}", {(None, "partly", None)}),
    (f"The Marsh League not only has not withdrawn its mortars from the quiet strip but digs in, {SAID}", {("marsh_league", "not done", None)}),
    (f"The Marsh League's mortars are in the quiet strip as before, {SAID}", {("marsh_league", "act", None)}),
    (f"Velmar shelled Ashel, which is in the quiet strip, {SAID}", set()),
    ("Ondrel calls on all to make sure that the mortars are withdrawn from the quiet strip.", set()),
    (f"By Monday evening none of the mortars remained in the quiet strip, {SAID}", {(None, "no act", MONDAY)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_how_far_it_was_done(text: str, expected: Told) -> None:
    says = {(doer, word) for doer, word, _ in told(text, "5-guns")}
    assert says == {(doer, word) for doer, word, _ in expected}


CHARGED = "Velmar said the Marsh League had shelled Ashel on Monday. "
DENIED: list[tuple[str, set[str]]] = [
    ("The Marsh League has denied any part in the shelling of Ashel.", {"marsh_league"}),
    ("The Marsh League denied having anything to do with the raid on Ashel.", {"marsh_league"}),
    ("The Marsh League denied any role in the attack.", {"marsh_league"}),
    ("Lantern Relief denied any part in the meeting in Ashel.", set()),
    ("The Marsh League said the report was not true.", set()),
    ("The Marsh League called the report a hoax.", {"marsh_league"}),
]


@pytest.mark.parametrize(("denial", "deniers"), DENIED)
def test_a_part_denied_is_the_act_denied(denial: str, deniers: set[str]) -> None:
    found = weighed(CHARGED + denial, "4-fire")
    assert {each.voice for each in found if each.says == "denies"} == deniers
    assert all(each.days and edtf(each.days) == MONDAY for each in found)


TURNED_DOWN: list[tuple[str, set[str]]] = [
    (", a charge the Marsh League denies.", {"marsh_league"}),
    (", an accusation that the Marsh League has rejected as absurd.", {"marsh_league"}),
    (", which the Marsh League denied.", {"marsh_league"}),
    (", a report which the Marsh League dismissed.", {"marsh_league"}),
    (", which the Marsh League denied the ferrymen.", set()),
    (", a town that the Marsh League denied.", set()),
]


@pytest.mark.parametrize(("clause", "deniers"), TURNED_DOWN)
def test_a_charge_is_denied_in_a_clause_behind_it(clause: str, deniers: set[str]) -> None:
    found = weighed(f"Velmar said the Marsh League had shelled Ashel on Monday{clause}", "4-fire")
    assert {each.voice for each in found if each.says == "denies"} == deniers
    assert {each.voice for each in found if each.says == "act"} == {"velmar"}


def test_a_day_that_ends_what_was_said_is_the_acts() -> None:
    text = "Dorrin Hale acknowledged that Velmari troops had shelled Ashel on Monday but said it was quiet."
    assert told(text) == {("velmar_army", "act", MONDAY)}
