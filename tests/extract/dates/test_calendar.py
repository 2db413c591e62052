"""Parts of the calendar."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.when import Period
from trucewatch.extract.dates.calendar import (
    Part,
    day_of,
    half_of,
    month_period,
    nearest_year,
    part_of,
    quarter_period,
    season_period,
    shift_days,
    shift_months,
    week_period,
    week_value,
    weekend_period,
    year_period,
    years_period,
)

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("part", "first", "last"), [("early", 1, 10), ("mid", 11, 20), ("late", 21, 29)]
)
def test_a_month_has_three_parts(part: Part, first: int, last: int) -> None:
    wanted = Period(date(2020, 2, first), date(2020, 2, last))
    assert part_of(month_period(2020, 2), part) == wanted


@pytest.mark.parametrize(
    "whole", [month_period(2021, 2), year_period(2020), years_period(1990, 1999)]
)
def test_the_parts_of_a_stretch_fill_it(whole: Period) -> None:
    parts = [part_of(whole, "early"), part_of(whole, "mid"), part_of(whole, "late")]
    ends = [(part.first, part.last) for part in parts if part is not None]
    assert ends[0][0] == whole.first
    assert ends[2][1] == whole.last
    for (_, before), (after, _) in pairwise(ends):
        assert before is not None
        assert shift_days(before, 1) == after


def test_halves_of_months_and_years() -> None:
    assert half_of(month_period(2021, 2), second=False) == Period(
        date(2021, 2, 1), date(2021, 2, 15)
    )
    assert half_of(year_period(2021), second=True) == Period(date(2021, 7, 1), date(2021, 12, 31))


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2021, 2, 29), (2021, 9, 31), (2021, 13, 1), (1899, 1, 1), (2200, 1, 1)],
)
def test_days_that_are_not_there(year: int, month: int, day: int) -> None:
    assert day_of(year, month, day) is None


def test_the_ends_of_what_is_read() -> None:
    assert shift_days(date.max, 1) is None
    assert shift_days(date(1900, 1, 1), -1) is None
    assert shift_days(date(2020, 1, 1), 10**9) is None
    assert shift_months(date(2199, 12, 31), 1) is None
    assert season_period(2199, "winter") is None
    assert week_period(date(1900, 1, 1), -1) is None


@given(day=DAYS, months=st.integers(-24, 24))
def test_months_move_to_the_same_day_or_the_last(day: date, months: int) -> None:
    moved = shift_months(day, months)
    if moved is not None:
        assert (moved.year - day.year) * 12 + moved.month - day.month == months
        assert moved.day <= day.day


@given(day=DAYS)
def test_a_week_holds_its_day(day: date) -> None:
    week = week_period(day)
    if week is not None:
        assert day in week
        assert week.first is not None
        assert week.first.weekday() == 0
        assert week_value(day) == week_value(week.first)


@given(day=DAYS, near=DAYS)
def test_the_nearest_year_is_within_one(day: date, near: date) -> None:
    year = nearest_year(day.month, day.day, near)
    if year is not None:
        assert abs(year - near.year) <= 1


def test_quarters_and_weekends() -> None:
    assert quarter_period(2020, 2) == Period(date(2020, 4, 1), date(2020, 6, 30))
    assert weekend_period(date(2021, 3, 4), -1) == Period(date(2021, 2, 27), date(2021, 2, 28))
