"""Copied sentences have one speaker, reprints the day of their first print."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_case, a_duty, a_finding, day
from copied_reports import BRIDGE, PORTERS, QUAY, RAIN, TALKS, report
from trucewatch.core.agreement import DutyType
from trucewatch.core.document import Document
from trucewatch.core.finding import Finding
from trucewatch.core.span import Span
from trucewatch.join.copies import shared_texts
from trucewatch.join.groups import origins
from trucewatch.join.origins import join_origins
from trucewatch.judge.board import judge

N = "north_militia"
ARTICLE = (QUAY, PORTERS, RAIN)


def cite(document: Document, sentence: str, on: int = 5, **more: Any) -> Finding:
    """Make the finding of a sentence of a document, published on a day, which the text does not give."""
    start = document.text.index(sentence)
    given: dict[str, Any] = {
        "origin": f"{document.id}:{start}", "document": document.id, "words": sentence,
        "span": Span(start, start + len(sentence), sentence), "said_on": None, "published": day(on),
    }  # fmt: skip
    return a_finding("refrain", N, "act", on, **(given | more))


def joined(documents: list[Document], findings: list[Finding]) -> list[Finding]:
    return join_origins(findings, shared_texts(documents))


Given = dict[str, Any]
A_SAYS: Given = {"voice": "monitor"}
B_SAYS: Given = {"voice": "observer"}
NOBODY: Given = {"voice": None}
SAID: Given = {"said_on": day(6)}
ARCHIVED: Given = {"published": None, "known_from": day(999)}
BULLETIN = "In all 12 shells hit the old quay of Ashel from the western ridge during the day."
LATER = BULLETIN.replace("12", "15")
LONG = ("; ".join([QUAY, PORTERS, BRIDGE, TALKS]), RAIN)
CHANGED = QUAY.replace("Militia gunners", "The monitor said gunners")

PAIRS: list[tuple[str, Any, str, dict[str, Any], Any, str, dict[str, Any], bool]] = [
    # what it shows; article, sentence and finding of one; of the other; whether they are one origin
    ("a copy under another speaker", ARTICLE, QUAY, A_SAYS, ARTICLE, QUAY, B_SAYS, True),
    ("a copy that lost its speaker", ARTICLE, QUAY, A_SAYS, ARTICLE, QUAY, NOBODY, True),
    ("an unnamed source, named elsewhere", ARTICLE, QUAY, A_SAYS, ARTICLE, QUAY, A_SAYS | {"unnamed": True}, True),
    ("a sentence of a cut copy", ARTICLE, QUAY, A_SAYS, ARTICLE[:2], QUAY, B_SAYS, True),
    ("the same sentence in another text", ARTICLE, QUAY, A_SAYS, (QUAY, BRIDGE, TALKS), QUAY, B_SAYS, False),
    ("another speaker is written there", ARTICLE, QUAY, A_SAYS, (CHANGED, PORTERS, RAIN), CHANGED, B_SAYS, False),
    ("other sentences of one text", ARTICLE, QUAY, A_SAYS, ARTICLE, PORTERS, B_SAYS, False),
    ("a short sentence", (*ARTICLE, "They fired again."), "They fired again.", A_SAYS, (*ARTICLE, "They fired again."), "They fired again.", B_SAYS, False),
    ("speakers differ, and the days by two", ARTICLE, QUAY, A_SAYS | {"said_on": day(3)}, ARTICLE, QUAY, B_SAYS | {"said_on": day(5)}, False),
    ("a reprint", ARTICLE, QUAY, A_SAYS, ARTICLE, QUAY, A_SAYS | {"on": 12}, True),
    ("a reprint, read otherwise", ARTICLE, QUAY, A_SAYS, ARTICLE, QUAY, B_SAYS | {"on": 12}, True),
    ("a reprint that lost a word", LONG, LONG[0], A_SAYS, (LONG[0].replace("old ", ""), RAIN), LONG[0].replace("old ", ""), A_SAYS | {"on": 12}, True),
    ("a reprint after a month", ARTICLE, QUAY, A_SAYS, ARTICLE, QUAY, A_SAYS | {"on": 40}, False),
    ("a copy from an archive", ARTICLE, QUAY, A_SAYS, ARTICLE, QUAY, A_SAYS | ARCHIVED, True),
    ("a reprint that names its day of saying", ARTICLE, QUAY, A_SAYS | {"said_on": day(3)}, ARTICLE, QUAY, A_SAYS | SAID, False),
    ("an old text, half of it new", ARTICLE, QUAY, A_SAYS, (QUAY, PORTERS, BRIDGE, TALKS), QUAY, A_SAYS | {"on": 12}, False),
    ("a bulletin with other numbers", (BULLETIN, *ARTICLE), BULLETIN, A_SAYS, (LATER, *ARTICLE), LATER, A_SAYS | {"on": 7}, False),
    ("a bulletin with other numbers elsewhere", (*ARTICLE, BULLETIN), QUAY, A_SAYS, (*ARTICLE, LATER), QUAY, A_SAYS | {"on": 7}, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("shows", "text", "sentence", "finding", "other_text", "other", "other_finding", "same"),
    PAIRS,
    ids=[each[0] for each in PAIRS],
)
def test_two_tellings(
    shows: str,
    text: tuple[str, ...],
    sentence: str,
    finding: dict[str, Any],
    other_text: tuple[str, ...],
    other: str,
    other_finding: dict[str, Any],
    same: bool,
) -> None:
    documents = [report("a", *text), report("b", *other_text)]
    findings = [
        cite(documents[0], sentence, **finding), cite(documents[1], other, **other_finding),
    ]  # fmt: skip
    told = joined(documents, findings)
    assert (told[0].origin == told[1].origin) is same, shows
    assert [replace(each, origin="") for each in told] == [
        replace(each, origin="") for each in findings
    ]


def test_without_copied_text_nothing_else_is_one() -> None:
    documents = [report("a", *ARTICLE), report("b", *ARTICLE)]
    findings = [cite(documents[0], QUAY, **A_SAYS), cite(documents[1], QUAY, **B_SAYS)]
    assert len({each.origin for each in join_origins(findings)}) == 2


def test_a_copy_read_as_another_s_words_does_not_corroborate() -> None:
    documents = [report("a", *ARTICLE), report("b", *ARTICLE)]
    one = cite(documents[0], QUAY, **A_SAYS, incident="attack ashel")
    copy = cite(documents[1], QUAY, **B_SAYS, incident="attack ashel")
    case = a_case(a_duty("refrain", DutyType.REFRAIN))

    def standings(*findings: Finding) -> list[object]:
        board = judge(case, joined(documents, list(findings)), day(6))
        lines = [line for clause in board.clauses for line in clause.lines]
        return [(line.status, line.standing, line.counts.origins) for line in lines]

    assert standings(one, copy) == standings(one)


def test_reprints_of_reprints_go_back_to_the_first() -> None:
    documents = [report(name, *ARTICLE) for name in "abcd"]
    findings = [
        cite(document, QUAY, on=5 + 10 * number) for number, document in enumerate(documents)
    ]
    assert len({each.origin for each in joined(documents, findings)}) == 1


@pytest.mark.parametrize(
    ("one", "other", "reason", "speaker"),
    [
        (A_SAYS, A_SAYS, "same first speaker, days of saying at most one apart, same content; 2 of 2 in the same words", "monitor"),
        (A_SAYS, A_SAYS | {"on": 12}, "copied text: published again, with no other day of saying; 2 of 2 in the same words", "monitor"),
        (NOBODY, B_SAYS, "copied text: the same sentence, read as words of different speakers; 2 of 2 in the same words", "observer"),
        (A_SAYS | {"unnamed": True}, B_SAYS | {"on": 6}, "copied text: the same sentence, read as words of different speakers; 2 of 2 in the same words", "observer"),
    ],
)  # fmt: skip
def test_an_origin_says_that_it_was_copied(
    one: dict[str, Any], other: dict[str, Any], reason: str, speaker: str
) -> None:
    documents = [report("a", *ARTICLE), report("b", *ARTICLE)]
    findings = [cite(documents[0], QUAY, **one), cite(documents[1], QUAY, **other)]
    (found,) = origins(joined(documents, findings))
    assert (found.reason, found.speaker) == (reason, speaker)


@st.composite
def records(draw: st.DrawFn) -> tuple[list[Document], list[Finding]]:
    documents = [
        report(name, *draw(st.sampled_from([ARTICLE, ARTICLE[:2], (QUAY, BRIDGE), (TALKS,)])))
        for name in "abcde"[: draw(st.integers(0, 5))]
    ]
    findings = []
    for document in documents:
        sentence = document.blocks[0].span.text
        who = draw(st.sampled_from([A_SAYS, B_SAYS, NOBODY, A_SAYS | {"unnamed": True}]))
        stated = draw(st.sampled_from([{}, SAID, ARCHIVED]))
        findings.append(cite(document, sentence, draw(st.integers(3, 30)), **(who | stated)))
    return documents, findings


def grouped(findings: list[Finding]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        groups[finding.origin].add(finding.document)
    return groups


@given(records(), st.randoms(use_true_random=False))
def test_the_order_makes_no_difference(
    record: tuple[list[Document], list[Finding]], random: Random
) -> None:
    documents, findings = record
    before = {each.id: each.origin for each in joined(documents, findings)}
    random.shuffle(documents)
    random.shuffle(findings)
    assert {each.id: each.origin for each in joined(documents, findings)} == before


@given(records())
def test_a_copy_of_a_document_adds_no_origin(
    record: tuple[list[Document], list[Finding]],
) -> None:
    documents, findings = record
    if not documents:
        return
    copy = replace(documents[0], id="z")
    again = replace(findings[0], id="again", document="z", origin="z:0")
    before = grouped(joined(documents, findings))
    after = grouped(joined([*documents, copy], [*findings, again]))
    assert len(after) == len(before)
    assert any({"z", documents[0].id} <= told for told in after.values())


@given(records())
def test_what_is_joined_was_copied_or_has_one_speaker(
    record: tuple[list[Document], list[Finding]],
) -> None:
    documents, findings = record
    texts = {each.id: {each.id} for each in documents}
    for each in shared_texts(documents):
        if each.copied:
            texts[each.one].add(each.other)
            texts[each.other].add(each.one)
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in joined(documents, findings):
        groups[finding.origin].append(finding)
    for group in groups.values():
        names = {finding.document for finding in group}
        assert len(names) == len(group)
        # who speaks may be told by a copy alone, which stands in another group where its day differs
        told = [
            {_speaker(each) for each in findings if each.document in texts[one]} for one in names
        ]
        assert set.intersection(*told) or any(names & texts[one] - {one} for one in names)


def _speaker(finding: Finding) -> tuple[str | None, bool]:
    return finding.speaker, finding.unnamed
