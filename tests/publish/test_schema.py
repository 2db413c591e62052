"""The outputs that scripts rely on are what their schemas say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from builders import a_case, a_finding, a_reading, day, so_many_read
from trucewatch.core.errors import InputError
from trucewatch.core.finding import Says
from trucewatch.core.reading_form import reading_form
from trucewatch.core.status import Board, Standing, Status
from trucewatch.judge.board import judge
from trucewatch.judge.rulebook import Rule
from trucewatch.pipeline.record import CaseRecord
from trucewatch.publish.board_json import board_json
from trucewatch.publish.schema import SCHEMAS, schema
from trucewatch.publish.why_json import whole_json, why_json


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER)


def plain(value: object) -> Any:
    return json.loads(json.dumps(value))


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_sound_and_described(name: str) -> None:
    described = schema(name)
    Draft202012Validator.check_schema(described)
    assert described["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert described["$id"] == f"urn:trucewatch:schema:{name}:1"
    assert described["title"].startswith("trucewatch ")
    assert described["properties"]["schema"] == {"const": f"trucewatch/{name}/1"}


@pytest.mark.parametrize("name", ["", "diff", "../board", "board.json"])
def test_no_other_schema_is_promised(name: str) -> None:
    with pytest.raises(InputError, match="There are reading, board, why, whole"):
        schema(name)


def objects(described: Any) -> Iterator[dict[str, Any]]:
    if isinstance(described, dict):
        if "properties" in described:
            yield described
        for part in described.values():
            yield from objects(part)
    elif isinstance(described, list):
        for part in described:
            yield from objects(part)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_promised_and_no_other_may_come(name: str) -> None:
    optional = {"id", "lat", "lon", "precision", "world", "choice"} if name == "reading" else set()
    for each in objects(schema(name)):
        assert each["additionalProperties"] is False
        assert set(each["properties"]) - set(each["required"]) <= optional


def test_boards_are_as_the_schema_says(board: Board, record: CaseRecord) -> None:
    validator("board").validate(plain(board_json(board, record.case, so_many_read(board.on, 3))))


def test_every_why_is_as_the_schema_says(board: Board, record: CaseRecord) -> None:
    check = validator("why")
    for clause in board.clauses:
        check.validate(
            plain(why_json(board, clause, clause.lines, record.case, so_many_read(board.on, 3)))
        )
        for line in clause.lines:
            check.validate(
                plain(why_json(board, clause, [line], record.case, so_many_read(board.on, 0)))
            )


def test_the_words_on_the_whole_are_as_the_schema_says(board: Board, record: CaseRecord) -> None:
    told = whole_json(board, record.case)
    validator("whole").validate(plain(told))
    with pytest.raises(ValidationError):
        validator("whole").validate(plain({**told, "clauses": []}))


def test_a_board_of_every_word_is_as_the_schema_says() -> None:
    case = a_case()
    findings = [
        a_finding(
            duty,
            None,
            says,
            number,
            form="denied",
            by_name="north_band",
            near=("almost",) if number % 3 == 0 else (),
            said_on=None,
            published=None,
            voice=None if number % 4 == 0 else "monitor",
            chain=("daily",),
            outlet=None,
            url="https://daily.example/",
            incident="i",
            coder="A. Coder",
        )
        for number, says in enumerate(Says)
        for duty in ("reach", "open", "refrain", "keep", "declare", "whole")
    ]
    judged = judge(case, findings, day(12), day(30))
    validator("board").validate(plain(board_json(judged, case, so_many_read(judged.on, 0))))
    for clause in judged.clauses:
        validator("why").validate(
            plain(why_json(judged, clause, clause.lines, case, so_many_read(judged.on, 0)))
        )
    told = whole_json(judged, case)
    assert told["findings"]
    validator("whole").validate(plain(told))


def test_a_finding_is_the_same_in_every_schema() -> None:
    findings = [schema(name)["$defs"]["finding"] for name in ("board", "why", "whole")]
    assert findings[1] == findings[2]
    assert set(findings[0]["properties"]) == set(findings[1]["properties"])


def test_the_schemas_know_every_word_of_the_judge() -> None:
    for name in ("board", "why"):
        duty = schema(name)["$defs"]["duty"]["properties"]
        says = schema(name)["$defs"]["finding"]["properties"]["says"]
        assert set(duty["status"]["enum"]) == {*Status, None}
        assert set(duty["standing"]["enum"]) == {*Standing, None}
        assert set(duty["rule"]["enum"]) == set(Rule)
        assert set(says["enum"]) == set(Says)


def test_a_reading_is_as_the_schema_says() -> None:
    form = plain(reading_form(a_reading(), {"monitor": "Monitor"}))
    check = validator("reading")
    check.validate(form)
    check.validate({"id": {"any": "thing"}, **form})
    empty = dict.fromkeys(
        ("statements", "events", "figures", "dates", "mentions", "duties", "labels", "warnings"), ()
    )
    check.validate(plain(reading_form(a_reading(**empty), {})))


@pytest.mark.parametrize(
    "key",
    ["document", "statements", "events", "figures", "dates", "mentions", "duties", "labels", "names",
     "warnings", "reader", "case", "schema"],
)  # fmt: skip
def test_a_reading_without_a_key_is_refused(key: str) -> None:
    form = plain(reading_form(a_reading(), {}))
    del form[key]
    with pytest.raises(ValidationError):
        validator("reading").validate(form)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("events", 0, "kind"), "war"),
        (("events", 0, "reality"), "true"),
        (("events", 0, "at", 0, "zone", "geometry"), "near"),
        (("figures", 0, "bound"), "roughly"),
        (("statements", 0, "content", 0, "start"), -1),
        (("statements", 0, "manner"), None),
        (("document", "published"), "4 March"),
        (("mentions", 0, "kind"), "village"),
        (("names",), {"monitor": 1}),
    ],
)
def test_a_wrong_value_is_refused(path: tuple[str | int, ...], wrong: object) -> None:
    form = deepcopy(plain(reading_form(a_reading(), {})))
    place = form
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = wrong
    with pytest.raises(ValidationError):
        validator("reading").validate(form)


def test_the_same_output_for_the_same_record(record: CaseRecord) -> None:
    on = date(2018, 10, 16)
    assert board_json(record.board(on), record.case, so_many_read(on, 1)) == board_json(
        record.board(on), record.case, so_many_read(on, 1)
    )
