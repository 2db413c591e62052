"""Warnings of many reports are told together: nobody reads three hundred lines."""

from __future__ import annotations

import pytest

from trucewatch.pipeline.add import Warned, told_together

DAYS = [
    (f"{n}.txt", f"the text says it was published 2021-03-{n:02}: dateline") for n in range(1, 6)
]
OUTLETS = [
    (f"{n}.txt", f"the case does not know the outlet 'paper {chr(96 + n)}': x") for n in range(1, 6)
]


@pytest.mark.parametrize(
    ("warnings", "told"),
    [
        ([], []),
        ([("a", "no day: give it"), ("b", "no title")], ["a: no day: give it", "b: no title"]),
        ([(n, "no day: give it") for n in "abc"], [f"{n}: no day: give it" for n in "abc"]),
        ([(n, "no day: give it") for n in "abcd"], ["a: no day: give it (and 3 reports more)"]),
        ([("a", "repeated")] * 9, ["a: repeated"]),
        (DAYS, [f"1.txt: {DAYS[0][1]} (and 4 reports more)"]),
        (OUTLETS, [f"{source}: {message}" for source, message in OUTLETS]),
    ],
)
def test_warnings_alike_are_told_once(warnings: list[Warned], told: list[str]) -> None:
    assert told_together(warnings) == told
