"""The slips of a coder's pen: what is refused, all at once, and what is only remarked."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from commands import a_row, crossing_case, done, run, write_sheet
from passages import crossing
from trucewatch.core.errors import InputError
from trucewatch.core.limits import SENTENCE_CHARACTERS
from trucewatch.review.coded import CaseNames, coded_finding, strangers
from trucewatch.review.sheet import CodedRow, SheetRow, read_sheet

CASE = crossing()
NAMES = CaseNames.of(CASE)


def read(tmp_path: Path, *rows: dict[str, str]) -> tuple[SheetRow, ...]:
    return read_sheet(write_sheet(tmp_path / "s.csv", rows))


def the_row(tmp_path: Path, **cells: str) -> CodedRow:
    (each,) = read(tmp_path, a_row(**cells))
    return each.row


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ({"published": "9999-12-31"}, "no day of 1900 to 2199"),
        ({"from_": "1899-12-31"}, "no day of 1900 to 2199"),
        ({"said_on": "0001-01-01"}, "no day of 1900 to 2199"),
        ({"chain": "dunmere_post > velmar"}, "joined by ` < `"),
        ({"chain": "dunmere_post -> velmar"}, "joined by ` < `"),
        ({"quote": "x" * (SENTENCE_CHARACTERS + 1)}, "quote has 5,001 characters"),
    ],
)
def test_what_would_spoil_a_record_for_good_is_refused(
    tmp_path: Path, cells: dict[str, str], what: str
) -> None:
    with pytest.raises(InputError, match=what):
        read(tmp_path, a_row(**cells))


def test_every_row_that_cannot_be_used_is_told_at_once(tmp_path: Path) -> None:
    bad = [a_row(**{"from": "2021-02-30"}), a_row(), a_row(quote=""), a_row(manner="loud")]
    with pytest.raises(InputError) as caught:
        read(tmp_path, *bad)
    lines = str(caught.value).splitlines()
    assert [line[:9] for line in lines] == ["s.csv:2: ", "s.csv:4: ", "s.csv:5: "]
    with pytest.raises(InputError, match=r"\n5 rows more cannot be used$"):
        read(tmp_path, *(a_row(quote="") for _ in range(25)))


def test_every_row_that_the_case_does_not_fit_is_told_and_nothing_entered(tmp_path: Path) -> None:
    case = crossing_case(tmp_path / "case")
    rows = [a_row(), a_row(says="broken"), a_row(clause="77"), a_row(doer="nemo")]
    told = run("code", write_sheet(tmp_path / "s.csv", rows), "--case", case)
    assert told.code == 1
    assert all(f"s.csv:{line}: " in told.err for line in (3, 4, 5))
    assert not (case / "ledger.sqlite").exists()


@pytest.mark.parametrize("arrow", [" < ", "<", " <- ", "<-", " ← ", " ＜ "])
def test_a_chain_may_be_written_with_the_arrows_that_are_printed(
    tmp_path: Path, arrow: str
) -> None:
    row = the_row(tmp_path, chain=arrow.join(("dunmere_post", "kethra_wire", "tessa_vorn")))
    finding = coded_finding(row, CASE, NAMES, date(2022, 1, 1))
    assert finding.chain == ("dunmere_post", "kethra_wire", "tessa_vorn")
    assert finding.voice == "velmar_defence"


@pytest.mark.parametrize("last", ["unnamed:", "unnamed: ", "Unnamed :"])
def test_an_unnamed_source_of_no_body_is_just_unnamed(tmp_path: Path, last: str) -> None:
    row = the_row(tmp_path, chain=f"dunmere_post < {last}")
    finding = coded_finding(row, CASE, NAMES, date(2022, 1, 1))
    assert (finding.chain, finding.speaker, finding.unnamed) == (("dunmere_post",), None, True)


def test_a_day_out_of_bounds_in_a_ledger_is_left_out_of_the_board(tmp_path: Path) -> None:
    row = replace(the_row(tmp_path), published="9999-12-31")
    with pytest.raises(InputError, match="no day of 1900 to 2199"):
        coded_finding(row, CASE, NAMES, date(2022, 1, 1))


@pytest.mark.parametrize(
    ("chain", "unknown"),
    [
        ("dunmere_post < kethra_wire < tessa_vorn", []),
        ("Dunmere Post < unnamed", []),
        ("dunmere_post < unknown", []),
        ("dunmere_post < unnamed:velmar_army", []),
        ("dunmere_post < unnamed:the guild", ["the guild"]),
        ("dunmere_post < tesa_vorn", ["tesa_vorn"]),
        ("a blog < a baker < velmar", ["a blog", "a baker"]),
    ],
)
def test_names_that_the_case_does_not_know(tmp_path: Path, chain: str, unknown: list[str]) -> None:
    assert strangers(the_row(tmp_path, chain=chain), NAMES) == unknown


def test_what_may_be_a_slip_is_remarked_once_and_entered(tmp_path: Path) -> None:
    case = crossing_case(tmp_path / "case")
    slip = {"chain": "dunmere_post < tesa_vorn"}
    rows = [a_row(**slip), a_row(**slip, quote="Again."), a_row(said_on="2021-03-23")]
    told = done("code", write_sheet(tmp_path / "s.csv", rows), "--case", case)
    assert told.err.count("'tesa_vorn'") == 1
    assert "note: s.csv:4: said_on (2021-03-23) is after published (2021-03-22)" in told.err
    assert told.err.endswith("3 rows read: 3 entered, 0 entered before.\n")


def test_one_row_is_one_row(tmp_path: Path) -> None:
    case = crossing_case(tmp_path / "case")
    told = done("code", write_sheet(tmp_path / "s.csv", [a_row()]), "--case", case)
    assert told.err == "1 row read: 1 entered, 0 entered before.\n"
    assert json.loads(done("board", "--json", "--case", case).out)
