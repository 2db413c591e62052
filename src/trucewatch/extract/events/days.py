"""When an event was: the date of its clause, of its sentence, or of what was told just before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from trucewatch.core.document import Document
from trucewatch.core.reading import Aspect, Event, Reality, Statement
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.core.when import Period, TimeExpression, When, edtf
from trucewatch.extract.events.told import Told

RECAP_DAYS: Final = 21
"""What happened longer before the report is told again, not news."""

_TYPES: Final = ("DATE", "TIME", "DURATION")
_FAR: Final = 400
_BACK: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """What the days of the events of one sentence are read from."""

    document: Document
    sentence: Sentence
    dates: Sequence[TimeExpression]
    earlier: Sequence[Event]
    paragraphs: Sequence[int]
    """The paragraph of each of the earlier events."""

    speakers: Sequence[str | None]
    """Who told each of the earlier events."""

    def when(
        self,
        told: Told,
        aspect: Aspect,
        statement: Statement | None,
        siblings: Sequence[Event],
        same: Event | None = None,
    ) -> When | None:
        """Give when an event was; None where nothing says so.

        The day of saying is not the day of the event, except of what goes on. `same` is the event
        told before that it is, with its day.
        """
        said = statement.said_on if statement else None
        own = [
            date
            for date in self.dates
            if date.type in _TYPES and (said is None or date.span != said.span)
        ]
        free = [date for date in own if _is_free(date, siblings)]
        if same is not None and same.when is not None and same.when.period is not None:
            return replace(same.when, basis="inherited")
        near = [date for date in own if told.core <= date.span.start and date.span.end <= told.end]
        around = [d for d in free if told.start <= d.span.start and d.span.end <= told.end]
        for candidates in (near, around, free):
            dated = [date for date in candidates if date.period is not None]
            if dated:
                return _as_when(_nearest(dated, told))
            if candidates:
                return replace(_as_when(_nearest(candidates, told)), edtf=None, period=None)
        if aspect is Aspect.ONGOING:
            return self._day_said(statement)
        return self._inherited(siblings, statement)

    def _day_said(self, statement: Statement | None) -> When | None:
        """Give what goes on the day it is said of: the statement's, else the publication's."""
        if statement is not None and statement.said_on is not None:
            return replace(statement.said_on, basis="inherited")
        if self.document.published is None:
            return None
        day = Period.of(self.document.published)
        return When(edtf=edtf(day), period=day, span=None, basis="given")

    def _inherited(self, siblings: Sequence[Event], statement: Statement | None) -> When | None:
        """Take the day of the nearest event told before, in this sentence or the ones just before."""
        here = self.sentence.paragraph
        for event in reversed(siblings):
            if _lends(event):
                return replace(event.when, basis="inherited") if event.when else None
        speaker = speaker_of(statement)
        for event, paragraph, told_by in zip(
            reversed(self.earlier[-_BACK:]),
            reversed(self.paragraphs[-_BACK:]),
            reversed(self.speakers[-_BACK:]),
            strict=True,
        ):
            gap = self.sentence.span.start - event.trigger.end
            if gap > _FAR or paragraph < here - 1 or told_by != speaker:
                return None
            if _lends(event):
                return replace(event.when, basis="inherited") if event.when else None
        return None

    def is_recap(self, when: When | None) -> bool:
        """Tell whether an event is old news."""
        published = self.document.published
        if when is None or when.period is None or when.period.last is None or published is None:
            return False
        return when.period.last < published - timedelta(days=RECAP_DAYS)


def speaker_of(statement: Statement | None) -> str | None:
    """Name who tells something, as well as the page lets one; None for the page itself."""
    if statement is None:
        return None
    named = statement.speaker or statement.for_
    return named or " ".join(span.text for span in statement.source)


def _lends(event: Event) -> bool:
    happened = event.reality in (Reality.ASSERTED, Reality.DISTANCED, Reality.NEGATED)
    return (
        happened
        and event.when is not None
        and event.when.span is not None
        and event.when.period is not None
    )


def _is_free(date: TimeExpression, siblings: Sequence[Event]) -> bool:
    """Tell whether a date of the sentence is free for an event: no other has it as its own."""
    return not any(
        event.when is not None and event.when.span == date.span and event.when.basis != "inherited"
        for event in siblings
    )


def _nearest(dates: Sequence[TimeExpression], told: Told) -> TimeExpression:
    place = told.trigger.start
    return min(dates, key=lambda date: abs(_gap(date.span, place)))


def _gap(span: Span, place: int) -> int:
    return span.start - place if span.start >= place else place - span.end


def _as_when(date: TimeExpression) -> When:
    return When(edtf=date.edtf, period=date.period, span=date.span, basis=date.basis)
