from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.folding import fold, key_of, words_of

KEYS = [
    ("al-Kesh", "alkesh"),
    ("Al Kesh", "alkesh"),
    ("Ma'arra", "maarra"),
    ("Maʿarra", "maarra"),
    ("Çerşı", "cersi"),
    ("İzmir", "izmir"),
    ("Łódź", "lodz"),
    ("Straße", "strasse"),
    ("Ærø", "aero"),
    ("أرض", "ارض"),
    ("كـبير", "كبير"),
    ("People's Daily", "people'sdaily"),
    ("R-2", "r2"),
    ("", ""),
    ("- '", ""),
]


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_names_fold_to_keys(name: str, key: str) -> None:
    assert key_of(name) == key


def test_look_alike_letters_stay_apart() -> None:
    assert key_of("Кesh") != key_of("Kesh")


def test_a_word_too_long_for_a_name_folds_to_nothing() -> None:
    assert fold("a" * 65) == ""
    assert not list(words_of("a" * 65))


def test_words_tell_where_they_stand() -> None:
    found = [tuple(word)[:4] for word in words_of("“Ma'an’s gate,” al-Kesh", 0)]
    assert found == [
        (1, 6, "Ma'an", "maan"),
        (6, 8, "’s", "'s"),
        (9, 13, "gate", "gate"),
        (16, 18, "al", "al"),
        (19, 23, "Kesh", "kesh"),
    ]


@given(
    st.text(st.sampled_from("aB1_- 'sİßﬃǅأـ\u0301\u064b\u200f\u00ad"), max_size=70)
    | st.text(max_size=70)
)
def test_a_name_s_key_is_its_folded_words_run_together(name: str) -> None:
    assert key_of(name) == "".join(word.folded for word in words_of(name))


@given(st.text(max_size=100))
def test_words_prove_themselves_in_order(text: str) -> None:
    last = 0
    for word in words_of(text):
        assert text[word.start : word.end] == word.text
        assert word.start >= last
        assert word.folded
        last = word.end


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_time_is_linear() -> None:
    start = time.process_time()
    for hostile in (
        "'" * 300_000,
        "a'" * 200_000,
        "a" * 500_000,
        "\u0301" * 300_000,
        "'s" * 200_000,
    ):
        list(words_of(hostile))
    assert time.process_time() - start < 4
