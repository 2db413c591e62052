"""Days as the speaker means them, and days that are another act's; one line each."""

from __future__ import annotations

import pytest

from news import MONDAY, Told, told

DAYS: list[tuple[str, Told]] = [
    (
        "Over the past 24 hours, Velmar shelled Ashel three times, the Joint Crossing Mission said on Monday.",
        {("velmar", "act", "2021-03-28/2021-03-29")},
    ),
    (
        "Ondrel shelled Ashel in the past 24 hours, the Joint Crossing Mission said on Tuesday.",
        {("ondrel", "act", "2021-03-29/2021-03-30")},
    ),
    (
        "Ondrel shelled Ashel in the past 24 hours, the Joint Crossing Mission said.",
        {("ondrel", "act", "2021-03-31/2021-04-01")},
    ),
    (
        "Ferrymen rallied on Monday against Velmar's shelling of Ashel, the Joint Crossing Mission said.",
        {("velmar", "act", None)},
    ),
    (
        "Queth met Vorn on Monday and raised Ondrel's shelling of Ashel, the Joint Crossing Mission said.",
        {("ondrel", "act", None)},
    ),
    (
        "Ferrymen spoke of Velmar's shelling of Ashel on Monday, the Joint Crossing Mission said.",
        {("velmar", "act", MONDAY)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_a_day_is_of_whom_or_what_it_is_told(text: str, expected: Told) -> None:
    assert told(text) == expected
