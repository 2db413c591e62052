"""Both words of "W denied Y's claim that C": Y's charge and W's denial, and W was heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from builders import a_case, day
from passages import a_document, crossing
from rule_cases import BY_NORTH, BY_NORTHLAND, BY_SOUTH, RAID, N, line_of, told
from trucewatch.core.finding import Finding
from trucewatch.judge.bearing import bear
from trucewatch.judge.board import judge
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)


def findings(text: str) -> list[Finding]:
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    return list(bear(read_text(document, crossing()), crossing(), DAY))


def words(text: str, duty: str = "4-fire") -> set[tuple[str | None, str, str | None]]:
    return {(each.voice, str(each.says), each.doer) for each in findings(text) if each.duty == duty}


C = "that it had attacked Ashel on Monday"

# one row: a sentence, who denies, who charges
ANSWERED = [
    (f"The Marsh League denied Velmar's claim {C}.", "marsh_league", "velmar"),
    (f"Velmar denied the Marsh League's claim {C}.", "velmar", "marsh_league"),
    (f"Ondrel denied Velmar's claim {C}.", "ondrel", "velmar"),
    (f"Velmar denied Ondrel's claim {C}.", "velmar", "ondrel"),
    (f"Ondrel rejected the accusation by Velmar {C}.", "ondrel", "velmar"),
    (f"Velmar rejected the accusation by Ondrel {C}.", "velmar", "ondrel"),
    (f"Ondrel has dismissed Velmari allegations {C}.", "ondrel", "velmar"),
    (
        "Velmar's accusation that Ondrel had attacked Ashel on Monday was rejected by Ondrel.",
        "ondrel",
        "velmar",
    ),
]


@pytest.mark.parametrize(("text", "accused", "accuser"), ANSWERED)
def test_both_words_bear(text: str, accused: str, accuser: str) -> None:
    assert words(text) == {(accuser, "act", accused), (accused, "denies", accused)}


def test_the_charge_came_through_who_denies_it() -> None:
    charge = next(
        each for each in findings(f"Ondrel denied Velmar's claim {C}.") if each.says == "act"
    )
    assert charge.chain == ("meridian_news", "ondrel", "velmar")


def test_a_charge_that_something_was_not_done_is_not_turned() -> None:
    text = "Ondrel denied Velmar's claim that it had not released the prisoners."
    assert not [each for each in findings(text) if each.voice == "velmar"]


def test_a_denial_of_a_denial_is_nobodys_charge() -> None:
    assert {says for _, says, _ in words(f"Ondrel denied {C}.")} == {"denies"}


# one row: what it shows, what was said of the north militia, and whether it was heard on day 8
HEARD = [
    ("nobody spoke for it", [("act", 5, RAID)], False),
    ("it denied the act", [("act", 5, RAID), ("denies", 6, BY_NORTH | RAID)], True),
    ("it denied, on a day not known", [("act", 5, RAID), ("denies", 6, BY_NORTH | {"days": None})], True),
    ("what it said only almost fits", [("act", 5, RAID), ("denies", 6, BY_NORTH | {"near": ("no place",)})], True),
    ("it promised", [("act", 5, RAID), ("promise", 6, BY_NORTH)], True),
    ("it spoke later", [("act", 5, RAID), ("denies", 9, BY_NORTH | RAID)], False),
    ("who owes it spoke for it", [("act", 5, RAID), ("denies", 6, BY_NORTHLAND | RAID)], False),
    ("the other side spoke", [("act", 5, RAID), ("denies", 6, BY_SOUTH | RAID)], False),
]  # fmt: skip


@pytest.mark.parametrize(("shows", "said", "heard"), HEARD)
def test_the_accused_was_heard(
    shows: str, said: list[tuple[str, int, dict[str, object]]], heard: bool
) -> None:
    board = judge(a_case(), told(*said, duty="refrain"), day(8))
    assert line_of(board, "refrain", N).heard is heard, shows


def test_what_is_not_yet_published_is_not_heard() -> None:
    said = told(("act", 5, RAID), ("denies", 6, BY_NORTH | RAID), duty="refrain")
    late = [replace(each, known_from=day(8)) if each.says == "denies" else each for each in said]
    early = judge(a_case(), late, day(8), known_on=day(8) - timedelta(days=1))
    assert line_of(early, "refrain", N).heard is False
