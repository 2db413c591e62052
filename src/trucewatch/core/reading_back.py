"""A reading out of its public JSON form: what the ledger kept, read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, TypeVar

from trucewatch.core.choice import ActorChoice, RefusedActor
from trucewatch.core.document import Block, Document, Warning
from trucewatch.core.errors import SpanError
from trucewatch.core.place import ZoneFact
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
from trucewatch.core.when import TimeExpression, When, period_of
from trucewatch.core.world import WorldChoice, WorldPlace

_CITING: Final = (
    "statements",
    "events",
    "figures",
    "dates",
    "mentions",
    "duties",
    "labels",
    "warnings",
)
"""What cites the document's text."""

Form = dict[str, Any]
Item = TypeVar("Item")


def reading_of(form: Form) -> Reading:
    """Read a reading back from its form; SpanError for a span that is not in the text it cites."""
    document = _read_document(form["document"])
    for name in _CITING:
        _demand_words(form[name], document.text)
    return Reading(
        document=document,
        statements=_each(_read_statement, form["statements"]),
        events=_each(_read_event, form["events"]),
        figures=_each(_read_figure, form["figures"]),
        dates=_each(_read_time, form["dates"]),
        mentions=_each(_read_mention, form["mentions"]),
        duties=_each(_read_duty, form["duties"]),
        labels=tuple(
            Label(span=_read_span(item["span"]), actor=item["actor"], voice=item["voice"])
            for item in form["labels"]
        ),
        warnings=_each(_read_warning, form["warnings"]),
        reader=form["reader"],
        case=form["case"],
    )


def _demand_words(value: object, text: str) -> None:
    if isinstance(value, list):
        for each in value:
            _demand_words(each, text)
    elif isinstance(value, dict):
        start, end, words = (value.get(name) for name in ("start", "end", "text"))
        if words is not None and start is not None and text[start:end] != words:
            raise SpanError(f"{start}-{end} holds {text[start:end][:60]!r}, not {words[:60]!r}")
        for each in value.values():
            _demand_words(each, text)


def _each(read: Callable[[Form], Item], forms: Iterable[Form]) -> tuple[Item, ...]:
    return tuple(read(form) for form in forms)


def _read_span(form: Form) -> Span:
    return Span(form["start"], form["end"], form["text"])


def _read_maybe(form: Form | None) -> Span | None:
    return _read_span(form) if form else None


def _read_spans(forms: Iterable[Form]) -> tuple[Span, ...]:
    return tuple(_read_span(form) for form in forms)


def _read_when(form: Form | None) -> When | None:
    if form is None:
        return None
    span = None if form["start"] is None else Span(form["start"], form["end"], form["text"])
    edtf = form["edtf"]
    period = period_of(edtf) if edtf else None
    return When(edtf=edtf, period=period, span=span, basis=form["basis"])


def _read_document(form: Form) -> Document:
    text: str = form["text"]
    return Document(
        id=form["id"],
        text=text,
        blocks=tuple(
            Block(kind=block["kind"], span=Span.cut(text, block["start"], block["end"]))
            for block in form["blocks"]
        ),
        title=form["title"],
        outlet=form["outlet"],
        url=form["url"],
        published=date.fromisoformat(form["published"]) if form["published"] else None,
        language=form["language"],
    )


def _read_statement(form: Form) -> Statement:
    return Statement(
        id=form["id"],
        content=_read_spans(form["content"]),
        cue=_read_spans(form["cue"]),
        source=_read_spans(form["source"]),
        speaker=form["speaker"],
        for_=form["for"],
        chain=tuple(Link(id=link["id"], span=_read_maybe(link["span"])) for link in form["chain"]),
        manner=form["manner"],
        said_on=_read_when(form["said_on"]),
        hedges=_read_spans(form["hedges"]),
        insertions=_read_spans(form["insertions"]),
        retells=form["retells"],
        unnamed=form["unnamed"],
        confidence=form["confidence"],
    )


def _read_party(form: Form) -> Party:
    return Party(span=_read_span(form["span"]), actor=form["actor"])


def _read_locality(form: Form) -> Locality:
    zone = form["zone"]
    return Locality(
        span=_read_span(form["span"]),
        place=form["place"],
        lat=form["lat"],
        lon=form["lon"],
        precision=form["precision"],
        zone=ZoneFact(geometry=zone["geometry"], reported=zone["reported"], km=zone["km"]),
    )


def _read_event(form: Form) -> Event:
    return Event(
        id=form["id"],
        kind=EventKind(form["kind"]),
        plover=(form["plover"]["type"], form["plover"]["mode"]),
        acled=form["acled"],
        reality=Reality(form["reality"]),
        aspect=Aspect(form["aspect"]),
        recap=form["recap"],
        trigger=_read_span(form["trigger"]),
        by=_each(_read_party, form["by"]),
        against=_each(_read_party, form["against"]),
        with_=_each(_read_party, form["with"]),
        from_=_each(_read_locality, form["from"]),
        at=_each(_read_locality, form["at"]),
        when=_read_when(form["when"]),
        figures=tuple(form["figures"]),
        statement=form["statement"],
        extent=form["extent"],
        ahead=form.get("ahead", False),
        sentence=_read_maybe(form["sentence"]),
        confidence=form["confidence"],
    )


def _read_figure(form: Form) -> Figure:
    return Figure(
        id=form["id"],
        span=_read_span(form["span"]),
        low=form["low"],
        high=form["high"],
        bound=form["bound"],
        unit=form["unit"],
        counts=form["counts"],
        of=_read_maybe(form["of"]),
        cumulative=form["cumulative"],
        period=_read_when(form["period"]),
        doer=form["doer"],
        part_of=form.get("part_of"),
        statement=form["statement"],
        confidence=form["confidence"],
    )


def _read_time(form: Form) -> TimeExpression:
    edtf = form["edtf"]
    return TimeExpression(
        span=_read_span(form["span"]),
        type=form["type"],
        value=form["value"],
        edtf=edtf,
        period=period_of(edtf) if edtf else None,
        rule=form["rule"],
        basis=form["basis"],
    )


def _read_mention(form: Form) -> Mention:
    return Mention(
        span=_read_span(form["span"]),
        kind=form["kind"],
        id=form["id"],
        candidates=tuple(form["candidates"]),
        former=form["former"],
        lat=form.get("lat"),
        lon=form.get("lon"),
        precision=form.get("precision"),
        world=_read_choice(form["world"]) if form.get("world") else None,
        choice=_read_actor_choice(form["choice"]) if form.get("choice") else None,
    )


def _read_actor_choice(form: Form) -> ActorChoice:
    return ActorChoice(rule=form["rule"], refused=_each(_read_refused_actor, form["refused"]))


def _read_refused_actor(form: Form) -> RefusedActor:
    return RefusedActor(actor=form["actor"], because=form["because"], score=form["score"])


def _read_choice(form: Form) -> WorldChoice:
    return WorldChoice(
        place=_read_world_place(form["place"]) if form["place"] else None,
        rule=form["rule"],
        refused=_each(_read_world_place, form["refused"]),
        share=form["share"],
    )


def _read_world_place(form: Form) -> WorldPlace:
    return WorldPlace(
        name=form["name"],
        kind=form["kind"],
        country=form["country"],
        division=form["division"],
        latitude=form["lat"],
        longitude=form["lon"],
        people=form["people"],
        km=form["km"],
        own=form["own"],
    )


def _read_duty(form: Form) -> DutyTold:
    return DutyTold(
        who=_each(_read_party, form["who"]),
        what=_read_span(form["what"]),
        from_=_read_maybe(form["from"]),
        by=_read_when(form["by"]),
        clause=form["clause"],
        span=_read_span(form["span"]),
    )


def _read_warning(form: Form) -> Warning:
    return Warning(code=form["code"], message=form["message"], span=_read_maybe(form["span"]))
