"""The numbers that a claimed figure allows."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.allowed import (
    Allowed,
    add_up,
    allowed,
    from_least_to_most,
    told,
    told_allowed,
)
from trucewatch.core.reading import Bound

ENDS = st.integers(-5, 5)


@st.composite
def numbers(draw: st.DrawFn) -> Allowed:
    low, high = sorted((draw(ENDS), draw(ENDS)))
    ends = draw(st.sampled_from([(low, high), (-inf, high), (low, inf), (-inf, inf)]))
    apart = low < high
    return Allowed(
        low=ends[0],
        high=ends[1],
        low_open=apart and ends[0] > -inf and draw(st.booleans()),
        high_open=apart and ends[1] < inf and draw(st.booleans()),
    )


def among(one: Allowed, number: float) -> bool:
    above = number > one.low or (number == one.low and not one.low_open)
    return above and (number < one.high or (number == one.high and not one.high_open))


PROBES = [half / 2 for half in range(-14, 15)]
"""Every whole number of the ends and one between each: enough to tell any two apart."""


@given(numbers(), numbers())
def test_meeting_and_holding_are_what_they_say_of_every_number(
    one: Allowed, other: Allowed
) -> None:
    mine = {probe for probe in PROBES if among(one, probe)}
    theirs = {probe for probe in PROBES if among(other, probe)}
    assert one.meets(other) == bool(mine & theirs)
    assert one.holds(other) == (theirs <= mine)
    if one.meets(other):
        assert {probe for probe in PROBES if among(one.both(other), probe)} == mine & theirs
    else:
        assert one.lies_below(other) != other.lies_below(one)


@given(st.lists(numbers(), min_size=1, max_size=4))
def test_least_to_most_holds_every_one(several: list[Allowed]) -> None:
    assert all(from_least_to_most(several).holds(each) for each in several)


def test_nothing_is_allowed_by_both_of_two_that_do_not_meet() -> None:
    with pytest.raises(ValueError, match="no number"):
        Allowed(high=1).both(Allowed(low=2))


@pytest.mark.parametrize(
    ("low", "high", "bound", "inside", "outside"),
    [
        (5, 5, "exact", (5,), (4.9, 5.1)),
        (8, 10, "range", (8, 9, 10), (7, 11)),
        (5, None, "at_least", (5, 900), (4,)),
        (5, None, "more_than", (5.5, 900), (5, 4)),
        (None, 5, "at_most", (5, 0), (6,)),
        (None, 5, "less_than", (4.5, 0), (5, 6)),
        (100, 100, "about", (90, 100, 110), (89, 111)),
        (50, 50, "almost", (45, 46, 49), (50, 44)),
        (0, 0, "almost", (0,), (1, -1)),
    ],
)  # fmt: skip
def test_a_bound_allows_what_it_says(
    low: float | None,
    high: float | None,
    bound: Bound,
    inside: tuple[float, ...],
    outside: tuple[float, ...],
) -> None:
    given = allowed(low, high, bound)
    assert [number for number in inside if not among(given, number)] == []
    assert [number for number in outside if among(given, number)] == []


def test_sums_keep_what_is_open() -> None:
    some = [allowed(5, 5, "exact"), allowed(2, None, "at_least"), allowed(3, None, "more_than")]
    assert add_up(some) == Allowed(low=10, low_open=True)
    assert add_up([*some, allowed(None, 2, "less_than")]) == Allowed()
    assert add_up([]) == Allowed(low=0, high=0)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ((5, 5, "exact"), "5"),
        ((2321, 2321, "exact"), "2,321"),
        ((8, 10, "range"), "8 to 10"),
        ((5, None, "more_than"), "more than 5"),
        ((None, 5, "at_most"), "at most 5"),
        ((1.5, 1.5, "about"), "about 1.5"),
    ],
)
def test_a_figure_is_told_as_its_bound_says(
    figure: tuple[float | None, float | None, Bound], words: str
) -> None:
    assert told(*figure) == words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (Allowed(low=5, high=5), "5"),
        (Allowed(low=5, high=8), "5 to 8"),
        (Allowed(low=5, high=8, low_open=True, high_open=True), "more than 5 to below 8"),
        (Allowed(low=5), "at least 5"),
        (Allowed(low=5, low_open=True), "more than 5"),
        (Allowed(high=5), "at most 5"),
        (Allowed(high=5, high_open=True), "less than 5"),
        (Allowed(), "any number"),
    ],
)
def test_allowed_numbers_are_told_as_people_do(numbers: Allowed, words: str) -> None:
    assert told_allowed(numbers) == words
