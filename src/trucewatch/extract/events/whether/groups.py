"""The small words before a verb: auxiliaries, negation, adverbs, and what they make of an event."""

from __future__ import annotations

from typing import Final, NamedTuple

from trucewatch.core.reading import Reality
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.what.forms import Form
from trucewatch.extract.events.whether.operators import GOVERNORS, Operator
from trucewatch.extract.events.whether.views import View
from trucewatch.extract.lexicons import words

_GROUP: Final = 10
_NOBODY_NEAR: Final = 6
_TO_COME: Final = words("will would shall won't wouldn't shan't 'll 'd")
_MAY: Final = words("may might could can cannot can't couldn't mightn't mayn't")
_CAN: Final = words("can could cannot can't couldn't")
_FALSELY: Final = words("falsely wrongly wrongfully mistakenly")
DOUBTING: Final = words("""
    allegedly reportedly apparently supposedly purportedly presumably probably likely possibly
    seemingly ostensibly
    """)
STAYING: Final = words(
    "remain remains remained remaining stay stays stayed staying keep keeps kept"
)

_EACH: Final = words("all both himself herself itself themselves")
_NEITHER: Final = words("nor neither")
_IN_NO_WAY: Final = frozenset(
    {
        *(("in", "no", "way"), ("by", "no", "means"), ("under", "no", "circumstances")),
        *(("at", "no", "point"), ("at", "no", "time")),
    }
)
_NOT_ONLY: Final = words("only just merely simply")
DATING: Final = words("on in at since by late early over during for the")


class Group(NamedTuple):
    """The small words before a verb: from `first` on.

    `gerund` tells that an auxiliary has the -ing form: "having shelled"; `staying` that it is so
    still: "remains closed"; `neither` that two verbs are left open: "nor denied".
    """

    first: int
    negations: int
    modal: str
    be: bool
    have: bool
    doubted: bool
    gerund: bool
    staying: bool
    falsely: bool = False
    neither: bool = False


def form_at(line: Line, place: int) -> Form:
    """Give the form of a verb, reporting something or not."""
    trigger = line.event_at(place)
    if trigger is not None:
        return trigger.form
    low, before = line.low(place), line.part(place - 1)
    form: Form = "ing" if low.endswith("ing") else "past"
    if low in GOVERNORS:
        form = GOVERNORS[low][2]
    elif low in tag.PLAIN_VERBS:
        form = tag.PLAIN_VERBS[low][1]
    elif before in (tag.TO, tag.MODAL, tag.DO):
        form = "base"
    return form


def group_before(line: Line, verb: int, floor: int) -> Group:
    """Read the auxiliaries, negations and adverbs that stand right before a verb."""
    first, negations, modal = verb, 0, ""
    be = have = doubted = gerund = staying = being = falsely = neither = False
    while first - 1 >= floor and verb - first < _GROUP:
        part, low = line.part(first - 1), line.low(first - 1)
        if part == tag.NEGATION:
            negations += line.low(first) not in _NOT_ONLY
            neither = neither or low in _NEITHER
        elif part in (tag.BE, tag.HAVE, tag.DO, tag.MODAL):
            negations += low.endswith("n't") or low == "cannot"
            be, have = be or part == tag.BE, have or part == tag.HAVE
            modal = low if part == tag.MODAL else modal
            being = being or (low == "being" and _is_be(line, first - 2))
            gerund = low in ("having", "being") and not _is_be(line, first - 2)
        elif part == tag.ADVERB:
            doubted = doubted or low in DOUBTING
            falsely = falsely or low in _FALSELY
        elif low in STAYING and first == verb:
            be = staying = True
        elif low in _EACH and line.part(first - 2) in (tag.BE, tag.HAVE):
            pass
        elif part == tag.DATE and (auxiliary := _over_date(line, first - 1, floor)) is not None:
            first = auxiliary + 1
            continue
        elif (line.low(first - 3), line.low(first - 2), low) in _IN_NO_WAY:
            negations += 1
            first -= 2
        else:
            break
        first -= 1
    negations += _by_nobody(line, verb, first, floor)
    staying = staying or being
    neither = neither or line.low(first - 1) == "nor"
    return Group(first, negations, modal, be, have, doubted, gerund, staying, falsely, neither)


def _by_nobody(line: Line, verb: int, first: int, floor: int) -> bool:
    """Tell whether it is nobody who confirms: "none of the monitors confirmed"."""
    if GOVERNORS.get(line.low(verb), ("", None, ""))[1] is not Operator.CONFIRMED:
        return False
    for place in range(first - 1, max(floor, first - _NOBODY_NEAR) - 1, -1):
        if line.part(place) in (tag.COMMA, tag.STOP, tag.SUBORDINATOR) or line.is_verb(place):
            return False
        if line.low(place) in tag.NO_WORDS:
            return True
    return False


def _over_date(line: Line, place: int, floor: int) -> int | None:
    """Give the auxiliary that a date parts from its verb: "had on Sunday begun"."""
    while place > floor and (line.part(place) == tag.DATE or line.low(place) in DATING):
        place -= 1
    if (line.low(place - 1), line.low(place)) == ("up", "to"):
        place -= 2
    auxiliary = line.part(place) in (tag.BE, tag.HAVE, tag.MODAL)
    return place if place >= floor and auxiliary else None


def _is_be(line: Line, place: int) -> bool:
    while line.part(place) in (tag.ADVERB, tag.NEGATION):
        place -= 1
    return line.part(place) == tag.BE


def view_in(group: Group, form: Form, view: View) -> View:
    """Put an event under the small words of its group."""
    if (form == "ing" and group.be) or group.staying:
        view = view._replace(going_on=True)
    if group.falsely and view.real:
        view = view.as_(Reality.DENIED)._replace(accused=False)
    if group.doubted:
        view = view.under(Operator.DISTANCED, keeps=False)
    if group.modal:
        view = _under_modal(group, view)
    elif group.neither and view.reality is Reality.DENIED:
        view = view.as_(Reality.DISTANCED)
    elif group.negations % 2:
        view = view.negated()
    return view


def _under_modal(group: Group, view: View) -> View:
    negated = group.negations % 2
    if group.modal in _TO_COME:
        if group.have and group.modal in ("would", "wouldn't", "'d"):
            return view.as_(Reality.FEARED)
        view = view.to_come()
        return view.negated() if negated else view
    if group.modal in _MAY:
        return view.negated() if negated and group.modal in _CAN else view.as_(Reality.FEARED)
    if group.have and group.modal == "must":
        return view.under(Operator.DISTANCED, keeps=False)
    return view.as_(Reality.DEMANDED)._replace(due=True)
