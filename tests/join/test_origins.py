"""Which tellings are one speech act: by speaker, day and words, in whatever order they come."""

from __future__ import annotations

from collections import defaultdict
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_finding, day
from trucewatch.core.finding import Finding
from trucewatch.join.origins import join_origins, origin_key

WORDS = (
    "Militia gunners shelled the village of Ashel from the western ridge, wounding seven porters"
)
CUT = "Militia gunners shelled the village of Ashel"
OTHER = "Convoys crossed the bridge again without any delay on either bank"


def telling(document: str, words: str = WORDS, on: int = 5, **more: Any) -> Finding:
    """Make the finding of a telling of its own; `key` tells apart what one document tells."""
    key = more.pop("key", "s1")
    given: dict[str, Any] = {"origin": f"{document}:{key}", "document": document, "words": words}
    return a_finding("refrain", "north_militia", "act", on, **(given | more))


def together(*findings: Finding) -> set[frozenset[str]]:
    """Give the findings' documents as they were joined, each with its telling's key."""
    joined = join_origins(findings)
    groups: dict[str, set[str]] = defaultdict(set)
    for before, after in zip(findings, joined, strict=True):
        groups[after.origin].add(before.origin)
    return {frozenset(group) for group in groups.values()}


UNNAMED = {"voice": "unnamed", "speaker": None, "unnamed": True}
NOBODY = {"voice": None, "speaker": None}
SOURCE = {"unnamed": True}

PAIRS: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    # what it shows, one telling, another in another document, whether they are one
    ("a copy", {}, {}, True),
    ("a copy that was cut", {}, {"words": CUT}, True),
    ("the other way round", {"words": CUT}, {}, True),
    ("case and marks make no difference", {}, {"words": WORDS.upper() + "!"}, True),
    ("half of the words", {}, {"words": f"{CUT}; clashes, flooding, hunger elsewhere"}, True),
    ("less than half", {}, {"words": f"The village of Ashel {OTHER}"}, False),
    ("other words", {}, {"words": OTHER}, False),
    ("two words of four", {"words": "Guns shelled Ashel today"}, {"words": "Jets shelled Ashel too, and bridges, roads, ports"}, False),
    ("all of two words", {"words": "They shelled Ashel"}, {"words": "Ashel was shelled all over"}, True),
    ("no words", {"words": ""}, {"words": ""}, False),
    ("only small words", {"words": "it is so"}, {"words": "it is so"}, False),
    ("the day moved by one", {}, {"on": 6}, True),
    ("the other day", {}, {"on": 4}, True),
    ("the day moved by two", {}, {"on": 7}, False),
    ("another speaker", {}, {"voice": "observer"}, False),
    ("another, of the same body", {"voice": "north_speaker"}, {"voice": "north_ministry"}, False),
    ("a source that is not named is not the body", {}, SOURCE, False),
    ("two unnamed sources of a body, the same words", SOURCE, SOURCE, True),
    ("two unnamed sources of a body, other words", SOURCE, SOURCE | {"words": f"{CUT} and six lorries too near dusk"}, False),
    ("unnamed, the same words", UNNAMED, UNNAMED, True),
    ("unnamed, half of the words", UNNAMED, UNNAMED | {"words": f"{CUT} and six lorries too near dusk"}, False),
    ("nobody, the same words", NOBODY, NOBODY, True),
    ("unnamed and nobody", UNNAMED, NOBODY, False),
    ("the same numbers next day", {"words": "In total 12 shells hit Ashel"}, {"words": "In total 12 shells hit Ashel", "on": 6}, True),
    ("numbers left out next day", {"words": "In total 12 shells hit Ashel"}, {"words": "In total shells hit Ashel", "on": 6}, True),
    ("a bulletin's other numbers next day", {"words": "In total 12 shells hit Ashel"}, {"words": "In total 15 shells hit Ashel", "on": 6}, False),
    ("a slip in the numbers of a day", {"words": "In total 12 shells hit Ashel"}, {"words": "In total 15 shells hit Ashel"}, True),
]  # fmt: skip


@pytest.mark.parametrize(("shows", "one", "other", "same"), PAIRS)
def test_two_tellings(shows: str, one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    assert (len(together(telling("a", **one), telling("b", **other))) == 1) is same, shows


def test_what_one_document_tells_apart_stays_apart() -> None:
    assert len(together(telling("a", key="s1"), telling("a", key="s2"))) == 2


def test_a_copy_of_a_document_that_says_it_twice_joins_telling_by_telling() -> None:
    twice = [telling("a", key="s1"), telling("a", CUT, key="s2")]
    copied = [telling("b", key="s1"), telling("b", CUT, key="s2")]
    assert together(*twice, *copied) == {frozenset({"a:s1", "b:s1"}), frozenset({"a:s2", "b:s2"})}


def test_one_telling_s_findings_stay_together() -> None:
    both = [telling("a"), telling("a", OTHER), telling("b")]
    assert together(*both) == {frozenset({"a:s1", "b:s1"})}


def test_days_do_not_join_in_a_row() -> None:
    """What is repeated day by day is not one act, though each telling is near to the next."""
    tellings = [telling(f"d{on}", on=on) for on in range(5, 11)]
    for group in together(*tellings):
        days = [int(name.removeprefix("d").removesuffix(":s1")) for name in group]
        assert max(days) - min(days) <= 1


def test_forty_copies_are_one_origin() -> None:
    copies = [telling(f"d{number:02d}", on=5 + number % 2) for number in range(40)]
    assert len(together(*copies)) == 1


def test_a_later_copy_keeps_the_id() -> None:
    old = [telling("m", known_from=day(6)), telling("n", known_from=day(7))]
    for name in ("a", "z"):
        copy = telling(name, known_from=day(8))
        before = {finding.origin for finding in join_origins(old)}
        assert {finding.origin for finding in join_origins([copy, *old])} == before
        assert len(before) == 1


def test_nothing_else_of_a_finding_is_touched() -> None:
    from dataclasses import replace

    listed = [telling("a"), telling("b"), telling("c", OTHER)]
    joined = join_origins(listed)
    assert [replace(finding, origin="") for finding in joined] == [
        replace(finding, origin="") for finding in listed
    ]
    assert join_origins([]) == []


PHRASES = (
    WORDS,
    CUT,
    OTHER,
    "Ashel was quiet",
    f"{CUT} again on Tuesday night",
    "12 hit",
    "15 hit",
)


@st.composite
def records(draw: st.DrawFn) -> list[Finding]:
    return [
        telling(
            draw(st.sampled_from("abcdef")), draw(st.sampled_from(PHRASES)),
            draw(st.integers(3, 7)), key=f"s{number}",
            voice=draw(st.sampled_from(["monitor", "observer"])), unnamed=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 9)))
    ]  # fmt: skip


def by_key(findings: list[Finding]) -> dict[str, str]:
    return {finding.id: finding.origin for finding in join_origins(findings)}


@given(records(), st.randoms(use_true_random=False))
def test_the_order_makes_no_difference(record: list[Finding], random: Random) -> None:
    shuffled = list(record)
    random.shuffle(shuffled)
    assert by_key(record) == by_key(shuffled)


@given(records())
def test_what_is_joined_has_one_speaker_near_days_and_a_telling_a_document(
    record: list[Finding],
) -> None:
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in join_origins(record):
        groups[finding.origin].append(finding)
    for group in groups.values():
        assert len({(finding.speaker, finding.unnamed) for finding in group}) == 1
        days = [finding.uttered for finding in group]
        assert (max(days) - min(days)).days <= 1
        assert len({finding.document for finding in group}) == len(group)


@given(records(), st.integers(2, 12))
def test_copies_of_a_document_add_no_origin(record: list[Finding], times: int) -> None:
    from dataclasses import replace

    origins = len(set(by_key(record).values()))
    copied = [finding for finding in record if finding.document == "a"]
    copies = [
        replace(
            finding,
            id=f"{finding.id}-{number}",
            document=f"copy{number}",
            origin=f"copy{number}:{finding.origin}",
        )
        for finding in copied
        for number in range(times)
    ]
    assert len(set(by_key([*record, *copies]).values())) <= origins


def test_a_coded_origin_is_named_by_speaker_day_and_matter() -> None:
    def key(**more: Any) -> str:
        given: dict[str, Any] = {
            "speaker": "x", "unnamed": False, "chain": ("a", "x"), "uttered": day(1), "matter": "m",
        }  # fmt: skip
        return origin_key(**(given | more))

    assert key() == key(chain=("b", "wire", "x"))
    assert (
        len({key(), key(speaker="y"), key(uttered=day(2)), key(uttered=None), key(matter="")}) == 5
    )
    unnamed = {"unnamed": True, "speaker": None}
    assert key(**unnamed) != key(**unnamed, chain=("a", "y"))
    assert key(**unnamed, chain=("a",)) != key(**unnamed, chain=("b",))
