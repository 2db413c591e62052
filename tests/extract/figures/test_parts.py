"""Totals with their parts, and parts that do not add up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.extract.dates import find_dates
from trucewatch.extract.figures import find_figures, warn_of_sums
from trucewatch.extract.figures.parts import find_parts


def parts(text: str) -> list[tuple[str, list[str], bool]]:
    """Give each total of a text with its parts, and whether they claim to be all."""
    figures = find_figures(text, None, find_dates(text, date(2021, 4, 6)))
    return [
        (found.total.span.text, [part.span.text for part in found.parts], found.all)
        for found in find_parts(text, figures)
    ]


@pytest.mark.parametrize(
    ("text", "total", "told", "claims_all"),
    [
        ("12 people were killed: 7 civilians and 5 fighters.", "12 people", ["7", "5"], True),
        ("At least 12 killed, 7 civilians and 6 fighters, she said.", "At least 12", ["7", "6"], True),
        ("Shells killed 13 people (6 women and 7 children).", "13 people", ["6", "7"], True),
        ("The raid killed 12 people – 7 civilians, 2 medics and 3 guards.", "12 people", ["7", "2", "3"], True),
        ("It registered 12 violations: 4 in Ashel, 5 in Dunmere and 3 in Tirvane.", "12", ["4", "5", "3"], True),
        ("It registered 12 violations: Ashel - 4, Dunmere - 5, Tirvane - 3.", "12", ["4", "5", "3"], True),
        ("It registered 12 violations in the provinces of Ashel (4), Lower Sarn (2) and Al-Dun (6).", "12", ["4", "2", "6"], True),
        ("It registered 12 violations over the past day: 4 in the province of Ashel, 5 in Dunmere, 3 in Tirvane.", "12", ["4", "5", "3"], True),
        ("It registered 14 violations: one in Ashel and twelve in Dunmere.", "14", ["one", "twelve"], True),
        ("It registered 24 violations, 10 in Ashel, 5 in Dunmere and 3 in Tirvane.", "24", ["10", "5", "3"], True),
        ("Seven violations were recorded over the past day, four in Ashel and two in Dunmere.", "Seven", ["four", "two"], True),
        ("Shelling killed 12 civilians, 7 in Ashel and 5 in Norra.", "12", ["7", "5"], True),
        ("It registered 7 violations, of which four were in Ashel and two in Norra.", "7", ["four", "two"], False),
        ("The attack wounded 46 people, eight of them children.", "46 people", ["eight"], False),
        ("The raid killed 12 people, including 7 civilians and 2 medics.", "12 people", ["7", "2"], False),
        ("Shelling killed 15 people, of whom 10 were civilians.", "15 people", ["10"], False),
        ("The toll rose to 22. Of them, 3 were children.", "22", ["3"], False),
    ],
)  # fmt: skip
def test_a_total_has_its_parts(text: str, total: str, told: list[str], claims_all: bool) -> None:
    assert parts(text) == [(total, told, claims_all)]


@pytest.mark.parametrize(
    "text",
    [
        "12 killed, 7 wounded and 5 missing.",
        "Nine soldiers and five rebels were killed.",
        "12 killed and 46 wounded, eight of them children.",
        "The raid killed 5 people, 20 fighters and 3 guards.",
        "Eight people were hurt, 20 of those injured last week said.",
        "The raid killed 12 people. Another killed 7 civilians and 5 fighters.",
        "The zone is 20 km deep: 15 in the north and 5 in the south.",
        "12 people were killed: 7 on Monday.",
        "It registered 3 violations in Ashel, 7 in Norra and 2 in Dunmere.",
        "It registered 3 violations, 7 in Norra and 2 in Dunmere had been told before.",
        "The raid killed five people, one in Ashel.",
    ],
)
def test_what_only_stands_beside_it_is_no_part(text: str) -> None:
    assert parts(text) == []


def test_a_part_of_a_part_is_its_own() -> None:
    text = "The raid killed 12 people, including 7 civilians, three of them children."
    assert parts(text) == [("12 people", ["7"], False), ("7", ["three"], False)]


def test_a_part_names_its_total_and_counts_what_it_does() -> None:
    text = "12 people were killed: 7 civilians and 5 fighters."
    figures = find_figures(text, None, ())
    assert [(each.counts, each.part_of) for each in figures] == [
        ("killed", None),
        ("killed", "f1"),
        ("killed", "f1"),
    ]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("12 people were killed: 7 civilians and 4 fighters.", "parts_do_not_sum", "the parts told of 12 people add up to 11"),
        ("It registered 12 violations: Ashel - 4, Dunmere - 5, Tirvane - 4.", "parts_do_not_sum", "add up to 13"),
        ("At least 12 killed, 7 civilians and 4 fighters.", "parts_do_not_sum", "add up to 11"),
        ("It registered 24 violations, 10 in Ashel and 5 in Norra.", "parts_do_not_sum", "the parts told of 24 add up to 15"),
        ("It registered 24 violations: one in Ashel and 20 in Norra.", "parts_do_not_sum", "add up to 21"),
        ("It registered 7 violations, of which four were in Ashel and five in Norra.", "parts_do_not_sum", "add up to 9"),
        ("The raid killed 5 people, including 7 children.", "part_exceeds_total", "7 is told as a part of 5 people"),
    ],
)  # fmt: skip
def test_parts_that_do_not_add_up_are_told(text: str, code: str, message: str) -> None:
    (warning,) = warn_of_sums(text, find_figures(text, None, ()))
    assert warning.code == code
    assert message in warning.message
    assert warning.span is not None
    assert warning.span.proves_itself(text)


@pytest.mark.parametrize(
    "text",
    [
        "At least 12 killed, 7 civilians and 6 fighters.",
        "About 100 people were killed: 60 civilians and 35 fighters.",
        "The raid killed 12 people, including 7 civilians and 2 medics.",
        "12 people were killed: 7 civilians and at least 4 fighters.",
        "It registered 7 violations, of which four were in Ashel and two in Norra.",
    ],
)
def test_parts_that_may_add_up_are_not(text: str) -> None:
    assert list(warn_of_sums(text, find_figures(text, None, ()))) == []


@given(st.lists(st.integers(1, 99), min_size=2, max_size=6), st.integers(-3, 3))
def test_a_list_is_told_just_where_its_sum_is_another(numbers: list[int], off: int) -> None:
    listed = ", ".join(f"Ashel - {number}" for number in numbers)
    text = f"They registered {sum(numbers) + off + 100} violations: {listed}, Dunmere - 100."
    told = [each.code for each in warn_of_sums(text, find_figures(text, None, ()))]
    assert told == ([] if off == 0 else ["parts_do_not_sum"])


VOCABULARY = "12 7 people civilians killed : , ( ) - – including of them whom and Al- A-A-A . 5 the violations"


@given(st.lists(st.sampled_from(VOCABULARY.split()), max_size=60).map(" ".join))
def test_no_figure_has_two_totals_and_every_total_comes_before(text: str) -> None:
    figures = find_figures(text, None, ())
    places = {each.id: number for number, each in enumerate(figures)}
    told = [part.id for found in find_parts(text, figures) for part in found.parts]
    assert len(told) == len(set(told))
    for figure in figures:
        assert figure.part_of is None or places[figure.part_of] < places[figure.id]
