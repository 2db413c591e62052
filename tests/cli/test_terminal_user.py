"""What a user meets at the terminal: days out of bounds, long lines, marks in names, and Ctrl-C."""

from __future__ import annotations

import io
from pathlib import Path
from unittest import mock

import pytest
from rich.console import Console
from rich.text import Text

from commands import a_row, crossing_case, done, run, write_sheet
from trucewatch.cli.printer import hanging
from trucewatch.collect.files import files_in
from trucewatch.core.document import Refusal


def wrapped(words: str, width: int) -> str:
    return hanging(Text(words), Console(file=io.StringIO(), width=width)).plain


LONG = "word " * 12


@pytest.mark.parametrize(
    ("words", "width"),
    [(f"  {LONG}", 40), (f"      {LONG}\nshort\n    {LONG}", 50), ("    " + "x" * 200, 60)],
)
def test_a_long_line_goes_on_below_where_it_began(words: str, width: int) -> None:
    told = wrapped(words, width)
    assert told.split() == words.split() or "x" in words
    assert told.replace("\n", "").replace(" ", "") == words.replace("\n", "").replace(" ", "")
    assert all(len(line) <= width for line in told.split("\n"))
    starts = {len(line) - len(line.lstrip()) for line in words.split("\n")}
    assert {len(line) - len(line.lstrip()) for line in told.split("\n")} <= starts


def test_lines_that_fit_and_lines_without_room_stay_as_they_are() -> None:
    text = "a\n\n  b  \n" + " " * 35 + LONG
    assert wrapped(text, 50) == text


@pytest.mark.parametrize("day", ["0001-01-05", "1899-12-31", "2200-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "command", ["board --on", "board --known", "why 4 --on", "publish --format html --on"]
)
def test_a_day_that_no_news_has_is_wrong_use(tmp_path: Path, command: str, day: str) -> None:
    case = crossing_case(tmp_path / "case")
    told = run(*command.split(), day, "--case", case)
    assert (told.code, told.out) == (2, "")
    assert "is no day of 1900 to 2199" in told.err


def test_the_first_and_the_last_day_are_counted_with(tmp_path: Path) -> None:
    case = crossing_case(tmp_path / "case")
    done("code", write_sheet(tmp_path / "s.csv", [a_row()]), "--case", case)
    for day in ("1900-01-01", "2199-12-31"):
        done("board", "--on", day, "--case", case)
        done("publish", "--format", "html", "--on", day, "--out", "-", "--case", case)
    done("diff", "--from", "1900-01-01", "--to", "2199-12-31", "--case", case)


def test_marks_in_a_case_s_names_are_only_marks(tmp_path: Path) -> None:
    case = crossing_case(tmp_path / "case")
    file = case / "agreement.yaml"
    words = file.read_text(encoding="utf-8")
    title = next(line for line in words.splitlines() if line.startswith("title: "))
    words = words.replace(title, 'title: "An [/x] accord [bold red] :smile:"')
    file.write_text(words, encoding="utf-8")
    assert "An [/x] accord [bold red] :smile:" in done("check", case).out
    assert "An [/x] accord [bold red] :smile:" in done("board", "--case", case).out


def test_a_new_case_s_name_can_be_pasted(tmp_path: Path) -> None:
    folder = tmp_path / "новое дело"
    assert f'`trucewatch check "{folder}"`' in done("new", folder).err
    assert f"`trucewatch check {tmp_path / 'plain'}`" in done("new", tmp_path / "plain").err


def test_a_finding_s_id_is_taken_as_why_prints_it(tmp_path: Path) -> None:
    case = crossing_case(tmp_path / "case")
    done("code", write_sheet(tmp_path / "s.csv", [a_row()]), "--case", case)
    why = done("why", "4", "--on", "2021-03-22", "--case", case).out
    printed = next(word for word in why.split() if word.startswith("[c"))
    done("overrule", printed, "--as", "nothing", "--because", "no", "--by", "A", "--case", case)


def test_the_sheet_s_columns_are_told() -> None:
    from trucewatch.review.sheet import OPTIONAL, REQUIRED

    told = done("code", "--help").out
    assert all(f" {column}" in told for column in (*REQUIRED, *OPTIONAL))
    assert "not a breach" in told


def test_ctrl_c_says_what_is_kept(tmp_path: Path) -> None:
    case = crossing_case(tmp_path / "case")
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(3):
        (reports / f"{number}.txt").write_text(f"Shells fell on Ashel {number}.", encoding="utf-8")
    counted = 0

    def stopping(folder: Path) -> object:
        nonlocal counted
        for item in files_in(folder):
            counted += 1
            if counted == 3:
                raise KeyboardInterrupt
            yield item

    with mock.patch("trucewatch.collect.sources.files_in", stopping):
        told = run("add", reports, "--case", case, "--published", "2021-03-20")
    assert told.code == 1
    assert "2 given = 2 read + 0 copies + 0 refused\nStopped: what was read so far" in told.err
    again = done("add", reports, "--case", case, "--published", "2021-03-20")
    assert again.err.endswith("3 given = 1 read + 2 copies + 0 refused\n")


def test_a_file_s_name_cannot_forge_a_line(tmp_path: Path) -> None:
    case = crossing_case(tmp_path / "case")
    forged = Refusal(source="a\n9 given = 9 read + 0 copies + 0 refused", reason="is\nempty")
    with mock.patch("trucewatch.pipeline.add.collect", return_value=[forged]):
        told = run("add", "x", "--case", case)
    assert told.err.splitlines() == [
        "refused: a 9 given = 9 read + 0 copies + 0 refused: is empty",
        "1 given = 0 read + 0 copies + 1 refused",
    ]
