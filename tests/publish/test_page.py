"""The page: everything on it, nothing that runs, the same bytes every time, the same for all sides."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import DEADLINE, SIGNED, a_case, a_duty, a_finding, day
from publish.pages import BAD_URLS, GOOD_URLS, VECTORS, Page, sound
from trucewatch import __version__
from trucewatch.core.agreement import DutyType
from trucewatch.core.case import Case
from trucewatch.core.document import ReadDocument
from trucewatch.core.finding import WHOLE, Finding
from trucewatch.core.outlet import Outlet, Outlets
from trucewatch.core.place import Place, Places
from trucewatch.core.rival import ClaimedFigure, RivalFigures
from trucewatch.core.status import Board, Status
from trucewatch.core.when import Period
from trucewatch.judge.board import judge
from trucewatch.pipeline.record import CaseRecord
from trucewatch.publish.changes import changes
from trucewatch.publish.escape import for_terminal
from trucewatch.publish.page.reading import METHOD
from trucewatch.publish.page.report import ROOM, html_report
from trucewatch.publish.page.words import QUOTE_CHARACTERS, WHOLE_WORDS, shortened

FEW = settings.get_profile("trucewatch").max_examples // 4
CASE = a_case()


def page_of(
    findings: Sequence[Finding],
    case: Case = CASE,
    on: int = 24,
    since: int = 17,
    known: date | None = None,
    documents: Sequence[ReadDocument] = (),
    **more: Any,
) -> str:
    earlier = judge(case, findings, day(since), day(since))
    later = judge(case, findings, day(on), known)
    changed = changes(earlier, later, case, findings, documents)
    return html_report(later, earlier, case, changed, documents, **more)


def of_record(record: CaseRecord, board: Board, **more: Any) -> str:
    since = board.on - timedelta(days=7)
    earlier = record.board(since, since)
    changed = changes(earlier, board, record.case, record.findings, record.documents)
    return html_report(board, earlier, record.case, changed, record.documents, **more)


def test_a_page_of_the_record_is_sound(record: CaseRecord, board: Board) -> None:
    page = sound(of_record(record, board))
    assert page.text.count("What changed since") == 1
    for clause in record.case.agreement.clauses:
        assert clause.title in page.text
    assert f"trucewatch {__version__}" in page.text
    assert record.case.state.sha256[:16] in page.text


def test_every_status_that_words_carry_is_quoted_with_a_link(
    record: CaseRecord, board: Board
) -> None:
    page = sound(of_record(record, board))
    told = [
        line
        for clause in board.clauses
        if clause.status
        for line in clause.lines
        if line.status not in (Status.NO_REPORT, Status.NOT_YET_DUE)
    ]
    assert len(told) > 5
    for line in told:
        for camp in (line.lesser_words, line.better_words):
            assert not camp or any(finding.words in page.text for finding in camp)
    quoted = [finding for line in told for finding in (*line.lesser_words, *line.better_words)]
    assert len({finding.url for finding in quoted} & set(page.links)) > 5


def test_two_pages_have_room_for_the_quotations(record: CaseRecord, board: Board) -> None:
    page = sound(of_record(record, board))
    assert 10 < len(page.ids) <= ROOM + WHOLE_WORDS


@pytest.mark.parametrize("number", [1, 2, 3, 12, 40])
def test_a_heavy_board_prints_fewer_words_of_each_line(number: int) -> None:
    findings = [
        a_finding(duty, doer, "act", 20, words=f"{duty} {doer} {each}", origin=f"{duty}{doer}{each}")
        for duty in ("reach", "refrain", "keep")
        for doer in ("north_militia", "south_militia", None)
        for each in range(number)
    ]  # fmt: skip
    page = sound(page_of(findings))
    assert len(page.ids) <= max(ROOM, 9)
    assert ("more: trucewatch why refrain" in page.text) is (number > 1)


def test_quotations_are_numbered_once_and_referred_to() -> None:
    same = {"words": "Both were told.", "document": "d", "origin": "o"}
    findings = [
        a_finding(duty, doer, "act", 20, **same)
        for duty in ("refrain", "keep")
        for doer in ("north_militia", "south_militia")
    ]
    page = sound(page_of(findings))
    assert page.ids == ["q1"]
    assert page.text.count("Both were told.") == 1
    assert page.text.count("as above [1]") == 1
    assert page.links.count("#q1") == 3, "two changes of the board, and one repetition"


@pytest.mark.parametrize(
    ("doers", "of"),
    [
        (("northland",), ", of Northland"),
        (("northland", "southland"), ", of all but North_Militia"),
        (("northland", "southland", "north_militia"), ""),
    ],
)
def test_whom_a_word_speaks_of_is_told_where_lines_share_a_heading(
    doers: tuple[str, ...], of: str
) -> None:
    listed = ("northland", "southland", "north_militia")
    case = a_case(a_duty("keep", DutyType.KEEP, doers=listed))
    to_all = {"words": "all", "origin": "o1", "document": "d1"}
    to_some = {"words": "some", "origin": "o2", "document": "d2", "voice": "stranger"}
    findings = [
        *(a_finding("keep", each, "not done", 20, **to_all) for each in listed),
        *(a_finding("keep", each, "not done", 22, **to_some) for each in doers),
    ]
    text = sound(page_of(findings, case)).text
    assert "Northland, Southland, North_Militia" in text
    assert "all not done: Daily ← Monitor" in text
    assert f"some not done{of}: Daily ← Stranger" in text


def test_the_accused_who_was_not_heard_is_named() -> None:
    act = {"words": "w", "document": "d", "origin": "o"}
    findings = [
        a_finding("refrain", doer, "act", 20, **act) for doer in ("north_militia", "south_militia")
    ]
    assert "North_Militia, South_Militia; not heard" in sound(page_of(findings)).text
    own = a_finding("refrain", "south_militia", "promise", 19, voice="south_militia")
    assert "not heard: North_Militia" in sound(page_of([*findings, own])).text


def test_what_stands_beside_without_weight_is_counted() -> None:
    findings = [
        a_finding("reach", "north_militia", "promise", 10),
        a_finding("reach", "north_militia", "promise", 11),
        a_finding("reach", "north_militia", "refusal", 11),
        a_finding("reach", "north_militia", "not done", 12, near=("the zone is not named",)),
    ]
    assert "2 promises, 1 refusal, 1 near" in sound(page_of(findings)).text


def test_what_did_not_change_is_said_too() -> None:
    assert "No status or standing changed." in sound(page_of([], on=10, since=9)).text


def test_nothing_read_is_told() -> None:
    text = sound(page_of([])).text
    assert "Nothing read of the last 7 days" in text
    assert "0 documents read in all" in text


def read(number: int, on: int | None, **more: Any) -> ReadDocument:
    given: dict[str, Any] = {
        "id": f"d{number}",
        "outlet": "daily",
        "title": None,
        "url": None,
        "published": None if on is None else day(on),
        "known_from": day(30 if on is None else on),
    }
    return ReadDocument(**(given | more))


def test_what_was_read_and_what_was_not_is_told() -> None:
    documents = [
        read(1, 20),
        read(2, 21, outlet="wire"),
        read(3, 5),
        read(4, 28),
        read(5, None),
        read(6, 22, outlet=None, language="tr", warnings=("language_not_read",)),
        read(7, 22, outlet="A stranger's site", language=None, warnings=("language_not_read",)),
    ]
    text = sound(page_of([], documents=documents, refused=1234)).text
    assert "4 documents read of the last 7 days" in text
    assert "7 documents read in all, 4 of them of the days since 18 Mar" in text
    assert "2 were published after 25 Mar, and are known to this board" in text
    assert (
        "By outlet: Daily 4 (1 new), A stranger's site 1 (1 new), Wire 1 (1 new), outlet unknown 1"
        in text
    )
    assert "1,234 refused" in text
    assert "2 in languages that are not read (tr 1, unknown 1)" in text
    assert "1 undated" in text
    then = sound(page_of([], documents=documents, known=day(24))).text
    assert "5 documents read in all, 4 of them" in then
    assert "published after" not in then
    assert "as known on 25 Mar" in then


def test_many_outlets_are_counted() -> None:
    documents = [read(number, 20, outlet=f"site {number:03}") for number in range(300)]
    text = sound(page_of([], documents=documents)).text
    assert "276 outlets more with 276 documents" in text


def test_the_language_of_a_quotation_is_told_where_it_is_known() -> None:
    act = a_finding("refrain", "north_militia", "act", 20, document="d1", words="mots")
    for language, told in (("fr", ["en", "fr"]), (None, ["en"]), ('"><script>', ["en"])):
        page = sound(page_of([act], documents=[read(1, 20, language=language)]))
        assert page.languages == told


def test_the_method_is_ten_lines_and_the_file_s_readings_are_told() -> None:
    assert len(METHOD.strip().splitlines()) == 10
    case = a_case(a_duty("reach", reading="The text names no group."))
    text = sound(page_of([], case)).text
    assert "clause reach: The text names no group." in text
    assert "counts for 7 days" in text


def test_a_clause_with_two_duties_tells_which() -> None:
    whole = a_case(
        a_duty("walk", DutyType.KEEP, what="walk the line"),
        a_duty("trade", DutyType.KEEP, what="let goods pass"),
    )
    first, second = (clause.duties[0] for clause in whole.agreement.clauses)
    clause = replace(
        whole.agreement.clauses[0],
        id="7",
        duties=(replace(first, clause="7"), replace(second, clause="7")),
    )
    case = replace(whole, agreement=replace(whole.agreement, clauses=(clause,)))
    text = sound(page_of([a_finding("trade", "north_militia", "not done", 20)], case)).text
    assert "let goods pass" in text
    assert "walk the line" in text


CLAIMS = [
    ("7", 7.0, 7.0, "exact", "(7)"),
    ("at least 1,200", 1200.0, None, "at_least", "(at least 1,200)"),
    ("as many as 9", None, 9.0, "at_most", "(at most 9)"),
    ("2 to 3", 2.0, 3.0, "range", "(2 to 3)"),
    ("about 1.5", 1.5, 1.5, "about", "(about 1.5)"),
]


def a_claim(words: str, on: int | None, **more: Any) -> ClaimedFigure:
    given: dict[str, Any] = {
        "words": words,
        "low": 1.0,
        "high": 1.0,
        "bound": "exact",
        "chain": ("daily", "monitor"),
        "document": "d1",
        "published": None if on is None else day(on),
        "url": "https://daily.example/",
    }
    return ClaimedFigure(**(given | more))


def test_rival_figures_stand_side_by_side() -> None:
    claims = tuple(
        a_claim(words, 20, low=low, high=high, bound=bound, unnamed=bound == "range")
        for words, low, high, bound, _ in CLAIMS
    )
    rivals = RivalFigures(counts="killed", place="quay", days=Period.of(day(19)), claims=claims)
    page = sound(page_of([], figures=[rivals]))
    assert "Rival figures" in page.text
    assert "killed, quay, 20 Mar" in page.text
    for words, _, _, _, told in CLAIMS:
        assert f"{words} {told} Daily ← Monitor" in page.text
    assert "Monitor ← unnamed source" in page.text
    assert page.links.count("https://daily.example/") == len(CLAIMS)


def test_repetition_is_no_other_claim() -> None:
    repeated = [a_claim("46 people", 20, document=f"d{number}") for number in range(3)]
    claims = (*repeated, a_claim("94 people", 20, low=94.0, high=94.0))
    rivals = RivalFigures(counts="hurt", place=None, days=None, claims=claims)
    text = sound(page_of([], figures=[rivals])).text
    assert text.count("46 people") == 1
    assert "; 2 documents more" in text


@pytest.mark.parametrize(
    ("number", "bound", "word"),
    [(12.0, "exact", "contradict"), (5.0, "at_least", "narrower"), (50.0, "about", "contradict")],
)
def test_a_claim_says_in_one_word_how_it_stands_to_the_others(
    number: float, bound: str, word: str
) -> None:
    other = {"low": number, "high": None if bound == "at_least" else number, "bound": bound}
    claims = (a_claim("7 people", 20, low=7.0, high=7.0), a_claim("other", 20, **other))
    rivals = RivalFigures(counts="killed", place="quay", days=None, claims=claims)
    text = sound(page_of([], figures=[rivals])).text
    assert text.count(f"; {word}") == len(claims)
    assert "none is averaged" in text


def test_only_new_rival_figures_that_are_known_are_told() -> None:
    def told(*days: int | None, known: date | None = None) -> bool:
        claims = tuple(a_claim(f"claim {number}", on) for number, on in enumerate(days))
        rivals = RivalFigures(counts="killed", place=None, days=None, claims=claims)
        return "Rival figures" in sound(page_of([], figures=[rivals], known=known)).text

    assert told(10, 20)
    assert told(None, 20)
    assert not told(3, 10)
    assert not told(20)
    assert told(20, 30)
    assert not told(20, 30, known=day(24))


def test_many_rival_figures_are_counted() -> None:
    claims = tuple(a_claim(f"claim {number}", 20, high=float(number)) for number in range(9))
    rivals = [
        RivalFigures(counts=f"thing {number}", place=None, days=None, claims=claims)
        for number in range(8)
    ]
    text = sound(page_of([], figures=rivals)).text
    assert "2 counts more." in text
    assert text.count("3 more") == 6


def test_a_long_quotation_is_cut_at_a_word_and_says_so() -> None:
    words = "word " * 200
    told = shortened(words)
    assert len(told) <= QUOTE_CHARACTERS
    assert told.endswith(" [...]")
    assert words.startswith(told.removesuffix(" [...]"))
    assert shortened("short") == "short"
    assert len(shortened("x" * 5000)) <= QUOTE_CHARACTERS
    long = a_finding("refrain", None, "act", 20, words=words)
    assert "word [...]" in sound(page_of([long])).text


HOSTILE: dict[str, Callable[[str], Page]] = {}


def place(function: Callable[[str], Page]) -> Callable[[str], Page]:
    HOSTILE[function.__name__] = function
    return function


ACT: dict[str, Any] = {"duty": "refrain", "doer": "north_militia", "says": "act", "on": 20}


@place
def quote(words: str) -> Page:
    return sound(page_of([a_finding(**ACT, words=words)]))


@place
def quote_beside_the_whole(words: str) -> Page:
    return sound(page_of([a_finding(WHOLE, None, "done", 20, words=words)]))


@place
def quote_whose_window_ended(words: str) -> Page:
    return sound(page_of([a_finding(**(ACT | {"on": 15}), words=words)]))


@place
def voice_and_chain(words: str) -> Page:
    return sound(page_of([a_finding(**ACT, chain=("daily", words), voice=words)]))


@place
def outlet_unknown_to_the_case(words: str) -> Page:
    return sound(
        page_of(
            [a_finding(**ACT, outlet=words, document="d1")], documents=[read(1, 20, outlet=words)]
        )
    )


@place
def title_of_a_document(words: str) -> Page:
    return sound(page_of([a_finding(**ACT, document="d1")], documents=[read(1, 20, title=words)]))


@place
def language_of_a_document(words: str) -> Page:
    documents = [read(1, 20, language=words, warnings=("language_not_read",))]
    return sound(page_of([a_finding(**ACT, document="d1")], documents=documents))


@place
def name_of_an_actor(words: str) -> Page:
    renamed = replace(CASE.actors.by_id["north_militia"], name=words)
    named = replace(CASE.actors, by_id={**CASE.actors.by_id, "north_militia": renamed})
    return sound(page_of([a_finding(**ACT)], replace(CASE, actors=named)))


@place
def name_of_an_outlet(words: str) -> Page:
    outlets = Outlets(by_id={"daily": Outlet(id="daily", name=words)})
    return sound(page_of([a_finding(**ACT)], replace(CASE, outlets=outlets)))


@place
def title_of_the_agreement(words: str) -> Page:
    return sound(page_of([], replace(CASE, agreement=replace(CASE.agreement, title=words))))


@place
def title_of_a_clause(words: str) -> Page:
    return sound(page_of([], a_case(a_duty("refrain", DutyType.REFRAIN, what=words))))


@place
def reading_of_a_duty(words: str) -> Page:
    return sound(page_of([], a_case(a_duty("reach", reading=words))))


@place
def words_of_a_figure(words: str) -> Page:
    claims = (a_claim(words, 20), a_claim("1", 20, low=2.0))
    rivals = RivalFigures(counts="killed", place="quay", days=None, claims=claims)
    return sound(page_of([], figures=[rivals]))


@place
def what_a_figure_counts_and_where(words: str) -> Page:
    claims = (a_claim("1", 20), a_claim("2", 20, chain=(words,)))
    rivals = RivalFigures(counts=words, place=words, days=None, claims=claims)
    return sound(page_of([], figures=[rivals]))


@place
def name_of_a_place(words: str) -> Page:
    claims = (a_claim("1", 20), a_claim("2", 20, high=2.0))
    rivals = RivalFigures(counts="killed", place="quay", days=None, claims=claims)
    places = Places(by_id={"quay": Place(id="quay", name=words, kind="town")}, zones={})
    return sound(page_of([], replace(CASE, places=places), figures=[rivals]))


@pytest.mark.parametrize("words", VECTORS)
@pytest.mark.parametrize("field", HOSTILE)
def test_a_stranger_s_words_stay_words(field: str, words: str) -> None:
    assert for_terminal(words) in HOSTILE[field](words).text


@settings(max_examples=FEW)
@given(st.text(max_size=40), st.sampled_from(sorted(HOSTILE)))
def test_any_words_stay_words(words: str, field: str) -> None:
    assert for_terminal(words) in HOSTILE[field](words).text


@pytest.mark.parametrize("url", [*BAD_URLS, *GOOD_URLS])
def test_only_pages_of_the_web_are_linked(url: str) -> None:
    finding = a_finding(**ACT, url=url, document="d1")
    claims = (a_claim("1", 20, url=url), a_claim("2", 20, url=url, high=2.0))
    rivals = RivalFigures(counts="killed", place=None, days=None, claims=claims)
    page = sound(page_of([finding], documents=[read(1, 20, url=url)], figures=[rivals]))
    outside = [target for target in page.links if not target.startswith("#")]
    assert outside == ([url] * 4 if url in GOOD_URLS else [])
    assert "javascript:" not in "".join(outside).lower()


def test_the_same_record_gives_the_same_bytes(record: CaseRecord, board: Board) -> None:
    first = of_record(record, board)
    assert of_record(record, board) == first
    shuffled = replace(
        record,
        findings=tuple(reversed(record.findings)),
        documents=tuple(reversed(record.documents)),
    )
    assert of_record(shuffled, shuffled.board(board.on)) == first


def test_the_same_bytes_whatever_the_system(tmp_path: Path, record: CaseRecord) -> None:
    pages = set()
    for seed, zone in (("0", "UTC"), ("7", "Pacific/Kiritimati"), ("99", "America/St_Johns")):
        out = tmp_path / f"{seed}.html"
        subprocess.run(
            [sys.executable, "-c", "from trucewatch.cli import main; main()", "publish", "--format", "html",
             "--case", str(record.folder), "--on", "2018-11-25", "--out", str(out)],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True, capture_output=True,
        )  # fmt: skip
        pages.add(out.read_bytes())
    assert len(pages) == 1


def swapped_words(words: str) -> str:
    pairs = {"north": "south", "south": "north", "North": "South", "South": "North"}
    return re.sub("north|south", lambda found: pairs[found[0]], words, flags=re.IGNORECASE)


def swapped(finding: Finding) -> Finding:
    def other(name: str | None) -> str | None:
        return swapped_words(name) if name else None

    return replace(
        finding,
        doer=other(finding.doer),
        voice=other(finding.voice),
        speaker=other(finding.speaker),
        chain=tuple(map(swapped_words, finding.chain)),
    )


@st.composite
def told(draw: st.DrawFn) -> list[Finding]:
    voices = (
        "monitor",
        "observer",
        "north_speaker",
        "south_speaker",
        "north_militia",
        "south_militia",
    )
    return [
        a_finding(
            draw(st.sampled_from(("reach", "open", "refrain", "keep", WHOLE))),
            draw(st.sampled_from(("north_militia", "south_militia", None))),
            draw(st.sampled_from(("done", "partly", "not done", "act", "denies", "no act", "promise"))),
            draw(st.integers(1, 24)),
            voice=draw(st.sampled_from(voices)),
            manner=draw(st.sampled_from(("direct", "indirect"))),
            words=f"words {draw(st.integers(0, 5))}",
        )
        for _ in range(draw(st.integers(0, 14)))
    ]  # fmt: skip


def two_parties(first: str, second: str) -> Case:
    def duty(name: str, type: DutyType = DutyType.REACH, **more: Any) -> Any:
        land, militia = (f"{first}land", f"{second}land"), (f"{first}_militia", f"{second}_militia")
        return a_duty(name, type, owed_by=land, doers=militia, **more)

    case = a_case(
        duty("reach"),
        duty("open", deadline=None),
        duty("refrain", DutyType.REFRAIN),
        duty("keep", DutyType.KEEP),
    )
    lands = (f"{first}land", f"{second}land")
    return replace(case, agreement=replace(case.agreement, signatories=lands))


@settings(max_examples=FEW)
@given(told())
def test_the_parties_could_change_places(findings: list[Finding]) -> None:
    page = page_of(findings, two_parties("north", "south"))
    mirrored = page_of([swapped(each) for each in findings], two_parties("south", "north"))
    assert swapped_words(page) == mirrored


def test_a_page_needs_nothing_from_elsewhere(record: CaseRecord, board: Board) -> None:
    source = of_record(record, board)
    assert not re.search(r"<(script|link|img|iframe|object|embed|base|form)\b", source)
    assert not re.search(r"url\(|@import|expression\(", source)
    assert "default-src &#x27;none&#x27;" in source
    assert str(datetime.now(UTC).date()) not in source


def test_days_are_written_with_their_year_where_it_differs() -> None:
    old = a_finding(
        "open", "north_militia", "done", -90, said_on=SIGNED, days=Period(day(-90), DEADLINE)
    )
    assert (
        "1 Dec 2019 to 21 Mar"
        in sound(
            page_of([replace(old, days=Period(date(2019, 12, 1), DEADLINE + timedelta(days=1)))])
        ).text
    )
