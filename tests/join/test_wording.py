"""The tellings of one speech act side by side, and the words that differ."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_finding
from trucewatch.core.finding import Finding
from trucewatch.core.folding import words_of
from trucewatch.core.span import Span
from trucewatch.join.wording import MOST_WORDS, Change, changes, wordings

SAID = "The guns of the militants left the zone on Monday"


def told(document: str, words: str = SAID, **more: Any) -> Finding:
    at = more.pop("at", 0)
    span = Span(at, at + len(words), words)
    given: dict[str, Any] = {"origin": "o", "document": document, "words": words, "span": span}
    return a_finding("reach", "north_militia", "done", 5, **(given | more))


@pytest.mark.parametrize(
    ("there", "here", "expected"),
    [
        ("Nusra militants left", "Nusra militants left.", []),
        ("“Nusra” militants LEFT", "nusra militants left", []),
        ("the militants left", "the terrorists left", [("militants", "terrorists")]),
        ("the militants left", "the militants reportedly left", [("", "reportedly")]),
        ("all the militants left", "the militants left", [("all", "")]),
        ("a b c", "x b y", [("a", "x"), ("c", "y")]),
        ("al-Nusra left", "Jabhat al-Nusra, a gang, left", [("", "Jabhat"), ("", "a gang")]),
        ("", "left", [("", "left")]),
        ("", "", []),
    ],
)
def test_which_words_differ(there: str, here: str, expected: list[tuple[str, str]]) -> None:
    assert changes(there, here) == tuple(Change(there=a, here=b) for a, b in expected)


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_change_stands_in_both_texts_and_none_is_in_one_text(there: str, here: str) -> None:
    assert changes(there, there) == ()
    flat = [" ".join(text.split()) for text in (there, here)]
    for change in changes(there, here):
        assert change.there in flat[0]
        assert change.here in flat[1]
        assert change.there or change.here


def test_a_long_text_is_compared_up_to_a_bound() -> None:
    assert changes("x " * MOST_WORDS + "end", "x " * MOST_WORDS + "other") == ()


def test_the_shortest_chain_is_what_others_are_compared_with() -> None:
    (act,) = wordings(
        [
            told("a", "The guns of the gangs left the zone on Monday", chain=("daily", "wire", "monitor")),
            told("b", chain=("daily", "monitor")),
            told("c", chain=("wire", "monitor")),
        ]
    )  # fmt: skip
    (sentence,) = act.sentences
    assert sentence.first.document == "b"
    assert [(each.finding.document, each.changes) for each in sentence.others] == [
        ("c", ()),
        ("a", (Change(there="militants", here="gangs"),)),
    ]
    assert sentence.differs


def test_a_sentence_is_compared_with_the_likest_of_another_document() -> None:
    other = "Convoys crossed the bridge without delay all morning"
    (act,) = wordings(
        [told("a"), told("a", other, at=100), told("b", other, at=0), told("b", SAID, at=100)]
    )
    pairs = [(each.first.words, each.others[0].finding.words) for each in act.sentences]
    assert pairs == [(SAID, SAID), (other, other)]


def test_what_one_document_adds_stands_alone() -> None:
    (act,) = wordings([told("a"), told("b"), told("b", "Nobody knows the rest of it", at=80)])
    assert [len(each.others) for each in act.sentences] == [1, 0]


def test_what_one_document_tells_is_nothing_to_compare() -> None:
    assert wordings([told("a"), told("a", "Another thing altogether", at=90)]) == ()
    assert wordings([]) == ()


def test_one_sentence_that_bears_on_two_duties_is_told_once() -> None:
    again = replace(told("a"), id="again", duty="keep")
    (act,) = wordings([told("a"), again, told("b")])
    assert [len(each.others) for each in act.sentences] == [1]


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_findings_makes_no_difference(chance: Random) -> None:
    findings = [
        told(name, words, at=at)
        for name in "abc"
        for words, at in ((SAID, 0), ("Guns left early on Monday", 70))
    ]
    shuffled = list(findings)
    chance.shuffle(shuffled)
    assert wordings(shuffled) == wordings(findings)


@given(st.lists(st.sampled_from(["guns", "left", "zone", "monday"]), max_size=8))
def test_unchanged_words_are_the_same_on_both_sides(words: list[str]) -> None:
    text = " ".join(words)
    changed = changes(SAID, text)
    kept = len(words) - sum(len(list(words_of(each.here))) for each in changed)
    gone = sum(len(list(words_of(each.there))) for each in changed)
    assert kept + gone == len(SAID.split())
