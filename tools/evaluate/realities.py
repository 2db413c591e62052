"""How events are presented: MEANTIME's marks, and sentences written in pairs.

MEANTIME marks polarity, certainty and time. They give four classes, tried in this order:

| class     | gold                              | ours                                             |
|-----------|-----------------------------------|--------------------------------------------------|
| future    | time FUTURE                       | planned, promised, postponed, demanded, feared,  |
|           |                                   | and negated of a time to come                    |
| negated   | polarity NEG                      | negated, denied                                  |
| uncertain | certainty POSSIBLE or PROBABLE    | distanced                                        |
| asserted  | POS, CERTAIN, NON_FUTURE          | asserted                                         |

Gold events with another mark left open are left out. An event is found where a trigger of the
reading shares a character with its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tools.evaluate.answers import event_at
from tools.evaluate.form import Form

_AHEAD: Final = {"planned", "promised", "postponed", "demanded", "feared"}
_OURS: Final = {
    "asserted": "asserted",
    "distanced": "uncertain",
    "negated": "negated",
    "denied": "negated",
}

CERTAIN: Final = 0.9
"""From here on a confidence is called high."""


def class_of_gold(event: Form) -> str | None:
    """Give a MEANTIME event's class, or None where its marks leave it open."""
    polarity, certainty, time = (event.get(key) for key in ("polarity", "certainty", "time"))
    if time == "FUTURE":
        return "future"
    if time != "NON_FUTURE":
        return None
    if polarity == "NEG":
        return "negated"
    if polarity == "POS" and certainty in ("POSSIBLE", "PROBABLE"):
        return "uncertain"
    return "asserted" if (polarity, certainty) == ("POS", "CERTAIN") else None


def class_of_ours(event: Form) -> str:
    """Give the class of an event of a reading."""
    reality: str = event["reality"]
    if reality in _AHEAD or (reality == "negated" and event.get("ahead")):
        return "future"
    return _OURS[reality]


def meantime_gold(gold: Form, _: Form) -> list[Form]:
    """Give each event whose class is marked as a document of its own."""
    return [
        {"id": f"{gold['id']}#{event['id']}", "type": kind}
        for event in gold["events"]
        if (kind := class_of_gold(event))
    ]


def meantime_answers(gold: Form, reading: Form) -> list[Form]:
    """Answer for the events found; the others stay without an answer."""
    told = []
    for event in gold["events"]:
        found = event_at(reading["events"], (event["start"], event["end"]))
        if found and class_of_gold(event):
            told.append({"id": f"{gold['id']}#{event['id']}", "type": class_of_ours(found)})
    return told


def meantime_gold_found(gold: Form, reading: Form) -> list[Form]:
    """Give only the events that the reading found."""
    found = {each["id"] for each in meantime_answers(gold, reading)}
    return [each for each in meantime_gold(gold, reading) if each["id"] in found]


def reality_at(gold: Form, reading: Form) -> Form:
    """Answer with kind, reality and confidence of the event at a pair's trigger, if one is read.

    What a reading tells the agreement to ask is no event of it, but demanded. Where no event stands at
    the trigger, `other` is the reality of the text's one event of the same kind: "threw a grenade" may be
    read at its verb.
    """
    start, end = trigger_of(gold)
    event = event_at(reading["events"], (start, end))
    if event is None:
        asked = (each["what"] for each in reading.get("duties", ()))
        due = any(what["start"] < end and start < what["end"] for what in asked)
        if due:
            return {"reality": "demanded", "confidence": 0.5}
        others = [each["reality"] for each in reading["events"] if each["kind"] == gold.get("kind")]
        return {"other": others[0]} if len(others) == 1 else {}
    sure = event.get("reality_confidence", event["confidence"])
    return {"kind": event["kind"], "reality": event["reality"], "confidence": sure}


def trigger_of(gold: Form) -> tuple[int, int]:
    """Give where a pair's trigger stands: its own places, or where its words first occur."""
    trigger = gold["trigger"]
    if isinstance(trigger, dict):
        return int(trigger["start"]), int(trigger["end"])
    if isinstance(trigger, list):
        return int(trigger[0]), int(trigger[1])
    start = gold["text"].find(trigger)
    return (start, start + len(trigger)) if start >= 0 else (0, 0)


def score_realities(pairs: Sequence[tuple[Form, Form]]) -> Form:
    """Score (gold, answer) sentences; an event that is not read is wrong.

    `right` is the share whose reality is right, `found` of those with any event there,
    `kind_and_reality` of those whose kind is right too; `pairs` of pairs with both sides right,
    `hard` of the sentences marked as hard. `asserted_wrongly` counts acts read as asserted that are none,
    `asserted_surely` those of them at a confidence of 0.9 or more. `right_by_kind` counts as right too what
    is right of the one event of the kind that is read at another word.
    """
    right = found = kinds = wrongly = surely = others = 0
    marks: dict[str, list[bool]] = {}
    sides: dict[str, list[bool]] = {}
    hard: list[bool] = []
    for gold, answer in pairs:
        said = answer.get("reality")
        hit = said == gold["reality"]
        marks.setdefault(gold["reality"], []).append(hit)
        sides.setdefault(str(gold.get("pair", gold["id"])), []).append(hit)
        hard += [hit] if gold.get("hard") else []
        found += said is not None
        right += hit
        others += answer.get("other") == gold["reality"]
        kinds += hit and answer.get("kind") == gold.get("kind", answer.get("kind"))
        if said == "asserted" and gold["reality"] != "asserted":
            wrongly += 1
            surely += answer["confidence"] >= CERTAIN
    count = len(pairs)
    return {
        "right": _share(right, count),
        "found": _share(found, count),
        "right_of_found": _share(right, found),
        "right_by_kind": _share(right + others, count),
        "kind_and_reality": _share(kinds, count),
        "pairs": _share(sum(all(hits) for hits in sides.values()), len(sides)),
        "hard": _share(sum(hard), len(hard)),
        "asserted_wrongly": wrongly,
        "asserted_surely": surely,
        "by_reality": {name: [sum(hits), len(hits)] for name, hits in sorted(marks.items())},
        "n": count,
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
