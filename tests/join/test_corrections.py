"""What corrections and retractions in pages change of what was told before."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_case, a_finding, a_reading, day
from trucewatch.core.document import Warning
from trucewatch.core.finding import Finding
from trucewatch.core.span import Span
from trucewatch.core.status import Status
from trucewatch.join.corrections import OWN_WORDS, Notice, apply_notices, notice_of
from trucewatch.join.passages import SharedText
from trucewatch.judge.board import judge
from trucewatch.judge.record import known

WORDS = Span(0, 10, "Correction")
MILITIA = "north_militia"


def a_notice(document: str, on: int, *, withdraws: bool = False, url: str | None = None) -> Notice:
    return Notice(
        document=document, outlet="wire", url=url, published=day(on), known_from=day(on),
        withdraws=withdraws, words=WORDS, spans=(WORDS,),
    )  # fmt: skip


def copies(*documents: str, share: float = 0.9) -> list[SharedText]:
    return [
        SharedText(
            one=one, other=other, passages=(), share_of_one=share, share_of_other=share,
            numbers_agree=True,
        )
        for one in documents for other in documents if one < other
    ]  # fmt: skip


def told(document: str, says: str, on: int = 25, **more: Any) -> Finding:
    given: dict[str, Any] = {"document": document, "origin": "o", "speaker": "monitor"}
    return a_finding("reach", MILITIA, says, on, **(given | more))


def status(findings: list[Finding], known: int) -> Status:
    clause = judge(a_case(), findings, day(40), day(known)).clauses[0]
    (line,) = (line for line in clause.lines if line.doer == MILITIA)
    return line.status


def test_a_correction_counts_from_the_day_it_was_published() -> None:
    first = told("a", "done", known_from=day(26))
    right = told("b", "not done", known_from=day(28))
    findings = apply_notices([first, right], [a_notice("b", 28)], copies("a", "b"), a_case())
    assert status(findings, 27) is Status.KEPT
    assert status(findings, 28) is Status.OVERDUE


def test_a_copy_of_the_first_text_is_corrected_with_it() -> None:
    findings = apply_notices(
        [
            told("a", "done"),
            told("c", "done", known_from=day(30)),
            told("b", "not done", known_from=day(28)),
        ],
        [a_notice("b", 28)],
        copies("a", "b"),
        a_case(),
    )
    assert status(findings, 31) is Status.OVERDUE


def test_another_voice_is_not_corrected() -> None:
    other = told("d", "done", voice="observer", speaker="observer", origin="p")
    findings = apply_notices(
        [told("a", "done"), other, told("b", "not done", known_from=day(28))],
        [a_notice("b", 28)],
        copies("a", "b"),
        a_case(),
    )
    assert status(findings, 31) is Status.CONTESTED


@pytest.mark.parametrize(
    ("shows", "notice", "right", "shared", "expected"),
    [
        ("what is told alike stays", a_notice("b", 28), told("b", "done"), copies("a", "b"), Status.KEPT),
        ("what is told no more is taken back", a_notice("b", 28), None, copies("a", "b"), Status.NO_REPORT),
        ("a withdrawn report is taken back", a_notice("b", 28, withdraws=True), None, copies("a", "b"), Status.NO_REPORT),
        ("even what is told again", a_notice("b", 28, withdraws=True, url="u"), None, [], Status.NO_REPORT),
        ("no copy", a_notice("b", 28), None, [], Status.KEPT),
        ("hardly a copy", a_notice("b", 28), None, copies("a", "b", share=0.4), Status.KEPT),
        ("another address", a_notice("b", 28, url="v"), None, [], Status.KEPT),
        ("the same address", a_notice("b", 28, url="u"), None, [], Status.NO_REPORT),
        ("a notice of an earlier day", a_notice("b", 20), None, copies("a", "b"), Status.KEPT),
    ],
)  # fmt: skip
def test_what_a_notice_takes_back(
    shows: str, notice: Notice, right: Finding | None, shared: list[SharedText], expected: Status
) -> None:
    first = told("a", "done", url="u", known_from=day(26))
    findings = apply_notices([first, *([right] if right else [])], [notice], shared, a_case())
    assert status(findings, 40) is expected, shows


WIRE: dict[str, Any] = {
    "outlet": "wire",
    "chain": ("wire", "monitor"),
    "known_from": day(26),
    "url": "w",
}
PAPER: dict[str, Any] = {
    "outlet": "daily",
    "chain": ("daily", "monitor"),
    "known_from": day(27),
    "url": "d",
}


def notice_by(outlet: str, *by: str) -> Notice:
    return replace(a_notice("n", 30, withdraws=True), outlet=outlet, by=frozenset(by))


@pytest.mark.parametrize(
    ("shows", "notice", "stand"),
    [
        ("a paper withdraws its reprint: the agency's word stands", notice_by("daily"), {"a"}),
        ("the agency withdraws: the copy goes with it", notice_by("wire"), set()),
        ("a paper tells that the agency withdrew", notice_by("daily", "wire"), set()),
        ("the voice takes it back, on whatever page", notice_by("daily", "monitor"), set()),
        ("another paper withdraws what it never told", notice_by("herald"), {"a", "b"}),
    ],
)
def test_a_retraction_takes_back_what_came_through_who_retracts(
    shows: str, notice: Notice, stand: set[str]
) -> None:
    first, copy = told("a", "done", **WIRE), told("b", "done", **PAPER)
    shared = copies("a", "b", "n")
    findings = apply_notices([first, copy], [notice], shared, a_case())
    assert {each.document for each in known(findings, None)} == stand, shows
    assert {each.document for each in known(findings, day(29))} == {"a", "b"}, shows
    assert status(findings, 29) is Status.KEPT
    assert status(findings, 30) is (Status.KEPT if stand else Status.NO_REPORT), shows


def test_a_voice_s_own_retraction_reaches_what_nobody_copied() -> None:
    elsewhere = told("z", "done", outlet="herald", chain=("herald", "monitor"))
    findings = [told("a", "done", **WIRE), elsewhere]
    shared = copies("a", "n")
    own = apply_notices(findings, [notice_by("daily", "monitor")], shared, a_case())
    assert known(own, None) == []
    agency = apply_notices(findings, [notice_by("wire")], shared, a_case())
    assert known(agency, None) == [elsewhere]


def test_a_notice_names_who_withdraws() -> None:
    reading = a_reading()
    span = Span.cut(reading.document.text, 0, len(reading.document.text))
    warning = Warning(code="retraction", message="", span=span)
    notice = notice_of(replace(reading, warnings=(warning,)), day(5))
    assert notice is not None
    assert (notice.by, notice.withdrawn_by) == (frozenset(), frozenset({"daily"}))
    assert replace(notice, outlet=None).withdrawn_by == frozenset()
    assert replace(notice, by=frozenset({"wire"})).withdrawn_by == frozenset({"wire"})


def test_the_notice_s_own_words_are_only_near() -> None:
    inside = told("b", "not done", span=Span(2, 8, "rrecti"))
    (found,) = apply_notices([inside], [a_notice("b", 28)], [], a_case())
    assert found.near == (OWN_WORDS,)


def test_without_notices_nothing_changes() -> None:
    findings = [told("b", "not done"), told("a", "done")]
    assert apply_notices(findings, [], copies("a", "b"), a_case()) == findings


def test_a_notice_is_what_a_reading_warns_of() -> None:
    reading = a_reading()
    assert notice_of(reading, day(5)) is None
    span = reading.document.blocks[0].span
    warning = Warning(code="retraction", message="", span=span)
    notice = notice_of(replace(reading, warnings=(warning,)), day(5))
    assert notice is not None
    assert (notice.document, notice.withdraws, notice.words, notice.known_from) == (
        "d1",
        True,
        span,
        day(5),
    )


@given(
    st.lists(st.sampled_from(["done", "not done", "partly"]), min_size=3, max_size=6),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_the_order_makes_no_difference(says: list[str], withdraws: bool, chance: Random) -> None:
    findings = [told("abcdef"[n], each, known_from=day(26 + n)) for n, each in enumerate(says)]
    notices = [a_notice("b", 27, withdraws=withdraws), a_notice("c", 28)]
    shared = copies(*"abcdef")
    once = {each.id: each for each in apply_notices(findings, notices, shared, a_case())}
    for listed in (findings, notices, shared):
        chance.shuffle(listed)
    assert {each.id: each for each in apply_notices(findings, notices, shared, a_case())} == once
