"""Whose arms they are, by the word before them: "government artillery", "Xish warplanes"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from trucewatch.core.actor import ActorKind
from trucewatch.core.case import Case
from trucewatch.core.folding import Word, fold, words_of
from trucewatch.core.once import OncePerCase
from trucewatch.core.reading import MENTION_KINDS, Mention
from trucewatch.core.span import Span
from trucewatch.extract.lexicons import words as listed

_FORCES: Final = listed("forces troops army soldiers")
"""Behind these words' modifiers an army is named: of "Xish forces" the modifier is "Xish"."""

_AT_WORK: Final = listed("""
    artillery gunners warplane warplanes jet jets helicopter helicopters gunship gunships aircraft
    planes sniper snipers airstrike airstrikes shelling shellfire bombardment gunfire fire barrage
    bombing bombings raid raids strike strikes patrol patrols attack attacks offensive offensives
    assault assaults elements units unit column columns
    """)
_COMPOUND: Final = listed("""
    air artillery mortar rocket sniper tank fighter special ground airborne elite armoured armored
    """)
_COMPOUND_HEADS: Final = listed("""
    strike strikes raid raids fire shelling bombardment barrage attack attacks jet jets force forces
    vehicles column columns
    """)
_THINGS: Final = listed("""
    shell shells rocket rockets missile missiles mortars tanks bombs drones
    """)
"""What may have been sold on: only a word that is no nation's says whose they are."""

_NO_ARMS_BEHIND: Final = listed("brigade brigades department engine engines truck trucks service")

_LONGEST: Final = 3

_Modifiers = Mapping[tuple[str, ...], tuple[str, bool]]
"""The words before a name's *forces*, folded: whose they are, and whether it begins with a capital."""


def find_arms(text: str, words: Sequence[Word], case: Case) -> Iterator[Mention]:
    """Yield a mention for each modifier of an army's name that stands before what an army fires or flies.

    The case names "Xish forces"; its "Xish artillery" is meant by the same word. A modifier that two
    of the case's actors share means nobody.
    """
    modifiers = _MODIFIERS.of(case)
    place = 0
    while place < len(words):
        found = _modifier_at(words, place, modifiers)
        if found is None:
            state = _partner_at(words, place, case)
            if state is not None:
                span = Span.cut(text, words[place].start, words[place + 1].end)
                yield Mention(span=span, kind="state", id=state)
            place += 1
            continue
        last, actor = found
        span = Span.cut(text, words[place].start, words[last - 1].end)
        yield Mention(span=span, kind=MENTION_KINDS[case.actors.by_id[actor].kind], id=actor)
        place = last


def _modifier_at(
    words: Sequence[Word], place: int, modifiers: _Modifiers
) -> tuple[int, str] | None:
    """Give where the longest modifier ends that begins here and stands before arms, and whose it is."""
    for last in range(min(len(words), place + _LONGEST), place, -1):
        meant = modifiers.get(tuple(word.folded for word in words[place:last]))
        if meant is None or (meant[1] and not words[place].capital):
            continue
        if _arms_at(words, last, nation=meant[1]) or _held_to_be(words, place):
            return last, meant[0]
    return None


_OURS: Final = listed("our its their his her")
_PARTNERS: Final = listed("partner partners colleagues friends ally allies brothers comrades")
_SIDES: Final = listed("side government authorities")


def _partner_at(words: Sequence[Word], place: int, case: Case) -> str | None:
    """Give the state that begins here as somebody's partner: "our Xish partners" are Xland."""
    if not 0 < place < len(words) - 1 or words[place - 1].folded not in _OURS:
        return None
    if words[place + 1].folded not in _PARTNERS or not words[place].capital:
        return None
    return _STATES.of(case).get(words[place].folded)


def _states_of(case: Case) -> Mapping[str, str]:
    """Give the words before a state's *side* or *government*, folded, with the state."""
    meant: dict[str, set[str]] = {}
    for actor in case.actors.by_id.values():
        if actor.kind is ActorKind.STATE:
            for alias in actor.aliases:
                words = [word.folded for word in words_of(alias.name)]
                if len(words) == _PAIR and words[1] in _SIDES:
                    meant.setdefault(words[0], set()).add(actor.id)
    return {word: next(iter(found)) for word, found in meant.items() if len(found) == 1}


_PAIR: Final = 2
_STATES: Final = OncePerCase(_states_of)


def _arms_at(words: Sequence[Word], place: int, *, nation: bool) -> bool:
    if place >= len(words):
        return False
    word = words[place].folded
    if word == "and" and nation:
        return _shared_arms(words, place + 1)
    behind = words[place + 1].folded if place + 1 < len(words) else ""
    if word in _COMPOUND and behind in _COMPOUND_HEADS:
        return True
    if behind in _NO_ARMS_BEHIND:
        return False
    return word in _AT_WORK or (not nation and word in _THINGS)


def _shared_arms(words: Sequence[Word], place: int) -> bool:
    """Tell whether another's name and arms follow that are both's: "Xish and Yish warplanes"."""
    if place + 1 >= len(words) or not words[place].capital:
        return False
    return words[place + 1].folded in _AT_WORK | _FORCES | {"air"}


_HELD: Final = listed("believed thought suspected presumed said reported understood")


def _held_to_be(words: Sequence[Word], place: int) -> bool:
    """Tell whether arms stand before a modifier as whose: "planes believed to be Xish", "were Xish"."""
    if place >= _PAIR and words[place - 1].folded in ("was", "were"):
        return words[place - 2].folded in _AT_WORK
    if place < _HELD_BEFORE or [word.folded for word in words[place - 2 : place]] != ["to", "be"]:
        return False
    arms, held = words[place - 4].folded, words[place - 3].folded
    return held in _HELD and (arms in _AT_WORK or arms in _THINGS)


_HELD_BEFORE: Final = 4


def _modifiers_of(case: Case) -> _Modifiers:
    meant: dict[tuple[str, ...], set[tuple[str, bool]]] = {}
    for actor in case.actors.by_id.values():
        if actor.kind is ActorKind.PERSON:
            continue
        for alias in (actor.name, *(each.name for each in actor.aliases)):
            words = list(words_of(alias))
            if 1 < len(words) <= _LONGEST + 1 and words[-1].folded in _FORCES:
                key = tuple(fold(word.text) for word in words[:-1])
                meant.setdefault(key, set()).add((actor.id, words[0].capital))
    return {
        key: (next(iter(found))[0], all(capital for _, capital in found))
        for key, found in meant.items()
        if len({actor for actor, _ in found}) == 1
    }


_MODIFIERS: Final = OncePerCase(_modifiers_of)
