"""From a reading to findings: which events bear on which duties, and which almost do."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from trucewatch.core.agreement import Duty, DutyType, EventPattern
from trucewatch.core.case import Case
from trucewatch.core.finding import WHOLE, Finding, Says
from trucewatch.core.reading import Event, EventKind, Party, Reading, Statement
from trucewatch.core.span import Span
from trucewatch.core.when import Period, edtf
from trucewatch.judge.bearing.fits import (
    Fit,
    fit_against,
    fit_days,
    fit_objects,
    fit_places,
    names_matter,
)
from trucewatch.judge.bearing.says import Form, form_of, says_of
from trucewatch.judge.bearing.voices import Speech, speech_of
from trucewatch.judge.bearing.whole import whole_says

_COUNTED_BREACH: Final = "ceasefire-violation"
_TREND: Final = re.compile(
    r"\b(?:fell|fall(?:en|s)?|rise|rose|risen|increas\w+|decreas\w+|drop(?:ped|s)?|declin\w+|fewer|reduc\w+|grew|grown|fold|halved|doubled)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bearing:
    """One event on one duty: what it says, and what of it is not known."""

    duty: Duty
    says: Says
    unknown: tuple[str, ...]


def bear(reading: Reading, case: Case, captured: date) -> Iterator[Finding]:
    """Yield what a reading says of every duty, and of the agreement as a whole.

    Headlines and leads that only retell a statement are not heard twice. Almost fitting (one part
    unknown, none wrong) is *near*. `captured` is when a document without a date became known.
    """
    statements = {statement.id: statement for statement in reading.statements}
    title_end = _end_of_title(reading)
    for event in reading.events:
        statement = statements.get(event.statement or "")
        if statement is not None and statement.retells is not None:
            continue
        if statement is None and event.trigger.start < title_end:
            continue
        speech = speech_of(event, statement, reading, case)
        maker = _Maker(reading, case, captured, event, statement, speech)
        for bearing in bearings(event, reading, case):
            yield from maker.findings(bearing)
        if says := whole_says(event, case):
            yield from maker.on_the_whole(says)


def _end_of_title(reading: Reading) -> int:
    titles = [block.span.end for block in reading.document.blocks if block.kind == "title"]
    return max(titles, default=0)


def bearings(event: Event, reading: Reading, case: Case) -> Iterator[_Bearing]:
    """Yield the duties that an event bears on, or almost; the best pattern of each duty decides."""
    for duty in case.agreement.duties():
        if duty.type is DutyType.DECLARE or fit_days(_days(event), duty) is Fit.WRONG:
            continue
        found = [
            bearing
            for pattern in duty.events
            if pattern.kind == event.kind
            and (bearing := _bearing(event, duty, pattern, reading, case)) is not None
        ]
        if found:
            yield min(found, key=lambda bearing: len(bearing.unknown))


def _days(event: Event) -> Period | None:
    return event.when.period if event.when else None


def _bearing(
    event: Event, duty: Duty, pattern: EventPattern, reading: Reading, case: Case
) -> _Bearing | None:
    says = says_of(event, pattern)
    if says is None:
        return None
    if event.plover[1] == _COUNTED_BREACH:
        return _counted(event, duty, says, reading)
    fits = {
        "what it was done with": fit_objects(event, pattern),
        "where it was": _fit_where(event, duty, pattern, reading, case),
        "whom it was against": fit_against(event.against, pattern.against, case),
    }
    if Fit.WRONG in fits.values():
        return None
    unknown = tuple(f"{part} is not known" for part, fit in fits.items() if fit is Fit.UNKNOWN)
    if says is Says.NO_ACT and event.at:
        unknown = (*unknown, "it speaks of one place, not of the duty's whole place")
    return _Bearing(duty=duty, says=says, unknown=unknown) if len(unknown) <= 1 else None


def _counted(event: Event, duty: Duty, says: Says, reading: Reading) -> _Bearing | None:
    """Read counted violations: more than none is an act, none is no act, a rise or fall neither."""
    if not names_matter(duty, event.trigger.text):
        return None
    counted = [figure for figure in reading.figures if figure.id in event.figures]
    if any(figure.low == 0 and figure.high == 0 for figure in counted) and says is Says.ACT:
        says = Says.NO_ACT
    sentence = event.sentence.text if event.sentence else event.trigger.text
    trend = ("a rise or fall is neither an act nor none",) if _TREND.search(sentence) else ()
    return _Bearing(duty=duty, says=says, unknown=trend)


def _fit_where(
    event: Event, duty: Duty, pattern: EventPattern, reading: Reading, case: Case
) -> Fit:
    """Tell whether an event happened where the duty's file asks.

    A fulfilment that names the duty's own matter and no place ("the withdrawal of heavy weapons is
    complete") speaks of the duty's place, in a document that names the agreement or its zone.
    """
    if pattern.says == "done" and not event.at and not event.from_:
        sentence = event.sentence.text if event.sentence else ""
        if names_matter(duty, sentence) and _names_agreement(reading, case):
            return Fit.FITS
    places = [*event.from_, *event.at]
    if event.kind in (EventKind.WITHDRAWAL, EventKind.DEPLOYMENT, EventKind.PATROL):
        return fit_places(places, pattern.from_ or pattern.at, case)
    at = fit_places(event.at, pattern.at, case)
    return min(at, fit_places(event.from_, pattern.from_, case))


def _names_agreement(reading: Reading, case: Case) -> bool:
    text = reading.document.text.lower()
    if any(name.lower() in text for name in case.agreement.names):
        return True
    return any(
        mention.kind == "zone" or mention.id in case.places.zones for mention in reading.mentions
    )


class _Maker:
    """Makes the findings of one event: same speech, days and citation on every duty."""

    def __init__(
        self,
        reading: Reading,
        case: Case,
        captured: date,
        event: Event,
        statement: Statement | None,
        speech: Speech,
    ) -> None:
        self.reading = reading
        self.case = case
        self.captured = captured
        self.event = event
        self.statement = statement
        self.speech = speech

    def findings(self, bearing: _Bearing) -> Iterator[Finding]:
        """Yield a finding for each doer that the event names, or one for a doer not named."""
        parties = self.event.by
        if not parties:
            yield self.finding(bearing.duty.id, None, bearing.says, bearing.unknown)
            return
        for party in parties:
            doer, unknown = _doer(party)
            if len(bearing.unknown) + len(unknown) <= 1:
                yield self.finding(
                    bearing.duty.id, doer, bearing.says, (*bearing.unknown, *unknown)
                )

    def on_the_whole(self, says: Says) -> Iterator[Finding]:
        """Yield the finding on the agreement as a whole."""
        doer = self.event.by[0].actor if self.event.by else None
        yield self.finding(WHOLE, doer, says, ())

    def finding(self, duty: str, doer: str | None, says: Says, near: tuple[str, ...]) -> Finding:
        document, event, speech = self.reading.document, self.event, self.speech
        days = _days(event)
        citation = event.sentence or event.trigger
        form: Form | None = form_of(event)
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
            incident=incident_of(event, days),
            document=document.id,
            outlet=document.outlet,
            url=document.url,
            words=citation.text,
            span=Span(citation.start, citation.end, citation.text),
            form=form,
            near=near,
            event=event.id,
            statement=self.statement.id if self.statement else None,
        )

    def _said_on(self) -> date | None:
        said = self.statement.said_on if self.statement else None
        return said.period.last if said and said.period else None


def _doer(party: Party) -> tuple[str | None, tuple[str, ...]]:
    if party.actor is not None:
        return party.actor, ()
    name = " ".join(party.span.text.split())
    return None, (f"the case knows no “{name}”",)


def incident_of(event: Event, days: Period | None) -> str | None:
    """Name an act by kind, place and first day; None where one of them is not known.

    What is told of whole areas or long times is no one act.
    """
    places = [place.place for place in event.at if place.place and place.lat is not None]
    if not places or days is None or days.first is None or days.last is None:
        return None
    if (days.last - days.first).days > 2:
        return None
    return f"{event.kind} {min(places)} {days.first}"
