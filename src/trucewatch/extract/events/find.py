"""Find the events of a document: one for each trigger, with its parties, places, date and reality."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from trucewatch.core.document import Document
from trucewatch.core.reading import (
    Aspect,
    DutyTold,
    Event,
    EventKind,
    Figure,
    Locality,
    Mention,
    Party,
    Reality,
    Statement,
)
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.core.when import Period, TimeExpression, When, edtf
from trucewatch.extract.events.clauses import Stretch, clause_of, neighbours
from trucewatch.extract.events.parties import roles_of
from trucewatch.extract.events.reality import aspect_of, extent_of, reality_of
from trucewatch.extract.events.triggers import SENSES, Trigger, find_triggers

RECAP_DAYS: Final = 21
"""What happened longer before the report is told again, not news."""

_FROM = re.compile(
    r"\b(?:from|out\sof|leav(?:e|es|ing)|left|vacat\w+|evacuat\w+|abandon\w*)\s(?:the\s|a\s|an\s|all\s|[\w-]{1,20}\s){0,4}$",
    re.IGNORECASE,
)
_DENYING = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject\w*|refut\w+|dismiss\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What earlier steps found in a document, for events to draw on."""

    mentions: Sequence[Mention]
    localities: Sequence[Locality]
    dates: Sequence[TimeExpression]
    figures: Sequence[Figure]
    statements: Sequence[Statement]
    duties: Sequence[DutyTold]


def find_events(
    document: Document, sentences: Sequence[Sentence], found: Found
) -> tuple[Event, ...]:
    """Find every event that the title and paragraphs report, in the order of the text.

    What the report tells the agreement to ask (`found.duties`) is never an event. Unknown parties,
    places and dates stay empty.
    """
    events: list[Event] = []
    for sentence in sentences:
        inside = _within(found, sentence.span)
        reader = _SentenceReader(document, sentence, inside, events)
        events.extend(reader.read())
    return tuple(events)


def _within(found: Found, span: Span) -> Found:
    return Found(
        mentions=[item for item in found.mentions if span.holds(item.span)],
        localities=[item for item in found.localities if span.holds(item.span)],
        dates=[item for item in found.dates if span.holds(item.span)],
        figures=[item for item in found.figures if span.holds(item.span)],
        statements=[item for item in found.statements if any(span.meets(c) for c in item.content)],
        duties=[item for item in found.duties if span.meets(item.span)],
    )


class _SentenceReader:
    """Reads one sentence; earlier events of the document lend their subject and day."""

    def __init__(
        self, document: Document, sentence: Sentence, found: Found, earlier: Sequence[Event]
    ) -> None:
        self.document = document
        self.text = document.text
        self.sentence = sentence
        self.found = found
        self.earlier = earlier

    def read(self) -> list[Event]:
        span = self.sentence.span
        triggers = [
            trigger
            for trigger in find_triggers(self.text, span.start, span.end)
            if not self._told_as_duty(trigger) and not self._in_a_name(trigger)
        ]
        events: list[Event] = []
        subject: tuple[Party, ...] = ()
        clause: Stretch | None = None
        for place, trigger in enumerate(triggers):
            first, last = self._bounds(trigger)
            stretch = clause_of(self.text, first, last, trigger)
            lent = subject if clause == stretch or self._joined(triggers, place) else ()
            if stretch.relative:
                lent = self._antecedent(stretch)
            event = self._event(
                trigger, stretch, neighbours(triggers, place, stretch), lent, events
            )
            events.append(event)
            subject, clause = event.by or lent, stretch
        return events

    def _bounds(self, trigger: Trigger) -> tuple[int, int]:
        """Give the stretch in which a trigger's clause lies: what somebody said, or the sentence."""
        span = self.sentence.span
        for statement in self.found.statements:
            for content in statement.content:
                if content.start <= trigger.start and trigger.end <= content.end:
                    return max(span.start, content.start), min(span.end, content.end)
        return span.start, span.end

    def _told_as_duty(self, trigger: Trigger) -> bool:
        return any(
            duty.span.start <= trigger.start and trigger.end <= duty.span.end
            for duty in self.found.duties
        )

    def _in_a_name(self, trigger: Trigger) -> bool:
        return any(
            mention.kind != "weapon"
            and mention.span.start <= trigger.start
            and trigger.end <= mention.span.end
            for mention in self.found.mentions
        )

    def _joined(self, triggers: Sequence[Trigger], place: int) -> bool:
        if not place:
            return False
        between = self.text[triggers[place - 1].end : triggers[place].start]
        return bool(re.search(r"\b(?:and|then)\s(?:\w{2,12}\s){0,2}$", between))

    def _antecedent(self, stretch: Stretch) -> tuple[Party, ...]:
        before = [
            mention
            for mention in self.found.mentions
            if mention.span.end <= stretch.start + 1
            and mention.kind in ("armed_group", "organisation", "state", "person")
        ]
        return tuple(Party(span=m.span, actor=m.id) for m in before[-1:])

    def _event(
        self,
        trigger: Trigger,
        stretch: Stretch,
        reach: tuple[int, int],
        lent: tuple[Party, ...],
        siblings: Sequence[Event],
    ) -> Event:
        sense = SENSES[trigger.key]
        statement = self._statement(trigger)
        roles = roles_of(self.text, trigger, reach, self.found.mentions, stretch.holes, lent)
        aspect = aspect_of(self.text, stretch.start, stretch.end, trigger)
        when = self._when(trigger, stretch, aspect, statement, siblings)
        from_, at = self._places(trigger, stretch)
        denied = statement is not None and self._denies(statement)
        return Event(
            id=f"e{len(self.earlier) + len(siblings) + 1}",
            kind=sense.kind,
            plover=(sense.plover, sense.mode),
            acled=sense.acled,
            reality=reality_of(self.text, reach[0], stretch.start, trigger, denied),
            aspect=aspect,
            recap=self._is_recap(when),
            trigger=Span.cut(self.text, trigger.start, trigger.end),
            by=roles.by,
            against=roles.against,
            with_=roles.with_,
            from_=from_,
            at=at,
            when=when,
            figures=tuple(
                figure.id
                for figure in self.found.figures
                if stretch.start <= figure.span.start and figure.span.end <= stretch.end
            ),
            statement=statement.id if statement else None,
            extent=extent_of(self.text, *reach),
            confidence=0.6 if roles.by else 0.4,
            sentence=self.sentence.span,
        )

    def _statement(self, trigger: Trigger) -> Statement | None:
        for statement in self.found.statements:
            if any(c.start <= trigger.start and trigger.end <= c.end for c in statement.content):
                return statement
        return None

    def _denies(self, statement: Statement) -> bool:
        return any(_DENYING.search(cue.text) for cue in statement.cue)

    def _places(
        self, trigger: Trigger, stretch: Stretch
    ) -> tuple[tuple[Locality, ...], tuple[Locality, ...]]:
        inside = [
            place
            for place in self.found.localities
            if stretch.holds(place.span.start, place.span.end)
        ]
        from_ = [place for place in inside if self._is_from(trigger, place)]
        return tuple(from_), tuple(place for place in inside if place not in from_)

    def _is_from(self, trigger: Trigger, place: Locality) -> bool:
        before = self.text[max(self.sentence.span.start, place.span.start - 60) : place.span.start]
        if re.match(r"(?:from|out of)\b", place.span.text, re.IGNORECASE):
            return True
        match = _FROM.search(before)
        if match is None:
            return False
        verb = not re.match(r"from|out\s", match.group(), re.IGNORECASE)
        return trigger.kind is EventKind.WITHDRAWAL or not verb

    def _when(
        self,
        trigger: Trigger,
        stretch: Stretch,
        aspect: Aspect,
        statement: Statement | None,
        siblings: Sequence[Event],
    ) -> When | None:
        said = statement.said_on if statement else None
        own = [date for date in self._dates(said) if date.type in ("DATE", "TIME", "DURATION")]
        near = [d for d in own if stretch.start <= d.span.start and d.span.end <= stretch.end]
        for candidates in (near, own):
            dated = [date for date in candidates if date.period is not None]
            if dated:
                best = min(dated, key=lambda date: abs(date.span.start - trigger.start))
                return When(edtf=best.edtf, period=best.period, span=best.span, basis=best.basis)
            if candidates:
                open_ = min(candidates, key=lambda date: abs(date.span.start - trigger.start))
                return When(edtf=None, period=None, span=open_.span, basis=open_.basis)
        if aspect is Aspect.ONGOING:
            return self._day_said(statement)
        return self._inherited(siblings)

    def _dates(self, said: When | None) -> list[TimeExpression]:
        spoken = said.span if said else None
        return [date for date in self.found.dates if date.span != spoken]

    def _day_said(self, statement: Statement | None) -> When | None:
        """Give what goes on the day it is said of: the statement's, else the publication's."""
        if statement is not None and statement.said_on is not None:
            return replace(statement.said_on, basis="inherited")
        if self.document.published is None:
            return None
        day = Period.of(self.document.published)
        return When(edtf=edtf(day), period=day, span=None, basis="given")

    def _inherited(self, siblings: Sequence[Event]) -> When | None:
        """Take the day of the nearest earlier event of this sentence or the one before it."""
        for event in reversed([*self.earlier, *siblings]):
            gap = self.sentence.span.start - event.trigger.end
            if gap > 400 or self._paragraph_of(event) < self.sentence.paragraph - 1:
                return None
            if event.when is not None and event.when.span is not None and event.when.period:
                return replace(event.when, basis="inherited")
        return None

    def _paragraph_of(self, event: Event) -> int:
        """Count back the paragraphs between an event and this sentence."""
        between = self.text[event.trigger.end : self.sentence.span.start]
        return self.sentence.paragraph - len(re.findall(r"\n\s*\n", between))

    def _is_recap(self, when: When | None) -> bool:
        published = self.document.published
        if when is None or when.period is None or when.period.last is None or published is None:
            return False
        return when.period.last < published - timedelta(days=RECAP_DAYS)


def asserted(events: Iterable[Event]) -> list[Event]:
    """Give the events that the text says happened."""
    return [event for event in events if event.reality is Reality.ASSERTED]
