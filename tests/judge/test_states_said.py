"""States and intents as reports put them: of which day, by whom, and how much of it."""

from __future__ import annotations

from datetime import date

import pytest

from news import findings, weighed
from trucewatch.core.place import ZoneFact
from trucewatch.core.reading import Locality
from trucewatch.core.span import Span
from trucewatch.judge.bearing.fits import is_an_edge

STRIP = "the quiet strip"
SAID = "the Joint Crossing Mission said."


def told(text: str, duty: str = "5-guns") -> set[tuple[str | None, str]]:
    return {(each.doer, str(each.says)) for each in weighed(text, duty)}


# one row: a text, and what it tells of the guns
ANSWERED: list[tuple[str, set[tuple[str | None, str]]]] = [
    (
        f"The Marsh League has met the deadline for moving its mortars out of {STRIP}, {SAID}",
        {("marsh_league", "done")},
    ),
    (
        f"The Marsh League has missed the deadline for moving its mortars out of {STRIP}, {SAID}",
        {("marsh_league", "not done")},
    ),
    (
        f"The Marsh League did not meet the deadline to withdraw its mortars from {STRIP}, {SAID}",
        {("marsh_league", "not done")},
    ),
    (
        f"The Marsh League heeded the call to withdraw its mortars from {STRIP}, {SAID}",
        {("marsh_league", "done")},
    ),
    (
        f"The Marsh League defied the order to withdraw its mortars from {STRIP}, {SAID}",
        {("marsh_league", "not done")},
    ),
    (f"The deadline for moving the mortars out of {STRIP} is Friday, {SAID}", set()),
    (
        f"The Marsh League was the first group to withdraw its mortars from {STRIP}, {SAID}",
        {("marsh_league", "done")},
    ),
    (
        f"There was no question of withdrawing its mortars from {STRIP}, the Marsh League said.",
        {("marsh_league", "refusal")},
    ),
    (
        f"The Marsh League will in no way withdraw its mortars from {STRIP}, Dorrin Hale said.",
        {("marsh_league", "refusal")},
    ),
]


@pytest.mark.parametrize(("text", "lines"), ANSWERED)
def test_what_was_made_of_a_demand(text: str, lines: set[tuple[str | None, str]]) -> None:
    assert told(text) == lines


def test_no_area_at_all_is_every_area() -> None:
    text = f"The report names {STRIP}. There was no withdrawal of mortars from any area, Dorrin Hale said."
    assert told(text) == {("marsh_league", "not done")}


def test_the_withdrawal_of_somebody_is_not_that_of_the_guns_told_before() -> None:
    text = f"The mortars have left {STRIP}, {SAID} The withdrawal of Ondreli troops has not been completed."
    assert {says for _, says in told(text)} == {"done"}


LEAD = "The ministers met in Tolvane on Wednesday."
WORD = f"Ilan Queth said that the mortars had not left {STRIP}."

# one row: a report's first sentence, and the day of an undated word further on
DAYS: list[tuple[str, date | None]] = [
    (LEAD, date(2021, 3, 31)),
    ("The ministers met in Tolvane yesterday.", date(2021, 3, 31)),
    ("The ministers met in Tolvane.", None),
    ("The ministers met in Tolvane on Thursday.", None),
    ("The ministers met in Tolvane on Tuesday and Wednesday.", None),
    ("The ministers met in Tolvane on 20 March.", None),
    ("The ministers meet in Tolvane on 5 April.", None),
]


@pytest.mark.parametrize(("lead", "day"), DAYS)
def test_what_is_said_without_a_day_is_said_with_the_news(lead: str, day: date | None) -> None:
    assert {each.said_on for each in findings(f"{lead}\n\n{WORD}", "5-guns")} == {day}


def test_what_is_said_later_than_the_news_leaves_it_open() -> None:
    later = f"{LEAD}\n\nDorrin Hale spoke on Thursday. Tessa Vorn said on Thursday it was calm.\n\n{WORD}"
    assert {each.said_on for each in findings(later, "5-guns")} == {None}


# one row: words for a place, and whether they name only the edge of what the report speaks of
EDGES: list[tuple[str, bool]] = [
    ("its border", True),
    ("the two sides", True),
    ("along its outer edge", True),
    ("its border with Ondrel", False),
    ("border villages", False),
]


@pytest.mark.parametrize(("words", "edge"), EDGES)
def test_an_edge_is_no_place_of_its_own(words: str, edge: bool) -> None:
    nowhere = ZoneFact(geometry=None, reported=None, km=None)
    place = Locality(
        span=Span(0, len(words), words),
        place=None,
        lat=None,
        lon=None,
        precision=None,
        zone=nowhere,
    )
    assert is_an_edge(place) is edge
