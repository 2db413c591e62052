"""Reports brought into the record: every one is accounted for, and adding again is harmless."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from commands import crossing_case, done, run
from trucewatch.collect import files, json_lines
from trucewatch.core.document import Document
from trucewatch.core.errors import SpanError
from trucewatch.core.finding_form import finding_form
from trucewatch.ledger.store import open_ledger
from trucewatch.pipeline import read as reading
from trucewatch.pipeline.add import Account, add
from trucewatch.pipeline.record import LEDGER, CaseRecord, open_record
from trucewatch.publish.board_json import board_json

REPORTS = Path(__file__).parent / "reports"
TELLING = (
    "The Velmari army shelled the village of Ashel on March 19, the Joint Crossing Mission said "
    "on Monday at a café.\n\nThree porters were wounded near the river, a doctor said.\n"
)
SAID = {"published": "2021-03-22", "outlet": "dunmere_post"}
OPTIONS = ("--published", SAID["published"], "--outlet", SAID["outlet"])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return crossing_case(tmp_path / "crossing")


def all_reports(case: Path, **more: Any) -> Account:
    return add(case, [REPORTS], index=REPORTS / "index.csv", **more)


def as_bytes(record: CaseRecord) -> bytes:
    """Write all that a record says, but not when its entries were made."""
    last = record.last_day()
    board = board_json(record.board(last), record.case, record.read_days(last))
    findings = [finding_form(finding) for finding in record.findings]
    documents = [document.id for document in record.documents]
    return json.dumps([board, findings, documents, record.refused]).encode()


def documents(case: Path) -> int:
    with open_ledger(case / LEDGER, create=False, read_only=True) as ledger:
        return len(list(ledger.documents()))


def test_the_numbers_add_up(added: tuple[CaseRecord, Account]) -> None:
    record, account = added
    reports = [path for path in REPORTS.iterdir() if path.name != "index.csv"]
    assert account.given == account.read == len(reports) == len(record.documents)
    assert (account.copies, account.refused) == (0, [])


def test_given_is_read_and_copies_and_refused(case: Path, tmp_path: Path) -> None:
    source = tmp_path / "given"
    source.mkdir()
    for name in ("a.txt", "b.txt"):
        (source / name).write_text(TELLING, encoding="utf-8")
    (source / "c.txt").write_text("", encoding="utf-8")
    (source / "d.txt").write_text(TELLING + "More.", encoding="utf-8")
    told = done("add", source, tmp_path / "nowhere", *OPTIONS, "--case", case)
    assert told.err.endswith("5 given = 2 read + 1 copy + 2 refused\n")
    assert told.out == ""
    assert documents(case) == 2


def test_adding_again_changes_nothing(case: Path) -> None:
    first = all_reports(case)
    before = as_bytes(open_record(case))
    again = all_reports(case)
    assert (again.given, again.read, again.copies) == (first.given, 0, first.read)
    assert as_bytes(open_record(case)) == before
    assert again.warnings == []


def test_the_same_bytes_under_another_name_are_a_copy(case: Path, tmp_path: Path) -> None:
    all_reports(case)
    before = as_bytes(open_record(case))
    page = REPORTS / "2021-03-20-tirvane-today-shells.html"
    renamed = Path(shutil.copy(page, tmp_path / "Ünders ön.html"))
    account = add(case, [renamed])
    assert (account.read, account.copies) == (0, 1)
    assert as_bytes(open_record(case)) == before


def test_a_page_given_again_with_what_was_not_said_at_first_counts_once(
    case: Path, tmp_path: Path
) -> None:
    page = tmp_path / "a.txt"
    page.write_text(TELLING, encoding="utf-8")
    add(case, [page])
    done("add", page, *OPTIONS, "--case", case)
    record = open_record(case)
    assert [(each.outlet, str(each.published)) for each in record.documents] == [
        ("dunmere_post", "2021-03-22")
    ]
    assert documents(case) == 2


class Stop(BaseException):
    """Somebody presses the key."""


def stop_after(number: int) -> Callable[[str], None]:
    left = iter(range(number - 1))

    def tell(_: str) -> None:
        if next(left, None) is None:
            raise Stop

    return tell


@pytest.mark.parametrize("number", [1, 4, 8])
def test_what_is_interrupted_and_run_again_ends_as_if_it_had_not_been(
    case: Path, added: tuple[CaseRecord, Account], number: int
) -> None:
    with pytest.raises(Stop):
        all_reports(case, tell=stop_after(number))
    assert documents(case) == number
    account = all_reports(case)
    assert (account.copies, account.read) == (number, account.given - number)
    assert as_bytes(open_record(case)) == as_bytes(added[0])


def test_the_order_in_which_reports_come_makes_no_difference(
    case: Path, added: tuple[CaseRecord, Account]
) -> None:
    sources = sorted(REPORTS.iterdir(), reverse=True)
    for source in sources:
        if source.name != "index.csv":
            add(case, [source], index=None, **_said(source.name))
    ours, theirs = as_bytes(open_record(case)), as_bytes(added[0])
    assert _without_links(ours) == _without_links(theirs)


def _said(name: str) -> dict[str, Any]:
    import csv
    from datetime import date

    with (REPORTS / "index.csv").open(encoding="utf-8", newline="") as sheet:
        rows = {row["file"]: row for row in csv.DictReader(sheet)}
    row = rows.get(name)
    if row is None:
        return {}
    return {"outlet": row["outlet"], "published": date.fromisoformat(row["published"])}


TIED = ("url", "id", "origin", "document")
"""What depends on an address."""


def _without_links(told: bytes) -> Any:
    """Leave out addresses, which only the sheet gives, and ids that hold them; sort by the words."""

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: bare(each) for name, each in value.items() if name not in TIED}
        return [bare(each) for each in value] if isinstance(value, list) else value

    board, findings, *_ = json.loads(told)
    return bare(board), sorted(json.dumps(bare(each), sort_keys=True) for each in findings)


HTML = '<html lang="en"><head><title>Guns</title></head><body><article><h1>Guns heard</h1>{}</article></body></html>'
ARABIC = (
    "قصف الجيش القرية يوم الجمعة وأصيب ثلاثة أشخاص كما قالت البعثة المشتركة يوم الاثنين في بيان لها"
)

UNREADABLE: list[tuple[str, bytes, str]] = [
    # a file's name, its bytes, and words of the reason
    ("empty.txt", b"", "is empty"),
    ("blank.html", b" \n\t\n", "is empty"),
    ("report.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "is a PDF"),
    ("report.txt", b"%PDF-1.4 named as text", "is a PDF"),
    ("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is an image"),
    ("story.docx", b"PK\x03\x04\x14\0\x06\0", "office document"),
    ("page.html.gz", b"\x1f\x8b\x08\0abc", "compressed"),
    ("program.bin", b"\x7fELF\x02\x01", "is a program"),
    ("noise.txt", bytes(range(256)) * 8, "is binary"),
    ("wide.txt", TELLING.encode("utf-16-le"), "is binary"),
    ("pages.warc", b"WARC/1.0\r\n", "web archive"),
    ("news.xml", b'<?xml version="1.0"?><rss version="2.0"></rss>', "is a feed"),
    ("data.json", b'{"text": "x"}', "JSON"),
    ("table.csv", b"a,b\n1,2\n", "a table"),
    ("menu.html", b"<html><body><nav><a href=x>Home</a></nav></body></html>", "no article"),
]


@pytest.mark.parametrize(("name", "content", "reason"), UNREADABLE)
def test_what_cannot_be_read_is_told_and_the_rest_goes_on(
    case: Path, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    bad, good = tmp_path / name, tmp_path / "zz.txt"
    bad.write_bytes(content)
    good.write_text(TELLING, encoding="utf-8")
    alone = run("add", bad, *OPTIONS, "--case", case)
    assert alone.code == 1
    first, last = alone.err.splitlines()
    assert first.startswith(f"refused: {bad.as_posix()}: ")
    assert reason in first
    assert last == "1 given = 0 read + 0 copies + 1 refused"
    both = run("add", bad, good, *OPTIONS, "--case", case)
    assert both.code == 0
    assert both.err.endswith("2 given = 1 read + 0 copies + 1 refused\n")
    record = open_record(case)
    assert (len(record.documents), record.refused) == (1, 1)
    assert "Whole" in done("verify", "--case", case).out


def test_a_sheet_with_a_row_that_is_refused_keeps_the_rest_and_exits_with_1(
    case: Path, tmp_path: Path
) -> None:
    (tmp_path / "good.txt").write_text(TELLING, encoding="utf-8")
    (tmp_path / "menu.html").write_bytes(b"<html><body><nav><a href=x>Home</a></nav></body></html>")
    index = tmp_path / "sheet.csv"
    index.write_text(
        "file,published\ngood.txt,2021-03-22\nmenu.html,\ngone.txt,\n", encoding="utf-8"
    )
    told = run("add", "--index", index, "--case", case)
    assert told.code == 1
    assert told.err.endswith("3 given = 1 read + 0 copies + 2 refused\n")
    menu, gone = [line for line in told.err.splitlines() if line.startswith("refused: ")]
    assert "menu.html: " in menu
    assert menu.endswith("sheet.csv:3)")
    assert "sheet.csv:4: names 'gone.txt', which is not there" in gone
    assert len(open_record(case).documents) == 1
    asked = run("add", tmp_path / "good.txt", "--index", index, "--case", case)
    assert (asked.code, asked.err) == (0, "1 given = 0 read + 1 copy + 0 refused\n")


def test_a_text_beyond_the_bound_is_refused(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "CAPTURE_BYTES", 3 * 2**20)
    monkeypatch.setattr(json_lines, "CAPTURE_BYTES", 3 * 2**20)
    (tmp_path / "long.txt").write_bytes(b"a " * (2 * 2**20))
    line = json.dumps({"text": "a " * (2 * 2**20)})
    (tmp_path / "long.jsonl").write_text(f"{line}\n{json.dumps({'text': TELLING})}\n")
    told = done("add", tmp_path / "long.txt", tmp_path / "long.jsonl", *OPTIONS, "--case", case)
    assert "long.txt: is larger than 3 MB" in told.err
    assert "long.jsonl:1: is larger than 3 MB" in told.err
    assert told.err.endswith("3 given = 1 read + 0 copies + 2 refused\n")


READABLE: list[tuple[str, bytes, str]] = [
    # a file's name, its bytes, and what is noted
    ("latin.txt", TELLING.encode("latin-1"), "is not UTF-8"),
    ("mark.txt", b"\xef\xbb\xbf" + TELLING.encode(), "no headline"),
    ("wide.txt", TELLING.encode("utf-16"), "no headline"),
    ("lines.txt", TELLING.replace("\n", "\r\n").encode(), "no headline"),
    ("lying.html", HTML.format(f'<meta charset="utf-8"><p>{TELLING}</p>').encode("cp1252"), "is not: read as cp1252"),
    ("cut.html", HTML.format(f"<p>{TELLING}<p><b><i>And <td></div></p").encode()[:-30], ""),
    ("cut.txt", TELLING.encode()[:90], "cut off"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "noted"), READABLE)
def test_what_can_be_mended_is_read_and_noted(
    case: Path, tmp_path: Path, name: str, content: bytes, noted: str
) -> None:
    (tmp_path / name).write_bytes(content)
    told = done("add", tmp_path / name, *OPTIONS, "--case", case)
    assert told.err.endswith("1 given = 1 read + 0 copies + 0 refused\n")
    assert noted in told.err
    assert any(finding.doer == "velmar_army" for finding in open_record(case).findings)


def test_a_page_in_a_language_that_is_not_read_is_kept_and_told(case: Path, tmp_path: Path) -> None:
    page = HTML.replace('"en"', '"ar"').format(f"<p>{ARABIC}.</p><p>{ARABIC}.</p>")
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    told = done("add", tmp_path / "page.html", *OPTIONS, "--case", case)
    assert "written in ar: nothing was read" in told.err
    record = open_record(case)
    assert (len(record.documents), record.findings) == (1, ())
    with open_ledger(case / LEDGER, create=False, read_only=True) as ledger:
        (kept,) = ledger.documents()
        assert ledger.bytes_of(kept.sha256) == page.encode()


def lines(*told: Any) -> bytes:
    return b"".join(
        (each if isinstance(each, bytes) else json.dumps(each).encode()) + b"\n" for each in told
    )


def test_each_line_of_a_jsonl_is_a_page_or_a_refusal_of_its_own(case: Path, tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    good = {"text": TELLING, **SAID}
    path.write_bytes(
        lines(good, json.dumps(good).encode()[:60], b"", [1], {"id": 4}, good | {"html": "x"},
              good | {"published": "22.3.2021"}, b"\xff", good | {"text": "lone \ud800 " + TELLING}, good)
    )  # fmt: skip
    told = done("add", path, "--case", case)
    refused = [line for line in told.err.splitlines() if line.startswith("refused: ")]
    assert [line.split(".jsonl:")[1].split(":")[0] for line in refused] == list("245678")
    assert "cut off" in refused[0]
    assert told.err.endswith("9 given = 2 read + 1 copy + 6 refused\n")


def test_nothing_that_was_given_is_lost(case: Path, tmp_path: Path) -> None:
    content = HTML.format(f"<p>{TELLING}</p>").encode("cp1252")
    (tmp_path / "page.html").write_bytes(content)
    add(case, [tmp_path / "page.html", tmp_path / "nowhere"])
    with open_ledger(case / LEDGER, create=False, read_only=True) as ledger:
        (kept,) = ledger.documents()
        assert ledger.bytes_of(kept.sha256) == content
        assert [refusal.source for refusal in ledger.refusals()] == [
            (tmp_path / "nowhere").as_posix()
        ]


@pytest.mark.parametrize("failure", [ZeroDivisionError("x"), SpanError("x")])
def test_a_defect_of_this_program_costs_one_page(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    (tmp_path / "a.txt").write_text(TELLING, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Quiet night on the river.\n\nNothing moved.", encoding="utf-8")
    sound = reading.read_text

    def sometimes(document: Document, *given: Any, **more: Any) -> Any:
        if "shelled" in document.text:
            raise failure
        return sound(document, *given, **more)

    monkeypatch.setattr(reading, "read_text", sometimes)
    told = done("add", tmp_path / "a.txt", tmp_path / "b.txt", *OPTIONS, "--case", case)
    assert told.err.endswith("2 given = 1 read + 0 copies + 1 refused\n")


def test_without_a_day_of_publication_relative_dates_stay_open_and_a_note_says_why(
    case: Path,
) -> None:
    report = REPORTS / "undated-lantern-survey.txt"
    told = done("add", report, "--outlet", "Lantern", "--case", case)
    assert (
        "2 dates count from a publication day that is not known: give it with --published"
        in told.err
    )
    form = done("extract", report, "--case", case, "--json").json()
    dates = {date["span"]["text"]: date["edtf"] for date in form["dates"]}
    assert dates == {"on Thursday": None, "last month": None} or dates == {
        "Thursday": None, "last month": None,
    }  # fmt: skip
    assert [warning["code"] for warning in form["warnings"]][-1] == "dates_unresolved"
    assert not [each for each in form["statements"] if each["said_on"] and each["said_on"]["edtf"]]
    dated = done("extract", report, "--case", case, "--published", "2021-05-05", "--json").json()
    assert sorted(date["edtf"] for date in dated["dates"]) == ["2021-04", "2021-05-06"]


def test_an_undated_document_is_known_from_the_day_it_came(
    added: tuple[CaseRecord, Account],
) -> None:
    from trucewatch.ledger.store import now

    (undated,) = [each for each in added[0].documents if each.published is None]
    assert undated.known_from == now().date()


@pytest.mark.parametrize("name", ["idlib"])
def test_a_built_in_case_cannot_be_added_to(name: str, tmp_path: Path) -> None:
    from trucewatch.case.load import find_built_in

    (tmp_path / "a.txt").write_text(TELLING, encoding="utf-8")
    for case in (name, find_built_in(name), find_built_in(name) / ".." / name):
        told = run("add", tmp_path / "a.txt", "--case", case)
        assert (told.code, told.err.count("\n")) == (1, 1)
        assert "a built-in case cannot be added to" in told.err
        assert f"trucewatch new my-{name} --from {name}" in told.err
    assert not (find_built_in(name) / LEDGER).exists()


def test_a_copy_under_the_built_in_case_s_name_can_be_added_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TELLING, encoding="utf-8")
    done("new", "idlib", "--from", "idlib")
    done("add", "a.txt", "--published", "2018-11-01", "--outlet", "tass", "--case", "idlib")
    assert documents(tmp_path / "idlib") == 1
