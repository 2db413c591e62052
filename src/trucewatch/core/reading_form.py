"""The public JSON form of a reading, both ways: what `extract --json` prints and the ledger keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, TypeVar

from trucewatch.core.document import Block, Document, Warning
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

SCHEMA: Final = "trucewatch/reading/1"

Form = dict[str, Any]
Item = TypeVar("Item")


def reading_form(reading: Reading, names: dict[str, str]) -> Form:
    """Give a reading as plain values; `names` are the case's neutral names by id."""
    return {
        "schema": SCHEMA,
        "reader": reading.reader,
        "case": reading.case,
        "document": _document(reading.document),
        "statements": [_statement(item) for item in reading.statements],
        "events": [_event(item) for item in reading.events],
        "figures": [_figure(item) for item in reading.figures],
        "dates": [_time(item) for item in reading.dates],
        "mentions": [_mention(item) for item in reading.mentions],
        "duties": [_duty(item) for item in reading.duties],
        "labels": [
            {"span": _span(item.span), "actor": item.actor, "voice": item.voice}
            for item in reading.labels
        ],
        "names": names,
        "warnings": [_warning(item) for item in reading.warnings],
    }


def _span(span: Span) -> Form:
    return {"start": span.start, "end": span.end, "text": span.text}


def _maybe(span: Span | None) -> Form | None:
    return _span(span) if span else None


def _spans(spans: Iterable[Span]) -> list[Form]:
    return [_span(span) for span in spans]


def _when(when: When | None) -> Form | None:
    if when is None:
        return None
    span = when.span
    start, end, text = (span.start, span.end, span.text) if span else (None, None, None)
    return {"edtf": when.edtf, "text": text, "start": start, "end": end, "basis": when.basis}


def _document(document: Document) -> Form:
    return {
        "id": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "text": document.text,
        "body": _span(document.body()),
        "blocks": [
            {"kind": block.kind, "start": block.span.start, "end": block.span.end}
            for block in document.blocks
        ],
    }


def _statement(item: Statement) -> Form:
    return {
        "id": item.id,
        "content": _spans(item.content),
        "cue": _spans(item.cue),
        "source": _spans(item.source),
        "speaker": item.speaker,
        "for": item.for_,
        "chain": [{"id": link.id, "span": _maybe(link.span)} for link in item.chain],
        "manner": item.manner,
        "said_on": _when(item.said_on),
        "hedges": _spans(item.hedges),
        "insertions": _spans(item.insertions),
        "retells": item.retells,
        "unnamed": item.unnamed,
        "confidence": item.confidence,
    }


def _party(item: Party) -> Form:
    return {"span": _span(item.span), "actor": item.actor}


def _locality(item: Locality) -> Form:
    zone = {"geometry": item.zone.geometry, "reported": item.zone.reported, "km": item.zone.km}
    return {
        "span": _span(item.span),
        "place": item.place,
        "lat": item.lat,
        "lon": item.lon,
        "precision": item.precision,
        "zone": zone,
    }


def _event(item: Event) -> Form:
    return {
        "id": item.id,
        "kind": item.kind,
        "plover": {"type": item.plover[0], "mode": item.plover[1]},
        "acled": item.acled,
        "reality": item.reality,
        "aspect": item.aspect,
        "recap": item.recap,
        "trigger": _span(item.trigger),
        "by": [_party(each) for each in item.by],
        "against": [_party(each) for each in item.against],
        "with": [_party(each) for each in item.with_],
        "from": [_locality(each) for each in item.from_],
        "at": [_locality(each) for each in item.at],
        "when": _when(item.when),
        "figures": list(item.figures),
        "statement": item.statement,
        "extent": item.extent,
        "sentence": _maybe(item.sentence),
        "confidence": item.confidence,
    }


def _figure(item: Figure) -> Form:
    return {
        "id": item.id,
        "span": _span(item.span),
        "low": item.low,
        "high": item.high,
        "bound": item.bound,
        "unit": item.unit,
        "counts": item.counts,
        "of": _maybe(item.of),
        "cumulative": item.cumulative,
        "period": _when(item.period),
        "doer": item.doer,
        "statement": item.statement,
        "confidence": item.confidence,
    }


def _time(item: TimeExpression) -> Form:
    return {
        "span": _span(item.span),
        "type": item.type,
        "value": item.value,
        "edtf": item.edtf,
        "rule": item.rule,
        "basis": item.basis,
    }


def _mention(item: Mention) -> Form:
    form: Form = {
        "span": _span(item.span),
        "kind": item.kind,
        "id": item.id,
        "candidates": list(item.candidates),
        "former": item.former,
    }
    if item.kind in ("place", "road", "zone"):
        form |= {"lat": item.lat, "lon": item.lon, "precision": item.precision}
    return form


def _duty(item: DutyTold) -> Form:
    return {
        "who": [_party(each) for each in item.who],
        "what": _span(item.what),
        "from": _maybe(item.from_),
        "by": _when(item.by),
        "clause": item.clause,
        "span": _span(item.span),
    }


def _warning(item: Warning) -> Form:
    return {"code": item.code, "message": item.message, "span": _maybe(item.span)}


def reading_of(form: Form) -> Reading:
    """Read a reading back from its form; every span is checked against the text it stands in."""
    document = _read_document(form["document"])
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
