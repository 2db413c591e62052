from __future__ import annotations

from datetime import date

import pytest

from passages import a_document, crossing, read
from trucewatch.extract.dates import find_dates
from trucewatch.extract.statements import find_statements

DAY = date(2021, 3, 4)


def chains(text: str) -> list[str]:
    """Read a text by rules and give each statement's chain without the page's own outlet."""
    document = a_document(text, outlet=None)
    sentences, mentions, _ = read(document, crossing(), DAY)
    dates = find_dates(document.text, DAY, [sentence.span for sentence in sentences])
    statements = find_statements(document, sentences, mentions, dates, crossing())
    return [
        " < ".join(link.span.text for link in each.chain if link.span is not None)
        for each in statements
    ]


# one row: a text, and one of the chains that it tells, outermost first
PASSED: list[tuple[str, str]] = [
    # somebody is let speak without a verb of his own
    ("“We pay nobody,” the Orlan agency has the clerk saying.", "the Orlan agency < the clerk"),
    (
        "What the clerk had said, Orlan Post explained, was that the fee was due.",
        "Orlan Post < the clerk",
    ),
    ("The ferryman let the Orlan Post know that the fee was due.", "the Orlan Post < The ferryman"),
    ("From the harbour office came word that the quay was shut.", "the harbour office"),
    (
        "The Orlan Post learned of Harbourmaster Ilv Tarn's threat to close the quay.",
        "The Orlan Post < Harbourmaster Ilv Tarn",
    ),
    (
        "It went far: a remark by Pilot Ilv Tarn, picked up by Radio Orlan, to the effect that “the quay is ours”.",
        "Radio Orlan < Pilot Ilv Tarn",
    ),
    (
        "The quay is shut, it emerged from the bulletin of the harbour office.",
        "the harbour office",
    ),
    # who quotes whom, one inside another
    (
        "The Orlan Herald quoted Morvo, which had in turn quoted Pilot Ilv Tarn as saying that the quay was shut.",
        "The Orlan Herald < Morvo < Pilot Ilv Tarn",
    ),
    (
        "Orlan news agency, citing the daily Kray, quoted Pilot Ilv Tarn as saying that the quay was shut.",
        "Orlan news agency < the daily Kray < Pilot Ilv Tarn",
    ),
    # who carried it, in the same sentence and in the next
    (
        "The quay was shut, a diver told Radio Orlan. Morvo was the first to relay it.",
        "Morvo < Radio Orlan < a diver",
    ),
    (
        "As Morvo reported and Kray relayed, Pilot Ilv Tarn has said that the quay was shut.",
        "Kray < Morvo < Pilot Ilv Tarn",
    ),
    (
        "Replying to a question from Morvo, the diver said the quay was shut.",
        "Morvo < the diver",
    ),
    # who speaks behind a clause of his own
    (
        "The harbour office's report, a copy of which was obtained by Morvo, said that the quay was unsafe.",
        "Morvo < The harbour office",
    ),
    (
        "Divers and two pilots, none of whom wished to be named, told Morvo that the quay was shut.",
        "Morvo < Divers and two pilots",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PASSED)
def test_what_is_passed_on(text: str, expected: str) -> None:
    assert expected in chains(text)


def test_reports_of_nobody_have_no_speaker() -> None:
    assert chains("According to reports, the quay was shut.") == [""]


def test_an_outlet_spoken_of_passes_nothing_on() -> None:
    assert chains("The diver said the office of Radio Orlan had burned.") == ["The diver"]
