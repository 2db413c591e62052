"""Which words stand no more."""

from __future__ import annotations

from typing import Any

import pytest

from builders import a_finding, day
from trucewatch.core.set_right import SetRight

WORD = a_finding("reach", "north_militia", "done", 5, origin="o", document="d")


@pytest.mark.parametrize(
    ("shows", "more", "stands"),
    [
        ("a correction of its origin", {"corrects": "o"}, False),
        ("of its origin in its document", {"corrects": "o", "taken_from": "d"}, False),
        ("of its origin in another document", {"corrects": "o", "taken_from": "e"}, True),
        ("of another origin", {"corrects": "p"}, True),
        ("no correction", {}, True),
    ],
)
def test_what_sets_a_word_right(shows: str, more: dict[str, Any], stands: bool) -> None:
    other = a_finding("reach", "north_militia", "not done", 6, **more)
    assert (SetRight([WORD, other]).by(WORD) is None) is stands, shows


@pytest.mark.parametrize(("duty", "doer"), [("open", "north_militia"), ("reach", "south_militia")])
def test_another_line_is_not_set_right(duty: str, doer: str) -> None:
    assert SetRight([a_finding(duty, doer, "done", 6, corrects="o")]).by(WORD) is None


def test_what_was_known_first_is_told() -> None:
    later = a_finding("reach", "north_militia", "done", 9, corrects="o")
    first = a_finding("reach", "north_militia", "done", 7, corrects="o", taken_from="d")
    found = SetRight([later, first]).by(WORD)
    assert found == first
    assert found.known_from == day(7)
