"""Whose man an unnamed military source is, in invented sentences: one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
VELMAR, ONDREL = "velmar_army", "ondrel_army"


def speakers(text: str, outlet: str = "meridian_news") -> list[str | None]:
    document = replace(a_document(text, outlet=outlet), published=DAY, language="en")
    return [each.for_ for each in read_text(document, crossing()).statements]


# one row: a text, and for whom each of its statements is said
SOURCES: list[tuple[str, list[str | None]]] = [
    ("An Ondreli military source said that Ashel was quiet.", [ONDREL]),
    ("A military source told Kethra Wire that Ashel was quiet.", [VELMAR]),
    ("Lowland Radio quoted a military official as saying that Ashel was quiet.", [ONDREL]),
    ("A military source said that Velmari troops had left Ashel.", [VELMAR]),
    ("A military source told Kethra Wire that Ashel was quiet. The source added that Pellow was too.", [VELMAR, VELMAR]),
    # Whose he is is not told.
    ("A military source said that Ashel was quiet.", [None]),
    ("A military source told the Dunmere Post that Ashel was quiet.", [None]),
    ("A military source said that Velmari troops had fired on Ondreli troops at Ashel.", [None]),
    ("A source told Kethra Wire that Ashel was quiet.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "for_whom"), SOURCES)
def test_whose_man_a_military_source_is(text: str, for_whom: list[str | None]) -> None:
    assert speakers(text) == for_whom


def test_the_outlet_that_writes_it_tells_whose_he_is() -> None:
    text = "Ashel was quiet, a military source said."
    assert speakers(text, "lowland_radio") == [ONDREL]


# one row: whose troops are meant, and the words for them
TROOPS: list[tuple[str | None, str]] = [
    (VELMAR, "units"),
    (VELMAR, "the vigilant units"),
    (VELMAR, "our soldiers"),
    (None, "rebel units"),
    (None, "enemy troops"),
]


@pytest.mark.parametrize(("army", "troops"), TROOPS)
def test_whose_troops_an_army_s_man_speaks_of(army: str | None, troops: str) -> None:
    text = f'"{troops.capitalize()} shelled Ashel today," a military source told Kethra Wire.'
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    doers = {party.actor for each in read_text(document, crossing()).events for party in each.by}
    assert (VELMAR in doers) is (army is not None)
