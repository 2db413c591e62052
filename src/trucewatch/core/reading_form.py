"""The public JSON form of a reading: what `extract --json` prints and the ledger keeps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from trucewatch.core.choice import ActorChoice
from trucewatch.core.document import Document, Warning
from trucewatch.core.reading import (
    DutyTold,
    Event,
    Figure,
    Locality,
    Mention,
    Party,
    Reading,
    Statement,
)
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression, When
from trucewatch.core.world import WorldChoice, WorldPlace

SCHEMA: Final = "trucewatch/reading/1"

Form = dict[str, Any]


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
        "ahead": item.ahead,
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
        "part_of": item.part_of,
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
    if item.world is not None:
        form["world"] = _choice(item.world)
    if item.choice is not None:
        form["choice"] = _actor_choice(item.choice)
    return form


def _actor_choice(item: ActorChoice) -> Form:
    return {
        "rule": item.rule,
        "refused": [
            {"actor": each.actor, "because": each.because, "score": each.score}
            for each in item.refused
        ],
    }


def _choice(item: WorldChoice) -> Form:
    return {
        "place": _world_place(item.place) if item.place else None,
        "rule": item.rule,
        "share": item.share,
        "refused": [_world_place(each) for each in item.refused],
    }


def _world_place(item: WorldPlace) -> Form:
    return {
        "name": item.name,
        "kind": item.kind,
        "country": item.country,
        "division": item.division,
        "lat": item.latitude,
        "lon": item.longitude,
        "people": item.people,
        "km": item.km,
        "own": item.own,
    }


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
