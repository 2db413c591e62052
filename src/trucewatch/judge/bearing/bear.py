"""From a reading to findings: which events bear on which duties, and which almost do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from trucewatch.core.agreement import Duty
from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.core.reading import Event, EventKind, Party, Reading, Statement
from trucewatch.judge.bearing.fits import Fit, fit_doer
from trucewatch.judge.bearing.making import Maker
from trucewatch.judge.bearing.matches import Bearing, bearings
from trucewatch.judge.bearing.reasons import stranger
from trucewatch.judge.bearing.voices import speech_of
from trucewatch.judge.bearing.whole import whole_says


@dataclass(frozen=True, slots=True)
class _Heard:
    """An event, the statement that tells it, and whether that is told again in full below."""

    event: Event
    statement: Statement | None
    retold: bool


def bear(reading: Reading, case: Case, captured: date) -> Iterator[Finding]:
    """Yield what a reading says of every duty, and of the agreement as a whole.

    Headlines and leads that only retell are not heard twice, and a sentence that tells one thing in
    two ways gives one finding. Almost fitting (one part unknown, none wrong) is *near*. `captured` is
    when a document without a date became known.
    """
    body: list[Finding] = []
    retold: list[Finding] = []
    for heard in _heard(reading):
        told = retold if heard.retold else body
        told.extend(_findings(heard, reading, case, captured))
    told_below = {(finding.duty, finding.says) for finding in body if not finding.near}
    new = [each for each in retold if (each.duty, each.says) not in told_below]
    yield from _once([*new, *body])


def _heard(reading: Reading) -> Iterator[_Heard]:
    """Yield the events that tell something; what retells a statement is that statement's word.

    A title's bare words are nobody's.
    """
    statements = {statement.id: statement for statement in reading.statements}
    title_end = _end_of_title(reading)
    for event in reading.events:
        statement = statements.get(event.statement or "")
        in_title = event.trigger.start < title_end
        if statement is None:
            if not in_title:
                yield _Heard(event, None, retold=False)
            continue
        full = statements.get(statement.retells or "")
        yield _Heard(event, full or statement, retold=full is not None or in_title)


def _end_of_title(reading: Reading) -> int:
    titles = [block.span.end for block in reading.document.blocks if block.kind == "title"]
    return max(titles, default=0)


def _findings(heard: _Heard, reading: Reading, case: Case, captured: date) -> Iterator[Finding]:
    event = heard.event
    speech = speech_of(event, heard.statement, reading, case)
    maker = Maker(reading, captured, event, heard.statement, speech)
    for bearing in bearings(event, reading, case):
        for doer, unknown in _lines(event, bearing, case):
            if len(bearing.unknown) + len(unknown) <= 1:
                near = (*bearing.unknown, *unknown)
                yield maker.finding(bearing.duty.id, doer, bearing.says, near)
    says = whole_says(event, reading, case)
    if says is not None:
        doer = event.by[0].actor if event.by else None
        yield maker.on_the_whole(doer, says)


def doers_of(event: Event) -> tuple[Party, ...]:
    """Give whose conduct an event is: who clashed, who moved or was moved, else who did it."""
    if event.kind is EventKind.CLASH:
        return (*event.by, *event.against)
    if event.kind is EventKind.WITHDRAWAL and event.against:
        return event.against
    return event.by


def _lines(
    event: Event, bearing: Bearing, case: Case
) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    """Yield the doers that an event names whose conduct the duty is about; None for none named.

    Somebody of whom the file says nothing here is no doer: what they do is no finding.
    """
    parties = doers_of(event)
    if not parties:
        yield None, ()
    for party in parties:
        if party.actor is None:
            yield None, (stranger(party),)
        elif _is_doer(party.actor, bearing.duty, case):
            yield party.actor, ()


def _is_doer(actor: str, duty: Duty, case: Case) -> bool:
    return fit_doer(actor, duty, case) is Fit.FITS


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what one sentence, or one thing said, tells of a line a second time."""
    seen: set[tuple[object, ...]] = set()
    for finding in sorted(findings, key=lambda each: bool(each.near)):
        told_in = finding.span.start if finding.span else finding.event
        key = (finding.duty, finding.doer, finding.says, told_in, finding.statement)
        lesser = (*key, finding.days) if finding.near == () else key
        if (key in seen and finding.near) or lesser in seen:
            continue
        seen.update((key, lesser))
        yield finding
