from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.core.choice import ActorChoice, RefusedActor
from trucewatch.core.document import Block, Document, Warning
from trucewatch.core.errors import SpanError
from trucewatch.core.place import ZoneFact
from trucewatch.core.reading import (
    Aspect,
    Bound,
    DutyTold,
    Event,
    EventKind,
    Figure,
    Label,
    Link,
    Locality,
    Manner,
    Mention,
    MentionKind,
    Party,
    Reading,
    Reality,
    Statement,
)
from trucewatch.core.reading_back import reading_of
from trucewatch.core.reading_form import SCHEMA, reading_form
from trucewatch.core.span import Span
from trucewatch.core.when import Basis, Period, TimeExpression, When, edtf, period_of
from trucewatch.core.world import WorldChoice, WorldPlace

TITLE = "Herons “hold 🕊 the quay”"
BODY = "The Herons shelled Ashel on 3 April; as many as 12 porters were hurt, a clerk said."
TEXT = f"{TITLE}\r\n\r\n{BODY}"


def cut(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


def party(words: str, actor: str | None) -> Party:
    return Party(span=cut(words), actor=actor)


DAY = When(
    edtf="2021-04-03", period=period_of("2021-04-03"), span=cut("on 3 April"), basis="relative"
)
OPEN = When(edtf="../2021-04-03", period=period_of("../2021-04-03"), span=None, basis="inherited")
UNREAD = When(edtf=None, period=None, span=cut("on 3 April"), basis="stated")
ASHEL = Locality(
    span=cut("Ashel"), place="ashel", lat=20.05, lon=-139.98, precision=0.5,
    zone=ZoneFact(geometry="band", reported="near", km=-0.25),
)  # fmt: skip
NOWHERE = Locality(
    span=cut("quay"), place=None, lat=None, lon=None, precision=None,
    zone=ZoneFact(geometry=None, reported=None, km=None),
)  # fmt: skip


QUAY = WorldPlace(
    name="Quay", kind="city", country="QQ", division="North", latitude=1.5, longitude=-2.5,
    people=900, km=3.5, own=False,
)  # fmt: skip


def full_reading() -> Reading:
    """A reading in which every field of every type holds something, and every optional one nothing."""
    title = Span.cut(TEXT, 0, len(TITLE))
    said = Statement(
        id="s1", content=(cut("as many as 12 porters were hurt"), cut("Ashel")), cue=(cut("said"),),
        source=(cut("a clerk"),), speaker="lantern_relief", for_="crossing_mission",
        chain=(Link(id="dunmere_post", span=None), Link(id=None, span=cut("a clerk")), Link(id=None, span=None)),
        manner="mixed", said_on=DAY, hedges=(cut("as many as"),), insertions=(cut("Ashel"),),
        retells="s2", unnamed=True, confidence=0.75,
    )  # fmt: skip
    bare = Statement(
        id="s2", content=(), cue=(), source=(), speaker=None, for_=None, chain=(),
        manner="direct", said_on=None,
    )  # fmt: skip
    event = Event(
        id="e1", kind=EventKind.ATTACK, plover=("ASSAULT", "heavy-weapons"), acled="Shelling",
        reality=Reality.DISTANCED, aspect=Aspect.REPEATED, recap=True, trigger=cut("shelled"),
        by=(party("The Herons", "heron_company"), party("Herons", None)),
        against=(party("porters", None),), with_=(party("quay", "x"),), from_=(NOWHERE,),
        at=(ASHEL, NOWHERE), when=OPEN, figures=("f1", "f2"), statement="s1", extent="begun",
        confidence=1.0, sentence=cut(BODY),
    )  # fmt: skip
    bare_event = replace(
        event, id="e2", plover=("OTHER", None), acled=None, recap=False, by=(), against=(), with_=(),
        from_=(), at=(), when=None, figures=(), statement=None, extent=None, sentence=None,
    )  # fmt: skip
    figure = Figure(
        id="f1", span=cut("as many as 12"), low=None, high=12.0, bound="at_most", unit="people",
        counts="wounded", of=cut("porters"), cumulative=True, period=OPEN, doer="heron_company",
        statement="s1", confidence=0.25,
    )  # fmt: skip
    bare_figure = Figure(
        id="f2", span=cut("12"), low=0.5, high=0.5, bound="exact", unit=None, counts=None, of=None,
        cumulative=None, period=UNREAD, doer=None,
    )  # fmt: skip
    return Reading(
        document=Document(
            id="d" * 16, text=TEXT, title=TITLE, outlet="dunmere_post", url="https://a.example/é?b#c",
            published=date(2021, 4, 4), language="en",
            blocks=(
                Block(kind="title", span=title),
                Block(kind="paragraph", span=cut(BODY)),
                Block(kind="caption", span=Span(len(TITLE), len(TITLE), "")),
                Block(kind="furniture", span=cut("\r\n\r\n")),
            ),
        ),
        statements=(said, bare),
        events=(event, bare_event),
        figures=(figure, bare_figure),
        dates=(
            TimeExpression(
                span=cut("3 April"), type="DATE", value="2021-04-03", edtf="2021-04-03",
                period=period_of("2021-04-03"), rule="day-month", basis="relative",
            ),
            TimeExpression(
                span=cut("April"), type="SET", value="XXXX-04", edtf=None, period=None, rule="month"
            ),
        ),
        mentions=(
            Mention(span=cut("Ashel"), kind="place", id="ashel", lat=20.05, lon=-139.98, precision=0.5),
            Mention(
                span=cut("Herons"), kind="armed_group", id=None, candidates=("a", "b"), former=True,
                choice=ActorChoice(
                    rule="several",
                    refused=(
                        RefusedActor(actor="c", because="alike", score=0.8),
                        RefusedActor(actor="d", because="whole"),
                    ),
                ),
            ),
            Mention(
                span=cut("Herons"), kind="armed_group", id="heron_company", choice=ActorChoice(rule="name")
            ),
            Mention(
                span=cut("quay"), kind="place", id=None, lat=1.5, lon=-2.5, precision=3.5,
                world=WorldChoice(place=QUAY, rule="near", refused=(QUAY, QUAY), share=0.75),
            ),
            Mention(
                span=cut("quay"), kind="place", id=None,
                world=WorldChoice(place=None, rule="open", refused=(QUAY,)),
            ),
        ),
        duties=(
            DutyTold(
                who=(party("The Herons", "heron_company"),), what=cut("hold"), from_=cut("the quay"),
                by=DAY, clause="1", span=cut("hold 🕊 the quay"),
            ),
            DutyTold(who=(), what=cut("hold"), from_=None, by=None, clause=None, span=cut("hold")),
        ),
        labels=(
            Label(span=cut("clerk"), actor="lantern_relief", voice="dunmere_post"),
            Label(span=cut("porters"), actor=None, voice=None),
        ),
        warnings=(
            Warning(code="dates_unresolved", message="one “date”", span=cut("on 3 April")),
            Warning(code="other", message="", span=None),
        ),
        reader="rules/1",
        case="0" * 64,
    )  # fmt: skip


def there_and_back(reading: Reading) -> Reading:
    return reading_of(json.loads(json.dumps(reading_form(reading, {}))))


def test_a_full_reading_comes_back_exactly() -> None:
    assert there_and_back(full_reading()) == full_reading()


def test_an_empty_reading_comes_back_exactly() -> None:
    empty = Reading(document=Document(id="d", text="", blocks=()))
    assert there_and_back(empty) == empty


def test_the_keys_are_those_that_were_promised() -> None:
    form = reading_form(full_reading(), {"ashel": "Ashel"})
    assert (form["schema"], form["names"]) == (SCHEMA, {"ashel": "Ashel"})
    keys = {
        "document": "id title outlet url published language text body",
        "statements": "id content cue source speaker for chain manner said_on hedges insertions "
        "retells confidence",
        "events": "id kind plover acled reality aspect recap trigger by against with from at when "
        "figures statement confidence",
        "figures": "id span low high bound unit counts of cumulative period doer statement confidence",
        "dates": "span type value edtf rule",
        "mentions": "span kind candidates",
        "duties": "who what from by clause span",
        "labels": "span actor voice",
        "warnings": "code message span",
    }
    for name, promised in keys.items():
        told = form[name]
        first = told if isinstance(told, dict) else told[0]
        assert set(promised.split()) <= set(first), name
    assert set(form["statements"][0]["said_on"]) == {"edtf", "text", "start", "end", "basis"}
    assert set(form["events"][0]["at"][0]) == {"span", "place", "lat", "lon", "precision", "zone"}
    assert set(form["events"][0]["at"][0]["zone"]) == {"geometry", "reported", "km"}
    assert {"lat", "lon", "precision"} <= set(form["mentions"][0])
    assert not {"lat", "lon", "precision"} & set(form["mentions"][1])


def test_every_span_of_the_form_repeats_the_text_s_own_words() -> None:
    form = json.loads(json.dumps(reading_form(full_reading(), {})))
    text = form["document"]["text"]

    def spans(value: Any) -> Any:
        if isinstance(value, dict):
            if {"start", "end", "text"} <= set(value) and value["start"] is not None:
                yield value
            value = list(value.values())
        if isinstance(value, list):
            for each in value:
                yield from spans(each)

    found = list(spans(form))
    assert len(found) > 30
    assert all(text[each["start"] : each["end"]] == each["text"] for each in found)


def test_the_form_names_every_field_that_a_reading_has() -> None:
    """What is not in the form is kept elsewhere: a receipt has the day of capture."""
    told = {
        Statement: "statements", Event: "events", Figure: "figures", TimeExpression: "dates",
        DutyTold: "duties", Label: "labels", Warning: "warnings",
    }  # fmt: skip
    form = reading_form(full_reading(), {})
    for type_, name in told.items():
        held = {field.name.rstrip("_") for field in fields(type_)} - {"period"}
        assert held <= set(form[name][0]) | {"period"}, name
    document = {field.name for field in fields(Document)}
    assert document - set(form["document"]) == {"captured", "warnings"}


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_form_whose_spans_lie_is_refused(shift: int) -> None:
    form = json.loads(json.dumps(reading_form(full_reading(), {})))
    form["events"][0]["trigger"]["end"] += shift
    with pytest.raises(SpanError):
        reading_of(form)


def test_a_span_that_was_moved_is_refused_too() -> None:
    form = json.loads(json.dumps(reading_form(full_reading(), {})))
    for end in ("start", "end"):
        form["events"][0]["trigger"][end] += 1
    with pytest.raises(SpanError):
        reading_of(form)


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
NUMBERS = st.one_of(st.none(), st.floats(0, 1e9), st.integers(0, 10**9).map(float))
IDS = st.one_of(st.none(), st.sampled_from(["heron_company", "ashel", "é"]))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text)))
    return Span.cut(text, start, draw(st.integers(start, min(len(text), start + 9))))


@st.composite
def whens(draw: st.DrawFn, text: str) -> When:
    first, length = draw(DAYS), draw(st.integers(0, 40))
    last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))
    ends = draw(st.sampled_from([(first, last), (None, last), (first, None), None]))
    period = Period(*ends) if ends else None
    return When(
        edtf=edtf(period) if period else None,
        period=period,
        span=draw(st.one_of(st.none(), spans(text))),
        basis=draw(st.sampled_from(get_args(Basis))),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(st.text(min_size=1, max_size=40))
    span = spans(text)
    some = st.lists(span, max_size=2).map(tuple)
    when = st.one_of(st.none(), whens(text))
    parties = st.lists(st.builds(Party, span=span, actor=IDS), max_size=2).map(tuple)
    place = st.builds(
        Locality, span=span, place=IDS, lat=NUMBERS, lon=NUMBERS, precision=NUMBERS,
        zone=st.builds(
            ZoneFact, geometry=st.sampled_from(["inside", "outside", "band", None]),
            reported=st.sampled_from(["in", "near", "outside", None]), km=NUMBERS,
        ),
    )  # fmt: skip
    places = st.lists(place, max_size=2).map(tuple)
    links = st.lists(st.builds(Link, id=IDS, span=st.one_of(st.none(), span)), max_size=3)
    statement = st.builds(
        Statement, id=st.just("s1"), content=some, cue=some, source=some, speaker=IDS, for_=IDS,
        chain=links.map(tuple), manner=st.sampled_from(get_args(Manner)), said_on=when, hedges=some,
        insertions=some, retells=IDS, unnamed=st.booleans(), confidence=st.floats(0, 1),
    )  # fmt: skip
    event = st.builds(
        Event, id=st.just("e1"), kind=st.sampled_from(EventKind), acled=IDS,
        plover=st.tuples(st.just("ASSAULT"), IDS), reality=st.sampled_from(Reality),
        aspect=st.sampled_from(Aspect), recap=st.booleans(), trigger=span, by=parties,
        against=parties, with_=parties, from_=places, at=places, when=when,
        figures=st.sampled_from([(), ("f1",)]), statement=IDS, confidence=st.floats(0, 1),
        extent=st.sampled_from(["all", "some", "begun", "none", None]),
        sentence=st.one_of(st.none(), span),
    )  # fmt: skip
    figure = st.builds(
        Figure, id=st.just("f1"), span=span, low=NUMBERS, high=NUMBERS,
        bound=st.sampled_from(get_args(Bound)), unit=IDS, counts=IDS, of=st.one_of(st.none(), span),
        cumulative=st.sampled_from([True, False, None]), period=when, doer=IDS, statement=IDS,
        confidence=st.floats(0, 1),
    )  # fmt: skip
    mention = st.builds(
        Mention, span=span, kind=st.sampled_from([k for k in get_args(MentionKind) if k != "place"]),
        id=IDS, candidates=st.sampled_from([(), ("a", "b")]), former=st.booleans(),
    )  # fmt: skip
    duty = st.builds(
        DutyTold, who=parties, what=span, from_=st.one_of(st.none(), span), by=when, clause=IDS,
        span=span,
    )  # fmt: skip
    document = Document(
        id="d", text=text, title=draw(IDS), outlet=draw(IDS), url=draw(IDS),
        published=draw(st.one_of(st.none(), DAYS)), language=draw(IDS),
        blocks=tuple(Block(kind="paragraph", span=each) for each in draw(some)),
    )  # fmt: skip
    return Reading(
        document=document,
        statements=tuple(draw(st.lists(statement, max_size=2))),
        events=tuple(draw(st.lists(event, max_size=2))),
        figures=tuple(draw(st.lists(figure, max_size=2))),
        mentions=tuple(draw(st.lists(mention, max_size=2))),
        duties=tuple(draw(st.lists(duty, max_size=2))),
        labels=tuple(draw(st.lists(st.builds(Label, span=span, actor=IDS, voice=IDS), max_size=2))),
        warnings=(Warning(code="c", message=text, span=draw(st.one_of(st.none(), span))),),
        reader="r",
        case="c",
    )


@given(readings())
@settings(max_examples=60)
def test_any_reading_comes_back_exactly(reading: Reading) -> None:
    assert there_and_back(reading) == reading
