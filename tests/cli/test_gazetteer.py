"""`trucewatch gazetteer`: lists what a case holds, and puts a country's file in."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import crossing_case, done, run
from gazetteers import a_line, write_country


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return crossing_case(tmp_path / "case")


def test_a_country_is_added_and_listed_with_its_licence(case: Path, tmp_path: Path) -> None:
    told = done("gazetteer", "add", write_country(tmp_path / "VM.zip"), "--case", case)
    assert "VM: 13 places kept, 1 row of other kinds left out." in told.err
    assert "CC BY 4.0" in told.err
    listed = done("gazetteer", "--case", case)
    assert listed.out.startswith("VM: VM.zip/VM.txt, 13 of 14 rows")
    assert "CC BY 4.0" in listed.out


def test_the_case_may_be_named_before_the_word_add(case: Path, tmp_path: Path) -> None:
    done("gazetteer", "--case", case, "add", write_country(tmp_path / "VM.txt"))
    assert done("gazetteer", "--case", case).out.startswith("VM: VM.txt, ")


def test_a_case_without_one_says_how_it_gets_one(case: Path) -> None:
    told = done("gazetteer", "--case", case)
    assert (told.out, "trucewatch gazetteer add" in told.err) == ("", True)


def test_a_fault_is_told_with_file_and_line(case: Path, tmp_path: Path) -> None:
    bad = write_country(
        tmp_path / "VM.zip", [a_line(1, "Osmere", 1, 1), a_line(2, "Ashby", 1, 999)]
    )
    told = run("gazetteer", "add", bad, "--case", case)
    assert told.code == 1
    assert "VM.zip/VM.txt:2: '999' is no longitude" in told.err


def test_no_file_is_wrong_use(case: Path) -> None:
    assert run("gazetteer", "add", "--case", case).code == 2


def test_a_report_is_read_with_the_places_added(case: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Velmar shelled the village of Osmere on Friday.", encoding="utf-8")
    done("gazetteer", "add", write_country(tmp_path / "VM.zip"), "--case", case)
    read = done("extract", report, "--published", "2021-04-01", "--json", "--case", case).json()
    (place,) = read["events"][0]["at"]
    assert (place["place"], place["lat"], place["precision"]) == ("geonames:10", 20.03, 1.0)
    assert place["zone"]["geometry"] == "outside"
    assert read["names"]["geonames:10"] == "Osmere"


def test_the_ledger_notices_and_keeps_the_gazetteer(case: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Velmar shelled the village of Osmere on Friday.", encoding="utf-8")
    done("add", report, "--published", "2021-04-01", "--outlet", "dunmere_post", "--case", case)
    before = done("verify", "--case", case).out
    done("gazetteer", "add", write_country(tmp_path / "VM.zip"), "--case", case)
    done("add", report, "--published", "2021-04-02", "--outlet", "dunmere_post", "--case", case)
    after = done("verify", "--case", case).out
    assert before != after
    assert after.startswith("Whole")
    from trucewatch.ledger.store import open_ledger

    with open_ledger(case / "ledger.sqlite") as ledger:
        states = [dict(state.files) for state in ledger.case_states()]
    assert [("gazetteer.tsv" in state) for state in states] == [False, True]
