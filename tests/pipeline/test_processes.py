"""Many documents read side by side: what is written is the same, line for line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from commands import CROSSING, crossing_case, done, run
from tiny_model import random_tables, write_model
from trucewatch.case.load import load_case
from trucewatch.core.case import Case
from trucewatch.core.errors import InputError, ModelError
from trucewatch.extract.reader import Reader
from trucewatch.extract.trained import TrainedReader
from trucewatch.pipeline.processes import PAYS, each_in_order
from trucewatch.pipeline.read import RULES
from trucewatch.pipeline.readers import USUAL, ReaderChoice

REPORTS = Path(__file__).parent / "reports"
COUNT = PAYS + 9


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("model"), random_tables())


def many_lines(path: Path) -> Path:
    """Reports, and among them lines that hold none."""
    text = (
        "The Velmari army shelled the village of Ashel on March {}, the Joint Crossing Mission "
        "said on Monday."
    )
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for number in range(COUNT):
            said = {"id": number, "text": text.format(number + 1), "published": "2021-03-22"}
            out.write(json.dumps(said) + "\n")
            if number % 7 == 3:
                out.write('{"id": "bad"\n\n')
    return path


def test_lines_read_side_by_side_are_written_as_one_by_one(tmp_path: Path, model: Path) -> None:
    lines = many_lines(tmp_path / "in.jsonl")
    written = []
    for processes in ("1", "2"):
        out = tmp_path / f"{processes}.jsonl"
        told = done(
            "extract", "--lines", lines, "--out", out, "--case", CROSSING,
            "--model", model, "--processes", processes,
        )  # fmt: skip
        assert told.err.endswith(f"{COUNT + 4} lines given: {COUNT} read, 4 refused.\n")
        written.append(out.read_bytes())
    assert written[0] == written[1]
    rows = [json.loads(line) for line in written[0].splitlines()]
    assert [row["id"] for row in rows if "error" not in row] == list(range(COUNT))
    assert {row["reader"].split()[1] for row in rows if "error" not in row} == {"tiny/1"}


def test_reports_added_side_by_side_make_the_same_record(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(COUNT):
        text = (
            f"The Velmari army shelled Ashel on March {number + 1}, the mission said on Monday.\n"
        )
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "90-copy.txt").write_bytes((folder / "00.txt").read_bytes())
    (folder / "91-empty.txt").write_bytes(b"")
    told = []
    for processes in ("1", "2"):
        case = crossing_case(tmp_path / f"case-{processes}")
        added = run(
            "add", folder, "--case", case, "--published", "2021-03-31", "--outlet", "dunmere_post",
            "--processes", processes,
        )  # fmt: skip
        board = done("board", "--case", case, "--json").json()
        origins = done("origins", "--case", case, "--json").json()
        told.append((added, board, origins))
        assert f"{COUNT + 2} given = " in added.err
    assert told[0] == told[1]


RULED = ReaderChoice(rules=True)


@pytest.fixture(scope="module")
def crossing() -> Case:
    return load_case(CROSSING)


@pytest.mark.parametrize("count", [0, 1, PAYS - 1, PAYS + 20])
def test_answers_come_in_order(crossing: Case, count: int) -> None:
    found = list(each_in_order(_job, range(count), crossing, RULED, processes=2))
    assert found == [(2 * item, crossing.id, RULES.version) for item in range(count)]


def _job(item: int, case: Case, reader: Reader) -> tuple[int, str, str]:
    return 2 * item, case.id, reader.version


def test_the_rules_alone_are_a_reader() -> None:
    assert ReaderChoice(rules=True).make().version == RULES.version


def test_a_model_makes_a_trained_reader(model: Path) -> None:
    reader = ReaderChoice(model=model, threads=2).make()
    assert isinstance(reader, TrainedReader)
    assert "tiny/1 " in reader.version


def test_a_model_that_cannot_be_used_is_told_before_anything_is_read(
    crossing: Case, tmp_path: Path
) -> None:
    choice = ReaderChoice(model=tmp_path)
    with pytest.raises(ModelError):
        list(each_in_order(_job, range(100), crossing, choice, processes=2))


def test_a_process_that_is_ended_from_outside_is_told(crossing: Case) -> None:
    with pytest.raises(InputError, match="ended from outside"):
        list(each_in_order(os_exit, range(PAYS), crossing, USUAL, processes=2))


def os_exit(item: int, case: Case, reader: Reader) -> int:  # noqa: ARG001
    os._exit(3)
