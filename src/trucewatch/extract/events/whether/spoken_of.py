"""A noun for an event that is the subject of its clause: "the withdrawal has begun", "the patrols are off"."""

from __future__ import annotations

from typing import Final, NamedTuple

from trucewatch.core.reading import Reality
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.complements import complements
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.whether.chains import Frame, verb_frame
from trucewatch.extract.events.whether.groups import group_before
from trucewatch.extract.events.whether.operators import PREDICATES, Operator
from trucewatch.extract.events.whether.predicates import falls_short, operator_of, predicate_behind
from trucewatch.extract.events.whether.views import View
from trucewatch.extract.lexicons import words

_HURTS: Final = words("""
    killed kills kill killing wounded wounds wounding injured injures injuring damaged damages
    destroyed destroys claimed claims caused causes left leaves affected affects rocked rocks
    """)
"""What an attack does: where it did so is where it was."""

_GOES: Final = words("went goes passed passes moved drove travelled traveled crossed")
"""What a patrol does that takes place."""

_PLAIN_PREDICATES: Final = words("""
    happen occur take carry conduct break erupt flare ensue rage spread start begin commence resume
    continue persist intensify escalate
    """)
DEFINITE: Final = words("the this that these those")
"""Determiners of what is known already."""


class Nominal(NamedTuple):
    """A noun's frame; `first` is where its phrase begins, `last` where it and its clause end.

    `light` is the place of the verb whose subject does it, `owner` tells that words before it may.
    `predicate` is the place behind the verb that it is the subject of.
    """

    frame: Frame
    first: int
    light: int | None = None
    predicate: int | None = None


def as_subject(
    line: Line, noun: int, first: int, view: View, ceiling: int, *, keeps: bool
) -> Nominal:
    """Read the predicate behind a noun that is its subject: "the withdrawal has begun"."""
    _, end = complements(line, noun + 1, ceiling)
    if line.part(end) == tag.TO and line.is_verb(end + 1):
        _, end = complements(line, end + 2, ceiling)
    verb = predicate_behind(line, end, ceiling)
    if verb is None:
        return Nominal(Frame(view, first), first)
    low = line.low(verb)
    said = verb - 1 if line.low(verb - 1) == "as" else verb
    group = group_before(line, said, noun + 1)
    operator = operator_of(line, verb, group)
    goer = line.event_at(noun)
    if operator is None and goer is not None and goer.key == "patrol" and low in _GOES:
        frame = verb_frame(
            line, said, "past", view.under(Operator.HAPPENED, keeps=keeps), noun + 1, keeps=keeps
        )
        return Nominal(Frame(frame.view, first), first, predicate=verb + 1)
    if operator is None:
        definite = line.low(first) in DEFINITE
        unsure = group.modal and view.reality is Reality.ASSERTED and not definite
        hurt = verb + 1 if low in _HURTS and not group.modal else None
        return Nominal(
            Frame(view.as_(Reality.FEARED) if unsure else view, first), first, predicate=hurt
        )
    if operator is Operator.DENIED and low not in PREDICATES:
        return Nominal(Frame(view.under(operator, keeps=keeps), first), first)
    form = PREDICATES[low][2] if low in PREDICATES else "base"
    base = view.under(operator, keeps=keeps)
    if operator is Operator.COMPLETED and falls_short(line, end, verb):
        base = base._replace(extent="some")
    frame = verb_frame(line, said, form, base, noun + 1, keeps=keeps)
    extends = low in PREDICATES and (
        PREDICATES[low][0] in _PLAIN_PREDICATES or frame.passive or operator is Operator.HAPPENED
    )
    return Nominal(Frame(frame.view, first), first, predicate=verb + 1 if extends else None)
