"""Whose denial it is: what one says and another turns down, the one who says it does not deny."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Final

from trucewatch.core.reading import Event, Reality, Statement
from trucewatch.extract.events.nearest import held_by, nearest
from trucewatch.extract.events.whether.signs import takes_back

_UNTOLD: Final = frozenset({Reality.DENIED, Reality.NEGATED})
_NEAR: Final = 250
"""No denial by another one stands further away than so many characters."""

_POINTS: Final = re.compile(
    r"\W*(?:this|that|these|those|it|all\s(?:of\s)?(?:this|that)|such\s\w+)(?:['’]s)?\b[^.!?]{0,60}",
    re.IGNORECASE,
)
"""How a sentence opens that speaks of what was said before: "That is a lie"."""

_ACCUSES_US: Final = re.compile(r"\b(?:accus|blam)(?:e[sd]?|ing)\s(?:us|me|our)\b", re.IGNORECASE)
"""What is only cited is not denied yet."""

_SENTENCE: Final = re.compile(r"(?<=[.!?])[\"”’]?\s+")


def as_they_tell(
    text: str, events: Iterable[Event], statements: Sequence[Statement]
) -> Iterator[Event]:
    """Yield events in their order; what only another one denies is told as its own speaker tells it.

    "X said that A, a charge that Y rejected"; ""That is a lie," X said. "A."" tells A too.
    """
    by_id = {statement.id: statement for statement in statements}
    parts = sorted(
        (part.start, number)
        for number, statement in enumerate(statements)
        for part in (*statement.cue, *statement.content)
    )
    for event in events:
        statement = by_id.get(event.statement or "")
        near = (statements[number] for number in _near(parts, event.trigger.end))
        if statement is not None and _is_not_theirs(text, event, statement, near):
            event = replace(event, reality=Reality.ASSERTED, ahead=False)
        yield event


def _near(parts: Sequence[tuple[int, int]], place: int) -> Iterator[int]:
    """Yield the numbers of the statements of which a part begins near a place, each once."""
    first = bisect_left(parts, place - _NEAR, key=itemgetter(0))
    last = bisect_right(parts, place + _NEAR, key=itemgetter(0))
    yield from dict.fromkeys(number for _, number in parts[first:last])


def _is_not_theirs(
    text: str, event: Event, statement: Statement, near: Iterable[Statement]
) -> bool:
    sentence = event.sentence
    if event.reality not in _UNTOLD or sentence is None or not statement.source:
        return False
    own = [
        text[max(each.start, sentence.start) : min(each.end, sentence.end)]
        for each in statement.content
    ]
    if any(takes_back(words) for words in (*own, *(cue.text for cue in statement.cue))):
        return False
    if any(_ACCUSES_US.search(words) for words in own):
        after = (text[max(each.start, sentence.end) : each.end] for each in statement.content)
        return not any(takes_back(words) for words in after)
    if any(_turns_down(each, event, statement) for each in near):
        return True
    before = (text[each.start : min(each.end, sentence.start)] for each in statement.content)
    return any(_answers(each) for words in before for each in _SENTENCE.split(words))


def _answers(sentence: str) -> bool:
    """Tell whether a sentence turns down what was said before it: "That is a lie"."""
    found = _POINTS.match(sentence)
    return found is not None and takes_back(found.group())


def _turns_down(other: Statement, event: Event, statement: Statement) -> bool:
    """Tell whether a statement by another one takes back what is told."""
    if other.id == statement.id or _speaks(other) == _speaks(statement):
        return False
    if nearest(held_by((other,), event.trigger.start, event.trigger.end)) is not None:
        return False
    return takes_back(" ".join(part.text for part in (*other.cue, *other.content)))


def _speaks(statement: Statement) -> tuple[str | None, str]:
    named = statement.for_ or statement.speaker
    return named, "" if named else " ".join(span.text for span in statement.source)
