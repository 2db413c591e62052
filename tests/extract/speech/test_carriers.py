from __future__ import annotations

import re
from datetime import date

import pytest

from passages import a_document, crossing, read
from trucewatch.core.reading import Statement
from trucewatch.extract.dates import find_dates
from trucewatch.extract.speech.carriers import Carrier, in_order
from trucewatch.extract.statements import find_statements

DAY = date(2021, 3, 4)


def statements_of(*paragraphs: str) -> tuple[Statement, ...]:
    document = a_document(*paragraphs)
    sentences, mentions, _ = read(document, crossing(), DAY)
    dates = find_dates(document.text, DAY, [sentence.span for sentence in sentences])
    return find_statements(document, sentences, mentions, dates, crossing())


def chains_of(*paragraphs: str) -> list[str]:
    return [
        " < ".join(link.span.text for link in statement.chain if link.span)
        for statement in statements_of(*paragraphs)
    ]


# one row: a text whose outlets no case knows, and its chain from the outermost to the speaker
UNKNOWN = [
    (
        "The agency Norda quoted Edda Rusk as saying that the bridge was mined.",
        "The agency Norda < Edda Rusk",
    ),
    ("Norda reported, citing an officer, that the bridge was mined.", "Norda < an officer"),
    ("The bridge was mined, Norda said, citing an officer.", "Norda < an officer"),
    ("Norda, which quoted General Orrel, said the bridge was mined.", "Norda < General Orrel"),
    (
        "The bridge was mined, according to General Orrel, quoted by the newspaper Vesper.",
        "the newspaper Vesper < General Orrel",
    ),
    (
        "According to General Orrel, cited by Norda, the bridge was mined.",
        "Norda < General Orrel",
    ),
    (
        "According to the letter, which was sent to members and seen by Norda, the bridge was mined.",
        "Norda < the letter",
    ),
    ("General Orrel told Norda that the bridge was mined.", "Norda < General Orrel"),
    (
        "General Orrel told Norda, as cited by Vesper, that the bridge was mined.",
        "Vesper < Norda < General Orrel",
    ),
    (
        "“The bridge is mined,” General Orrel told Korva TV in comments relayed by Norda.",
        "Norda < Korva TV < General Orrel",
    ),
    (
        "In an interview with Vesper, General Orrel said the bridge was mined.",
        "Vesper < General Orrel",
    ),
    ("Speaking to Norda, General Orrel said the bridge was mined.", "Norda < General Orrel"),
    (
        "General Orrel said in a letter that Vesper printed that the bridge was mined.",
        "Vesper < General Orrel",
    ),
    (
        "The bridge is mined, General Orrel conceded in a note that Vesper reproduced.",
        "Vesper < General Orrel",
    ),
    (
        "The bridge is mined, said General Orrel in comments published on Friday by the daily Vesper.",
        "the daily Vesper < General Orrel",
    ),
    (
        "The agency Norda, in a report monitored by Vesper, cited General Orrel as saying the bridge was mined.",
        "Vesper < The agency Norda < General Orrel",
    ),
    (
        "The agency Norda, with reference to the newspaper Vesper, reported that the bridge was mined.",
        "The agency Norda < the newspaper Vesper",
    ),
    (
        "General Orrel was cited by state television as having told the cabinet that the bridge was mined, Norda reported.",
        "Norda < state television < General Orrel",
    ),
    ("Norda has learned from an officer that the bridge was mined.", "Norda < an officer"),
    (
        "Sixteen bridges were mined, the crossing mission wrote, citing various sources on the bank.",
        "the crossing mission < various sources on the bank",
    ),
    ("General Orrel wrote in an article for Vesper that it was mined.", "Vesper < General Orrel"),
    # what is told of the words in the next sentence, and of the speaker in the one before
    (
        "General Orrel said the bridge was mined. Vesper carried the report.",
        "Vesper < General Orrel",
    ),
    (
        "General Orrel said the bridge was mined. His account appeared in the weekly Lantern.",
        "the weekly Lantern < General Orrel",
    ),
    (
        "General Orrel was in no mood for jokes when he spoke to Vesper. The bridge, he said, was mined.",
        "Vesper < General Orrel",
    ),
    # an author stands for what he writes
    ("The League's communiqué warned that it would stay.", "The League"),
    ("A statement by the Marsh League said that it would stay.", "the Marsh League"),
    # who passes nothing on is no relay
    ("General Orrel told deputies that the bridge was mined.", "General Orrel"),
    ("General Orrel said in a video posted on Telegram that it was mined.", "General Orrel"),
    ("General Orrel told our correspondent that it was mined.", "General Orrel"),
    ("General Orrel said it was mined. Vesper was fined on Monday.", "General Orrel"),
    ("Reports say the bridge was mined.", ""),
    ("The bridge was mined, according to unconfirmed reports.", ""),
    ("The bridge was mined, according to unconfirmed reports relayed by Vesper.", "Vesper"),
    ("It was reported on Monday evening that the bridge was mined.", ""),
    ("Rumour has it on the bank that the bridge was mined.", ""),
    ("The bridge was mined, it is being said.", ""),
]


@pytest.mark.parametrize(("text", "chain"), UNKNOWN)
def test_outlets_that_no_case_knows(text: str, chain: str) -> None:
    assert chain in chains_of(text)


def test_a_monitor_speaks_for_its_unnamed_sources() -> None:
    (statement,) = statements_of("Nine died, the Joint Crossing Mission said, citing its sources.")
    assert (statement.for_, statement.speaker, statement.unnamed) == (
        "crossing_mission",
        None,
        False,
    )
    assert [link.id for link in statement.chain] == [None, "crossing_mission", None]
    (statement,) = statements_of("Nine died, Meridian said, citing its sources.")
    assert (statement.for_, statement.unnamed) == (None, True)


def test_the_same_agency_is_the_one_named_before() -> None:
    found = chains_of(
        "“We stay,” General Orrel told Norda, while her aide was cited by the same agency as being “glad”."
    )
    assert found == ["Norda < General Orrel", "Norda < aide"]


def test_who_goes_on_in_the_same_sentence_keeps_the_relay() -> None:
    found = chains_of("It was late, a camp manager confided to Norda, and she said it was cold.")
    assert found == ["Norda < a camp manager"] * 2


def test_names_exchanged_give_the_same_chains() -> None:
    text = "The agency {0}, citing the daily {1}, said that {2} had told {3} that it was mined."
    names = ("Norda", "Vesper", "Anna Stell", "Kellan")
    exchanged = ("Kellan", "Norda", "Bram Kest", "Vesper")
    other = dict(zip(names, exchanged, strict=True))
    found = [
        re.sub("|".join(names), lambda name: other[name.group()], chain)
        for chain in chains_of(text.format(*names))
    ]
    assert found == chains_of(text.format(*exchanged))
    assert len(found) == 1


def test_the_order_of_carriers() -> None:
    told, cited, outside = (
        Carrier((0, 1), "told"),
        Carrier((2, 3), "cited"),
        Carrier((4, 5), "outside"),
    )
    numbered = list(enumerate([outside, told, outside]))
    assert [place for place, _ in in_order(numbered)] == [2, 0, 1]
    numbered = list(enumerate([outside, cited, told, outside]))
    assert [place for place, _ in in_order(numbered)] == [3, 0, 1, 2]
    assert in_order([]) == []
