"""The record of a case: what its ledger holds, judged; what lies beside it proves nothing."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from commands import a_row, crossing_case, done, run, write_sheet
from trucewatch.core.status import Board, Line, Status
from trucewatch.ledger.beside import FOLDER
from trucewatch.ledger.store import open_ledger
from trucewatch.pipeline.add import Account, add
from trucewatch.pipeline.record import LEDGER, CaseRecord, open_record

REPORTS = Path(__file__).parent / "reports"


@pytest.fixture
def case(tmp_path: Path, added: tuple[CaseRecord, Account]) -> Path:
    return Path(shutil.copytree(added[0].folder, tmp_path / "crossing"))


def line(board: Board, clause: str, doer: str | None) -> Line:
    return next(
        each
        for found in board.clauses
        if found.clause == clause
        for each in found.lines
        if each.doer == doer
    )


STATUSES: list[tuple[str, str, str | None, str, str | None]] = [
    # the board's day, clause, doer, its status, its standing
    ("2021-03-11", "1", "velmar", "not yet due", None),
    ("2021-03-12", "1", "velmar", "reported partly kept", "claimed"),
    ("2021-03-12", "1", "ondrel", "not yet due", None),
    ("2021-03-12", "1", "marsh_league", "not yet due", None),
    ("2021-03-18", "4", "velmar", "no report", None),
    ("2021-03-20", "4", "velmar", "reported broken", "alleged"),
    ("2021-03-21", "4", "velmar", "contested", "alleged"),
    ("2021-03-22", "4", "velmar", "contested", "corroborated"),
    ("2021-03-22", "4", "ondrel", "no report", None),
    ("2021-03-29", "4", "velmar", "no report", None),
    ("2021-03-25", "2", "velmar", "reported broken", "alleged"),
    ("2021-03-25", "2", "ondrel", "no report", None),
    ("2021-06-25", "2", "velmar", "reported broken", "alleged"),
    ("2021-04-09", "5", "velmar", "reported kept", "alleged"),
    ("2021-04-09", "5", "ondrel", "reported kept", "alleged"),
    ("2021-04-09", "5", "marsh_league", "not yet due", None),
    ("2021-04-11", "5", "marsh_league", "no report", None),
    ("2021-04-11", "3", "velmar", "no report", None),
]


@pytest.mark.parametrize(("on", "clause", "doer", "status", "standing"), STATUSES)
def test_the_board_of_the_invented_case(
    added: tuple[CaseRecord, Account],
    on: str,
    clause: str,
    doer: str | None,
    status: str,
    standing: str | None,
) -> None:
    day = date.fromisoformat(on)
    found = line(added[0].board(day, known=day), clause, doer)
    carried = found.standing.standing if found.standing else None
    assert (found.status, carried) == (Status(status), standing)


def test_a_relay_and_its_agency_are_one_origin(added: tuple[CaseRecord, Account]) -> None:
    told = line(added[0].board(date(2021, 3, 14)), "1", "velmar")
    renditions = [word for word in told.lesser_words if word.chain[-1] == "tessa_vorn"]
    assert len({word.document for word in renditions}) == 2
    assert len({word.origin for word in renditions}) == 1


def test_rival_figures_stand_side_by_side(added: tuple[CaseRecord, Account]) -> None:
    (rival,) = added[0].rivals
    assert (rival.counts, rival.place) == ("wounded", "ashel")
    assert [(claim.low, claim.bound) for claim in rival.claims] == [(3, "exact"), (5, "at_least")]


def test_known_hides_what_was_published_later(added: tuple[CaseRecord, Account]) -> None:
    record = added[0]
    on = date(2021, 3, 22)
    by_day = [line(record.board(on, date(2021, 3, day)), "4", "velmar") for day in (19, 20, 21, 22)]
    assert [len({w.document for w in told.lesser_words}) for told in by_day] == [0, 1, 1, 2]
    earlier = record.read_days(on, date(2021, 3, 20))
    assert earlier.within(7) < record.read_days(on).within(7)
    hidden = done(
        "board", "--case", record.folder, "--on", str(on), "--known", "2021-03-19", "--json"
    ).json()
    assert hidden["known"] == "2021-03-19"


def test_the_board_s_day_is_the_last_of_publication_unless_said(
    added: tuple[CaseRecord, Account], tmp_path: Path
) -> None:
    assert added[0].last_day() == date(2021, 4, 9), "an undated page moves nothing"
    case = crossing_case(tmp_path / "case")
    assert open_record(case).last_day() == open_record(case).case.agreement.signed
    add(case, [REPORTS / "undated-lantern-survey.txt"])
    (undated,) = open_record(case).documents
    assert open_record(case).last_day() == undated.known_from


def test_why_tells_every_word_with_its_chain(added: tuple[CaseRecord, Account]) -> None:
    told = done("why", "4", "--by", "Velmar", "--on", "2021-03-22", "--case", added[0].folder).out
    assert "Tirvane Today <- Ondrel Foreign Ministry; said 2021-03-20, published 2021-03-20" in told
    assert "Meridian News <- Joint Crossing Mission; said 2021-03-22" in told
    assert "https://tirvanetoday.example/2021/03/20/shells" in told
    assert "“The Velmari army shelled the village of Ashel on Friday, the" in told


def cached(case: Path) -> list[Path]:
    return sorted((case / FOLDER).glob("*"))


def test_what_lies_beside_the_ledger_may_go_or_be_spoiled_at_any_time(case: Path) -> None:
    before = open_record(case)
    for spoil in (b"", b"\0" * 40, None):
        for path in cached(case):
            path.unlink() if spoil is None else path.write_bytes(spoil)
        assert open_record(case) == before
    shutil.rmtree(case / FOLDER)
    assert open_record(case) == before
    shutil.rmtree(case / FOLDER)
    (case / FOLDER).write_text("a file where a folder was")
    assert open_record(case) == before


def test_what_is_stored_is_used_and_gives_the_same(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from trucewatch.pipeline import record

    first = open_record(case)
    monkeypatch.setattr(record, "findings_of", lambda *_: pytest.fail("derived anew"))
    assert open_record(case) == first


def test_a_stored_record_with_one_byte_turned_is_not_believed(case: Path) -> None:
    before = open_record(case)
    (path,) = cached(case)[-1:]
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    assert open_record(case) == before


def states(case: Path) -> int:
    with open_ledger(case / LEDGER, create=False, read_only=True) as ledger:
        return len(list(ledger.case_states()))


def test_a_changed_case_file_takes_effect_and_enters_the_ledger(case: Path, tmp_path: Path) -> None:
    assert states(case) == 1
    actors = case / "actors.yaml"
    before = actors.read_text(encoding="utf-8")
    actors.write_text(before.replace("name: Velmar army", "name: Army of Velmar"), encoding="utf-8")
    told = done("why", "4", "--on", "2021-03-22", "--case", case)
    assert open_record(case).case.name("velmar_army") == "Army of Velmar"
    assert told.code == 0
    report = tmp_path / "new.txt"
    report.write_text("The Duke said on Monday that all prisoners were freed.", encoding="utf-8")
    add(case, [report], outlet="dunmere_post", published=date(2021, 5, 4))
    assert states(case) == 2
    actors.write_text(before, encoding="utf-8")
    add(case, [report], outlet="dunmere_post", published=date(2021, 5, 4))
    assert states(case) == 3


def test_a_new_alias_is_read_in_what_is_added_after(case: Path, tmp_path: Path) -> None:
    text = (
        "The Otter Guard shelled the village of Ashel on Monday, the Joint Crossing Mission said."
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text + " It was raining.", encoding="utf-8")
    said = {"outlet": "dunmere_post", "published": date(2021, 5, 4)}
    add(case, [tmp_path / "a.txt"], **said)  # type: ignore[arg-type]
    assert "marsh_league" not in {
        finding.doer for finding in open_record(case).findings if "Otter" in finding.words
    }
    actors = case / "actors.yaml"
    known = actors.read_text(encoding="utf-8").replace(
        "      - Marsh-League", "      - Marsh-League\n      - Otter Guard"
    )
    actors.write_text(known, encoding="utf-8")
    add(case, [tmp_path / "b.txt"], **said)  # type: ignore[arg-type]
    found = {finding.doer for finding in open_record(case).findings if "Otter" in finding.words}
    assert "marsh_league" in found


def test_a_broken_case_file_is_told_with_file_and_line(case: Path) -> None:
    (case / "actors.yaml").write_text("sides: [", encoding="utf-8")
    for command in (("board",), ("why", "4"), ("add", REPORTS), ("origins",)):
        told = run(*command, "--case", case)
        assert (told.code, told.out) == (1, "")
        assert told.err.startswith("trucewatch: actors.yaml:")


def test_coded_rows_that_the_case_no_longer_fits_are_told_and_not_used(
    case: Path, tmp_path: Path
) -> None:
    sheet = write_sheet(tmp_path / "sheet.csv", [a_row(doer="dorrin_hale"), a_row(doer="ondrel")])
    done("code", sheet, "--case", case)
    before = len(open_record(case).findings)
    actors = case / "actors.yaml"
    text = actors.read_text(encoding="utf-8")
    actors.write_text(text.replace("actor: dorrin_hale", "actor: dorrin_hill"), encoding="utf-8")
    record = open_record(case)
    assert len(record.findings) == before - 1
    assert "knows no actor 'dorrin_hale'" in record.remarks[0]
    told = done("board", "--case", case, "--json")
    assert "not used: coded row" in told.err
    json.loads(told.out)


def test_a_decision_whose_finding_is_gone_is_told(case: Path) -> None:
    decided = next(
        finding for finding in open_record(case).findings if finding.doer == "velmar_army"
    )
    done(
        "overrule", decided.id, "--as", "act", "--because", "b", "--by", "B. Reader", "--case", case
    )
    assert open_record(case).remarks == ()
    actors = case / "actors.yaml"
    text = actors.read_text(encoding="utf-8").replace("velmar_army", "velmar_host")
    actors.write_text(text, encoding="utf-8")
    agreement = case / "agreement.yaml"
    removed = agreement.read_text(encoding="utf-8").replace("4-fire", "4-calm")
    agreement.write_text(removed, encoding="utf-8")
    told = done("board", "--case", case)
    assert f"by B. Reader: no finding {decided.id} is read any more" in told.err


def test_coded_and_read_findings_stand_in_one_record(case: Path, tmp_path: Path) -> None:
    write_sheet(tmp_path / "sheet.csv", [a_row(doer="ondrel")])
    done("code", tmp_path / "sheet.csv", "--case", case)
    record = open_record(case)
    assert line(record.board(date(2021, 3, 22)), "4", "ondrel").status is Status.BROKEN
    assert {bool(finding.coder) for finding in record.findings} == {True, False}
    assert len({document.id for document in record.documents}) == len(record.documents)
