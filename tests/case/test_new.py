"""A new case: a template that loads, or a built-in case without reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.case.check import check
from trucewatch.case.files import CASE_FILES
from trucewatch.case.load import built_in_cases, find_case, load_case
from trucewatch.case.new import new_case
from trucewatch.core.errors import InputError


def test_the_template_loads_and_says_what_to_fill_in(tmp_path: Path) -> None:
    written = new_case(tmp_path / "of" / "mine")
    assert [path.name for path in written] == list(CASE_FILES)
    case = load_case(tmp_path / "of" / "mine")
    remarks = check(case)
    assert "error" not in {remark.severity for remark in remarks}
    told = {remark.where for remark in remarks if "FILL IN" in remark.what}
    assert told == set(CASE_FILES)


KEYS = {
    "agreement.yaml": """case title signed signatories source window names clauses clause duties
        duty type what owed_by doers where relation starts deadline until reading words events
        kind says with against at from allows amendments agreed""",
    "actors.yaml": """sides actors actor name kind side speaks_for organ_of member_of family
        aliases first last classes class words takes_in reading labels""",
    "outlets.yaml": "outlets outlet name names domains family agency voice_of",
    "places.csv": """place name variants kind latitude longitude km within part zone source
        note""",
    "zones.geojson": "zone name version drawn part inside band line",
}


@pytest.mark.parametrize("name", KEYS)
def test_the_template_speaks_of_every_key(tmp_path: Path, name: str) -> None:
    new_case(tmp_path)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert [key for key in KEYS[name].split() if key not in text] == []


@pytest.mark.parametrize("name", built_in_cases())
def test_a_built_in_case_is_copied_without_reports(tmp_path: Path, name: str) -> None:
    written = new_case(tmp_path / "copy", name)
    assert {path.name for path in (tmp_path / "copy").iterdir()} <= set(CASE_FILES)
    for path in written:
        assert path.read_bytes() == (find_case(name) / path.name).read_bytes()
    assert load_case(tmp_path / "copy").state == load_case(find_case(name)).state


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert new_case(tmp_path / "new")


def test_what_is_there_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    for folder in (tmp_path, tmp_path / "notes.txt", tmp_path / "notes.txt" / "below"):
        with pytest.raises(InputError) as raised:
            new_case(folder)
        assert raised.value.mend
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_an_unknown_built_in_case_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        new_case(tmp_path / "new", "../template")
    assert built_in_cases()[0] in str(raised.value)
    assert not (tmp_path / "new").exists()
