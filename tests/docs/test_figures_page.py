"""What the page on figures says is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trucewatch.core.allowed import allowed, told_allowed
from trucewatch.extract.figures import find_figures, warn_of_sums
from trucewatch.join.compare_figures import Stands

PAGE = (Path(__file__).parents[2] / "docs" / "figures.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("word", Stands)
def test_every_word_is_explained(word: Stands) -> None:
    assert re.search(rf"^\| {word} \| ", PAGE, re.MULTILINE)


def test_the_leeway_is_the_one_that_is_told() -> None:
    assert f"a tenth to either side: {told_allowed(allowed(100, 100, 'about'))}" in PAGE
    assert f"a tenth below: {told_allowed(allowed(50, 50, 'almost'))}" in PAGE


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12 people: 7 civilians and 4 fighters", "parts_do_not_sum"),
        ("12 people were killed, including 13 civilians", "part_exceeds_total"),
    ],
)
def test_the_warnings_are_those_that_are_told(text: str, code: str) -> None:
    assert [each.code for each in warn_of_sums(text, find_figures(text, None, ()))] == [code]
    assert f"`{code}`" in PAGE
