"""A whole evaluation of a tiny set, with a scorer of the test's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tools.evaluate.__main__ import DROPPED, INCOMPLETE, main
from tools.evaluate.form import EvaluationError, read_lines, write_lines
from tools.evaluate.known import dropped, passes, raised, read_figures, write_floors
from tools.evaluate.limit import floats, layer_file, wholes
from tools.evaluate.reading import line_of_text, published
from tools.evaluate.run import Row
from tools.evaluate.scores import Measure, Script
from tools.evaluate.sets import TASKS, tasks_of
from tools.evaluate.speed import articles

TEXT = '"The bridge is open," Ada Brenn said. "Nobody has crossed it," she said on Monday.'

SCORER = """
import json, sys
gold, told = ([json.loads(line) for line in open(path)] for path in sys.argv[1:3])
assert "--json" in sys.argv
hits = sum(len(each["attributions"]) for each in told)
asked = sum(len(each["attributions"]) for each in gold)
print(json.dumps({"triple": {"f1": hits / asked}, "link": {"f1": 1.0}}))
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Lay out gold of one known set, one of a known form, one unknown and one without the part."""
    gold = [{"id": "a", "text": TEXT, "date": "2020-03-02", "attributions": [{"source": []}] * 4}]
    for name in ("polnear", "attributed", "empty"):
        (tmp_path / "data" / name).mkdir(parents=True)
    (tmp_path / "data" / "strange").mkdir()
    for name in ("polnear", "attributed"):
        write_lines(tmp_path / "data" / name / "dev.jsonl", gold)
    write_lines(tmp_path / "data" / "strange" / "dev.jsonl", [{"id": 1, "colour": "red"}])
    (tmp_path / "scorers").mkdir()
    (tmp_path / "scorers" / "score_attribution.py").write_text(SCORER, encoding="utf-8")
    return tmp_path


def evaluate(folder: Path, *more: str) -> tuple[int, dict[str, Any]]:
    code = main(
        [
            *("--data", str(folder / "data"), "--scorers", str(folder / "scorers")),
            *("--out", str(folder / "out"), "--floors", str(folder / "floors.yaml")),
            *("--sets", "polnear,attributed,strange,empty", *more),
        ]
    )
    return code, json.loads((folder / "out" / "scores.json").read_text(encoding="utf-8"))


def test_sets_are_read_answered_scored_and_pinned(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, scores = evaluate(data, "--pin")
    assert code == 0
    told = {(row["set"], row["measure"]): row["score"] for row in scores["rows"]}
    assert told["polnear", "statements (triple) F1"] == told["attributed", "statements (triple) F1"]
    assert told["polnear", "statements (triple) F1"] == 0.5
    assert any("strange" in note for note in scores["notes"])
    assert any("empty" in note for note in scores["notes"])
    answer = read_lines(data / "out" / "polnear.jsonl")[0]
    assert answer["id"] == "a"
    assert len(answer["attributions"]) == 2
    assert "polnear" in capsys.readouterr().out

    floors = read_figures(data / "floors.yaml")
    floors["polnear"]["statements (triple) F1"] = 0.6
    write_floors(data / "floors.yaml", floors)
    code, scores = evaluate(data)
    assert code == DROPPED
    assert scores["below"] == ["polnear: statements (triple) F1: 0.500 is below the pinned 0.6"]


def test_a_missing_scorer_is_said(data: Path) -> None:
    (data / "scorers" / "score_attribution.py").unlink()
    code, scores = evaluate(data)
    assert code == INCOMPLETE
    assert scores["rows"] == []
    assert any("is missing" in note for note in scores["notes"])


def test_missing_gold_is_said(tmp_path: Path) -> None:
    code, scores = evaluate(tmp_path)
    assert code == INCOMPLETE
    assert any("no gold data" in note for note in scores["notes"])
    assert any("no scorers" in note for note in scores["notes"])


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "dev.jsonl"
    path.write_text('{"id": 1}\n\n{"id": \n', encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"dev\.jsonl:3"):
        read_lines(path)


def test_a_failing_scorer_tells_why(tmp_path: Path) -> None:
    (tmp_path / "s.py").write_text("raise SystemExit('no such thing')", encoding="utf-8")
    with pytest.raises(EvaluationError, match="no such thing"):
        Script(name="s.py").score(tmp_path, tmp_path, tmp_path)


def test_a_map_is_handed_to_the_scorers_function(tmp_path: Path) -> None:
    (tmp_path / "scorelib.py").write_text("def pair(*paths): return []", encoding="utf-8")
    (tmp_path / "s.py").write_text("def score(pairs, mp=None): return mp", encoding="utf-8")
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "m.json").write_text('{"gold": {}}', encoding="utf-8")
    script = Script(name="s.py", map="m.json")
    assert script.score(tmp_path, tmp_path, tmp_path) == {"gold": {}}


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2016-09-12", "2016-09-12"),
        ("1999-02-06T06:22", "1999-02-06"),
        ("9:27 AM ET", None),
        ("2016-09-123", None),
        (None, None),
    ],
)
def test_days_of_gold(date: str | None, expected: str | None) -> None:
    assert published(date) == expected


def test_toponyms_are_given_without_their_points() -> None:
    gold = {"id": 1, "text": "Orsk", "toponyms": [{"start": 0, "end": 4, "lat": 1, "lon": 2}]}
    assert line_of_text(gold)["toponyms"] == [{"start": 0, "end": 4}]


def test_names_of_tasks_are_their_own() -> None:
    names = [task.name for task in TASKS]
    assert len(set(names)) == len(names)
    for task in TASKS:
        measures = [measure.name for measure in task.measures]
        assert len(set(measures)) == len(measures)


def test_sets_are_known_by_name_or_by_form() -> None:
    timed = [{"id": 1, "text": "", "timexes": []}]
    assert [task.name for task in tasks_of("gum", [])] == [
        "gum",
        "gum.clauses",
        "gum.nested",
        "gum.names",
    ]
    assert [task.name for task in tasks_of("days", timed)] == ["days"]
    assert tasks_of("days", [{"id": 1, "timexes": []}]) == []
    assert tasks_of("newscluster", timed) == []


def test_a_measure_is_a_path() -> None:
    assert Measure(name="m", path="a.b").value({"a": {"b": 1}}) == 1
    assert Measure(name="m", path="a.c").value({"a": {"b": 1}}) is None
    assert Measure(name="m", path="a").value({"a": None}) is None


@pytest.mark.parametrize(
    ("score", "lower", "floor", "good"),
    [
        (0.5, False, 0.5, True),
        (0.4996, False, 0.5, True),
        (0.49, False, 0.5, False),
        (0.51, True, 0.5, False),
        (0.4, True, 0.5, True),
        (0.0, False, None, True),
    ],
)
def test_floors(score: float, lower: bool, floor: float | None, good: bool) -> None:
    assert passes(Row(set="s", measure="m", score=score, lower=lower), floor) is good


def test_floors_are_raised_and_never_lowered() -> None:
    rows = [
        Row(set="s", measure="up", score=0.7999),
        Row(set="s", measure="down", score=0.1),
        Row(set="s", measure="error", score=0.0301, lower=True),
        Row(set="s", measure="loose", score=9, loose=True),
    ]
    held = raised(rows, {"s": {"up": 0.5, "down": 0.2, "error": 0.2}, "other": {"m": 1}})
    assert held == {"s": {"up": 0.799, "down": 0.2, "error": 0.031}, "other": {"m": 1}}


def test_a_floor_without_a_score_fails_only_where_its_set_was_read() -> None:
    floors = {"s": {"gone": 0.5}, "other": {"m": 0.5}}
    rows = [Row(set="s", measure="m", score=1.0)]
    assert dropped(rows, floors) == ["s: gone: not measured, pinned at 0.5"]


def test_articles_are_of_one_length() -> None:
    told = articles(["one two", "three"], 3)
    assert {len(each["text"].split()) for each in told} == {400}
    assert told[0]["text"] != told[1]["text"]


def test_the_limit_is_measured() -> None:
    pytest.importorskip("numpy")
    assert floats(4, 8, 16) > 0
    assert layer_file(4, 8, 16) == layer_file(4, 8, 16)


def test_the_limit_in_whole_numbers_is_measured_where_it_can_be() -> None:
    pytest.importorskip("onnxruntime")
    assert (wholes(4, 8, 16) or 0) > 0
