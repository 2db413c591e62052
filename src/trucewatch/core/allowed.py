"""The numbers that a claimed figure allows, as its bound says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import Final

from trucewatch.core.reading import Bound

LEEWAY: Final = 0.1
"""The part of a number by which "about" and "almost" may miss it: 46 told as "almost 50"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """Numbers from `low` to `high`; an end that is open (`more than 5`) is itself not allowed."""

    low: float = -inf
    high: float = inf
    low_open: bool = False
    high_open: bool = False

    def holds(self, other: Allowed) -> bool:
        """Tell whether every number of `other` is allowed here too."""
        return self._ends_below(other) and self._ends_above(other)

    def meets(self, other: Allowed) -> bool:
        """Tell whether some number is allowed by both."""
        return not (self.lies_below(other) or other.lies_below(self))

    def lies_below(self, other: Allowed) -> bool:
        """Tell whether every number here is smaller than every one of `other`."""
        touching = self.high == other.low and (self.high_open or other.low_open)
        return self.high < other.low or touching

    def both(self, other: Allowed) -> Allowed:
        """Give the numbers that both allow; ValueError where there are none."""
        if not self.meets(other):
            raise ValueError("no number is allowed by both")
        below = other if self._ends_below(other) else self
        above = other if self._ends_above(other) else self
        return Allowed(
            low=below.low, high=above.high, low_open=below.low_open, high_open=above.high_open
        )

    def _ends_below(self, other: Allowed) -> bool:
        open_end = self.low_open and not other.low_open
        return self.low < other.low or (self.low == other.low and not open_end)

    def _ends_above(self, other: Allowed) -> bool:
        open_end = self.high_open and not other.high_open
        return self.high > other.high or (self.high == other.high and not open_end)


def allowed(low: float | None, high: float | None, bound: Bound) -> Allowed:
    """Give the numbers that a figure allows: `about 100` 90 to 110, `almost 50` 45 to below 50."""
    below = -inf if low is None else low
    above = inf if high is None else high
    if bound in ("about", "almost"):
        below -= LEEWAY * abs(below)
    if bound == "about":
        above += LEEWAY * abs(above)
    return Allowed(
        low=below,
        high=above,
        low_open=bound == "more_than",
        high_open=bound in ("less_than", "almost") and below != above,
    )


def add_up(numbers: Iterable[Allowed]) -> Allowed:
    """Give what the sum of several figures allows; of none, zero."""
    each = tuple(numbers)
    low, high = sum(one.low for one in each), sum(one.high for one in each)
    return Allowed(
        low=low,
        high=high,
        low_open=low > -inf and any(one.low_open for one in each),
        high_open=high < inf and any(one.high_open for one in each),
    )


def from_least_to_most(numbers: Iterable[Allowed]) -> Allowed:
    """Give all that lies between the least and the most that several figures allow."""
    each = tuple(numbers)
    least = min(each, key=lambda one: (one.low, one.low_open))
    most = max(each, key=lambda one: (one.high, not one.high_open))
    return Allowed(low=least.low, high=most.high, low_open=least.low_open, high_open=most.high_open)


def told(low: float | None, high: float | None, bound: Bound) -> str:
    """Write a figure as its bound says: `5`, `5 to 8`, `at least 5`."""
    if bound == "range":
        return f"{_number(low)} to {_number(high)}"
    number = _number(high if low is None else low)
    return number if bound == "exact" else f"{bound.replace('_', ' ')} {number}"


def told_allowed(numbers: Allowed) -> str:
    """Write numbers as people do: `5`, `5 to 8`, `at least 5`, `less than 8`, `any number`."""
    low, high = _number(numbers.low), _number(numbers.high)
    if numbers.low == numbers.high:
        return low
    if numbers.high == inf:
        if numbers.low == -inf:
            return "any number"
        return f"more than {low}" if numbers.low_open else f"at least {low}"
    if numbers.low == -inf:
        return f"less than {high}" if numbers.high_open else f"at most {high}"
    return f"{'more than ' if numbers.low_open else ''}{low} to {'below ' if numbers.high_open else ''}{high}"


def _number(number: float | None) -> str:
    return "unknown" if number is None else f"{number:,.10g}"
