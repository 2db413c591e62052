"""The table of rules: each decides somewhere, turns on what it says, and stands on its page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tools.rules_page import BEGIN, END, PAGE, decided_in, written

import trucewatch
from builders import DEADLINE, a_case, day
from rule_cases import CASES, N, line_of, told
from trucewatch.core.agreement import Agreement, Amendment, Duty, DutyType
from trucewatch.core.case import Case
from trucewatch.core.status import Status
from trucewatch.judge.board import judge
from trucewatch.judge.rulebook import Parameter, Rule

ROOT = Path(__file__).parents[2]
SOURCE = Path(trucewatch.__file__).parent


def test_the_page_tells_the_rules_as_they_stand() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert written(page) == page, "stale: run tools/rules_page.py"


@pytest.mark.parametrize("page", ["", BEGIN, END, BEGIN + END + BEGIN])
def test_a_page_without_its_marks_is_not_written(page: str) -> None:
    with pytest.raises(ValueError, match="values to unpack"):
        written(page)


def test_what_stands_beside_the_marks_is_left() -> None:
    page = written(f"before\n{BEGIN}old\n{END}after\n")
    assert page.startswith(f"before\n{BEGIN}| rule | status | when |\n")
    assert page.endswith(f"|\n{END}after\n")
    assert "old" not in page


def test_every_rule_decides_a_case() -> None:
    assert {rule for *_, rule in CASES} == set(Rule)


def test_every_rule_decides_in_one_place() -> None:
    assert set(decided_in()) == set(Rule)


def test_no_rule_is_named_but_in_the_table() -> None:
    found = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if re.search(rf"""["'](?:{"|".join(Rule)})["']""", path.read_text(encoding="utf-8"))
    }
    assert found == {"judge/rulebook.py"}


def test_a_name_without_a_row_is_no_rule() -> None:
    with pytest.raises(KeyError):
        Rule.named("4-unheard")
    with pytest.raises(AttributeError):
        Rule("4-act").row.name += "-unheard"  # type: ignore[arg-type,misc]


@pytest.mark.parametrize("rule", Rule)
def test_a_rule_is_its_name_and_belongs_to_a_rule_of_the_judge(rule: Rule) -> None:
    assert str(rule) == rule.row.name == rule
    assert Rule.named(rule.row.name) is rule
    assert rule.row.source in (3, 4, 6)
    assert rule.row.sentence.partition(":")[0] in (f"rule {rule.row.source}", rule.row.sentence)


def test_the_rules_decide_every_status() -> None:
    assert {rule.row.status for rule in Rule} == {*Status, None}


def functions(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {node.name for node in nodes if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("rule", Rule)
def test_the_tests_that_a_rule_names_exist(rule: Rule) -> None:
    assert rule.row.tests
    for test in rule.row.tests:
        path, _, name = test.partition("::")
        assert name.startswith("test_")
        assert name in functions(ROOT / path)


def with_duties(case: Case, **changed: Any) -> Case:
    clauses = tuple(
        replace(clause, duties=tuple(replace(duty, **changed) for duty in clause.duties))
        for clause in case.agreement.clauses
    )
    return replace(case, agreement=replace(case.agreement, clauses=clauses))


def turned(parameter: Parameter) -> Iterator[Case]:
    """Yield cases that differ from the usual one in the value of one key."""
    case = a_case()
    values: dict[Parameter, list[Any]] = {
        Parameter.TYPE: list(DutyType),
        Parameter.STARTS: [day(-30), day(400)],
        Parameter.DEADLINE: [None, day(-1), DEADLINE + timedelta(days=400)],
        Parameter.AMENDMENTS: [
            (Amendment(agreed=day(1), deadline=day(when), source="the parties"),)
            for when in (-1, 400)
        ],
        Parameter.OWED_BY: [("observer",), ("southland",)],
    }
    if parameter is Parameter.WINDOW:
        for window in (1, 400):
            yield replace(case, agreement=replace(case.agreement, window=window))
        return
    for value in values[parameter]:
        yield with_duties(case, **{parameter: value})


@pytest.mark.parametrize(
    ("rule", "parameter"), [(rule, each) for rule in Rule for each in rule.row.parameters]
)
def test_a_rule_turns_on_the_keys_it_names(rule: Rule, parameter: Parameter) -> None:
    decided = {
        line_of(judge(case, told(*words, duty=duty), day(on)), duty, N).rule
        for _, duty, words, on, _, named in CASES
        if named == rule
        for case in turned(parameter)
    }
    assert decided - {rule}


def test_the_keys_are_the_agreement_s_and_its_duties() -> None:
    assert set(Parameter) <= {each.name for each in (*fields(Agreement), *fields(Duty))}
