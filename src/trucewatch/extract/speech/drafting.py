"""Every pattern, tried on one line from left to right."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.cues import FORMS
from trucewatch.extract.speech.atoms import Line
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.patterns import take_verb
from trucewatch.extract.speech.phrases import (
    RUMOURS,
    is_according,
    quoted_as,
    take_according,
    take_hearsay,
    take_passive,
    take_quoted,
    take_rumour,
)
from trucewatch.extract.speech.reader import LineReader
from trucewatch.extract.speech.titles import take_title
from trucewatch.extract.speech.verbs import Group, verb_group

_TRIGGERS: Final = frozenset(FORMS) | RUMOURS | {"according"}
"""The words at which a pattern may begin."""


def read_drafts(line: Line) -> list[Draft]:
    """Find what a line gives to whom, in the order of the cues."""
    reader = LineReader(line)
    if line.title and take_title(reader):
        return reader.drafts
    for place in range(len(line.atoms)):
        if place >= reader.floor:
            _take(reader, place)
    reader.close(len(line.atoms))
    take_hearsay(reader)
    reader.close(len(line.atoms))
    return reader.drafts


def _take(reader: LineReader, place: int) -> None:
    if reader.atoms[place].low not in _TRIGGERS:
        return
    if is_according(reader.atoms, place):
        take_according(reader, place)
        return
    if take_rumour(reader, place):
        return
    group = verb_group(reader.atoms, place, titled=reader.line.title)
    if group is None or group.first < reader.floor:
        return
    if group.negated or group.modal:
        return
    _take_group(reader, group)


def _take_group(reader: LineReader, group: Group) -> None:
    quoted = quoted_as(reader.atoms, group.verb)
    if quoted >= 0:
        take_quoted(reader, group, quoted)
    elif group.passive:
        take_passive(reader, group)
    else:
        take_verb(reader, group)
