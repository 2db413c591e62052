"""Acts and who denies them: neither depends on the board's date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from datetime import date, timedelta
from typing import Final, Protocol

from trucewatch.core.finding import Says
from trucewatch.core.place import Places
from trucewatch.core.when import Period
from trucewatch.judge.words import Word

Words = tuple[Word, ...]

_LONG: Final = 31
"""Words about more days than this are compared one by one; the others are found by their days."""


def not_taken_back(words: Words, says: Says) -> Words:
    """Give the words saying `says` whose voice did not say the opposite of that incident later."""
    opposite = Says.DENIES if says is Says.ACT else Says.ACT
    last: dict[Hashable, date] = {}
    for word in words:
        if word.says is opposite:
            key = (word.voice_key, word.matter)
            last[key] = max(last.get(key, date.min), word.uttered)
    return tuple(
        word
        for word in words
        if word.says is says and word.uttered >= last.get((word.voice_key, word.matter), date.min)
    )


class Told(Protocol):
    """What is told of an act: its incident, and its places."""

    @property
    def incident(self) -> str | None:
        """The incident that it names."""

    @property
    def at(self) -> Collection[str]:
        """The ids of its places."""


def may_be_one_act(one: Told, other: Told, places: Places) -> bool:
    """Tell whether what two words tell of a shared day may be one act, though no incident joins them.

    Not where their places are known to be others. Two incidents are two, unless they are of one kind
    and a place of the one holds or touches a place of the other.
    """
    two = one.incident and other.incident
    if not one.at or not other.at:
        return not two
    if two and _kind(one) != _kind(other):
        return False
    return any(
        not places.are_apart(here, there)
        for here in one.at
        for there in other.at
        if not (two and here == there)
    )


def _kind(told: Told) -> str:
    """Give the kind of act that an incident's name begins with."""
    return (told.incident or "").partition(" ")[0]


def deniers(acts: Words, words: Words, places: Places) -> dict[Word, Words]:
    """Give for each denied act the words that deny it.

    A denial meets an act by its incident or, where none joins them, by a shared day and places that
    may be the same; *no act* denies the acts whose every day it covers.
    """
    denials = _OnDays(not_taken_back(words, Says.DENIES))
    quiet = _OnDays(word for word in words if word.says is Says.NO_ACT)
    by_incident = denials.by_incident()
    found: dict[Word, Words] = {}
    for act in acts:
        denied = list(by_incident.get(act.incident, ())) if act.incident else []
        if act.days is not None:
            sharing = denials.sharing(act.days)
            denied += [
                word
                for word in sharing
                if not (act.incident and word.incident == act.incident)
                and may_be_one_act(word, act, places)
            ]
            covering = quiet.sharing(act.days)
            denied += [word for word in covering if word.days and word.days.covers(act.days)]
        if denied:
            found[act] = tuple(denied)
    return found


class _OnDays:
    """Words to be found by the days they are about."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = tuple(words)
        self._by_day: dict[date, list[Word]] = defaultdict(list)
        self._long: list[tuple[Word, Period]] = []
        for word in self._words:
            if word.days is not None and (days := _short(word.days)) is not None:
                for day in days:
                    self._by_day[day].append(word)
            elif word.days is not None:
                self._long.append((word, word.days))

    def by_incident(self) -> dict[str, list[Word]]:
        found: dict[str, list[Word]] = defaultdict(list)
        for word in self._words:
            if word.incident:
                found[word.incident].append(word)
        return found

    def sharing(self, days: Period) -> Iterator[Word]:
        """Yield the words about a day of `days`, each once."""
        if (each := _short(days)) is None:
            yield from (word for word in self._words if word.days and word.days.overlaps(days))
            return
        found = dict.fromkeys(word for day in each for word in self._by_day.get(day, ()))
        yield from found
        yield from (word for word, span in self._long if span.overlaps(days))


def _short(days: Period) -> list[date] | None:
    """Give each day of a short period; None for a long or open one."""
    if days.first is None or days.last is None or (days.last - days.first).days > _LONG:
        return None
    return [days.first + timedelta(days=n) for n in range((days.last - days.first).days + 1)]
