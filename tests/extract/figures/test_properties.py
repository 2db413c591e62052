"""What holds for the figures of any text."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.extract.dates import find_dates
from trucewatch.extract.figures import find_figures

VOCABULARY = (
    "one two 12 3,222 1.5 15-20 122,00 2018 .5 1/2 half a third of the to and or between more than "
    "at least up as many dozens hundreds tens thousands million hundred people civilians children "
    "killed wounded were km % percent $ € bn m no none casualties since total Monday on in , . ( ) "
    "- – 1 12-year-old including them five fold twice times Su-35 No. 9 ° ′ minus plus several few "
    "rockets attack zone province home said that 10 October"
)
phrases = st.lists(st.sampled_from(VOCABULARY.split()), max_size=25).map(" ".join)
texts = st.one_of(st.text(max_size=120), phrases)
LOW_ALONE = {"at_least", "more_than"}
HIGH_ALONE = {"at_most", "less_than"}


@settings(max_examples=400, deadline=None)
@given(text=texts)
def test_every_figure_proves_itself_and_keeps_its_bound(text: str) -> None:
    dates = find_dates(text, date(2018, 11, 1))
    end = 0
    for number, one in enumerate(find_figures(text, None, dates), start=1):
        assert one.id == f"f{number}"
        assert one.span.proves_itself(text)
        assert one.span.start >= end
        end = one.span.end
        assert one.of is None or one.of.proves_itself(text)
        if one.bound in LOW_ALONE:
            assert (one.low is None, one.high is None) == (False, True)
        elif one.bound in HIGH_ALONE:
            assert (one.low is None, one.high is None) == (True, False)
        else:
            assert one.low is not None
            assert one.high is not None
            assert one.low <= one.high
            assert one.bound == "range" or one.low == one.high


@settings(max_examples=150, deadline=None)
@given(text=phrases)
def test_no_figure_lies_in_a_date(text: str) -> None:
    dates = [one for one in find_dates(text, date(2018, 11, 1)) if one.type == "DATE"]
    for figure in find_figures(text, None, dates):
        assert not any(figure.span.meets(one.span) for one in dates)


@pytest.mark.parametrize(
    "pump",
    [
        "1",
        "1-",
        "1,",
        "1 ",
        "1/",
        "12 people ",
        "killed 3 and ",
        "two ",
        "hundred ",
        "$5 to ",
        "including 3 ",
        "½",
        "١٢٣ ",
        "😀 3 ",
        "5 km (",
        "word ",
        "12, ",
    ],
)
def test_hostile_text_takes_time_in_step_with_its_length(pump: str) -> None:
    text = (pump * 40_000)[:40_000]
    start = process_time()
    find_figures(text, None, ())
    assert process_time() - start < 4
