"""How the rules' reading and the encoder's are weighed; one line a case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.reading import HAPPENED, Reality
from trucewatch.extract.encoder.found import EventFound
from trucewatch.extract.events.whether.weighing import chances_of, likeliest, weigh


def seen(reality: str, sure: float, second: str = "") -> EventFound:
    """An event of this reality; what is left goes to the second one, or evenly to all."""
    rest = ((second, 1 - sure),) if second else ()
    others = tuple((str(each), 0.0) for each in Reality if each not in (reality, second))
    return EventFound(
        start=0,
        end=1,
        kind="attack",
        reality=reality,
        aspect="once",
        recap=False,
        arguments=(),
        confidence=0.9,
        reality_confidence=sure,
        realities=((reality, sure), *rest, *others) if second else (),
    )


@pytest.mark.parametrize(
    ("ruled", "found", "told"),
    [
        ("asserted", seen("asserted", 0.9), "asserted"),
        ("asserted", seen("denied", 0.9), "denied"),
        ("asserted", seen("feared", 0.3), "asserted"),
        ("planned", seen("promised", 0.6), "promised"),
        ("planned", seen("feared", 0.6), "feared"),
        ("negated", seen("denied", 0.8), "denied"),
        ("negated", seen("demanded", 0.5), "negated"),
        ("feared", seen("distanced", 0.9, "feared"), "distanced"),
        ("denied", seen("asserted", 0.99), "denied"),
        ("denied", seen("asserted", 0.99, "distanced"), "distanced"),
        ("negated", seen("distanced", 0.99), "negated"),
        ("postponed", seen("demanded", 0.99), "postponed"),
        ("demanded", seen("promised", 0.99), "demanded"),
    ],
)
def test_whose_word_on_reality_stands(ruled: str, found: EventFound, told: str) -> None:
    assert weigh(Reality(ruled), found) == told


REALITIES = st.sampled_from(list(Reality))
SURE = st.floats(0.2, 1)


@given(REALITIES.filter(lambda each: each is not Reality.ASSERTED), REALITIES, SURE)
def test_no_weighing_makes_a_fact(ruled: Reality, learnt: Reality, sure: float) -> None:
    assert weigh(ruled, seen(learnt, sure)) is not Reality.ASSERTED


@given(REALITIES, SURE)
def test_what_rules_read_as_undone_is_told_as_no_fact(learnt: Reality, sure: float) -> None:
    assert weigh(Reality.NEGATED, seen(learnt, sure)) not in HAPPENED


@given(REALITIES, REALITIES, SURE, st.sets(REALITIES, max_size=4))
def test_what_is_ruled_out_is_not_told(
    ruled: Reality, learnt: Reality, sure: float, without: set[Reality]
) -> None:
    found = seen(learnt, sure)
    assert likeliest(found, without) not in without
    if ruled not in without:
        assert weigh(ruled, found, without) not in without


@given(REALITIES, SURE)
def test_what_the_encoder_leaves_open_is_shared(learnt: Reality, sure: float) -> None:
    chances = chances_of(seen(learnt, sure))
    assert set(chances) == set(Reality)
    assert sum(chances.values()) == pytest.approx(1)
    assert chances[learnt] == sure
