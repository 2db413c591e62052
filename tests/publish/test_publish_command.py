"""`publish`, `diff` and `schema` as a shell sees them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import done, run
from publish.pages import sound
from trucewatch.pipeline.record import CaseRecord
from trucewatch.publish.schema import schema


def test_the_page_is_written_to_a_named_file(
    record: CaseRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = done("publish", "--format", "html", "--case", record.folder, "--on", "2018-10-16")
    assert told.out == ""
    assert "trucewatch-idlib-2018-10-16.html" in told.err
    page = sound((tmp_path / "trucewatch-idlib-2018-10-16.html").read_text(encoding="utf-8"))
    assert "What changed since 9 Oct" in page.text, "a window before, where --since is not given"


@pytest.mark.parametrize("form", ["html", "csv"])
def test_a_dash_is_standard_output(record: CaseRecord, form: str) -> None:
    told = done("publish", "--format", form, "--case", record.folder, "--out", "-")
    assert told.err == ""
    assert told.out.startswith("<!DOCTYPE html>" if form == "html" else "\ufefffinding,")


def test_the_page_is_as_known_on_a_day(record: CaseRecord, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    for since in ("2018-10-09", "2018-10-01"):
        done(
            "publish", "--format", "html", "--case", record.folder, "--on", "2018-10-16",
            "--known", "2018-10-12", "--since", since, "--out", out,
        )  # fmt: skip
        text = sound(out.read_text(encoding="utf-8")).text
        assert "as known on 12 Oct" in text
        assert "13 Oct" not in text.split("Method")[0].replace("Board", "")


def test_an_empty_case_has_a_page_too(tmp_path: Path) -> None:
    done("new", tmp_path / "case", "--from", "idlib")
    told = done("publish", "--format", "html", "--case", tmp_path / "case", "--out", "-")
    text = sound(told.out).text
    assert "17 Sep: the duty began" in text
    assert "reported" not in text.split("The board")[1].split("Method")[0]
    told = done("publish", "--format", "csv", "--case", tmp_path / "case", "--out", "-")
    assert len(told.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        (("--format", "pdf"), "'pdf' is not one of"),
        ((), "Missing option '--format'"),
        (("--format", "csv", "--since", "2018-10-01"), "--since is for --format html"),
        (("--format", "html", "--on", "2018-10-01", "--since", "2018-10-02"), "is after the board's day"),
        (("--format", "html", "--on", "1 October"), "write it as 2018-10-31"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_a_usage_error(
    record: CaseRecord, words: tuple[str, ...], mend: str
) -> None:
    told = run("publish", "--case", record.folder, *words)
    assert told.code == 2
    assert mend in told.err


def test_a_file_that_cannot_be_written_is_told(record: CaseRecord, tmp_path: Path) -> None:
    out = tmp_path / "no such folder" / "page.html"
    told = run("publish", "--format", "html", "--case", record.folder, "--out", out)
    assert told.code == 1
    assert "cannot be written" in told.err
    assert "Give another --out" in told.err


def test_a_diff_is_told_and_given(record: CaseRecord) -> None:
    days = ("--from", "2018-10-09", "--to", "2018-10-16")
    told = done("diff", "--case", record.folder, *days)
    assert "not yet due -> overdue, corroborated" in told.out
    assert "2018-10-15: the deadline passed" in told.out
    form = done("diff", "--case", record.folder, *days, "--json").json()
    assert form["schema"] == "trucewatch/diff/1"
    assert form["to"] == {"on": "2018-10-16", "known": "2018-10-16"}
    assert {change["doer"] for change in form["changes"]} >= {"hts", None}
    assert all(change["causes"] for change in form["changes"])


def test_nothing_changes_on_one_day(record: CaseRecord) -> None:
    told = done("diff", "--case", record.folder, "--from", "2018-10-09", "--to", "2018-10-09")
    assert "0 lines changed" in told.out


@pytest.mark.parametrize(
    "words", [("--from", "2018-10-16", "--to", "2018-10-09"), ("--to", "2018-10-09"), ()]
)
def test_a_diff_needs_two_days_in_order(record: CaseRecord, words: tuple[str, ...]) -> None:
    assert run("diff", "--case", record.folder, *words).code == 2


@pytest.mark.parametrize("name", ["reading", "board", "why"])
def test_schemas_are_printed(name: str) -> None:
    assert json.loads(done("schema", name).out) == schema(name)
