"""Words on the agreement as a whole, on the invented case: who keeps it, who will have none of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.finding import WHOLE
from trucewatch.judge.bearing import bear
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
MISSION = "the Joint Crossing Mission said."


def on_the_whole(text: str) -> set[tuple[str | None, str]]:
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    findings = bear(read_text(document, crossing()), crossing(), DAY)
    return {(each.doer, str(each.says)) for each in findings if each.duty == WHOLE}


CASES: list[tuple[str, set[tuple[str | None, str]]]] = [
    (f"The Tolvane Accord is being carried out step by step, {MISSION}", {(None, "done")}),
    (f"The Tolvane Accord is being respected, {MISSION}", {(None, "done")}),
    (f"The Tolvane Accord has been implemented in part, {MISSION}", {(None, "partly")}),
    (f"The accord has been put into practice only in part, {MISSION}", {(None, "partly")}),
    (f"The Tolvane Accord has not been implemented, {MISSION}", {(None, "not done")}),
    (f"Ondrel has not honoured what it signed in the Tolvane Accord, {MISSION}", {("ondrel", "not done")}),
    (f"Ondrel has not done everything it promised in the Tolvane Accord, {MISSION}", {("ondrel", "not done")}),
    (f"Ondrel is fulfilling its commitments under the Tolvane Accord, {MISSION}", {("ondrel", "done")}),
    (f"Ondrel will stand by the Tolvane Accord, {MISSION}", {("ondrel", "promise")}),
    (f"Ondrel makes efforts to fulfil the Tolvane Accord, {MISSION}", set()),
    (f"Ondrel is capable of fulfilling the Tolvane Accord, {MISSION}", set()),
    (f"Ondrel was asked whether the Tolvane Accord was fulfilled, {MISSION}", set()),
    (f"Ondrel has yet to announce whether it will abide by the Tolvane Accord, {MISSION}", set()),
    (f"They hope that the Tolvane Accord will be implemented, {MISSION}", set()),
    ("The Marsh League spurned the Tolvane Accord on Monday.", {("marsh_league", "refusal")}),
    ("The Marsh League does not recognise the Tolvane Accord.", {("marsh_league", "refusal")}),
    ("The Marsh League came out against the Tolvane Accord on Monday.", {("marsh_league", "refusal")}),
    ("The Marsh League dismissed the Tolvane Accord on Monday.", {("marsh_league", "refusal")}),
    ("Ondrel has honoured its part of the Tolvane Accord, Ilan Queth said.", {("ondrel", "done")}),
    ("Ondrel has honoured a part of the Tolvane Accord, Ilan Queth said.", {("ondrel", "partly")}),
    ("Ilan Queth denied that Ondrel does not honour the Tolvane Accord.", {("ondrel", "denies")}),
    ("Velmar signed the Tolvane Accord. The Marsh League rejected it on Monday.", {("marsh_league", "refusal")}),
    ("The Marsh League has not yet accepted the Tolvane Accord.", set()),
    ("Velmar and Ondrel are cooperating on the Tolvane Accord.", set()),
    ("Lantern Relief cooperates fully on the Tolvane Accord.", {("lantern_relief", "promise")}),
    (f"The implementation of the Tolvane Accord is a complicated matter, {MISSION}", set()),
    (f"The implementation of the Tolvane Accord was discussed in Ashel, {MISSION}", set()),
    (f"The Tolvane Accord is by and large being respected, {MISSION}", {(None, "partly")}),
    (f"Ondrel is meeting its obligations under the Tolvane Accord, {MISSION}", {("ondrel", "done")}),
    (f"Ondrel has not met its obligations under the Tolvane Accord, {MISSION}", {("ondrel", "not done")}),
    (f"Ondrel has so far fulfilled its commitments under the Tolvane Accord, {MISSION}", {("ondrel", "done")}),
    (f"Ondrel had up to now done what it had undertaken in the Tolvane Accord, {MISSION}", {("ondrel", "done")}),
    ("Every law recognises it, and the Tolvane Accord is a law.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_said_of_the_agreement_as_a_whole(
    text: str, expected: set[tuple[str | None, str]]
) -> None:
    assert on_the_whole(text) == expected


def test_a_minister_s_we_is_the_signatory_that_the_minister_speaks_for() -> None:
    text = '"We are fulfilling what falls to us in the Tolvane Accord," said Ilan Queth.'
    assert {doer for doer, _ in on_the_whole(text)} <= {"ondrel"}


def test_attacks_carried_out_are_no_word_on_the_accord() -> None:
    assert not on_the_whole(f"Attacks on Ashel were carried out by Velmari troops, {MISSION}")
