from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.collect.given import Given, day_of


@pytest.mark.parametrize(
    "words",
    [
        "2020-03-02",
        " 2020-03-02 ",
        "2020-03-02T14:20:00",
        "2020-03-02T14:20:00Z",
        "2020-03-02 23:59:59+03:00",
    ],
)
def test_days(words: str) -> None:
    assert day_of(words) == date(2020, 3, 2)


NO_DAYS = """
2020
2020-03
2 March 2020
02.03.2020
2020-02-30
1700-01-01
9999-01-01
20200302
2020-03-02x
2020-03-021
2020-W10-1
2020-03-02T25:00
٢٠٢٠-٠٣-٠٢
"""


@pytest.mark.parametrize("words", NO_DAYS.split("\n"))
def test_what_is_no_day(words: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        day_of(words)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_as_written(day: date) -> None:
    assert day_of(day.isoformat()) == day


def test_what_is_said_nearer_goes_first() -> None:
    near, far = Given(outlet="near"), Given(outlet="far", url="u")
    assert near.or_else(far) == Given(outlet="near", url="u")
