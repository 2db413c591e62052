"""The day on which something was said: the date beside the cue, or the speaker's own before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from trucewatch.core.document import Document
from trucewatch.core.reading import Statement
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression, When
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom, Line

_BORDERS: Final = words("since until till by before after from between of for following 's ’s")
"""Words before a date that make it no day of speaking."""

_ON: Final = words("on in at late early")
_OPENS: Final = 3
"""A date that opens a sentence stands within so many words."""

_OWNED: Final = frozenset({"'s", "’s", "'", "’"})

_AT: Final = words("after following at during")
_THE: Final = words("the their his her this that")
_MEETING: Final = words("meeting meetings talks summit conference session gathering negotiations")
_MEETS: Final = _MEETING | words("met hosted received convened")
_TO_COME: Final = words("will would shall due next planned scheduled")
_AFTER_IT: Final = 3
"""So many words before a meeting's noun tell that somebody spoke there."""

_DAY_BEFORE: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)
_LEAD: Final = 4
"""So many paragraphs tell the news: a byline, a place, and the first two paragraphs."""

_MEETING_BEFORE: Final = 6
"""A meeting was told at most so many sentences before."""


def said_on(
    atoms: Sequence[Atom], outside: Sequence[int], cue: int, dates: Sequence[TimeExpression]
) -> When | None:
    """Give the date nearest to the cue among the words that are not said; None for none."""
    best: tuple[int, TimeExpression] | None = None
    free = frozenset(outside)
    for place in outside:
        if atoms[place].kind != "date" or not _tells_when(atoms, place):
            continue
        if _ends_what_is_said(atoms, place, cue, free):
            continue
        found = dates[atoms[place].ref]
        if found.type not in ("DATE", "TIME") or found.period is None:
            continue
        distance = abs(place - cue)
        if best is None or distance < best[0]:
            best = (distance, found)
    if best is None:
        return None
    found = best[1]
    return When(edtf=found.edtf, period=found.period, span=found.span, basis=found.basis)


def _tells_when(atoms: Sequence[Atom], place: int) -> bool:
    before = atoms[place - 1].low if place else ""
    after = atoms[place + 1].low if place + 1 < len(atoms) else ""
    return before not in _BORDERS and after not in _OWNED


def _ends_what_is_said(
    atoms: Sequence[Atom], place: int, cue: int, outside: frozenset[int]
) -> bool:
    """Tell whether a date only goes on with what was said: "said that they left P late on Monday".

    So it does before a comma and the cue: "X left P late on Monday, Y said".
    """
    before = place - 1
    while before > 0 and before != cue and atoms[before].low in _ON:
        before -= 1
    ahead = place < cue and place + 1 < len(atoms) and atoms[place + 1].low == ","
    said = (before > cue or (ahead and before >= 0)) and before not in outside
    return said and atoms[before].kind not in ("quote", "mark")


def opening_day(lines: Sequence[Line], place: int, dates: Sequence[TimeExpression]) -> When | None:
    """Give the day that opens the paragraph of a line: "On Friday, X met Y. ... Z said."; None for none."""
    first = place
    while first > 0 and lines[first - 1].paragraph == lines[place].paragraph:
        first -= 1
    atoms = lines[first].atoms
    opens = next((at for at in range(min(_OPENS, len(atoms))) if atoms[at].kind == "date"), None)
    if (
        first == place
        or opens is None
        or [each.low for each in atoms[opens + 1 : opens + 2]] != [","]
    ):
        return None
    told = dates[atoms[opens].ref]
    ahead = all(atoms[at].low in ("on", "late", "early", "earlier") for at in range(opens))
    if not ahead or told.type != "DATE" or told.period is None:
        return None
    if told.period.first is None or told.period.first != told.period.last:
        return None
    return When(edtf=told.edtf, period=told.period, span=told.span, basis=told.basis)


def meeting_day(
    lines: Sequence[Line], place: int, outside: Sequence[int], dates: Sequence[TimeExpression]
) -> When | None:
    """Give the day of the meeting that somebody spoke at or after: "X met Y on Monday. ... after the talks".

    It is the last one told before the line at `place`; None where that is told of no day, or of several.
    """
    atoms = lines[place].atoms
    if not any(_is_the_meeting(atoms, at) for at in outside):
        return None
    for line in reversed(lines[max(0, place - _MEETING_BEFORE) : place]):
        lows = {atom.low for atom in line.atoms}
        if lows & _TO_COME or not lows & _MEETS:
            continue
        told = [dates[atom.ref] for atom in line.atoms if atom.kind == "date"]
        days = {each.edtf: each for each in told if each.type in ("DATE", "TIME") and each.period}
        only = next(iter(days.values())) if len(days) == 1 else None
        if only is None or only.period is None or only.period.first != only.period.last:
            return None
        return When(edtf=only.edtf, period=only.period, span=only.span, basis="inherited")
    return None


def _is_the_meeting(atoms: Sequence[Atom], at: int) -> bool:
    before = [atoms[place].low for place in range(max(0, at - _AFTER_IT), at)]
    return (
        atoms[at].low in _MEETING
        and bool(_THE.intersection(before))
        and bool(_AT.intersection(before))
    )


def said_with_the_news(
    document: Document, statements: Sequence[Statement], dates: Sequence[TimeExpression]
) -> tuple[Statement, ...]:
    """Give what is said without a day the one day, before that of publication, that the news is of.

    That is the one day told in the first paragraphs, where nothing is told to be said later.
    """
    day = _news_day(document, statements, dates)
    if day is None:
        return tuple(statements)
    return tuple(
        each if each.said_on is not None else replace(each, said_on=day) for each in statements
    )


def _news_day(
    document: Document, statements: Sequence[Statement], dates: Sequence[TimeExpression]
) -> When | None:
    published = document.published
    if published is None or published.toordinal() <= _WEEK.days:
        return None
    told = {_day_of(each): each for each in dates if _in_lead(each.span, document)}
    lately = {day for day in told if day is not None and published - _WEEK <= day <= published}
    day = lately.pop() if len(lately) == 1 else published
    said = (each.said_on.period for each in statements if each.said_on is not None)
    later = any(period and period.last and period.last > day for period in said)
    if day != published - _DAY_BEFORE or later:
        return None
    only = told[day]
    return When(edtf=only.edtf, period=only.period, span=only.span, basis="inherited")


def _in_lead(span: Span, document: Document) -> bool:
    paragraphs = [block.span for block in document.blocks if block.kind != "title"]
    return any(block.holds(span) for block in paragraphs[:_LEAD])


def _day_of(told: TimeExpression) -> date | None:
    """Give the day that an expression names; None for an hour, and for longer times."""
    period = told.period
    whole = told.type == "DATE" and period is not None and period.first == period.last
    return period.first if whole and period is not None else None


def inherited(earlier: When | None) -> When | None:
    """Give the same day, as taken over from what the speaker said before."""
    if earlier is None:
        return None
    return When(edtf=earlier.edtf, period=earlier.period, span=earlier.span, basis="inherited")
