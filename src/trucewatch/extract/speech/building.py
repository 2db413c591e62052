"""From what the patterns found to statements: chain, day, manner, hedges and confidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import attrgetter
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.document import Document
from trucewatch.core.reading import Link, Mention, Statement
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression, When
from trucewatch.extract.chains import filed_by
from trucewatch.extract.lexicons import words
from trucewatch.extract.quotations import Quotation
from trucewatch.extract.speech.atoms import Line, cut
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.days import inherited, meeting_day, opening_day, said_on
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.linking import Linking
from trucewatch.extract.speech.marks import Quoted, hedges_in, insertions_in, manner_of
from trucewatch.extract.speech.outside import atoms_outside
from trucewatch.extract.speech.runs import Utterance
from trucewatch.extract.speech.telling import Teller, Told
from trucewatch.extract.speech.voices import Voice, voice_of

_SURE: Final = {
    "before": 0.95,
    "title": 0.9,
    "hearsay": 0.8,
    "passive": 0.85,
    "passed": 0.85,
    "alone": 0.9,
}
_TELLING: Final = words(
    "say tell quote speak state report announce confirm claim inform assure swear vow"
)
_RELAYED: Final = words("""
    reject warn insist deny accuse vow threaten pledge demand admit acknowledge stress declare
    promise condemn order write
    """)
"""What else an outlet tells that somebody else said."""

_LEAD_IN: Final = 2
_NEAR: Final = 5
_MUTUAL: Final = frozenset({("each", "other"), ("one", "another")})
"""Words behind "X and Y accused" that tell that each of both did."""


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
    phrases: Mapping[int, Sequence[Range]] = field(default_factory=dict)
    _said: dict[str, When] = field(default_factory=dict)

    def build(self, utterances: Sequence[Utterance]) -> Iterator[Built]:
        """Yield a statement for each utterance but those that only relay another."""
        teller = Teller(self.lines, self.mentions, self.case, self.phrases)
        told: list[Told] = []
        for place in range(len(utterances)):
            told.append(teller.tell(utterances, place, told))
        stands = [_stands(utterance, utterances, told) for utterance in utterances]
        relaying = {
            utterance.parent
            for place, utterance in enumerate(utterances)
            if utterance.parent is not None
            and utterance.draft.pattern != "rebutted"
            and stands[place]
            and told[utterance.parent].voice.publishes
            and _opens(utterances[utterance.parent], utterance)
        }
        filed = filed_by(self.document, self.mentions)
        quoted = Quoted(self.quotations)
        linking = Linking(self.document, self.lines, self.mentions)
        for place, utterance in enumerate(utterances):
            if stands[place] and place not in relaying:
                line = self.lines[utterance.draft.line]
                outside = atoms_outside(utterances, place, line)
                base = () if line.title else filed
                for each in self._each_of(told[place], utterance):
                    yield self._statement(utterance, each, outside, base, quoted, linking)

    def _each_of(self, told: Told, utterance: Utterance) -> Iterator[Told]:
        """Yield both speakers of "X and Y accused each other of C", each alone; else who is told."""
        atoms = self.lines[utterance.draft.line].atoms
        cue = utterance.draft.cue[-1][1] if utterance.draft.cue else len(atoms)
        behind = [atom.low for atom in atoms[cue : cue + _NEAR]]
        parts = told.source
        if not any(pair in _MUTUAL for pair in pairwise(behind)):
            yield told
            return
        for first, last in parts[:1] if len(parts) == 1 else ():
            joint = [at for at in range(first + 1, last - 1) if atoms[at].low == "and"]
            parts = ((first, joint[0]), (joint[0] + 1, last)) if len(joint) == 1 else parts
        if len(parts) < 2:
            yield told
            return
        for part in parts:
            voice = voice_of(atoms, part, self.mentions, self.case)
            held = (atoms[part[0]].start, atoms[part[1] - 1].end)
            yield replace(told, voice=replace(voice, place=held), source=(part,))

    def _statement(
        self,
        utterance: Utterance,
        told: Told,
        outside: Sequence[int],
        base: Sequence[Link],
        quoted: Quoted,
        linking: Linking,
    ) -> Built:
        draft, text = utterance.draft, self.document.text
        line = self.lines[draft.line]
        content, cue, source = self._words(utterance, told)
        inside = quoted.of(content)
        statement = Statement(
            id="",
            content=content,
            cue=cue,
            source=source,
            speaker=told.voice.speaker,
            for_=told.voice.for_,
            chain=linking.chain(told, line, base, source),
            manner=manner_of(content, [quotation.span for quotation in inside]),
            said_on=self._day(line, outside, draft, told.voice),
            hedges=self._hedges(draft, content, cue),
            insertions=insertions_in(text, content, [quotation.span for quotation in inside]),
            unnamed=told.voice.unnamed,
            confidence=_confidence(utterance, told, inside),
        )
        return Built(statement=statement, paragraph=line.paragraph)

    def _words(self, utterance: Utterance, told: Told) -> tuple[tuple[Span, ...], ...]:
        """Give the words of content, cue and source: as a trained reader found them, or as ruled."""
        text, draft = self.document.text, utterance.draft
        atoms, found = self.lines[draft.line].atoms, utterance.words
        source = tuple(cut(text, atoms, *piece) for piece in told.source)
        if found is None:
            content = [cut(text, self.lines[at].atoms, *piece) for at, piece in utterance.content]
            return tuple(content), tuple(cut(text, atoms, *piece) for piece in draft.cue), source
        cue = found.cue or tuple(cut(text, atoms, *piece) for piece in draft.cue)
        own = found.source and told.source == draft.source
        quoted = (cut(text, self.lines[at].atoms, *piece) for at, piece in utterance.quoted)
        content = sorted((*found.content, *quoted), key=attrgetter("start"))
        return tuple(content), cue, found.source if own else source

    def _day(self, line: Line, outside: Sequence[int], draft: Draft, voice: Voice) -> When | None:
        """Give the day beside the cue, else the one on which the same voice spoke before."""
        cue = draft.cue[0][1] if draft.cue else draft.group[1]
        when = said_on(line.atoms, outside, cue, self.dates)
        key = voice.speaker or voice.for_ or voice.outlet or voice.name
        if not key:
            return when
        if when is None:
            when = meeting_day(self.lines, draft.line, outside, self.dates)
        if when is None:
            opened = opening_day(self.lines, draft.line, self.dates)
            return inherited(self._said.get(key) or opened)
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
    if (
        parent is None
        or utterance.draft.pattern == "attributed"
        or utterance.draft.pattern == "rebutted"
    ):
        return True
    outer = {(told[parent].line, at) for source in told[parent].source for at in range(*source)}
    if any((line, at) in outer for line, held in utterance.relays for at in range(*held)):
        return True
    publishes = told[parent].publishes
    lemma = utterance.draft.lemma
    opens = _opens(utterances[parent], utterance)
    sure = lemma in _TELLING or (publishes and (opens or lemma in _RELAYED))
    if not sure or not utterance.draft.source or utterances[parent].parent is not None:
        return False
    return publishes or opens


def _opens(outer: Utterance, inner: Utterance) -> bool:
    """Tell whether what somebody relays is nothing but that another one said something."""
    if inner.draft.line != outer.draft.line:
        return True
    return inner.draft.group[0] - outer.content[0][1][0] <= _LEAD_IN


def _confidence(utterance: Utterance, told: Told, quotations: Sequence[Quotation]) -> float:
    """Guess how surely the statement is one, and its source and content right."""
    if utterance.words is not None:
        return round(utterance.words.confidence, 2)
    sure = utterance.draft.weight * _SURE.get(utterance.draft.pattern, 1.0)
    if utterance.parent is not None:
        sure *= 0.8
    if told.source and not (told.voice.named or told.voice.unnamed or told.voice.speaker):
        sure *= 0.9
    if any(not quotation.closed and not quotation.goes_on for quotation in quotations):
        sure *= 0.7
    return round(sure, 2)
