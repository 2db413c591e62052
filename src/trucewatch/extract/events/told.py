"""One trigger read: how it is presented, who takes part, and the stretch of the line that is its."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from trucewatch.core.reading import EventKind, Locality, Reality
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.behind import (
    behind_verb,
    has_particle,
    landed,
    own_part,
    stayed,
)
from trucewatch.extract.events.sentence.complements import complements
from trucewatch.extract.events.sentence.means import with_weapons
from trucewatch.extract.events.sentence.phrases import (
    NOTHING,
    Piece,
    Subject,
    subject_before,
    text_before,
)
from trucewatch.extract.events.sentence.relative import carried_behind, seen_doing
from trucewatch.extract.events.sentence.roles import noun_roles, verb_roles
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.what.forms import Form
from trucewatch.extract.events.what.senses import SENSES
from trucewatch.extract.events.what.triggers import Trigger
from trucewatch.extract.events.where.placing import Roles, leading_places
from trucewatch.extract.events.whether.amounts import extent_of, quantified
from trucewatch.extract.events.whether.chains import Frame, verb_frame
from trucewatch.extract.events.whether.governing import clause_operator
from trucewatch.extract.events.whether.groups import DOUBTING, form_at, group_before
from trucewatch.extract.events.whether.nominals import noun_frame
from trucewatch.extract.events.whether.operators import CONDITIONS, FUTURE_JOINTS, Operator
from trucewatch.extract.events.whether.views import View
from trucewatch.extract.events.who.actors import places_in
from trucewatch.extract.lexicons import words

_FULFILLING: Final = words(
    "withdraw build patrol open release agree settle accept implement survey"
)
"""What an agreement asks to be done; its nouns name a task as often as a deed."""


_WILL: Final = words("sign signs intention intentions")
_SHOWN: Final = words("show shows showed shown give gives gave given have has had")
"""Whose signs or intentions they are: "X has shown no sign of leaving"."""

_OF_TEXTS: Final = words("implement violate disrupt")
_BESIDE_NEWS: Final = words("as when after")
"""In a headline these open what has happened: "Ten die after army shells P"."""

RECORDED: Final = words(
    "recorded registered reported documented counted logged noted detected observed monitored"
)
"""By whom an attack was recorded is not by whom it was."""


_COMES: Final = words("come comes came coming was were been is are be remained stayed")


class Told(NamedTuple):
    """A trigger with its view and roles; `start` to `end` is its clause in the document's text.

    `core` is where the clause begins without its subject.
    `pieces` is the subject, for those that a later verb shares; `passive` of the verb itself.
    """

    trigger: Trigger
    place: int
    view: View
    roles: Roles
    start: int
    end: int
    core: int
    first: int
    last: int
    pieces: tuple[Piece, ...] = ()
    passive: bool = False
    frame: Frame | None = None
    governor: int | None = None
    agents: tuple[Piece, ...] = ()

    @property
    def kind(self) -> EventKind:
        """The kind of event."""
        return SENSES[self.trigger.key].kind


class LineReader:
    """Reads the triggers of a line, each with those before it at hand."""

    def __init__(self, line: Line, bounds: Sequence[tuple[int, int]]) -> None:
        self.line = line
        self.bounds = bounds
        self.told: list[Told] = []
        self.named: list[Trigger] = []

    def read(self) -> list[Told]:
        """Read every trigger in order; what turns out to be no event is left out."""
        for (trigger, place), (floor, ceiling) in zip(self.line.triggers, self.bounds, strict=True):
            if trigger.form == "noun":
                told = self._noun(trigger, place, floor, ceiling)
            else:
                told = self._verb(trigger, place, floor, ceiling)
            if told is not None:
                self.told.append(told)
        return self.told

    def _verb(self, trigger: Trigger, place: int, floor: int, ceiling: int) -> Told | None:
        line = self.line
        behind, end = complements(line, behind_verb(line, trigger, place), ceiling)
        keeps = trigger.key in _FULFILLING
        frame = verb_frame(line, place, trigger.form, View(), 0, keeps=keeps)
        if not (stayed(trigger, frame) or has_particle(line, trigger, place, end)):
            return None
        floor = floor if frame.first > floor else 0
        behind = (*own_part(line, behind), *landed(line, trigger, end, ceiling))
        frame, subject = self._subject(trigger, place, frame, floor, ceiling, keeps=keeps)
        if trigger.key in _OF_TEXTS and frame.passive:
            subject = text_before(line, frame.first, floor) or subject
        if frame.view.only_named:
            self.named.append(trigger)
            return None
        pieces = subject.pieces
        frame, behind, end = with_weapons(line, place, frame, pieces, behind, end, ceiling)
        before = leading_places(line, min(subject.first or place, frame.first), floor)
        roles = verb_roles(line, trigger, pieces, behind, passive=frame.passive, before=before)
        first = subject.first if pieces and subject.kind == "phrase" else frame.first
        view = self._in_clause(frame.view, trigger, first, frame, floor, end)
        view = quantified(line, view, pieces, behind)
        view = view._replace(extent=extent_of(line, view, trigger, place, frame, pieces, behind))
        told = self._made(trigger, place, view, roles, first, end, pieces, frame, governor=None)
        return told._replace(agents=tuple(piece for piece in behind if piece.prep == "by"))

    def _subject(
        self,
        trigger: Trigger,
        place: int,
        frame: Frame,
        floor: int,
        ceiling: int,
        *,
        keeps: bool,
    ) -> tuple[Frame, Subject]:
        """Find whose verb it is; a noun or an earlier verb may have the subject."""
        line = self.line
        if frame.noun is not None:
            noun = frame.noun
            nominal = noun_frame(
                line, noun, frame.view, floor, ceiling, keeps=keeps, earlier=self._nouns()
            )
            frame = frame._replace(view=nominal.frame.view)
            if frame.subject is None:
                return frame, self._of_noun(nominal.first, noun, nominal.light, floor)
        if frame.subject is not None:
            pieces = tuple(
                piece._replace(prep="") if not at else piece
                for at, piece in enumerate(frame.subject)
            )
            return frame, Subject("phrase", pieces, pieces[0].first if pieces else 0, -1)
        aside = any(line.part(at) == tag.BE for at in range(max(0, frame.first - 4), frame.first))
        being = frame.shared and line.low(frame.first) == "being" and not aside
        free = being or not frame.shared
        subject = subject_before(line, frame.first, floor) if free else NOTHING
        if not free and (doing := seen_doing(line, frame.first, floor)) is not None:
            return frame, doing
        if subject.kind == "shared" or (frame.shared and subject.kind != "phrase"):
            return self._shared(trigger, place, frame, floor)
        if frame.impersonal and line.low(frame.first - 1) == "it":
            return frame, NOTHING
        return frame, subject

    def _of_noun(self, first: int, noun: int, light: int | None, floor: int) -> Subject:
        """Give the owner of a governing noun ("X's attempt to"), else the subject of its verb."""
        line = self.line
        if any(line.part(at) == tag.ACTOR for at in range(first, noun)):
            return Subject("phrase", (Piece("", first, noun),), first, first - 1)
        if light is None and line.low(noun) in _WILL and line.low(first - 1) in _SHOWN:
            light = first - 1
        if light is not None:
            group = group_before(line, light, floor)
            return subject_before(line, group.first, floor)
        return NOTHING

    def _nouns(self) -> dict[int, Frame]:
        return {
            told.place: told.frame
            for told in self.told
            if told.trigger.form == "noun" and told.frame is not None
        }

    def _shared(
        self, trigger: Trigger, place: int, frame: Frame, floor: int, depth: int = 0
    ) -> tuple[Frame, Subject]:
        """Take the subject of the verb before, and its view where both are of one form."""
        line = self.line
        verb = self._verb_before(frame.first - 1, floor)
        if verb is None or depth > 3:
            return frame, NOTHING
        form = form_at(line, verb)
        earlier = verb_frame(line, verb, form, View(), floor, keeps=False)
        if frame.first == place and _alike(trigger.form, form) and not frame.shared:
            view = earlier.view if frame.view == View() else frame.view
            no_object = line.part(place + 1) in (tag.PREPOSITION, tag.COMMA, tag.STOP, "", tag.DATE)
            frame = frame._replace(
                view=view, passive=frame.passive or (earlier.passive and no_object)
            )
        elif frame.shared and trigger.form == "ing" and not earlier.view.real and frame.view.real:
            frame = frame._replace(view=earlier.view._replace(told=True))
        if earlier.subject is not None:
            pieces = earlier.subject
            return frame, Subject("phrase", pieces, pieces[0].first if pieces else 0, -1)
        subject = NOTHING if earlier.shared else subject_before(line, earlier.first, floor)
        if subject.kind == "shared" or earlier.shared:
            _, subject = self._shared(trigger, verb, earlier, floor, depth + 1)
        return frame, subject

    def _verb_before(self, place: int, floor: int) -> int | None:
        """Give the nearest verb before a place that may have the subject of what follows."""
        line = self.line
        while place >= floor:
            if line.part(place) in (tag.STOP, tag.RELATIVE):
                return None
            if line.is_verb(place) and not (
                line.low(place) in tag.REDUCED
                and line.part(place + 1) == tag.PREPOSITION
                and line.part(place - 1) in (tag.WORD, tag.THING, tag.ACTOR, tag.PLACE)
                and not line.low(place).endswith("ing")
            ):
                return place
            if line.part(place) in (tag.BE, tag.HAVE) and not line.is_verb(place + 1):
                return place + 1
            place -= 1
        return None

    def _in_clause(
        self, view: View, trigger: Trigger, first: int, frame: Frame, floor: int, end: int
    ) -> View:
        """Put an event under what opens and governs its clause: "if", "until", "denied that"."""
        line = self.line
        opener = line.low(first - 1)
        if opener in CONDITIONS:
            asked = opener == "whether" and trigger.form in ("past", "participle") and view.real
            return view.as_(Reality.DISTANCED if asked else Reality.FEARED)
        present = trigger.form in ("base", "s") and view == View()
        news = line.sentence.kind == "title" and opener in _BESIDE_NEWS
        if opener in FUTURE_JOINTS and present and not frame.shared and not news:
            view = view.to_come()
        bare = trigger.form == "base" and view == View() and line.part(frame.first) != tag.DO
        operator = clause_operator(line, first, bare=bare)
        if operator is not None:
            view = view.under(operator, keeps=False)
        if view.real and any(line.low(at) in DOUBTING for at in range(first, end)):
            view = view.under(Operator.DISTANCED, keeps=False)
        return view

    def _noun(self, trigger: Trigger, place: int, floor: int, ceiling: int) -> Told | None:
        line = self.line
        keeps = trigger.key in _FULFILLING
        nominal = noun_frame(line, place, View(), 0, ceiling, keeps=keeps, earlier=self._nouns())
        view = nominal.frame.view
        floor = floor if nominal.frame.first > floor else 0
        if view.real and any(line.low(at) == "any" for at in range(nominal.first, place)):
            view = view.as_(Reality.FEARED)
        if view.only_named:
            self.named.append(trigger)
        if (keeps and not view.told and view.real) or view.only_named:
            return None
        behind, end = complements(line, place + 1, ceiling)
        behind = own_part(line, behind)
        if nominal.predicate is not None:
            more, end = complements(line, nominal.predicate, ceiling)
            kept = line.low(nominal.predicate - 1) in RECORDED
            more = tuple(piece for piece in more if not (kept and piece.prep == "by"))
            behind = (*behind, *own_part(line, more))
        doer = self._doer(nominal.light, nominal.frame, floor) or self._behind(
            nominal.first, floor, trigger
        )
        if (carried := carried_behind(line, place, ceiling)) is not None:
            doer, behind, end = carried.doer, own_part(line, carried.behind), carried.end
        own = Piece("", self._own_first(nominal.first, place), place)
        before = leading_places(line, min(nominal.first, nominal.frame.first), floor)
        roles = noun_roles(line, trigger, own, doer, behind, before)
        if not roles.at:
            roles = roles._replace(at=self._under(nominal.first, floor))
        first = min(nominal.first, nominal.frame.first)
        if view.real:
            operator = clause_operator(line, first, bare=False)
            view = view.under(operator, keeps=keeps) if operator else view
        view = view._replace(
            extent=extent_of(line, view, trigger, place, nominal.frame, (own,), behind)
        )
        if self._is_agent(place, roles):
            return None
        return self._made(
            trigger, place, view, roles, first, end, doer, nominal.frame, governor=nominal.light
        )

    def _is_agent(self, place: int, roles: Roles) -> bool:
        """Give a verb what its agent tells, where that is this noun: "was hit by X's mortar fire"."""
        for number, told in enumerate(self.told):
            if told.passive and any(piece.first <= place < piece.last for piece in told.agents):
                by = told.roles.by or roles.by
                with_ = (*told.roles.with_, *roles.with_)
                self.told[number] = told._replace(roles=told.roles._replace(by=by, with_=with_))
                return told.trigger.key != "kill"
        return False

    def _own_first(self, first: int, place: int) -> int:
        """Give where the noun's own phrase begins: of a chain of nouns, behind the last "of"."""
        for at in range(place - 1, first - 1, -1):
            if self.line.part(at) in (tag.PREPOSITION, tag.TO) or self.line.is_verb(at):
                return at + 1
        return max(first, 0) if first <= place else place

    def _behind(self, first: int, floor: int, trigger: Trigger) -> tuple[Piece, ...]:
        """Give who is behind what a noun names, or in it: "X was behind the attack", "is in compliance"."""
        line = self.line
        word = first - 1
        while line.part(word) in (tag.DATE, tag.OWNS, tag.DETERMINER):
            word -= 1
        if line.low(word) != ("in" if trigger.key == "implement" else "behind"):
            return ()
        be = word - 1
        while line.part(be) == tag.ADVERB:
            be -= 1
        if line.part(be) != tag.BE or line.low(be).endswith("n't"):
            return ()
        group = group_before(line, be + 1, floor)
        clear = not (group.negations or group.modal)
        return subject_before(line, group.first, floor).pieces if clear else ()

    def _under(self, first: int, floor: int) -> tuple[Locality, ...]:
        """Give the places that came under what a noun names: "P and Q came under X's shelling"."""
        line = self.line
        if line.low(first - 1) != "under" or line.low(first - 2) not in _COMES:
            return ()
        group = group_before(line, first - 2, floor)
        if group.negations or group.modal:
            return ()
        return places_in(line, subject_before(line, group.first, floor).pieces)

    def _doer(self, light: int | None, frame: Frame, floor: int) -> tuple[Piece, ...]:
        """Give the subject of the verb that carries the noun."""
        if light is None:
            return ()
        if frame.subject is not None:
            return tuple(
                piece._replace(prep="") if not at else piece
                for at, piece in enumerate(frame.subject)
            )
        line = self.line
        subject = NOTHING if frame.shared else subject_before(line, frame.first, floor)
        if subject.kind == "shared" or frame.shared:
            trigger = Trigger(0, 0, "attack", "", form_at(line, light), 0, 0)
            _, subject = self._shared(trigger, light, frame, floor)
        passive = frame.passive
        return () if passive else subject.pieces

    def _made(
        self,
        trigger: Trigger,
        place: int,
        view: View,
        roles: Roles,
        first: int,
        end: int,
        pieces: Sequence[Piece],
        frame: Frame,
        *,
        governor: int | None,
    ) -> Told:
        items = self.line.items
        start = items[max(0, min(first, place))].start
        last = items[max(place, min(end, len(items)) - 1)].end
        return Told(
            trigger=trigger,
            place=place,
            view=view,
            roles=roles,
            start=min(start, trigger.start),
            end=max(last, trigger.end),
            core=min(items[min(frame.first, place)].start, trigger.start),
            first=first,
            last=end,
            pieces=tuple(pieces),
            passive=frame.passive,
            frame=frame,
            governor=governor,
        )


def _alike(form: Form, other: Form) -> bool:
    past = ("past", "participle")
    return form == other or (form in past and other in past)
