"""The commands as a shell sees them: exit codes, streams, words that teach."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from commands import a_row, crossing_case, done, run, write_sheet
from trucewatch import __version__
from trucewatch.cli.main import COMMANDS, SUMMARIES

ON = ("--on", "2021-03-22")
REPORT = "The Velmari army shelled the village of Ashel on March 19, the Joint Crossing Mission said on Monday.\n"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with coded words of an act, its denial and a promise; nobody changes it."""
    folder = crossing_case(tmp_path_factory.mktemp("cli") / "crossing")
    rows = [
        a_row(incident="ashel"),
        a_row(
            says="denies", incident="ashel", chain="kethra_wire < tessa_vorn", outlet="kethra_wire"
        ),
        a_row(clause="1", doer="ondrel", says="promise"),
        a_row(clause="whole", doer="", says="promise"),
        a_row(doer="", incident="pellow", quote="Somebody fired on Pellow."),
    ]
    done("code", write_sheet(folder.parent / "sheet.csv", rows), "--case", folder)
    (folder.parent / "report.txt").write_text(REPORT, encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_every_command_has_help_with_an_example_of_itself(command: str, asked: str) -> None:
    told = done(command, asked)
    assert re.search(rf"Examples?:\n +trucewatch {command}\b", told.out)
    assert told.err == ""
    assert "\x1b" not in told.out


def test_help_lists_every_command_in_its_order() -> None:
    assert list(SUMMARIES) == list(COMMANDS)
    told = done("--help").out
    listed = [name for name in re.findall(r"^  (\w+)  ", told, re.MULTILINE) if name in COMMANDS]
    assert listed == list(COMMANDS)


def test_the_version() -> None:
    assert done("--version").out == f"trucewatch, version {__version__}\n"


WRONG_USE = [
    # what is typed, words of the answer: exit code 2
    ("nonsense", "No such command"),
    ("board --colour", "No such option"),
    ("board --on 2021-3-22", "'2021-3-22' is not a date; write it as 2018-10-31"),
    ("board --on tomorrow", "is not a date; write it as 2018-10-31"),
    ("board --on 20210322", "is not a date"),
    ("board --on 2021-02-30", "is not a date"),
    ("board --known 22.3.2021", "is not a date"),
    ("board extra", "unexpected extra argument"),
    ("why", "Missing argument 'CLAUSE'"),
    ("why 4 --by", "requires an argument"),
    ("diff --from 2021-03-01", "Missing option '--to'"),
    ("diff --from 2021-03-02 --to 2021-03-01", "--from (2021-03-02) is after --to (2021-03-01)"),
    ("add", "give a SOURCE"),
    ("add x.txt --published today", "is not a date"),
    ("code", "give a SHEET, or --template"),
    ("extract", "give a FILE, or --lines with --out"),
    ("extract a.txt --lines b.jsonl", "give a FILE, or --lines with --out"),
    ("extract --lines b.jsonl", "--lines and --out go together"),
    ("extract a.txt --out b.jsonl", "--lines and --out go together"),
    ("extract --lines a --out b --published 2021-03-22", "each line says its own"),
    ("extract --lines a --out b --outlet x", "each line says its own"),
    ("extract a.txt --processes 2", "--processes is for --lines"),
    ("extract a.txt --threads 0", "0 is not in the range 1<=x<=64"),
    ("add a.txt --processes 65", "65 is not in the range 1<=x<=64"),
    ("publish", "Missing option '--format'"),
    ("publish --format pdf", "'pdf' is not one of"),
    ("publish --format csv --since 2021-03-01", "--since is for --format html"),
    ("publish --format html --on 2021-03-01 --since 2021-03-02", "is after the board's day"),
    ("schema", "Missing argument"),
    ("schema page", "'page' is not one of"),
    ("new", "Missing argument 'FOLDER'"),
]


@pytest.mark.parametrize(("typed", "said"), WRONG_USE)
def test_wrong_use_is_told_with_exit_code_2(
    case: Path, monkeypatch: pytest.MonkeyPatch, typed: str, said: str
) -> None:
    monkeypatch.chdir(case)
    told = run(*typed.split())
    assert (told.code, told.out) == (2, "")
    assert said in " ".join(told.err.split())
    assert "Traceback" not in told.err


FAILURES = [
    # what is typed, words of the answer: exit code 1
    (
        "board --case nowhere",
        "nowhere: there is no such case. Name a folder with agreement.yaml, or a built-in case: idlib",
    ),
    ("board --case ..", "..: the folder holds no case"),
    ("check nowhere", "nowhere: there is no such case"),
    ("why 99", "the agreement has no clause '99'. It has 1, 2, 3, 4, 5, 6, and `whole`"),
    (
        "why 4 --by nobody",
        "clause 4 has no line for 'nobody'. It has Velmar, Ondrel, Marsh League, doer not named",
    ),
    ("why 4 --by lantern_relief", "clause 4 has no line for 'lantern_relief'"),
    ("code nowhere.csv", "nowhere.csv: cannot be read"),
    ("overrule x --as act --because b --by c", "the record has no finding 'x'"),
    ("extract nowhere.txt", "nowhere.txt: there is no such file or folder"),
    ("extract .", "."),
    ("extract ../report.txt --model nowhere", "nowhere/model.json: cannot be read"),
    ("add ../report.txt --model ..", "../model.json: cannot be read"),
    ("new .", ".: the folder is not empty. Name a new folder, or empty this one"),
    ("new fresh --from nothing", "there is no built-in case 'nothing'"),
    ("new actors.yaml", "actors.yaml: this is a file"),
    ("publish --format csv --out no/such/folder.csv", "no/such/folder.csv: cannot be written"),
    ("verify --checkpoint nonsense", "nonsense"),
    ("add --index nowhere.csv", "nowhere.csv: there is no such file or folder"),
]


@pytest.mark.parametrize(("typed", "said"), FAILURES)
def test_what_fails_is_told_in_one_sentence_with_exit_code_1(
    case: Path, monkeypatch: pytest.MonkeyPatch, typed: str, said: str
) -> None:
    monkeypatch.chdir(case)
    told = run(*typed.split())
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith("trucewatch: ")
    assert told.err.count("\n") == 1
    assert said in told.err.replace("\\", "/")


def test_where_one_stands_in_no_case_the_error_says_how_to_name_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (
        "board",
        "check",
        "origins",
        "verify",
        "diff --from 2021-03-01 --to 2021-03-02",
    ):
        told = run(*command.split())
        assert told.code == 1
        assert "Name one with --case, or make one with `trucewatch new`" in told.err


def test_a_source_that_is_not_there_is_counted_and_nothing_was_read(case: Path) -> None:
    told = run("add", "nowhere.txt", "--case", crossing_case(case.parent / "other"))
    assert told.code == 1
    assert told.err == (
        "refused: nowhere.txt: there is no such file or folder\n"
        "1 given = 0 read + 0 copies + 1 refused\n"
    )


JSON = [
    ("board", {"schema", "case", "on", "known", "window", "whole", "clauses"}),
    ("board --on 2021-03-22 --known 2021-03-21", {"schema", "clauses"}),
    ("why 4", {"schema", "clause", "duties"}),
    ("why 4 --by velmar", {"schema", "clause", "duties"}),
    ("verify", {"ok", "checkpoint", "faults"}),
    ("diff --from 2021-03-01 --to 2021-03-22", set()),
    ("origins", None),
    ("incidents", None),
    ("extract ../report.txt", {"schema", "document", "statements", "events", "names", "warnings"}),
]


@pytest.mark.parametrize(("typed", "keys"), JSON)
def test_json_stands_alone_on_standard_output(
    case: Path, monkeypatch: pytest.MonkeyPatch, typed: str, keys: set[str] | None
) -> None:
    monkeypatch.chdir(case)
    told = done(*typed.split(), "--json")
    form = told.json()
    assert isinstance(form, list) if keys is None else keys <= set(form)
    assert told.out.endswith("}\n" if isinstance(form, dict) else "]\n")
    assert told.err == ""
    assert done(*typed.split(), "--json") == told


def test_json_stands_alone_for_an_empty_record_too(tmp_path: Path) -> None:
    empty = crossing_case(tmp_path / "empty")
    told = done("board", "--case", empty, "--json")
    assert told.json()["on"] == "2021-03-01"
    assert told.err == ""
    said = done("board", "--case", empty)
    assert "The record is empty" in said.err
    assert "nothing read" in said.out


@pytest.mark.parametrize("name", ["reading", "board", "why"])
def test_schemas_are_json(name: str) -> None:
    assert "$schema" in done("schema", name).json()


TEXTS = (
    "board", "why 4", "why whole", "why 6", "origins", "incidents", "check",
    "diff --from 2021-03-01 --to 2021-03-22", "extract ../report.txt", "verify",
)  # fmt: skip


@pytest.mark.parametrize("typed", TEXTS)
def test_piped_output_has_no_colour_and_no_line_beyond_bounds(
    case: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.chdir(case)
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    told = done(*typed.split())
    assert told.out.strip()
    assert "\x1b" not in told.out
    assert max(map(len, told.out.splitlines())) <= 120
    assert "Traceback" not in told.err


def test_a_doer_may_be_named_or_the_line_of_nobody_asked_for(case: Path) -> None:
    def doers(name: str) -> list[str | None]:
        told = done("why", "4", "--by", name, "--case", case, "--json").json()
        return [line["doer"] for line in told["duties"]]

    assert doers("velmar") == doers("Velmar") == doers("REPUBLIC OF VELMAR") == ["velmar"]
    assert doers("doer not named") == doers("Unnamed") == [None]


def test_the_board_says_its_day(case: Path) -> None:
    assert "Board on 2021-03-22, everything known" in done("board", "--case", case).out
    assert "as known on 2021-03-21" in done("board", "--case", case, "--known", "2021-03-21").out


def test_a_checkpoint_proves_what_the_ledger_held(tmp_path: Path) -> None:
    case = crossing_case(tmp_path / "case")
    done("code", write_sheet(tmp_path / "a.csv", [a_row()]), "--case", case)
    kept = done("verify", "--case", case, "--json").json()["checkpoint"]
    done("code", write_sheet(tmp_path / "b.csv", [a_row(quote="More.")]), "--case", case)
    assert "Whole: 3 entries" in done("verify", "--case", case, "--checkpoint", kept).out
    number, _, digest = kept.partition(":")
    forged = f"{number}:{'0' * len(digest)}"
    told = run("verify", "--case", case, "--checkpoint", forged)
    assert told.code == 1
    assert "NOT whole" in told.out
    assert run("verify", "--case", case, "--checkpoint", f"9{kept}").code == 1


def test_a_ledger_that_is_none_is_told(tmp_path: Path) -> None:
    case = crossing_case(tmp_path / "case")
    told = run("verify", "--case", case)
    assert (told.code, "this case has no ledger yet" in told.err) == (1, True)
    (case / "ledger.sqlite").write_bytes(b"no ledger at all, but longer than nothing" * 100)
    for command in ("board", "verify", "why 4"):
        told = run(*command.split(), "--case", case)
        assert told.code == 1
        assert "Traceback" not in told.err


def test_check_tells_faults_with_file_and_line_and_sides_in_a_table(tmp_path: Path) -> None:
    case = crossing_case(tmp_path / "case")
    sound = done("check", case)
    assert "Marsh League and its members" in sound.out
    path = case / "agreement.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("window: 10", "widow: 10"), encoding="utf-8"
    )
    told = run("check", case)
    assert (told.code, told.out) == (1, "")
    assert re.search(r"^agreement\.yaml:7: .*widow", told.err, re.MULTILINE)


def test_words_that_no_text_can_hold_are_no_reason_to_fail(case: Path, tmp_path: Path) -> None:
    odd = "x\udcff\x1b[31m"
    assert run("why", "4", "--by", odd, "--case", case).code == 1
    assert "\x1b" not in run("why", odd, "--case", case).err
    other = crossing_case(tmp_path / "case")
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    told = run(
        "add", tmp_path / "a.txt", "--outlet", odd, "--published", "2021-03-22", "--case", other
    )
    assert told.code in (0, 1)
    assert "\x1b" not in told.err
    assert "Traceback" not in told.err


def test_the_demo_ends_by_itself_and_may_be_kept(tmp_path: Path) -> None:
    told = done("demo", "--coded", "--keep", tmp_path / "kept", "--on", "2018-10-18")
    assert "Board on 2018-10-18" in told.out
    assert "Why? trucewatch why " in told.out
    assert "findings coded by hand were entered" in told.err
    again = done("board", "--case", tmp_path / "kept", "--on", "2018-10-18").out
    assert again in told.out
    refused = run("demo", "--coded", "--keep", tmp_path / "kept")
    assert (refused.code, "is not empty" in refused.err) == (1, True)


def test_start_up_imports_nothing_heavy() -> None:
    heavy = [
        "pydantic",
        "shapely",
        "trafilatura",
        "py3langid",
        "numpy",
        "onnxruntime",
        "rich",
        "lxml",
        "yaml",
        "sqlite3",
    ]
    program = (
        "import sys; sys.argv = ['trucewatch', '--help']\n"
        "from trucewatch.cli.main import main\n"
        "try: main()\n"
        f"except SystemExit: print([name for name in {heavy!r} if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, encoding="utf-8",
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert told.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_goes_away_is_no_error(case: Path) -> None:
    """As in `trucewatch origins --json | head -1`: nothing is told, whatever was left to say."""
    reader, writer = os.pipe()
    os.close(reader)
    told = subprocess.run(
        [sys.executable, "-m", "trucewatch", "why", "4", "--case", str(case)], stdout=writer,
        stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    os.close(writer)
    assert told.stderr == b""
    assert told.returncode in (1, 141)


def test_json_is_utf_8_and_not_escaped(tmp_path: Path) -> None:
    case = crossing_case(tmp_path / "case")
    done("code", write_sheet(tmp_path / "a.csv", [a_row(quote="“Né” 🕊")]), "--case", case)
    told = done("why", "4", "--case", case, *ON, "--json")
    assert "“Né” 🕊" in told.out
    assert json.loads(told.out)


def test_a_hostile_page_steers_no_terminal(tmp_path: Path) -> None:
    evil = "\x1b]0;owned\x07\x1b[31mred\u202e [bold]x[/bold]"
    case = crossing_case(tmp_path / "case")
    page = tmp_path / "a.html"
    page.write_text(
        f'<html lang="en"><head><title>Shells {evil}</title></head><body><article>'
        f"<h1>Shells {evil}</h1><p>The Velmari army shelled the village of Ashel {evil} on March 19, "
        f"the Joint Crossing Mission {evil} said on Monday, a guard {evil} told it.</p>"
        + "<p>Three porters were hurt near the old mill, the mission said.</p>" * 30
        + "</article></body></html>",
        encoding="utf-8",
    )
    given = ("--published", "2021-03-22", "--outlet", evil, "--case", case)
    told = [
        run("extract", page, *given),
        run("add", page, *given),
        run("add", tmp_path / evil, *given),
    ]
    told += [
        run(*typed.split(), "--case", case) for typed in ("board", "why 4", "why whole", "origins")
    ]
    for each in told:
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", each.out + each.err)
    assert [each.code for each in told] == [0, 0, 1, 0, 0, 0, 0]
