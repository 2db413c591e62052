from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.when import Period, edtf, period_of

ENDS = st.one_of(st.none(), st.dates())


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first, last = draw(ENDS), draw(ENDS)
    if first and last and last < first:
        first, last = last, first
    return Period(first, last)


def whole_months_and_years() -> st.SearchStrategy[Period]:
    return st.one_of(
        st.integers(1, 9999).map(lambda year: Period(date(year, 1, 1), date(year, 12, 31))),
        st.dates().map(lambda day: period_of(f"{day.year:04d}-{day.month:02d}")),
    )


PERIODS = st.one_of(periods(), whole_months_and_years(), st.dates().map(Period.of))


@given(PERIODS)
def test_what_is_written_is_read_back(period: Period) -> None:
    assert period_of(edtf(period)) == period


@given(PERIODS)
def test_nothing_that_is_written_needs_more_than_two_days(period: Period) -> None:
    written = edtf(period)
    assert written.isascii()
    assert len(written) <= len("2018-10-01/2018-10-31")
    assert " " not in written


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2018-10-31", "2018-10-31", "2018-10-31"),
        ("2018-10-01", "2018-10-31", "2018-10"),
        ("2018-10-01", "2018-10-30", "2018-10-01/2018-10-30"),
        ("2020-02-01", "2020-02-29", "2020-02"),
        ("2019-02-01", "2019-02-28", "2019-02"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2018-01-01", "2019-12-31", "2018-01-01/2019-12-31"),
        ("2018-12-01", "2018-12-31", "2018-12"),
        ("0001-01-01", "0001-12-31", "0001"),
        ("0999-03-01", "0999-03-31", "0999-03-01/0999-03-31"),
        ("1000-03-01", "1000-03-31", "1000-03"),
        ("9999-12-01", "9999-12-31", "9999-12"),
        ("9999-01-01", "9999-12-31", "9999"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("2018-10-31", None, "2018-10-31/.."),
        (None, "2018-10-31", "../2018-10-31"),
        (None, None, "../.."),
    ],
)
def test_days_months_years_intervals_and_open_ends(
    first: str | None, last: str | None, written: str
) -> None:
    period = Period(
        date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
    )
    assert edtf(period) == written
    assert period_of(written) == period


@pytest.mark.parametrize(
    "words",
    [
        "", "/", "..", "../", "/..", "2018-10-31/", "/2018-10-31", "2018-10-31/2018-10-30",
        "2018-13", "2018-00", "2018-02-30", "2018-2", "2018-1-1", "18-10-31", "20181031",
        "2018-W44", "2018-W44-3", "2018W443", "201", "02018", "2018-10-31T10:00", "2018-10-XX",
        "2018?", "~2018", "2018/2019/2020", "../../..", "2018-10-31 ", " 2018", "٢٠١٨", "２０１８",
        "2018-1٠", "0000", "0000-01", "unknown", "-2018", "+2018", "2018-10-31/open",
    ],
)  # fmt: skip
def test_other_forms_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        period_of(words)


@given(st.text(alphabet="0123456789-./W T?~", max_size=24))
def test_whatever_is_read_is_a_period_and_never_another_error(words: str) -> None:
    try:
        period = period_of(words)
    except ValueError:
        return
    assert period_of(edtf(period)) == period


def test_a_month_in_an_interval_reaches_to_its_end() -> None:
    assert period_of("2018-09/2018-10") == Period(date(2018, 9, 1), date(2018, 10, 31))
    assert period_of("2018/..") == Period(date(2018, 1, 1), None)


@given(st.dates(), st.dates())
def test_a_period_cannot_end_before_it_begins(one: date, other: date) -> None:
    first, last = max(one, other), min(one, other)
    if first == last:
        assert Period(first, last) == Period.of(first)
    else:
        with pytest.raises(ValueError, match="before it begins"):
            Period(first, last)


@given(PERIODS, PERIODS)
def test_overlapping_is_mutual_and_covering_is_overlapping(one: Period, other: Period) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    if one.covers(other):
        assert one.overlaps(other)
    if one.covers(other) and other.covers(one):
        assert one == other


@given(PERIODS, st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)))
def test_a_day_is_in_a_period_as_its_ends_say(period: Period, day: date) -> None:
    inside = (period.first is None or period.first <= day) and (
        period.last is None or day <= period.last
    )
    assert (day in period) == inside
    assert period.covers(Period.of(day)) == inside
    assert period.overlaps(Period(day - timedelta(1), day + timedelta(1))) >= inside
