"""The data sets as examples: a text with the spans that each of its annotations marks."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from network import ARGUMENTS, EVENT_KINDS, REALITIES

Spans = list[tuple[int, int]]
ALL_ROLES: Final = frozenset(ARGUMENTS)


class Told(NamedTuple):
    """One attribution: the pieces of its source, cue and content."""

    source: Spans
    cue: Spans
    content: Spans
    relays: tuple[tuple[int, int, int], ...] = ()
    """Start, end and number of who passes it on; 0 is nearest to the first speaker."""


class Named(NamedTuple):
    """One name: where it stands, and its kind."""

    start: int
    end: int
    kind: str


class Argument(NamedTuple):
    """A phrase that takes part in an event."""

    start: int
    end: int
    role: str


@dataclass(slots=True)
class Happened:
    """One event: its trigger, and what is known of it (None: not marked in this set)."""

    start: int
    end: int
    kind: str | None = None
    realities: tuple[str, ...] | None = None
    """The reality, or those that the set leaves open."""
    aspect: str | None = None
    recap: bool | None = None
    arguments: list[Argument] | None = None
    trigger: bool = True
    """Whether it is an event of ours; what is not is neither taught nor untaught as a trigger."""


@dataclass(slots=True)
class Example:
    """A text; what a set does not mark is None and teaches nothing."""

    id: str
    source: str
    text: str
    told: list[Told] | None = None
    relayed: bool = False
    """Whether this set marks who passes a statement on."""
    names: list[Named] | None = None
    kinds: frozenset[str] = frozenset()
    """The kinds of names that this set marks."""
    nested: bool = False
    events: list[Happened] | None = None
    all_triggers: bool = False
    """Whether every event of the text is marked."""
    roles: frozenset[str] = frozenset()
    """The roles that this set marks."""


def crop(example: Example, chance: random.Random) -> Example:
    """Give one to three paragraphs of a text with the statements that lie wholly in them."""
    breaks = [match.end() for match in re.finditer(r"\n+", example.text)]
    starts = [0, *breaks]
    first = chance.randrange(len(starts))
    begin = starts[first]
    last = first + chance.randint(1, 3)
    end = starts[last] if last < len(starts) else len(example.text)

    def within(spans: Spans) -> bool:
        return all(begin <= s and e <= end for s, e in spans)

    def moved(spans: Spans) -> Spans:
        return [(s - begin, e - begin) for s, e in spans]

    told = [
        Told(moved(each.source), moved(each.cue), moved(each.content))
        for each in example.told or ()
        if within([*each.source, *each.cue, *each.content])
    ]
    return Example(
        id=f"{example.id}:{begin}", source=example.source, text=example.text[begin:end], told=told
    )


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Read a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def polnear(folder: Path, part: str) -> list[Example]:
    """Attributions in news of the United States; for training the second annotators' too."""
    rows = list(read_lines(folder / "polnear" / f"{part}.jsonl"))
    if part == "train":
        second = read_lines(folder / "polnear" / "agreement.jsonl")
        rows += [row for row in second if row.get("split") == "train"]
    return [
        Example(
            id=row["id"],
            source="polnear",
            text=row["text"],
            told=[
                Told(*([(s, e) for s, e in each[role]] for role in ("source", "cue", "content")))
                for each in row["attributions"]
            ],
        )
        for row in rows
    ]


_RE3D: Final = {
    "Person": "person",
    "Organisation": "group",
    "Location": "place",
    "Coordinate": "place",
    "Temporal": "time",
    "Quantity": "quantity",
    "Money": "quantity",
    "Weapon": "weapon",
    "MilitaryPlatform": "weapon",
}
ALL_KINDS: Final = frozenset({"person", "group", "place", "weapon", "time", "quantity"})
_NAMES: Final = frozenset({"person", "group", "place"})


def re3d(folder: Path, part: str) -> list[Example]:
    """Entities in reports on the war in Syria and Iraq, nested ones too."""
    return [
        Example(
            id=row["id"],
            source="re3d",
            text=row["text"],
            names=[
                Named(each["start"], each["end"], _RE3D[each["type"]])
                for each in row["entities"]
                if each["type"] in _RE3D
            ],
            kinds=ALL_KINDS,
            nested=True,
        )
        for row in read_lines(folder / "re3d" / f"{part}.jsonl")
    ]


_CROSSNER: Final = {
    "politician": "person",
    "person": "person",
    "politicalparty": "group",
    "organisation": "group",
    "location": "place",
    "country": "place",
}


def crossner(folder: Path, part: str) -> list[Example]:
    """Names in encyclopaedia articles on politics."""
    return [
        Example(
            id=row["id"],
            source="crossner",
            text=row["text"],
            names=[
                Named(each["start"], each["end"], _CROSSNER[each["type"]])
                for each in row["entities"]
                if each["type"] in _CROSSNER
            ],
            kinds=_NAMES,
        )
        for row in read_lines(folder / "crossner_politics" / f"{part}.jsonl")
    ]


_MARK: Final = re.compile(
    r"\{(?P<trigger>[^{}|]+)\|(?P<labels>[^{}]+)\}|\[(?P<words>[^\[\]|]+)\|(?P<roles>[^\[\]]+)\]"
)
_PARTICLES: Final = frozenset(
    "out back up down in off over away on into through ahead apart aside together".split()
)


class MarkError(ValueError):
    """A written passage whose marks cannot be read."""


def written(path: Path) -> list[Example]:
    """Passages written for training, with their events marked inline.

    `{trigger|kind|reality|repeated|recap|#1}` marks an event, `[words|by#1,at#2]` an argument.
    """
    examples: list[Example] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                examples.append(_unmark(line.strip(), f"{path.stem}:{number}"))
            except (MarkError, KeyError, ValueError) as error:
                raise MarkError(f"{path.name}:{number}: {error}") from error
    return examples


def _unmark(line: str, name: str) -> Example:
    plain: list[str] = []
    size = place = 0
    events: dict[str, Happened] = {}
    arguments: list[tuple[str, Argument]] = []
    for mark in _MARK.finditer(line):
        before = line[place : mark.start()]
        words = mark["trigger"] or mark["words"]
        start = size + len(before)
        plain += [before, words]
        size, place = start + len(words), mark.end()
        if mark["trigger"]:
            key, event = _event(words, start, mark["labels"])
            if key in events:
                raise MarkError(f"two events numbered {key or 'nothing'}")
            events[key] = event
        else:
            for each in mark["roles"].split(","):
                role, _, key = each.strip().partition("#")
                arguments.append((key, Argument(start, size, role)))
    plain.append(line[place:])
    text = "".join(plain)
    if set("{}[]|") & set(text):
        raise MarkError("a mark that is not closed")
    for key, argument in arguments:
        if argument.role not in ALL_ROLES:
            raise MarkError(f"no role {argument.role!r}")
        owner = events.get(key) or (next(iter(events.values())) if len(events) == 1 else None)
        if owner is not None and owner.arguments is not None:
            owner.arguments.append(argument)
    return Example(
        id=name,
        source="written",
        text=text,
        events=sorted(events.values(), key=lambda event: event.start),
        all_triggers=True,
        roles=ALL_ROLES,
    )


def _event(words: str, start: int, labels: str) -> tuple[str, Happened]:
    kind, reality, *rest = (each.strip() for each in labels.split("|"))
    if kind not in EVENT_KINDS or reality not in REALITIES:
        raise MarkError(f"no kind or reality {kind!r}, {reality!r}")
    head = head_word(words)
    event = Happened(
        start=start + head[0],
        end=start + head[1],
        kind=kind,
        realities=(reality,),
        aspect=next((each for each in rest if each in ("repeated", "ongoing")), "once"),
        recap="recap" in rest,
        arguments=[],
    )
    return next((each.removeprefix("#") for each in rest if each.startswith("#")), ""), event


def head_word(words: str) -> tuple[int, int]:
    """Give the head of a trigger: a phrasal verb's first word, else the last."""
    found = [match.span() for match in re.finditer(r"\S+", words)]
    if len(found) > 1 and words[slice(*found[-1])].lower() in _PARTICLES:
        return found[0]
    return found[-1]


_POSSIBLE: Final = ("distanced", "feared", "planned", "demanded", "promised")
_AHEAD: Final = ("planned", "promised", "postponed", "demanded", "feared")


def meantime(folder: Path, part: str) -> list[Example]:
    """Events in Wikinews; polarity, certainty and time narrow their reality to a set."""
    examples = []
    for row in read_lines(folder / "meantime" / f"{part}.jsonl"):
        end = row["annotated_end"]
        examples.append(
            Example(
                id=row["id"],
                source="meantime",
                text=row["text"][:end],
                events=[_wikinews_event(each) for each in row["events"] if each["end"] <= end],
                all_triggers=True,
                roles=frozenset({"at", "when"}),
            )
        )
    return examples


def _wikinews_event(row: dict[str, Any]) -> Happened:
    happened = row.get("class") == "OTHER"
    return Happened(
        start=row["start"],
        end=row["end"],
        realities=_narrowed(row) if happened else None,
        trigger=happened,
        arguments=None,
    )


def _narrowed(row: dict[str, Any]) -> tuple[str, ...] | None:
    known = (row.get("polarity"), row.get("certainty"), row.get("time"))
    if known[0] == "NEG":
        return ("negated", "denied")
    if known == ("POS", "CERTAIN", "NON_FUTURE"):
        return ("asserted",)
    if known[0] == "POS" and known[2] == "FUTURE":
        return _AHEAD
    if known[0] == "POS" and known[1] in ("POSSIBLE", "PROBABLE"):
        return _POSSIBLE
    return None


def event_location(folder: Path, part: str) -> list[Example]:
    """Where a given verb happened."""
    return [
        Example(
            id=row["id"],
            source="event_location",
            text=row["text"],
            events=[
                Happened(
                    start=each["start"],
                    end=each["end"],
                    arguments=[Argument(s, e, "at") for s, e in each["locations"]],
                )
                for each in row["events"]
            ],
            roles=frozenset({"at"}),
        )
        for row in read_lines(folder / "event_location" / f"{part}.jsonl")
    ]


_PASSAGE: Final = re.compile(r"(?:(?!\n\n|  +).)+", re.DOTALL)
_ACTS: Final = re.compile(
    r"\b(?:attack\w*|assault\w*|ambush\w*|raid\w*|bomb(?:ed|ing|ings|s)?|explo(?:sion|sions|de|ded)"
    r"|blast\w*|kill\w*|murder\w*|assassinat\w*|massacre\w*|slain|shot|shooting|fired|gunned"
    r"|dynamit\w*|blew|blown|detonat\w*|wound(?:ed|ing)|machinegunned|strafed|burn(?:ed|ing)|set)\b",
    re.IGNORECASE,
)
_SEIZING: Final = re.compile(
    r"\b(?:kidnap\w*|abduct\w*|hijack\w*|captur\w*|robb\w+|held)\b", re.IGNORECASE
)
_FILLS: Final[dict[str, str]] = {
    "PerpInd": "by",
    "PerpOrg": "by",
    "Target": "against",
    "Victim": "against",
    "Weapon": "with",
}


def muc(folder: Path, part: str) -> list[Example]:
    """Passages on attacks and kidnappings, by turns in capitals and in small letters.

    The set marks who fills an incident's roles, not the words that tell it. Those are taken to be the
    words for such acts in the same passage; other words and passages teach nothing (Mintz et al. 2009).
    """
    examples = []
    for name in ("muc4", "muc4_gtt"):
        for row in read_lines(folder / name / f"{part}.jsonl"):
            if row["id"] == "DEV-MUC3-1133":  # also in the part that is kept apart
                continue
            for passage in _PASSAGE.finditer(row["text"]):
                example = _incident_passage(row, *passage.span())
                if example is not None:
                    examples.append(example)
    return examples


def _incident_passage(row: dict[str, Any], start: int, end: int) -> Example | None:
    text = row["text"][start:end]
    arguments: dict[bool, set[Argument]] = {True: set(), False: set()}
    for template in row["templates"]:
        seizing = template["type"] not in ("attack", "bombing", "arson")
        for role, wanted in _FILLS.items():
            for entity in template["roles"].get(role, []):
                for mention in entity["mentions"]:
                    for s, e in mention.get("spans") or []:
                        if start <= s and e <= end:
                            arguments[seizing].add(Argument(s - start, e - start, wanted))
    events = [
        Happened(
            start=act.start(),
            end=act.end(),
            kind="other" if seizing else "attack",
            arguments=sorted(arguments[seizing]),
            trigger=True,
        )
        for seizing, pattern in ((False, _ACTS), (True, _SEIZING))
        if arguments[seizing]
        for act in pattern.finditer(text)
    ]
    if not events:
        return None
    return Example(
        id=f"{row['id']}:{start}",
        source="muc",
        text=text,
        events=events,
        roles=frozenset({"by", "against", "with"}),
    )


_SPOKEN: Final = re.compile(r"\[(?P<words>[^\[\]|]+)\|(?P<roles>[^\[\]]+)\]")


_BREAK: Final = " ¶ "


def relayed(path: Path) -> list[Example]:
    """Passages written for training, with their statements and relays marked inline.

    `[words|source#1]`, `[words|cue#1]`, `[words|content#1]`, `[words|relay1#1,relay2#2]`; a pilcrow
    parts two paragraphs.
    """
    examples: list[Example] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                examples.append(
                    _unmark_spoken(line.strip().replace(_BREAK, "\n"), f"{path.stem}:{number}")
                )
            except (MarkError, ValueError) as error:
                raise MarkError(f"{path.name}:{number}: {error}") from error
    return examples


def _unmark_spoken(line: str, name: str) -> Example:
    plain: list[str] = []
    size = place = 0
    parts: dict[str, dict[str, Spans]] = {}
    relays: dict[str, list[tuple[int, int, int]]] = {}
    for mark in _SPOKEN.finditer(line):
        before = line[place : mark.start()]
        start = size + len(before)
        plain += [before, mark["words"]]
        size, place = start + len(mark["words"]), mark.end()
        for each in mark["roles"].split(","):
            role, _, key = each.strip().partition("#")
            if role.startswith("relay"):
                relays.setdefault(key, []).append((start, size, min(int(role[5:]), 4) - 1))
            elif role in ("source", "cue", "content"):
                parts.setdefault(key, {}).setdefault(role, []).append((start, size))
            else:
                raise MarkError(f"no role {role!r}")
    plain.append(line[place:])
    text = "".join(plain)
    if set("[]|") & set(text):
        raise MarkError("a mark that is not closed")
    told = [
        Told(
            parts.get(key, {}).get("source", []),
            parts.get(key, {}).get("cue", []),
            parts.get(key, {}).get("content", []),
            tuple(relays.get(key, ())),
        )
        for key in sorted({*parts, *relays})
    ]
    return Example(id=name, source="relayed", text=text, told=told, relayed=True)
