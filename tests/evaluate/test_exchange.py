"""The exchange of names, on the second case."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tools.evaluate.exchange import (
    Exchanged,
    Swap,
    compare,
    exchanges,
    kinds,
    parties,
    score_exchanges,
)

from passages import DAY, a_document, crossing
from trucewatch.pipeline.read import public_form, read_text

PARAGRAPHS = (
    "Velmar and Ondrel met on Monday.",
    "Velmari forces shelled the crossing, Tessa Vorn said. Queth denied the charge.",
)


def reading(*paragraphs: str) -> dict[str, Any]:
    document = a_document(*paragraphs)
    assert document.published is None or document.published == DAY
    return public_form(read_text(document, crossing()), crossing())


def test_names_of_one_kind_change_places() -> None:
    texts = {
        (each.one, each.other): each.text for each in exchanges(reading(*PARAGRAPHS), crossing())
    }
    assert texts["velmar", "ondrel"].startswith("Ondrel and Velmar met")
    people = next(text for (one, _), text in texts.items() if one == "tessa_vorn")
    assert "Ilan Queth said. Vorn denied" in people


def test_a_form_gives_way_to_the_form_like_it() -> None:
    text = next(
        each.text
        for each in exchanges(reading("Velmari forces shelled the crossing."), crossing())
        if each.one == "velmar_army"
    )
    assert "forces shelled" in text
    assert "Velmari" not in text


def test_an_unchanged_reading_is_unchanged() -> None:
    before = reading(*PARAGRAPHS)
    for exchanged in exchanges(before, crossing()):
        after = reading(*exchanged.text.split("\n\n"))
        told = compare(before, after, exchanged)
        assert told["parties"]["lost"] == told["parties"]["new"] == []
        assert told["kinds"]["same"] == told["kinds"]["of"] > 0


def test_a_lost_event_is_a_change() -> None:
    before = reading(*PARAGRAPHS)
    exchanged = next(iter(exchanges(before, crossing())))
    told = compare(before, {"statements": [], "events": []}, exchanged)
    scores = score_exchanges([told])
    assert scores["parties"] == scores["kinds"] == scores["kinds_items"] == 0


def test_readings_are_themselves() -> None:
    before = reading(*PARAGRAPHS)
    assert parties(before) == parties(before)
    assert kinds(before).total() == len(before["events"])


def test_nothing_compared_is_no_score() -> None:
    assert score_exchanges([])["parties"] == 0


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9), st.integers(1, 9)), max_size=6))
def test_offsets_lead_back_in_order(parts: list[tuple[int, int, int]]) -> None:
    """Each part: how much text stands before a name, the name's length, and the new one's."""
    swaps = []
    old = new = 0
    for kept, before, after in parts:
        old, new = old + kept, new + kept
        swaps.append(Swap(before=(old, old + before), after=(new, new + after)))
        old, new = old + before, new + after
    exchanged = Exchanged(text="", one="a", other="b", swaps=tuple(swaps))
    for swap in swaps:
        assert exchanged.back(swap.after[0], end=False) == swap.before[0]
        assert exchanged.back(swap.after[1], end=True) == swap.before[1]
    assert exchanged.back(new + 3, end=True) == old + 3
    led = [exchanged.back(offset, end=False) for offset in range(new + 3)]
    assert led == sorted(led)
