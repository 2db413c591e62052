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
    ("The rescue group known as Lantern Relief", "lantern_relief"),
    ("A rescue group called Lantern Relief", "lantern_relief"),
    ("The Foreign Ministry in Tirvane", "ondrel_foreign"),
]


@pytest.mark.parametrize(("source", "speaker"), SOURCES)
def test_a_noun_behind_a_name_tells_what_the_body_is(source: str, speaker: str | None) -> None:
    document = a_document(f"{source} said that shells fell on Ashel.")
    sentences, mentions, _ = read(document, crossing(), date(2021, 3, 4))
    (statement,) = find_statements(document, sentences, mentions, (), crossing())
    assert statement.speaker == speaker


# one row: a source, the body spoken for, and whether nobody is named
SPOKEN_FOR = [
    ("The representative of Velmar", "velmar", False),
    ("An official of the Marsh League who spoke to Meridian News", "marsh_league", True),
    ("Velmar's delegate", "velmar", False),
    ("A representative of Velmar", "velmar", True),
    ("Velmari Transport Minister Ardo Klim", "velmar", False),
    ("Former Velmari minister Ardo Klim", None, False),
]


@pytest.mark.parametrize(("source", "body", "unnamed"), SPOKEN_FOR)
def test_an_office_speaks_for_its_state(source: str, body: str | None, *, unnamed: bool) -> None:
    document = a_document(f"{source} said that shells fell on Ashel.")
    sentences, mentions, _ = read(document, crossing(), date(2021, 3, 4))
    (statement,) = find_statements(document, sentences, mentions, (), crossing())
    assert (statement.for_, statement.unnamed) == (body, unnamed)


MINISTRIES = (
    "The Velmari Defence Ministry said it was calm. A source in the Ondreli Foreign Ministry said that "
    "it was not. The ministry said that shells fell."
)
# one row: a text, and whom its last source means
TAKEN_UP = [
    ("Velmar says it is calm. Its defence ministry said that shells fell.", "velmar_defence"),
    ("Velmar protested. Its defence ministry said that shells fell.", "velmar_defence"),
    ("Ondrel protested. Velmar did not. The ferrymen slept. Its defence ministry said that shells fell.", None),
    ("Velmari troops were shelled, the defence ministry said.", "velmar_defence"),
    ("Velmari troops were shelled by Ondreli troops, the defence ministry said.", None),
    ("Velmari troops were shelled, the defence ministry said. It was calm, the ministry said.", "velmar_defence"),
    ("Velmar said it was calm. The Joint Crossing Mission saw it otherwise: it said that shells fell.", "crossing_mission"),
    ("In Tirvane, Ilan Queth was angry on Friday. Shells fell, he said.", "ilan_queth"),
    ("An official said it was calm. Foreign minister Ilan Queth slept. Shells fell, the official said.", None),
    (MINISTRIES, "velmar_defence"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), TAKEN_UP)
def test_a_ministry_is_its_states(text: str, speaker: str | None) -> None:
    document = a_document(text)
    sentences, mentions, _ = read(document, crossing(), date(2021, 3, 4))
    statements = find_statements(document, sentences, mentions, (), crossing())
    assert statements[-1].speaker == speaker


def test_a_group_s_spokesman_speaks_for_the_one_named_before() -> None:
    text = (
        "The Marsh League left Ashel on Monday. The ferrymen slept. A spokesman for the group, Orrin "
        "Balk, said that shells fell."
    )
    document = a_document(text)
    sentences, mentions, _ = read(document, crossing(), date(2021, 3, 4))
    statements = find_statements(document, sentences, mentions, (), crossing())
    assert statements[-1].for_ == "marsh_league"
