"""Chains: from the page's outlet over every relay that the text states to the first speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.dateline import dateline
from trucewatch.core.document import Document
from trucewatch.core.reading import Link, Mention
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom, cut
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.nouns import phrase_end
from trucewatch.extract.speech.voices import Voice, voice_of

_CARRIED: Final = words("""
    quoted cited carried published broadcast aired relayed reported posted released obtained seen
    run printed distributed
    """)
"""Participles before "by AGENCY": it relays."""

_SPOKEN_TO: Final = words("interview remarks comments statement conversation speech")
_SPEAKING: Final = words("speaking talking")
QUOTED: Final = words("quoted cited quotes cites")
"""Verbs of an outlet that names whom it has its words from."""
_QUOTING: Final = words("citing quoting")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """Somebody between the page and the speaker; of two, the one of lower `rank` stands outside.

    0 and below "AGENCY said that X said", 1 "..., AGENCY reported" and "as quoted by AGENCY",
    3 "AGENCY quoted X" or "AGENCY said, citing X", 4 "carried by AGENCY", 5 "X told AGENCY".
    """

    rank: int
    atoms: Range
    voice: Voice


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
        if inside and mention.kind == "outlet" and mention.id != document.outlet:
            return (Link(id=mention.id, span=mention.span),)
    return ()


def link_of(text: str, atoms: Sequence[Atom], source: Range, voice: Voice) -> Link:
    """Give the link of a voice: the actor or outlet that the case knows, and its words."""
    id = voice.outlet if voice.publishes else voice.speaker
    return Link(id=id, span=cut(text, atoms, *source))


def relays_beside(
    atoms: Sequence[Atom], outside: Sequence[int], mentions: Sequence[Mention], case: Case
) -> Iterator[Relay]:
    """Yield the outlets that the words around a statement name as its way to the page.

    `outside` are the atoms of the line that belong to this statement and not to what was said.
    """
    free = set(outside)
    for place in outside:
        start, rank = _relay_start(atoms, place, free)
        if start < 0:
            continue
        end = phrase_end(atoms, start, len(atoms))
        while end > start and end - 1 not in free:
            end -= 1
        voice = voice_of(atoms, (start, end), mentions, case) if end > start else Voice()
        if voice.publishes and _is_outlet(atoms, start, end, voice):
            yield Relay(rank=rank, atoms=_name_of(atoms, start, end, mentions), voice=voice)


def _relay_start(atoms: Sequence[Atom], place: int, free: set[int]) -> tuple[int, int]:
    """Give where the name of a relay begins behind the atom at `place`, and its rank; -1 for none."""
    low = atoms[place].low
    following = atoms[place + 1].low if place + 1 in free else ""
    if low in _CARRIED and following in ("by", "on", "in"):
        cited = place > 0 and atoms[place - 1].low == "as"
        return place + 2, 1 if cited else 4
    if low in _CARRIED and following == "as" and place + 2 in free and atoms[place + 2].low == "by":
        return place + 3, 4
    if low in _SPEAKING and following in ("to", "with", "on"):
        return place + 2, 5
    if low in _SPOKEN_TO and following in ("to", "with", "for", "on"):
        return place + 2, 5
    return -1, 0


def _is_outlet(atoms: Sequence[Atom], start: int, end: int, voice: Voice) -> bool:
    return voice.named or any(atom.kind in ("name", "mention") for atom in atoms[start:end])


def _name_of(atoms: Sequence[Atom], start: int, end: int, mentions: Sequence[Mention]) -> Range:
    """Narrow the atoms to the outlet's name, where one is read as one piece."""
    for place in range(start, end):
        if atoms[place].kind == "mention" and mentions[atoms[place].ref].kind == "outlet":
            return (place, place + 1)
    return (start, end)


def cited_in(atoms: Sequence[Atom], outside: Sequence[int], after: int) -> Range | None:
    """Give whom an outlet cites behind the atom `after`; None where it cites nobody.

    "AGENCY reported, citing X" and "AGENCY, which quoted X".
    """
    free = set(outside)
    for place in outside:
        relative = place > 0 and atoms[place - 1].low == "which" and atoms[place].low in QUOTED
        cites = atoms[place].low in _QUOTING or relative
        if place > after and cites and place + 1 in free:
            end = phrase_end(atoms, place + 1, len(atoms))
            while end > place + 1 and end - 1 not in free:
                end -= 1
            if end > place + 1:
                return (place + 1, end)
    return None


def hearer_relay(
    atoms: Sequence[Atom], hearer: Range | None, mentions: Sequence[Mention], case: Case
) -> Relay | None:
    """Give the outlet that was told; None where it was somebody else."""
    if hearer is None:
        return None
    voice = voice_of(atoms, hearer, mentions, case)
    if not voice.publishes or not _is_outlet(atoms, *hearer, voice):
        return None
    return Relay(rank=5, atoms=_name_of(atoms, *hearer, mentions), voice=voice)
