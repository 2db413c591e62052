"""Whom a source without a name stands for, in invented sentences: one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
VELMAR, ONDREL = "velmar_army", "ondrel_army"
MISSION, LEAGUE, VORN = "crossing_mission", "marsh_league", "tessa_vorn"


def speakers(text: str) -> list[str | None]:
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    return [each.speaker for each in read_text(document, crossing()).statements]


# one row: a text, and who says each of its statements
SOURCES: list[tuple[str, list[str | None]]] = [
    # Who is told to have done it is not who says so.
    ("Velmari troops shelled Ashel on Monday, the monitor said.", [None]),
    ("Ondreli forces shelled Ashel on Monday, the watchdog said.", [None]),
    ("Velmari troops shelled Ashel on Monday, the organisation said.", [None]),
    ("Velmari troops shelled Ashel on Monday, it said.", [None]),
    ("Velmari troops, it said, shelled Ashel on Monday.", [None]),
    ("The Joint Crossing Mission said that Pellow was quiet. Velmari troops, it said, shelled Ashel.", [MISSION, MISSION]),
    ("The Marsh League shelled Ashel on Monday, they said.", [None]),
    ("The Marsh League shelled Ashel on Monday, the rights group said.", [None]),
    # Who spoke before is.
    ("The Joint Crossing Mission said that Pellow was quiet. Velmari troops shelled Ashel, it said.", [MISSION, MISSION]),
    ("The Joint Crossing Mission said that Pellow was quiet. Velmari troops shelled Ashel, the mission said.", [MISSION, MISSION]),
    ("The Marsh League said that Pellow was quiet. The group said that Ashel was not.", [LEAGUE, LEAGUE]),
    ("The Marsh League left Ashel on Monday. It said that it would not return.", [LEAGUE]),
    ("Velmari troops left Ashel, Tessa Vorn said. She said that Pellow was next.", [VORN, VORN]),
    # Who is only talked about, met or followed is not, where another person is the subject.
    ("An Ondreli negotiator told reporters that Vorn was not honest. She said that Ashel was quiet.", [None, None]),
    ("A resident of Ashel told reporters that Vorn had fled. She said that Ashel was quiet.", [None, None]),
    ("An official of the Marsh League said Vorn had lied. She said that Ashel was quiet.", [None, None]),
    ("The Ondreli ambassador followed Vorn. She said that Ashel was quiet.", [None]),
    ("Tessa Vorn said that Pellow was quiet. The Ondreli ambassador followed. She said that Ashel was not.", [VORN, None]),
    ("Tessa Vorn said that Pellow was quiet. The colonel spoke in Kethra. She said that Ashel was not.", [VORN, VORN]),
    ("The commander of the Marsh League, Maj. Dorrin Hale, was blunt. He said that Ashel was quiet.", ["dorrin_hale"]),
    ("Velmar summoned Solm. The minister said that Ashel was quiet.", [None]),
    ("Velmar summoned Solm. She said that Ashel was quiet.", ["bera_solm"]),
    ("Ondrel said Vorn had lied. She said that Ashel was quiet.", ["ondrel", VORN]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "whose"), SOURCES)
def test_who_is_meant(text: str, whose: list[str | None]) -> None:
    assert speakers(text) == whose
