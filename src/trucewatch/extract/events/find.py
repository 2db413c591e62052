"""Find the events of a document: one for each trigger, with its parties, places, date and reality."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from typing import Final

from trucewatch.core.actor import ActorKind
from trucewatch.core.case import Case
from trucewatch.core.document import Document
from trucewatch.core.reading import MOVES, DutyTold, Event, EventKind, Party, Reality, Statement
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.extract.events.again.again import (
    as_one_act,
    as_told_before,
    owner_before,
    told_again,
    verb_of,
)
from trucewatch.extract.events.found import Found, Shelf
from trucewatch.extract.events.nearest import held_by, nearest
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.scene import Line, read_line
from trucewatch.extract.events.told import LineReader, Told
from trucewatch.extract.events.what.deploying import posts_meant
from trucewatch.extract.events.what.sense import breaks_truce, is_event
from trucewatch.extract.events.what.senses import COUNTED_BREACH, SENSES, Sense
from trucewatch.extract.events.when.days import Dating, speaker_of
from trucewatch.extract.events.when.series import further_days
from trucewatch.extract.events.where.placing import Roles
from trucewatch.extract.events.where.targets import seen_from, suffered, target_before
from trucewatch.extract.events.whether.amounts import aspect_of
from trucewatch.extract.events.whether.governing import answers_charge, cue_operator
from trucewatch.extract.events.whether.operators import Operator
from trucewatch.extract.events.whether.views import View
from trucewatch.extract.events.who.likewise import likewise
from trucewatch.extract.events.who.memory import Memory
from trucewatch.extract.events.who.moved import with_moved
from trucewatch.extract.events.who.whose import together_with, with_owners
from trucewatch.extract.lexicons import words

_SAID: Final = frozenset({EventKind.REFUSAL, EventKind.ACCEPTANCE})
_FIGHT: Final = frozenset({EventKind.ATTACK, EventKind.CLASH})
_ACTS: Final = _FIGHT | {EventKind.OPENING, EventKind.CLOSURE}
"""Of these what is only spoken of ("discussed the opening of P") is no event for any reader."""

_SPOTS: Final = words(
    "towns villages areas places districts settlements localities town village area city place district region province spot location zone"
)
_THERE: Final = words("it there them")
_OUT: Final = frozenset({"from", "of", "out of", "in", "inside", "within"})
_BACK: Final = 6
_NO_SUBJECT: Final = frozenset(
    {tag.TO, tag.BE, tag.HAVE, tag.MODAL, tag.DO, tag.ADVERB, tag.NEGATION}
)
"""What a content may open with that has its subject outside."""


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line with the triggers read in it."""

    line: Line
    told: Sequence[Told]
    named: Sequence[Span] = ()
    """Words for fighting, and for roads opened or shut, that is only spoken of."""

    unsaid: Sequence[Span] = ()
    """Nouns for other acts that are only spoken of: whether they happened is not said."""


def read_lines(
    document: Document, sentences: Sequence[Sentence], found: Found
) -> tuple[ToldLine, ...]:
    """Read every sentence of the title and paragraphs that reports anything, in order."""
    shelf = Shelf(found)
    lines = []
    for sentence in sentences:
        line = read_line(document.text, sentence, shelf.within(sentence.span))
        if line is not None:
            reader = LineReader(line, list(_bounds(line)))
            told = reader.read()
            named = [Span.cut(line.text, each.start, each.end) for each in reader.named]
            acts = [SENSES[each.key].kind in _ACTS for each in reader.named]
            unsaid = tuple(compress(named, (not act for act in acts)))
            lines.append(ToldLine(line, told, tuple(compress(named, acts)), unsaid))
    return tuple(lines)


def _bounds(line: Line) -> Iterator[tuple[int, int]]:
    """Yield the items between which each trigger's clause lies: what somebody said, or the line."""
    for trigger, place in line.triggers:
        first, last = 0, len(line.items)
        for statement in line.found.statements:
            for content in statement.content:
                if content.start <= trigger.start and trigger.end <= content.end:
                    first, last = _between(line, content, place)
        yield first, last


def _between(line: Line, content: Span, place: int) -> tuple[int, int]:
    """Give the items of a content; one that opens with *to* or an -ing form has no subject in it."""
    first, last = place, place + 1
    while first > 0 and line.items[first - 1].start >= content.start:
        first -= 1
    while last < len(line.items) and line.items[last].end <= content.end:
        last += 1
    if line.part(first) in _NO_SUBJECT or line.is_verb(first):
        first = 0
    return first, last


def find_events(
    document: Document,
    found: Found,
    lines: Sequence[ToldLine],
    duties: Iterable[DutyTold] = (),
    case: Case | None = None,
) -> tuple[Event, ...]:
    """Find every event that the lines report, in the order of the text.

    What the report tells the agreement to ask (`duties`) is never an event. Unknown parties, places
    and dates stay empty.
    """
    asked = {(duty.what.start, duty.span.start) for duty in duties}
    outlet = case.outlets.by_id.get(document.outlet or "") if case is not None else None
    writer = case.own_site_of(document.outlet) if case is not None else None
    memory = Memory(found.mentions, writer, is_news=outlet is not None, armed=_armed(case))
    finder = _Finder(document, memory, {start for start, _ in asked})
    for each in lines:
        finder.take(each)
    return tuple(finder.events)


def _armed(case: Case | None) -> frozenset[str]:
    if case is None:
        return frozenset()
    actors = case.actors.by_id.values()
    return frozenset(actor.id for actor in actors if actor.kind is ActorKind.ARMED_GROUP)


@dataclass(slots=True)
class _Finder:
    """Makes events of what was read, line by line; earlier ones lend their doer and day."""

    document: Document
    memory: Memory
    asked: set[int]
    events: list[Event] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)
    speakers: list[str | None] = field(default_factory=list)

    def take(self, read: ToldLine) -> None:
        """Add the events of a line."""
        line = read.line
        dating = Dating(
            document=self.document,
            sentence=line.sentence,
            dates=line.found.dates,
            earlier=tuple(self.events[-_BACK:]),
            paragraphs=tuple(self.paragraphs[-_BACK:]),
            speakers=tuple(self.speakers[-_BACK:]),
        )
        siblings: list[Event] = []
        for told in read.told:
            if told.trigger.start in self.asked:
                continue
            told, same = self._completed(line, told, siblings)
            if not is_event(line, told):
                continue
            event = self._event(line, told, dating, siblings, same)
            acts = [event, *self._on_further_days(event, line, dating, len(siblings))]
            if others := likewise(line, told):
                number = len(self.events) + len(siblings) + len(acts) + 1
                acts.append(replace(event, id=f"e{number}", by=others, with_=(), figures=()))
            siblings += acts
            spoken = self._statement(line, told)
            self.memory.note(line.sentence.index, event.by, spoken)
            self.speakers += [speaker_of(spoken)] * len(acts)
        self.events.extend(siblings)
        self.paragraphs.extend([line.sentence.paragraph] * len(siblings))

    def _on_further_days(
        self, event: Event, line: Line, dating: Dating, siblings: int
    ) -> Iterator[Event]:
        """Yield an act once more for each further day that it is told for, without its figures."""
        days = further_days(line.text, line.found.dates, event)
        first = len(self.events) + siblings + 2
        for number, when in enumerate(days, start=first):
            recap = dating.is_recap(when)
            yield replace(event, id=f"e{number}", when=when, recap=recap, figures=())

    def _completed(
        self, line: Line, told: Told, siblings: Sequence[Event]
    ) -> tuple[Told, Event | None]:
        """Give an event what a pronoun, a description or an earlier mention of it stands for."""
        statement = self._statement(line, told)
        roles = self.memory.specific(line, told.roles)
        if not roles.by and told.pieces and not told.passive:
            meant = self.memory.meant(line, told.pieces, statement)
            roles = _acting(roles, meant, told) if meant else roles
        roles = with_owners(line, told._replace(roles=roles), self.memory, statement)
        roles = with_moved(line, told._replace(roles=roles), self.memory, statement)
        if posts := posts_meant(line, told._replace(roles=roles)):
            roles = roles._replace(with_=posts, kinds=roles.kinds | {"observation_post"})
        before = [*self.events[-_BACK:], *siblings]
        roles = _of_its_own(told, _placed(line, told, roles, before), before)
        told = told._replace(roles=roles)
        owners = owner_before(told, line, before)
        told = told._replace(roles=roles._replace(by=owners)) if owners else told
        act = verb_of(line, told, siblings)
        if act is not None and act.by and not told.roles.by:
            together = together_with(line, told)
            return told._replace(roles=as_one_act(told.roles, act, together)), act
        speaker = speaker_of(statement)
        told_by = self.speakers[len(self.speakers) - len(before) :]
        same = told_again(line, told, before, [each != speaker for each in told_by])
        if same is not None:
            told = told._replace(roles=as_told_before(told, same))
        return told, same

    def _statement(self, line: Line, told: Told) -> Statement | None:
        """Give the statement that tells an event; of one that is itself said, the one it is."""
        at = (told.trigger.start, told.trigger.end)
        if told.kind in _SAID:
            for statement in line.found.statements:
                if any(cue.start <= at[0] and at[1] <= cue.end for cue in statement.cue):
                    return statement
        return nearest(held_by(line.found.statements, *at))

    def _event(
        self,
        line: Line,
        told: Told,
        dating: Dating,
        siblings: Sequence[Event],
        same: Event | None,
    ) -> Event:
        sense = _sense(line, told)
        statement = self._statement(line, told)
        view = _under_cue(line, told.view, statement, told)
        roles = told.roles
        aspect = aspect_of(line, view, told.trigger, told.place, told.first, told.last)
        when = dating.when(told, aspect, statement, siblings, same)
        return Event(
            id=f"e{len(self.events) + len(siblings) + 1}",
            kind=sense.kind,
            plover=(sense.plover, sense.mode),
            acled=sense.acled,
            reality=view.reality,
            aspect=aspect,
            recap=dating.is_recap(when),
            trigger=Span.cut(line.text, told.trigger.start, told.trigger.end),
            by=roles.by,
            against=roles.against,
            with_=_once(roles.with_),
            from_=tuple(dict.fromkeys(roles.from_)),
            at=tuple(dict.fromkeys(place for place in roles.at if place not in roles.from_)),
            when=when,
            figures=tuple(
                figure.id
                for figure in line.found.figures
                if told.start <= figure.span.start and figure.span.end <= told.end
            ),
            statement=statement.id if statement else None,
            extent=view.extent,
            confidence=0.6 if roles.by else 0.4,
            sentence=line.sentence.span,
            ahead=view.ahead and view.reality is Reality.NEGATED,
        )


def _sense(line: Line, told: Told) -> Sense:
    return SENSES["breach"] if breaks_truce(line, told) else SENSES[told.trigger.key]


def _once(parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(parties))


def _placed(line: Line, told: Told, roles: Roles, before: Sequence[Event]) -> Roles:
    """Give "left it" and "still there" the place of the event told before."""
    aimed = target_before(line, told, before) if told.kind in _FIGHT else ()
    if aimed:
        return roles._replace(at=aimed)
    if told.kind in _FIGHT and not any(place.place for place in roles.at):
        seen = seen_from(line, told) or suffered(line, told)
        if seen:
            return roles._replace(at=seen)
        return _at_the_same(line, told, roles, before)
    if roles.from_ or roles.at:
        return roles
    if told.kind not in MOVES | {EventKind.SEIZURE}:
        return roles
    near = {line.low(at) for at in range(told.place + 1, min(told.place + 5, len(line.items)))}
    if told.kind is EventKind.SEIZURE:
        taken = (event.at for event in reversed(before) if event.at and near & _THERE)
        return roles._replace(at=next(taken, ()))
    if not near & _THERE and not _points_back(line, told):
        return roles
    for event in reversed(before):
        places = (*event.from_, *event.at)
        if event.kind in MOVES and places:
            leaves = told.kind is EventKind.WITHDRAWAL
            return roles._replace(from_=places) if leaves else roles._replace(at=places)
    for event in reversed(before) if told.trigger.key == "remain" else ():
        if event.kind is EventKind.CONSTRUCTION and event.at:
            return roles._replace(at=event.at)
    return roles


def _of_its_own(told: Told, roles: Roles, before: Sequence[Event]) -> Roles:
    """Give "had not moved any of its own" the things that were moved before."""
    if told.kind not in MOVES or roles.with_ or not {"own", "theirs"} & roles.direct:
        return roles
    moved = (event.with_ for event in reversed(before) if event.kind in MOVES and event.with_)
    return roles._replace(with_=next(moved, ()))


def _points_back(line: Line, told: Told) -> bool:
    """Tell whether "out of it", "from there" stands somewhat further behind: "moved a tank out of it"."""
    behind = range(told.place + 2, min(told.place + 10, len(line.items)))
    return any(line.low(at) in _THERE and line.low(at - 1) in _OUT for at in behind)


def _at_the_same(line: Line, told: Told, roles: Roles, before: Sequence[Event]) -> Roles:
    """Give "in the same town", and a further count of violations, the place told before.

    Of none at all the place is not where the others were.
    """
    items = range(told.place + 1, min(told.place + 12, len(line.items)))
    same = any(
        (line.low(at) == "same" and line.low(at + 1) in _SPOTS)
        or (" same " in f" {line.low(at)} " and line.low(at).split()[-1] in _SPOTS)
        for at in items
    )
    none = told.view.reality is Reality.NEGATED
    counted = told.trigger.key == "breach" and not (roles.at or roles.from_ or none)
    for event in reversed(before):
        alike = event.kind in _FIGHT and (same or event.plover[1] == COUNTED_BREACH)
        if (same or counted) and alike and event.at:
            return roles._replace(at=event.at)
    return roles


def _acting(roles: Roles, meant: tuple[Party, ...], told: Told) -> Roles:
    if told.trigger.lemma.startswith(("come ", "be under")):
        return roles._replace(against=meant)
    return roles._replace(by=meant)


def _under_cue(line: Line, view: View, statement: Statement | None, told: Told) -> View:
    """Put an event under the cue of what was said: "denied", "hoped"; once, where both are near."""
    if statement is None or not view.real:
        return view
    if view.accused and statement.source:
        return view._replace(reality=Reality.ASSERTED)
    for cue in statement.cue:
        if cue.start < told.trigger.end and told.trigger.start < cue.end:
            continue
        operator = cue_operator(cue.text, line.text[line.sentence.span.start : cue.start])
        if operator is None and answers_charge(cue.text, statement.content[0].text):
            operator = Operator.DENIED
        if operator is Operator.DEMANDED and _is_question(cue.text, statement.content[0].text):
            return view.under(Operator.DISTANCED, keeps=False)
        asked = operator is Operator.DEMANDED and _asks_on(statement, told)
        if operator is not None and (asked or _is_main(statement, told)):
            return view.under(operator, keeps=False)
    return view


def _asks_on(statement: Statement, told: Told) -> bool:
    """Tell whether a demand goes on to an event: "called on all to lay down arms and to leave P"."""
    return any(
        content.start <= told.trigger.start < content.end
        and _AND_TO.search(content.text[: told.trigger.start - content.start]) is not None
        for content in statement.content
    )


_AND_TO: Final = re.compile(r"\b(?:and|or)\s(?:\w+ly\s|also\s)?to\s[^.;:\"“”]*$", re.IGNORECASE)


def _is_question(cue: str, content: str) -> bool:
    """Tell whether it is asked if something happened: "asked whether X had left"."""
    return cue.lower().endswith("whether") or content.lower().startswith("whether ")


def _is_main(statement: Statement, told: Told) -> bool:
    """Tell whether an event is what a statement says first."""
    return any(content.start <= told.start <= content.start + 80 for content in statement.content)
