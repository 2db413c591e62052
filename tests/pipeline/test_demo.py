"""The demo's reports, read anew: what the whole of the program must show, and may never do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from rich.console import Console

from builders import so_many_read
from trucewatch.core.actor import Actor
from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.core.status import Board, Status
from trucewatch.join.groups import origins
from trucewatch.judge.board import judge
from trucewatch.ledger.store import open_ledger
from trucewatch.pipeline.demo import telling_day, telling_line
from trucewatch.pipeline.findings import kept_readings
from trucewatch.pipeline.record import LEDGER, CaseRecord
from trucewatch.publish.board_table import board_table
from trucewatch.publish.why_text import whole_text, why_text

FIRST, LAST = date(2018, 9, 18), date(2019, 3, 20)
DAYS = [FIRST + timedelta(number) for number in range((LAST - FIRST).days + 1)]
WEEKS = DAYS[::7]


@pytest.fixture(scope="module")
def boards(demo: CaseRecord) -> dict[date, Board]:
    return {day: demo.board(day) for day in DAYS}


def test_every_status_occurs_somewhere_in_time(boards: dict[date, Board]) -> None:
    seen = {
        line.status
        for board in boards.values()
        for clause in board.clauses
        if clause.status is not None
        for line in clause.lines
    }
    assert seen == set(Status)


def test_a_contested_line_holds_words_of_both_camps(boards: dict[date, Board]) -> None:
    contested = [
        line
        for board in boards.values()
        for clause in board.clauses
        for line in clause.lines
        if line.status is Status.CONTESTED
    ]
    assert contested
    assert all(line.lesser_words and line.better_words for line in contested)
    assert all(line.standing and line.better for line in contested)


def test_two_outlets_carry_one_origin(demo: CaseRecord) -> None:
    outlets = [{told.outlet for told in each.renditions} for each in origins(demo.findings)]
    assert any(len(names) > 1 for names in outlets)


def test_rival_figures_are_found_and_differ(demo: CaseRecord) -> None:
    assert demo.rivals
    for rival in demo.rivals:
        assert len({(claim.document, *claim.chain[-1:]) for claim in rival.claims}) > 1
        assert len({(claim.low, claim.high) for claim in rival.claims}) > 1


def test_two_halves_of_a_joint_body_have_their_own_counts_of_one_day(demo: CaseRecord) -> None:
    counted = [each for each in demo.rivals if each.counts == "violations"]
    numbers = [{claim.low for claim in each.claims} for each in counted]
    assert {3, 7} in numbers


def test_every_quote_stands_in_its_document(demo: CaseRecord) -> None:
    with open_ledger(demo.folder / LEDGER, create=False, read_only=True) as ledger:
        texts = {reading.document.id: reading.document.text for reading, _ in kept_readings(ledger)}
    assert len(demo.findings) > 50
    for finding in demo.findings:
        assert finding.span is not None
        assert finding.words == finding.span.text
        assert finding.span.proves_itself(texts[finding.document])


def test_every_weighed_word_has_a_voice_a_chain_and_a_day(boards: dict[date, Board]) -> None:
    for day in WEEKS:
        for clause in boards[day].clauses:
            for line in clause.lines:
                for word in (*line.lesser_words, *line.better_words):
                    assert word.voice
                    assert word.chain
                    assert not word.near
                    assert word.outlet == word.chain[0]


def plain(text: Any) -> str:
    console = Console(width=2000, color_system=None)
    with console.capture() as captured:
        console.print(text, highlight=False, markup=False, emoji=False)
    return captured.get()


QUOTED = re.compile(r"“.*”$", re.MULTILINE)
UNKNOWN = re.compile(r"“[^”\n]*”")
ADDRESS = re.compile(r"https?://\S+")


def own_words(demo: CaseRecord) -> Iterator[str]:
    """Yield what the record says in its own words: everything but quotations and addresses."""
    case = demo.case
    yield from (each.name for each in case.actors.classes.values())
    yield from case.actors.sides.values()
    yield from (place.name for place in case.places.by_id.values())
    for day in WEEKS[::4]:
        board = demo.board(day)
        yield plain(board_table(board, case, demo.read_days(day)))
        for text in (
            whole_text(board, case),
            *(
                why_text(board, clause, clause.lines, case, so_many_read(board.on, 1))
                for clause in board.clauses
            ),
        ):
            assert len(QUOTED.findall(text.plain)) == text.plain.count("      “")
            yield ADDRESS.sub("", UNKNOWN.sub("", QUOTED.sub("", text.plain)))


def not_the_record_s(case: Case) -> set[str]:
    """Give what others chose: names that groups gave themselves, what was signed, "called ..."."""
    duties = case.agreement.duties()
    signed = {clause.title for clause in case.agreement.clauses} | {duty.what for duty in duties}
    names = {actor.name for actor in case.actors.by_id.values()}
    called = {each.name for each in case.actors.classes.values() if " called " in each.name}
    return signed | names | called


def test_the_record_s_own_words_take_no_stand(demo: CaseRecord) -> None:
    labels = demo.case.actors.labels
    assert len(labels) > 3
    stand = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in labels), re.IGNORECASE)
    others = sorted(not_the_record_s(demo.case), key=len, reverse=True)
    theirs = re.compile("|".join(map(re.escape, others)))
    found = {
        (match[0], own[max(0, match.start() - 40) : match.end() + 40])
        for words in own_words(demo)
        for own in [theirs.sub("", words)]
        for match in stand.finditer(own)
    }
    assert found == set()


SWAPS = (
    ("russia", "turkey"),
    ("syria", "nfl"),
    ("syrian_army", "jaysh_al_izza"),
    ("russian_mod", "turkish_mod"),
    ("russian_mfa", "turkish_mfa"),
    ("zakharova", "akar"),
    ("government", "opposition"),
)
SWAP = {left: right for pair in SWAPS for left, right in (pair, pair[::-1])}


def swapped(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(swapped(each) for each in value)
    return SWAP.get(value, value)


def exchanged_case(case: Case) -> Case:
    """Give the case in which each of two parties stands where the other stood."""

    def exchange(actor: Actor) -> Actor:
        names = ("id", "side", "speaks_for", "organ_of", "member_of", "family")
        return replace(actor, **{name: swapped(getattr(actor, name)) for name in names})

    actors = replace(
        case.actors,
        by_id={swapped(each.id): exchange(each) for each in case.actors.by_id.values()},
        classes={
            each.id: replace(each, takes_in=swapped(each.takes_in))
            for each in case.actors.classes.values()
        },
    )
    clauses = tuple(
        replace(
            clause,
            duties=tuple(
                replace(duty, owed_by=swapped(duty.owed_by), doers=swapped(duty.doers))
                for duty in clause.duties
            ),
        )
        for clause in case.agreement.clauses
    )
    outlets = {
        name: replace(outlet, voice_of=swapped(outlet.voice_of))
        for name, outlet in case.outlets.by_id.items()
    }
    return replace(
        case,
        actors=actors,
        agreement=replace(case.agreement, clauses=clauses),
        outlets=replace(case.outlets, by_id=outlets),
    )


def exchanged_finding(finding: Finding) -> Finding:
    names = ("doer", "voice", "speaker", "chain", "by_name")
    return replace(finding, **{name: swapped(getattr(finding, name)) for name in names})


def essence(board: Board, rename: Any) -> dict[Any, Any]:
    return {
        (line.duty, rename(line.doer)): (
            line.status, line.rule, line.standing, line.better, line.heard, line.since, line.last,
            line.counts, line.acts, {word.id for word in (*line.lesser_words, *line.better_words)},
        )
        for clause in board.clauses
        for line in clause.lines
    }  # fmt: skip


def test_the_parties_could_change_places(demo: CaseRecord) -> None:
    for pair in SWAPS[:-1]:
        assert set(pair) <= set(demo.case.actors.by_id)
    case = exchanged_case(demo.case)
    findings = [exchanged_finding(finding) for finding in demo.findings]
    assert sum(a != b for a, b in zip(findings, demo.findings, strict=True)) > 20
    for day in WEEKS:
        straight = essence(demo.board(day), swapped)
        assert essence(judge(case, findings, day), lambda doer: doer) == straight
    assert any(
        straight_line != crossed_line
        for straight_line, crossed_line in zip(
            essence(demo.board(WEEKS[10]), lambda doer: doer).items(),
            essence(judge(case, findings, WEEKS[10]), lambda doer: doer).items(),
            strict=True,
        )
    )


def test_the_day_that_is_shown_has_most_to_show(
    demo: CaseRecord, boards: dict[date, Board]
) -> None:
    day = telling_day(demo)
    assert FIRST <= day <= LAST
    found = telling_line(boards[day])
    assert found is not None
    assert found[1].lesser_words or found[1].better_words


def test_silence_is_never_kept_and_everything_else_rests_on_words(
    boards: dict[date, Board],
) -> None:
    told: dict[Status, int] = defaultdict(int)
    for board in boards.values():
        for clause in board.clauses:
            for line in clause.lines:
                told[line.status] += 1
                silent = not line.lesser_words and not line.better_words
                if line.status not in (Status.NO_REPORT, Status.NOT_YET_DUE):
                    assert not silent
    assert told[Status.NO_REPORT] > 100
