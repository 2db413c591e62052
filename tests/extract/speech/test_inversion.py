"""Who speaks behind the verb: "C, said B", and "A, said B, did D"."""

from __future__ import annotations

from datetime import date

import pytest

from passages import a_document, crossing, read
from trucewatch.extract.statements import find_statements

DAY = date(2021, 3, 4)
Heard = tuple[str | None, str]


def heard(text: str) -> list[Heard]:
    """Give who says what by the grammar alone."""
    document = a_document(text)
    sentences, mentions, _ = read(document, crossing(), DAY)
    told = find_statements(document, sentences, mentions, (), crossing())
    return [(each.speaker, " | ".join(span.text for span in each.content)) for each in told]


PARTED: list[tuple[str, Heard]] = [
    ("Velmar, said the Marsh League, shelled Ashel.", ("marsh_league", "Velmar | shelled Ashel")),
    ("The Marsh League, says Velmar, has left.", ("velmar", "The Marsh League | has left")),
    ("But Velmar, said Hale, shelled Ashel.", ("dorrin_hale", "But Velmar | shelled Ashel")),
    ("The guns in Ashel, said Vorn, stayed.", ("tessa_vorn", "The guns in Ashel | stayed")),
    ("Velmar shelled Ashel, said Hale.", ("dorrin_hale", "Velmar shelled Ashel")),
]


@pytest.mark.parametrize(("text", "expected"), PARTED)
def test_who_stands_behind_the_verb_says_it(text: str, expected: Heard) -> None:
    assert heard(text) == [expected]


def test_who_is_told_more_of_speaks_himself() -> None:
    (said,) = heard("Vorn, a colonel, said Ondrel shelled Ashel.")
    assert said == ("tessa_vorn", "Ondrel shelled Ashel")
