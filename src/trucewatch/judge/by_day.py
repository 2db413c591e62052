"""The words of a line by their days: what can matter on a day is found, not looked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter
from typing import Final

from trucewatch.core.agreement import DutyType
from trucewatch.core.finding import Says
from trucewatch.core.place import Places
from trucewatch.judge.acts import Words, deniers, not_taken_back
from trucewatch.judge.assign import STATE_WORDS
from trucewatch.judge.words import Word

VoiceKey = tuple[str, bool]

_DAY: Final = attrgetter("day")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Words by their last days; `reaching` are those of them that are about days before it too."""

    words: Words = ()
    reaching: Words = ()

    @classmethod
    def of(cls, words: Iterable[Word]) -> Calendar:
        """Enter words, in any order."""
        entered = tuple(sorted(words, key=_DAY))
        return cls(entered, tuple(word for word in entered if word.begins < word.day))

    def until(self, day: date) -> Words:
        """Give the words whose last day has come by `day`."""
        return self.words[: bisect_right(self.words, day, key=_DAY)]

    def between(self, first: date, last: date) -> Words:
        """Give the words whose last day is one from `first` to `last`."""
        start = bisect_left(self.words, first, key=_DAY)
        return self.words[start : bisect_right(self.words, last, key=_DAY)]

    def about(self, first: date, last: date) -> Words:
        """Give the words about a day from `first` to `last`."""
        ended = self.between(first, last)
        later = self.reaching[bisect_right(self.reaching, last, key=_DAY) :]
        return (*ended, *(word for word in later if word.begins <= last)) if later else ended


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest word of each voice on a state, as it was on any day.

    Of each voice, the days on which its latest words changed, and what they were from then on.
    """

    changes: tuple[tuple[tuple[date, ...], tuple[Words, ...]], ...] = ()

    @classmethod
    def of(cls, words: Iterable[Word]) -> Latest:
        """Enter words about one state; differing words of one voice and day all stand (rule 1)."""
        return cls(tuple(map(_changes, _by_voice(words).values())))

    def on(self, day: date) -> Words:
        """Give the words that stand on `day`: of those whose day has come, each voice's last."""
        found: list[Word] = []
        for days, standing in self.changes:
            if place := bisect_right(days, day):
                found.extend(standing[place - 1])
        return tuple(found)


def _changes(said: Iterable[Word]) -> tuple[tuple[date, ...], tuple[Words, ...]]:
    days: list[date] = []
    standing: list[Words] = []
    for word in sorted(said, key=lambda word: (word.day, word.uttered)):
        latest = standing[-1] if standing else ()
        if latest and word.uttered < latest[0].uttered:
            continue
        days.append(word.day)
        same = bool(latest) and word.uttered == latest[0].uttered
        standing.append((*latest, word) if same else (word,))
    return tuple(days), tuple(standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class ByDay:
    """The weighed words of a line, as a day asks for them.

    `acts` are those that nobody denies, `denied` the others, with their `denials`. `states` are about
    days. Of a state to be reached, `once` are by what they say the words of voices that speak of it
    once and of no act; `latest` is each other voice's last, of which `tried` are the acts. `left` is
    what acts leave behind, `tied` of these what a later word of its voice may replace. Of a *keep*
    duty, `latest` is each voice's last *done* or *not done*, and `done` is every *done*.
    """

    acts: Calendar = Calendar()
    denied: Calendar = Calendar()
    denials: Mapping[Word, Words] = field(default_factory=dict)
    states: Calendar = Calendar()
    once: Mapping[Says, Calendar] = field(default_factory=dict)
    latest: Latest = Latest()
    tried: Mapping[VoiceKey, Words] = field(default_factory=dict)
    left: Calendar = Calendar()
    tied: Calendar = Calendar()
    done: Calendar = Calendar()

    @classmethod
    def of(cls, words: Words, duty: DutyType, places: Places, *, named: bool) -> ByDay:
        """Enter the words of a line of a duty of this type; nobody in particular keeps nothing."""
        acts = not_taken_back(words, Says.ACT)
        denials = deniers(acts, words, places)
        undenied = Calendar.of(act for act in acts if act not in denials)
        denied = Calendar.of(denials)
        said = [word for word in words if word.says in STATE_WORDS]
        if duty is DutyType.REACH:
            return _to_be_reached(said, acts, cls(acts=undenied, denied=denied, denials=denials))
        keeps = named and duty is DutyType.REFRAIN
        quiet = [word for word in words if word.says is Says.NO_ACT and keeps]
        return cls(
            acts=undenied,
            denied=denied,
            denials=denials,
            states=Calendar.of(word for word in (*said, *quiet) if word.days is not None),
            latest=Latest.of(word for word in said if word.says is not Says.PARTLY),
            done=Calendar.of(word for word in said if word.says is Says.DONE),
        )


def _to_be_reached(said: list[Word], acts: Words, entered: ByDay) -> ByDay:
    """Enter the words on a state to be reached, and what acts against it leave behind."""
    spoken, tried = _by_voice(said), _by_voice(acts)
    once = {voice for voice, words in spoken.items() if len(words) == 1 and voice not in tried}
    alone = [word for word in said if word.voice_key in once]
    left = [replace(act, says=Says.NOT_DONE, was_act=True) for act in entered.acts.words]
    return replace(
        entered,
        once={
            says: Calendar.of(word for word in alone if word.says is says) for says in STATE_WORDS
        },
        latest=Latest.of(word for word in said if word.voice_key not in once),
        tried=tried,
        left=Calendar.of(word for word in left if word.voice_key not in spoken),
        tied=Calendar.of(word for word in left if word.voice_key in spoken),
    )


def _by_voice(words: Iterable[Word]) -> dict[VoiceKey, Words]:
    found: dict[VoiceKey, list[Word]] = defaultdict(list)
    for word in words:
        found[word.voice_key].append(word)
    return {voice: tuple(said) for voice, said in found.items()}
