from __future__ import annotations

from datetime import date

import pytest

from passages import a_document, crossing, read
from trucewatch.extract.statements import find_statements

DAY = date(2021, 3, 4)


def told(text: str) -> list[str]:
    document = a_document(text)
    sentences, mentions, _ = read(document, crossing(), DAY)
    return [
        " < ".join(link.span.text for link in each.chain if link.span)
        + " | "
        + " + ".join(span.text for span in each.content)
        for each in find_statements(document, sentences, mentions, (), crossing())
    ]


# one row: a sentence, and each chain from the outermost to the speaker with what he says
TOLD = [
    (
        "According to Meridian News, according to Vorn, the road was open.",
        ["Meridian News < Vorn | the road was open"],
    ),
    (
        "The road was open, according to Vorn, according to Meridian News.",
        ["Meridian News < Vorn | The road was open"],
    ),
    (
        "According to the mission, the army shelled Ashel, but according to Hale it was quiet.",
        ["the mission | the army shelled Ashel", "Hale | it was quiet"],
    ),
    (
        "According to the mission, the army shelled Ashel, wounding a child.",
        ["the mission | the army shelled Ashel, wounding a child"],
    ),
    (
        "According to Hale, a captain based in Ashel, the road was open.",
        ["Hale, a captain based in Ashel | the road was open"],
    ),
    ("According to Hale it was quiet.", ["Hale | it was quiet"]),
    (
        "The captain, Meridian News said, had told the officers that the road was open.",
        ["Meridian News < The captain | that the road was open"],
    ),
    (
        "Hale was told by Vorn that the road was open.",
        ["Vorn | that the road was open"],
    ),
    (
        "Hale said he had been told by Vorn that the road was open.",
        [
            "Hale | he had been told by Vorn that the road was open",
            "Hale < Vorn | that the road was open",
        ],
    ),
    (
        "Vorn said, after talks with Hale, that the road was open.",
        ["Vorn | that the road was open"],
    ),
    ("The rebels, according to Vorn, have left.", ["Vorn | The rebels + have left"]),
    ("The League vowed on its channel not to leave.", ["The League | not to leave"]),
    ("Vorn vowed never to leave.", ["Vorn | never to leave"]),
    ("Vorn said not all rebels had left.", ["Vorn | not all rebels had left"]),
    ("Vorn said neither side had left.", ["Vorn | neither side had left"]),
    ("Vorn told reporters on his plane that it was open.", ["Vorn | that it was open"]),
    ("It was open, Vorn told journalists from the north.", ["Vorn | It was open"]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_says_what_through_whom(text: str, expected: list[str]) -> None:
    assert told(text) == expected
