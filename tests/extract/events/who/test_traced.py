"""Who did an act, told by its trace or by what was said of him before, in invented sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import Event
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
ARMY, LEAGUE, VELMAR = "velmar_army", "marsh_league", "velmar"


def attacks(text: str) -> list[Event]:
    document = replace(a_document(text), published=DAY, language="en")
    return [each for each in read_text(document, crossing()).events if each.kind == "attack"]


SHELLED = "Ashel was shelled on Monday, Lantern Relief said."
# one row: what follows, and who has shelled Ashel then
TRACED: list[tuple[str, set[str | None]]] = [
    ("It said the rockets came from the Velmari army's posts at Pellow.", {ARMY}),
    ("It said the fire had come from positions held by the Velmari army.", {ARMY}),
    ("The Velmari army's posts at Pellow were the source of the fire, it said.", {ARMY}),
    ("It said the source of the fire was at the Pellow mill, where the Velmari army is stationed.", {ARMY}),
    ("Ilan Queth said the guns belonged to the Velmari army.", {ARMY}),
    # it came from where nobody is told to be, or is told of something else
    ("It said the rockets came from the hills.", set()),
    ("It said the rockets did not come from the Velmari army's posts.", set()),
    ("It said the Velmari army had destroyed the source of the fire.", set()),
    ("It said the rockets came from a factory that the Velmari army bought.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TRACED)
def test_who_is_told_by_the_trace(text: str, expected: set[str | None]) -> None:
    told = attacks(f"{SHELLED} {text}")
    assert {p.actor for each in told for p in each.by if each.at and each.when} == expected


def test_the_source_of_the_fire_is_no_act() -> None:
    told = attacks("Lantern Relief put the source of the fire at Pellow on Monday.")
    assert told == []


# one row: a text, and who did its last attack
DOERS: list[tuple[str, set[str | None]]] = [
    ("Velmari troops carried out at least 12 raids on Ashel on Monday.", {ARMY}),
    ("Velmari troops launched more than a dozen raids on Ashel on Monday.", {ARMY}),
    ("Velmari troops launched mortar and artillery strikes on Ashel on Monday.", {ARMY}),
    ("Velmari troops launched strikes on hideouts of the Marsh League in Ashel.", {ARMY}),
    (
        "A unit of the Marsh League group which had come from Pellow attacked Ashel on Monday.",
        {LEAGUE},
    ),
    (
        (
            "Velmari troops shelled hideouts of the Marsh League on Monday. A ferryman said members of "
            "the group had attacked Ashel."
        ),
        {LEAGUE},
    ),
    ("Nurses saw Velmari troops shell Ashel on Monday.", {ARMY}),
    ("Nurses spoke of villages near Ashel being shelled by Velmari troops on Monday.", {ARMY}),
    # a second voice that confirms an act tells it
    ("Velmari troops attacked Ashel on Monday, a nurse said. Ilan Queth confirmed the attack.", {ARMY}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DOERS)
def test_who_did_it(text: str, expected: set[str | None]) -> None:
    assert {party.actor for party in attacks(text)[-1].by} == expected


def test_what_an_act_answers_is_elsewhere() -> None:
    (told, *_) = attacks(
        "Velmari troops shelled Ashel in response to the raid in Pellow on Monday."
    )
    assert [place.place for place in told.at] == ["ashel"]


def test_a_day_behind_where_is_another_s() -> None:
    text = (
        "Velmari troops shelled Ashel from Pellow, from where all guns were to be gone in February."
    )
    assert attacks(text)[0].when is None


# one row: what the doer's own word is, and the day of the act
CLAIMED: list[tuple[str, str | None]] = [
    ("The Marsh League said in a statement on Monday that it shelled Ashel.", "2021-03-29"),
    ("Rockets were fired on Tuesday. The Marsh League said it had shelled Ashel.", "2021-03-30"),
    ("Lantern Relief said in a statement on Monday that the Marsh League shelled Ashel.", None),
]


@pytest.mark.parametrize(("text", "expected"), CLAIMED)
def test_a_claimed_act_is_of_its_telling(text: str, expected: str | None) -> None:
    when = attacks(text)[-1].when
    assert (when.edtf if when else None) == expected


@pytest.mark.parametrize("count", ["nine", "over nine", "at least nine", "no fewer than nine"])
def test_a_bounded_count_of_what_was_committed_happened(count: str) -> None:
    text = f"The Marsh League committed {count} violations of the truce in Ashel on Monday."
    assert [str(each.reality) for each in attacks(text)] == ["asserted"]
