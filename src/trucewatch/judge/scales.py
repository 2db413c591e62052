"""Which words of a line count on a date (rules 1 and 2 of the judge)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucewatch.core.agreement import DutyType
from trucewatch.core.finding import Says
from trucewatch.core.when import Period
from trucewatch.judge.assign import STATE_WORDS
from trucewatch.judge.record import Record
from trucewatch.judge.words import LESSER, Word

Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """The words of a line that count on a date.

    `acts` are those in the window that nobody denies; `denied` those that somebody does, and
    `denials` the words that deny them. `lesser` are *partly*, *not done*, and what acts leave
    behind; `better` are *done* and, of a *refrain* duty, *no act*.
    """

    acts: Words = ()
    denied: Words = ()
    denials: Words = ()
    lesser: Words = ()
    better: Words = ()

    def saying(self, says: Says) -> Words:
        """Give the words about states that say `says`."""
        return tuple(word for word in (*self.lesser, *self.better) if word.says is says)


def is_due(record: Record, on: date) -> bool:
    """Tell whether rule 4 holds on `on`: a deadline's own day is still in time."""
    duty = record.duty
    if on < duty.starts:
        return False
    if duty.type is not DutyType.REACH:
        return True
    deadline = duty.deadline_on(on)
    return deadline is not None and on > deadline


def weigh(record: Record, on: date, window: int) -> Scales:
    """Lay the words that count on `on` on the scales."""
    days = Period(on - timedelta(days=window - 1), on)
    if record.duty.type is DutyType.REACH:
        return _weigh_state(record, on, days)
    return _weigh_days(record, on, days)


def _weigh_days(record: Record, on: date, days: Period) -> Scales:
    """Weigh a *keep* or *refrain* duty: its words are about days."""
    in_window = record.about(days)
    states = _latest(
        word for word in in_window if word.says in STATE_WORDS or word.says is Says.NO_ACT
    )
    if record.duty.type is DutyType.KEEP:
        states = tuple(word for word in states if word.says is not Says.NO_ACT)
        states += tuple(word for word in _lasting(record.words, on) if word not in states)
    counted = [word for word in in_window if word in record.acts]
    return _scales(counted, record.denials, states)


def _lasting(words: Words, on: date) -> Words:
    """Give the *not done* words that last because nobody has said *done* yet."""
    said = [word for word in words if word.day <= on]
    if any(word.says is Says.DONE for word in said):
        return ()
    return _latest(word for word in said if word.says is Says.NOT_DONE)


def _weigh_state(record: Record, on: date, days: Period) -> Scales:
    """Weigh a *reach* duty: *done* speaks for its day and after, lesser words for theirs and before.

    An act after the deadline is an act while in the window; then, like one before the deadline, it
    stays as *not done*, until its voice says more of the state. What somebody denies leaves nothing.
    """
    deadline = record.duty.deadline_on(on)
    latest = _latest(word for word in record.words if word.says in STATE_WORDS and word.day <= on)
    uttered = {word.voice_key: word.uttered for word in latest}
    breaches = [act for act in record.acts if deadline is not None and act.day > deadline]
    counted = [act for act in breaches if act.days and act.days.overlaps(days)]
    in_window = set(counted)
    left = [
        act
        for act in record.acts
        if act.day <= on
        and act not in in_window
        and act not in record.denials
        and uttered.get(act.voice_key, date.min) <= act.uttered
    ]
    unsaying = [act for act in breaches if act.day <= on or act in in_window]
    states = (
        *(word for word in latest if word.says is not Says.DONE or not _unsaid(word, unsaying)),
        *(_left_behind(act) for act in left),
    )
    if is_due(record, on):
        states = _without_lapsed(states, deadline)
    return _scales(counted, record.denials, states)


def _left_behind(act: Word) -> Word:
    """Make the *not done* that an act leaves on its day."""
    return replace(act, says=Says.NOT_DONE, was_act=True)


def _unsaid(done: Word, acts: Iterable[Word]) -> bool:
    """Tell whether a voice's later word on an act after the deadline replaces its own *done*."""
    return any(
        act.voice_key == done.voice_key and act.day > done.day and act.uttered >= done.uttered
        for act in acts
    )


def _without_lapsed(states: Words, deadline: date | None) -> Words:
    """Drop lesser words from before the deadline, except against a *done* of their day or earlier."""
    done = [word.day for word in states if word.says is Says.DONE]
    first_done = min(done, default=date.max)
    return tuple(
        word
        for word in states
        if word.says not in LESSER or deadline is None or word.day >= min(deadline, first_done)
    )


def _latest(words: Iterable[Word]) -> Words:
    """Give each voice's latest words on each matter; differing words of one day all stand."""
    by_matter: dict[Hashable, list[Word]] = defaultdict(list)
    for word in words:
        by_matter[word.voice_key, word.matter].append(word)
    kept: list[Word] = []
    for said in by_matter.values():
        last = max(word.uttered for word in said)
        kept.extend(word for word in said if word.uttered == last)
    return tuple(kept)


def _scales(counted: Iterable[Word], denials: Mapping[Word, Words], states: Words) -> Scales:
    acts = list(counted)
    denied = tuple(act for act in acts if act in denials)
    return Scales(
        acts=tuple(act for act in acts if act not in denials),
        denied=denied,
        denials=tuple(dict.fromkeys(word for act in denied for word in denials[act])),
        lesser=tuple(word for word in states if word.says in LESSER),
        better=tuple(word for word in states if word.says not in LESSER),
    )
