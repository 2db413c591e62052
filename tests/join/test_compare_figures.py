"""How two claimed figures stand to each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.allowed import allowed
from trucewatch.core.reading import Bound
from trucewatch.core.when import Period
from trucewatch.join.compare_figures import (
    COMPARED,
    Comparison,
    Counted,
    Stands,
    compare,
    standings,
)

MONDAY = Period.of(date(2021, 4, 5))
TUESDAY = Period.of(date(2021, 4, 6))
WEEK = Period(date(2021, 4, 5), date(2021, 4, 11))


def a_count(bound: Bound, low: float | None, high: float | None = None, **more: Any) -> Counted:
    """Count the killed of one raid; an exact number is given once."""
    if bound in ("exact", "about", "almost"):
        high = low
    given: dict[str, Any] = {"counts": "killed", "unit": "people", "place": "ashel", "days": MONDAY}
    return Counted(low=low, high=high, bound=bound, **(given | more))


def seven(**more: Any) -> Counted:
    return a_count("exact", 7, **more)


@pytest.mark.parametrize(
    ("one", "other", "word", "reason"),
    [
        (seven(), seven(), "agree", "7 and 7: the same number"),
        (seven(), a_count("exact", 12), "contradict", "7 and 12: no number is both"),
        (seven(), a_count("at_least", 5), "narrower", "7 lies within at least 5"),
        (a_count("at_least", 5), seven(), "narrower", "7 lies within at least 5"),
        (a_count("at_least", 5), a_count("at_least", 7), "narrower", "at least 7 lies within at least 5"),
        (seven(), a_count("more_than", 7), "contradict", "7 and more than 7: no number is both"),
        (a_count("at_least", 7), a_count("more_than", 7), "narrower", "more than 7 lies within at least 7"),
        (a_count("at_most", None, 7), a_count("at_least", 5), "agree", "both allow 5 to 7"),
        (a_count("range", 5, 8), a_count("range", 7, 10), "agree", "both allow 7 to 8"),
        (a_count("almost", 50), a_count("exact", 46), "narrower", "46 lies within almost 50"),
        (a_count("almost", 88_000), a_count("more_than", 87_500), "agree", "both allow more than 87,500 to below 88,000"),
        (seven(), seven(counts="wounded"), "not comparable", "another thing is counted: killed, wounded"),
        (seven(), seven(counts=None), "not comparable", "what one of them counts is not told"),
        (seven(counts=None, unit=None), seven(counts=None, unit=None), "not comparable", "what is counted is not told"),
        (seven(of="Ondreli soldiers"), seven(of="gunmen"), "not comparable", "others are counted: gunmen, soldiers"),
        (seven(of="soldiers"), seven(of="Ondreli soldiers"), "agree", "the same number"),
        (seven(), seven(unit="families"), "not comparable", "other units: families, people"),
        (seven(place="dunmere"), seven(), "not comparable", "another place: ashel, dunmere"),
        (seven(place=None), seven(), "not comparable", "the place of one of them is not told"),
        (seven(days=TUESDAY), seven(), "not comparable", "other days: 2021-04-05, 2021-04-06"),
        (seven(days=WEEK), seven(), "not comparable", "days that are not the same"),
        (seven(days=None), seven(), "not comparable", "the days of one of them are not told"),
        (seven(cumulative=True), seven(cumulative=False), "not comparable", "a total since some time"),
        (seven(cumulative=False), seven(cumulative=None), "agree", "the same number"),
        (seven(of="civilians"), a_count("exact", 12, of="people"), "not comparable", "a part against the whole: 7 civilians of 12 people"),
        (a_count("exact", 12), seven(of="children"), "not comparable", "a part against the whole: 7 children of 12 killed"),
        (a_count("exact", 20, of="civilians"), a_count("exact", 12, of="people"), "contradict", "the part, 20 civilians, is larger than the whole, 12 people"),
        (a_count("exact", 13, counts="killed and wounded"), seven(), "not comparable", "a part against the whole"),
        (seven(counts="killed and wounded"), a_count("exact", 13), "contradict", "larger than the whole"),
        (seven(part=True), a_count("exact", 7), "not comparable", "a part against the whole"),
        (seven(part=True), seven(part=True), "not comparable", "parts of totals that are not told"),
        (seven(part=True, of="children"), seven(part=True, of="children"), "agree", "the same number"),
    ],
)  # fmt: skip
def test_the_word_and_why(one: Counted, other: Counted, word: str, reason: str) -> None:
    found = compare(one, other)
    assert found.word == word
    assert reason in found.reason


def a_share(number: float, of: str | None) -> Counted:
    return Counted(
        counts="territory", low=number, high=number, bound="exact", unit="percent", of=of
    )


@pytest.mark.parametrize(
    ("one", "other", "word", "reason"),
    [
        (a_share(60, "the province"), a_share(60, "province"), "agree", "60 percent and 60 percent: the same"),
        (a_share(60, "the province"), a_share(70, "the province"), "contradict", "no number is both"),
        (a_share(60, "the province"), a_share(70, "the zone"), "not comparable", "percentages of different wholes: province, zone"),
        (a_share(60, "the province"), a_share(60, None), "not comparable", "what a percentage is of is not told"),
        (a_share(60, "the province"), replace(a_share(60, "province"), unit="km2"), "not comparable", "a percentage against a number"),
    ],
)  # fmt: skip
def test_a_percentage_has_its_base(one: Counted, other: Counted, word: str, reason: str) -> None:
    found = compare(one, other)
    assert found.word == word
    assert reason in found.reason


def a_depth(low: float, high: float, unit: str) -> Counted:
    return Counted(counts=None, low=low, high=high, bound="range", unit=unit, of="zone")


def test_a_unit_that_was_converted_was_rounded() -> None:
    assert compare(a_depth(15, 20, "km"), a_depth(9, 12, "miles")).word == "agree"
    assert compare(a_depth(15, 20, "km"), a_depth(30, 40, "miles")).word == "contradict"
    assert compare(a_depth(15, 20, "km"), a_depth(15, 20, "km2")).word == "not comparable"


def test_a_unit_that_is_what_is_counted_is_none_of_its_own() -> None:
    one = Counted(
        counts="violations", low=7, high=7, bound="exact", unit="violations", of="violations"
    )
    assert compare(one, replace(one, unit=None, of=None)).word == "agree"


def test_a_figure_stands_by_the_one_it_is_furthest_from() -> None:
    def words(*figures: Counted) -> list[str | None]:
        return [each.word if each else None for each in standings(figures)]

    assert words() == []
    assert words(seven()) == [None]
    assert words(seven(), seven(), a_count("exact", 12)) == ["contradict"] * 3
    assert words(seven(), seven(), seven(place="dunmere")) == ["agree", "agree", "not comparable"]
    assert words(seven(), a_count("at_least", 5), seven()) == ["narrower"] * 3


def test_of_very_many_figures_each_is_compared_with_the_first() -> None:
    many = [a_count("exact", number) for number in range(COMPARED + 50)]
    found = standings(many)
    assert len(found) == len(many)
    assert {each.word for each in found if each} == {"contradict"}


BOUNDS: tuple[Bound, ...] = (
    "exact",
    "about",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "range",
)
MIRRORED: dict[Bound, Bound] = {
    "at_least": "at_most", "at_most": "at_least", "more_than": "less_than", "less_than": "more_than",
}  # fmt: skip


@st.composite
def figures(draw: st.DrawFn, bounds: tuple[Bound, ...] = (*BOUNDS, "almost")) -> Counted:
    bound = draw(st.sampled_from(bounds))
    low, high = sorted((draw(st.integers(0, 40)), draw(st.integers(0, 40))))
    if bound in ("exact", "about", "almost"):
        high = low
    return Counted(
        counts="killed",
        low=None if bound in ("at_most", "less_than") else low,
        high=None if bound in ("at_least", "more_than") else high,
        bound=bound,
        unit="people",
    )


@st.composite
def any_figures(draw: st.DrawFn) -> Counted:
    """Make figures that may differ in everything."""
    return replace(
        draw(figures()),
        counts=draw(
            st.sampled_from(["killed", "wounded", "killed and wounded", "territory", None])
        ),
        unit=draw(st.sampled_from(["people", "percent", "km", "miles", "families", None])),
        of=draw(st.sampled_from(["people", "civilians", "children", "the province", None])),
        place=draw(st.sampled_from(["ashel", "dunmere", None])),
        days=draw(st.sampled_from([MONDAY, TUESDAY, WEEK, None])),
        cumulative=draw(st.sampled_from([True, False, None])),
        part=draw(st.booleans()),
    )


def test_people_who_are_not_told_are_nobody_to_compare_with() -> None:
    told = seven(counts=None, of="people")
    assert compare(told, seven(counts=None)).word is Stands.NOT_COMPARABLE
    assert compare(seven(counts=None), told).word is Stands.NOT_COMPARABLE


@given(any_figures(), any_figures())
def test_exchanging_the_two_exchanges_only_who_is_narrower(one: Counted, other: Counted) -> None:
    found, exchanged = compare(one, other), compare(other, one)
    assert found.word == exchanged.word
    swapped = {"first": "second", "second": "first", None: None}
    assert swapped[found.narrower] == exchanged.narrower
    assert found.reason
    assert (found.narrower is None) == (found.word is not Stands.NARROWER)


def numbers_of(figure: Counted) -> Any:
    return allowed(figure.low, figure.high, figure.bound)


@given(figures(), figures())
def test_the_numbers_decide_between_figures_of_one_matter(one: Counted, other: Counted) -> None:
    found, (mine, theirs) = compare(one, other), (numbers_of(one), numbers_of(other))
    assert (found.word is Stands.CONTRADICT) == (not mine.meets(theirs))
    if found.narrower == "first":
        assert theirs.holds(mine)
    if found.narrower == "second":
        assert mine.holds(theirs)
    if found.word is Stands.AGREE:
        assert mine == theirs or not (mine.holds(theirs) or theirs.holds(mine))


@given(any_figures(), any_figures())
def test_figures_whose_numbers_meet_never_contradict(one: Counted, other: Counted) -> None:
    if one.unit == other.unit and numbers_of(one).meets(numbers_of(other)):
        assert compare(one, other).word is not Stands.CONTRADICT


@given(figures())
def test_every_figure_agrees_with_itself(figure: Counted) -> None:
    assert compare(figure, figure).word is Stands.AGREE


def mirrored(figure: Counted) -> Counted:
    """Turn the numbers about zero: at least 5 becomes at most -5."""
    low, high = figure.low, figure.high
    return replace(
        figure,
        low=None if high is None else -high,
        high=None if low is None else -low,
        bound=MIRRORED.get(figure.bound, figure.bound),
    )


@given(figures(BOUNDS), figures(BOUNDS))
def test_exchanging_the_bounds_changes_no_word(one: Counted, other: Counted) -> None:
    def answer(found: Comparison) -> tuple[Stands, str | None]:
        return found.word, found.narrower

    assert answer(compare(mirrored(one), mirrored(other))) == answer(compare(one, other))
