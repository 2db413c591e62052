from __future__ import annotations

from dataclasses import replace

from passages import crossing
from trucewatch.core.case import Case
from trucewatch.core.once import CASES_KEPT, OncePerCase


def test_a_case_is_made_once_for_each_state_and_content() -> None:
    made: list[str] = []

    def make(case: Case) -> str:
        made.append(case.state.sha256)
        return f"{case.id} {len(made)}"

    once = OncePerCase(make)
    assert once.of(crossing()) == once.of(crossing()) == once.of(replace(crossing()))
    assert len(made) == 1
    other = replace(crossing(), id="other")
    assert once.of(other) == "other 2"
    assert once.of(crossing()) == "crossing 3"


def test_only_the_last_cases_are_kept() -> None:
    made: list[str] = []

    def make(case: Case) -> int:
        made.append(case.state.sha256)
        return len(made)

    once = OncePerCase(make)
    cases = [
        replace(crossing(), state=replace(crossing().state, sha256=str(number)))
        for number in range(CASES_KEPT + 1)
    ]
    for case in cases:
        once.of(case)
    once.of(cases[-1])
    assert len(made) == CASES_KEPT + 1
    once.of(cases[0])
    assert len(made) == CASES_KEPT + 2
