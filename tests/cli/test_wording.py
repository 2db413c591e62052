"""`wording`: tellings side by side, and what an actor is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import crossing_case, done, run

FIRST = "The Velmari army shelled Ashel with mortars on March 19, Joint Crossing Mission monitors said on Saturday."
REPORTS = {
    "one.txt": FIRST,
    "two.txt": FIRST.replace("army", "gang").replace("shelled", "savagely shelled"),
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = crossing_case(tmp_path_factory.mktemp("wording") / "crossing")
    for name, text in REPORTS.items():
        (folder.parent / name).write_text(f"Title\n\n{text}\n", encoding="utf-8")
        done("add", folder.parent / name, "--published", "2021-03-20", "--case", folder)
    return folder


def test_an_actor_is_found_by_id_and_by_name(case: Path) -> None:
    by_id = done("wording", "--actor", "crossing_mission", "--case", case, "--json").json()
    by_name = done("wording", "--actor", "Joint Crossing Mission", "--case", case, "--json").json()
    assert by_id == by_name
    assert sum(use["times"] for use in by_id) == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--actor", "nobody"), "the case knows no actor 'nobody'"),
        (("o123",), "no origin o123"),
    ],
)
def test_what_is_not_there_is_told(case: Path, words: tuple[str, ...], told: str) -> None:
    answer = run("wording", *words, "--case", case)
    assert (answer.code, told in answer.err) == (1, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("",), "ORIGIN is empty: `trucewatch origins` lists"),
        ((" ",), "ORIGIN is empty"),
        (("--actor", ""), "--actor is empty: `trucewatch check` lists"),
    ],
)
def test_an_empty_question_is_told_what_to_ask(
    case: Path, words: tuple[str, ...], told: str
) -> None:
    answer = run("wording", *words, "--case", case)
    assert (answer.code, answer.out) == (2, "")
    assert told in " ".join(answer.err.split())


def test_two_questions_at_once_are_wrong_use(case: Path) -> None:
    assert run("wording", "o1", "--actor", "crossing_mission", "--case", case).code == 2


def test_nothing_told_twice_is_told(case: Path) -> None:
    assert "told by several documents" in done("wording", "--case", case).out
