"""A claimed total against the sum of the bulletins under it: a zero told is a zero, silence is none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import inf
from typing import Final

from trucewatch.core.allowed import (
    Allowed,
    add_up,
    allowed,
    from_least_to_most,
    told,
    told_allowed,
)
from trucewatch.core.place import Places
from trucewatch.core.rival import ClaimedFigure
from trucewatch.core.when import Period
from trucewatch.join.compare_figures import Comparison, Stands, compare_numbers
from trucewatch.join.tallies import Tally

COUNTED_BY_DAY: Final = frozenset({"violations", "attacks", "patrols"})
"""What is counted of a day; anything else is the toll of one act, of which a day may have more."""

LONGEST: Final = 3660
"""Days of a total that are looked at one by one; a longer one is not recounted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """One day's bulletins by one voice: what they allow together, and every one as it was claimed.

    `partly` tells that the day or the place may lie outside the total's: it may count less.
    """

    day: date
    numbers: Allowed
    partly: bool
    claims: tuple[ClaimedFigure, ...]

    @property
    def is_none(self) -> bool:
        """Tell whether it was told that there was nothing to count."""
        return self.numbers == Allowed(low=0, high=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recount:
    """A total, and the bulletins of the same voice on its days.

    `total` are the claims of one number; empty where only days were asked for. `days` are None where
    the total does not say since when. `without` are the days that no bulletin speaks of; `sum` is of
    the days that have one, and has no upper end while others have none.
    """

    counts: str
    voice: str | None
    days: Period | None
    total: tuple[ClaimedFigure, ...]
    bulletins: tuple[DayCount, ...]
    without: tuple[Period, ...]
    sum: Allowed
    comparison: Comparison | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """What is summed: a voice's bulletins on some days, against a number where one is claimed."""

    counts: str
    voice: str | None
    days: Period | None
    open_end: bool
    places: frozenset[str]
    total: tuple[ClaimedFigure, ...]


def recounts(
    tallies: Iterable[Tally], places: Places, asked: Period | None = None
) -> tuple[Recount, ...]:
    """Recount every total of the tallies, the earliest first; of `asked` days only those within them.

    Where both ends of `asked` are given, each voice's bulletins of just these days are added up too.
    Voices are never added together.
    """
    told = sorted(tallies, key=lambda each: (each.claim.published or date.max, each.claim.document))
    bulletins: dict[str | None, list[Tally]] = defaultdict(list)
    for tally in told:
        if not tally.total and tally.days is not None:
            bulletins[tally.counter].append(tally)
    questions = [each for each in _totals(told) if _is_asked(each, asked)]
    found = [
        _answer(question, voice, bulletins.get(voice, ()), places)
        for question in questions
        for voice in _voices(question, bulletins)
    ]
    if asked is not None and asked.first and asked.last:
        found += _of_days(asked, bulletins, found, places)
    return tuple(sorted(found, key=_place_in_list))


def _totals(tallies: Iterable[Tally]) -> Iterator[_Question]:
    """Yield each total once: a later document with the same number since the same day repeats it."""
    same: dict[tuple[object, ...], list[Tally]] = defaultdict(list)
    for tally in tallies:
        if tally.total:
            first = tally.days.first if tally.days else None
            last = tally.days.last if tally.days and not tally.open_end else None
            claim = tally.claim
            key = (tally.counts, tally.counter, claim.low, claim.high, claim.bound, first, last)
            same[key].append(tally)
    for repeated in same.values():
        one = repeated[0]
        yield _Question(
            counts=one.counts,
            voice=one.counter,
            days=one.days,
            open_end=one.open_end,
            places=frozenset().union(*(each.places for each in repeated)),
            total=tuple(dict.fromkeys(each.claim for each in repeated)),
        )


def _is_asked(question: _Question, asked: Period | None) -> bool:
    return asked is None or (question.days is not None and asked.covers(question.days))


def _voices(
    question: _Question, bulletins: Mapping[str | None, Sequence[Tally]]
) -> list[str | None]:
    """Give whose bulletins lie under a total: its own voice's, else each counter's that it speaks for.

    Two halves of a joint body whose counts one ministry tells stay apart.
    """
    within = {
        counter: [each.teller for each in tallies if _lies_under(each, question.days)]
        for counter, tallies in bulletins.items()
    }
    if question.voice is None or within.get(question.voice):
        return [question.voice]
    told = [counter for counter, tellers in within.items() if question.voice in tellers]
    return [*told] or [question.voice]


def _lies_under(tally: Tally, days: Period | None) -> bool:
    return days is not None and tally.days is not None and days.covers(tally.days)


def _of_days(
    asked: Period,
    bulletins: dict[str | None, list[Tally]],
    found: Sequence[Recount],
    places: Places,
) -> Iterator[Recount]:
    answered = {each.voice for each in found if each.days == asked}
    for voice, tallies in bulletins.items():
        within = [each for each in tallies if each.days and asked.covers(each.days)]
        if within and voice not in answered:
            question = _Question(
                counts=within[0].counts,
                voice=voice,
                days=asked,
                open_end=False,
                places=frozenset(),
                total=(),
            )
            yield _answer(question, voice, within, places)


def _answer(
    question: _Question, voice: str | None, tallies: Iterable[Tally], places: Places
) -> Recount:
    needed = _needed(question)
    by_day: dict[date, list[Tally]] = defaultdict(list)
    for tally in tallies:
        day = tally.days.first if tally.days else None
        if day is not None and question.days is not None and day in question.days:
            by_day[day].append(tally)
    counted = tuple(_day_count(question, day, told, places) for day, told in sorted(by_day.items()))
    without = tuple(_runs(day for day in needed if day not in by_day))
    at_least = add_up(_as_summed(each) for each in counted)
    known = bool(needed) and not without
    total = at_least if known else Allowed(low=at_least.low, low_open=at_least.low_open)
    return Recount(
        counts=question.counts,
        voice=voice,
        days=question.days,
        total=question.total,
        bulletins=counted,
        without=without,
        sum=total,
        comparison=_compare(question, counted, needed, without, at_least),
    )


def _needed(question: _Question) -> list[date]:
    """Give the days that a bulletin is wanted for; a last day that may not be over needs none."""
    days = question.days
    if days is None or days.first is None or days.last is None:
        return []
    length = (days.last - days.first).days + (0 if question.open_end else 1)
    if length > LONGEST:
        return []
    return [days.first + timedelta(days=number) for number in range(length)]


def _day_count(
    question: _Question, day: date, tallies: Sequence[Tally], places: Places
) -> DayCount:
    by_document: dict[str, list[Tally]] = defaultdict(list)
    for tally in tallies:
        by_document[tally.claim.document].append(tally)
    numbers = from_least_to_most(
        _of_document(question.counts, told) for told in by_document.values()
    )
    last = question.days.last if question.days else None
    elsewhere = any(_may_lie_outside(each.places, question.places, places) for each in tallies)
    return DayCount(
        day=day,
        numbers=numbers,
        partly=elsewhere or (question.open_end and day == last),
        claims=tuple(dict.fromkeys(each.claim for each in tallies)),
    )


def _of_document(counts: str, tallies: Sequence[Tally]) -> Allowed:
    """Give what one document allows of one day: numbers of several places may add up, or overlap."""
    claims = {_allowed(each.claim): each.places for each in tallies}
    most = max(claims, key=lambda one: one.low)
    if counts not in COUNTED_BY_DAY:
        return Allowed(low=most.low, low_open=most.low_open)
    apart = len(claims) > 1 and len({*claims.values()} - {frozenset()}) == len(claims)
    if not apart:
        return from_least_to_most(claims)
    together = add_up(claims)
    return Allowed(
        low=most.low, low_open=most.low_open, high=together.high, high_open=together.high_open
    )


def _may_lie_outside(own: frozenset[str], total: frozenset[str], places: Places) -> bool:
    """Tell whether a bulletin speaks of a place that does not surely lie in the total's."""
    if not own or not total:
        return False
    return not all(places.areas(place) & total for place in own)


def _as_summed(count: DayCount) -> Allowed:
    numbers = count.numbers
    if not count.partly:
        return numbers
    return Allowed(low=0, high=numbers.high, high_open=numbers.high_open)


def _compare(
    question: _Question,
    counted: Sequence[DayCount],
    needed: Sequence[date],
    without: Sequence[Period],
    at_least: Allowed,
) -> Comparison | None:
    if not question.total:
        return None
    if reason := _why_not(question, counted, needed):
        return Comparison(word=Stands.NOT_COMPARABLE, reason=reason)
    total, words = _allowed(question.total[0]), _told(question.total[0])
    if total.lies_below(Allowed(low=at_least.low, low_open=at_least.low_open)):
        bulletins = "1 bulletin" if len(counted) == 1 else f"{len(counted):,} bulletins"
        reason = f"{words}, and the {bulletins} alone hold {told_allowed(at_least)}"
        return Comparison(word=Stands.CONTRADICT, reason=reason)
    if without:
        have = sum(day.day in needed for day in counted)
        rest = told_allowed(_rest(total, at_least))
        reason = f"{have:,} of {len(needed):,} days have a bulletin; the others would hold {rest}"
        return Comparison(word=Stands.NOT_COMPARABLE, reason=reason)
    if question.counts not in COUNTED_BY_DAY:
        reason = "tolls of single acts: a day may have more than was told of it"
        return Comparison(word=Stands.NOT_COMPARABLE, reason=reason)
    return compare_numbers(total, at_least, words, f"a sum of {told_allowed(at_least)}")


def _why_not(
    question: _Question, counted: Sequence[DayCount], needed: Sequence[date]
) -> str | None:
    if question.days is None:
        return "the total does not say of which days it is"
    if not needed:
        over = question.days.first == question.days.last
        return "no day of it is over" if over else "more days than are counted one by one"
    return None if counted else f"none of {len(needed):,} days has a bulletin"


def _rest(total: Allowed, summed: Allowed) -> Allowed:
    """Give what is left of a total for the days without a bulletin."""
    low = total.low - summed.high if summed.high < inf else -inf
    return Allowed(low=max(low, 0), high=total.high - summed.low)


def _runs(days: Iterable[date]) -> Iterator[Period]:
    """Yield days that follow one another as one period."""
    first = last = None
    for day in days:
        if last is not None and day - last == timedelta(days=1):
            last = day
            continue
        if first is not None:
            yield Period(first, last)
        first = last = day
    if first is not None:
        yield Period(first, last)


def _allowed(claim: ClaimedFigure) -> Allowed:
    """Give what a count allows: nothing is counted less than no times."""
    numbers = allowed(claim.low, claim.high, claim.bound)
    return replace(numbers, low=max(numbers.low, 0))


def _told(claim: ClaimedFigure) -> str:
    return told(claim.low, claim.high, claim.bound)


def _place_in_list(recount: Recount) -> tuple[object, ...]:
    days = recount.days
    first = days.first if days and days.first else date.min
    last = days.last if days and days.last else date.max
    number = recount.total[0].low or recount.total[0].high or 0 if recount.total else 0
    return (first, last, recount.voice or "", not recount.total, number)
