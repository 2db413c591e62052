"""Verbs that carry the act behind them, and verbs that are acts: one line a case."""

from __future__ import annotations

import pytest

from trucewatch.core.reading import EventKind
from trucewatch.extract.encoder.found import EventFound
from trucewatch.extract.events.what.carrying import carries


def found(text: str, word: str, kind: str) -> EventFound:
    start = text.index(word)
    return EventFound(
        start=start,
        end=start + len(word),
        kind=kind,
        reality="asserted",
        aspect="once",
        recap=False,
        arguments=(),
        confidence=0.5,
        reality_confidence=0.5,
        realities=(("asserted", 0.5),),
    )


# one row: a sentence, its verb, another act in it, and whether the verb only carries that one
ACTS: list[tuple[str, str, str, bool]] = [
    ("The guards began withdrawing from Ashel.", "began", "withdrawing", True),
    ("Guards held their first joint patrols at Ashel.", "held", "patrols", True),
    ("They carried out the withdrawal.", "carried", "withdrawal", True),
    ("Patrols were held at Ashel.", "held", "Patrols", False),
    ("The guards left Ashel before withdrawing further.", "left", "withdrawing", False),
    ("The guards began at dawn. Withdrawing took days.", "began", "Withdrawing", False),
    ("The guards began early, and others were withdrawing.", "began", "withdrawing", False),
    ("They held on at Ashel for all of that long and bitter winter until the very withdrawal.", "held", "withdrawal", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "act", "only"), ACTS)
def test_what_only_carries_an_act(text: str, verb: str, act: str, only: bool) -> None:
    acts = [(text.index(act), EventKind.WITHDRAWAL)]
    assert carries(text, found(text, verb, "withdrawal"), acts) is only


def test_an_act_of_another_kind_is_not_carried() -> None:
    text = "The guards held a patrol."
    acts = [(text.index("patrol"), EventKind.PATROL)]
    assert carries(text, found(text, "held", "patrol"), acts)
    assert not carries(text, found(text, "held", "meeting"), acts)
