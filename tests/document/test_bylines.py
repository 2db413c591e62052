from __future__ import annotations

import pytest

from trucewatch.document.bylines import is_byline, is_dated, is_path


@pytest.mark.parametrize(
    "line",
    [
        "2 March 2020",
        "March 2, 2020",
        "Monday, 2 March 2020 - 14:20 GMT",
        "Mon Mar 2, 2020 02:33PM",
        "2020-03-02 14:20",
        "02.03.2020",
        "Published: 2 March 2020",
        "Posted on March 2, 2020 by Ada Rook",
        "Wire | Updated: 2020-03-02 17:52",
        "Published 14:20 GMT",
        "2 MAR, 14:20",
        "Last updated 2 March 2020",
        "OSTER | 2 March 2020",
    ],
)
def test_lines_that_are_a_date(line: str) -> None:
    assert is_dated(line)


@pytest.mark.parametrize(
    "line",
    [
        "Guns fire on 2 March 2020 at two villages",
        "March 2 attack kills two",
        "Ten guns by 10 March, minister says",
        "Two guns stay",
        "7 villages hit",
        "Deadline of 10 March passes",
    ],
)
def test_headlines_that_hold_a_date(line: str) -> None:
    assert not is_dated(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Rook",
        "by Ada Rook and Bo Lind",
        "By Ada Rook in Oster",
        "Reported by Ada Rook",
        "Ada Rook, Staff Writer",
        "Example Daily Staff",
        "Example News Desk",
        "Ada Rook | Senior correspondent",
    ],
)
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By March 10, Guns Must Leave",
        "By the river, guns stay in place",
        "From Velin to Karm, Guns Fire",
        "Gunmen Kill Newspaper Editor",
        "Guns stay, observers say",
    ],
)
def test_headlines_that_begin_or_end_alike(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "News   /   Asia",
        "Home > World > Riverland",
        "Home » News",
        "You are here: Home",
        "World | Politics | Business",
        "World News",
        "MIDDLE EAST",
    ],
)
def test_paths(line: str) -> None:
    assert is_path(line)


@pytest.mark.parametrize(
    "line",
    [
        "Guns stay at Velin",
        "Guns stay at the Velin crossing | Example Daily",
        "War and peace in Velin",
    ],
)
def test_headlines_that_are_no_paths(line: str) -> None:
    assert not is_path(line)
