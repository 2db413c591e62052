"""Sets that ask for groups: from gold documents to groups, answers and scores."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tools.evaluate.__main__ import INCOMPLETE, main
from tools.evaluate.form import read_lines, write_lines
from tools.evaluate.grouping import (
    GROUPINGS,
    answers,
    documents_of,
    groupings_of,
    half_of,
)
from tools.evaluate.sets import TASKS

from copied_reports import BRIDGE, PORTERS, QUAY, RAIN, TALKS

SCORER = """
import json, sys
gold, told = ([json.loads(line) for line in open(path)] for path in sys.argv[1:3])
labelled = [line for line in open(sys.argv[sys.argv.index("--pairs") + 1])]
assert "--json" in sys.argv
same = len({each["cluster"] for each in told})
print(json.dumps({"pairs": {"f1": len(labelled), "p": len(gold), "r": same}, "bcubed": {"f1": 1.0}}))
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Lay out a set of copies and a set of events, with a scorer of the test's own."""
    for name in ("neardup_fakes", "newscluster"):
        (tmp_path / "data" / name).mkdir(parents=True)
    texts = [f"{QUAY} {PORTERS}", f"{PORTERS} {QUAY}", f"{BRIDGE} {RAIN}"]
    copies = [
        {"id": id, "title": "", "text": text, "date": "7/5/2015", "cluster": id}
        for id, text in zip("abc", texts, strict=True)
    ]
    folder = tmp_path / "data" / "neardup_fakes"
    write_lines(folder / "dev.jsonl", copies)
    write_lines(folder / "pairs_dev.jsonl", [{"a": "a", "b": "b", "label": "dup"}])
    events = [
        {"id": f"{number}", "title": "T", "text": TALKS, "date": "2020-03-02", "cluster": f"{number}"}
        for number in range(9)
    ]  # fmt: skip
    write_lines(tmp_path / "data" / "newscluster" / "all.jsonl", events)
    (tmp_path / "scorers").mkdir()
    (tmp_path / "scorers" / "score_neardup.py").write_text(SCORER, encoding="utf-8")
    return tmp_path


def evaluate(folder: Path, *more: str) -> tuple[int, dict[str, Any]]:
    code = main(
        [
            *("--data", str(folder / "data"), "--scorers", str(folder / "scorers")),
            *("--out", str(folder / "out"), "--floors", str(folder / "floors.yaml")),
            *("--sets", "neardup_fakes,newscluster", *more),
        ]
    )
    return code, json.loads((folder / "out" / "scores.json").read_text(encoding="utf-8"))


def test_copies_are_grouped_answered_and_scored(data: Path) -> None:
    code, scores = evaluate(data)
    assert code == 0
    told = {(row["set"], row["measure"]): row["score"] for row in scores["rows"]}
    assert told["neardup_fakes", "copies, pairs F1"] == 1
    assert told["neardup_fakes", "milliseconds a document"] > 0
    assert read_lines(data / "out" / "neardup_fakes.jsonl") == [
        {"id": "a", "cluster": "a"}, {"id": "b", "cluster": "a"},
    ]  # fmt: skip


def test_each_half_of_the_clusters_is_scored_by_itself(data: Path) -> None:
    _, scores = evaluate(data)
    told = {(row["set"], row["measure"]): row["score"] for row in scores["rows"]}
    sizes = [
        told[name, "same event, pairs precision"]
        for name in ("newscluster.tuned_on", "newscluster")
    ]
    assert sizes == [sum(half_of(f"{number}") == half for number in range(9)) for half in (0, 1)]
    assert all(sizes)
    assert ("newscluster", "same event, pairs F1") in told


def test_a_part_that_is_not_there_is_said(data: Path) -> None:
    code, scores = evaluate(data, "--part", "test")
    assert code == 0
    assert "neardup_fakes: passed over, it has no test part" in scores["notes"]


def test_a_missing_scorer_is_said(data: Path) -> None:
    (data / "scorers" / "score_neardup.py").unlink()
    code, scores = evaluate(data)
    assert code == INCOMPLETE
    assert scores["rows"] == []
    assert any("is missing" in note for note in scores["notes"])


def test_documents_keep_ids_days_and_titles() -> None:
    gold = {"id": 7, "title": "Shells hit Ashel", "text": QUAY, "date": "2020-03-02T06:00"}
    (found,) = documents_of([gold])
    assert (found.id, found.text, found.title) == ("7", QUAY, "Shells hit Ashel")
    assert str(found.published) == "2020-03-02"


@pytest.mark.parametrize("text", ["", " \n ", "...", "\ud800"])
def test_a_text_that_is_no_article_stays_a_document(text: str) -> None:
    (found,) = documents_of([{"id": "a", "text": text, "date": "7/5/2015"}])
    assert (found.id, found.text, found.published) == ("a", text, None)


def test_groups_are_named_by_their_first_document() -> None:
    assert answers([("a", "b"), ("c",)]) == [
        {"id": "a", "cluster": "a"}, {"id": "b", "cluster": "a"}, {"id": "c", "cluster": "c"},
    ]  # fmt: skip


def test_halves_part_clusters_in_two_for_good() -> None:
    assert {half_of(f"cluster {number}") for number in range(20)} == {0, 1}
    assert [half_of(f"{number}") for number in range(8)] == [1, 1, 1, 0, 0, 1, 1, 1]


def test_a_set_is_known_by_its_folder() -> None:
    assert [each.name for each in groupings_of("newscluster")] == [
        "newscluster", "newscluster.tuned_on",
    ]  # fmt: skip
    assert groupings_of("polnear") == []
    names = [each.name for each in GROUPINGS] + [each.name for each in TASKS]
    assert len(set(names)) == len(names)
