"""What bears on what (rule 5), on the invented case: unknown is not a fit, and wrong is no near one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.finding import Finding
from trucewatch.judge.bearing import bear
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)


def findings(text: str) -> list[Finding]:
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    return list(bear(read_text(document, crossing()), crossing(), DAY))


def weighed(text: str) -> set[tuple[str, str | None, str]]:
    return {
        (each.duty, each.doer, str(each.says))
        for each in findings(text)
        if each.voice and not each.near
    }


SAID = "the Joint Crossing Mission said."
CASES: list[tuple[str, set[tuple[str, str | None, str]]]] = [
    (f"The Harrow Crossing was closed on Monday, {SAID}", {("2-crossing", None, "not done")}),
    (f"Ondrel released the prisoners on Monday, {SAID}", {("1-prisoners", "ondrel", "done")}),
    (f"Ondrel has not released the prisoners, {SAID}", {("1-prisoners", "ondrel", "not done")}),
    (f"Velmari troops will attack Ashel on Monday, {SAID}", set()),
    (f"Velmari troops may attack Ashel, {SAID}", set()),
    ("Ondrel released the prisoners on Monday.", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_has_weight(text: str, expected: set[tuple[str, str | None, str]]) -> None:
    assert weighed(text) == expected


def test_news_that_nobody_says_is_near() -> None:
    (finding,) = findings("Ondrel released the prisoners on Monday.")
    assert (finding.duty, finding.voice) == ("1-prisoners", None)


def test_every_finding_cites_its_sentence() -> None:
    text = f"Ondrel released the prisoners on Monday, {SAID}"
    for finding in findings(text):
        assert finding.span is not None
        assert text[finding.span.start : finding.span.end] == finding.words


def test_a_denied_fulfilment_is_stored_as_what_it_asserts() -> None:
    found = [
        each
        for each in findings("Ilan Queth denied that Velmar had released the prisoners.")
        if each.duty == "1-prisoners"
    ]
    assert {(str(each.says), each.form) for each in found} == {("not done", "denied")}
