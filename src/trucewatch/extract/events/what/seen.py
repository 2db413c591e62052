"""Events that a trained reader sees where no rule knows the word, or doubts it: the grammar tells who and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from trucewatch.core.reading import FIGHTS, EventKind
from trucewatch.core.span import Span
from trucewatch.extract.encoder.found import EventFound
from trucewatch.extract.events.found import Seen
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.line import Token
from trucewatch.extract.events.what.forms import Form
from trucewatch.extract.events.what.senses import SENSES
from trucewatch.extract.events.what.triggers import Trigger
from trucewatch.extract.events.whether.operators import (
    GOVERNORS,
    WITH_PARTICLE,
    WITH_PARTICLE_FORMS,
)
from trucewatch.extract.lexicons import words

SURE: Final = 0.6
"""What a trained reader sees counts from this confidence on."""

_KEYS: Final = {
    EventKind.WITHDRAWAL: "withdraw",
    EventKind.DEPLOYMENT: "deploy",
    EventKind.PATROL: "patrol",
    EventKind.OPENING: "open",
    EventKind.CLOSURE: "close",
    EventKind.ATTACK: "attack",
    EventKind.CLASH: "clash",
    EventKind.SEIZURE: "seize",
    EventKind.CONSTRUCTION: "build",
    EventKind.AGREEMENT: "agree",
}
"""Kinds of which the verb may be any, with the sense that says who moves and what."""


_ASK_WHO: Final = frozenset({"kill", "use", "breach", "violate", "hit", "strike", "abandon"})
"""Senses and verbs that the words around them decide: an attack only where somebody is told to do it."""

_STAYS: Final = words("remain remains remained stay stays stayed still")
_HARM: Final = words("""
    killed wounded injured assassinated murdered executed damaged destroyed displaced martyred hurt slain died
    """)


def seen_on(text: str, events: Iterable[EventFound]) -> tuple[Seen, ...]:
    """Give the triggers that a trained reader is sure of, in the order of the text."""
    found = [
        Seen(span=Span.cut(text, each.start, each.end), kind=EventKind(each.kind))
        for each in events
        if each.confidence >= SURE and each.kind in _KEYS
    ]
    return tuple(sorted(found, key=lambda each: each.span.start))


def with_seen(
    tokens: Sequence[Token], triggers: Sequence[Trigger], seen: Sequence[Seen]
) -> list[Trigger]:
    """Give the triggers of a line with what a trained reader sees: it confirms some and adds verbs.

    A verb is added where nothing else of its kind is told: beside "patrols", "conducted" is no other.
    """
    kinds = {(each.span.start, each.span.end): each.kind for each in seen}
    told = [
        each._replace(
            seen=_may_be_confirmed(tokens, each)
            and kinds.get((each.start, each.end)) is SENSES[each.key].kind
        )
        for each in triggers
    ]
    known = {SENSES[each.key].kind for each in triggers}
    told += [each for each in _verbs(tokens, kinds, triggers) if SENSES[each.key].kind not in known]
    return sorted(told, key=lambda each: each.start)


def _may_be_confirmed(tokens: Sequence[Token], trigger: Trigger) -> bool:
    if trigger.key == "remain":
        return False
    if {trigger.key, trigger.lemma} & _ASK_WHO:
        return False
    named = trigger.form == "noun" or _is_named(tokens, trigger.first)
    return not (named and SENSES[trigger.key].kind in FIGHTS)


def _is_named(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word is only what something is of: "14 cases of firing"."""
    return place > 0 and tokens[place - 1].low == "of"


def _verbs(
    tokens: Sequence[Token],
    kinds: dict[tuple[int, int], EventKind],
    triggers: Sequence[Trigger],
) -> Iterator[Trigger]:
    taken = {place for each in triggers for place in range(each.first, each.last)}
    for place, token in enumerate(tokens):
        kind = kinds.get((token.start, token.end))
        if kind is None or place in taken or not _is_own_verb(tokens, place):
            continue
        yield Trigger(
            token.start,
            token.end,
            _KEYS[kind],
            token.low,
            _form(tokens, place),
            place,
            place + 1,
            seen=True,
        )


def _is_own_verb(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word is a verb that tells an act by itself: no governor, no harm, no "cases of firing"."""
    token = tokens[place]
    stays = place > 0 and (tokens[place - 1].tag == tag.BE or tokens[place - 1].low in _STAYS)
    if not (token.tag == tag.VERB or stays) or _is_named(tokens, place):
        return False
    if place + 1 < len(tokens) and any(
        tokens[place + 1].low == particle and token.low in WITH_PARTICLE_FORMS[lemma]
        for lemma, particle in WITH_PARTICLE
    ):
        return False
    return token.low not in _HARM and token.low not in GOVERNORS


def _form(tokens: Sequence[Token], place: int) -> Form:
    """Give the form of a verb that no list knows, by its ending and what stands before it."""
    if tokens[place].low.endswith("ing"):
        return "ing"
    before = place - 1
    while before > 0 and tokens[before].tag in (tag.ADVERB, tag.NEGATION):
        before -= 1
    auxiliary = tokens[before].tag if before >= 0 else ""
    if auxiliary in (tag.TO, tag.MODAL, tag.DO):
        return "base"
    done = auxiliary in (tag.BE, tag.HAVE) or tokens[place - 1].low in _STAYS
    return "participle" if done else "past"
