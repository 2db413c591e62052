"""Events as the rules and the encoder find them, made one list.

The rules decide what an event is where they find it; the encoder decides how the text presents it,
adds parties, places and days that the rules leave open, and the events that no rule knows.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import attrgetter
from typing import Final, Generic, TypeVar

from trucewatch.core.place import ZoneFact
from trucewatch.core.reading import (
    ACTOR_MENTIONS,
    HAPPENED,
    Aspect,
    DutyTold,
    Event,
    EventKind,
    Locality,
    Mention,
    Party,
    Reality,
    Statement,
)
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.core.when import When
from trucewatch.extract.duties import tells_terms
from trucewatch.extract.encoder.found import ArgumentFound, EventFound
from trucewatch.extract.events.found import Found
from trucewatch.extract.events.nearest import held_by, nearest
from trucewatch.extract.events.numbered import numbered
from trucewatch.extract.events.what.accords import strikes_a_deal
from trucewatch.extract.events.what.carrying import carries
from trucewatch.extract.events.what.others import other
from trucewatch.extract.events.what.senses import SENSES, Sense
from trucewatch.extract.events.what.unlike import unlike
from trucewatch.extract.events.whether.operators import GOVERNORS, OPERATOR_NOUNS, Operator
from trucewatch.extract.events.whether.signs import (
    is_doubtful,
    is_hearsay,
    lacks_sign,
    spoken_against,
)
from trucewatch.extract.events.whether.unsaid import is_no_deed
from trucewatch.extract.events.whether.weighing import likeliest, weigh
from trucewatch.extract.events.who.actors import FORCES
from trucewatch.extract.lexicons import words

TELLING: Final = 0.18
"""An event that no rule knows is one from this confidence on: half of those so unsure are some."""

TELLING_OTHER: Final = 0.27
"""So is one of no kind of ours, or what is no act but a stance, from this confidence on."""

DOUBTFUL: Final = 0.85
"""Nothing told beside words of doubt is asserted with more confidence."""

FILLING: Final = 0.6
"""An argument is taken from this confidence on."""

_SENSES: Final[dict[EventKind, Sense]] = {sense.kind: sense for sense in reversed(SENSES.values())}
_LESS_OURS: Final = frozenset({EventKind.OTHER, EventKind.ACCEPTANCE, EventKind.REFUSAL})
_AGREEMENTS: Final = words("""
    agreement agreements accord accords deal deals pact pacts memorandum truce ceasefire treaty protocol
    """)

Item = TypeVar("Item")

_OPERATOR: Final = {form: operator for form, (_, operator, _) in GOVERNORS.items()}
_HITS: Final = words("hit hits hitting struck strikes striking rocked rocks gripped swept plagued")
"""What hits or sweeps a country may be anything: that it is an attack must be told, unless it is told for less than a fact."""

_CLEAR: Final = 0.85
_FACED: Final = words("""
    confront confronted confronts confronting counter countered beat beats beating beaten push
    """)

_NOWHERE: Final = ZoneFact(geometry=None, reported=None, km=None)
_ONE_OF_MANY: Final = re.compile(r"\b(?:an?|no|any|another)\s(?:[\w’'-]+\s){0,2}$", re.IGNORECASE)
_ARTICLES: Final = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A document's text with all that lies over it."""

    text: str
    sentences: Sequence[Sentence]
    found: Found
    duties: Sequence[DutyTold] = ()
    named: Sequence[Span] = ()
    unsaid: Sequence[Span] = ()


class _Laid(Generic[Item]):
    """Things that lie over a text, found by where they lie."""

    def __init__(self, items: Iterable[tuple[Span, Item]]) -> None:
        self._items = sorted(items, key=lambda each: (each[0].start, each[0].end))
        self._starts = [span.start for span, _ in self._items]
        self._reach = list(accumulate((span.end for span, _ in self._items), max))

    def meeting(self, start: int, end: int) -> list[Item]:
        """Give those that share a character with `start` to `end`, in the order of the text."""
        found: list[Item] = []
        place = bisect_left(self._starts, end) - 1
        while place >= 0 and self._reach[place] > start:
            span, item = self._items[place]
            if span.end > start:
                found.append(item)
            place -= 1
        return found[::-1]


class _Page:
    """A text with what lies over it at hand."""

    def __init__(self, text: Text) -> None:
        found = text.found
        self.text = text.text
        self.sentences = text.sentences
        self.statements: _Laid[tuple[int, Statement]] = _Laid(
            (content, (number, statement))
            for number, statement in enumerate(found.statements)
            for content in statement.content
        )
        self.mentions = _Laid(
            (each.span, each) for each in found.mentions if each.kind in ACTOR_MENTIONS
        )
        self.localities = _Laid((each.span, each) for each in found.localities)
        self.dates = _Laid((each.span, each) for each in found.dates)

    def lacks_sign(self, reality: Reality, trigger: Span) -> bool:
        """Tell whether nothing in its sentence lets an event be presented so."""
        sentence = _sentence(self.sentences, trigger.start)
        if sentence is None:
            return False
        dated = bool(self.dates.meeting(sentence.span.start, sentence.span.end))
        behind = _sentence(self.sentences, sentence.span.end + 1)
        return lacks_sign(reality, sentence, trigger, behind=behind, dated=dated)

    def weighed(self, event: Event, learnt: EventFound) -> tuple[Reality, float]:
        """Give the reality of an event that rules found too, and how sure it is.

        What nothing in its sentence tells, and what its own words speak against, it is not.
        """
        ruled, seen = event.reality, Reality(learnt.reality)
        sentence = _sentence(self.sentences, event.trigger.start)
        out = spoken_against(sentence, event.trigger, event.kind) if sentence else frozenset()
        if ruled is Reality.ASSERTED:
            out |= unlike(self.text, event)
        reality = weigh(ruled, learnt, out)
        while reality is not ruled and self.lacks_sign(reality, event.trigger):
            out |= {reality}
            reality = weigh(ruled, learnt, out)
        if reality is not seen:
            return reality, min(0.5, 1 - learnt.reality_confidence)
        return reality, max(learnt.reality_confidence, 0.5 if reality is ruled else 0.0)

    def presented(
        self, learnt: EventFound, sentence: Sentence, trigger: Span
    ) -> tuple[Reality, float]:
        """Give the reality of an event that no rule knows, and how sure it is."""
        sure = learnt.reality_confidence
        out = spoken_against(sentence, trigger, learnt.kind)
        reality = likeliest(learnt, out)
        while reality is not Reality.ASSERTED and self.lacks_sign(reality, trigger):
            out |= {reality}
            reality = likeliest(learnt, out)
        if reality != learnt.reality:
            sure = min(0.5, 1 - sure)
        if reality is Reality.ASSERTED and is_hearsay(sentence, trigger):
            reality, sure = Reality.DISTANCED, min(0.5, 1 - sure)
        return reality, self.doubted(reality, trigger, sure)

    def doubted(self, reality: Reality, trigger: Span, sure: float) -> float:
        """Give how sure it is that an event is told so: no fact beside words of doubt is certain."""
        sentence = _sentence(self.sentences, trigger.start)
        if reality is not Reality.ASSERTED or sentence is None or not is_doubtful(sentence):
            return sure
        return min(sure, DOUBTFUL)

    def statement(self, trigger: Span) -> Statement | None:
        """Give the statement whose word an event is."""
        met = sorted(self.statements.meeting(trigger.start, trigger.end), key=lambda each: each[0])
        return nearest(held_by((told for _, told in met), trigger.start, trigger.end))


def join_learnt(
    text: Text, events: Sequence[Event], learnt: Sequence[EventFound]
) -> tuple[Event, ...]:
    """Give the rules' events and the encoder's as one list, in the order of the text.

    Ids are given anew. What a duty's telling asks, and what stands in a statement's cue, is no event.
    """
    at = {(each.start, each.end): each for each in learnt}
    page = _Page(text)
    kept = [_seen(page, event, _met(event, at)) for event in events]
    taken = [event.trigger for event in events]
    taken += [duty.span for duty in text.duties]
    taken += text.named
    taken += [cue for statement in text.found.statements for cue in statement.cue]
    told = _Laid((span, span) for span in taken)
    unsaid = frozenset((span.start, span.end) for span in text.unsaid)
    fresh = [
        each
        for each in learnt
        if _tells(each)
        and not told.meeting(each.start, each.end)
        and not (each.reality in HAPPENED and (each.start, each.end) in unsaid)
    ]
    acts = [(each.trigger.start, each.kind) for each in kept]
    acts += [(each.start, EventKind(each.kind)) for each in fresh]
    acts.sort()
    fresh = [each for each in fresh if not carries(text.text, each, acts)]
    kept += [event for each in fresh if (event := _made(page, each)) is not None]
    return numbered(
        each
        for each in kept
        if each.sentence is None
        or not is_no_deed(each.sentence, each.trigger, each.kind, each.reality)
    )


def _tells(found: EventFound) -> bool:
    return found.confidence >= (TELLING_OTHER if found.kind in _LESS_OURS else TELLING)


def _met(event: Event, at: dict[tuple[int, int], EventFound]) -> EventFound | None:
    return at.get((event.trigger.start, event.trigger.end))


def _seen(page: _Page, event: Event, learnt: EventFound | None) -> Event:
    """Give a rule's event with what the encoder says of it."""
    if learnt is None:
        return event
    reality, confidence = page.weighed(event, learnt)
    confidence = page.doubted(reality, event.trigger, confidence)
    arguments = [each for each in learnt.arguments if each.confidence >= FILLING]
    return replace(
        event,
        reality=reality,
        ahead=event.ahead and reality is Reality.NEGATED,
        confidence=confidence,
        with_=event.with_ or _parties(page, arguments, "with"),
        at=event.at or (() if event.from_ else _localities(page, arguments, "at")),
    )


def _made(page: _Page, learnt: EventFound) -> Event | None:
    """Make an event of what the encoder found; None outside of what is read, and of what a text asks."""
    sentence = _sentence(page.sentences, learnt.start)
    if sentence is None or learnt.end > sentence.span.end:
        return None
    trigger = Span.cut(page.text, learnt.start, learnt.end)
    kind = EventKind(learnt.kind)
    sense = _SENSES[kind] if kind is not EventKind.OTHER else other(trigger)
    arguments = [each for each in learnt.arguments if each.confidence >= FILLING]
    from_ = _localities(page, arguments, "from")
    statement = page.statement(trigger)
    if tells_terms(sentence.span.text, Reality(learnt.reality), statement):
        return None
    if (
        _is_foiling(sense, trigger)
        or strikes_a_deal(page.text, learnt.start, learnt.end)
        or _only_governs(sense, trigger)
        or (_only_refers(learnt, sentence, trigger) and not arguments)
    ):
        return None
    reality, sure = page.presented(learnt, sentence, trigger)
    if _PUT_OFF.match(page.text, learnt.start):
        reality = Reality.POSTPONED
    by, with_ = _parties(page, arguments, "by"), _parties(page, arguments, "with")
    told = by or with_ or (reality is not Reality.ASSERTED and learnt.confidence >= _CLEAR)
    if sense.kind is EventKind.ATTACK and not told and trigger.text.lower() in _HITS:
        return None
    return Event(
        id="",
        kind=sense.kind,
        plover=(sense.plover, sense.mode),
        acled=sense.acled,
        reality=reality,
        aspect=Aspect(learnt.aspect),
        recap=learnt.recap,
        trigger=trigger,
        by=by,
        against=_parties(page, arguments, "against"),
        with_=with_,
        from_=from_,
        at=tuple(each for each in _localities(page, arguments, "at") if each not in from_),
        when=_when(page, arguments),
        statement=statement.id if statement else None,
        confidence=min(learnt.confidence, sure),
        sentence=sentence.span,
    )


_PUT_OFF: Final = re.compile(r"(?:puts?|push(?:ed|es)?)\s(?:it|them|this|that)\s(?:off|back)\b")
""""They agreed to put it off": what it is was told before."""


def _only_governs(sense: Sense, trigger: Span) -> bool:
    """Tell whether a verb only says how another act stands: "kept shelling", "tried to leave"."""
    return sense.kind is EventKind.OTHER and not sense.plover and trigger.text.lower() in GOVERNORS


def _is_foiling(sense: Sense, trigger: Span) -> bool:
    """Tell whether a word only says that an attack failed, or was tried: that attack is the event."""
    word = trigger.text.lower()
    operator = _OPERATOR.get(word) or OPERATOR_NOUNS.get(word)
    fights = sense.kind in (EventKind.ATTACK, EventKind.CLASH) and word not in _FACED
    return fights and operator in (Operator.FOILED, Operator.TRIED)


def _only_refers(learnt: EventFound, sentence: Sentence, trigger: Span) -> bool:
    """Tell whether a noun only points at an agreement that stands: "since the truce", not "no truce"."""
    if learnt.reality != Reality.ASSERTED or trigger.text.lower() not in _AGREEMENTS:
        return False
    before = sentence.span.text[: trigger.start - sentence.span.start]
    return _ONE_OF_MANY.search(before) is None


def _sentence(sentences: Sequence[Sentence], start: int) -> Sentence | None:
    place = bisect_right(sentences, start, key=attrgetter("span.start"))
    sentence = sentences[place - 1] if place else None
    return sentence if sentence is not None and start < sentence.span.end else None


def _parties(page: _Page, arguments: Sequence[ArgumentFound], role: str) -> tuple[Party, ...]:
    found: list[Party] = []
    for each in arguments:
        if each.role == role:
            cited = _bare(page.text, each)
            met = page.mentions.meeting(cited.start, cited.end)
            named = [each for each in met if cited.holds(each.span) and _is_head(cited, each)]
            found += [Party(span=mention.span, actor=mention.id) for mention in named]
            if not named:
                found.append(Party(span=cited, actor=None))
    return tuple(dict.fromkeys(found))


def _bare(text: str, argument: ArgumentFound) -> Span:
    """Cut an argument without its article."""
    start = argument.start
    for article in _ARTICLES:
        if (
            text[start : start + len(article)].lower() == article
            and start + len(article) < argument.end
        ):
            start += len(article)
            break
    return Span.cut(text, start, argument.end)


def _is_head(cited: Span, mention: Mention) -> bool:
    """Tell whether a phrase means who is named in it: "X", "X forces", "fighters of X"."""
    behind = cited.text[mention.span.end - cited.start :].lower().split()
    before = cited.text[: mention.span.start - cited.start].lower().split()
    return all(word in FORCES for word in behind) and not (
        before and before[-1] in ("against", "with", "near", "for", "by")
    )


def _localities(page: _Page, arguments: Sequence[ArgumentFound], role: str) -> tuple[Locality, ...]:
    found: list[Locality] = []
    for each in arguments:
        if each.role == role:
            cited = _bare(page.text, each)
            known = page.localities.meeting(cited.start, cited.end)
            met = page.mentions.meeting(cited.start, cited.end)
            if not known and any(
                each.kind in ACTOR_MENTIONS and each.span.holds(cited) for each in met
            ):
                continue
            found += known or [
                Locality(span=cited, place=None, lat=None, lon=None, precision=None, zone=_NOWHERE)
            ]
    return tuple(dict.fromkeys(found))


def _when(page: _Page, arguments: Sequence[ArgumentFound]) -> When | None:
    for each in arguments:
        if each.role == "when":
            for date in page.dates.meeting(each.start, each.end):
                return When(edtf=date.edtf, period=date.period, span=date.span, basis=date.basis)
    return None
