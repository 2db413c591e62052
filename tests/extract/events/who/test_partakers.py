"""Who had a part in an act told before, in invented sentences: one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import Event
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)


def attacks(text: str) -> list[Event]:
    document = replace(a_document(text), published=DAY, language="en")
    return [each for each in read_text(document, crossing()).events if each.kind == "attack"]


ATTACK = "The Marsh League attacked Ashel on Monday, Lantern Relief said."
RAID = "Velmari troops raided Ashel on Monday, Lantern Relief said."

# one row: a text, and who had a part in the act that it tells first
PARTS: list[tuple[str, set[str]]] = [
    (f"{ATTACK} Ilan Queth said the Heron Company led the attack.", {"heron_company"}),
    (f"{ATTACK} Ilan Queth said Heron Company fighters had taken part in the assault.", {"heron_company"}),
    (f"{RAID} Dorrin Hale said Ondreli troops took part alongside the Velmari army.", {"ondrel_army", "velmar_army"}),
    (f"{RAID} The Ondreli army said its soldiers took part in the raid.", {"ondrel_army"}),
    # An army has no part in what a group did, and nobody in what was never told.
    (f"{ATTACK} Ilan Queth said Velmari troops led the attack.", set()),
    ("Ilan Queth said the Heron Company led the attack.", set()),
    (f"{ATTACK} Dorrin Hale denied that the Heron Company led the attack.", set()),
    (f"{ATTACK} Dorrin Hale said the Heron Company had not taken part in the attack.", set()),
    (f"{ATTACK} Ilan Queth said the Heron Company led the talks.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "partakers"), PARTS)
def test_who_had_a_part_in_it(text: str, partakers: set[str]) -> None:
    first, *more = attacks(text)
    parts = [each for each in more if each.at and each.when]
    assert {party.actor for each in parts for party in each.by} == partakers
    assert all((each.at, each.when) == (first.at, first.when) for each in parts)
    assert all(each.statement != first.statement for each in parts)
