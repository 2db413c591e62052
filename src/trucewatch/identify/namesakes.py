"""Names of the case that an unknown name is only like: told as refused, never taken for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.choice import ActorChoice, RefusedActor
from trucewatch.core.folding import key_of, words_of
from trucewatch.core.once import OncePerCase
from trucewatch.core.reading import ACTOR_MENTIONS, Mention

ALIKE: Final = 0.6
"""From this score on a name is told as alike; 1 would be the same words."""

_TOLD: Final = 4
"""So many of the likest names are told of one."""

_WORDS: Final = 8
_NEAR: Final = 4
_SMALL: Final = frozenset(
    {
        *(
            "the",
            "of",
            "for",
            "and",
            "in",
            "al",
            "el",
            "ad",
            "an",
            "ar",
            "as",
            "ash",
            "at",
            "ath",
            "az",
        ),
        *("ed", "er", "es", "ez", "de", "la", "le", "les", "il", "bin", "ibn"),
    }
)
"""Words that say nothing of whether two names are alike."""
_VOWELS: Final = frozenset("aeiouy")
_SHORT: Final = 4
"""Fewer consonants are too few to compare spellings by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    actor: str
    words: frozenset[str]
    key: str


def tell_namesakes(mentions: Sequence[Mention], case: Case) -> tuple[Mention, ...]:
    """Tell of each unknown name whose names are alike, with their score; nothing is resolved.

    The score is the share of the words in common (articles left out), or, of names with the same
    consonants, how much of the letters is: other spellings, and namesakes.
    """
    names = _NAMES.of(case)
    last = -1
    told: list[Mention] = []
    alike: dict[str, tuple[RefusedActor, ...]] = {}
    for mention in mentions:
        if _is_unknown(mention) and not _is_met(mention, last, mentions, len(told)):
            words = mention.span.text
            if words not in alike:
                alike[words] = tuple(names.like(words))
            mention = _told(mention, alike[words])
        if mention.id is not None:
            last = max(last, mention.span.end)
        told.append(mention)
    return tuple(told)


def _is_unknown(mention: Mention) -> bool:
    if mention.kind not in ACTOR_MENTIONS or mention.id is not None:
        return False
    if mention.choice is not None:
        return mention.choice.rule == "stranger"
    return not mention.candidates and mention.span.text[:1].isupper()


def _is_met(mention: Mention, last: int, mentions: Sequence[Mention], place: int) -> bool:
    """Tell whether a phrase holds somebody's name, or stands in one: `last` is where the last one ends."""
    following = mentions[place + 1 : place + 1 + _NEAR]
    inside = any(each.id is not None and mention.span.meets(each.span) for each in following)
    return last > mention.span.start or inside


def _told(mention: Mention, alike: tuple[RefusedActor, ...]) -> Mention:
    if not alike and mention.choice is None:
        return mention
    return replace(mention, choice=ActorChoice(rule="stranger", refused=alike))


class _Names:
    """The names of a case's actors, by their words and by their consonants."""

    def __init__(self, case: Case) -> None:
        self._by_word: dict[str, dict[_Named, None]] = {}
        self._by_sound: dict[str, dict[_Named, None]] = {}
        for actor in case.actors.by_id.values():
            for name in dict.fromkeys((actor.name, *(alias.name for alias in actor.aliases))):
                named = _Named(actor=actor.id, words=_words(name), key=key_of(name))
                for word in named.words:
                    self._by_word.setdefault(word, {})[named] = None
                self._by_sound.setdefault(_sound(named.key), {})[named] = None

    def like(self, name: str) -> Iterator[RefusedActor]:
        """Yield the actors with a name alike, the likest first."""
        words, key = _words(name), key_of(name)
        best: dict[str, float] = {}
        if len(words) <= _WORDS:
            shared = Counter(named for word in words for named in self._by_word.get(word, ()))
            for named, count in shared.items():
                score = 2 * count / (len(words) + len(named.words))
                best[named.actor] = max(score, best.get(named.actor, 0.0))
        sound = _sound(key)
        for named in self._by_sound.get(sound, ()) if len(sound) >= _SHORT else ():
            score = SequenceMatcher(None, key, named.key, autojunk=False).ratio()
            best[named.actor] = max(score, best.get(named.actor, 0.0))
        likest = sorted(best.items(), key=lambda each: (-each[1], each[0]))
        for actor, score in likest[:_TOLD]:
            if score >= ALIKE:
                yield RefusedActor(actor=actor, because="alike", score=round(score, 2))


def _words(name: str) -> frozenset[str]:
    words = (word.folded for word in words_of(name) if not word.possessive)
    return frozenset(word for word in words if word not in _SMALL)


def _sound(key: str) -> str:
    """Give the consonants of a name, doubled ones once: what its spellings share."""
    return "".join(letter for letter, _ in groupby(each for each in key if each not in _VOWELS))


_NAMES: Final = OncePerCase(_Names)
