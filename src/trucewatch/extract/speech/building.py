"""From what the patterns found to statements: speaker, chain, day, manner and confidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.document import Document
from trucewatch.core.reading import Link, Mention, Statement
from trucewatch.core.when import TimeExpression, When
from trucewatch.extract.chains import (
    Relay,
    chain_of,
    cited_in,
    filed_by,
    hearer_relay,
    link_of,
    relays_beside,
)
from trucewatch.extract.lexicons import words
from trucewatch.extract.quotations import Quotation
from trucewatch.extract.speech.atoms import Line, cut
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.days import inherited, said_on
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.grammar import RELATIVES
from trucewatch.extract.speech.marks import Quoted, hedges_in, insertions_in, manner_of
from trucewatch.extract.speech.memory import Memory
from trucewatch.extract.speech.runs import Utterance
from trucewatch.extract.speech.voices import Voice, voice_of

_WINDOW: Final = 60
"""How many atoms beside its cue and content belong to a statement."""

_SURE: Final = {"before": 0.95, "title": 0.9, "hearsay": 0.8, "passive": 0.85, "alone": 0.9}
_TELLING: Final = words("say tell state report announce confirm claim inform assure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A statement without its number, and the paragraph in which its cue stands."""

    statement: Statement
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Who said an utterance, in which atoms, and who relays it."""

    voice: Voice
    source: tuple[Range, ...]
    relays: tuple[Relay, ...] = ()


@dataclass(slots=True)
class Builder:
    """Builds the statements of one document, in the order of the text."""

    document: Document
    lines: Sequence[Line]
    mentions: Sequence[Mention]
    dates: Sequence[TimeExpression]
    quotations: Sequence[Quotation]
    case: Case
    _said: dict[str, When] = field(default_factory=dict)

    def build(self, utterances: Sequence[Utterance]) -> Iterator[Built]:
        """Yield a statement for each utterance but those that only relay another."""
        memory = Memory(self.case, self.mentions, self.lines)
        base = filed_by(self.document, self.mentions)
        quoted = Quoted(self.quotations)
        told: list[_Told] = []
        for place, utterance in enumerate(utterances):
            told.append(self._tell(utterances, place, told, memory))
        relaying = {
            utterance.parent
            for utterance, known in zip(utterances, told, strict=True)
            if utterance.parent is not None
            and told[utterance.parent].voice.publishes
            and known.source
            and self._stands(utterance, utterances, told)
            and _opens(utterances[utterance.parent], utterance)
        }
        for place, utterance in enumerate(utterances):
            nested = utterance.parent is not None
            if place in relaying or (nested and not self._stands(utterance, utterances, told)):
                continue
            outside = _outside(utterances, place, self.lines[utterance.draft.line])
            yield self._statement(utterance, told[place], outside, base, quoted)

    def _stands(
        self, utterance: Utterance, utterances: Sequence[Utterance], told: Sequence[_Told]
    ) -> bool:
        """Tell whether what is said inside somebody's words is a statement of its own."""
        parent = utterance.parent
        if parent is None or utterances[parent].parent is not None:
            return parent is None
        sure = utterance.draft.lemma in _TELLING and bool(utterance.draft.source)
        return sure and (told[parent].voice.publishes or _opens(utterances[parent], utterance))

    def _tell(
        self,
        utterances: Sequence[Utterance],
        place: int,
        told: Sequence[_Told],
        memory: Memory,
    ) -> _Told:
        """Find who said an utterance and through whom."""
        utterance = utterances[place]
        draft = utterance.draft
        line = self.lines[draft.line]
        if utterance.source_of is not None and utterance.source_of < place:
            return told[utterance.source_of]
        if not draft.source:
            return _Told(voice=Voice(), source=(), relays=self._outers(draft, line))
        outside = _outside(utterances, place, line)
        source = draft.source[0]
        voice = self._voice(line, source, memory)
        relays = [*self._outers(draft, line)]
        if utterance.parent is not None:
            outer = told[utterance.parent]
            relays.extend(outer.relays)
            relays.extend(Relay(rank=2, atoms=each, voice=outer.voice) for each in outer.source[:1])
        after = -1
        while voice.publishes and (cited := cited_in(line.atoms, outside, after)) is not None:
            relays.append(Relay(rank=3, atoms=source, voice=voice))
            source, voice = cited, self._voice(line, cited, memory)
            after = cited[0]
        heard = hearer_relay(line.atoms, draft.hearer, self.mentions, self.case)
        relays.extend([heard] if heard else [])
        relays.extend(relays_beside(line.atoms, outside, self.mentions, self.case))
        memory.remember(draft.line, voice)
        return _Told(voice=voice, source=self._parts(line, source), relays=tuple(relays))

    def _voice(self, line: Line, source: Range, memory: Memory) -> Voice:
        voice = voice_of(line.atoms, source, self.mentions, self.case)
        if voice.speaker or voice.for_ or voice.outlet:
            return voice
        if voice.named:
            return memory.known_by_name(voice)
        recalled = memory.recall(line, source, voice)
        if recalled is None:
            return voice
        return replace(recalled, nouns=voice.nouns | recalled.nouns)

    def _outers(self, draft: Draft, line: Line) -> tuple[Relay, ...]:
        rank = 3 if draft.pattern == "quoted" else 1
        return tuple(
            Relay(
                rank=rank,
                atoms=outer,
                voice=voice_of(line.atoms, outer, self.mentions, self.case),
            )
            for outer in draft.outers
        )

    def _parts(self, line: Line, source: Range) -> tuple[Range, ...]:
        """Take "rebel figures and Xish officials" apart: two unnamed sources of two bodies."""
        first, last = source
        places = [at for at in range(first + 1, last - 1) if line.atoms[at].low == "and"]
        if len(places) != 1:
            return (source,)
        halves = ((first, places[0]), (places[0] + 1, last))
        voices = [voice_of(line.atoms, half, self.mentions, self.case) for half in halves]
        bodies = {voice.for_ or voice.speaker for voice in voices}
        apart = len(bodies) > 1 and all(voice.unnamed or voice.named for voice in voices)
        return halves if apart else (source,)

    def _statement(
        self,
        utterance: Utterance,
        told: _Told,
        outside: Sequence[int],
        base: Sequence[Link],
        quoted: Quoted,
    ) -> Built:
        draft, text = utterance.draft, self.document.text
        line = self.lines[draft.line]
        content = tuple(
            cut(text, self.lines[number].atoms, *piece) for number, piece in utterance.content
        )
        inside = quoted.among(content)
        beside = tuple(cut(text, line.atoms, *piece) for piece in draft.cue)
        statement = Statement(
            id="",
            content=content,
            cue=beside,
            source=tuple(cut(text, line.atoms, *piece) for piece in told.source),
            speaker=told.voice.speaker,
            for_=told.voice.for_,
            chain=self._chain(told, line, base),
            manner=manner_of(content, inside),
            said_on=self._day(line, outside, draft, told.voice),
            hedges=hedges_in(text, sorted({*content, *beside})),
            insertions=insertions_in(text, content, inside),
            unnamed=told.voice.unnamed,
            confidence=self._confidence(utterance, told, quoted),
        )
        return Built(statement=statement, paragraph=line.paragraph)

    def _chain(self, told: _Told, line: Line, base: Sequence[Link]) -> tuple[Link, ...]:
        text = self.document.text
        relays = [
            link_of(text, line.atoms, relay.atoms, relay.voice)
            for relay in sorted(told.relays, key=lambda relay: relay.rank)
        ]
        last = Link(id=None, span=None)
        if told.source:
            first, end = told.source[0][0], told.source[-1][1]
            last = link_of(text, line.atoms, (first, end), told.voice)
        return chain_of(self.document, base, relays, last)

    def _day(self, line: Line, outside: Sequence[int], draft: Draft, voice: Voice) -> When | None:
        when = said_on(line.atoms, outside, draft.cue[0][1], self.dates)
        key = voice.speaker or voice.for_ or voice.outlet or voice.name
        if not key:
            return when
        if when is None:
            return inherited(self._said.get(key))
        self._said[key] = when
        return when

    def _confidence(self, utterance: Utterance, told: _Told, quoted: Quoted) -> float:
        sure = utterance.draft.weight * _SURE.get(utterance.draft.pattern, 1.0)
        if utterance.parent is not None:
            sure *= 0.8
        if told.source and not (told.voice.named or told.voice.unnamed or told.voice.speaker):
            sure *= 0.9
        content = [
            cut(self.document.text, self.lines[number].atoms, *piece)
            for number, piece in utterance.content
        ]
        if any(not quotation.closed and not quotation.goes_on for quotation in quoted.of(content)):
            sure *= 0.7
        return round(sure, 2)


def _opens(outer: Utterance, inner: Utterance) -> bool:
    """Tell whether what somebody relays is nothing but that another one said something."""
    begins = outer.content[0][1][0]
    return inner.draft.group[0] - begins <= 2


def _outside(utterances: Sequence[Utterance], place: int, line: Line) -> list[int]:
    """Give the atoms of a line that tell how and when an utterance was said."""
    draft = utterances[place].draft
    start, end = 0, len(line.atoms)
    held: set[int] = set()
    for near in range(max(0, place - 3), min(len(utterances), place + 4)):
        other = utterances[near].draft
        if other.line != draft.line:
            continue
        if near < place and other.group[1] <= draft.group[0]:
            start = max(start, other.group[1])
        if near > place and other.group[0] >= draft.group[1]:
            end = min(end, other.group[0])
        if utterances[near].parent != place:
            for first, last in other.content:
                held.update(
                    range(
                        max(first, draft.group[0] - _WINDOW * 3),
                        min(last, draft.group[1] + _WINDOW * 3),
                    )
                )
    held.update(_relative(draft, line))
    first = max(start, draft.group[0] - _WINDOW)
    return [at for at in range(first, min(end, draft.group[1] + _WINDOW * 2)) if at not in held]


def _relative(draft: Draft, line: Line) -> range:
    """Give the atoms of a clause like "who was there on Monday" between a name and its verb."""
    if draft.source and draft.source[0][1] < draft.cue[0][0]:
        between = range(draft.source[0][1], draft.cue[0][0])
        if any(line.atoms[at].low in RELATIVES for at in between):
            return between
    return range(0)
