"""A claimed total against the bulletins under it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.allowed import Allowed
from trucewatch.core.place import Place, Places
from trucewatch.core.reading import Bound
from trucewatch.core.rival import ClaimedFigure
from trucewatch.core.when import Period
from trucewatch.join.recount import Recount, recounts
from trucewatch.join.tallies import Tally

FIRST = date(2021, 3, 1)
NOWHERE = Places(by_id={}, zones={})
VALLEY = Places(
    by_id={
        "valley": Place(id="valley", name="valley", kind="area"),
        "ashel": Place(id="ashel", name="Ashel", kind="town", within=("valley",)),
    },
    zones={},
)


def on(number: int) -> date:
    return FIRST + timedelta(days=number - 1)


def a_tally(days: Period | None, low: float, **more: Any) -> Tally:
    bound: Bound = more.pop("bound", "exact")
    document = more.pop("document", f"{days} {low}")
    claim = ClaimedFigure(
        words=f"{low:g} violations",
        low=None if bound == "at_most" else low,
        high=None if bound == "at_least" else low,
        bound=bound,
        chain=("daily", "monitor"),
        document=document,
        published=more.pop("published", None),
    )
    given: dict[str, Any] = {
        "counts": "violations", "counter": "monitor", "teller": "monitor", "days": days,
        "total": False, "open_end": False, "places": frozenset(), "claim": claim,
    }  # fmt: skip
    return Tally(**(given | more))


def a_total(low: float, last: int = 4, **more: Any) -> Tally:
    return a_tally(Period(FIRST, on(last)), low, **({"total": True} | more))


def a_bulletin(day: int, low: float, **more: Any) -> Tally:
    return a_tally(Period.of(on(day)), low, **more)


def the(found: tuple[Recount, ...]) -> Recount:
    (one,) = found
    return one


def answer(*tallies: Tally, places: Places = NOWHERE) -> tuple[str, str]:
    comparison = the(recounts(tallies, places)).comparison
    assert comparison is not None
    return comparison.word, comparison.reason


@pytest.mark.parametrize(
    ("total", "days", "word", "reason"),
    [
        (a_total(10), [1, 2, 3, 4], "agree", "10 and a sum of 10: the same number"),
        (a_total(11), [1, 2, 3, 4], "contradict", "11 and a sum of 10: no number is both"),
        (a_total(8), [1, 2, 3, 4], "contradict", "8, and the 4 bulletins alone hold 10"),
        (a_total(8, bound="at_least"), [1, 2, 3, 4], "narrower", "a sum of 10 lies within at least 8"),
        (a_total(10), [1, 2, 3, 0], "contradict", "10 and a sum of 6: no number is both"),
        (a_total(6), [1, 2, 3, 0], "agree", "6 and a sum of 6: the same number"),
        (a_total(20), [1, None, 3, None], "not comparable", "2 of 4 days have a bulletin; the others would hold 16"),
        (a_total(3), [1, None, 3, None], "contradict", "3, and the 2 bulletins alone hold 4"),
        (a_total(4), [1, None, 3, None], "not comparable", "2 of 4 days have a bulletin; the others would hold 0"),
        (a_total(20, bound="at_least"), [1, None, None, None], "not comparable", "1 of 4 days have a bulletin; the others would hold at least 19"),
        (a_total(20), [None] * 4, "not comparable", "none of 4 days has a bulletin"),
    ],
)  # fmt: skip
def test_a_total_stands_to_its_days(
    total: Tally, days: list[int | None], word: str, reason: str
) -> None:
    told = [a_bulletin(day, number) for day, number in enumerate(days, 1) if number is not None]
    assert answer(total, *told) == (word, reason)


def test_a_day_without_a_bulletin_is_no_zero() -> None:
    found = the(recounts([a_total(6), a_bulletin(1, 6), a_bulletin(3, 0)], NOWHERE))
    assert [day.is_none for day in found.bulletins] == [False, True]
    assert found.without == (Period.of(on(2)), Period.of(on(4)))
    assert found.sum == Allowed(low=6)


def test_a_last_day_that_may_not_be_over_needs_no_bulletin() -> None:
    days = [a_bulletin(day, 2) for day in (1, 2, 3)]
    assert answer(a_total(6, open_end=True), *days)[0] == "agree"
    assert answer(a_total(6), *days)[0] == "not comparable"
    found = the(recounts([a_total(7, open_end=True), *days, a_bulletin(4, 3)], NOWHERE))
    assert found.bulletins[-1].partly
    assert found.sum == Allowed(low=6, high=9)
    assert found.comparison is not None
    assert found.comparison.word == "narrower"


def test_two_halves_of_one_body_stay_apart() -> None:
    halves = [
        a_bulletin(day, number, counter=counter, teller="ministry")
        for counter, number in (("north_half", 1), ("south_half", 2))
        for day in (1, 2, 3, 4)
    ]
    by_ministry = recounts([a_total(8, counter="ministry", teller="ministry"), *halves], NOWHERE)
    assert [(each.voice, each.sum.low) for each in by_ministry] == [
        ("north_half", 4),
        ("south_half", 8),
    ]
    found = the(recounts([a_total(8, counter="south_half", teller="ministry"), *halves], NOWHERE))
    assert (found.voice, found.sum.low) == ("south_half", 8)


def test_a_half_that_tells_of_other_days_is_not_asked() -> None:
    half = a_bulletin(9, 2, counter="north_half", teller="ministry")
    found = the(recounts([a_total(8, counter="ministry", teller="ministry"), half], NOWHERE))
    assert (found.voice, found.bulletins) == ("ministry", ())


def test_another_voice_s_bulletins_are_not_added() -> None:
    assert answer(a_total(8), a_bulletin(1, 8, counter="observer", teller="observer")) == (
        "not comparable",
        "none of 4 days has a bulletin",
    )


def test_one_day_s_differing_bulletins_are_bounds() -> None:
    told = [a_bulletin(1, 3), a_bulletin(1, 5), a_bulletin(1, 3, document="reprint")]
    found = the(recounts([a_total(4, 1), *told], NOWHERE))
    assert found.sum == Allowed(low=3, high=5)
    assert len(found.bulletins[0].claims) == 3


def test_one_document_s_numbers_of_several_places_may_add_up() -> None:
    told = [
        a_bulletin(1, number, document="d", places=frozenset({place}))
        for place, number in (("ashel", 3), ("dunmere", 5))
    ]
    assert the(recounts([a_total(8, 1), *told], NOWHERE)).sum == Allowed(low=5, high=8)


def test_a_bulletin_of_a_place_that_may_lie_outside_may_count_less() -> None:
    def sums(place: str, total: str) -> Allowed:
        told = [
            a_total(4, 1, places=frozenset({total})),
            a_bulletin(1, 4, places=frozenset({place})),
        ]
        return the(recounts(told, VALLEY)).sum

    assert sums("ashel", "valley") == Allowed(low=4, high=4)
    assert sums("valley", "valley") == Allowed(low=4, high=4)
    assert sums("valley", "ashel") == Allowed(low=0, high=4)
    assert sums("dunmere", "valley") == Allowed(low=0, high=4)


def test_tolls_of_single_acts_are_no_count_of_a_day() -> None:
    deaths: dict[str, Any] = {"counts": "killed"}
    told = [a_bulletin(day, 2, **deaths) for day in (1, 2, 3, 4)]
    assert answer(a_total(10, **deaths), *told) == (
        "not comparable",
        "tolls of single acts: a day may have more than was told of it",
    )
    assert answer(a_total(7, **deaths), *told)[0] == "contradict"


def test_a_total_without_days_is_told_as_such() -> None:
    found = the(recounts([a_tally(None, 90, total=True), a_bulletin(1, 4)], NOWHERE))
    assert found.comparison is not None
    assert found.comparison.reason == "the total does not say of which days it is"


def test_a_repeated_total_stands_once_with_every_document() -> None:
    told = [
        a_total(9, last, open_end=True, published=on(last), document=f"d{last}") for last in (5, 4)
    ]
    found = the(recounts(told, NOWHERE))
    assert found.days == Period(FIRST, on(4))
    assert [claim.document for claim in found.total] == ["d4", "d5"]


def test_of_asked_days_only_totals_within_are_told_and_the_bulletins_added_up() -> None:
    told = [a_total(9), a_total(9, 9), a_bulletin(2, 4), a_bulletin(3, 1, counter="observer")]
    assert len(recounts(told, NOWHERE, Period(FIRST, None))) == 2
    assert [each.days for each in recounts(told, NOWHERE, Period(None, on(8)))] == [
        Period(FIRST, on(4))
    ]
    asked = Period(on(2), on(4))
    assert [
        (each.voice, each.total, each.sum.low, each.comparison)
        for each in recounts(told, NOWHERE, asked)
    ] == [("monitor", (), 4, None), ("observer", (), 1, None)]


def test_endless_days_are_not_counted_one_by_one() -> None:
    days = Period(date(1000, 1, 1), on(4))
    found = the(recounts([a_tally(days, 5, total=True), a_bulletin(1, 1)], NOWHERE))
    assert found.sum == Allowed(low=1)
    assert found.comparison is not None
    assert (found.comparison.word, found.comparison.reason) == (
        "not comparable",
        "more days than are counted one by one",
    )


def test_a_total_of_a_day_that_is_not_over_has_nothing_to_be_compared_with() -> None:
    assert answer(a_total(4, 1, open_end=True), a_bulletin(1, 4)) == (
        "not comparable",
        "no day of it is over",
    )


TALLIES = st.lists(
    st.one_of(
        st.builds(
            a_bulletin, st.integers(1, 5), st.integers(0, 4),
            bound=st.sampled_from(["exact", "at_least", "at_most", "about"]),
            document=st.sampled_from("abc"), counter=st.sampled_from(["monitor", "observer"]),
        ),
        st.builds(
            a_total, st.integers(0, 12), st.integers(2, 5), open_end=st.booleans(),
            counter=st.sampled_from(["monitor", "observer"]),
        ),
    ),
    max_size=9,
)  # fmt: skip


@given(TALLIES, st.randoms(use_true_random=False))
def test_the_order_changes_no_sum_and_no_word(tallies: list[Tally], random: Random) -> None:
    def told(found: tuple[Recount, ...]) -> set[object]:
        return {
            (each.voice, each.days, each.total[0].low, each.sum, each.comparison, each.without)
            for each in found
        }

    shuffled = list(tallies)
    random.shuffle(shuffled)
    assert told(recounts(shuffled, NOWHERE)) == told(recounts(tallies, NOWHERE))


@given(TALLIES, TALLIES)
def test_silence_is_never_read_as_a_number(some: list[Tally], more: list[Tally]) -> None:
    """Days that nobody told of leave the sum open, and further bulletins only raise what is sure."""
    for each in recounts(some, NOWHERE):
        assert not each.without or each.sum.high == float("inf")
    counted = {(each.voice, each.days): len(each.bulletins) for each in recounts(some, NOWHERE)}
    for each in recounts([*some, *more], NOWHERE):
        assert len(each.bulletins) >= counted.get((each.voice, each.days), 0)
