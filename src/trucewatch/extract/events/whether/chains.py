"""What governs the verb of an event: auxiliaries, negation, "began to", "refused to", "accused X of"."""

from __future__ import annotations

from typing import Final, NamedTuple

from trucewatch.core.reading import Reality
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.phrases import Piece, phrase_ending
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.what.forms import Form
from trucewatch.extract.events.whether.groups import (
    DATING,
    STAYING,
    group_before,
    view_in,
)
from trucewatch.extract.events.whether.operators import (
    ADJECTIVES,
    BEFORE_PREPOSITION,
    GOVERNORS,
    OPERATOR_NOUNS,
    Operator,
)
from trucewatch.extract.events.whether.views import View
from trucewatch.extract.events.who.charges import (
    CHARGING,
    behind_agent,
    behind_charge,
    charged,
    charging_before,
)
from trucewatch.extract.lexicons import words

DEEPEST: Final = 5
"""No chain of governing words is followed further."""

_FROM: Final[dict[str, Operator]] = {
    **dict.fromkeys(
        words("refrain refrained refrains refraining abstain abstained desist desisted"),
        Operator.NEGATED,
    ),
    **dict.fromkeys(
        words("""
        deter deterred
        bar barred ban banned discourage discouraged prohibit prohibited block blocked
        """),
        Operator.FEARED,
    ),
    **dict.fromkeys(
        words("prevent prevented prevents preventing stop stopped stops stopping keep kept"),
        Operator.PREVENTED,
    ),
}
"""Verbs with *from* and an -ing form."""

_IMPERSONAL: Final = words("difficult hard impossible")
"""Behind "it is", these speak of nobody."""

_FINITE: Final = frozenset({tag.BE, tag.HAVE, tag.DO, tag.MODAL})
_STATES: Final = words("out gone open")
"""What is said of somebody or something after *be*, and was done by nobody."""

_FOR_DEEDS: Final = words("""
    condemned condemns condemn denounced denounces criticised criticized slammed responsible blamed
    blames blame punished apologise apologised apologize apologized thanked praised hailed
    """)
_SHARED_BEHIND: Final = words("after by in while despite since when upon on with as")

_WHOSE: Final = frozenset({"for", "on", "upon", "to", "by", "of"})
"""Prepositions that name who is to act behind a noun: "the deadline for X to leave"."""


class Frame(NamedTuple):
    """How an event's verb or noun is presented, and where its subject is to be looked for.

    The subject stands before the item `first`, unless `subject` gives it ("urged X to leave");
    `passive` tells of the event's own verb. `shared` where an earlier verb has the subject.
    `noun` is the place of a governing noun ("an attempt to"), whose owner is the subject.
    """

    view: View
    first: int
    subject: tuple[Piece, ...] | None = None
    passive: bool = False
    shared: bool = False
    noun: int | None = None
    impersonal: bool = False


def verb_frame(
    line: Line, verb: int, form: Form, view: View, floor: int, *, keeps: bool, depth: int = 0
) -> Frame:
    """Follow what governs a verb, outwards, to the finite verb that has the subject."""
    group = group_before(line, verb, floor)
    view = view_in(group, form, view)
    passive = form in ("past", "participle") and (group.be or line.low(verb + 1) == "by")
    passive = passive and line.low(verb) not in _STATES
    before = group.first - 1
    frame = Frame(view, group.first, passive=passive)
    if before < floor or depth >= DEEPEST:
        return frame
    if line.part(before) == tag.TO and (form == "base" or group.be or group.have):
        return _under_to(line, before, frame, floor, keeps=keeps, depth=depth)
    if group.gerund or (form == "ing" and not group.be):
        return _under_gerund(line, before, frame, floor, keeps=keeps, depth=depth)
    return frame


def _governed(
    line: Line, verb: int, frame: Frame, operator: Operator, floor: int, *, keeps: bool, depth: int
) -> Frame:
    """Go on to the verb that governs, with what it makes of the event."""
    form = GOVERNORS[line.low(verb)][2] if line.low(verb) in GOVERNORS else "past"
    view = frame.view.under(operator, keeps=keeps)
    outer = verb_frame(line, verb, form, view, floor, keeps=keeps, depth=depth + 1)
    subject = outer.subject if frame.subject is None else frame.subject
    return outer._replace(passive=frame.passive, subject=subject)


def _under_to(line: Line, to: int, frame: Frame, floor: int, *, keeps: bool, depth: int) -> Frame:
    """Read what stands before *to*: a verb, an adjective, a noun, or somebody who is to act."""
    word = to - 1
    if line.part(word) == tag.NEGATION and word > floor:
        frame = frame._replace(view=frame.view.negated())
        word -= 1
    word = behind_agent(line, _before_date(line, word, floor), floor)
    low = line.low(word) if word >= floor else ""
    if low == "but" and line.low(word - 1) in _CHOICES:
        return frame._replace(view=frame.view._replace(told=True), shared=True)
    if low in ("before", "ever") and line.low(word - 1) == "as" and line.low(word - 3) == "as":
        word, low = word - 2, line.low(word - 2)
        be = line.part(word - 2) == tag.BE or line.low(word - 2) in STAYING
        if low in ADJECTIVES and be:
            view = frame.view.under(ADJECTIVES[low], keeps=keeps)
            return frame._replace(view=view, first=word - 2, impersonal=True)
    group = group_before(line, word, floor)
    if low in ADJECTIVES and (group.be or group.staying or (low == "yet" and group.have)):
        view = view_in(group, "base", frame.view.under(ADJECTIVES[low], keeps=keeps))
        return frame._replace(view=view, first=group.first, impersonal=low in _IMPERSONAL)
    if line.part(word) in (tag.BE, tag.HAVE):
        return _is_to(line, word, frame, floor)
    if _takes_to(low) and not line.is_verb(word):
        view = frame.view.under(_noun_says(line, word), keeps=keeps)
        return frame._replace(view=view, first=word, noun=word)
    if line.is_verb(word):
        operator = GOVERNORS[low][1] if low in GOVERNORS else Operator.PLANNED
        return _governed(line, word, frame, operator, floor, keeps=keeps, depth=depth)
    return _told_to(line, word, frame, floor, keeps=keeps, depth=depth)


_UNTIL_NOW: Final = frozenset({("so", "far"), ("until", "now"), ("to", "date"), ("up", "now")})


def _before_date(line: Line, word: int, floor: int) -> int:
    """Step left over when somebody began to: "began on Sunday to leave", "had begun a week ago to"."""
    if (line.low(word - 1), line.low(word)) in _UNTIL_NOW and word - 2 >= floor:
        return word - 2
    place = word
    while place > floor and line.part(place) in (tag.DATE, tag.ADVERB):
        place -= 1
    if not any(line.part(at) == tag.DATE for at in range(place + 1, word + 1)):
        return word
    while place > floor and line.low(place) in DATING:
        place -= 1
    return place if line.is_verb(place) and line.low(place) in GOVERNORS else word


_CHOICES: Final = words("choice option alternative")
"""Where one has none but to do it, it is done."""

_RANKED: Final = words("latest first last second third only largest deadliest worst biggest")
"""Behind one of these, *to* tells what happened: "the latest blast to hit P"."""


def _takes_to(low: str) -> bool:
    """Tell whether a noun makes something of the infinitive behind it: "a plan to", "an attempt to"."""
    return OPERATOR_NOUNS.get(low, Operator.HAPPENED) not in _NOT_WITH_TO


_NOT_WITH_TO: Final = frozenset(
    {
        *(Operator.HAPPENED, Operator.BEGUN, Operator.COMPLETED, Operator.GOES_ON),
        *(Operator.STOPPED, Operator.DISTANCED),
    }
)


def _is_to(line: Line, word: int, frame: Frame, floor: int) -> Frame:
    """Read "is to leave" as planned, "has to leave" as demanded."""
    future = line.part(word) == tag.BE and line.low(word) not in ("was", "were")
    asked = Operator.PLANNED if future else Operator.DEMANDED
    group = group_before(line, word + 1, floor)
    negated = group.negations % 2
    view = frame.view.under(asked, keeps=True)._replace(due=True)
    return frame._replace(view=view.negated() if negated else view, first=group.first)


def _told_to(line: Line, word: int, frame: Frame, floor: int, *, keeps: bool, depth: int) -> Frame:
    """Read "urged X to leave", "the deadline for X to leave", "sent troops to attack"."""
    pieces, first, behind = phrase_ending(line, word, floor) if word >= floor else ((), 0, -1)
    if not pieces:
        return frame._replace(view=frame.view.to_come(), shared=True)
    head = pieces[0]
    noun = next((at for at in range(head.first, head.last) if _takes_to(line.low(at))), None)
    if any(line.low(at) in _RANKED for at in range(head.first, head.last)):
        return frame._replace(first=first, shared=True)
    if noun is not None and not head.prep:
        view = frame.view.under(_noun_says(line, noun), keeps=keeps)
        doer = tuple(piece for piece in pieces[1:] if piece.prep in _WHOSE)
        return frame._replace(view=view, first=noun, noun=noun, subject=doer or None)
    if behind >= floor and line.is_verb(behind) and line.low(behind) in GOVERNORS:
        put_off = frame.view.reality is Reality.POSTPONED
        told = frame if put_off else frame._replace(subject=pieces)
        operator = GOVERNORS[line.low(behind)][1]
        return _governed(line, behind, told, operator, floor, keeps=keeps, depth=depth)
    if not any(line.is_verb(at) or line.part(at) in _FINITE for at in range(first)):
        return frame._replace(view=frame.view.to_come(), first=first, subject=pieces)
    return frame._replace(view=frame.view.to_come(), first=first, shared=True)


def _under_gerund(
    line: Line, before: int, frame: Frame, floor: int, *, keeps: bool, depth: int
) -> Frame:
    """Read what stands before an -ing form: a verb, a preposition, or a clause that it adds to."""
    low = line.low(before)
    if line.is_verb(before) and low in GOVERNORS:
        return _governed(line, before, frame, GOVERNORS[low][1], floor, keeps=keeps, depth=depth)
    if low in ("to", "of", "from", "for", "against", "on", "in", "at"):
        governed = _after_preposition(line, before, frame, floor, keeps=keeps, depth=depth)
        if governed is not None:
            return governed
    operator = BEFORE_PREPOSITION.get(low)
    view = frame.view.under(operator, keeps=keeps) if operator else frame.view
    told = low in _SHARED_BEHIND
    return frame._replace(view=view._replace(told=view.told or told), shared=True)


def _after_preposition(
    line: Line, prep: int, frame: Frame, floor: int, *, keeps: bool, depth: int
) -> Frame | None:
    """Read "accused X of shelling", "refrained from shelling", "the deadline for withdrawing"."""
    word, low = prep - 1, line.low(prep - 1)
    if word < floor:
        return None
    if low in ("close", "near", "closer") and line.low(prep) == "to":
        group = group_before(line, word, floor)
        view = frame.view._replace(told=True, extent="some")
        return frame._replace(view=view_in(group, "base", view), first=group.first)
    if low in OPERATOR_NOUNS and not line.is_verb(word):
        view = frame.view.under(_noun_says(line, word), keeps=keeps)
        return frame._replace(view=view, first=word, noun=word)
    word = charging_before(line, word, floor)
    operator = _by_verb(line, word, line.low(prep))
    if operator is not None:
        frame = frame._replace(subject=charged_at(line, word, floor))
        return _governed(line, word, frame, operator, floor, keeps=keeps, depth=depth)
    pieces, _, behind = phrase_ending(line, word, behind_charge(line, word, floor))
    operator = _by_verb(line, behind, line.low(prep)) if behind >= floor else None
    if operator is None or not pieces:
        return None
    told = frame._replace(subject=charged_at(line, behind, floor) if pieces[0].prep else pieces)
    return _governed(line, behind, told, operator, floor, keeps=keeps, depth=depth)


def _noun_says(line: Line, noun: int) -> Operator:
    """Give what a governing noun says; a demand that somebody meets or misses is what they did."""
    low = line.low(noun)
    if low in _RULED_OUT and line.low(noun - 1) in tag.NO_WORDS:
        return Operator.PLANNED
    operator = OPERATOR_NOUNS[low]
    if operator is not Operator.DEMANDED:
        return operator
    for place in range(noun - 1, max(-1, noun - _NOUN_NEAR), -1):
        if line.is_verb(place):
            lemma = GOVERNORS.get(line.low(place), ("", None, ""))[0]
            return Operator.HAPPENED if lemma in _ANSWERS else operator
    return operator


_NOUN_NEAR: Final = 5
_ANSWERS: Final = words("meet miss obey heed ignore defy disregard flout")
_RULED_OUT: Final = frozenset({"question", "talk"})
"""What there is none of is not to come: "no question of moving the post"."""


def charged_at(line: Line, verb: int, floor: int) -> tuple[Piece, ...] | None:
    """Give whom a verb without an object charges; None of other verbs, and where it is its subject."""
    if line.low(verb) not in CHARGING:
        return None
    group = group_before(line, verb, floor)
    return charged(line, verb, group.first, be=group.be, floor=floor)


def _by_verb(line: Line, verb: int, prep: str) -> Operator | None:
    """Give what a verb with a preposition makes of the -ing form or noun behind it."""
    low = line.low(verb)
    if prep == "from":
        return _FROM.get(low)
    if prep in ("for", "on") and low in _FOR_DEEDS:
        return Operator.REGRETTED
    if not line.is_verb(verb) or low not in GOVERNORS:
        return None
    operator = GOVERNORS[low][1]
    return None if operator is Operator.HAPPENED else operator
