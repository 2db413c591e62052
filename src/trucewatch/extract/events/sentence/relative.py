"""Who did what a noun names or somebody saw: "the raids that X carried out on P", "saw X shelling P"."""

from __future__ import annotations

from typing import Final, NamedTuple

from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.complements import complements
from trucewatch.extract.events.sentence.phrases import Piece, Subject, subject_before
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.whether.chains import verb_frame
from trucewatch.extract.events.whether.groups import form_at, group_before
from trucewatch.extract.events.whether.operators import (
    GOVERNORS,
    WITH_PARTICLE,
    WITH_PARTICLE_FORMS,
    Operator,
)
from trucewatch.extract.events.whether.views import View
from trucewatch.extract.lexicons import words

_DOES: Final = words("carry conduct launch stage mount commit perform execute deliver unleash")
_TAKES_UP: Final = words("that which")
_FAR: Final = 10
_SIGHT: Final = words("""
    saw see sees seen watched heard filmed photographed spotted observed witnessed caught show shows showed
    showing depicts depicted depicting
    """)
_PICTURES: Final = words("""
    footage video videos film clip clips photographs photograph photos photo pictures picture images image
    recording recordings spoke speaks spoken report reports
    """)


class Carried(NamedTuple):
    """Who carried out what a noun names, and what stands behind that verb."""

    doer: tuple[Piece, ...]
    behind: tuple[Piece, ...]
    end: int


def carried_behind(line: Line, noun: int, ceiling: int) -> Carried | None:
    """Read "which X then carried out on P" behind a noun; None where no such clause stands there."""
    taken_up = line.low(noun + 1) in _TAKES_UP
    first = noun + 2 if taken_up else noun + 1
    if not taken_up and line.part(first) != tag.ACTOR:
        return None
    verb = _verb(line, first, ceiling)
    if verb is None:
        return None
    end = verb + 2 if line.low(verb + 1) == "out" else verb + 1
    frame = verb_frame(line, verb, form_at(line, verb), View(), first, keeps=False)
    group = group_before(line, verb, first)
    doer = subject_before(line, group.first, first).pieces
    if not doer or frame.passive or not frame.view.real:
        return None
    behind, end = complements(line, end, ceiling)
    return Carried(doer, behind, end)


def seen_doing(line: Line, verb: int, floor: int) -> Subject | None:
    """Give whom somebody saw or showed doing what an -ing form tells: "footage of X shelling P"."""
    if not line.low(verb).endswith("ing"):
        return None
    subject = subject_before(line, verb, floor)
    if not subject.pieces:
        return None
    head, last = subject.pieces[0], subject.pieces[-1]
    shown = last.prep == "of" and line.low(head.last - 1) in _PICTURES
    if shown or (last.prep == "with" and line.part(last.first - 2) == tag.COMMA):
        return Subject("phrase", (last._replace(prep=""),), last.first, last.first - 1)
    low = line.low(subject.behind)
    of = low == "of" and line.low(subject.behind - 1) in _PICTURES
    beside = low == "with" and line.part(subject.behind - 1) == tag.COMMA
    seen = low in _SIGHT or of or beside
    return subject if seen and subject.kind == "phrase" else None


def _verb(line: Line, first: int, ceiling: int) -> int | None:
    """Give the first verb behind, if it is one that only carries the noun."""
    for place in range(first, min(first + _FAR, ceiling)):
        if line.is_verb(place) or line.low(place) in _CARRYING:
            return place if line.low(place) in _CARRYING and place > first else None
        if line.part(place) in (tag.STOP, tag.COMMA, tag.SUBORDINATOR, tag.PREPOSITION):
            return None
    return None


def _forms() -> frozenset[str]:
    plain = {
        low
        for low, (lemma, operator, _) in GOVERNORS.items()
        if lemma in _DOES and operator is Operator.HAPPENED
    }
    carried = {
        low
        for lemma, particle in WITH_PARTICLE
        if (lemma, particle) == ("carry", "out")
        for low in WITH_PARTICLE_FORMS[lemma]
    }
    return frozenset(plain | carried)


_CARRYING: Final = _forms()
