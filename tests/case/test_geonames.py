"""A country's file of GeoNames: what is kept of it, and what is refused with its line."""

from __future__ import annotations

from itertools import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteers import VELMAR, a_line
from trucewatch.case import geonames
from trucewatch.case.geonames import COLUMNS, Row, read_rows
from trucewatch.core.errors import InputError
from trucewatch.core.folding import key_of


def rows_of(*lines: str) -> tuple[Row, ...]:
    encoded = [f"{line}\n".encode() for line in lines]
    return read_rows(encoded, "VM.txt", lambda _: None).kept


def the_row(**more: object) -> Row | None:
    rest = a_line(9, "Elsewhere", 1, 1)
    kept = rows_of(a_line(1, "Osmere", 20.5, -140.25, **more), rest)
    return kept[0] if len(kept) == 2 else None


KINDS = [
    # feature, code, people, kind, km
    ("P", "PPL", 0, "village", 1.0),
    ("P", "PPL", 12_000, "town", 1.1),
    ("P", "PPL", 640_000, "city", 8.0),
    ("P", "PPLA2", 0, "town", 1.0),
    ("P", "PPLA", 0, "city", 1.0),
    ("P", "PPLX", 5_000, "quarter", 1.0),
    ("A", "ADM1", 900_000, "province", None),
    ("A", "ADM3", 0, "district", None),
    ("L", "RGN", 0, "area", None),
    ("R", "RD", 0, "road", None),
    ("T", "HLL", 0, "hill", 1.0),
    ("S", "AIRB", 0, "base", 2.0),
    ("S", "BDG", 0, "crossing", 1.0),
]


@pytest.mark.parametrize(("feature", "code", "people", "kind", "km"), KINDS)
def test_each_kind_has_its_precision(
    feature: str, code: str, people: int, kind: str, km: float | None
) -> None:
    row = the_row(feature=feature, code=code, people=people)
    assert row is not None
    assert (row.kind, row.km, row.people) == (kind, km, people)
    assert (row.latitude, row.longitude, row.country) == (20.5, -140.25, "VM")


@pytest.mark.parametrize(
    ("feature", "code"), [("S", "FRM"), ("H", "WAD"), ("V", "VIN"), ("P", "PPLH"), ("", "")]
)
def test_what_reports_do_not_name_is_left_out(feature: str, code: str) -> None:
    assert the_row(feature=feature, code=code) is None


def test_names_of_every_script_are_kept_once_and_codes_are_not() -> None:
    row = the_row(variants="OSMERE,Oz Mere,Осмир,أوسمير,OSM,,12, ,Osmére,\u200fOsimere")
    assert row is not None
    assert row.variants == ("Oz Mere", "Осмир", "أوسمير", "Osimere")
    assert row.keys == tuple(map(key_of, (row.name, *row.variants)))


def test_a_place_without_a_name_in_letters_is_left_out() -> None:
    assert len(rows_of(a_line(1, "- '", 1, 1), a_line(2, "Osmere", 1, 1))) == 1
    assert len(rows_of(a_line(1, "x" * 500, 1, 1), a_line(2, "Osmere", 1, 1))) == 1


def test_a_mark_at_the_start_and_empty_lines_do_no_harm() -> None:
    assert [row.number for row in rows_of("\ufeff" + VELMAR[3], "", VELMAR[4] + "\r")] == [10, 11]


HOSTILE = [
    # line, part of the message
    ("", "no place"),
    ("not a table at all", "1 columns"),
    (a_line(2, "Osmere", 1, 1) + "\tmore", "20 columns"),
    (a_line(2, "Osmere", 1, 1).rpartition("\t")[0], "18 columns"),
    (a_line(2, "Osmere", 90.5, 1), "'90.5' is no latitude"),
    (a_line(2, "Osmere", 1, -180.01), "'-180.01' is no longitude"),
    (a_line(2, "Osmere", "nan", 1), "'nan' is no latitude"),
    (a_line(2, "Osmere", "1e1", 1), "'1e1' is no latitude"),
    (a_line(2, "Osmere", "", 1), "'' is no latitude"),
    (a_line(2, "Osmere", "٣٤", 1), "is no latitude"),
    (a_line(2, "Osmere", "0.0", "-0"), "0, 0 is no place"),
    (a_line(0, "Osmere", 1, 1), "'0' is no id"),
    (a_line(-1, "Osmere", 1, 1), "'-1' is no id"),
    (a_line(10**13, "Osmere", 1, 1), "is no id"),
    (a_line(2, "Osmere", 1, 1, country="V"), "'V' is no country"),
    (a_line(2, "Osmere", 1, 1, country="../x"), "is no country"),
    (a_line(2, "Osmere", 1, 1, people="many"), "'many' is no number"),
    (a_line(2, "Osmere", 1, 1, people="-5"), "'-5' is no number"),
    (a_line(2, "Osmere", 1, 1, people="9" * 400), "is no number"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "what"), HOSTILE)
def test_a_fault_is_told_in_one_line(line: str, what: str) -> None:
    with pytest.raises(InputError) as raised:
        rows_of(line)
    assert what in raised.value.what
    assert raised.value.where is not None
    assert raised.value.where.startswith("VM.txt")
    assert raised.value.mend


TOGETHER = [
    (a_line(10, "Osmere again", 1, 1), "the id 10 a second time"),
    (a_line(99, "Osmere", 1, 1, country="ON"), "a row of ON in a file of VM"),
]


@pytest.mark.parametrize(("line", "what"), TOGETHER)
def test_a_fault_names_the_line_that_it_stands_on(line: str, what: str) -> None:
    with pytest.raises(InputError) as raised:
        rows_of(*VELMAR, line)
    assert (raised.value.where, raised.value.what) == (f"VM.txt:{len(VELMAR) + 1}", what)


def test_what_is_not_utf_8_is_refused() -> None:
    with pytest.raises(InputError) as raised:
        read_rows([VELMAR[3].encode("utf-16")], "VM.txt", lambda _: None)
    assert (raised.value.where, raised.value.what) == ("VM.txt:1", "not UTF-8")


def test_a_file_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geonames, "ROWS", 5)
    lines = (a_line(number, "Farm", 1, 1, code="FRM", feature="S") for number in range(1, 10**9))
    with pytest.raises(InputError) as raised:
        read_rows((line.encode() for line in lines), "VM.txt", lambda _: None)
    assert raised.value.where == "VM.txt:6"


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=12), max_size=COLUMNS))
def test_nothing_but_an_input_error_leaves_a_line(cells: list[str]) -> None:
    filled = [*cells, *repeat("", COLUMNS - len(cells))]
    for line in ("\t".join(cells), "\t".join(filled), VELMAR[3].replace("Osmere", filled[0])):
        try:
            kept = rows_of(line)
        except InputError:
            continue
        assert all(row.keys[0] == key_of(row.name) != "" for row in kept)
        assert not any({"\t", "\n", ";"} & set(name) for row in kept for name in row.variants)
