"""A page that corrects another, from its bytes to the board."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import done

SHELLED = (
    "The Syrian army shelled Morek with artillery on Monday, the Syrian Observatory for Human Rights"
    " said. Shops along the main street were closed afterwards and families moved to cellars, it said."
)
GONE = (
    "Jaysh al-Izza has withdrawn all its heavy weapons from the demilitarised zone, the Syrian"
    " Observatory for Human Rights said on Monday. Patrols had seen none along the front since the weekend, it added."
)
STILL = GONE.replace("has withdrawn all its", "has not withdrawn its")
PAGES = {
    "first.txt": f"Shells fall on Morek\n\n{SHELLED}\n\n{GONE}\n",
    "corrected.txt": f"(Corrects to show that guns stay)\n\nShells fall on Morek\n\n{SHELLED}\n\n{STILL}\n",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corrected")
    done("new", folder / "case", "--from", "idlib")
    for (name, text), day in zip(PAGES.items(), ("2018-10-23", "2018-10-25"), strict=True):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        given = ("--published", day, "--outlet", "afp", "--rules", "--case", folder / "case")
        done("add", folder / name, *given)
    return folder / "case"


@pytest.mark.parametrize(
    ("known", "expected"), [("2018-10-24", "reported kept"), ("2018-10-25", "overdue")]
)
def test_the_board_follows_the_correction_from_its_day_on(
    case: Path, known: str, expected: str
) -> None:
    board = done("board", "--case", case, "--on", "2018-10-26", "--known", known, "--json").json()
    lines = [duty for clause in board["clauses"] for duty in clause["duties"]]
    weapons = [each for each in lines if each["duty"].startswith("6")]
    (line,) = (each for each in weapons if each["doer"] == "jaysh_al_izza")
    assert line["status"] == expected


def test_what_both_tell_alike_is_one_origin(case: Path) -> None:
    told = done("origins", "--case", case, "--json").json()
    shelled = [each for each in told if "shelled" in each["renditions"][0]["quote"]["text"]]
    assert [len(each["renditions"]) for each in shelled] == [2]


def test_diff_names_the_correcting_page(case: Path) -> None:
    told = done("diff", "--from", "2018-10-24", "--to", "2018-10-25", "--case", case).out
    assert "2018-10-25" in told
    assert "has not withdrawn" in told
