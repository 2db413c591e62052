"""What an act answers is the act of who was struck for it, in invented sentences: one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import Event
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
ARMY, FIGHTERS = "velmar_army", "marsh_fighters"


def attacks(text: str) -> list[Event]:
    document = replace(a_document(text), published=DAY, language="en")
    return [each for each in read_text(document, crossing()).events if each.kind == "attack"]


STRUCK = "The Marsh League shelled Velmari troops at Ashel on Tuesday"

# one row: a text; who did what it gives as the reason, where and on which day
REASONS: list[tuple[str, str | None, str, str | None]] = [
    (f"{STRUCK} in revenge for the bombing of Pellow on Monday.", ARMY, "Pellow", "2021-03-29"),
    (f"{STRUCK} as a reply to the shelling of Pellow.", ARMY, "Pellow", None),
    (f"{STRUCK} in retaliation for the shelling of Pellow. Pellow was shelled on Sunday.", ARMY, "Pellow", "2021-03-28"),
    (f"{STRUCK} in response to an attack by Ondreli troops on Pellow on Monday.", "ondrel_army", "Pellow", "2021-03-29"),
    ("Velmari troops struck rebels near Pellow after they shelled Ashel on Monday.", FIGHTERS, "Ashel", "2021-03-29"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "doer", "place", "day"), REASONS)
def test_whose_act_a_reason_is(text: str, doer: str | None, place: str, day: str | None) -> None:
    _, reason, *_ = attacks(text)
    assert {party.actor for party in reason.by} == {doer}
    assert [each.span.text for each in reason.at] == [place]
    assert (reason.when.edtf if reason.when else None) == day


def test_the_answer_keeps_its_own_place_where_the_reason_stands_before_it() -> None:
    text = f"In retaliation for Sunday's shelling of Pellow, {STRUCK[0].lower()}{STRUCK[1:]}."
    reason, answer = attacks(text)
    assert [[place.span.text for place in each.at] for each in (reason, answer)] == [
        ["Pellow"],
        ["Ashel"],
    ]
    assert {party.actor for party in answer.by} == {"marsh_league"}


def test_an_act_told_after_another_is_no_reason() -> None:
    _, second = attacks(
        "The Marsh League shelled Ashel on Monday. Velmari troops shelled Pellow on Tuesday."
    )
    assert {party.actor for party in second.by} == {ARMY}
