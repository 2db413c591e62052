"""Passages that two documents share: at their places in both, each proving itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copied_reports import BRIDGE, HOSTILE, PORTERS, QUAY, RAIN, SENTENCES, TALKS, report
from trucewatch.core.document import Document
from trucewatch.core.folding import words_of
from trucewatch.core.span import Span
from trucewatch.join.passages import (
    RUN,
    SharedText,
    Worded,
    one_each,
    runs_of,
    share_texts,
)


def shared(one: Document, other: Document) -> SharedText | None:
    return next(share_texts(Worded.of(one), [Worded.of(other)]), None)


def words(text: str) -> list[str]:
    return [word.folded for word in words_of(text)]


def captioned(document: Document, paragraph: int) -> Document:
    blocks = list(document.blocks)
    blocks[paragraph] = replace(blocks[paragraph], kind="caption")
    return replace(document, blocks=tuple(blocks))


PAIRS: list[tuple[str, list[str], list[str], float, float]] = [
    # what it shows, paragraphs of one, of the other, the share of each that is covered
    ("the same text", [QUAY, PORTERS], [QUAY, PORTERS], 1, 1),
    ("set in other paragraphs", [QUAY, PORTERS], [f"{QUAY} {PORTERS}"], 1, 1),
    ("case and marks make no difference", [QUAY], [QUAY.upper().replace(".", "!")], 1, 1),
    ("cut short", [QUAY, PORTERS], [QUAY], 16 / 33, 1),
    ("half of it new", [QUAY, PORTERS], [QUAY, TALKS], 16 / 33, 16 / 33),
    ("in another order", [QUAY, PORTERS], [PORTERS, QUAY], 1, 1),
    ("told twice", [QUAY], [QUAY, QUAY], 1, 1),
    (
        "one word changed, few behind it",
        [QUAY],
        [QUAY.replace("western", "eastern")],
        10 / 16,
        10 / 16,
    ),
    ("a phrase is no passage", ["The old quay of Ashel was quiet"], [QUAY], 0, 0),
    ("nothing", [QUAY], [BRIDGE], 0, 0),
    ("no words", [""], [QUAY], 0, 0),
]


@pytest.mark.parametrize(("shows", "one", "other", "of_one", "of_other"), PAIRS)
def test_shares(
    shows: str, one: list[str], other: list[str], of_one: float, of_other: float
) -> None:
    found = shared(report("a", *one), report("b", *other))
    told = (found.share_of_one, found.share_of_other) if found else (0, 0)
    assert told == pytest.approx((of_one, of_other)), shows


@pytest.mark.parametrize(
    ("kept", "added", "copied"),
    [
        ([QUAY, PORTERS, BRIDGE], [], True),
        ([QUAY, PORTERS], [RAIN], True),
        ([QUAY], [RAIN, TALKS], False),
    ],
)
def test_a_copy_shares_more_than_half(kept: list[str], added: list[str], copied: bool) -> None:
    found = shared(report("a", QUAY, PORTERS, BRIDGE), report("b", *kept, *added))
    assert found is not None
    assert found.copied is copied


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("In all 12 shells", "In all 12 shells", True),
        ("In all 12 shells of 1,250", "In all 12 shells", True),
        ("In all shells", "In all 12 shells", True),
        ("In all 12 shells", "In all 15 shells", False),
        ("On the M4", "On the M5", False),
        ("In all six shells", "In all four shells", False),
        ("In all six shells", "In all 6 shells", True),
        ("In all one shell", "In all four shells", True),
    ],
)
def test_numbers_agree_where_one_holds_the_other_s(one: str, other: str, agree: bool) -> None:
    found = shared(report("a", QUAY, one), report("b", QUAY, other))
    assert found is not None
    assert found.numbers_agree is agree


def test_no_passage_runs_across_what_is_not_read() -> None:
    one = captioned(report("a", QUAY, RAIN, PORTERS), 1)
    found = shared(one, report("b", QUAY, PORTERS))
    assert found is not None
    assert [passage.one.text for passage in found.passages] == [QUAY[:-1], PORTERS[:-1]]
    assert found.share == 1
    assert shared(captioned(report("a", QUAY, BRIDGE), 0), report("b", QUAY)) is None


def test_captions_before_and_after_leave_no_mark() -> None:
    worded = Worded.of(captioned(captioned(report("a", RAIN, QUAY, RAIN), 0), 2))
    assert list(worded.words) == words(QUAY)
    assert worded.count == len(worded.words)


def test_of_two_documents_with_one_id_one_is_read() -> None:
    pair = [report("a", QUAY), report("a", BRIDGE)]
    assert one_each(pair) == one_each(pair[::-1]) == [pair[1]]


def test_runs_of_a_text_are_folded() -> None:
    assert runs_of("The OLD quay", 2) == {("the", "old"), ("old", "quay")}
    assert runs_of("The quay", 3) == frozenset()


TEXTS = st.lists(st.sampled_from([*SENTENCES, *QUAY.split(), "а́б", "🔥", "'s"]), max_size=12)


@given(TEXTS, TEXTS)
def test_passages_prove_themselves_and_do_not_overlap(one: list[str], other: list[str]) -> None:
    here, there = report("a", *one), report("b", " ".join(other))
    found = shared(here, there)
    if found is None:
        return
    assert found.one == "a"
    end = 0
    for passage in found.passages:
        assert passage.one.proves_itself(here.text)
        assert passage.other.proves_itself(there.text)
        assert words(passage.one.text) == words(passage.other.text)
        assert len(words(passage.one.text)) == passage.words >= RUN
        assert passage.other.start >= end
        end = passage.other.end
    assert 0 < found.share_of_one <= 1
    assert 0 < found.share_of_other <= 1


@given(TEXTS, TEXTS)
def test_asked_of_either_document_the_answer_is_the_same(one: list[str], other: list[str]) -> None:
    here, there = report("a", *one), report("b", *other)
    assert shared(here, there) == shared(there, here)


@given(TEXTS)
def test_a_text_is_a_whole_copy_of_itself(paragraphs: list[str]) -> None:
    found = shared(report("a", *paragraphs), report("b", *paragraphs))
    assert (found is not None) is (len(words(" ".join(paragraphs))) >= RUN)
    assert found is None or (found.share_of_one, found.share_of_other) == (1, 1)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_compared_in_short_time(text: str) -> None:
    found = shared(report("a", text), report("b", text, QUAY))
    many = len(words(text)) >= RUN
    assert (found is not None) is many
    assert found is None or found.share_of_one == 1
    whole = Span.cut(text, 0, len(text))
    assert found is None or all(whole.holds(passage.one) for passage in found.passages)
