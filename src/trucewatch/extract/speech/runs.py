"""Statements over several lines: a quotation that goes on, a cue that stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trucewatch.core.span import Span
from trucewatch.extract.speech.atoms import Atom, Line
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.drafts import Draft

Piece = tuple[int, Range]
"""Atoms of one line: its number, and the atoms from the first to the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The exact words of a statement, where a trained reader found them, and how sure it is."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A draft with its content over all lines.

    `source_of` is the place of the utterance whose source this one shares, `parent` that of the one
    in whose words it stands; None for neither. `words` stand instead of the words of the atoms, but for
    those of `quoted`: pieces of the content that only the grammar gives to this one.
    `relays` are found by a trained reader to pass it on, outermost first.
    """

    draft: Draft
    content: tuple[Piece, ...]
    source_of: int | None = None
    parent: int | None = None
    words: Words | None = None
    relays: tuple[Piece, ...] = ()
    quoted: tuple[Piece, ...] = ()

    def saying(self, content: tuple[Piece, ...]) -> Utterance:
        """Give it with another content, in the words of its atoms and no longer as it was found."""
        own = tuple(piece for line, piece in content if line == self.draft.line)
        return replace(
            self,
            draft=replace(self.draft, content=own),
            content=content,
            words=self.words and replace(self.words, content=()),
            quoted=content,
        )


def join_lines(lines: Sequence[Line], drafts: Sequence[Sequence[Draft]]) -> tuple[Utterance, ...]:
    """Join the drafts of all lines; drafts that find no content are dropped."""
    found: list[Utterance] = []
    owner: int | None = None
    for line in lines:
        held = drafts[line.number]
        if held:
            first = len(found)
            found.extend(_utterance(draft, first, line.atoms) for draft in held)
            if not found[first].content and found[first].draft.pattern in ("alone", "behind"):
                found[first] = _behind(found[first], lines, line, drafts)
            owner = _owner(found, first, line.atoms)
        elif owner is not None and not line.title and _only_quoted(line.atoms):
            piece = (line.number, quoted_range(line.atoms))
            found[owner] = replace(found[owner], content=(*found[owner].content, piece))
        else:
            owner = None
    return _with_content(found)


def _utterance(draft: Draft, first: int, atoms: Sequence[Atom]) -> Utterance:
    """Make an utterance; "C, Roe said according to the agency" says no "according to the agency"."""
    return Utterance(
        draft=draft,
        content=tuple(
            (draft.line, piece) for piece in draft.content if atoms[piece[0]].low != "according"
        ),
        source_of=None if draft.inherits is None else first + draft.inherits,
        parent=None if draft.parent is None else first + draft.parent,
    )


def _owner(found: Sequence[Utterance], first: int, atoms: Sequence[Atom]) -> int:
    """Give the utterance of the last line that a quotation behind it belongs to."""
    places = [place for place in range(first, len(found)) if found[place].parent is None]
    quoted = [place for place in places if _quotes(atoms, found[place].draft.content)]
    return (quoted or places or [len(found) - 1])[-1]


def _quotes(atoms: Sequence[Atom], content: Sequence[Range]) -> bool:
    return any(atom.kind == "quote" for first, last in content for atom in atoms[first:last])


def _behind(
    utterance: Utterance, lines: Sequence[Line], line: Line, drafts: Sequence[Sequence[Draft]]
) -> Utterance:
    """Give a cue that stands alone the quotation that ends the line before."""
    before = lines[line.number - 1] if line.number else None
    if before is None or before.title or drafts[before.number]:
        return utterance
    if before.block != line.block and utterance.draft.pattern != "behind":
        return utterance
    if utterance.draft.pattern == "behind" and not _only_quoted(before.atoms):
        return replace(utterance, content=((before.number, _unended(before.atoms)),))
    if not _only_quoted(before.atoms):
        return utterance
    return replace(utterance, content=((before.number, quoted_range(before.atoms)),))


def _unended(atoms: Sequence[Atom]) -> Range:
    """Give the atoms of a line without the marks at its end."""
    last = len(atoms)
    while last > 1 and atoms[last - 1].kind == "mark":
        last -= 1
    return (0, last)


def _only_quoted(atoms: Sequence[Atom]) -> bool:
    """Tell whether a line is nothing but quotations, marks, and a word like "and" between."""
    quoted = any(atom.kind == "quote" for atom in atoms)
    return quoted and all(
        atom.kind in ("quote", "mark") or atom.low in ("and", "but", "or") for atom in atoms
    )


def quoted_range(atoms: Sequence[Atom]) -> Range:
    """Give the atoms from the first quotation to the last."""
    places = [place for place, atom in enumerate(atoms) if atom.kind == "quote"]
    return (places[0], places[-1] + 1)


def _with_content(found: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """Drop what has no content; who shared its source points to the source itself."""
    moved = {}
    kept: list[Utterance] = []
    for place, utterance in enumerate(found):
        if utterance.content:
            moved[place] = len(kept)
            kept.append(utterance)
    result = []
    for utterance in kept:
        source, parent = utterance.source_of, utterance.parent
        draft = utterance.draft
        while source is not None and not draft.source:
            draft = replace(draft, source=found[source].draft.source)
            source = found[source].source_of
        result.append(
            replace(
                utterance,
                draft=draft,
                source_of=moved.get(utterance.source_of)
                if utterance.source_of is not None
                else None,
                parent=moved.get(parent) if parent is not None else None,
            )
        )
    return tuple(result)
