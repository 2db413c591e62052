"""Every pattern, tried on one line from left to right."""

from __future__ import annotations

from typing import Final

from trucewatch.core.charge import CHARGES
from trucewatch.extract.cues import FORMS
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.according import RUMOURS, account_at, is_according, take_according
from trucewatch.extract.speech.atoms import Line, words_before
from trucewatch.extract.speech.behind import take_behind
from trucewatch.extract.speech.clauses import ISSUED
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.grammar import DOCUMENT_NOUNS
from trucewatch.extract.speech.passing import TRIGGERS, take_passing
from trucewatch.extract.speech.patterns import take_verb
from trucewatch.extract.speech.phrases import (
    HAS_IT,
    take_charged,
    take_hearsay,
    take_passive,
    take_rumour,
)
from trucewatch.extract.speech.quoting import quoted_as, take_quoted
from trucewatch.extract.speech.reader import LineReader
from trucewatch.extract.speech.rebutted import (
    DENIALS,
    take_answered,
    take_rebutted,
    take_turned_down,
)
from trucewatch.extract.speech.titles import is_headline, take_title
from trucewatch.extract.speech.turning import takes_over
from trucewatch.extract.speech.unsaid import leaves_unsaid
from trucewatch.extract.speech.verbs import Group, verb_group

_HEARD: Final = words("learned learnt learns hears heard")
_OF_IT: Final = words("""
    line phrase claim remark remarks sentence statement quote wording message comment report story
    account assertion exchange news
    """)
"""Nouns that speak of what was just said."""
_GOES: Final = words("that which later first then put run read also since")

_TRIGGERS: Final = (
    frozenset(FORMS)
    | RUMOURS
    | HAS_IT
    | TRIGGERS
    | CHARGES
    | DENIALS
    | {"according", "by", "on", "in"}
)
"""The words at which a pattern may begin."""


def read_drafts(line: Line) -> list[Draft]:
    """Find what a line gives to whom, in the order of the cues."""
    reader = LineReader(line)
    if (line.title or is_headline(line)) and take_title(reader):
        return reader.drafts
    if take_behind(reader):
        return reader.drafts
    for place in range(len(line.atoms)):
        if place >= reader.floor:
            _end_what_is_open(reader, place)
            _take(reader, place)
    reader.close(len(line.atoms))
    take_hearsay(reader)
    reader.close(len(line.atoms))
    return reader.drafts


def _end_what_is_open(reader: LineReader, place: int) -> None:
    """End what somebody says where the page, or who a clause about him stands behind, goes on."""
    if reader.opened is None or reader.leave_relative(place):
        return
    turns = takes_over(reader.atoms, reader.begun, place)
    if turns or _speaks_of_it(reader.line, place):
        reader.close(place)


def _speaks_of_it(line: Line, place: int) -> bool:
    """Tell whether ", a line repeated by AGENCY" or ", a phrase that AGENCY flashed" begins here."""
    ahead = [atom.low for atom in line.atoms[place : place + 6]]
    if ahead[:2] == [",", "in"] and len(ahead) > 3 and ahead[2] in ("a", "an", "the", "remarks"):
        return any(low in DOCUMENT_NOUNS for low in ahead[2:])
    if ahead[:1] == ["in"] and len(ahead) > 3 and ahead[1] in ("a", "an", "the"):
        document = next((at for at, low in enumerate(ahead[:4]) if low in DOCUMENT_NOUNS), 0)
        return document > 0 and document + 1 < len(ahead) and ahead[document + 1] in ISSUED
    if len(ahead) < 4 or ahead[0] not in (",", "–", "—") or ahead[1] not in ("a", "the"):
        return False
    return ahead[2] in _OF_IT and (ahead[3] in _GOES or ahead[3].endswith("ed"))


def _take(reader: LineReader, place: int) -> None:
    if reader.atoms[place].low not in _TRIGGERS:
        return
    start = place + 2 if is_according(reader.atoms, place) else account_at(reader.atoms, place)
    if start:
        take_according(reader, place, start)
        return
    if leaves_unsaid(words_before(reader.atoms, place), reader.atoms[place].low):
        return
    if take_rumour(reader, place) or take_rebutted(reader, place) or take_passing(reader, place):
        return
    heard = reader.atoms[place].low in _HEARD and place + 1 < len(reader.atoms)
    if heard and reader.atoms[place + 1].low in ("of", "about"):
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
        if not (take_answered(reader, group) or take_charged(reader, group)):
            take_passive(reader, group)
    elif not take_turned_down(reader, group):
        take_verb(reader, group)
