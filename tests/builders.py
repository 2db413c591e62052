"""Builders of core types for tests: each gives a sound one, and takes what the test is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from trucewatch.core.actor import Actor, ActorClass, ActorKind, Actors
from trucewatch.core.agreement import Agreement, Clause, Duty, DutyType
from trucewatch.core.case import Case, CaseState
from trucewatch.core.document import Block, Document, Warning
from trucewatch.core.finding import Finding, Says
from trucewatch.core.outlet import Outlet, Outlets
from trucewatch.core.place import Places, ZoneFact
from trucewatch.core.read_days import ReadDays
from trucewatch.core.reading import (
    Aspect,
    DutyTold,
    Event,
    EventKind,
    Figure,
    Label,
    Link,
    Locality,
    Mention,
    Party,
    Reading,
    Reality,
    Statement,
)
from trucewatch.core.span import Span
from trucewatch.core.when import Period, TimeExpression, When

SIGNED = date(2020, 3, 1)
DEADLINE = date(2020, 3, 20)


def day(number: int) -> date:
    """Give the day `number` days after the signature."""
    return SIGNED + timedelta(days=number)


def so_many_read(on: date, count: int) -> ReadDays:
    """Give so many documents read, all of the day itself."""
    return ReadDays(on, (on,) * count)


def an_actor(actor: str, side: str | None, **more: Any) -> Actor:
    kind = more.pop("kind", ActorKind.STATE)
    return Actor(id=actor, name=actor.title(), kind=kind, side=side, **more)


def some_actors() -> Actors:
    group, person = ActorKind.ARMED_GROUP, ActorKind.PERSON
    actors = [
        an_actor("northland", "north"),
        an_actor("north_ministry", None, kind=ActorKind.MINISTRY, organ_of="northland"),
        an_actor("north_speaker", None, kind=person, speaks_for="north_ministry"),
        an_actor("southland", "south"),
        an_actor("south_ministry", None, kind=ActorKind.MINISTRY, organ_of="southland"),
        an_actor("south_speaker", None, kind=person, speaks_for="south_ministry"),
        an_actor("north_militia", "north", kind=group),
        an_actor("south_militia", "south", kind=group),
        an_actor("north_band", "north", kind=group, member_of=("north_militia",)),
        an_actor("south_band", "south", kind=group, member_of=("south_militia",)),
        an_actor("monitor", "monitor", kind=ActorKind.ORGANISATION),
        an_actor("observer", "observer", kind=ActorKind.ORGANISATION),
        an_actor("stranger", None, kind=ActorKind.ORGANISATION),
    ]
    militias = ActorClass(
        id="militias",
        name="militias (unnamed)",
        words=("militias",),
        takes_in=("north_militia", "south_militia"),
    )
    return Actors(
        sides={side: side for side in ("north", "south", "monitor", "observer")},
        by_id={actor.id: actor for actor in actors},
        classes={"militias": militias},
    )


def a_duty(duty: str, type: DutyType = DutyType.REACH, **more: Any) -> Duty:
    given: dict[str, Any] = {
        "id": duty,
        "clause": duty,
        "type": type,
        "what": "leave the zone",
        "owed_by": ("northland", "southland"),
        "doers": ("north_militia", "south_militia"),
        "where": ("zone",),
        "relation": "at",
        "starts": SIGNED,
        "deadline": DEADLINE if type is DutyType.REACH else None,
    }
    return Duty(**(given | more))


def a_case(*duties: Duty, **more: Any) -> Case:
    duties = duties or (
        a_duty("reach"),
        a_duty("open", deadline=None),
        a_duty("refrain", DutyType.REFRAIN),
        a_duty("keep", DutyType.KEEP),
        a_duty("declare", DutyType.DECLARE),
    )
    agreement = Agreement(
        id="test",
        title="An agreement",
        signed=SIGNED,
        signatories=("northland", "southland"),
        window=7,
        names=("the agreement",),
        clauses=tuple(Clause(id=duty.id, title=duty.what, duties=(duty,)) for duty in duties),
    )
    outlets = [
        Outlet(id="wire", name="Wire", agency=True, family="wire"),
        Outlet(id="daily", name="Daily", family="daily"),
        Outlet(id="ministry_site", name="Ministry site", voice_of="north_ministry"),
    ]
    case = Case(
        id="test",
        agreement=agreement,
        actors=some_actors(),
        outlets=Outlets(by_id={outlet.id: outlet for outlet in outlets}),
        places=Places(by_id={}, zones={}),
        state=CaseState(sha256="0" * 64, files=()),
    )
    return replace(case, **more)


_FINDINGS = iter(range(10**9))


def a_finding(duty: str, doer: str | None, says: Says | str, on: int, **more: Any) -> Finding:
    """Make a finding about day `on`, said and published that day by the monitor."""
    number = next(_FINDINGS)
    voice = more.get("voice", "monitor")
    given: dict[str, Any] = {
        "id": f"f{number:06d}",
        "duty": duty,
        "doer": doer,
        "says": Says(says),
        "days": Period.of(day(on)),
        "said_on": day(on),
        "published": day(on),
        "known_from": day(on),
        "voice": voice,
        "speaker": voice,
        "unnamed": False,
        "chain": ("daily", voice),
        "manner": "indirect",
        "origin": f"o{number:06d}",
        "incident": None,
        "document": f"d{number:06d}",
        "outlet": "daily",
        "url": None,
        "words": "words",
    }
    return Finding(**(given | more))


REPORT = (
    "Shells near the quay\n\nAt least 12 militia shells fell near the quay on 4 March, "
    "the monitor reportedly said."
)


def words(text: str) -> Span:
    """Cut `text` out of the report that `a_reading` reads."""
    start = REPORT.index(text)
    return Span(start, start + len(text), text)


def a_reading(**more: Any) -> Reading:
    """Make a reading of a short report, with one of everything that a reading can hold."""
    when = When(
        edtf="2020-03-04", period=Period.of(day(3)), span=words("4 March"), basis="relative"
    )
    militia = Party(span=words("militia"), actor="north_militia")
    quay = Locality(
        span=words("near the quay"), place="quay", lat=10.5, lon=20.25, precision=0.5,
        zone=ZoneFact(geometry="band", reported="near", km=0.25),
    )  # fmt: skip
    statement = Statement(
        id="s1", content=(words("At least 12 militia shells fell near the quay on 4 March"),),
        cue=(words("said"),), source=(words("the monitor"),), speaker="monitor", for_=None,
        chain=(Link(id="daily", span=None), Link(id="monitor", span=words("the monitor"))),
        manner="indirect", said_on=when, hedges=(words("reportedly"),),
    )  # fmt: skip
    event = Event(
        id="e1", kind=EventKind.ATTACK, plover=("ASSAULT", "artillery"), acled="Shelling",
        reality=Reality.ASSERTED, aspect=Aspect.ONCE, recap=False, trigger=words("fell"),
        by=(militia,), against=(), with_=(Party(span=words("shells"), actor=None),), from_=(),
        at=(quay,), when=when, figures=("f1",), statement="s1", extent="some",
    )  # fmt: skip
    figure = Figure(
        id="f1", span=words("At least 12"), low=12.0, high=None, bound="at_least", unit="shells",
        counts="shells", of=words("militia shells"), cumulative=False, period=when,
        doer="north_militia", statement="s1",
    )  # fmt: skip
    paragraph = Span.cut(REPORT, REPORT.index("At least"), len(REPORT))
    given: dict[str, Any] = {
        "document": Document(
            id="d1", text=REPORT, title="Shells near the quay", outlet="daily",
            url="https://daily.example/quay", published=day(4), language="en",
            blocks=(
                Block(kind="title", span=words("Shells near the quay")),
                Block(kind="paragraph", span=paragraph),
            ),
        ),
        "statements": (statement,),
        "events": (event,),
        "figures": (figure,),
        "dates": (
            TimeExpression(
                span=words("4 March"), type="DATE", value="2020-03-04", edtf="2020-03-04",
                period=Period.of(day(3)), rule="day and month", basis="relative",
            ),
        ),
        "mentions": (
            Mention(span=words("the quay"), kind="place", id="quay", lat=10.5, lon=20.25, precision=0.5),
            Mention(span=words("monitor"), kind="organisation", id="monitor"),
        ),
        "duties": (
            DutyTold(
                who=(militia,), what=words("shells"), from_=words("the quay"), by=when, clause="1",
                span=words("militia shells"),
            ),
        ),
        "labels": (Label(span=words("militia"), actor="north_militia", voice="monitor"),),
        "warnings": (Warning(code="outlet_not_in_case", message="unknown", span=words("shells")),),
        "reader": "rules/1",
        "case": "0" * 64,
    }  # fmt: skip
    return Reading(**(given | more))
