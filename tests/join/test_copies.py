"""Which of many documents carry copied text, in whatever order they come."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copied_reports import BRIDGE, HOSTILE, PORTERS, QUAY, RAIN, TALKS, report, reports
from trucewatch.core.document import Document
from trucewatch.join.copies import CROWD, SURELY_FOUND, copied_together, shared_texts
from trucewatch.join.passages import RUN, SharedText, Worded, share_texts


def pairs(*documents: Document) -> list[tuple[str, str]]:
    return [(each.one, each.other) for each in shared_texts(documents)]


@pytest.mark.parametrize(
    ("shows", "texts", "expected"),
    [
        ("none", [], []),
        ("one alone", [[QUAY]], []),
        ("two strangers", [[QUAY], [BRIDGE]], []),
        ("two that share a sentence", [[QUAY, RAIN], [PORTERS, QUAY]], ["ab"]),
        ("two copies and a stranger", [[QUAY], [BRIDGE], [QUAY]], ["ac"]),
        ("three that share in a row", [[QUAY], [QUAY, PORTERS], [PORTERS]], ["ab", "bc"]),
        ("empty ones", [[], [""], [QUAY]], []),
        ("a word too few", [["to the old quay again"], ["to the old quay again"]], []),
    ],
)
def test_pairs(shows: str, texts: list[list[str]], expected: list[str]) -> None:
    documents = [report(id, *text) for id, text in zip("abc", texts, strict=False)]
    assert pairs(*documents) == [tuple(pair) for pair in expected], shows


@given(st.integers(0, 40), st.integers(0, 40), st.integers(SURELY_FOUND, SURELY_FOUND + 3))
def test_so_many_words_in_a_row_are_surely_found(before: int, after: int, length: int) -> None:
    common = [f"same{number}" for number in range(length)]
    one = [f"one{number}" for number in range(before)] + common
    other = common + [f"other{number}" for number in range(after)]
    (found,) = shared_texts([report("a", " ".join(one)), report("b", " ".join(other))])
    assert [passage.words for passage in found.passages] == [length]


def test_a_crowd_is_one_group_without_all_its_pairs() -> None:
    crowd = [report(f"d{number:03d}", QUAY, PORTERS, on=number) for number in range(4 * CROWD)]
    shared = shared_texts(crowd)
    assert len(shared) < 2 * len(crowd)
    assert copied_together(shared) == (tuple(each.id for each in crowd),)


def linked(one: str, other: str, share: float) -> SharedText:
    return SharedText(
        one=one, other=other, passages=(), share_of_one=share, share_of_other=0, numbers_agree=True
    )


@pytest.mark.parametrize(
    ("links", "groups"),
    [
        ([], []),
        ([("a", "b", 0.9)], ["ab"]),
        ([("a", "b", 0.3)], []),
        ([("a", "b", 0.9), ("b", "c", 0.9)], ["abc"]),
        ([("a", "b", 0.9), ("c", "d", 0.9), ("b", "e", 0.2)], ["ab", "cd"]),
        ([("a", "b", 0.9), ("c", "d", 0.9), ("a", "d", 0.9)], ["abcd"]),
    ],
)
def test_copies_of_copies_are_together(
    links: list[tuple[str, str, float]], groups: list[str]
) -> None:
    for order in (links, links[::-1]):
        assert copied_together(linked(*each) for each in order) == tuple(map(tuple, groups))


@given(reports(), st.randoms(use_true_random=False))
def test_order_and_repetition_make_no_difference(documents: list[Document], random: Random) -> None:
    shuffled = [*documents, *documents[:2]]
    random.shuffle(shuffled)
    assert shared_texts(documents) == shared_texts(shuffled)


@given(reports())
def test_each_pair_is_told_once_and_as_if_it_were_alone(documents: list[Document]) -> None:
    found = shared_texts(documents)
    keys = [(each.one, each.other) for each in found]
    assert keys == sorted(set(keys))
    by_id = {each.id: Worded.of(each) for each in documents}
    for each in found:
        assert each.one < each.other
        assert list(share_texts(by_id[each.one], [by_id[each.other]])) == [each]


@given(reports())
def test_a_further_copy_joins_the_group_of_its_original(documents: list[Document]) -> None:
    if not documents or Worded.of(documents[0]).count < RUN:
        return
    copy = replace(documents[0], id="copy")
    groups = copied_together(shared_texts([*documents, copy]))
    assert any({"copy", documents[0].id} <= set(group) for group in groups)


def test_hostile_texts_are_grouped_in_short_time() -> None:
    documents = [
        report(f"{number}{copy}", text) for number, text in enumerate(HOSTILE) for copy in "ab"
    ]
    groups = copied_together(shared_texts([*documents, report("z", TALKS)]))
    assert all(len({id[0] for id in group}) == 1 for group in groups)
    assert {group[0][0] for group in groups} >= {"2", "3", "5", "8"}
