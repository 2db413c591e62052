from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.document import ReadDocument
from trucewatch.core.read_days import ReadDays

ON = date(2021, 3, 20)
DAYS = st.integers(-30, 10).map(lambda days: ON + timedelta(days=days))


def read(published: date | None, known_from: date) -> ReadDocument:
    return ReadDocument(
        id="d", outlet=None, title=None, url=None, published=published, known_from=known_from
    )


@given(st.lists(st.tuples(st.none() | DAYS, DAYS)), DAYS)
def test_each_document_counts_on_its_own_day_and_none_of_a_later_one(
    documents: list[tuple[date | None, date]], first: date
) -> None:
    days = ReadDays.of([read(*each) for each in documents], ON)
    own = [published or known_from for published, known_from in documents]
    assert days.since(first) == sum(first <= day <= ON for day in own)
    assert days.within(7) == sum(ON - timedelta(days=6) <= day <= ON for day in own)


def test_what_was_not_yet_known_was_not_read() -> None:
    late = read(ON - timedelta(days=3), ON)
    assert ReadDays.of([late], ON, known=ON - timedelta(days=1)).days == ()
    assert ReadDays.of([late], ON, known=ON).since(ON - timedelta(days=3)) == 1
