"""From a reading to findings: which events bear on which duties, and which almost do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from trucewatch.core.agreement import Duty, DutyType
from trucewatch.core.case import Case
from trucewatch.core.finding import Finding, Says
from trucewatch.core.reading import Event, EventKind, Party, Reading, Statement
from trucewatch.judge.assign import STATE_WORDS
from trucewatch.judge.bearing.apart import told_apart
from trucewatch.judge.bearing.beside import worth_listing
from trucewatch.judge.bearing.charges import answered, with_charge
from trucewatch.judge.bearing.cited import only_cited
from trucewatch.judge.bearing.counts import since_signing
from trucewatch.judge.bearing.doerless import without_echoes
from trucewatch.judge.bearing.fits import Fit, fit_doer
from trucewatch.judge.bearing.making import Maker
from trucewatch.judge.bearing.many import excepted, is_excepted, only_one, perhaps_own, rest_of
from trucewatch.judge.bearing.matches import Bearing, bearings
from trucewatch.judge.bearing.reasons import stranger
from trucewatch.judge.bearing.voices import answered_charges, denied_charge, speech_of
from trucewatch.judge.bearing.whole import whole_doer, whole_says


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
    events: dict[str, Event] = {}
    for heard in _heard(reading, case):
        told = retold if heard.retold else body
        told.extend(_findings(heard, reading, case, captured))
        events[heard.event.id] = heard.event
    below = [finding for finding in body if not finding.near]
    new = [each for each in retold if not any(_tells_again(each, told, case) for told in below)]
    events |= {event.id: event for event in reading.events}
    yield from told_apart(
        worth_listing(without_echoes(_dated(_once([*new, *body])), case), events, case), case
    )


def _tells_again(retold: Finding, told: Finding, case: Case) -> bool:
    """Tell whether the body has what a headline or lead tells: the same, not of others apart."""
    unsaid = (retold.says, told.says) == (Says.NO_ACT, Says.DENIES)
    if retold.duty != told.duty or not (retold.says is told.says or unsaid):
        return False
    if retold.near or retold.doer is None or told.doer is None:
        return True
    return bool(_taken_in(retold.doer, case) & _taken_in(told.doer, case))


def _taken_in(doer: str, case: Case) -> set[str]:
    """Give all that a doer may stand for: members of a class word, bodies, umbrellas."""
    named = case.actors.classes[doer].takes_in if doer in case.actors.classes else (doer,)
    everybody = {body for name in named for body in case.actors.bodies(name)}
    return everybody | {whole for name in named for whole in case.actors.umbrellas(name)}


def _heard(reading: Reading, case: Case) -> Iterator[_Heard]:
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
        retold = full is not None or in_title
        for charged, charge in answered_charges(event, statement, reading):
            yield _Heard(charged, charge, retold=retold)
        event, told = denied_charge(event, full or statement, case)
        yield _Heard(with_charge(event, told, reading, case), told, retold=retold)
    for event, told in answered(reading, case):
        in_title = event.trigger.start < title_end
        yield _Heard(event, told, retold=in_title or told.retells is not None)


def _end_of_title(reading: Reading) -> int:
    titles = [block.span.end for block in reading.document.blocks if block.kind == "title"]
    return max(titles, default=0)


def _findings(heard: _Heard, reading: Reading, case: Case, captured: date) -> Iterator[Finding]:
    event = since_signing(heard.event, reading, case)
    speech = speech_of(event, heard.statement, reading, case)
    maker = Maker(reading, captured, case.places, event, heard.statement, speech)
    for bearing in bearings(event, reading, case):
        for doer, unknown in _lines(event, bearing, reading, case):
            if _only_forecast(event, bearing, doer, speech.voice, case):
                continue
            unknown = (
                unknown
                or perhaps_own(event, doer or "", bearing.says, speech.voice, case)
                or only_cited(event, heard.statement, bearing.says, doer, case)
            )
            if len(bearing.unknown) + len(unknown) <= 1:
                near = (*bearing.unknown, *unknown)
                yield maker.finding(bearing.duty.id, doer, bearing.says, near)
    says = whole_says(event, reading, case)
    if says is not None:
        doer = whole_doer(event, case)
        many = event.by[:1] if doer in case.actors.classes else ()
        near = tuple(why for party in many for why in only_one(event, party, says))
        yield maker.on_the_whole(doer, says, near)


def _only_forecast(
    event: Event, bearing: Bearing, doer: str | None, voice: str | None, case: Case
) -> bool:
    """Tell whether somebody foresees what is not for them to promise.

    What nobody is named for is promised by those whose duty it is; that a doer will not give up what
    it has, by that doer.
    """
    duty = bearing.duty
    if bearing.says is not Says.PROMISE or duty.type is DutyType.REFRAIN:
        return False
    if doer is not None and not event.ahead:
        return False
    bound = {*duty.doers, *duty.owed_by}
    promise = {doer, *bound & set(case.actors.bodies(doer))} if doer is not None else bound
    return voice is None or not any(case.actors.speaks_as(voice, each) for each in promise)


def doers_of(event: Event) -> tuple[Party, ...]:
    """Give whose conduct an event is: who clashed, who moved or was moved, else who did it."""
    if event.kind is EventKind.CLASH:
        return (*event.by, *event.against)
    if event.kind is EventKind.WITHDRAWAL and event.against:
        return event.against
    if event.kind is EventKind.DEPLOYMENT and not event.by:
        return event.against
    if event.kind is EventKind.PATROL and event.by:
        return (*event.by, *(each for each in event.with_ if each.actor))
    return event.by


def _lines(
    event: Event, bearing: Bearing, reading: Reading, case: Case
) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    """Yield the doers that an event names whose conduct the duty is about; None for none named.

    Somebody of whom the file says nothing here is no doer: what they do is no finding. An act by X
    "and other militants" is X's: its other doers leave no line of its own.
    """
    parties = doers_of(event)
    if not parties:
        yield None, ()
    named = [each for each in parties if _is_named_doer(each, bearing.duty, case)]
    if named and bearing.says is Says.ACT:
        parties = tuple(each for each in parties if each.actor not in case.actors.classes)
    for party in parties:
        if is_excepted(event, party, reading.mentions, case):
            rest = rest_of(event, party, reading.mentions, case)
            out = excepted(event, reading.mentions, case)
            yield from ((each, ()) for each in _others(rest, out, bearing.duty, case))
            continue
        if party.actor is None:
            yield None, (stranger(party, reading.mentions, case),)
        elif _is_doer(party.actor, bearing.duty, case):
            many = party.actor in case.actors.classes
            out = excepted(event, reading.mentions, case) if many else frozenset()
            if many and out:
                yield from ((each, ()) for each in _others(party.actor, out, bearing.duty, case))
                continue
            yield party.actor, only_one(event, party, bearing.says) if many else ()


def _others(many: str | None, out: frozenset[str], duty: Duty, case: Case) -> Iterator[str]:
    """Yield the doers that a word for many takes in, without those that are left out."""
    for member in case.actors.classes[many].takes_in if many is not None else ():
        if not out & set(case.actors.bodies(member)) and _is_doer(member, duty, case):
            yield member


def _is_named_doer(party: Party, duty: Duty, case: Case) -> bool:
    known = party.actor is not None and party.actor not in case.actors.classes
    return known and _is_doer(party.actor or "", duty, case)


def _is_doer(actor: str, duty: Duty, case: Case) -> bool:
    return fit_doer(actor, duty, case) is Fit.FITS


def _dated(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out a state told without a day where the same voice tells it of a day: the lead of it."""
    listed = list(findings)
    dated = [each for each in listed if each.says in STATE_WORDS and each.days and not each.near]
    for finding in listed:
        again = finding.days is None and any(
            (each.duty, each.says, each.voice) == (finding.duty, finding.says, finding.voice)
            and each.doer in (finding.doer, None)
            and finding.said_on in (None, each.said_on)
            for each in dated
        )
        if finding.voice is None or not again:
            yield finding


def _telling(finding: Finding) -> tuple[object, ...]:
    told_in = finding.span.start if finding.span else finding.event
    return (finding.duty, finding.says, told_in, finding.statement)


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what one sentence, or one thing said, tells of a line a second time.

    A state of nobody's is told a second time where the sentence names whose it is.
    """
    listed = sorted(findings, key=lambda each: bool(each.near))
    named = {_telling(each) for each in listed if each.doer is not None and not each.near}
    seen: set[tuple[object, ...]] = set()
    for finding in listed:
        state = finding.doer is None and finding.says in STATE_WORDS and not finding.at
        if state and finding.says is not Says.NOT_DONE and _telling(finding) in named:
            continue
        told_in = finding.span.start if finding.span else finding.event
        key = (finding.duty, finding.doer, finding.says, told_in, finding.statement)
        lesser = (*key, finding.days) if finding.near == () else key
        if (key in seen and finding.near) or lesser in seen:
            continue
        seen.update((key, lesser))
        yield finding
