"""Acts told for several days at once: "shelled P on Thursday and again on Saturday" are two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from trucewatch.core.reading import HAPPENED, Aspect, Event
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression, When

_MOST: Final = 6
"""So many days are told one after another."""

_AND_ON: Final = re.compile(
    r"(?:\s*,)?\s*(?:and\b\s*)?(?:(?:then|later|also)\s+)?"
    r"(?:(?:again|once again|once more|a second time|another time)\s+)?"
    r"(?:(?:on|early on|late on)\s+)?",
    re.IGNORECASE,
)
_AGAIN_ON: Final = re.compile(
    r"[^.;:,]{0,40}?\band\s+(?:then\s+)?(?:again|once again|once more|a second time)\s+"
    r"(?:on\s+|early on\s+|late on\s+)?",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(
    r"\s*(?:[.,;:!?)\]\"”’—–-]|\Z|(?:in|at|near|with|using|when|while|after|from|by|against|according"
    r"|local|as|but|although)\b)",
    re.IGNORECASE,
)
"""What may follow on a day that ends a clause."""

_NO_CLAUSE: Final = re.compile(
    r"\s*(?:[.;!?\"”]|\Z|[a-z]|,\s+(?:\w+ing|according|when|which|where)\b"
    r"|,[^,;:]{1,60}\b(?:said|says|reported|reports|added|told)\b[^,;:]*\Z)"
)
_OPENING: Final = re.compile(r"[\s\"“‘'(]*(?:(?:early|late)\s+)?(?:on\s+)?", re.IGNORECASE)


def further_days(text: str, dates: Sequence[TimeExpression], event: Event) -> tuple[When, ...]:
    """Give the days told together with an act's own day, on which it was done as well."""
    own, sentence = event.when, event.sentence
    if event.reality not in HAPPENED or event.aspect is not Aspect.ONCE or sentence is None:
        return ()
    if own is None or own.span is None or not _is_day(own):
        return ()
    run = _run(text, [date for date in dates if _is_day(date)], own.span)
    if len({date.edtf for date in run}) < len(run) or len(run) > _MOST:
        return ()
    told = _closed(text, run, sentence)
    if told and own.span.end <= event.trigger.start:
        opening = _OPENING.fullmatch(text[sentence.start : told[0].span.start])
        told = told if opening is not None else []
    days = [date for date in told if date.span != own.span]
    if len(days) == len(told):
        return ()
    return tuple(
        When(edtf=each.edtf, period=each.period, span=each.span, basis=each.basis) for each in days
    )


def _run(text: str, dates: Sequence[TimeExpression], own: Span) -> list[TimeExpression]:
    """Give the dates told one after another of which one is an act's own."""
    run: list[TimeExpression] = []
    for date in sorted(dates, key=lambda each: each.span.start):
        if run and not _joins(text[run[-1].span.end : date.span.start]):
            if any(each.span == own for each in run):
                break
            run = []
        run.append(date)
    return run if any(each.span == own for each in run) else []


def _closed(text: str, run: Sequence[TimeExpression], sentence: Span) -> list[TimeExpression]:
    """Give a run up to its last day before which stands *and*, and that opens no clause."""
    for last in range(len(run) - 1, 0, -1):
        between = text[run[last - 1].span.end : run[last].span.start]
        if _closes(between, text[run[last].span.end : sentence.end]):
            return list(run[: last + 1])
    return []


def _joins(between: str) -> bool:
    return bool(between.strip()) and any(
        pattern.fullmatch(between) is not None for pattern in (_AND_ON, _AGAIN_ON)
    )


def _closes(between: str, behind: str) -> bool:
    """Tell whether a day is the last one told, and opens no clause of its own: "and on Friday Q fell"."""
    words = between.lower().split()
    if "and" not in words or _GOES_ON.match(behind) is None:
        return False
    opens = words[-1] == "on" and not {"again", "more", "time"} & set(words)
    return not opens or _NO_CLAUSE.match(behind) is not None


def _is_day(when: When | TimeExpression) -> bool:
    period = when.period
    return period is not None and period.first is not None and period.first == period.last
