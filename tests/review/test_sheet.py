"""The coding sheet: what is entered, and every way in which it is refused."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands import Told, a_row, crossing_case, done, run, write_sheet
from trucewatch.ledger.store import open_ledger
from trucewatch.pipeline.record import LEDGER, open_record
from trucewatch.review.sheet import OPTIONAL, REQUIRED, TEMPLATE, CodedRow, read_sheet

HEADER = ",".join(REQUIRED)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return crossing_case(tmp_path / "case")


def coded(case: Path) -> int:
    path = case / LEDGER
    if not path.exists():
        return 0
    with open_ledger(path, create=False, read_only=True) as ledger:
        return len(list(ledger.coded()))


def enter(case: Path, content: str | bytes) -> Told:
    sheet = case.parent / "sheet.csv"
    sheet.write_bytes(content.encode() if isinstance(content, str) else content)
    return run("code", sheet, "--case", case)


BAD_ROWS = [
    # the cells that are wrong, what the refusal says
    ({"clause": "99"}, "no clause '99'"),
    ({"clause": ""}, "no clause ''"),
    ({"clause": "four"}, "no clause 'four'"),
    ({"clause": "4", "duty": "1-prisoners"}, "no clause '4' 1-prisoners"),
    ({"clause": "4", "duty": "nothing"}, "no clause '4' nothing"),
    ({"clause": "", "duty": "4-fire"}, "no clause '' 4-fire"),
    ({"doer": "nobody"}, "no actor 'nobody'"),
    ({"doer": "velmar;ondrel"}, "no actor 'velmar;ondrel'"),
    ({"doer": "Ondreli foreign minister"}, "no actor 'Ondreli foreign minister'"),
    ({"doer": "dunmere_post"}, "no actor 'dunmere_post'"),
    ({"doer": "lantern_relief"}, "clause 4 has no line for Lantern Relief"),
    ({"says": ""}, "says is ''"),
    ({"says": "acts"}, "says is 'acts'"),
    ({"says": "no  act"}, "says is 'no  act'"),
    ({"says": "kept"}, "says is 'kept'"),
    ({"from": "20.3.2021"}, "from is '20.3.2021'"),
    ({"from": "2021-3-20"}, "from is '2021-3-20'"),
    ({"from": "20210320"}, "from is '20210320'"),
    ({"from": "2021-W11-6"}, "from is '2021-W11-6'"),
    ({"from": "2021-02-30"}, "from is '2021-02-30'"),
    ({"from": "2021-03"}, "from is '2021-03'"),
    ({"from": "03/20/2021"}, "from is '03/20/2021'"),
    ({"from": "yesterday"}, "from is 'yesterday'"),
    ({"from": "２０２１-03-20"}, "which is not a date"),
    ({"to": "2021-03-20T10:00"}, "to is '2021-03-20T10:00'"),
    ({"to": "0000-00-00"}, "to is '0000-00-00'"),
    ({"said_on": "2021-13-01"}, "said_on is '2021-13-01'"),
    ({"published": "10000-01-01"}, "published is '10000-01-01'"),
    ({"published": "?"}, "published is '?'"),
    ({"from": "2021-03-21", "to": "2021-03-20"}, "is before `from`"),
    ({"manner": "quoted"}, "manner is 'quoted'"),
    ({"quote": ""}, "quote is empty"),
    ({"quote": "   "}, "quote is empty"),
]


@pytest.mark.parametrize(("cells", "said"), BAD_ROWS)
def test_a_bad_row_is_refused_with_file_and_line(
    case: Path, cells: dict[str, str], said: str
) -> None:
    sheet = write_sheet(case.parent / "sheet.csv", [a_row(), a_row(quote="2"), a_row(**cells)])
    told = run("code", sheet, "--case", case)
    assert told.code == 1
    assert told.err.startswith("trucewatch: sheet.csv:4: ")
    assert said in told.err
    assert told.err.count("\n") == 1
    assert coded(case) == 0


BAD_SHEETS: list[tuple[str | bytes, int, str]] = [
    # the bytes, the line that is named, what the refusal says
    (b"", 1, "the sheet is empty"),
    ("\ufeff", 1, "the sheet is empty"),
    ("\n\n", 1, "the sheet is empty"),
    (HEADER.replace(",", ";") + "\n", 1, "separated by semicolons"),
    (HEADER.replace(",", "\t") + "\n", 1, "separated by tabs"),
    ("clause,doer\n", 1, "column missing: says"),
    (HEADER.removesuffix(",coder") + "\n", 1, "column missing: coder"),
    (HEADER + ",mood\n", 1, "unknown column: mood"),
    (HEADER + ",clause\n", 1, "stands twice"),
    (HEADER + ",note,note\n", 1, "stands twice"),
    (HEADER + ",\n", 1, "unknown column: "),
    (HEADER + "\n4,velmar\n", 2, "2 cells where the header has 12"),
    (HEADER + "\n" + "4," * 13 + "\n", 2, "14 cells where the header has 12"),
    (HEADER + '\n4,velmar,act,,,,,,,"unclosed\n', 2, "cannot be read as CSV"),
    (HEADER + '\n4,"vel"mar,act,,,,,,,q,,\n', 2, "cannot be read as CSV"),
    (HEADER + "\n4,velmar,act,,,,,,,a\0b,,\n", 2, "is not UTF-8 text"),
    (HEADER.encode("utf-16"), 1, "is not UTF-8"),
    (HEADER.encode() + b"\n4,velmar,act,,,,,,,caf\xe9,,\n", 2, "is not UTF-8 text"),
    (HEADER + "\r\n\r\n" + '4,velmar,act,,,,,,,"two\r\nlines",,\r\n5', 5, "1 cells where"),
    (HEADER + "\n4,velmar,act,,,,,,," + "x" * 200_000 + ",,\n", 2, "cannot be read as CSV"),
]


@pytest.mark.parametrize(("content", "line", "said"), BAD_SHEETS)
def test_a_bad_sheet_is_refused_with_file_and_line(
    case: Path, content: str | bytes, line: int, said: str
) -> None:
    told = enter(case, content)
    assert told.code == 1
    assert told.err.startswith(f"trucewatch: sheet.csv:{line}: ")
    assert said in told.err
    assert told.err.count("\n") == 1
    assert coded(case) == 0


def test_there_are_more_than_forty_ways_to_be_refused() -> None:
    assert len(BAD_ROWS) + len(BAD_SHEETS) > 40


def test_the_line_is_the_one_where_the_row_begins(case: Path) -> None:
    rows = [a_row(quote="one\ntwo\nthree"), a_row(quote="four\nfive", says="?")]
    sheet = write_sheet(case.parent / "sheet.csv", rows)
    assert run("code", sheet, "--case", case).err.startswith("trucewatch: sheet.csv:5: says is")


def test_a_sheet_that_is_not_there_or_a_folder(case: Path) -> None:
    for path in (case.parent / "nowhere.csv", case):
        told = run("code", path, "--case", case)
        assert (told.code, told.err.count("\n")) == (1, 1)
        assert "cannot be read" in told.err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_marks_and_line_ends_of_spreadsheets_make_no_difference(
    case: Path, encoding: str, ends: str
) -> None:
    row = ",".join(f'"{cell}"' for cell in a_row(quote="“Ça”, he said").values())
    text = f"{HEADER.upper()}{ends}{row}{ends}{ends},,,,,,,,,,,{ends}"
    (finding,) = findings_after(case, text.encode(encoding))
    assert finding.quote == "“Ça”, he said"


def findings_after(case: Path, content: bytes) -> list[CodedRow]:
    assert enter(case, content).code == 0
    return [each.row for each in read_sheet(case.parent / "sheet.csv")]


def test_quotes_in_quotes_commas_and_lines_are_kept(case: Path) -> None:
    words = 'He said: "No, ""never"", not\nonce", and left.'
    sheet = write_sheet(case.parent / "sheet.csv", [a_row(quote=words)])
    done("code", sheet, "--case", case)
    (finding,) = open_record(case).findings
    assert finding.words == words


def test_the_template_is_a_sheet_without_rows(case: Path, tmp_path: Path) -> None:
    told = done("code", "--template")
    assert told.out == TEMPLATE
    assert told.err == ""
    header = next(csv.reader([told.out.removeprefix("\ufeff").strip()]))
    assert header == [*REQUIRED, *OPTIONAL]
    path = tmp_path / "sheet.csv"
    path.write_text(TEMPLATE, encoding="utf-8")
    assert read_sheet(path) == ()
    assert "0 rows read: 0 entered" in done("code", path, "--case", case).err


def test_entering_twice_enters_nothing_new(case: Path, tmp_path: Path) -> None:
    rows = [a_row(), a_row(says="no act"), a_row()]
    sheet = write_sheet(tmp_path / "sheet.csv", rows)
    assert "3 rows read: 2 entered, 1 entered before" in done("code", sheet, "--case", case).err
    again = write_sheet(tmp_path / "again.csv", [*rows[1:], a_row(says="denies")])
    assert "3 rows read: 1 entered, 2 entered before" in done("code", again, "--case", case).err
    assert coded(case) == 3
    assert len(open_record(case).findings) == 3


def test_another_order_of_columns_and_empty_ones_are_the_same_row(
    case: Path, tmp_path: Path
) -> None:
    row = a_row()
    done("code", write_sheet(tmp_path / "a.csv", [row]), "--case", case)
    turned = dict(reversed([*row.items(), ("note", ""), ("manner", "")]))
    text = ",".join(turned) + "\n" + ",".join(turned.values()) + "\n"
    (tmp_path / "b.csv").write_text(text, encoding="utf-8")
    assert "0 entered, 1 entered before" in done("code", tmp_path / "b.csv", "--case", case).err


def test_a_failing_row_enters_nothing(case: Path, tmp_path: Path) -> None:
    good = [a_row(quote=str(number)) for number in range(50)]
    sheet = write_sheet(tmp_path / "sheet.csv", [*good, a_row(doer="nobody")])
    told = run("code", sheet, "--case", case)
    assert told.code == 1
    assert "sheet.csv:52" in told.err
    assert coded(case) == 0


CELLS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\x1a"), max_size=20
).map(str.strip)


@given(quote=CELLS.filter(bool), note=CELLS, url=CELLS, coder=CELLS)
@settings(max_examples=60)
def test_any_words_survive_the_way_into_the_ledger_and_back(
    tmp_path_factory: pytest.TempPathFactory, quote: str, note: str, url: str, coder: str
) -> None:
    sheet = tmp_path_factory.getbasetemp() / "any.csv"
    write_sheet(sheet, [a_row(quote=quote, note=note, url=url, coder=coder)])
    (each,) = read_sheet(sheet)
    assert (each.row.quote, each.row.note, each.row.url, each.row.coder) == (
        quote,
        note,
        url,
        coder,
    )
    back = CodedRow.from_body(each.row.body())
    assert back == each.row
    assert back.finding_id() == each.row.finding_id()
    assert json.loads(each.row.body())["quote"] == quote
