"""Whose attack it is where another one wards it off, or is said not to be behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 7)
ARMY, LEAGUE = "velmar_army", "marsh_league"
SIDES = [
    (("Velmari army", ARMY), ("Marsh League", LEAGUE)),
    (("Marsh League", LEAGUE), ("Velmari army", ARMY)),
]


def doers(text: str) -> list[str | None]:
    """Give who made the one attack at Ashel that a sentence tells."""
    document = replace(a_document(text), published=DAY, language="en")
    events = read_text(document, crossing()).events
    (attack,) = (each for each in events if each.kind == "attack" and each.at)
    return [party.actor for party in attack.by]


MADE = [
    "The {y} repelled an attack by the {x} on Ashel on Friday.",
    "The {y} repelled a {x} attack on Ashel on Friday.",
    "An attack by the {x} on Ashel was repelled by the {y} on Friday.",
    "A {x} attack on Ashel was repelled by the {y} on Friday.",
    "A {x} attack on Ashel was foiled by the {y}.",
    "A {x} attack on Ashel was beaten back by the {y} on Friday.",
    "{x} attack on Ashel repelled by the {y}",
    "Ashel was shelled by the {x} and not by the {y}.",
    "Ashel was shelled on Friday by the {x}, not the {y}.",
]


@pytest.mark.parametrize("sides", SIDES)
@pytest.mark.parametrize("text", MADE)
def test_an_attack_is_that_of_who_made_it(
    text: str, sides: tuple[tuple[str, str], tuple[str, str]]
) -> None:
    (attacker, actor), (other, _) = sides
    assert doers(text.format(x=attacker, y=other)) == [actor]


def test_an_attack_that_somebody_wards_off_is_nobodys() -> None:
    assert doers("An attack on Ashel was repelled by the Velmari army on Friday.") == []
    assert doers("An attack on Ashel was carried out by the Velmari army on Friday.") == [ARMY]
