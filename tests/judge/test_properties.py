"""What the judge promises, tried on generated records: the parties could change places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generated_records import CASES, DAYS, RECORDS, VOICES, findings
from trucewatch.core.agreement import Duty
from trucewatch.core.case import Case
from trucewatch.core.finding import Finding, Says
from trucewatch.core.status import Board, Line, Standing, Status
from trucewatch.judge.board import ORDER, judge

SWAP = {
    left: right
    for pair in (
        ("northland", "southland"),
        ("north_ministry", "south_ministry"),
        ("north_speaker", "south_speaker"),
        ("north_militia", "south_militia"),
        ("north_band", "south_band"),
        ("north", "south"),
    )
    for left, right in (pair, pair[::-1])
}


def swapped(value: Any) -> Any:
    return SWAP.get(value, value)


def swap_finding(finding: Finding) -> Finding:
    return replace(
        finding,
        doer=swapped(finding.doer),
        voice=swapped(finding.voice),
        speaker=swapped(finding.speaker),
        chain=tuple(swapped(link) for link in finding.chain),
        by_name=swapped(finding.by_name),
    )


def swap_case(case: Case) -> Case:
    def swap_duty(duty: Duty) -> Duty:
        owed, doers = (tuple(swapped(actor) for actor in who) for who in (duty.owed_by, duty.doers))
        return replace(duty, owed_by=owed, doers=doers)

    clauses = tuple(
        replace(clause, duties=tuple(swap_duty(duty) for duty in clause.duties))
        for clause in case.agreement.clauses
    )
    return replace(case, agreement=replace(case.agreement, clauses=clauses))


def essence(board: Board, rename: Callable[[Any], Any] = lambda value: value) -> dict[Any, Any]:
    return {
        (line.duty, rename(line.doer)): (
            line.status, line.rule, line.standing, line.better, line.heard, line.since, line.last,
            line.counts, line.acts, len(line.shown), len(line.near), len(line.read_differently),
        )
        for clause in board.clauses
        for line in clause.lines
    }  # fmt: skip


def statuses(board: Board) -> dict[Any, Status]:
    return {
        (line.duty, line.doer): line.status for clause in board.clauses for line in clause.lines
    }


@given(CASES, RECORDS, DAYS)
def test_the_parties_could_change_places(case: Case, record: list[Finding], on: Any) -> None:
    straight = essence(judge(case, record, on), swapped)
    crossed = essence(judge(swap_case(case), [swap_finding(item) for item in record], on))
    assert straight == crossed


@given(CASES, RECORDS, DAYS, st.integers(1, 1000), st.data())
def test_copies_change_nothing_but_the_count_of_articles(
    case: Case, record: list[Finding], on: Any, times: int, data: st.DataObject
) -> None:
    before = judge(case, record, on)
    if not record:
        return
    copied = data.draw(st.sampled_from(record))
    copies = [
        replace(
            copied,
            id=f"{copied.id}-{n}",
            document=f"copy{n}",
            outlet=f"site{n}",
            chain=(f"site{n}", *copied.chain[1:]),
        )
        for n in range(times)
    ]
    after = judge(case, [*record, *copies], on)

    def carried(board: Board) -> dict[Any, Any]:
        return {
            (line.duty, line.doer): (
                line.status,
                line.standing,
                line.better,
                line.counts.origins,
                line.counts.voices,
            )
            for clause in board.clauses
            for line in clause.lines
        }

    assert carried(before) == carried(after)


@given(CASES, RECORDS, DAYS, st.randoms(use_true_random=False))
def test_order_and_batches_change_nothing(
    case: Case, record: list[Finding], on: Any, random: Any
) -> None:
    shuffled = [*record, *record[: len(record) // 2]]
    random.shuffle(shuffled)
    assert judge(case, record, on) == judge(case, shuffled, on)


@given(CASES, RECORDS, findings(st.just(Says.ACT)), DAYS)
def test_a_further_act_never_makes_a_status_milder(
    case: Case, record: list[Finding], act: Finding, on: Any
) -> None:
    before = statuses(judge(case, record, on))
    after = statuses(judge(case, [*record, replace(act, id="new", origin="new")], on))
    for line, status in before.items():
        assert ORDER.index(after[line]) <= ORDER.index(status), line


@given(CASES, RECORDS, findings(st.just(Says.ACT)), st.sampled_from(VOICES), DAYS)
def test_a_denied_act_never_strengthens_and_never_makes_kept(
    case: Case, record: list[Finding], act: Finding, denier: str, on: Any
) -> None:
    act = replace(act, id="act", origin="act", incident="new")
    denial = replace(act, id="denial", origin="denial", says=Says.DENIES, voice=denier)
    before = statuses(judge(case, record, on))
    after = statuses(judge(case, [*record, act, denial], on))
    for line, status in after.items():
        assert status is not Status.KEPT or before.get(line) is Status.KEPT
        old = before.get(line)
        if old is Status.OVERDUE or old is Status.BROKEN:
            assert status is old
        if status is Status.BROKEN:
            assert old is Status.BROKEN


FAVOURS = st.sampled_from([Says.DONE, Says.NO_ACT, Says.PARTLY, Says.DENIES, Says.NOT_A_BREACH])


@given(CASES, RECORDS, findings(FAVOURS), DAYS)
def test_a_word_in_one_s_own_favour_never_makes_overdue_or_broken_kept(
    case: Case, record: list[Finding], word: Finding, on: Any
) -> None:
    before = {
        (line.duty, line.doer): line
        for clause in judge(case, record, on).clauses
        for line in clause.lines
    }
    for doer in ("north_militia", "south_militia"):
        if any(item.voice == doer for item in record):
            continue
        own = replace(word, id="own", origin="own", voice=doer, doer=doer)
        after = statuses(judge(case, [*record, own], on))
        for key, line in before.items():
            if key[1] == doer and line.status in (Status.OVERDUE, Status.BROKEN):
                assert after[key] is not Status.KEPT


@given(CASES, DAYS, RECORDS)
def test_without_evidence_there_is_only_silence(case: Case, on: Any, record: list[Finding]) -> None:
    weightless = [replace(item, voice=None) for item in record]
    quiet = [item for item in record if item.says is Says.NOT_A_BREACH]
    for findings_ in ([], weightless, quiet):
        for status in statuses(judge(case, findings_, on)).values():
            assert status in (Status.NOT_YET_DUE, Status.NO_REPORT)


@given(CASES, RECORDS, DAYS)
def test_every_status_but_silence_has_words_and_a_standing(
    case: Case, record: list[Finding], on: Any
) -> None:
    def sound(line: Line) -> bool:
        if line.status in (Status.NOT_YET_DUE, Status.NO_REPORT):
            return line.standing is None
        return line.standing is not None and bool(line.lesser_words or line.better_words)

    for clause in judge(case, record, on).clauses:
        assert all(sound(line) for line in clause.lines)


@given(CASES, RECORDS, DAYS)
def test_one_side_s_word_for_itself_is_never_more_than_claimed(
    case: Case, record: list[Finding], on: Any
) -> None:
    favours = [
        replace(item, voice="north_militia", doer="north_militia", says=Says.DONE)
        for item in record
    ]
    for clause in judge(case, favours, on).clauses:
        for line in clause.lines:
            if line.status is Status.KEPT and line.standing:
                assert line.standing.standing is Standing.CLAIMED
