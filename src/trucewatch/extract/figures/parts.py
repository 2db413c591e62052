"""Totals with their parts: "12 people: 7 civilians and 5 fighters", "46 wounded, eight of them children"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from trucewatch.core.allowed import Allowed, add_up, allowed, told_allowed
from trucewatch.core.document import Warning
from trucewatch.core.reading import Figure
from trucewatch.core.span import Span
from trucewatch.extract.figures.words import COUNTS, FIGHTERS, PERSONS
from trucewatch.extract.lexicons import words

FARTHEST: Final = 160
"""Characters between a total and its first part, or one part and the next: no further is looked."""
MOST: Final = 40
"""Parts of one total: a list of places is shorter."""

_NAME: Final = r"(?:[A-Z\u00c0-\u024f][\w'’]*)"
_PLACE: Final = (
    rf"(?:the\s|al[\s-])?{_NAME}(?:[\s-](?:{_NAME}|provinces?|governorates?|al|of|the)){{0,5}}"
)
_VERB: Final = (
    r"(?:(?:were|was|have\s+been|had\s+been|are)\s+)?(?:killed|wounded|injured|dead|died|hurt)"
)

_SOME: Final = re.compile(
    r"[^.;:!?]{0,80}?[\s,(–—-](?:including|included|among\s+(?:them|whom|those)|(?:of|amongst)\s+(?:them|whom|which|those))"
    r"(?:\s+(?:were|are|being))?,?\s*"
)
"""What stands between a total and a part that does not claim to be all."""
_NEXT_SENTENCE: Final = re.compile(
    r"[^.;:!?]{0,80}\.\s+(?:Of|Among)\s+(?:them|these|those|the\s+dead),?\s*"
)
_LIST: Final = re.compile(rf"[^.;:!?()]{{0,100}}:\s*(?:in\s+)?(?:{_PLACE}\s*[-–—:(]?\s*)?")
"""A colon: what follows are all."""
_BRACKET: Final = re.compile(r"[^.;:!?()]{0,60}\(\s*")
_BRACKETS: Final = re.compile(rf"[^.;:!?()]{{0,100}}?\b(?:in|at|of|on)\s+{_PLACE}\s*\(\s*")
"""A place with its number in brackets."""
_DASH: Final = re.compile(r"(?:[^.;:!?()]{0,60})?\s[–—-]\s+")
_BESIDE: Final = re.compile(rf"\s*(?:{_VERB})?\s*,\s*")
"""A comma, and who they were: only where a noun says who."""
_OF_THEM: Final = re.compile(
    r"\s+(?:of|amongst)\s+(?:(?:them|whom|which)\b|those\b(?!\s+\w))", re.IGNORECASE
)
_BESIDE_ANOTHER: Final = re.compile(r"\s*\w*\s*(?:,|,?\s*and)\s*(?:(?!includ|among)\w+\s+)?")
"""Between two figures that stand side by side: what follows may be a part of either."""

_WHERE: Final = r"\s+(?:(?:were|was)\s+)?(?:in|at|near|on)\s+[^,;:.()!?\d]{1,60}?"
"""Where the things of a part were: `in the province of P`."""
_IS_WHERE: Final = re.compile(rf"{_WHERE}(?=[,;.]|\s+and\b|$)")
_BY_PLACE: Final = re.compile(
    rf"(?:(?!\s(?:in|at|near)\s+(?:the\s+)?{_NAME})[^.;:!?(),]){{0,100}},\s*"
)
"""A comma with no place before it: the parts behind it say where."""

_ON: Final = re.compile(
    rf"\s*\)?(?:{_WHERE})?\s*(?:,|;|,?\s*and\b|,?\s*as\s+well\s+as\b)\s*"
    rf"(?:and\s+)?(?:the\s+other\s+)?(?:(?:in\s+)?{_PLACE}\s*(?:[-–—:(]\s*))?"
)
"""What stands between two parts of one list."""

_ANYBODY: Final = words(
    "people persons person dead casualties victims others lives bodies deaths fatalities"
)
_HARMS: Final = frozenset(COUNTS.values())
_UNMEASURED: Final = frozenset({None, "people", "violations", "attacks", "cases"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A total and the parts that a text tells of it, in its order; `all` where they claim to be all."""

    total: Figure
    parts: tuple[Figure, ...]
    all: bool


def find_parts(text: str, figures: Sequence[Figure]) -> Iterator[Parts]:
    """Yield each total with its parts; no figure is a part of two totals."""
    place = 0
    while place < len(figures) - 1:
        found = _parts_of(text, figures, place)
        if found is None:
            place += 1
            continue
        yield found
        place += len(found.parts)


def with_totals(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Give each part its total, and what the total counts where its own words do not say."""
    totals = {part.id: found.total for found in find_parts(text, figures) for part in found.parts}
    return tuple(
        _as_part(figure, totals[figure.id]) if figure.id in totals else figure for figure in figures
    )


def warn_of_sums(text: str, figures: Sequence[Figure]) -> Iterator[Warning]:
    """Yield a warning where parts that claim to be all do not add up, or parts exceed their total."""
    for found in find_parts(text, figures):
        total = allowed(found.total.low, found.total.high, found.total.bound)
        where = Span.cut(text, found.total.span.start, _end(found.parts[-1]))
        named = " ".join(found.total.span.text.split())
        added = add_up(map(_allowed, found.parts))
        larger = next((each for each in found.parts if total.lies_below(_allowed(each))), None)
        too_many = _are_apart(text, found.parts) and total.lies_below(added)
        if too_many or (found.all and not total.meets(added)):
            message = f"the parts told of {named} add up to {told_allowed(added)}"
            yield Warning(code="parts_do_not_sum", message=message, span=where)
        elif larger is not None:
            part = " ".join(larger.span.text.split())
            message = f"{part} is told as a part of {named}, and is more"
            yield Warning(code="part_exceeds_total", message=message, span=where)


def _are_apart(text: str, parts: Sequence[Figure]) -> bool:
    """Tell parts that were each somewhere else: nothing is counted in two of them."""
    return len(parts) > 1 and all(_IS_WHERE.match(text, part.span.end) for part in parts)


def _as_part(figure: Figure, total: Figure) -> Figure:
    """Give a part what its total counts: "12 killed: 7 civilians" are killed civilians."""
    counts = figure.counts
    if total.counts in _HARMS and counts in (None, "fighters", "population"):
        counts = total.counts
    return replace(figure, part_of=total.id, counts=counts or total.counts)


def _allowed(figure: Figure) -> Allowed:
    return allowed(figure.low, figure.high, figure.bound)


def _parts_of(text: str, figures: Sequence[Figure], place: int) -> Parts | None:
    total = figures[place]
    if not _can_be_total(total):
        return None
    opened = _opening(text, total, figures[place + 1])
    if opened is None or (opened == "some" and _is_beside_another(text, figures, place)):
        return None
    parts = [figures[place + 1]]
    by_place = opened == "places"
    for figure in figures[place + 2 : place + 1 + MOST]:
        between = text[_end(parts[-1]) : figure.span.start]
        if _is_nested(text, figure) or not _is_alike(figure, total, opened):
            break
        if len(between) > FARTHEST or not _ON.fullmatch(between):
            break
        if by_place and not _IS_WHERE.match(text, figure.span.end):
            break
        parts.append(figure)
    if opened != "some" and len(parts) < 2:
        return None
    if opened in ("beside", "places") and any(
        _allowed(total).lies_below(_allowed(each)) for each in parts
    ):
        return None  # a list: "5 people, 20 fighters and 3 guards"
    return Parts(total=total, parts=tuple(parts), all=opened != "some" and len(parts) > 1)


def _can_be_total(figure: Figure) -> bool:
    counted = figure.counts is not None or figure.unit == "people"
    return counted and figure.unit in _UNMEASURED


def _opening(text: str, total: Figure, first: Figure) -> str | None:
    """Tell how the first part of a total is told: `some`, a `list`, by `places`, or names `beside` it."""
    between = text[_end(total) : first.span.start]
    if len(between) > FARTHEST or first.unit not in _UNMEASURED:
        return None
    if _is_nested(text, first) and re.fullmatch(r"[^.;:!?]{0,80}[,(–—-]\s*(?:and\s+)?", between):
        return "some"
    if _SOME.fullmatch(between) or _NEXT_SENTENCE.fullmatch(between):
        return "some"
    if not _is_alike(first, total, "list"):
        return None
    if any(form.fullmatch(between) for form in (_LIST, _BRACKET, _BRACKETS, _DASH)):
        return "list"
    if _is_bare(first) and _BY_PLACE.fullmatch(between) and _IS_WHERE.match(text, first.span.end):
        return "places"
    generic = _head(total) in (None, *_ANYBODY)
    return "beside" if generic and _names_people(first) and _BESIDE.fullmatch(between) else None


def _is_bare(figure: Figure) -> bool:
    """Tell a number that stands without a noun: "10 in P"."""
    return figure.of is None and figure.unit in (None, "people")


def _is_nested(text: str, figure: Figure) -> bool:
    """Tell `eight of them`."""
    return _OF_THEM.match(text, figure.span.end) is not None


def _is_beside_another(text: str, figures: Sequence[Figure], place: int) -> bool:
    """Tell `12 killed and 46 wounded, eight of them children`: nobody can say of which."""
    if place == 0:
        return False
    between = text[_end(figures[place - 1]) : figures[place].span.start]
    return len(between) <= FARTHEST and _BESIDE_ANOTHER.fullmatch(between) is not None


def _is_alike(part: Figure, total: Figure, opened: str) -> bool:
    """Tell whether a figure counts what the total does: not the wounded beside the dead."""
    if part.unit not in _UNMEASURED:
        return False
    if opened == "beside" and not _names_people(part):
        return False
    return part.counts in (None, total.counts) or (
        total.counts in (None, *_HARMS) and part.counts in ("fighters", "population")
    )


def _names_people(figure: Figure) -> bool:
    head = _head(figure)
    return head is not None and head in PERSONS | FIGHTERS and head not in _ANYBODY


def _head(figure: Figure) -> str | None:
    return figure.of.text.lower().split()[-1] if figure.of else None


def _end(figure: Figure) -> int:
    return max(figure.span.end, figure.of.end if figure.of else 0)
