"""What the findings of one telling say together."""

from __future__ import annotations

from typing import Any

import pytest

from builders import a_case, a_finding, day
from trucewatch.core.span import Span
from trucewatch.join.telling import Telling, content_words, numbers_agree, tellings_of


def telling(**more: Any) -> Telling:
    given: dict[str, Any] = {"origin": "d:s1", "words": "Shells hit Ashel"}
    return tellings_of([a_finding("refrain", None, "act", 5, **(given | more))])["d:s1"]


def test_content_words_are_long_words_and_numbers() -> None:
    assert content_words("The 3 Guns of ÉTÉ fired; 1,250 of them in 2018.") == {
        "guns", "fired", "2018", "3", "1", "250",
    }  # fmt: skip


def test_the_names_of_a_speaker_are_no_content_of_what_it_says() -> None:
    found = a_finding(
        "refrain",
        None,
        "act",
        5,
        origin="o",
        speaker="monitor",
        words="Monitor said: Monitor shelled",
    )
    assert tellings_of([found], a_case().actors)["o"].words == {"shelled"}
    assert tellings_of([found])["o"].words == {"shelled", "monitor"}


@pytest.mark.parametrize(
    ("days", "stated", "dated", "uttered"),
    [
        ({"said_on": day(4), "published": day(5)}, True, True, day(4)),
        ({"said_on": None, "published": day(5)}, False, True, day(5)),
        ({"said_on": None, "published": None, "known_from": day(9)}, False, False, day(9)),
    ],
)
def test_which_day_it_was_said(
    days: dict[str, Any], stated: bool, dated: bool, uttered: object
) -> None:
    found = telling(**days)
    assert (found.stated, found.dated, found.uttered) == (stated, dated, uttered)


@pytest.mark.parametrize(
    ("who", "speaker", "named"),
    [
        ({"speaker": "monitor"}, "monitor", True),
        ({"speaker": "monitor", "unnamed": True}, "?monitor", False),
        ({"speaker": None, "unnamed": True}, "?", False),
        ({"speaker": None}, "", False),
    ],
)
def test_who_said_it(who: dict[str, Any], speaker: str, named: bool) -> None:
    found = telling(**who)
    assert (found.speaker, found.named) == (speaker, named)


def test_a_telling_holds_the_sentences_of_all_its_findings_once() -> None:
    cited = [("Shells hit", 9), ("Shells hit", 9), ("Ashel burns", 0)]
    findings = [
        a_finding("refrain", None, "act", 5, origin="o", words=text, span=Span(at, at + len(text), text))
        for text, at in cited
    ]  # fmt: skip
    found = tellings_of(findings)["o"]
    assert [span.start for span in found.spans] == [0, 9]
    assert found.words == {"shells", "ashel", "burns"}


def test_a_spelled_number_is_the_number_and_no_word() -> None:
    told = content_words("Twelve guns and seven men; no shells")
    assert (
        told == content_words("12 guns and 7 men; no shells") == {"guns", "shells", "12", "7", "0"}
    )


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("12 hit", "12 hit", True), ("12 hit", "hit", True), ("12 of 15", "15", True), ("12", "15", False),
        ("six breaches", "four breaches", False), ("six breaches", "6 breaches", True),
        ("six breaches", "no breaches", False), ("4 breaches", "none", False),
        ("no breaches", "zero breaches", True), ("no breaches", "it was quiet", True),
        ("six breaches", "one of six breaches", True), ("a dozen", "12", True),
    ],
)  # fmt: skip
def test_numbers(one: str, other: str, agree: bool) -> None:
    assert numbers_agree(telling(words=one), telling(words=other)) is agree
