"""Decisions: a person sets a finding right, and the board and `why` follow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_finding
from commands import a_row, crossing_case, done, run, write_sheet
from trucewatch.core.errors import InputError
from trucewatch.core.finding import Says
from trucewatch.ledger.store import open_ledger
from trucewatch.pipeline.record import LEDGER, open_record
from trucewatch.review.decisions import NOTHING, Decision, apply, decide

ON = ("--on", "2021-03-22")
GIVEN = ("--because", "the gun was a drum", "--by", "B. Reader")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = crossing_case(tmp_path / "case")
    done("code", write_sheet(tmp_path / "sheet.csv", [a_row()]), "--case", folder)
    return folder


def finding_id(case: Path) -> str:
    return open_record(case).findings[0].id


def line(case: Path) -> dict[str, Any]:
    told = done("why", "4", "--by", "velmar", "--case", case, *ON, "--json").json()
    (found,) = told["duties"]
    return dict(found)


def overrule(case: Path, says: str, *words: str) -> None:
    done("overrule", finding_id(case), "--as", says, *(words or GIVEN), "--case", case)


def decisions(case: Path) -> int:
    with open_ledger(case / LEDGER, create=False, read_only=True) as ledger:
        return len(list(ledger.decisions()))


def test_overruling_moves_the_board_and_why_shows_it(case: Path) -> None:
    assert line(case)["status"] == "reported broken"
    overrule(case, "no act")
    now = line(case)
    assert (now["status"], now["rule"]) == ("reported kept", "4-kept")
    assert now["lesser"] == []
    assert [word["coder"] for word in now["better"]] == ["B. Reader: the gun was a drum"]
    text = done("why", "4", "--by", "velmar", "--case", case, *ON).out
    assert "entered by B. Reader: the gun was a drum" in text
    assert "reported kept" in done("board", "--case", case, *ON).out


def test_nothing_strikes_a_finding_and_it_may_be_decided_anew(case: Path) -> None:
    known = finding_id(case)
    overrule(case, "nothing")
    assert line(case)["status"] == "no report"
    assert open_record(case).findings == ()
    done("overrule", known, "--as", "denies", *GIVEN, "--case", case)
    assert [finding.says for finding in open_record(case).findings] == [Says.DENIES]


def test_the_last_decision_wins_and_all_stay(case: Path) -> None:
    for says in ("no act", "denies", "act"):
        overrule(case, says)
    assert line(case)["status"] == "reported broken"
    assert line(case)["lesser"][0]["coder"] == "B. Reader: the gun was a drum"
    assert decisions(case) == 3


def test_a_decided_finding_is_near_no_more(tmp_path: Path, case: Path) -> None:
    near = write_sheet(tmp_path / "near.csv", [a_row(doer="ondrel", near="place not known")])
    done("code", near, "--case", case)
    (found,) = [finding for finding in open_record(case).findings if finding.near]
    done("overrule", found.id, "--as", "act", *GIVEN, "--case", case)
    told = done("why", "4", "--by", "ondrel", "--case", case, *ON, "--json").json()["duties"][0]
    assert (told["status"], told["near"]) == ("reported broken", [])


@pytest.mark.parametrize("says", ["No Act", "no_act", " no act "])
def test_the_word_may_be_written_as_in_a_sheet(case: Path, says: str) -> None:
    overrule(case, says)
    assert line(case)["status"] == "reported kept"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("c000000000", "--as", "act", *GIVEN), 1, "no finding 'c000000000'"),
        (("", "--as", "act", *GIVEN), 1, "no finding ''"),
        (("FINDING", "--as", "acts", *GIVEN), 1, "--as is 'acts'"),
        (("FINDING", "--as", "", *GIVEN), 1, "--as is ''"),
        (("FINDING", "--as", "act", "--because", " ", "--by", "B"), 1, "a reason and a name"),
        (("FINDING", "--as", "act", "--because", "b", "--by", ""), 1, "a reason and a name"),
        (("FINDING", "--as", "act", "--because", "b"), 2, "'--by'"),
        (("FINDING", "--as", "act", "--by", "B"), 2, "'--because'"),
        (("FINDING", *GIVEN), 2, "'--as'"),
        (("--as", "act", *GIVEN), 2, "'FINDING'"),
    ],
)
def test_what_is_asked_for_a_decision(
    case: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    named = [finding_id(case) if word == "FINDING" else word for word in words]
    told = run("overrule", *named, "--case", case)
    assert (told.code, told.out) == (code, "")
    assert said in told.err
    assert decisions(case) == 0
    assert line(case)["status"] == "reported broken"


def test_the_reason_may_hold_any_words(case: Path) -> None:
    overrule(case, "no act", "--because", "“né”\n\x1b[31m\t🕊", "--by", "Bæ")
    assert open_record(case).findings[0].coder == "Bæ: “né”\n\x1b[31m\t🕊"
    assert "\x1b" not in done("why", "4", "--case", case, *ON).out


def test_bytes_of_a_shell_that_are_no_text_are_escaped(case: Path) -> None:
    overrule(case, "no act", "--because", "bad \udcff byte", "--by", "B")
    assert open_record(case).findings[0].coder == "B: bad \\udcff byte"


def test_a_case_without_a_record_has_no_findings(tmp_path: Path) -> None:
    told = run("overrule", "c1", "--as", "act", *GIVEN, "--case", crossing_case(tmp_path / "new"))
    assert (told.code, told.err.count("\n")) == (1, 1)
    assert "no finding 'c1'" in told.err


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@given(st.sampled_from([*Says, NOTHING]), TEXTS, TEXTS)
def test_a_decision_comes_back_as_it_was_written(says: str, because: str, by: str) -> None:
    decision = decide("f1", says, because, by)
    assert Decision.from_body(decision.body()) == decision


def test_applying_leaves_every_other_finding_and_the_order_alone() -> None:
    listed = [a_finding("refrain", "north_militia", "act", day, form="denied") for day in range(4)]
    decided = apply(
        listed,
        [
            decide(listed[2].id, "nothing", "b", "c"),
            decide(listed[1].id, "done", "b", "c"),
            decide("gone", "act", "b", "c"),
        ],
    )
    assert [finding.id for finding in decided] == [listed[0].id, listed[1].id, listed[3].id]
    assert [decided[0], decided[2]] == [listed[0], listed[3]]
    assert (decided[1].says, decided[1].form) == (Says.DONE, None)


def test_a_word_that_nobody_knows_is_refused() -> None:
    with pytest.raises(InputError, match=r"It can be one of: done, .*, nothing"):
        decide("f1", "perhaps", "b", "c")
