"""What holds for the dates of any text."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.core.when import edtf
from trucewatch.extract.dates import find_dates

VOCABULARY = (
    "on in by since until from to between and the of a last next past this late early mid end "
    "Monday Thursday Friday's October May 10 15th 2018 2,018 1850 31 10-15 10/10/2018 2018-10-10 "
    "10.08.18 12:30 6 a.m. weeks days day year month night morning overnight ago later earlier "
    "before after two several few half quarter weekend spring said will must every daily now . , ( "
    "- – ' '90s 1990s September Sept. yesterday tomorrow hours 24 first second Tishrin al Thani "
    "within week eve Sat Sunday today century 2018/10/09 twenty-first Christmas local time now have"
)
WORDS = VOCABULARY.split()

phrases = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
texts = st.one_of(st.text(max_size=120), phrases)
days = st.one_of(st.none(), st.dates(), st.dates(date(1995, 1, 1), date(2030, 12, 31)))


@settings(max_examples=400, deadline=None)
@given(text=texts, published=days)
def test_every_expression_proves_itself(text: str, published: date | None) -> None:
    end = 0
    for one in find_dates(text, published):
        assert one.span.proves_itself(text)
        assert one.span.text.strip() == one.span.text != ""
        assert one.span.start >= end
        end = one.span.end
        assert one.value
        assert one.rule
        assert (one.period is None) == (one.edtf is None)
        if one.period is not None:
            assert one.edtf == edtf(one.period)


@settings(max_examples=200, deadline=None)
@given(text=phrases)
def test_without_a_publication_only_stated_days_are_told(text: str) -> None:
    days = {date(2001, 1, 1), date(2018, 11, 1)}
    stated = {one.span: one.period for one in find_dates(text, None) if one.period is not None}
    for published in days:
        told = {one.span: one.period for one in find_dates(text, published)}
        for span, period in stated.items():
            if (with_day := told.get(span)) is not None:
                assert period.covers(with_day)  # "later 2018" ends before the day of publication


@pytest.mark.parametrize(
    "pump",
    [
        "1",
        "1-",
        "1,",
        "1/",
        "1 ",
        "\n ",
        " ",
        "October 10 ",
        "Monday to ",
        "a day later ",
        "the past ",
        "early ",
        "two-",
        "١٢٣ ",
        "😀",
        "2018-",
        "2018-10-",
        "12:30 ",
        "since ",
        "said ",
        "until ",
        "within two ",
        "in two weeks ",
        "the last week of ",
        "In 2014 on 5 May ",
        "twenty-",
    ],
)
def test_hostile_text_takes_time_in_step_with_its_length(pump: str) -> None:
    start = process_time()
    find_dates((pump * 40_000)[:40_000], date(2018, 11, 1))
    assert process_time() - start < 3
