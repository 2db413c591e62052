"""Whose fighters and weapons are meant, in invented sentences: one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import Event
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
ARMY, LEAGUE, HERONS = "velmar_army", "marsh_league", "heron_company"


def events(text: str, outlet: str = "meridian_news") -> tuple[Event, ...]:
    document = replace(a_document(text, outlet=outlet), published=DAY, language="en")
    return read_text(document, crossing()).events


def doers(event: Event) -> list[str | None]:
    return [party.actor for party in event.by]


MOVED: list[tuple[str, list[str | None]]] = [
    ("All of its mortars are out of the quiet strip, the Marsh League said.", [LEAGUE]),
    ("The Marsh League said all of its mortars had been out of the quiet strip since Monday.", [LEAGUE]),
    ("The Marsh League said its militants had withdrawn their mortars from the quiet strip.", [LEAGUE]),
    ("The Marsh League's militants have withdrawn the mortars from the quiet strip.", [LEAGUE]),
    ("Dorrin Hale said the alliance's mortars were out of the quiet strip.", [LEAGUE]),
    ("Dorrin Hale said that the umbrella group had no mortars left in the quiet strip.", [LEAGUE]),
    ('"Our mortars are out of the quiet strip," Dorrin Hale said.', [LEAGUE]),
    ("Heron Company, a small band of the marshes, had on Monday begun withdrawing its mortars.", [HERONS]),
    ("The mortars that the Marsh League kept in the quiet strip have been taken out of it.", [LEAGUE]),
    ("The militants did what was asked and took their mortars out of the quiet strip.", ["marsh_fighters"]),
    ("As for Heron Company, it withdrew its mortars from the quiet strip, Ilan Queth said.", [HERONS]),
    ("The harbour council's mortars are out of the quiet strip, Ilan Queth said.", [None]),
    ("The harbour council withdrew mortars from the quiet strip, Ilan Queth said.", [None]),
    ("The mortars have been withdrawn from the quiet strip, Ilan Queth said.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MOVED)
def test_whose_is_what_moves(text: str, expected: list[str | None]) -> None:
    (event,) = (each for each in events(text) if each.kind in ("withdrawal", "deployment"))
    assert doers(event) == expected


def test_its_fighters_are_those_of_who_moves_them() -> None:
    (event,) = events("Heron Company has pulled its militants out of the quiet strip.")
    assert [party.actor for party in (*event.by, *event.against)] == [HERONS, HERONS]


def test_we_in_what_others_claim_is_not_them_on_a_stranger_s_site() -> None:
    text = "The Velmari Defence Ministry claims that our factions shelled Ashel on Monday."
    assert "velmar_defence" not in doers(events(text, outlet="name:somebody's page")[0])


ACTS: list[tuple[str, list[str | None]]] = [
    ("Ashel was attacked on Monday by units of the Velmari army.", [ARMY]),
    ("Velmari troops killed nine people in a raid on Ashel on Monday.", [ARMY]),
    ("The Marsh League seized Ashel on Monday in an attack together with Heron Company.", [LEAGUE, HERONS]),
    ("Velmar's air force bombed Ashel on Monday.", ["velmar"]),
    ("Velmari troops were behind an attack on Ashel on Monday.", [ARMY]),
    ("Ilan Queth counted seventy Velmari shells on Ashel on Monday.", ["velmar"]),
    ("Planes believed to be Velmari struck Ashel on Monday.", ["velmar"]),
    ("Suspected Velmari warplanes struck Ashel on Monday.", ["velmar"]),
    ("Velmari and Ondreli warplanes struck Ashel on Monday.", ["velmar", "ondrel"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_who_acts(text: str, expected: list[str | None]) -> None:
    assert {tuple(doers(event)) for event in events(text)} == {tuple(expected)}


def test_an_attack_that_somebody_unknown_did_not_make_is_not_everybody_s() -> None:
    (event,) = events("No attack by the hill riders was recorded in Ashel on Monday.")
    assert doers(event) == [None]


def test_what_their_partners_do_is_not_their_own() -> None:
    text = '"Our Ondreli partners have not withdrawn their mortars," Tessa Vorn said.'
    assert doers(events(text)[0]) == ["ondrel"]
    text = '"Our noble enemies have not withdrawn their mortars," Tessa Vorn said.'
    assert doers(events(text)[0]) == [None]


def test_the_other_group_is_not_the_one_told_before() -> None:
    before = "The Marsh League withdrew its mortars from the quiet strip.\n\n"
    *_, last = events(before + "The other group kept its mortars in the quiet strip.")
    assert doers(last) == [None]
    *_, last = events(
        before + "The other group, Heron Company, kept its mortars in the quiet strip."
    )
    assert doers(last) == [HERONS]


def test_clashes_between_fighters_of_named_sides() -> None:
    text = (
        "Clashes broke out in Ashel on Monday between the Velmari army and townsmen on one side, "
        "and fighters of the Marsh League on the other."
    )
    assert doers(events(text)[0]) == [ARMY, LEAGUE]


def test_the_shelling_that_another_speaker_tells_is_no_other_kind_of_attack() -> None:
    text = (
        "The Marsh League announced that it had stormed Ashel on Monday.\n\n"
        "Ilan Queth said on Tuesday that nobody had told him of the shelling."
    )
    *_, last = events(text)
    assert last.trigger.text == "shelling"
    assert doers(last) == []
