"""Attributions that a trained reader found, as drafts over atoms with their exact words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.core.span import Span
from trucewatch.extract.chains import QUOTED
from trucewatch.extract.cues import FORMS, Cue
from trucewatch.extract.encoder.found import Attribution, Fragment
from trucewatch.extract.speech.atoms import Atom, Line, words_before, words_of
from trucewatch.extract.speech.clauses import Range, continue_after
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.grammar import RELATIVES
from trucewatch.extract.speech.runs import Piece, Utterance, Words
from trucewatch.extract.speech.splitting import split
from trucewatch.extract.speech.turning import page_goes_on
from trucewatch.extract.speech.unsaid import (
    NEAR,
    leaves_unsaid,
    nobody_says,
    says_nothing,
    tells_where,
)

_EDGES: Final = frozenset(".,;:?!-–—") | {"--", "…"}
"""Marks that are no part of what is said, at its end; at its beginning too."""


_LEAST: Final = 0.31
"""What is found with less confidence is no statement."""

_QUOTATION: Final = 30
"""What stands between quotation marks in fewer letters may be a mere word of somebody's."""

_FOR_ITS_PART: Final = re.compile(r",?\s+for\s(?:its|his|her|their)\spart,?$", re.IGNORECASE)
_GAP: Final = 6
"""Pieces of a source with more atoms between them are not one phrase."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Atoms of one line, and the words that they stand for."""

    piece: Piece
    span: Span


class Attributed:
    """Turns the attributions over one document's text into utterances over its lines."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        self._lines = lines
        self._starts = [line.start for line in lines]

    def cues(self, attributions: Sequence[Attribution]) -> dict[tuple[int, int], tuple[Piece, ...]]:
        """Give the atoms, each with its line, of the cues that give no words, or none surely, to anybody.

        Each with those who surely pass on what is said there.
        """
        return {
            (stretch.piece[0], at): ()
            if attribution.confidence < _LEAST
            else self._relays(attribution, self._stretches(attribution.cue))
            for attribution in attributions
            if not attribution.content or attribution.confidence < _LEAST
            for stretch in self._stretches(attribution.cue)
            for at in range(*stretch.piece[1])
        }

    def phrases(self, attributions: Sequence[Attribution]) -> dict[int, list[Range]]:
        """Give the atoms of those who speak and pass on, by their lines."""
        phrases: dict[int, list[Range]] = {}
        for attribution in attributions:
            for stretch in self._stretches((*attribution.source, *attribution.relays)):
                line, held = stretch.piece
                phrases.setdefault(line, []).append(held)
        return phrases

    def utterances(self, attributions: Sequence[Attribution]) -> Iterator[Utterance]:
        """Yield an utterance for each attribution that gives words to anybody."""
        for attribution in attributions:
            for each in split(attribution, self._lines):
                found = self._utterance(each, attributions)
                if found is not None:
                    yield found

    def _is_silence(
        self, cue: Sequence[_Stretch], source: Sequence[_Stretch], content: Sequence[_Stretch]
    ) -> bool:
        """Tell whether nothing was said: "has yet to announce", "neither X nor Y confirmed"."""
        told = " ".join(each.span.text for each in cue)
        if says_nothing(told, content[0].span.text) or self._is_unsaid(cue):
            return True
        first = source[0].span if source else None
        end = cue[-1].span.end if cue else 0
        if cue and (first is None or first.start >= end):
            between = self._text[end : first.start] if first is not None else ""
            if tells_where(told, self._text[end : end + NEAR], between):
                return True
        return first is not None and nobody_says(
            self._text[max(0, first.start - NEAR) : first.start], first.text, told
        )

    def _is_unsaid(self, cue: Sequence[_Stretch]) -> bool:
        """Tell whether a cue with what stands before it tells of words not said: "if X says"."""
        if not cue:
            return False
        line, (first, _) = cue[0].piece
        here = [each.piece[1] for each in cue if each.piece[0] == line]
        atoms = self._lines[line].atoms
        return leaves_unsaid(words_before(atoms, first), words_of(atoms[first : here[-1][1]]))

    def _utterance(
        self, attribution: Attribution, others: Sequence[Attribution]
    ) -> Utterance | None:
        content = self._stretches(attribution.content)
        cue = self._stretches(attribution.cue)
        source = self._of_the_clause(self._named(self._stretches(attribution.source)))
        if not content and cue:
            content, source = self._quoted_before(cue, source, others)
        unsure = attribution.confidence < _LEAST
        if not content or unsure or self._is_silence(cue, source, content):
            return None
        source = self._on_one_side(source, cue)
        home = (cue or source or content)[0].piece[0]
        cue = [each for each in cue if each.piece[0] == home]
        source = [each for each in source if each.piece[0] == home] or source
        titled = self._lines[home].title
        content = [each for each in content if self._lines[each.piece[0]].title == titled]
        content = self._of_its_paragraph(content, home) if cue else content
        if not content:
            return None
        content = self._to_turn(self._from_that(content, cue), cue)
        draft = self._draft(home, cue, source, content, attribution.confidence)
        return Utterance(
            draft=draft,
            content=tuple(each.piece for each in content),
            words=Words(
                content=self._joined(content),
                cue=self._joined(cue),
                source=self._joined(source),
                confidence=attribution.confidence,
            ),
            relays=self._relays(attribution, (*content, *cue, *source)),
        )

    def _of_its_paragraph(self, content: list[_Stretch], home: int) -> list[_Stretch]:
        """Drop words of an earlier paragraph that no marks quote, where the cue has words of its own."""
        paragraph = self._lines[home].paragraph
        own = [
            each
            for each in content
            if self._lines[each.piece[0]].paragraph >= paragraph
            or self._lines[each.piece[0]].atoms[each.piece[1][0]].kind == "quote"
        ]
        has_own = any(self._lines[each.piece[0]].paragraph == paragraph for each in own)
        return own if has_own else content

    def _quoted_before(
        self, cue: Sequence[_Stretch], source: list[_Stretch], others: Sequence[Attribution]
    ) -> tuple[list[_Stretch], list[_Stretch]]:
        """Give the quotation before a cue that was found without words, and the source outside of it.

        Only where nobody else was found to say it, but somebody within it.
        """
        line, (first, _) = cue[0].piece
        atoms = self._lines[line].atoms
        outside = [
            each
            for each in source
            if each.piece[0] == line and atoms[each.piece[1][0]].kind != "quote"
        ]
        start = min([first, *(each.piece[1][0] for each in outside)])
        place = start - 1 if start and atoms[start - 1].low != "," else start - 2
        quoted = place >= 0 and atoms[place].kind == "quote" and bool(outside)
        if not quoted or atoms[place].end - atoms[place].start < _QUOTATION:
            return [], source
        span = Span.cut(self._text, atoms[place].start, atoms[place].end)
        if any(_says_all_of(each, span) for each in others):
            return [], source
        return [_Stretch((line, (place, place + 1)), span)], outside

    def _relays(self, attribution: Attribution, told: Sequence[_Stretch]) -> tuple[Piece, ...]:
        """Give who passes a statement on: nobody of a later paragraph, in a title nobody outside of it."""
        last = max(told, key=lambda each: each.piece)
        home = self._lines[last.piece[0]]
        pieces = [
            stretch.piece
            for relay in attribution.relays
            for stretch in self._stretches((relay,))[:1]
        ]
        return tuple(
            (line, held)
            for line, held in pieces
            if (
                line == home.number if home.title else self._lines[line].paragraph <= home.paragraph
            )
        )

    def _from_that(self, content: list[_Stretch], cue: Sequence[_Stretch]) -> list[_Stretch]:
        """Give a content that begins behind "said that" with its "that"."""
        first = content[0] if content else None
        if first is None or not cue:
            return content
        line, (begin, end) = first.piece
        atoms = self._lines[line].atoms
        joins = begin > 0 and atoms[begin - 1].low == "that"
        if joins and any(each.piece == (line, (each.piece[1][0], begin - 1)) for each in cue):
            span = Span.cut(self._text, atoms[begin - 1].start, first.span.end)
            return [_Stretch((line, (begin - 1, end)), span), *content[1:]]
        return content

    def _to_turn(self, content: list[_Stretch], cue: Sequence[_Stretch]) -> list[_Stretch]:
        """Give a content without what the page says again behind it: "said C, but D"."""
        last = content[-1]
        line, (begin, end) = last.piece
        if not cue or cue[-1].piece[0] != line or cue[-1].piece[1][1] > begin:
            return content
        atoms = self._lines[line].atoms
        stop = page_goes_on(atoms, (begin, end))
        if stop == end:
            return content
        span = Span.cut(self._text, last.span.start, atoms[stop - 1].end)
        return [*content[:-1], _Stretch((line, (begin, stop)), span)]

    def _on_one_side(self, source: list[_Stretch], cue: Sequence[_Stretch]) -> list[_Stretch]:
        """Give of a source within and outside of a quotation the side on which the cue stands.

        Without what only tells whom it quotes: "which quotes sources".
        """
        named = [each for each in source if not self._quotes(each)]
        sides = {self._is_quoted(each) for each in named}
        if len(sides) < 2 or not cue:
            return named
        return [each for each in named if self._is_quoted(each) == self._is_quoted(cue[0])]

    def _quotes(self, stretch: _Stretch) -> bool:
        line, (first, last) = stretch.piece
        ahead = self._lines[line].atoms[first : min(last, first + 2)]
        return ahead[0].low in RELATIVES and ahead[-1].low in QUOTED

    def _is_quoted(self, stretch: _Stretch) -> bool:
        """Tell whether words stand within a quotation that holds more than them."""
        line, (first, last) = stretch.piece
        atom = self._lines[line].atoms[first]
        whole = atom.start <= stretch.span.start and stretch.span.end <= atom.end
        return last == first + 1 and atom.kind == "quote" and whole

    def _named(self, source: list[_Stretch]) -> list[_Stretch]:
        """Give a source without "for its part" behind it."""
        aside = _FOR_ITS_PART.search(source[-1].span.text) if source else None
        if aside is None or source[-1].piece[1][1] - source[-1].piece[1][0] <= 3:
            return source
        (line, (first, last)), start = source[-1].piece, source[-1].span.start
        span = Span.cut(self._text, start, start + aside.start())
        return [*source[:-1], _Stretch((line, (first, last - 3)), span)]

    def _of_the_clause(self, source: list[_Stretch]) -> list[_Stretch]:
        """Drop the pieces of a source that stand in a clause about its first: "X, which Y backs, said"."""
        if len(source) < 2:
            return source
        home, (_, last) = source[0].piece
        atoms = self._lines[home].atoms
        relatives = (at for at in range(last, len(atoms)) if atoms[at].low in RELATIVES)
        clause = next(relatives, len(atoms))
        return [each for each in source if each.piece[0] != home or each.piece[1][0] <= clause]

    def _draft(
        self,
        home: int,
        cue: Sequence[_Stretch],
        source: Sequence[_Stretch],
        content: Sequence[_Stretch],
        confidence: float,
    ) -> Draft:
        atoms = self._lines[home].atoms
        cued = tuple(each.piece[1] for each in cue)
        held = [each.piece[1] for each in source if each.piece[0] == home]
        named: tuple[Range, ...] = (_nearest(held, cued),) if held else ()
        here = [each.piece[1] for each in content if each.piece[0] == home]
        ends = [*cued, *named] or here
        verb, lemma = _verb(atoms, cued)
        hearer = continue_after(atoms, cued[-1][1], "A").hearer if cued and verb else None
        return Draft(
            line=home,
            pattern="attributed",
            lemma=lemma,
            weight=confidence,
            group=(min(first for first, _ in ends), max(last for _, last in ends)),
            cue=cued,
            source=named,
            content=tuple(here),
            hearer=hearer,
        )

    def _stretches(self, fragments: Sequence[Fragment]) -> list[_Stretch]:
        """Cut fragments at the borders of lines, each widened to the quotation marks at its edges."""
        found: list[_Stretch] = []
        for fragment in sorted(fragments):
            place = max(0, bisect_right(self._starts, fragment.start) - 1)
            while place < len(self._lines) and self._lines[place].start < fragment.end:
                piece = self._piece(self._lines[place], fragment)
                if piece is not None:
                    found.append(piece)
                place += 1
        return found

    def _joined(self, stretches: Sequence[_Stretch]) -> tuple[Span, ...]:
        """Give the words of stretches, sentences of one paragraph together."""
        spans: list[Span] = []
        block = -1
        for stretch in stretches:
            line = self._lines[stretch.piece[0]]
            after = stretch.piece[1][0] == 0 and line.block == block
            if after and spans and not _letters(self._text[spans[-1].end : stretch.span.start]):
                spans[-1] = Span.cut(self._text, spans[-1].start, stretch.span.end)
            else:
                spans.append(stretch.span)
            block = line.block
        return tuple(spans)

    def _piece(self, line: Line, fragment: Fragment) -> _Stretch | None:
        atoms = line.atoms
        first = bisect_right(atoms, fragment.start, key=_end)
        last = first
        while last < len(atoms) and atoms[last].start < fragment.end:
            last += 1
        first, last = _unmarked(atoms, first, last)
        if first >= last:
            return None
        start, end = _widened(self._text, atoms, (first, last), fragment)
        if start >= end:
            return None
        span = Span.cut(self._text, start, end)
        return _Stretch((line.number, (first, last)), span)


def _says_all_of(attribution: Attribution, quoted: Span) -> bool:
    """Tell whether words of a quotation are given to somebody who is not named within it."""
    held = any(quoted.start < each.end and each.start < quoted.end for each in attribution.content)
    inner = any(quoted.start < each.start < quoted.end for each in attribution.source)
    return held and not inner


def _end(atom: Atom) -> int:
    return atom.end


def _unmarked(atoms: Sequence[Atom], first: int, last: int) -> Range:
    """Drop the marks at the edges, unless there is nothing else: a colon is a cue."""
    begin, end = first, last
    while begin < end and atoms[begin].kind == "mark" and atoms[begin].low in _EDGES:
        begin += 1
    while end > begin and atoms[end - 1].kind == "mark" and atoms[end - 1].low in _EDGES:
        end -= 1
    return (begin, end) if begin < end else (first, last)


def _widened(text: str, atoms: Sequence[Atom], held: Range, fragment: Fragment) -> tuple[int, int]:
    """Give the fragment's bounds with whole names, and with the marks of a quotation it fills."""
    first, last = atoms[held[0]], atoms[held[1] - 1]
    start, end = max(first.start, fragment.start), min(last.end, fragment.end)
    filled = end - start > 1 and not _letters(text[end : last.end])
    if first.kind == "mention" or (
        first.kind == "quote"
        and (first is not last or filled)
        and not _letters(text[first.start : start])
    ):
        start = first.start
    if last.kind == "mention" or (last.kind == "quote" and not _letters(text[end : last.end])):
        end = last.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _nearest(held: Sequence[Range], cue: Sequence[Range]) -> Range:
    """Join the pieces of a source; of those that stand far apart, give the one nearest to the cue."""
    joined: list[Range] = []
    for first, last in held:
        if joined and first - joined[-1][1] <= _GAP:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    at = cue[0][0] if cue else joined[0][0]
    return min(joined, key=lambda piece: max(piece[0] - at, at - piece[1]))


def _letters(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _verb(atoms: Sequence[Atom], cue: Sequence[Range]) -> tuple[Cue | None, str]:
    """Give the verb of telling somebody among a cue's atoms, and the cue's lemma."""
    lemma = ""
    for first, last in cue:
        for atom in atoms[first:last]:
            if atom.low == "according":
                return None, "according to"
            for form in FORMS.get(atom.low, ()):
                lemma = form.lemma
                if "A" in form.frames:
                    return form, lemma
    return None, lemma
