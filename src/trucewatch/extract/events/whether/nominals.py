"""What governs the noun of an event: "carried out attacks", "reports of shelling", "no violations"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from trucewatch.core.reading import Reality
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.phrases import phrase_ending, subject_before
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.what.forms import Form
from trucewatch.extract.events.whether.chains import DEEPEST, Frame, charged_at, verb_frame
from trucewatch.extract.events.whether.groups import form_at, group_before, view_in
from trucewatch.extract.events.whether.operators import (
    BEFORE_NOUN,
    BEFORE_PREPOSITION,
    DOES_IT,
    GOVERNORS,
    LIGHT,
    NOUN_TAKES,
    OPERATOR_NOUNS,
    VERB_AND_PREPOSITION,
    WITH_PARTICLE,
    WITH_PARTICLE_FORMS,
    Operator,
)
from trucewatch.extract.events.whether.spoken_of import DEFINITE, Nominal, as_subject
from trucewatch.extract.events.whether.views import View
from trucewatch.extract.events.who.charges import CHARGING, charging_before
from trucewatch.extract.lexicons import words

_PART_OF_NOUN: Final = frozenset(
    {tag.WORD, tag.ACTOR, tag.PLACE, tag.THING, tag.NUMBER, tag.OWNS, tag.DETERMINER}
)
_SETTLED: Final = words("after following since despite upon with amid amidst during by in on from")
"""Prepositions before a noun that take it for a fact: "after the withdrawal"."""

_AFTERWARDS: Final = words("after following since despite upon amid amidst during")
"""Behind these a noun is no matter of the noun before them: "calls after the attack"."""

_JOINTS: Final = words("after before until till since despite")
_PARTICLES: Final = words("out up off back down over")

_KNOWN: Final = words("information details")
"""Of these *no* says that nobody knows, and not that nothing happened: "had no information on"."""


_SAYING: Final = words("said says say added adds believes believed claimed claims")
"""Behind these a noun with a predicate of its own is no object: "said the patrols had begun"."""


def noun_frame(
    line: Line,
    noun: int,
    view: View,
    floor: int,
    ceiling: int,
    *,
    keeps: bool,
    earlier: Mapping[int, Frame],
    depth: int = 0,
) -> Nominal:
    """Read how the noun at `noun` is presented; `earlier` are the frames of nouns before it."""
    first = _beginning(line, noun, floor)
    view = _by_modifiers(line, first, noun, view)
    before = first - 1
    part = line.part(before) if before >= floor else ""
    if line.low(before) in _PARTICLES and before > floor and line.is_verb(before - 1):
        return _object_of(
            line, before - 1, first, view, floor, keeps=keeps, particle=line.low(before)
        )
    clause = _clause_of(line, noun, first, before, part, view, ceiling, keeps=keeps)
    if clause is not None:
        return clause
    if part in (tag.PREPOSITION, tag.TO, tag.SUBORDINATOR) and depth < DEEPEST:
        nominal = _behind_preposition(
            line, before, first, view, floor, ceiling, keeps=keeps, earlier=earlier, depth=depth
        )
        if nominal is not None:
            return nominal
    elif before >= floor and line.is_verb(before):
        return _object_of(line, before, first, view, floor, keeps=keeps)
    elif part in (tag.CONJUNCTION, tag.COMMA):
        joined = _joined_to(line, before, floor, earlier)
        if joined is not None:
            own = view if view.told or not view.real else joined.view
            return Nominal(joined._replace(view=own), first)
    elif part == tag.BE and _existential(line, before, floor):
        group = group_before(line, before + 1, floor)
        there = view_in(
            group._replace(be=False), "base", view.under(Operator.HAPPENED, keeps=keeps)
        )
        return Nominal(Frame(there, first), first)
    elif part in (tag.ADVERB, tag.NEGATION) and depth < 2:
        return noun_frame(
            line, before + 1, view, floor, ceiling, keeps=keeps, earlier=earlier, depth=depth + 1
        )
    return as_subject(line, noun, first, view, ceiling, keeps=keeps)


def _clause_of(
    line: Line,
    noun: int,
    first: int,
    before: int,
    part: str,
    view: View,
    ceiling: int,
    *,
    keeps: bool,
) -> Nominal | None:
    """Give a noun that begins a clause of its own: "that the patrols", "X said the patrols have begun"."""
    clause = as_subject(line, noun, first, view, ceiling, keeps=keeps)
    if part == tag.SUBORDINATOR:
        opens = clause.frame.view.told or line.low(before) not in _JOINTS
        return clause if opens else None
    joined = part == tag.CONJUNCTION and line.part(before - 1) == tag.COMMA
    said = line.is_verb(before) and line.low(before) in _SAYING
    return clause if (joined or said) and clause.frame.view != view else None


def _beginning(line: Line, noun: int, floor: int) -> int:
    """Give where the noun's phrase begins: past its adjectives, owner and determiner."""
    first = noun
    while first - 1 >= floor and noun - first < 12:
        part = line.part(first - 1)
        if part == tag.ADVERB and line.part(first) in (tag.WORD, tag.EVENT, tag.NUMBER):
            if line.low(first - 1) not in _ADJECTIVAL:
                break
        elif part == tag.CONJUNCTION and _joins_modifiers(line, first - 1, noun):
            first -= 1
        elif part not in _PART_OF_NOUN and not (first == noun and _is_adjective(line, noun)):
            break
        first -= 1
        if (
            part == tag.DETERMINER
            and line.part(first - 1) != tag.DETERMINER
            and (line.low(first - 1) not in ("all", "not"))
        ):
            break
    return first


def _joins_modifiers(line: Line, joint: int, noun: int) -> bool:
    """Tell whether what stands before "and" belongs to the same noun: "mortar and artillery strikes"."""
    low = line.low(joint - 1)
    trigger = line.event_at(noun)
    armed = joint + 1 < noun or (trigger is not None and trigger.inside is not None)
    return armed and not low.endswith("s") and (line.part(joint - 1) == tag.THING or low in _BY_AIR)


_BY_AIR: Final = words("air aerial ground drone rocket missile")


def _is_adjective(line: Line, noun: int) -> bool:
    """Tell whether a verb's form before a noun only describes it: "that coordinated patrols had not begun"."""
    opens = line.part(noun - 2) in ("", tag.STOP, tag.SUBORDINATOR, tag.PREPOSITION)
    return opens and line.low(noun - 1).endswith("ed") and line.part(noun + 1) in _AUXILIARY


_AUXILIARY: Final = frozenset({tag.BE, tag.HAVE, tag.MODAL, tag.DO, tag.PREPOSITION})
_ADJECTIVAL: Final = words("daily nearly almost allegedly reportedly weekly")


def _by_modifiers(line: Line, first: int, noun: int, view: View) -> View:
    """Put an event under the words of its own phrase: "no", "any", "alleged", "planned"."""
    view_ = view
    for place in range(noun - 1, first - 1, -1):
        low = line.low(place)
        if low in tag.NO_WORDS:
            view_ = view_.negated()
        elif low in BEFORE_NOUN:
            operator = BEFORE_NOUN[low]
            view_ = view_.under(operator, keeps=False) if view_.real else view_
    return view_


def _existential(line: Line, be: int, floor: int) -> bool:
    place = be
    while place > floor and line.part(place - 1) in (
        *(tag.BE, tag.HAVE, tag.MODAL, tag.ADVERB, tag.NEGATION),
    ):
        place -= 1
    return line.low(place - 1) == "there"


def _joined_to(line: Line, joint: int, floor: int, earlier: Mapping[int, Frame]) -> Frame | None:
    """Give the frame of the noun that this one is joined to: "attacks and shelling"."""
    for place in range(joint - 1, max(floor, joint - 8) - 1, -1):
        if place in earlier:
            return earlier[place]
        if line.is_verb(place) or line.part(place) in (tag.STOP, tag.SUBORDINATOR):
            return None
    return None


def _object_of(
    line: Line,
    verb: int,
    first: int,
    view: View,
    floor: int,
    *,
    keeps: bool,
    particle: str = "",
) -> Nominal:
    """Read the verb that has the noun as its object."""
    lemma, operator, form = _governor(line.low(verb), particle)
    if operator is None and keeps:
        return Nominal(Frame(view.under(Operator.NAMED, keeps=True), first), first)
    if operator is None:
        frame = verb_frame(line, verb, form_at(line, verb), View(), floor, keeps=keeps)
        real = frame.view.real
        return Nominal(Frame(view if real else _as_governed(view, frame.view), first), first)
    if lemma == "call" and not particle and _is_told_of(line, first):
        return Nominal(Frame(view._replace(told=True), first), first)
    if lemma in ("meet", "miss") and view.reality is Reality.DEMANDED:
        view = view._replace(reality=Reality.ASSERTED)
    frame = verb_frame(line, verb, form, view.under(operator, keeps=keeps), floor, keeps=keeps)
    return Nominal(frame, first, light=verb if lemma in LIGHT else None)


def _is_told_of(line: Line, first: int) -> bool:
    """Tell whether a phrase names what is known already: "called the attack a crime", "X's raid"."""
    owned = any(line.part(at) == tag.OWNS for at in range(first, first + 4))
    return line.low(first) in DEFINITE or owned


def _governor(low: str, particle: str) -> tuple[str, Operator | None, Form]:
    """Give the lemma of a verb, what it makes of its object, and its form."""
    if particle:
        for (lemma, behind), operator in WITH_PARTICLE.items():
            if behind == particle and low in WITH_PARTICLE_FORMS[lemma]:
                return lemma, operator, WITH_PARTICLE_FORMS[lemma][low]
    nothing: tuple[str, Operator | None, Form] = ("", None, "past")
    lemma, operator_, form = GOVERNORS.get(low, nothing)
    return lemma, NOUN_TAKES.get(lemma, operator_) if operator_ is not None else None, form


def _as_governed(view: View, governing: View) -> View:
    """Give a noun whose verb did not happen that verb's reality: "may suffer attacks"."""
    if governing.reality is Reality.NEGATED and not governing.ahead:
        return view
    return view._replace(reality=governing.reality, ahead=governing.ahead) if view.real else view


def _behind_preposition(
    line: Line,
    prep: int,
    first: int,
    view: View,
    floor: int,
    ceiling: int,
    *,
    keeps: bool,
    earlier: Mapping[int, Frame],
    depth: int,
) -> Nominal | None:
    """Read what stands before the preposition: "the completion of", "called for", "without"."""
    low = line.low(prep)
    word = prep - 1
    if low == "without":
        return Nominal(Frame(view.negated(), first), first)
    if word >= floor and low not in _AFTERWARDS and _names_operator(line, word):
        operator = _noun_operator(line, word)
        return noun_frame(
            line,
            word,
            view.under(operator, keeps=keeps),
            floor,
            ceiling,
            keeps=keeps,
            earlier=earlier,
            depth=depth + 1,
        )
    governed = _verb_behind(line, word, low, floor)
    if governed is not None:
        verb, operator = governed
        form = GOVERNORS[line.low(verb)][2] if line.low(verb) in GOVERNORS else "past"
        frame = verb_frame(line, verb, form, view.under(operator, keeps=keeps), floor, keeps=keeps)
        if line.low(verb) in CHARGING:
            frame = _under_charge(line, verb, word, frame, floor)
        lemma = GOVERNORS.get(line.low(verb), ("", None, None))[0]
        return Nominal(frame, first, light=verb if (lemma, low) in DOES_IT else None)
    if low in BEFORE_PREPOSITION and (keeps or low not in ("for", "towards", "toward", "against")):
        return Nominal(Frame(view.under(BEFORE_PREPOSITION[low], keeps=keeps), first), first)
    told = low in _SETTLED
    named = keeps and not told
    settled = view._replace(told=view.told or told, only_named=view.only_named or named)
    return Nominal(Frame(settled, first), first)


def _under_charge(line: Line, verb: int, word: int, frame: Frame, floor: int) -> Frame:
    """Give a deed whom the verb of charging charges with it: the object, else who is charged there."""
    objects = phrase_ending(line, word, verb + 1)[0] if verb < word else ()
    if objects and not objects[0].prep:
        return frame._replace(subject=objects)
    told = charged_at(line, verb, floor)
    if told is None and frame.passive and not frame.shared and frame.subject is None:
        told = subject_before(line, frame.first, floor).pieces
    return frame if told is None else frame._replace(subject=told)


def _names_operator(line: Line, word: int) -> bool:
    return line.low(word) in OPERATOR_NOUNS and not line.is_verb(word)


def _noun_operator(line: Line, word: int) -> Operator:
    """Give what a governing noun says; "in case of" speaks of what may be."""
    low = line.low(word)
    if low in ("case", "event") and line.low(word - 1) in ("in", "the"):
        return Operator.FEARED
    if low in ("case", "cases"):
        return Operator.HAPPENED
    if low in _KNOWN and line.low(word - 1) in tag.NO_WORDS:
        return Operator.NAMED
    return OPERATOR_NOUNS[low]


def _verb_behind(line: Line, word: int, prep: str, floor: int) -> tuple[int, Operator] | None:
    """Give the verb of "called for", "accused X of" before a preposition, and what it says."""
    word = _before_day(line, word, floor)
    word = charging_before(line, word, floor)
    for place in range(word, max(floor, word - 6) - 1, -1):
        paired = (line.low(place), prep) in VERB_AND_PREPOSITION
        if paired or line.is_verb(place) or line.low(place) in GOVERNORS:
            lemma = GOVERNORS.get(line.low(place), (line.low(place), None, None))[0]
            operator = VERB_AND_PREPOSITION.get((lemma, prep))
            return (place, operator) if operator is not None else None
        if line.part(place) in (tag.COMMA, tag.STOP, tag.SUBORDINATOR, tag.PREPOSITION):
            return None
    return None


def _before_day(line: Line, word: int, floor: int) -> int:
    """Step left over a day and its preposition: "answered on Friday with"."""
    if word <= floor or line.part(word) != tag.DATE:
        return word
    return (
        word - 2 if line.low(word - 1) in ("on", "in", "at", "since", "early", "late") else word - 1
    )
