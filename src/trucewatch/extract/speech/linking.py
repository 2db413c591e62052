"""Linking: the chain of a statement, each link under the words that name it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.document import Document
from trucewatch.core.reading import Link, Mention
from trucewatch.core.span import Span
from trucewatch.extract.chains import chain_of, link_of
from trucewatch.extract.speech.atoms import Line
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.grammar import SPEAKING_NOUNS
from trucewatch.extract.speech.naming import FOCUS, POSSESSIVES, TEXTS, author_of, called, outlet_of
from trucewatch.extract.speech.nouns import chunk_start
from trucewatch.extract.speech.telling import Told
from trucewatch.extract.speech.voices import Voice


class Linking:
    """Makes the chains of one document's statements."""

    def __init__(
        self, document: Document, lines: Sequence[Line], mentions: Sequence[Mention]
    ) -> None:
        self._document = document
        self._lines = lines
        self._mentions = mentions

    def chain(
        self, told: Told, line: Line, base: Sequence[Link], source: Sequence[Span]
    ) -> tuple[Link, ...]:
        """Give the chain of what `source` said, behind the links of `base`."""
        text = self._document.text
        relays = [
            link_of(
                text,
                self._lines[relay.line].atoms,
                called(
                    self._lines[relay.line].atoms,
                    outlet_of(self._lines[relay.line].atoms, relay.atoms),
                ),
                relay.voice,
            )
            for relay in told.relays
        ]
        relays = [self._unowned(link) for link in relays if not _is_one_of(link, base)]
        last = Link(id=None, span=None)
        if told.source and _stands_within(line, told.source[0], source):
            last = Link(id=told.voice.speaker, span=source[0])
        elif told.source:
            first, end = told.source[0][0], told.source[-1][1]
            owner = called(line.atoms, author_of(line.atoms, (first, end)))
            last = self._unfocused(link_of(text, line.atoms, owner, told.voice))
            own = line.atoms[first].low in POSSESSIVES
            last = self._unowned(last) if own else self._by_name(self._unowned(last), told.voice)
        return chain_of(self._document, base, relays, last)

    def _unowned(self, link: Link) -> Link:
        """Drop the "'s" of an author: "the League's statement" is the League's."""
        span = link.span
        if span is None or not span.text.endswith(("'s", "’s")):
            return link
        return replace(link, span=Span.cut(self._document.text, span.start, span.end - 2))

    def _unfocused(self, link: Link) -> Link:
        """Drop the "Even" that opens a sentence and was taken for a part of a name."""
        span = link.span
        lead = len(span.text.split(" ", 1)[0]) if span is not None else 0
        if span is None or span.text[:lead].lower() not in FOCUS or lead == len(span.text):
            return link
        return replace(link, span=Span.cut(self._document.text, span.start + lead + 1, span.end))

    def _by_name(self, link: Link, voice: Voice) -> Link:
        """Give a person whom the case does not know, told as "he", by the name told before."""
        if link.id is not None or link.span is None:
            return link
        said = link.span.text.lower()
        points = said.partition(" ")[2] in TEXTS or said == "who"
        elsewhere = points and voice.place != (link.span.start, link.span.end)
        if (elsewhere or said in ("it", "they")) and voice.place is not None:
            return replace(link, span=Span.cut(self._document.text, *voice.place))
        if not voice.person:
            return link
        if not voice.name:
            held = voice.place
            return replace(link, span=Span.cut(self._document.text, *held)) if held else link
        before = [
            mention.span
            for mention in self._mentions
            if mention.kind == "person"
            and mention.candidates[:1] == (voice.name,)
            and mention.span.start < link.span.end
        ]
        if not before or link.span.end >= before[-1].end > link.span.start:
            return link
        held = voice.place
        if held is not None and held[0] <= before[0].start and before[0].end <= held[1]:
            return replace(link, span=Span.cut(self._document.text, *held))
        return Link(id=None, span=self._titled(before[0]))

    def _titled(self, name: Span) -> Span:
        """Widen a name to the title before it: "Mayor Anna Roe"."""
        at = max(0, bisect_right(self._lines, name.start, key=lambda line: line.start) - 1)
        atoms = self._lines[at].atoms
        place = next((at for at, atom in enumerate(atoms) if atom.start == name.start), 0)
        first = chunk_start(atoms, place, 0) if place else 0
        titled = any(atom.low in SPEAKING_NOUNS for atom in atoms[first:place])
        return Span.cut(self._document.text, atoms[first].start, name.end) if titled else name


def _stands_within(line: Line, held: Range, source: Sequence[Span]) -> bool:
    """Tell whether a source is named between the quotation marks of the atom that holds it."""
    atom = line.atoms[held[0]]
    quoted = atom.kind == "quote" and held[1] == held[0] + 1 and bool(source)
    return quoted and atom.start <= source[0].start and source[0].end < atom.end


def _is_one_of(link: Link, others: Sequence[Link]) -> bool:
    """Tell whether a link's words are those of another one."""
    span = link.span
    return span is not None and any(
        span.start < other.end and other.start < span.end
        for each in others
        if (other := each.span) is not None
    )
