"""Which words of a line count on a date (rules 1 and 2 of the judge)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from trucewatch.core.agreement import DutyType
from trucewatch.core.finding import Says
from trucewatch.judge.acts import Words
from trucewatch.judge.by_day import ByDay
from trucewatch.judge.record import Record
from trucewatch.judge.words import Word

Independent = Callable[[Word], bool]
"""Tells whether a voice is of another, known side than the duty's doers and owers."""

_NONE: Final[Mapping[Says, Words]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """The words of a line that count on a date.

    `acts` are those in the window that nobody denies; `denied` those that somebody does, and
    `denials` the words that deny them. `left` are the *not done* that acts leave behind; the others
    are named after what they say.
    """

    acts: Words = ()
    denied: Words = ()
    denials: Words = ()
    left: Words = ()
    not_done: Words = ()
    partly: Words = ()
    done: Words = ()
    no_act: Words = ()

    @property
    def lacking(self) -> Words:
        """The words that say *not done*, and what acts leave behind."""
        return (*self.not_done, *self.left)

    @property
    def lesser(self) -> Words:
        """The words about states that say less than done."""
        return (*self.partly, *self.not_done, *self.left)

    @property
    def better(self) -> Words:
        """The words that say done and, of a *refrain* duty, no act."""
        return (*self.done, *self.no_act)


def is_due(record: Record, on: date) -> bool:
    """Tell whether rule 4 holds on `on`: a deadline's own day is still in time."""
    duty = record.duty
    if on < duty.starts:
        return False
    if duty.type is not DutyType.REACH:
        return True
    deadline = duty.deadline_on(on)
    return deadline is not None and on > deadline


def weigh(record: Record, on: date, window: int, independent: Independent) -> Scales:
    """Lay the words that count on `on` on the scales."""
    first = on - timedelta(days=window - 1)
    if record.duty.type is DutyType.REACH:
        return _weigh_state(record, first, on)
    return _weigh_days(record, first, on, independent)


def _weigh_days(record: Record, first: date, on: date, independent: Independent) -> Scales:
    """Weigh a *keep* or *refrain* duty: its words are about days."""
    words = record.by_day
    states = _latest(words.states.about(first, on))
    if record.duty.type is DutyType.KEEP:
        states = tuple(dict.fromkeys((*states, *_lasting(words, first, on, independent))))
    return _scales(words, words.acts.about(first, on), words.denied.about(first, on), states)


def _lasting(words: ByDay, first: date, on: date, independent: Independent) -> Words:
    """Give the *not done* that lasts until a first *done*.

    One by doers, owers and their side ends what others say no sooner than it lapses itself: a party's
    own word turns *reported broken* into *contested*, never into *reported kept*.
    """
    done = words.done.until(on)
    if done and (done[0].day < first or any(map(independent, done))):
        return ()
    return tuple(word for word in words.latest.on(on) if word.says is Says.NOT_DONE)


def _weigh_state(record: Record, first: date, on: date) -> Scales:
    """Weigh a *reach* duty: *done* speaks for its day and after, lesser words for theirs and before.

    An act after the deadline is an act while in the window; then, like one before the deadline, it
    stays as *not done*, until its voice says more of the state. What somebody denies leaves nothing.
    """
    words = record.by_day
    deadline = record.duty.deadline_on(on)
    latest = words.latest.on(on)
    said = {word.voice_key: word.uttered for word in latest}
    ended, since = on, date.min
    acts: Words = ()
    denied: Words = ()
    if deadline is not None:
        ended = min(on, max(deadline, first - timedelta(days=1)))
        acts = _after(deadline, words.acts.about(first, on))
        denied = _after(deadline, words.denied.about(first, on))
        latest = tuple(word for word in latest if not _unsaid(word, words, deadline, on))
    if deadline is not None and on > deadline:
        since = min(deadline, _first_done(words, latest))
    tied = (word for word in words.tied.between(since, ended))
    return _scales(
        words,
        acts,
        denied,
        tuple(word for word in latest if word.says is Says.DONE or word.day >= since),
        once={
            says: once.between(date.min if says is Says.DONE else since, on)
            for says, once in words.once.items()
        },
        left=(
            *words.left.between(since, ended),
            *(word for word in tied if said.get(word.voice_key, date.min) <= word.uttered),
        ),
    )


def _first_done(words: ByDay, latest: Words) -> date:
    """Give the day of the first *done* that stands: lesser words before it lapse, if said in time."""
    done = [word.day for word in latest if word.says is Says.DONE]
    if Says.DONE in words.once:
        done += [word.day for word in words.once[Says.DONE].words[:1]]
    return min(done, default=date.max)


def _after(deadline: date, acts: Words) -> Words:
    return tuple(act for act in acts if act.day > deadline)


def _unsaid(word: Word, words: ByDay, deadline: date, on: date) -> bool:
    """Tell whether a voice's later word on an act after the deadline replaces its own *done*."""
    return word.says is Says.DONE and any(
        act.day > max(deadline, word.day) and act.begins <= on and act.uttered >= word.uttered
        for act in words.tried.get(word.voice_key, ())
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


def _scales(
    words: ByDay,
    acts: Words,
    denied: Words,
    states: Words,
    once: Mapping[Says, Words] = _NONE,
    left: Words = (),
) -> Scales:
    def saying(says: Says) -> Words:
        return (*once.get(says, ()), *(word for word in states if word.says is says))

    return Scales(
        acts=acts,
        denied=denied,
        denials=tuple(dict.fromkeys(word for act in denied for word in words.denials[act])),
        left=left,
        not_done=saying(Says.NOT_DONE),
        partly=saying(Says.PARTLY),
        done=saying(Says.DONE),
        no_act=saying(Says.NO_ACT),
    )
