"""A reading for people: who said what through whom, what happened, how many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from trucewatch.core.case import Case
from trucewatch.core.choice import RefusedActor
from trucewatch.core.reading import Event, Figure, Locality, Mention, Party, Reading, Statement
from trucewatch.core.when import When
from trucewatch.publish.escape import on_one_line


def reading_text(reading: Reading, case: Case) -> Text:
    """Tell a reading: its document, statements, events, figures, duties and warnings."""
    document = reading.document
    outlet = case.name(document.outlet) if document.outlet else "unknown outlet"
    text = Text(on_one_line(document.title or "no title"), style="bold")
    published = document.published or "unknown day"
    language = document.language or "language unknown"
    text.append(f"\n{on_one_line(outlet)}, {published}, {language}\n", style="not bold")
    _list(text, "Statements", (_statement(item, case) for item in reading.statements))
    _list(text, "Events", (_event(item, case) for item in reading.events))
    _list(text, "Figures", (_figure(item) for item in reading.figures))
    _list(text, "Duties told", (item.span.text for item in reading.duties))
    _list(text, "Actors left open", dict.fromkeys(_open_actors(reading.mentions, case)))
    _list(text, "Warnings", (f"{item.code}: {item.message}" for item in reading.warnings))
    return text


def _list(text: Text, title: str, lines: Iterable[str]) -> None:
    listed = list(lines)
    if listed:
        text.append(f"\n{title}\n", style="bold")
        for line in listed:
            text.append(f"  {on_one_line(line)}\n", style="not bold")


def _open_actors(mentions: Iterable[Mention], case: Case) -> Iterator[str]:
    """Tell each name and word whose actor is not known, whom it may mean, and who was refused."""
    for mention in mentions:
        if mention.choice is None or mention.id is not None:
            continue
        ids = [each for each in mention.candidates if not each.startswith("name:")]
        may = f"; may be {', '.join(map(case.name, ids))}" if ids else ""
        others = [each for each in mention.choice.refused if each.actor not in ids]
        refused = ", ".join(_refused(each, case) for each in others)
        words = mention.choice.rule.replace("_", " ")
        yield f"“{mention.span.text}” ({words}){may}{f'; refused {refused}' if refused else ''}"


def _refused(item: RefusedActor, case: Case) -> str:
    score = f" {item.score:.2f}" if item.score is not None else ""
    name = case.name(item.actor).removeprefix("name:")
    return f"{name} ({item.because.replace('_', ' ')}{score})"


def _statement(item: Statement, case: Case) -> str:
    links = [
        case.name(link.id) if link.id else (link.span.text if link.span else "?")
        for link in item.chain
    ]
    content = " … ".join(span.text for span in item.content)
    retells = f" (retells {item.retells})" if item.retells else ""
    return f"{item.id} {' <- '.join(links)}{_day(item.said_on)}{retells}: {content}"


def _event(item: Event, case: Case) -> str:
    parts = [f"{item.id} {item.kind}, {item.reality}, {item.aspect}: {item.trigger.text}"]
    for name, parties in (("by", item.by), ("against", item.against), ("with", item.with_)):
        if parties:
            parts.append(f"{name} {_parties(parties, case)}")
    for name, places in (("from", item.from_), ("at", item.at)):
        if places:
            parts.append(f"{name} {_places(places, case)}")
    recap = ", recap" if item.recap else ""
    return (
        "; ".join(parts)
        + _day(item.when)
        + recap
        + (f" [{item.statement}]" if item.statement else "")
    )


def _parties(parties: Iterable[Party], case: Case) -> str:
    return ", ".join(case.name(each.actor) if each.actor else each.span.text for each in parties)


def _places(places: Iterable[Locality], case: Case) -> str:
    return ", ".join(case.name(each.place) if each.place else each.span.text for each in places)


def _day(when: When | None) -> str:
    if when is None:
        return ""
    return (
        f", {when.edtf}" if when.edtf else f", {when.span.text if when.span else '?'} (unresolved)"
    )


def _figure(item: Figure) -> str:
    of_what = item.of.text if item.of else item.counts
    of = f" of {of_what}" if of_what else ""
    counts = f", {item.counts}" if item.counts and item.of else ""
    said = f" [{item.statement}]" if item.statement else ""
    return f"{item.id} “{item.span.text}”: {_bounds(item)}{of}{counts}{said}"


def _bounds(item: Figure) -> str:
    if item.bound == "range":
        return f"{_number(item.low)} to {_number(item.high)}"
    number = _number(item.high if item.low is None else item.low)
    return f"{item.bound.replace('_', ' ')} {number}"


def _number(number: float | None) -> str:
    if number is None:
        return "?"
    return f"{int(number):,}" if number == int(number) else f"{number:,}"
