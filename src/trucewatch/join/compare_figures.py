"""How two claimed figures stand to each other: a word, and why; neither is called right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from trucewatch.core.allowed import Allowed, allowed, told, told_allowed
from trucewatch.core.reading import Bound
from trucewatch.core.rival import ClaimedFigure
from trucewatch.core.when import Period, edtf


class Stands(StrEnum):
    """How one figure stands to another of the same matter."""

    AGREE = "agree"
    NARROWER = "narrower"
    CONTRADICT = "contradict"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A word, the reason for it, and which of the two says more where one is narrower."""

    word: Stands
    reason: str
    narrower: Literal["first", "second"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A claimed figure with all that decides what it can be compared with; None is not told.

    `counts` is what became of those counted (killed) or what happened (violations); `of` who or what
    they are, and of a percentage its whole. `part` tells a part of a total that the text names.
    """

    counts: str | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None = None
    of: str | None = None
    place: str | None = None
    days: Period | None = None
    cumulative: bool | None = None
    part: bool = False


def counted_claim(
    claim: ClaimedFigure, counts: str, place: str | None, days: Period | None
) -> Counted:
    """Give a claimed figure with the matter that it is claimed of."""
    return Counted(
        counts=counts,
        low=claim.low,
        high=claim.high,
        bound=claim.bound,
        unit=claim.unit,
        of=claim.of,
        place=place,
        days=days,
    )


_METRES: Final = {
    "km": 1000.0, "m": 1.0, "cm": 0.01, "mm": 0.001, "miles": 1609.344, "feet": 0.3048,
    "yards": 0.9144, "inches": 0.0254,
}  # fmt: skip
_SQUARE_METRES: Final = {
    "km2": 1e6, "m2": 1.0, "square miles": 2589988.110336, "hectares": 1e4, "acres": 4046.8564224,
}  # fmt: skip
_SCALES: Final = (_METRES, _SQUARE_METRES)
_SHARES: Final = frozenset({"percent", "percentage points"})
_PEOPLE: Final = frozenset({None, "people"})
_ANYBODY: Final = frozenset({
    "people", "person", "persons", "dead", "killed", "wounded", "injured", "victims", "victim",
    "casualties", "lives", "others", "deaths", "fatalities", "bodies", "individuals", "inhabitants",
    "residents", "displaced", "missing", "injuries",
})  # fmt: skip
"""Words for all who are counted: who is told apart from them is a part of them."""
_SUMS: Final = {"killed and wounded": frozenset({"killed", "wounded"})}
"""What counts several things in one number."""


def compare(one: Counted, other: Counted) -> Comparison:
    """Compare two figures of one matter by the numbers that they allow; say why.

    The same or overlapping numbers agree; where all of one are among the other's, it is narrower;
    where none is allowed by both, they contradict; of different matters they are not comparable.
    """
    apart = _apart(one, other)
    if apart is not None:
        return Comparison(word=Stands.NOT_COMPARABLE, reason=apart)
    if _is_part_of(one, other) and _is_part_of(other, one):
        reason = f"{_named(one)} and {_named(other)}: each counts what the other leaves out"
        return Comparison(word=Stands.NOT_COMPARABLE, reason=reason)
    whole = _whole_and_part(one, other)
    if whole is not None:
        return _within(*whole)
    scale = _scale(one.unit, other.unit)
    first, second = (_on_scale(each, scale) for each in (one, other))
    return compare_numbers(first, second, _told(one), _told(other))


def compare_numbers(one: Allowed, other: Allowed, words: str, other_words: str) -> Comparison:
    """Compare what two figures of the very same thing allow; `words` are how each is told."""
    pair = f"{words} and {other_words}"
    if one == other:
        return Comparison(word=Stands.AGREE, reason=f"{pair}: the same number")
    if not one.meets(other):
        return Comparison(word=Stands.CONTRADICT, reason=f"{pair}: no number is both")
    if other.holds(one):
        reason = f"{words} lies within {other_words}"
        return Comparison(word=Stands.NARROWER, reason=reason, narrower="first")
    if one.holds(other):
        reason = f"{other_words} lies within {words}"
        return Comparison(word=Stands.NARROWER, reason=reason, narrower="second")
    reason = f"{pair}: both allow {told_allowed(one.both(other))}"
    return Comparison(word=Stands.AGREE, reason=reason)


COMPARED: Final = 200
"""Figures of one matter that each is compared with: no page of news has more."""

_GRAVEST: Final = (Stands.CONTRADICT, Stands.NARROWER, Stands.AGREE, Stands.NOT_COMPARABLE)


def standings(figures: Sequence[Counted]) -> tuple[Comparison | None, ...]:
    """Tell of each figure how it stands to the others: by the one that it is furthest from.

    None where there is no other. Of very many figures each is compared with the first alone.
    """
    first = figures[:COMPARED]
    return tuple(
        gravest(compare(figure, other) for place, other in enumerate(first) if place != number)
        for number, figure in enumerate(figures)
    )


def gravest(comparisons: Iterable[Comparison]) -> Comparison | None:
    """Give the first contradiction, else what is narrower, else what agrees; None of none."""
    return min(comparisons, key=lambda each: _GRAVEST.index(each.word), default=None)


def _apart(one: Counted, other: Counted) -> str | None:
    """Tell why two figures cannot be compared at all; None where they can."""
    return (
        _other_thing(one, other)
        or _other_unit(one, other)
        or _other_place(one, other)
        or _other_days(one, other)
        or _other_reach(one, other)
    )


def _other_thing(one: Counted, other: Counted) -> str | None:
    if one.counts == other.counts:
        untold = one.counts is None and None in (_head(one.of), _head(other.of))
        if untold and not {one.unit, other.unit} <= _measures():
            return "what is counted is not told"
    elif one.counts is None or other.counts is None:
        return "what one of them counts is not told"
    elif not _sums(one, other) and not _sums(other, one):
        return f"another thing is counted: {_pair(one.counts, other.counts)}"
    heads = {_head(one.of), _head(other.of)}
    if one.part and other.part and None in heads:
        return "parts of totals that are not told"
    shares = one.unit in _SHARES and other.unit in _SHARES
    if not shares and len(heads - {None}) == 2 and not heads & _ANYBODY:
        return f"others are counted: {_pair(*(head for head in heads if head))}"
    return None


def _other_unit(one: Counted, other: Counted) -> str | None:
    shares = (one.unit in _SHARES, other.unit in _SHARES)
    if shares == (True, True) and one.unit == other.unit:
        first, second = _whole(one.of), _whole(other.of)
        if first is None or second is None:
            return "what a percentage is of is not told"
        return (
            None if first == second else f"percentages of different wholes: {_pair(first, second)}"
        )
    if any(shares) and not all(shares):
        return "a percentage against a number"
    if one.unit == other.unit or {one.unit, other.unit} <= _PEOPLE:
        return None
    if _scale(one.unit, other.unit) or _unit_is_noun(one, other) or _unit_is_noun(other, one):
        return None
    return f"other units: {_pair(one.unit or 'none', other.unit or 'none')}"


def _unit_is_noun(one: Counted, other: Counted) -> bool:
    """Tell whether the one's unit is what is counted ("violations"), and the other has none."""
    return other.unit is None and one.unit in (one.counts, _head(one.of))


def _other_place(one: Counted, other: Counted) -> str | None:
    if one.place == other.place:
        return None
    if one.place is None or other.place is None:
        return "the place of one of them is not told"
    return f"another place: {_pair(one.place, other.place)}"


def _other_days(one: Counted, other: Counted) -> str | None:
    if one.days == other.days:
        return None
    if one.days is None or other.days is None:
        return "the days of one of them are not told"
    pair = _pair(edtf(one.days), edtf(other.days))
    if one.days.overlaps(other.days):
        return f"days that are not the same: {pair}"
    return f"other days: {pair}"


def _other_reach(one: Counted, other: Counted) -> str | None:
    if (one.cumulative is True) != (other.cumulative is True):
        return "a total since some time against what is new"
    return None


def _whole_and_part(one: Counted, other: Counted) -> tuple[Counted, Counted] | None:
    """Give the total and its part, where one of two figures is told as a part of what is counted."""
    if _is_part_of(other, one):
        return one, other
    return (other, one) if _is_part_of(one, other) else None


def _is_part_of(part: Counted, whole: Counted) -> bool:
    if _sums(whole, part):
        return True
    if part.unit in _SHARES:
        return False
    if part.part != whole.part:
        return part.part
    narrow, wide = _head(part.of), _head(whole.of)
    people = {part.unit, whole.unit} <= _PEOPLE and "people" in (part.unit, whole.unit)
    return people and narrow not in (None, *_ANYBODY) and (wide is None or wide in _ANYBODY)


def _within(whole: Counted, part: Counted) -> Comparison:
    """Compare a total with its part: only a part that is larger contradicts."""
    scale = _scale(whole.unit, part.unit)
    total, some = _on_scale(whole, scale), _on_scale(part, scale)
    if total.lies_below(some):
        reason = f"the part, {_named(part)}, is larger than the whole, {_named(whole)}"
        return Comparison(word=Stands.CONTRADICT, reason=reason)
    reason = f"a part against the whole: {_named(part)} of {_named(whole)}"
    return Comparison(word=Stands.NOT_COMPARABLE, reason=reason)


def _named(figure: Counted) -> str:
    what = _head(figure.of) or figure.counts or "people"
    return f"{_told(figure)} {what}"


def _sums(one: Counted, other: Counted) -> bool:
    """Tell whether the one counts what the other does together with something else."""
    return one.counts is not None and other.counts in _SUMS.get(one.counts, ())


def _told(figure: Counted) -> str:
    number = told(figure.low, figure.high, figure.bound)
    return f"{number} {figure.unit}" if figure.unit in _measures() else number


def _measures() -> frozenset[str | None]:
    return frozenset({*_METRES, *_SQUARE_METRES, *_SHARES})


def _scale(one: str | None, other: str | None) -> dict[str, float] | None:
    """Give the scale that holds two different units."""
    found = (scale for scale in _SCALES if one in scale and other in scale and one != other)
    return next(found, None)


def _on_scale(figure: Counted, scale: dict[str, float] | None) -> Allowed:
    """Give what a figure allows; a number in another unit was rounded, and is about itself."""
    if scale is None or figure.unit is None:
        return allowed(figure.low, figure.high, figure.bound)
    factor = scale[figure.unit]
    low = None if figure.low is None else figure.low * factor
    high = None if figure.high is None else figure.high * factor
    rounded = figure.bound in ("exact", "range")
    return allowed(low, high, "about" if rounded else figure.bound)


def _head(phrase: str | None) -> str | None:
    """Give the last word of what is counted: "Syrian civilians" are civilians."""
    words = phrase.lower().split() if phrase else []
    return words[-1] if words else None


def _whole(phrase: str | None) -> str | None:
    words = [word for word in (phrase or "").lower().split() if word not in ("the", "its", "their")]
    return " ".join(words) or None


def _pair(one: str, other: str) -> str:
    return ", ".join(sorted((one, other)))
