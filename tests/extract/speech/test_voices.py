"""Who a source's words name."""

from __future__ import annotations

from datetime import date

import pytest

from passages import a_document, crossing, read
from trucewatch.extract.statements import find_statements

# one row: a source, and the speaker whom it names
SOURCES = [
    ("The Lantern Relief rescue group", "lantern_relief"),
    ("The Lantern Relief civil defence", "lantern_relief"),
    ("The Lantern Relief rescue agency", "lantern_relief"),
    ("The Marsh League alliance", "marsh_league"),
    ("The Heron Company militia", "heron_company"),
    ("A Marsh League splinter group", None),
    ("A Marsh League rival faction", None),
    ("A Marsh League commander", None),
    ("A Lantern Relief volunteer", None),
    ("Marsh League sources", None),
]


@pytest.mark.parametrize(("source", "speaker"), SOURCES)
def test_a_noun_behind_a_name_tells_what_the_body_is(source: str, speaker: str | None) -> None:
    document = a_document(f"{source} said that shells fell on Ashel.")
    sentences, mentions, _ = read(document, crossing(), date(2021, 3, 4))
    (statement,) = find_statements(document, sentences, mentions, (), crossing())
    assert statement.speaker == speaker
