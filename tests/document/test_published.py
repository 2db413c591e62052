from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.document.days import days_in
from trucewatch.document.plain import blocks_of
from trucewatch.document.published import published_in

LEAD = (
    "Militias on both banks kept their guns in place on Monday, the observers at the crossing said."
)
TITLE = "Guns stay at the Velin crossing"
DAY = date(2018, 11, 1)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 1 November 2018", DAY),
        ("Published on Thursday, November 1, 2018", DAY),
        ("Posted on November 1st, 2018 by Ada Rook", DAY),
        ("Date of publication: 1 Nov 2018", DAY),
        ("01 November 2018 - 14:20", DAY),
        ("Thu Nov 1, 2018 02:33PM [Updated: Fri Nov 2, 2018 02:35PM ]", DAY),
        ("Publication date: 2018-11-01", DAY),
        ("2018-11-01 17:52", DAY),
        ("1.11.2018", DAY),
        ("31/10/2018", date(2018, 10, 31)),
        ("10/31/2018", date(2018, 10, 31)),
        ("11/11/2018", date(2018, 11, 11)),
        ("Last updated: 1 November 2018", None),
        ("Updated 1 November 2018", None),
        ("Wire | Updated: 2018-11-01 17:52", None),
        ("01/11/2018", None),
        ("Friday, 1 November 2018", None),
        ("1 November", None),
        ("31 November 2018", None),
        ("1 November 0018", None),
        ("© 2018", None),
        ("3 hours ago", None),
        ("Published: 1 November 2018 | Updated: 5 March 2022", DAY),
    ],
)
def test_a_line_below_the_headline(line: str, day: date | None) -> None:
    found = published_in(blocks_of(f"{TITLE}\n{line}\n\n{LEAD}\n\n{LEAD[:-1]} again."))
    assert (found.day if found else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"1 November 2018\n{TITLE}\n{LEAD}", DAY),
        (f"5 March 2020\n{TITLE}\n1 November 2018\n{LEAD}", DAY),
        (f"{TITLE}\n1 November 2018\n2 November 2018\n{LEAD}", None),
        (f"{TITLE}\n{LEAD}\nPublished: 1 November 2018", DAY),
        (f"{TITLE}\n{LEAD}\n1 November 2018", None),
        (f"{TITLE}\n{LEAD}\nCopyright 1 November 2018", None),
        (f"{TITLE}\nVELIN, November 1, 2018 (Wire) -- {LEAD}", DAY),
        (f"{TITLE}\nVELIN, November 1. /WIRE/. {LEAD}", None),
        (f"{TITLE}\nOn 1 November 2018, {LEAD}", None),
        (f"{TITLE}\nDate of publication 1 November 2018 {LEAD}", DAY),
        (f"{TITLE}\nLast update:\n1 November 2018\n{LEAD}", None),
        (f"{TITLE}\nObservers say that nobody left\n1 November 2018\n{LEAD}", DAY),
        (f"{TITLE}\nPublished November 1,2018 00:00\n{LEAD}", DAY),
        (f"{TITLE}\nPublished: 1 November 2018\nPublished: 3 November 2018\n{LEAD}", None),
    ],
)
def test_a_day_in_a_text(text: str, day: date | None) -> None:
    found = published_in(blocks_of(text))
    assert (found.day if found else None) == day
    if found:
        assert found.span.proves_itself(text)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_found_as_written(day: date) -> None:
    for form in ("%A, %d %B %Y", "%B %d, %Y", "%a %b %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d"):
        assert [found.day for found in days_in(f"at {day.strftime(form)} here")] == [day]


@given(st.text(alphabet="0123456789/.- JanuaryMondaythuNov,", max_size=60))
def test_any_line_gives_days_in_place_or_none(line: str) -> None:
    for found in days_in(line):
        assert 0 <= found.start < found.end <= len(line)
