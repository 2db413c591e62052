"""Whether "the Xish spokesman" or "the rebel commander" may be who spoke before: one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news import findings
from passages import a_document, crossing
from trucewatch.extract.speech.likeness import is_like
from trucewatch.extract.speech.voices import Voice
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
VORN, SOLM, HALE = "tessa_vorn", "bera_solm", "dorrin_hale"
LEAGUE, MISSION = "marsh_league", "crossing_mission"
DEFENCE, FOREIGN = "velmar_defence", "ondrel_foreign"


def speakers(text: str) -> list[str | None]:
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    return [each.speaker for each in read_text(document, crossing()).statements]


# one row: who speaks first, and whom the description that takes somebody up means
TAKEN_UP: list[tuple[str, str, str | None]] = [
    ("Tessa Vorn", "The colonel", VORN),
    ("Tessa Vorn", "The Ondreli spokeswoman", None),
    ("Tessa Vorn", "The Greek spokeswoman", None),
    ("Tessa Vorn", "The rebel commander", None),
    ("Tessa Vorn", "The opposition leader", None),
    ("Tessa Vorn", "The foreign minister", None),
    ("Tessa Vorn", "The presidential spokeswoman", None),
    ("Bera Solm", "The foreign minister", SOLM),
    ("Bera Solm", "The Velmari spokeswoman", None),
    ("Dorrin Hale", "The rebel commander", HALE),
    ("Dorrin Hale", "The government spokesman", None),
    ("The Marsh League", "The rebel group", LEAGUE),
    ("The Marsh League", "The hardline group", LEAGUE),
    ("The Marsh League", "The Greek group", None),
    ("The Joint Crossing Mission", "The mission", MISSION),
    ("The Joint Crossing Mission", "The Ondreli mission", None),
    ("The Velmari Defence Ministry", "The ministry", DEFENCE),
    ("The Velmari Defence Ministry", "The Velmari ministry", DEFENCE),
    ("The Velmari Defence Ministry", "The Greek ministry", None),
    ("The Ondreli Foreign Ministry", "The Defence Ministry", None),
    ("The Ondreli Foreign Ministry", "The Foreign Ministry", FOREIGN),
]


@pytest.mark.parametrize(("first", "described", "meant"), TAKEN_UP)
def test_a_description_takes_up_only_whom_it_fits(
    first: str, described: str, meant: str | None
) -> None:
    text = f"{first} said that Pellow was quiet. {described} said that Ashel was not."
    assert speakers(text)[-1] == meant


def test_hardline_means_neither_where_two_groups_are_named() -> None:
    text = "The Marsh League said Heron Company had left Ashel. The hardline group said Pellow was next."
    assert speakers(text) == [LEAGUE, None]


# one row: what is told behind another side's word, and whose word it is
VOICES: list[tuple[str, str]] = [
    ("The Ondreli spokeswoman said Velmari troops had shelled Ashel.", "ondrel"),
    ("The Velmari spokeswoman said Ondreli troops had shelled Ashel.", "velmar"),
    ("The Ondreli ministry said Velmari troops had shelled Ashel.", "ondrel_foreign"),
    ("The Velmari ministry said Ondreli troops had shelled Ashel.", "velmar_defence"),
]


@pytest.mark.parametrize(("text", "voice"), VOICES)
def test_an_adjective_tells_for_which_state_somebody_speaks(text: str, voice: str) -> None:
    found = findings(f"Dorrin Hale said that Pellow was quiet. {text}")
    assert {each.voice for each in found} == {voice}


@given(st.sampled_from(sorted(crossing().actors.by_id)))
def test_words_that_tell_nothing_fit_everybody(actor: str) -> None:
    assert is_like(
        frozenset(), Voice(speaker=actor, for_=crossing().actors.voice(actor)), crossing()
    )


@given(st.sampled_from(sorted(crossing().actors.by_id)))
def test_nobody_is_of_both_states(actor: str) -> None:
    earlier = Voice(speaker=actor, for_=crossing().actors.voice(actor))
    assert not is_like(frozenset({"velmari", "ondreli"}), earlier, crossing())
