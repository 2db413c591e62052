"""Lines: sentences as atoms, in which a quotation, a name or a date is one piece."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from trucewatch.core.document import Document
from trucewatch.core.reading import Mention
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression
from trucewatch.extract.quotations import Quotation

Kind = Literal["word", "name", "number", "mark", "quote", "mention", "date"]

_ATOM = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Brig|Sen|Sens|Rep|Reps|Gov|Pres|Prof|St|Sgt|Adm|Cmdr|Amb"
    r"|Hon|Jr|Sr|Cpl|Fr|Spc|Pfc)\."
    r"|(?:[A-Za-z]\.){2,12}(?:-\w+)?"  # U.S., U.S.-backed, e.g.
    r"|[A-Z]\.(?=\s+[A-Z])"  # the initial of a name
    r"|['’](?:s|S|ve|d|ll|re)\b"
    r"|\d+(?:[.,:]\d+)*%?"
    r"|\w+(?:['’‑\-]\w+)*"
    r"|--|[^\w\s]"
)
_POSSESSIVE = re.compile(r"['’][sS]$")
_BEFORE_A_NOUN = re.compile(
    r"daily|weekly|monthly|quarterly|yearly|annual|nightly|hourly|current|present|past|future|recent"
    r"|[\w.]{1,12}[-‑](?:minute|hour|day|week|month|year)(?:[-‑](?:long|old))?",
    re.IGNORECASE,
)
"""Expressions of time that are adjectives: they stand inside a noun phrase."""


class Atom(NamedTuple):
    """A word, a mark, or a stretch read as one; `ref` numbers the quotation, mention or date."""

    low: str
    start: int
    end: int
    kind: Kind
    ref: int = -1


_FAR: Final = 16


def words_of(atoms: Sequence[Atom]) -> str:
    """Give the words of atoms in small letters; a quotation is a mark."""
    return " ".join('"' if atom.kind == "quote" else atom.low for atom in atoms)


def words_before(atoms: Sequence[Atom], place: int) -> str:
    """Give the words of the few atoms before a place."""
    return words_of(atoms[max(0, place - _FAR) : place])


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or several that one quotation holds together.

    `inside` marks a sentence between quotation marks that another line holds as one piece.
    """

    number: int
    atoms: tuple[Atom, ...]
    block: int
    paragraph: int
    title: bool
    inside: bool = False

    @property
    def start(self) -> int:
        """The first character."""
        return self.atoms[0].start

    @property
    def end(self) -> int:
        """The first character behind."""
        return self.atoms[-1].end


class _Region(NamedTuple):
    start: int
    end: int
    kind: Kind
    ref: int


def read_lines(
    document: Document,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    mentions: Sequence[Mention],
    dates: Sequence[TimeExpression],
) -> tuple[Line, ...]:
    """Cut the sentences into atoms; sentences that a quotation runs across become one line."""
    regions = _regions(quotations, mentions, dates)
    lines: list[Line] = []
    place = 0
    for group in _joined(sentences, quotations):
        start, end = group[0].span.start, group[-1].span.end
        while place < len(regions) and regions[place].start < start:
            place += 1
        stop = place
        while stop < len(regions) and regions[stop].end <= end:
            stop += 1
        atoms = tuple(_atoms(document.text, start, end, regions[place:stop]))
        place = stop
        if atoms:
            first = group[0]
            lines.append(
                Line(len(lines), atoms, first.block, first.paragraph, first.kind == "title")
            )
    return tuple(lines)


class Within:
    """Cuts what stands between quotation marks into sentences and atoms."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], dates: Sequence[TimeExpression]
    ) -> None:
        self._text = text
        self._regions = _regions((), mentions, dates)
        self._starts = [region.start for region in self._regions]

    def sentences(
        self, sentences: Sequence[Sentence], start: int, end: int, marks: str
    ) -> Iterator[tuple[int, int]]:
        """Yield where the sentences of a stretch begin and end, without `marks` at its edges."""
        while start < end and self._text[start] in marks:
            start += 1
        while end > start and self._text[end - 1] in marks:
            end -= 1
        place = bisect_right(sentences, start, key=lambda sentence: sentence.span.start) - 1
        for sentence in sentences[max(0, place) :]:
            if sentence.span.start >= end:
                return
            first, last = max(start, sentence.span.start), min(end, sentence.span.end)
            if first < last:
                yield first, last

    def atoms(self, start: int, end: int) -> tuple[Atom, ...]:
        """Give the atoms of a stretch, names and dates as one piece each."""
        place = bisect_left(self._starts, start)
        stop = bisect_left(self._starts, end)
        held = [region for region in self._regions[place:stop] if region.end <= end]
        return tuple(_atoms(self._text, start, end, held))


def _regions(
    quotations: Sequence[Quotation],
    mentions: Sequence[Mention],
    dates: Sequence[TimeExpression],
) -> list[_Region]:
    """Give what is read as one piece: a quotation before a name, the longer name, then a date."""
    named = [
        _Region(mention.span.start, _without_possessive(mention.span), "mention", number)
        for number, mention in enumerate(mentions)
    ]
    quoted = [
        _Region(quotation.span.start, quotation.span.end, "quote", number)
        for number, quotation in enumerate(quotations)
    ]
    dated = [
        _Region(date.span.start, date.span.end, "date", number)
        for number, date in enumerate(dates)
        if not _BEFORE_A_NOUN.fullmatch(date.span.text)
    ]
    return _fitted(_fitted(_fitted([], quoted), named), dated)


def _without_possessive(span: Span) -> int:
    return span.end - (2 if _POSSESSIVE.search(span.text) else 0)


def _fitted(kept: list[_Region], wanted: list[_Region]) -> list[_Region]:
    """Add those regions that meet none kept: the first of each place, the longer before others."""
    added: list[_Region] = []
    place, last = 0, 0
    for region in sorted(wanted, key=lambda each: (each.start, -each.end)):
        while place < len(kept) and kept[place].end <= region.start:
            place += 1
        meets = place < len(kept) and kept[place].start < region.end
        if region.start >= last and region.end > region.start and not meets:
            added.append(region)
            last = region.end
    return sorted([*kept, *added])


def _joined(
    sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> Iterator[list[Sentence]]:
    """Yield sentences of one block, together where their border lies inside a quotation."""
    group: list[Sentence] = []
    place = 0
    for sentence in sentences:
        start = sentence.span.start
        while place < len(quotations) and quotations[place].span.end <= start:
            place += 1
        within = place < len(quotations) and quotations[place].span.start < start
        if group and within and group[-1].block == sentence.block:
            group.append(sentence)
            continue
        if group:
            yield group
        group = [sentence]
    if group:
        yield group


def _atoms(text: str, start: int, end: int, regions: Sequence[_Region]) -> Iterator[Atom]:
    position = start
    for region in regions:
        yield from _plain(text, position, region.start)
        words = text[region.start : region.end].lower()
        yield Atom(words, region.start, region.end, region.kind, region.ref)
        position = region.end
    yield from _plain(text, position, end)


def _plain(text: str, start: int, end: int) -> Iterator[Atom]:
    for found in _ATOM.finditer(text, start, end):
        words = found.group()
        first = words[0]
        kind: Kind = "mark"
        if first.isalpha():
            kind = "word" if first.islower() else "name"
        elif first.isdigit():
            kind = "number"
        elif len(words) > 1 and first != "-":
            kind = "word"
        yield Atom(words.lower(), found.start(), found.end(), kind)


def cut(text: str, atoms: Sequence[Atom], first: int, last: int) -> Span:
    """Cut the span of the atoms `first` to `last`, the last one not included."""
    return Span.cut(text, atoms[first].start, atoms[last - 1].end)
