"""Accused: whether "they" or "it", behind what one side says of another, may be the other side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from trucewatch.core.actor import ActorKind
from trucewatch.core.case import Case
from trucewatch.core.charge import CHARGES
from trucewatch.core.reading import Mention
from trucewatch.extract.cues import FORMS
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.asked import ARMED
from trucewatch.extract.speech.atoms import Line
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.voices import Voice, voice_of

_DENIES: Final = words("deny reject dismiss")
_ACCUSES: Final = words("accuse blame")
_WHAT: Final = CHARGES | words("which that")
_BODIES: Final = frozenset({"armed_group", "organisation", "state"})


class Meant(NamedTuple):
    """Whom a pronoun means behind a charge; None where either side may be meant."""

    voice: Voice | None


class Named(NamedTuple):
    """A body named since somebody spoke."""

    line: Line
    place: int
    mention: Mention


def meant_by(
    source: Range, accuser: Voice, since: Sequence[Line], mentions: Sequence[Mention], case: Case
) -> Meant | None:
    """Give whom "they" or "it" may mean who is not who spoke last; None where nobody else comes in.

    `since` are the lines from that one's to the pronoun's.
    """
    line = since[-1]
    said = line.atoms[source[0]].low
    others = list(_others(source, accuser, since, mentions, case))
    if said == "they":
        return _they(accuser, others, mentions, case)
    if said != "it" or not others or not _denies(source, since):
        return None
    ids = {each.mention.id for each in others}
    alone = len(ids) == 1 and len(since) == 1
    return Meant(_voice(others[-1], mentions, case) if alone else None)


def _they(
    accuser: Voice, others: Sequence[Named], mentions: Sequence[Mention], case: Case
) -> Meant | None:
    """Give the many of whom a state or a person spoke; open where who spoke are many too."""
    arms = [each for each in others if _in_arms(each.mention, case)]
    if not arms or accuser.person or (accuser.plural and not accuser.speaker):
        return None
    actor = case.actors.by_id.get(accuser.for_ or accuser.speaker or "")
    many = actor is None or actor.kind is ActorKind.ARMED_GROUP
    classes = {each.mention.id for each in arms if each.mention.id in case.actors.classes}
    alone = len({each.mention.id for each in arms}) == 1 and bool(classes) and not many
    return Meant(_voice(arms[-1], mentions, case) if alone else None)


def _others(
    source: Range,
    accuser: Voice,
    since: Sequence[Line],
    mentions: Sequence[Mention],
    case: Case,
) -> Iterator[Named]:
    """Yield the bodies named since somebody spoke that are not his own."""
    own = case.actors.bodies(accuser.speaker or accuser.for_ or "")
    first, last = accuser.place or (0, 0)
    for line in since:
        for place, atom in enumerate(line.atoms):
            if atom.kind != "mention" or (line is since[-1] and place >= source[0]):
                continue
            each = mentions[atom.ref]
            apart = each.id is not None and own[:1] != (each.id,)
            apart = apart and not set(case.actors.bodies(each.id or "")) & set(own)
            if each.kind in _BODIES and apart and atom.start >= last >= first:
                yield Named(line, place, each)


def _in_arms(mention: Mention, case: Case) -> bool:
    actor = case.actors.by_id.get(mention.id or "")
    names = set(actor.name.lower().split()) if actor is not None else set[str]()
    return mention.kind == "armed_group" or bool(names & ARMED)


def _denies(source: Range, since: Sequence[Line]) -> bool:
    """Tell whether it denies the charge: "X blames Y for it, which it denies"."""
    atoms = since[-1].atoms
    if not any(_is_form(atom.low, _DENIES) for atom in atoms[source[1] : source[1] + 2]):
        return False
    charged = source[0] > 0 and atoms[source[0] - 1].low in _WHAT
    return charged or any(_is_form(atom.low, _ACCUSES) for line in since for atom in line.atoms)


def _is_form(low: str, lemmas: frozenset[str]) -> bool:
    return any(cue.lemma in lemmas for cue in FORMS.get(low, ()))


def _voice(named: Named, mentions: Sequence[Mention], case: Case) -> Voice:
    place = named.place, named.place + 1
    atom = named.line.atoms[named.place]
    voice = voice_of(named.line.atoms, place, mentions, case)
    held = Voice(unnamed=True, plural=True, nouns=voice.nouns, place=(atom.start, atom.end))
    return voice if voice.speaker else held
