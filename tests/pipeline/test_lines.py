"""Many documents read without storing: a line in, a line out, in their order."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from commands import CROSSING, Told, done, run

TEXT = (
    "Velmar shells village\r\n\r\nThe Velmari army shelled the village of Ashel on Friday, the Joint "
    "Crossing Mission said on Monday.\n\n“Three porters were hurt,” Ilan\u00a0Queth\u200b told "
    "Meridian\u2028News 🕊.\r\n"
)
HTML = "<html><body><article><h1>Velmar shells village</h1><p>The Velmari army shelled the village of Ashel on Friday, the mission said.</p></article></body></html>"


def extract(folder: Path, *given: Any) -> tuple[Told, list[dict[str, Any]]]:
    source, out = folder / "in.jsonl", folder / "out.jsonl"
    lines = [each if isinstance(each, bytes) else json.dumps(each).encode() for each in given]
    source.write_bytes(b"\n".join(lines) + b"\n")
    told = run("extract", "--lines", source, "--out", out, "--case", CROSSING)
    return told, [json.loads(line) for line in out.read_bytes().splitlines()]


def test_order_and_ids_are_kept_whatever_they_are(tmp_path: Path) -> None:
    ids = ["b", "a", 3, 2.5, None, True, ["x", 1], {"y": "é"}, "a", "", "z" * 500, -1]
    told, answers = extract(tmp_path, *({"id": each, "text": TEXT} for each in ids), {"text": TEXT})
    assert told.code == 0
    assert [answer["id"] for answer in answers] == [*ids, None]
    assert told.err.endswith("13 lines given: 13 read, 0 refused.\n")
    assert told.out == ""


def test_a_line_that_cannot_be_read_gives_its_error_in_its_place(tmp_path: Path) -> None:
    good = {"id": "good", "text": TEXT}
    told, answers = extract(
        tmp_path, good, json.dumps(good).encode()[:50], b"  ", b"[1]", {"id": 4}, b"\xff",
        {"id": 5, "text": ""}, {"id": 6, "text": 7}, {"id": 7, "text": TEXT, "html": HTML},
        {"id": 8, "text": TEXT, "published": "monday"}, b'{"id": NaN, "text": ""}', b"null",
        {"id": 9, "html": "<html></html>"}, b"[" * 20_000, b'{"id": ' + b"9" * 5_000 + b"}", good,
    )  # fmt: skip
    assert [answer["id"] for answer in answers] == [
        "good", None, None, 4, None, 5, 6, 7, 8, None, None, 9, None, None, "good",
    ]  # fmt: skip
    assert [set(answer) == {"id", "error"} for answer in answers] == [False, *[True] * 13, False]
    lines = [answer["error"].split(":")[1] for answer in answers if "error" in answer]
    assert lines == [str(number) for number in (2, *range(4, 16))]
    assert all(answer["error"].startswith("in.jsonl:") for answer in answers[1:-1])
    assert told.err.endswith("15 lines given: 2 read, 13 refused.\n")
    assert told.code == 0


def test_where_nothing_was_read_the_exit_code_says_so(tmp_path: Path) -> None:
    told, answers = extract(tmp_path, {"id": 1}, b"x")
    assert (told.code, len(answers)) == (1, 2)


def test_a_text_that_is_given_comes_back_unchanged(tmp_path: Path) -> None:
    texts = [
        TEXT,
        "One line only, said Velmar.",
        "  \n lead and tail \t \n\n ",
        "Cafe\u0301 \ufeffkeepers said so\u00ad.",
    ]
    _, answers = extract(tmp_path, *({"id": n, "text": text} for n, text in enumerate(texts)))
    assert [answer["document"]["text"] for answer in answers] == texts


def test_from_a_page_the_text_is_title_empty_line_paragraphs(tmp_path: Path) -> None:
    _, (answer,) = extract(tmp_path, {"id": 1, "html": HTML})
    title, paragraph = answer["document"]["text"].split("\n\n")
    assert title == "Velmar shells village"
    assert paragraph.endswith("the mission said.")


def spans(value: Any) -> Any:
    if isinstance(value, dict):
        if value.get("start") is not None and value.get("text") is not None:
            yield value
        for each in value.values():
            yield from spans(each)
    elif isinstance(value, list):
        for each in value:
            yield from spans(each)


def test_every_span_proves_itself_and_every_id_has_its_name(tmp_path: Path) -> None:
    _, answers = extract(
        tmp_path, {"id": 1, "text": TEXT, "published": "2021-03-22", "outlet": "meridian_news"},
        {"id": 2, "html": HTML, "published": "2021-03-22", "outlet": "Dunmere Post"},
    )  # fmt: skip
    for answer in answers:
        text = answer["document"]["text"]
        found = list(spans(answer))
        assert len(found) > 10
        assert all(text[each["start"] : each["end"]] == each["text"] for each in found)
        ids = {mention["id"] for mention in answer["mentions"]}
        for event in answer["events"]:
            ids |= {party["actor"] for key in ("by", "against", "with") for party in event[key]}
            ids |= {place["place"] for key in ("at", "from") for place in event[key]}
        for statement in answer["statements"]:
            ids |= {
                statement["speaker"],
                statement["for"],
                *(link["id"] for link in statement["chain"]),
            }
        ids.add(answer["document"]["outlet"])
        assert ids - {None} <= set(answer["names"])


def test_one_file_gives_what_its_line_gives(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_bytes(TEXT.encode())
    given = {"published": "2021-03-22", "outlet": "meridian_news"}
    _, (line,) = extract(tmp_path, {"id": 1, "text": TEXT} | given)
    told = done(
        "extract", page, "--published", "2021-03-22", "--outlet", "Meridian", "--case", CROSSING, "--json"
    )  # fmt: skip
    form = told.json()
    for name in ("statements", "events", "figures", "dates", "mentions", "names"):
        assert form[name] == line[name], name


def test_the_lines_are_not_written_over_themselves(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps({"id": 1, "text": TEXT}), encoding="utf-8")
    before = source.read_bytes()
    for out in (source, tmp_path / "." / "in.jsonl"):
        told = run("extract", "--lines", source, "--out", out, "--case", CROSSING)
        assert (told.code, told.err.count("\n")) == (1, 1)
        assert source.read_bytes() == before


@pytest.mark.parametrize(
    ("lines", "out"),
    [("nowhere.jsonl", "out.jsonl"), ("in.jsonl", "no/such/out.jsonl"), (".", "o")],
)
def test_what_cannot_be_opened_is_named(tmp_path: Path, lines: str, out: str) -> None:
    (tmp_path / "in.jsonl").write_text("{}\n", encoding="utf-8")
    told = run("extract", "--lines", tmp_path / lines, "--out", tmp_path / out, "--case", CROSSING)
    assert (told.code, told.err.count("\n")) == (1, 1)
    assert "cannot be used" in told.err


def test_the_same_bytes_in_give_the_same_bytes_out_in_every_process(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    given = {"published": "2021-03-22", "outlet": "Meridian"}
    page = {"id": 2, "html": HTML, "url": "https://dunmerepost.example/1"}
    source.write_text(
        "\n".join(map(json.dumps, [{"id": 1, "text": TEXT} | given, page])), encoding="utf-8"
    )
    written = []
    for seed in ("0", "1"):
        out = tmp_path / f"out{seed}.jsonl"
        subprocess.run(
            [sys.executable, "-m", "trucewatch", "extract", "--lines", source, "--out", out, "--case", CROSSING],
            check=True, capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        )  # fmt: skip
        written.append(out.read_bytes())
    assert written[0] == written[1]
    here = tmp_path / "here.jsonl"
    done("extract", "--lines", source, "--out", here, "--case", CROSSING)
    assert here.read_bytes() == written[0]
