"""Chains: from the page's outlet over every relay that the text states to the first speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.core.dateline import dateline
from trucewatch.core.document import Document
from trucewatch.core.reading import Link, Mention
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom, cut
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.nouns import phrase_end
from trucewatch.extract.speech.voices import Voice

QUOTED: Final = words("quoted cited quotes cites credited credits quoting citing")
"""Verbs of an outlet that names whom it has its words from."""
_LEADS: Final = (
    ("on", "the", "strength", "of"),
    ("on", "the", "basis", "of"),
    ("on", "the", "authority", "of"),
    ("with", "reference", "to"),
    ("in", "reference", "to"),
    ("referring", "to"),
)
"""What leads to whom an outlet has its words from."""

_REFERS: Final = frozenset(
    (verb, "to") for verb in ("referred", "refers", "referring", "pointed", "pointing")
)
_LEARNED: Final = words("learned learnt heard had has have")
INFORMANTS: Final = words("""
    source sources informant informants witness witnesses activist activists resident residents
    locals villagers correspondents contacts medics volunteers eyewitnesses
    """)
"""Nouns of those on the spot, from whom a monitor has what it tells."""
_RELIES: Final = words("relying relied drawing drew based")
_QUOTING: Final = words("citing quoting")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """Somebody between the page and the speaker: atoms of the line `line`.

    `inside` tells that he was told or cited: he stands nearer to the speaker than who publishes.
    """

    line: int
    atoms: Range
    voice: Voice
    inside: bool = False


def chain_of(
    document: Document, base: Sequence[Link], relays: Sequence[Link], last: Link
) -> tuple[Link, ...]:
    """Order the links, each once: the page's outlet first, the first speaker last.

    An outlet that relays itself is one link.
    """
    links: list[Link] = [Link(id=document.outlet, span=None), *base]
    for link in relays:
        known = {each.id for each in links if each.id is not None}
        if link.id is None or (link.id not in known and link.id != last.id):
            links.append(link)
    if last.id is not None and last.id == links[-1].id:
        links[-1] = last
    else:
        links.append(last)
    return tuple(links)


def filed_by(document: Document, mentions: Sequence[Mention]) -> tuple[Link, ...]:
    """Give the agency that the dateline of the first paragraph names, if it is not the page's own."""
    first = next((block.span for block in document.blocks if block.kind == "paragraph"), None)
    if first is None:
        return ()
    end = first.start + dateline(first.text)
    for mention in mentions:
        inside = first.start <= mention.span.start and mention.span.end <= end
        itself = mention.id is not None and mention.id == document.outlet
        if inside and mention.kind == "outlet" and not itself:
            return (Link(id=mention.id, span=mention.span),)
    return ()


def link_of(text: str, atoms: Sequence[Atom], source: Range, voice: Voice) -> Link:
    """Give the link of a voice: the actor or outlet that the case knows, and its words."""
    id = voice.outlet if voice.publishes else voice.speaker
    return Link(id=id, span=cut(text, atoms, *source))


def _learned_from(atoms: Sequence[Atom], place: int, after: int) -> int:
    """Give where "sources" begins in "has learned from sources"; 0 for nowhere."""
    if atoms[place].low not in _LEARNED or place <= after:
        return 0
    ahead = [atom.low for atom in atoms[place + 1 : place + 3]]
    if ahead[:1] == ["from"]:
        return place + 2
    return place + 3 if ahead[1:] == ["from"] and ahead[0] in ("this", "it", "that") else 0


def _strength_of(atoms: Sequence[Atom], place: int, after: int) -> int:
    """Give where the phrase begins in "on the strength of a report"; 0 for nowhere."""
    ahead = tuple(atom.low for atom in atoms[place : place + 4])
    if place <= after:
        return 0
    if ahead[0] in _RELIES and ahead[1:2] in (("on",), ("upon",)):
        end = phrase_end(atoms, place + 2, len(atoms))
        told = any(atom.low in INFORMANTS for atom in atoms[place + 2 : end])
        return place + 2 if told else 0
    return next((place + len(lead) for lead in _LEADS if ahead[: len(lead)] == lead), 0)


def _refers(atoms: Sequence[Atom], place: int) -> int:
    """Give where who spoke begins in "referred to (remarks made by) X"; 0 for nowhere."""
    ahead = tuple(atom.low for atom in atoms[place : place + 2])
    if ahead not in _REFERS:
        return 0
    start = place + 2
    for at in range(start, min(start + 4, len(atoms) - 1)):
        if atoms[at].low in ("by", "from", "of"):
            return at + 1
    return start


def cited_in(atoms: Sequence[Atom], outside: Sequence[int], after: int) -> Range | None:
    """Give whom an outlet cites behind the atom `after`; None where it cites nobody.

    "AGENCY reported, citing X" and "AGENCY, which quoted X".
    """
    free = set(outside)
    for place in outside:
        start = _learned_from(atoms, place, after) or _strength_of(atoms, place, after)
        if start and start in free:
            return (start, phrase_end(atoms, start, len(atoms)))
        before = place - 1
        while before > 0 and atoms[before].low in ("in", "turn", "itself", "had", "has"):
            before -= 1
        relative = place > 0 and atoms[before].low in ("which", "that")
        refers = _refers(atoms, place) if relative or atoms[place - 1].low == "itself" else 0
        if place > after and refers and refers in free:
            return (refers, phrase_end(atoms, refers, len(atoms)))
        relative = relative and atoms[place].low in QUOTED
        cites = atoms[place].low in _QUOTING or relative
        if place > after and cites and place + 1 in free:
            quoted = atoms[place + 1].kind == "quote" and "source" in atoms[place + 1].low
            end = place + 2 if quoted else phrase_end(atoms, place + 1, len(atoms))
            while end > place + 1 and end - 1 not in free:
                end -= 1
            if end > place + 1:
                return (place + 1, end)
    return None
