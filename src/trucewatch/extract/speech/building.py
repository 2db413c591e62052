"""From what the patterns found to statements: chain, day, manner, hedges and confidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.document import Document
from trucewatch.core.reading import Link, Mention, Statement
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression, When
from trucewatch.extract.chains import chain_of, filed_by, link_of
from trucewatch.extract.lexicons import words
from trucewatch.extract.quotations import Quotation
from trucewatch.extract.speech.atoms import Line, cut
from trucewatch.extract.speech.days import inherited, said_on
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.marks import Quoted, hedges_in, insertions_in, manner_of
from trucewatch.extract.speech.runs import Utterance
from trucewatch.extract.speech.telling import Teller, Told, atoms_outside
from trucewatch.extract.speech.voices import Voice

_SURE: Final = {"before": 0.95, "title": 0.9, "hearsay": 0.8, "passive": 0.85, "alone": 0.9}
_TELLING: Final = words("say tell quote state report announce confirm claim inform assure")
_LEAD_IN: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A statement without its number, and the paragraph in which its cue stands."""

    statement: Statement
    paragraph: int


@dataclass(slots=True, kw_only=True)
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
        teller = Teller(self.lines, self.mentions, self.case)
        told: list[Told] = []
        for place in range(len(utterances)):
            told.append(teller.tell(utterances, place, told))
        stands = [_stands(utterance, utterances, told) for utterance in utterances]
        relaying = {
            utterance.parent
            for place, utterance in enumerate(utterances)
            if utterance.parent is not None
            and stands[place]
            and told[utterance.parent].voice.publishes
            and _opens(utterances[utterance.parent], utterance)
        }
        base = filed_by(self.document, self.mentions)
        quoted = Quoted(self.quotations)
        for place, utterance in enumerate(utterances):
            if stands[place] and place not in relaying:
                outside = atoms_outside(utterances, place, self.lines[utterance.draft.line])
                yield self._statement(utterance, told[place], outside, base, quoted)

    def _statement(
        self,
        utterance: Utterance,
        told: Told,
        outside: Sequence[int],
        base: Sequence[Link],
        quoted: Quoted,
    ) -> Built:
        draft, text = utterance.draft, self.document.text
        line = self.lines[draft.line]
        content = tuple(
            cut(text, self.lines[number].atoms, *piece) for number, piece in utterance.content
        )
        inside = quoted.of(content)
        cue = tuple(cut(text, line.atoms, *piece) for piece in draft.cue)
        statement = Statement(
            id="",
            content=content,
            cue=cue,
            source=tuple(cut(text, line.atoms, *piece) for piece in told.source),
            speaker=told.voice.speaker,
            for_=told.voice.for_,
            chain=self._chain(told, line, base),
            manner=manner_of(content, [quotation.span for quotation in inside]),
            said_on=self._day(line, outside, draft, told.voice),
            hedges=self._hedges(draft, content, cue),
            insertions=insertions_in(text, content, [quotation.span for quotation in inside]),
            unnamed=told.voice.unnamed,
            confidence=_confidence(utterance, told, inside),
        )
        return Built(statement=statement, paragraph=line.paragraph)

    def _chain(self, told: Told, line: Line, base: Sequence[Link]) -> tuple[Link, ...]:
        text = self.document.text
        relays = [
            link_of(text, line.atoms, relay.atoms, relay.voice)
            for relay in sorted(told.relays, key=lambda relay: relay.rank)
        ]
        last = Link(id=None, span=None)
        if told.source:
            first, end = told.source[0][0], told.source[-1][1]
            last = link_of(text, line.atoms, (first, end), told.voice)
            last = self._by_name(last, told.voice)
        return chain_of(self.document, base, relays, last)

    def _by_name(self, link: Link, voice: Voice) -> Link:
        """Give a person whom the case does not know, told as "he", by the name told before."""
        if link.id is not None or link.span is None or not voice.person:
            return link
        if not voice.name:
            held = voice.place
            return replace(link, span=Span.cut(self.document.text, *held)) if held else link
        before = [
            mention.span
            for mention in self.mentions
            if mention.kind == "person"
            and mention.candidates[:1] == (voice.name,)
            and mention.span.start < link.span.end
        ]
        if not before or link.span.end >= before[-1].end > link.span.start:
            return link
        return Link(id=None, span=before[0])

    def _day(self, line: Line, outside: Sequence[int], draft: Draft, voice: Voice) -> When | None:
        """Give the day beside the cue, else the one on which the same voice spoke before."""
        when = said_on(line.atoms, outside, draft.cue[0][1], self.dates)
        key = voice.speaker or voice.for_ or voice.outlet or voice.name
        if not key:
            return when
        if when is None:
            return inherited(self._said.get(key))
        self._said[key] = when
        return when

    def _hedges(
        self, draft: Draft, content: tuple[Span, ...], cue: tuple[Span, ...]
    ) -> tuple[Span, ...]:
        """Give the words of distance; hearsay is itself one."""
        found = set(hedges_in(self.document.text, (*content, *cue)))
        if draft.pattern == "hearsay":
            found.update(cue)
        return tuple(sorted(found))


def _stands(utterance: Utterance, utterances: Sequence[Utterance], told: Sequence[Told]) -> bool:
    """Tell whether an utterance is a statement: inside somebody's words, only one sure enough is."""
    parent = utterance.parent
    if parent is None:
        return True
    sure = utterance.draft.lemma in _TELLING and bool(utterance.draft.source)
    if not sure or utterances[parent].parent is not None:
        return False
    return told[parent].voice.publishes or _opens(utterances[parent], utterance)


def _opens(outer: Utterance, inner: Utterance) -> bool:
    """Tell whether what somebody relays is nothing but that another one said something."""
    return inner.draft.group[0] - outer.content[0][1][0] <= _LEAD_IN


def _confidence(utterance: Utterance, told: Told, quotations: Sequence[Quotation]) -> float:
    """Guess how surely the statement is one, and its source and content right."""
    sure = utterance.draft.weight * _SURE.get(utterance.draft.pattern, 1.0)
    if utterance.parent is not None:
        sure *= 0.8
    if told.source and not (told.voice.named or told.voice.unnamed or told.voice.speaker):
        sure *= 0.9
    if any(not quotation.closed and not quotation.goes_on for quotation in quotations):
        sure *= 0.7
    return round(sure, 2)
