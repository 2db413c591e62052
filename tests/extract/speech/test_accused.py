"""Whom "they" and "it" mean behind what one side says of another: one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing, read
from trucewatch.extract.dates import find_dates
from trucewatch.extract.encoder.found import Attribution, Fragment
from trucewatch.extract.statements import find_statements
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
VELMAR, ONDREL, LEAGUE, MISSION = "velmar", "ondrel", "marsh_league", "crossing_mission"


def told(text: str) -> list[tuple[str | None, str]]:
    """Give who says each statement, and the words of the last link of its chain."""
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    return [
        (each.speaker, each.chain[-1].span.text if each.chain[-1].span else "")
        for each in read_text(document, crossing()).statements
    ]


# one row: a text, and who says its last statement, by id and by the words that name him
LAST: list[tuple[str, str | None, str]] = [
    # a state is no "they" where it spoke of many
    ("Velmar said rebels had shelled Ashel. They said they had not shelled Ashel.", None, "rebels"),
    ("Ondrel said rebels had shelled Ashel. They said they had not shelled Ashel.", None, "rebels"),
    # of two who may be meant, neither
    ("Velmar said the Marsh League had shelled Ashel. They said Pellow was next.", None, "They"),
    ("The Marsh League said Heron Company had shelled Ashel. They said Pellow was next.", None, "They"),
    ("Marsh gunmen said Heron Company had shelled Ashel. They said Pellow was next.", None, "They"),
    # who denies it is not surely who accuses
    ("Ondrel accused Velmar of shelling Ashel. It denied shelling Pellow.", None, "It"),
    # nobody else comes in
    ("The Marsh League said Ashel was quiet. It denied shelling Pellow.", LEAGUE, "It"),
    ("The Joint Crossing Mission said Velmar had shelled Ashel. It said Pellow was quiet.", MISSION, "It"),
    ("Residents said Velmari troops had shelled Ashel. They said three houses burned.", None, "Residents"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "whose", "called"), LAST)
def test_whom_a_pronoun_means_behind_a_charge(text: str, whose: str | None, called: str) -> None:
    assert told(text)[-1] == (whose, called)


# one row: a charge, the words behind it as source, cue and content, and who is found to say them
ANSWERED: list[tuple[str, tuple[str, str, str], str | None]] = [
    ("Velmar blamed the rebels for shelling Ashel, which they denied.", ("they", "denied", "which"), None),
    ("Ondrel blames the Velmari army for shelling Ashel, which it denies.", ("it", "denies", "which"), "velmar_army"),
    ("Velmar blames the Ondreli army for shelling Ashel, which it denies.", ("it", "denies", "which"), "ondrel_army"),
    ("Velmar accused the Marsh League of shelling Ashel, a charge it rejects.", ("it", "rejects", "a charge"), LEAGUE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "whose"), ANSWERED)
def test_who_is_accused_denies_it(
    text: str, words: tuple[str, str, str], whose: str | None
) -> None:
    document = a_document(text)
    sentences, mentions, _ = read(document, crossing(), DAY)
    dates = find_dates(document.text, DAY, [sentence.span for sentence in sentences])
    first = text.split()[:2]
    charge = text[text.index(first[1]) + len(first[1]) + 1 : text.rindex(",")]
    found = [
        Attribution(
            source=(_fragment(text, each[0]),),
            cue=(_fragment(text, each[1]),),
            content=(_fragment(text, each[2]),),
            confidence=0.8,
        )
        for each in ((*first, charge), words)
    ]
    statements = find_statements(document, sentences, mentions, dates, crossing(), found)
    assert [each.speaker for each in statements] == [first[0].lower(), whose]


def _fragment(text: str, words: str) -> Fragment:
    return Fragment(text.rindex(words), text.rindex(words) + len(words))
