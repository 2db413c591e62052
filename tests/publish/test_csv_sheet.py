"""The sheet: one finding a row, read back as it was written, and nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_case, a_finding, day
from publish.pages import VECTORS
from trucewatch.core.finding import WHOLE, Finding
from trucewatch.core.span import Span
from trucewatch.core.when import Period
from trucewatch.pipeline.record import CaseRecord
from trucewatch.publish.csv_sheet import COLUMNS, cell, csv_sheet, words_of

CASE = a_case()
MARKS = "=+-@＝＋－＠"


def rows_of(sheet: bytes) -> list[dict[str, str]]:
    assert sheet.startswith("\ufefffinding,".encode())
    return list(csv.DictReader(io.StringIO(sheet.decode("utf-8-sig"), newline=""), strict=True))


def rows(findings: Sequence[Finding], **more: Any) -> list[dict[str, str]]:
    return rows_of(csv_sheet(findings, CASE, **more))


def test_a_row_tells_everything_of_a_finding() -> None:
    finding = a_finding(
        "refrain",
        "north_band",
        "act",
        5,
        id="f1",
        days=Period(day(4), day(5)),
        chain=("daily", "wire", "north_speaker"),
        voice="north_ministry",
        unnamed=True,
        origin="o1",
        incident="i1",
        near=("one", "two"),
        form="distanced",
        words="Fire, “all night”.",
        span=Span(10, 28, "Fire, “all night”."),
        document="d1",
        url="https://daily.example/?a=1&b=2",
        coder="A. Coder",
    )
    (row,) = rows([finding])
    assert row == {
        "finding": "f1",
        "clause": "refrain",
        "duty": "refrain",
        "doer": "north_band",
        "doer_name": "North_Band",
        "says": "act",
        "form": "distanced",
        "from": "2020-03-05",
        "to": "2020-03-06",
        "said_on": "2020-03-06",
        "published": "2020-03-06",
        "outlet": "daily",
        "outlet_name": "Daily",
        "chain": "daily < wire < north_speaker",
        "chain_names": "Daily < Wire < North_Speaker",
        "voice": "north_ministry",
        "voice_name": "North_Ministry",
        "unnamed": "yes",
        "origin": "o1",
        "incident": "i1",
        "near": "one; two",
        "quote": "Fire, “all night”.",
        "start": "10",
        "end": "28",
        "document": "d1",
        "url": "https://daily.example/?a=1&b=2",
        "coder": "A. Coder",
    }


def test_what_is_not_known_is_empty() -> None:
    bare = a_finding(
        WHOLE, None, "done", 1, days=None, said_on=None, published=None, voice=None, outlet=None, chain=()
    )  # fmt: skip
    (row,) = rows([bare])
    assert (row["clause"], row["duty"]) == (WHOLE, WHOLE)
    empty = set(COLUMNS) - {"finding", "clause", "duty", "says", "origin", "document", "quote"}
    assert {name for name in COLUMNS if row[name] == ""} == empty


def test_open_days_are_empty_at_their_end() -> None:
    open_start = a_finding("reach", None, "done", 1, days=Period(None, day(3)))
    open_end = a_finding("reach", None, "done", 2, days=Period(day(3), None))
    assert [(row["from"], row["to"]) for row in rows([open_start, open_end])] == [
        ("", "2020-03-04"),
        ("2020-03-04", ""),
    ]


def test_the_form_is_one_that_spreadsheets_open() -> None:
    sheet = csv_sheet([a_finding("reach", None, "done", 1, words="“ñ”, 3")], CASE)
    lines = sheet.split(b"\r\n")
    assert lines[-1] == b""
    assert len(lines) == 3
    assert all(b"\n" not in line for line in lines)
    assert "“ñ”, 3" in sheet.decode("utf-8-sig")


def test_the_order_is_that_of_publication() -> None:
    findings = [
        a_finding("reach", None, "done", on, document=document, id=id_)
        for on, document, id_ in ((3, "a", "f9"), (1, "b", "f2"), (1, "b", "f1"), (1, "a", "f3"))
    ]
    expected = ["f3", "f1", "f2", "f9"]
    assert [row["finding"] for row in rows(findings)] == expected
    assert csv_sheet(findings, CASE) == csv_sheet([*reversed(findings), *findings], CASE)


def test_only_what_was_known_is_told() -> None:
    early, late = a_finding("reach", None, "done", 3), a_finding("reach", None, "done", 9)
    undated = a_finding("reach", None, "done", 2, published=None, known_from=day(30))
    found = rows([early, late, undated], known_on=day(5))
    assert [row["finding"] for row in found] == [early.id]
    assert len(rows([early, late, undated])) == 3


def test_only_what_is_about_the_day_or_before_is_told() -> None:
    said_later = a_finding("reach", None, "done", 3, said_on=day(9), published=day(9))
    to_come = a_finding("reach", None, "promise", 9, said_on=day(3), published=day(3))
    later = a_finding("reach", None, "done", 9)
    found = rows([said_later, to_come, later], on=day(5))
    assert {row["finding"] for row in found} == {said_later.id, to_come.id}


def test_what_was_corrected_or_retracted_by_then_is_left_out() -> None:
    wrong = a_finding("reach", None, "done", 3, origin="o1")
    right = a_finding("reach", None, "partly", 6, corrects="o1")
    gone = replace(a_finding("reach", None, "done", 4), retracted=True)
    assert [row["finding"] for row in rows([wrong, right, gone])] == [right.id]
    assert [row["finding"] for row in rows([wrong, right, gone], known_on=day(4))] == [wrong.id]


def test_the_whole_record_is_read_back(record: CaseRecord) -> None:
    found = rows_of(csv_sheet(record.findings, record.case))
    assert len(found) == len(record.findings)
    quotes = {finding.id: finding.words for finding in record.findings}
    assert all(words_of(row["quote"]) == quotes[row["finding"]] for row in found)
    assert csv_sheet(record.findings, record.case) == csv_sheet(record.findings[::-1], record.case)
    then = rows_of(csv_sheet(record.findings, record.case, known_on=date(2018, 10, 16)))
    assert 0 < len(then) < len(found)
    assert {row["published"] for row in then} <= {row["published"] for row in found}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("\t=1", "'\t'=1"),
        ("\r\n=1", "'\r\n'=1"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("'=1", "''=1"),
        ('"=1', "'\"=1"),
        ("a;=cmd|x", "a;'=cmd|x"),
        ("a\n=1", "a\n'=1"),
        ("a|b; @x", "a|b; '@x"),
        ("nul\0", "nul␀"),
        ("plain", "plain"),
        ("'Twas", "'Twas"),
        ("", ""),
        ("2018-10-16", "2018-10-16"),
        ("a - b; c = d", "a - b; c = d"),
    ],
)
def test_what_would_run_gets_an_apostrophe(words: str, told: str) -> None:
    assert cell(words) == told
    assert words_of(told) == words.replace("\0", "␀")


HOSTILE = st.text(alphabet="=+-@＝＠;|,\t\r\n '\"\u00a0\ufeff\u200ba\0", max_size=12)


@given(HOSTILE | st.text(max_size=30))
def test_no_cell_runs_and_each_is_read_back(words: str) -> None:
    told = cell(words)
    assert words_of(told) == words.replace("\0", "␀")
    assert not told.lstrip().startswith(tuple(MARKS))
    after_a_mark = re.findall(r"[;\t\r\n|][\s\"]*([=+\-@＝＋－＠])", told)
    assert not after_a_mark


FIELDS: dict[str, Callable[[str], Finding]] = {
    "quote": lambda words: a_finding("reach", None, "done", 1, words=words),
    "chain_names": lambda words: a_finding("reach", None, "done", 1, chain=(words,)),
    "voice": lambda words: a_finding("reach", None, "done", 1, voice=words),
    "outlet": lambda words: a_finding("reach", None, "done", 1, outlet=words),
    "near": lambda words: a_finding("reach", None, "done", 1, near=(words,)),
    "url": lambda words: a_finding("reach", None, "done", 1, url=words),
    "coder": lambda words: a_finding("reach", None, "done", 1, coder=words),
    "document": lambda words: a_finding("reach", None, "done", 1, document=words),
    "incident": lambda words: a_finding("reach", None, "done", 1, incident=words),
}


@given(HOSTILE, st.sampled_from(sorted(FIELDS)))
def test_no_field_brings_in_a_cell_that_runs(words: str, field: str) -> None:
    (row,) = rows([FIELDS[field](words)])
    assert words_of(row[field]) == words.replace("\0", "␀")
    assert not [each for each in row.values() if each.lstrip().startswith(tuple(MARKS))]


@pytest.mark.parametrize("words", VECTORS)
def test_hostile_words_are_read_back(words: str) -> None:
    (row,) = rows([a_finding("reach", None, "done", 1, words=words)])
    kept = words.replace("\0", "␀").encode("utf-8", "replace").decode()
    assert words_of(row["quote"]) == kept


@pytest.mark.parametrize("pump", [";", "\t", "'", " ", ";=", "\n'", "|\u00a0", '"', ";'\""])
def test_long_cells_take_no_longer_than_they_are(pump: str) -> None:
    assert words_of(cell(pump * 60_000)) == pump * 60_000
