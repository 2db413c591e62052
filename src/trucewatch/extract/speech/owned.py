"""Owned: "its defence ministry" and "the defence ministry" of the state that is named before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.core.actor import ActorKind
from trucewatch.core.case import Case
from trucewatch.core.reading import Mention
from trucewatch.extract.speech.asked import MINISTRIES, OWNS
from trucewatch.extract.speech.atoms import Line
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.organs import organ_named
from trucewatch.extract.speech.voices import Voice

SUBJECT: Final = 5
"""Within so many atoms of a sentence stands who opens it."""


def organ_of_its_state(
    line: Line,
    source: Range,
    lines: Sequence[Line],
    spoke: Sequence[Voice],
    mentions: Sequence[Mention],
    case: Case,
) -> Voice | None:
    """Give "its defence ministry" of the only state that is named before, "the" of who opens the line.

    `spoke` are those who spoke in the line before.
    """
    first, last = source
    named = " ".join(atom.low for atom in line.atoms[first + 1 : last])
    if line.atoms[first].low not in ("its", "the") or " " not in named:
        return None
    if named.rpartition(" ")[2] not in MINISTRIES:
        return None
    before = lines[line.number - 1] if line.number else None
    state = _state_before(line, first, before, spoke, mentions, case)
    organ = organ_named(named, state, case) if state in case.actors.by_id else None
    if organ is None or organ == state:
        return None
    return Voice(speaker=organ, for_=case.actors.voice(organ), named=True)


def _state_before(
    line: Line,
    place: int,
    earlier: Line | None,
    spoke: Sequence[Voice],
    mentions: Sequence[Mention],
    case: Case,
) -> str | None:
    """Give the state that "its" or "the" before a ministry's name means; None where it is not clear."""
    held = [at for at, atom in enumerate(line.atoms[:place]) if atom.kind == "mention"]
    free = [at for at in held if line.atoms[at + 1].low not in OWNS] or held
    before = [(at, mentions[line.atoms[at].ref]) for at in free]
    if line.atoms[place].low == "the":
        opens = [_state_of(each.id, case) for at, each in before[:1] if at < SUBJECT]
        owners = {_state_of(each.id, case) for _, each in before} - {None}
        return opens[0] if opens and owners == set(opens) else None
    states = {each.id for _, each in before if each.kind == "state"}
    if not before and earlier is not None:
        atoms = earlier.atoms[:SUBJECT]
        opening = [mentions[atom.ref].id for atom in atoms if atom.kind == "mention"]
        states = {_state_of(each, case) for each in ([each.for_ for each in spoke] or opening)[-1:]}
    return next(iter(states)) if len(states) == 1 else None


def _state_of(actor: str | None, case: Case) -> str | None:
    """Give the state that an actor is, or is an organ of."""
    known = case.actors.by_id.get(actor or "")
    if known is None or known.kind is ActorKind.STATE:
        return known.id if known is not None else None
    return _state_of(known.organ_of, case)
