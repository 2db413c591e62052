"""Places that a line asks for: `extract --lines` with `toponyms`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from commands import CROSSING, run
from trucewatch.publish.schema import schema

TEXT = "They shelled Ashel on Friday, and talked in Paris, Texas, of Qwrtzpl."


def extract(folder: Path, *given: Any) -> list[dict[str, Any]]:
    source, out = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text("".join(f"{json.dumps(each)}\n" for each in given), encoding="utf-8")
    run("extract", "--rules", "--lines", source, "--out", out, "--case", CROSSING)
    return [json.loads(line) for line in out.read_bytes().splitlines()]


def at(*names: str) -> list[dict[str, int]]:
    starts = [TEXT.index(name) for name in names]
    return [
        {"start": start, "end": start + len(name)}
        for start, name in zip(starts, names, strict=True)
    ]


def test_the_places_that_are_asked_are_told(tmp_path: Path) -> None:
    names = ("Ashel", "Paris", "Texas", "Qwrtzpl")
    (reading,) = extract(tmp_path, {"id": 1, "text": TEXT, "toponyms": at(*names)})
    Draft202012Validator(schema("reading")).validate(
        {key: value for key, value in reading.items() if key != "id"}
    )
    told = {each["span"]["text"]: each for each in reading["mentions"] if each["kind"] == "place"}
    assert set(names) <= set(told)
    assert told["Ashel"]["id"] == "ashel"
    assert told["Ashel"]["lat"] is not None
    assert "world" not in told["Ashel"]
    assert told["Paris"]["world"]["rule"] == "beside"
    assert told["Paris"]["world"]["place"]["division"] == "Texas"
    assert told["Paris"]["lat"] == pytest.approx(33.66, abs=0.05)
    assert told["Paris"]["precision"] > 0
    assert told["Paris"]["world"]["refused"]
    assert told["Qwrtzpl"]["lat"] is None


def test_asking_changes_nothing_else(tmp_path: Path) -> None:
    bare, empty, asked = extract(
        tmp_path,
        {"text": TEXT},
        {"text": TEXT, "toponyms": []},
        {"text": TEXT, "toponyms": at("Paris", "Paris", "Ashel")},
    )
    for each in (bare, empty, asked):
        each["document"].pop("id")
    assert bare == empty
    mentions = {json.dumps(each) for each in bare.pop("mentions") if each["kind"] != "place"}
    assert mentions <= {json.dumps(each) for each in asked.pop("mentions")}
    assert bare == asked


WRONG = [
    7,
    "x",
    {},
    [7],
    [{}],
    [{"start": 0}],
    [{"start": 3, "end": 3}],
    [{"start": -1, "end": 3}],
    [{"start": 0, "end": len(TEXT) + 1}],
    [{"start": 0.0, "end": 3}],
    [{"start": True, "end": 3}],
    [{"start": 0, "end": 10**30}],
    [{"start": 0, "end": 1}] * 2_001,
]


@pytest.mark.parametrize("toponyms", WRONG)
def test_what_cannot_be_asked_is_refused_in_its_line(tmp_path: Path, toponyms: object) -> None:
    wrong, right = extract(tmp_path, {"id": 1, "text": TEXT, "toponyms": toponyms}, {"text": TEXT})
    assert set(wrong) == {"id", "error"}
    assert "toponyms" in wrong["error"]
    assert "error" not in right


def test_spans_of_a_page_in_html_are_refused(tmp_path: Path) -> None:
    html = f"<html><body><article><p>{TEXT}</p></article></body></html>"
    (answer,) = extract(tmp_path, {"html": html, "toponyms": [{"start": 0, "end": 4}]})
    assert "toponyms" in answer["error"]
