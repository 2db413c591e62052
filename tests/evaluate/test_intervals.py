"""Date expressions scored by their exact days, on tiny cases."""

from __future__ import annotations

from typing import Any

import pytest
from tools.evaluate.intervals import interval_at, line_of_day, score_intervals

TEXT = "From 9 to 12 May it rained."
GOLD: dict[str, Any] = {
    "id": "a",
    "text": TEXT,
    "published": "2020-05-20",
    "expression": "From 9 to 12 May",
    "start": 0,
    "edtf": "2020-05-09/2020-05-12",
}


def date(words: str, edtf: str | None) -> dict[str, Any]:
    start = TEXT.index(words)
    span = {"start": start, "end": start + len(words), "text": words}
    return {"span": span, "edtf": edtf, "rule": words}


@pytest.mark.parametrize(
    ("dates", "edtf"),
    [
        ([], None),
        ([date("rained", "2020")], None),
        ([date("9 to 12 May", "2020-05-09/2020-05-12")], "2020-05-09/2020-05-12"),
        ([date("9", "2020-05-09"), date("12 May", "2020-05-12")], "2020-05-12"),
        ([date("12 May", None)], None),
        ([date("9", None), date("1", "2020-05-01")], "2020-05-01"),
    ],
)
def test_the_date_that_shares_most_with_the_marked_words_answers(
    dates: list[dict[str, Any]], edtf: str | None
) -> None:
    assert interval_at(GOLD, {"dates": dates})["edtf"] == edtf


@pytest.mark.parametrize(
    ("gold", "told", "exact", "wrongly"),
    [
        ("2020-05", "2020-05", 1, 0),
        ("2020-05", "2020-05-01/2020-05-31", 1, 0),
        ("2020-05-02/..", "2020-05-02/..", 1, 0),
        ("2020-05-02", "2020-05-02/..", 0, 1),
        ("2020-05-02", None, 0, 0),
        (None, None, 1, 0),
        (None, "2020", 0, 1),
    ],
)
def test_an_interval_is_right_to_the_day(
    gold: str | None, told: str | None, exact: int, wrongly: int
) -> None:
    scores = score_intervals([({**GOLD, "edtf": gold}, {"edtf": told, "rule": None})])
    assert (scores["exact"], scores["wrongly"], scores["n"]) == (exact, wrongly, 1)
    assert len(scores["missed"]) == 1 - exact


def test_a_text_that_was_not_read_is_wrong_even_where_no_day_is_meant() -> None:
    scores = score_intervals([({**GOLD, "edtf": None}, {})])
    assert (scores["exact"], scores["none"], scores["wrongly"]) == (0, 0, 0)


def test_the_line_to_read_has_the_day_of_publication_and_nothing_of_the_answer() -> None:
    assert line_of_day(GOLD) == {"id": "a", "text": TEXT, "published": "2020-05-20"}
