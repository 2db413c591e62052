"""Who is charged with a deed where no object stands behind the verb: one line a case, sides exchanged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import Event
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 5)
ARMY, LEAGUE = "velmar_army", "marsh_league"


def attacks(text: str) -> list[Event]:
    document = replace(a_document(text), published=DAY, language="en")
    events = read_text(document, crossing()).events
    return [event for event in events if event.kind == "attack"]


def doers(event: Event) -> list[str | None]:
    return [party.actor for party in event.by]


CHARGED = [
    "{x}, which {y} accuses of shelling Ashel on Friday, denied it.",
    "{x}, whom {y} accused of having shelled Ashel on Friday, said it had not.",
    "{x}, which {y} has repeatedly accused of shelling Ashel, denied it.",
    "{x}, which {y} accused on Friday of shelling Ashel, denied it.",
    "{x}, whom {y} accused of ordering the shelling of Ashel, denied it.",
    "{x}, which {y} blames for shelling Ashel on Friday, denied it.",
    "{x}, which {y} blames for the shelling of Ashel on Friday, denied it.",
    "{x}, accused by {y} of shelling Ashel on Friday, denied it.",
    "{x}, accused of shelling Ashel on Friday, denied it to {y}.",
    "{x}, blamed by {y} for the shelling of Ashel on Friday, denied it.",
    "{x}, which was accused by {y} of shelling Ashel on Friday, denied it.",
    "{x} was accused by {y} of shelling Ashel on Friday.",
    "{x} was accused on Friday by {y} of shelling Ashel.",
    "{x} was blamed by {y} for the shelling of Ashel on Friday.",
    "{y} accused {x} on Friday of shelling Ashel.",
    "{y}, which accused {x} of shelling Ashel on Friday, knew better.",
    "{y} blamed {x} for the shelling of Ashel on Friday.",
    "{x} stands accused of shelling Ashel on Friday.",
    "{x} stood accused by {y} of shelling Ashel on Friday.",
    "{x} was said by {y} to have shelled Ashel on Friday.",
    "{x} was alleged on Monday by {y} to have shelled Ashel.",
    "{x} was reported by {y} to have shelled Ashel on Friday.",
]

SIDES = [
    (("The Velmari army", ARMY), ("the Marsh League", LEAGUE)),
    (("The Marsh League", LEAGUE), ("the Velmari army", ARMY)),
]


@pytest.mark.parametrize("sides", SIDES)
@pytest.mark.parametrize("text", CHARGED)
def test_the_deed_is_that_of_whom_it_is_charged_to(
    text: str, sides: tuple[tuple[str, str], tuple[str, str]]
) -> None:
    (charged, actor), (accuser, _) = sides
    (event,) = attacks(text.format(x=charged, y=accuser))
    assert doers(event) == [actor]


UNKNOWN = [
    "The group which {y} blames for the attack on Ashel on Friday denied it.",
    "The group which {y} accuses of shelling Ashel on Friday denied it.",
    "The men whom {y} accuses of shelling Ashel on Friday denied it.",
    "A farm near Brenn, which {y} accuses of shelling Ashel, is empty.",
    "Accused by {y} of shelling Ashel, the men denied it.",
]


@pytest.mark.parametrize(("accuser", "actor"), [side for side, _ in SIDES])
@pytest.mark.parametrize("text", UNKNOWN)
def test_who_charges_others_never_did_it(text: str, accuser: str, actor: str) -> None:
    (event,) = attacks(text.format(y=accuser[0].lower() + accuser[1:]))
    assert actor not in doers(event)
