"""Makes the findings of one event: the same speech, days and citation on every duty."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from trucewatch.core.finding import WHOLE, Finding, Says
from trucewatch.core.place import Places
from trucewatch.core.reading import Event, Reading, Statement
from trucewatch.core.span import Span
from trucewatch.core.spots import spots_of, told_places
from trucewatch.core.when import Period, edtf
from trucewatch.judge.bearing.says import form_of
from trucewatch.judge.bearing.voices import Speech

_LONGEST_ACT_DAYS = 2
"""What is told of a longer time is no one act."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Everything that the findings of one event share."""

    reading: Reading
    captured: date
    places: Places
    event: Event
    statement: Statement | None
    speech: Speech

    def on_the_whole(self, doer: str | None, says: Says, near: tuple[str, ...] = ()) -> Finding:
        """Make the finding on the agreement as a whole."""
        return self.finding(WHOLE, doer, says, near)

    def finding(self, duty: str, doer: str | None, says: Says, near: tuple[str, ...]) -> Finding:
        """Make the finding on one duty and doer; `near` says why it only almost fits."""
        document, event, speech = self.reading.document, self.event, self.speech
        days = self._days(says)
        citation = event.sentence or event.trigger
        identity = (document.id, event.id, duty, doer or "", says, edtf(days) if days else "")
        return Finding(
            id="r" + hashlib.sha256("\x1f".join(identity).encode()).hexdigest()[:10],
            duty=duty,
            doer=doer,
            says=says,
            days=days,
            said_on=self._said_on(),
            published=document.published,
            known_from=document.published or self.captured,
            voice=speech.voice,
            speaker=speech.speaker,
            unnamed=speech.unnamed,
            chain=speech.chain,
            manner=self.statement.manner if self.statement else None,
            origin=f"{document.id}:{self.statement.id if self.statement else event.id}",
            incident=incident_of(event, days, self.places),
            document=document.id,
            outlet=document.outlet,
            url=document.url,
            words=citation.text,
            span=Span(citation.start, citation.end, citation.text),
            form=form_of(event),
            near=near,
            event=event.id,
            statement=self.statement.id if self.statement else None,
            at=told_places(event.at, self.places),
        )

    def _days(self, says: Says) -> Period | None:
        """Give the days that it is about; what is to come is not about days that are past."""
        days = self.event.when.period if self.event.when else None
        ahead = says in (Says.PROMISE, Says.POSTPONEMENT)
        published = self.reading.document.published or self.captured
        past = days is not None and days.last is not None and days.last < published
        return None if ahead and past else days

    def _said_on(self) -> date | None:
        said = self.statement.said_on if self.statement else None
        return said.period.last if said and said.period else None


def incident_of(event: Event, days: Period | None, places: Places) -> str | None:
    """Name an act by kind, place and first day; None where one of them is not known.

    What is told of whole areas or long times is no one act.
    """
    spots = spots_of(event.at, places)
    if not spots or days is None or days.first is None or days.last is None:
        return None
    if (days.last - days.first).days > _LONGEST_ACT_DAYS:
        return None
    return f"{event.kind} {min(spots)} {days.first}"
