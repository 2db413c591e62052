"""Which documents report the same event, in whatever order they come."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copied_reports import BRIDGE, HOSTILE, PORTERS, QUAY, RAIN, TALKS, report, reports
from trucewatch.core.document import Document
from trucewatch.join.same_event import ALIKE, FAINT, likenesses_of, same_event

SHELLING = "Shells hit the quay of Ashel at dawn and wounded seven porters, the monitor said."
QUAY_AGAIN = "At dawn on Tuesday gunners shelled Ashel; porters on its quay were wounded."
FERRY = "The ferry tolls were settled when envoys met in the customs house."
OTHERS = (BRIDGE, RAIN, "A festival of lanterns drew crowds to the harbour of Sund.")


def groups(*documents: Document) -> set[str]:
    return {"".join(group) for group in same_event(documents)}


@pytest.mark.parametrize(
    ("shows", "texts", "expected"),
    [
        ("none", [], set()),
        ("one", [QUAY], {"a"}),
        ("in other words", [QUAY, SHELLING, TALKS, *OTHERS], {"ab", "c", "d", "e", "f"}),
        ("two events", [QUAY, TALKS, SHELLING, FERRY, *OTHERS], {"ac", "bd", "e", "f", "g"}),
        ("three tellings", [QUAY, SHELLING, QUAY_AGAIN, *OTHERS], {"abc", "d", "e", "f"}),
        ("no words", ["", "", *OTHERS], {"a", "b", "c", "d", "e"}),
        ("function words alone", ["It was what they said.", "They said what it was.", *OTHERS], {"a", "b", "c", "d", "e"}),
    ],
)  # fmt: skip
def test_groups(shows: str, texts: list[str], expected: set[str]) -> None:
    documents = [report(id, text) for id, text in zip("abcdefg", texts, strict=False)]
    assert groups(*documents) == expected, shows


def likeness(*documents: Document) -> float:
    others = [report(f"z{number}", text) for number, text in enumerate(OTHERS)]
    found = likenesses_of([*documents, *others])
    return next((each.likeness for each in found if (each.one, each.other) == ("a", "b")), 0.0)


def test_the_further_apart_the_days_the_less_alike() -> None:
    apart = [likeness(report("a", QUAY), report("b", SHELLING, on=on)) for on in (0, 3, 30, 300)]
    assert apart == sorted(apart, reverse=True)
    assert len(set(apart)) == 4
    unknown = likeness(report("a", QUAY), report("b", SHELLING, on=None))
    assert 0 < unknown < apart[-1] < apart[0]


def test_a_title_counts() -> None:
    bare = likeness(report("a", QUAY), report("b", RAIN))
    assert bare < likeness(report("a", QUAY), report("b", RAIN, title="Gunners shell Ashel quay"))


def test_the_reason_is_the_shared_words_that_weigh_most() -> None:
    others = [report(f"z{number}", text) for number, text in enumerate(OTHERS)]
    (found,) = likenesses_of([report("a", QUAY), report("b", SHELLING), *others])
    assert found.likeness >= ALIKE
    assert {"ashel", "quay", "dawn"} <= set(found.words)
    assert "the" not in found.words


@given(reports(), st.randoms(use_true_random=False))
def test_order_and_repetition_make_no_difference(documents: list[Document], random: Random) -> None:
    shuffled = [*documents, *documents[:2]]
    random.shuffle(shuffled)
    assert same_event(documents) == same_event(shuffled)
    assert likenesses_of(documents) == likenesses_of(shuffled)


@given(reports())
def test_each_document_is_in_one_group(documents: list[Document]) -> None:
    told = [id for group in same_event(documents) for id in group]
    assert sorted(told) == sorted(each.id for each in documents)


@given(reports())
def test_likenesses_are_shares_with_reasons(documents: list[Document]) -> None:
    for each in likenesses_of(documents):
        assert each.one < each.other
        assert FAINT <= each.likeness <= 1.000001
        assert each.words


def test_hostile_texts_are_grouped_in_short_time() -> None:
    documents = [report(f"{number}", text) for number, text in enumerate(HOSTILE)]
    told = [id for group in same_event([*documents, report("z", PORTERS)]) for id in group]
    assert len(told) == len(documents) + 1
