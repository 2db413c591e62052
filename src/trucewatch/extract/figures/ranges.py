"""The far end of a range: `15-20 km`, `between 8 and 10`, `$3 to $5 billion`; a change is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.figures.measures import (
    behind_name,
    read_unit,
)
from trucewatch.extract.figures.numbers import STARTS, Number, read_number
from trucewatch.extract.figures.phrases import counted_phrase
from trucewatch.extract.figures.words import (
    CHANGES,
    MONEY,
)

_JOINERS: Final = frozenset(["-", "–", "—", "‑", "−", "to", "or", "and"])


@dataclass(frozen=True, slots=True)
class Reach:
    """The far end of a range; `end` is 0 where the two numbers are a score, and `skip` is behind."""

    low: float = 0.0
    high: float = 0.0
    end: int = 0
    unit: str | None = None
    skip: int = 0


def read_range(tokens: Tokens, at: int, number: Number, unit: str | None) -> Reach | None:
    """Read the second end of `15-20 km`, `between 8 and 10`, `$3 to $5 billion`, `7 or 8`."""
    place = number.end
    if tokens.at(place) not in _JOINERS or unit is not None:
        place = read_unit(tokens, number.end)[0]
    joiner = tokens.at(place)
    if joiner not in _JOINERS or number.unit is not None or number.vague:
        return None
    if joiner == "and" and not _between(tokens, at):
        return None
    if joiner == "to" and _rises(tokens, at, unit):
        return None
    second = place + 1
    while second < place + 4 and tokens.at(second) in ("$", "€", "£", "us", "to", "-"):
        second += 1
    if tokens.kinds[second : second + 1] != ["number"] and tokens.at(second) not in STARTS:
        return None
    if tokens.at(second) in ("a", "an", "half"):
        return None
    other = read_number(tokens, second, money=second > place + 1)
    if other is None or other.vague or other.unit is not None:
        return None
    return _reach(tokens, number, other, joiner, unit)


def _reach(
    tokens: Tokens, number: Number, other: Number, joiner: str, unit: str | None
) -> Reach | None:
    end, behind = read_unit(tokens, other.end)
    low = number.value
    if number.power == 1.0 and other.power > 1.0 and low < other.value / other.power:
        low *= other.power
    if low < other.value and (unit is None or behind is None or behind == unit):
        if joiner in ("and", "or", "to") and behind is None and unit not in (None, *MONEY):
            return None
        if joiner == "or" and other.value > 2 * low:
            return None
        return Reach(low, other.value, end if behind else other.end, behind or unit)
    if joiner in ("-", "–") and unit is None and behind is None and low >= other.value:
        return Reach(skip=behind_name(tokens, other.end))
    return None


def _between(tokens: Tokens, at: int) -> bool:
    return "between" in tokens.lower[max(at - 3, 0) : at]


def _rises(tokens: Tokens, at: int, unit: str | None) -> bool:
    """Tell whether "from 22 to 23", "by $3 to $5" tell a change and not a range."""
    before = tokens.lower[max(at - 8, 0) : at]
    if "by" in before[-3:]:
        return unit is not None and not CHANGES.isdisjoint(before)
    return "from" in before[-2:] and not CHANGES.isdisjoint(before)


def is_no_range(
    tokens: Tokens, at: int, values: tuple[float, ...], unit: str | None, end: int
) -> bool:
    """Tell a telephone number and two years from a range."""
    return _like_a_telephone(tokens, at, unit, end) or _years(tokens, at, values, unit)


def _like_a_telephone(tokens: Tokens, at: int, unit: str | None, end: int) -> bool:
    """Tell `555-1234`: three and four figures, and nothing counted."""
    lengths = [len(word) for word in tokens.words[at:end] if word.isdigit()]
    return unit is None and lengths == [3, 4] and counted_phrase(tokens, end) is None


def _years(tokens: Tokens, at: int, values: tuple[float, ...], unit: str | None) -> bool:
    """Tell `between 1600 and 1900`: two years that are too far back for a date."""
    plain = len(tokens.words[at]) == 4 and unit is None
    return plain and all(1000 <= value <= 2200 for value in values)
