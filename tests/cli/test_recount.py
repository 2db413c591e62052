"""`recount`: a claimed total against the bulletins under it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from commands import crossing_case, done, run

REPORTS = {
    "2021-03-11": "The Velmari side registered three violations of the truce on Wednesday, and the Ondreli "
    "side registered seven, the Velmari Defence Ministry said on Thursday.",
    "2021-03-12": "The Velmari side registered 4 violations of the truce over the past 24 hours, the Velmari "
    "Defence Ministry said on Friday.",
    "2021-03-13": "No violations of the truce were registered by the Velmari side over the past day, the Velmari "
    "Defence Ministry said.",
    "2021-03-20": "Since March 10, 90 violations of the truce have been registered by the Velmari side, the "
    "Velmari Defence Ministry said on Saturday.",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = crossing_case(tmp_path_factory.mktemp("recount") / "crossing")
    for day, text in REPORTS.items():
        page = folder.parent / f"{day}.txt"
        page.write_text(f"The truce\n\n{text}\n", encoding="utf-8", newline="\n")
        told = ("--published", day, "--outlet", "dunmere_post")
        done("add", page, *told, "--rules", "--case", folder)
    return folder


def recounted(*words: str | Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = done("recount", *words, "--json").json()
    return found


def test_a_total_stands_beside_its_bulletins(case: Path) -> None:
    (found,) = recounted("--case", case)
    assert (found["voice"], found["days"]) == ("velmar", "2021-03-10/2021-03-20")
    assert [each["low"] for each in found["total"]] == [90]
    assert [(each["day"], each["low"]) for each in found["bulletins"]] == [
        ("2021-03-10", 3),
        ("2021-03-11", 4),
        ("2021-03-12", 0),
    ]
    assert (found["days_told_none"], found["without"]) == (1, ["2021-03-13/2021-03-19"])
    assert found["is"] == "not comparable"
    assert found["reason"] == "3 of 10 days have a bulletin; the others would hold 83"


def test_asked_days_are_added_up_by_voice(case: Path) -> None:
    days = ("--from", "2021-03-10", "--to", "2021-03-10", "--case", case)
    assert [(each["voice"], each["sum"]) for each in recounted(*days)] == [
        ("ondrel", {"low": 7, "high": 7}),
        ("velmar", {"low": 3, "high": 3}),
    ]
    (found,) = recounted("--by", "Ondrel", *days)
    assert found["voice"] == "ondrel"
    assert recounted("--from", "2021-03-11", "--case", case) == []


def test_what_was_known_on_a_day_is_recounted(case: Path) -> None:
    days = ("--from", "2021-03-10", "--to", "2021-03-12", "--by", "velmar", "--case", case)
    by_then = [recounted(*days, "--known", f"2021-03-{day}") for day in ("10", "11", "12", "13")]
    assert [[each["sum"]["low"] for each in found] for found in by_then] == [[], [3], [7], [7]]
    assert recounted("--known", "2021-03-19", "--case", case) == []
    assert recounted("--known", "2021-03-20", "--case", case) == recounted("--case", case)
    told = done("recount", "--known", "2021-03-10", "--case", case)
    assert "No document of the record published by 2021-03-10 counts violations." in told.err


def test_people_read_a_table(case: Path) -> None:
    told = done("recount", "--case", case)
    assert "Velmar: violations, 2021-03-10 to 2021-03-20" in told.out
    assert "2021-03-13 to 2021-03-19" in told.out
    assert "no bulletin" in told.out


def test_what_is_not_counted_is_told(case: Path) -> None:
    told = done("recount", "--counts", "camels", "--case", case)
    assert told.out == ""
    assert "No document of the record counts camels. It counts violations." in told.err
    told = done("recount", "--from", "2021-06-01", "--case", case)
    assert "No total of violations is claimed of these days." in told.err
    assert done("recount", "--counts", "camels", "--case", case, "--json").json() == []


def test_a_case_without_a_record_counts_nothing(tmp_path: Path) -> None:
    folder = crossing_case(tmp_path / "crossing")
    assert "It counts nothing." in done("recount", "--case", folder).err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--by", "nobody"), 1, "the case knows no actor 'nobody'"),
        (("--from", "2021-03-12", "--to", "2021-03-10"), 2, "is before --from"),
        (("--from", "12 March"), 2, "write it as 2018-10-31"),
    ],
)
def test_what_cannot_be_asked_is_told(
    case: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    answer = run("recount", *words, "--case", case)
    assert answer.code == code
    assert told in answer.err
