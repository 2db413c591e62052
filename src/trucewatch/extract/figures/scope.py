"""Whether a figure is a total or news of one day, and the days that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.core.when import TimeExpression, When
from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.lexicons import words

_TOTAL: Final = words("total totalling totaling overall altogether cumulative tally")
_SO_FAR: Final = (("so", "far"), ("to", "date"), ("in", "all"), ("in", "total"), ("until", "now"))
_ACTS: Final = words(
    "attack raid blast strike airstrike explosion bombing shelling ambush clash clashes incident "
    "assault attacks strikes airstrikes raids"
)
_SPEECH: Final = words(
    "said says told announced reported stated added confirmed warned noted wrote claimed according "
    "statement briefing reporters tweeted interview"
)
_OPENERS: Final = words("on late early in last earlier . “")
_RAISING: Final = words("bringing raising taking brings raises takes brought raised took")
_FIRSTS: Final = words("first worst most only second third")
_SUPERLATIVE_REACH: Final = 6
_SPEECH_REACH: Final = 7
_LONGEST_NEW: Final = 8
"""Days: a figure of a longer stretch is neither a total nor one day's news."""


def is_cumulative(
    tokens: Tokens,
    begin: int,
    first: int,
    end: int,
    stop: int,
    dates: Sequence[TimeExpression],
    *,
    event: bool,
) -> bool | None:
    """Tell whether a figure is a total since some time (True), one event's (False), or untold.

    The figure's own clause decides before the sentence does; only an `event` is of one day.
    """
    low, high = _clause(tokens, begin, first, end, stop)
    if _since(tokens, low, high) or _says(tokens, low, high, _SO_FAR):
        return True
    if _of_one_day(tokens, low, high, dates):
        return False
    before = tokens.lower[max(low, first - 6) : first]
    if not _TOTAL.isdisjoint(before) or ("toll" in before and not _RAISING.isdisjoint(before)):
        return True
    one_day = _of_one_day(tokens, begin, stop, dates)
    if event and not one_day and _since(tokens, begin, stop):
        return True
    if event and (one_day or _in_one_act(tokens, begin, stop)):
        return False
    return None


def _since(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether "since" counts from a time; "the largest attack since May" counts nothing."""
    for at in range(low, high):
        if tokens.lower[at] == "since":
            before = tokens.lower[max(at - _SUPERLATIVE_REACH, low) : at]
            if not any(word.endswith("est") or word in _FIRSTS for word in before):
                return True
    return False


def _in_one_act(tokens: Tokens, begin: int, stop: int) -> bool:
    return any(
        tokens.lower[at] in _ACTS and tokens.at(at - 1) in ("an", "a", "the", "single")
        for at in range(begin, stop)
    )


def _clause(tokens: Tokens, begin: int, first: int, end: int, stop: int) -> tuple[int, int]:
    low = first
    while low > begin and tokens.lower[low - 1] not in (",", ";", "bringing", "raising", "taking"):
        low -= 1
    if low > begin and tokens.lower[low - 1] in ("bringing", "raising", "taking"):
        low -= 1
    high = end
    while high < stop and tokens.lower[high] not in (",", ";", "bringing", "raising"):
        high += 1
    return low, high


def _says(tokens: Tokens, low: int, high: int, phrases: tuple[tuple[str, ...], ...]) -> bool:
    words = tokens.lower
    return any(
        tuple(words[at : at + len(phrase)]) == phrase
        for phrase in phrases
        for at in range(low, high - len(phrase) + 1)
    )


def _of_one_day(tokens: Tokens, low: int, high: int, dates: Sequence[TimeExpression]) -> bool:
    return any(
        _is_new(one) for one in _between(tokens, low, high, dates) if not _of_speech(tokens, one)
    )


def _is_new(expression: TimeExpression) -> bool:
    if expression.type == "SET" or expression.value.endswith("_REF"):
        return False
    period = expression.period
    if period is None:
        return expression.value.startswith("XXXX-W") or expression.value == "XXXX-XX-XX"
    if period.first is None or period.last is None:
        return False
    return (period.last - period.first).days < _LONGEST_NEW


def _between(
    tokens: Tokens, low: int, high: int, dates: Sequence[TimeExpression]
) -> list[TimeExpression]:
    if low >= high:
        return []
    start, end = tokens.starts[low], tokens.ends[high - 1]
    return [one for one in dates if start <= one.span.start and one.span.end <= end]


def _of_speech(tokens: Tokens, expression: TimeExpression) -> bool:
    """Tell whether a date is when somebody spoke: `said on Tuesday`, `On Tuesday, the army said`."""
    at = _token_at(tokens, expression.span.start)
    before = tokens.lower[max(at - _SPEECH_REACH, 0) : at]
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if word in _SPEECH:
            return True
        if word in (".", ";", ",", "that") or word in ("killed", "wounded", "were", "died", "was"):
            break
    after = _token_at(tokens, expression.span.end)
    opens = not before or (before[-1] in _OPENERS and (len(before) < 2 or before[-2] in (".", '"')))
    for word in tokens.lower[after : after + _SPEECH_REACH]:
        if word == "," and not opens:
            break
        if word in _SPEECH:
            return True
        if word in (".", ";", "killed", "wounded", "were", "died", "was", "and"):
            break
    return False


def _token_at(tokens: Tokens, offset: int) -> int:
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens.starts[middle] < offset:
            low = middle + 1
        else:
            high = middle
    return low


def period_of_figure(
    tokens: Tokens,
    begin: int,
    first: int,
    end: int,
    stop: int,
    dates: Sequence[TimeExpression],
    cumulative: bool | None,
    *,
    event: bool,
) -> When | None:
    """Give the date in the figure's clause, else its sentence, that is not when somebody spoke."""
    low, high = _clause(tokens, begin, first, end, stop)
    near = _usable(tokens, low, high, dates, cumulative)
    if not near and event:
        near = _usable(tokens, begin, stop, dates, cumulative)
    if not near:
        return None
    middle = tokens.starts[first]
    one = min(near, key=lambda found: (abs(found.span.start - middle), found.span.start))
    return When(edtf=one.edtf, period=one.period, span=one.span, basis=one.basis)


def _usable(
    tokens: Tokens, low: int, high: int, dates: Sequence[TimeExpression], cumulative: bool | None
) -> list[TimeExpression]:
    found = []
    for one in _between(tokens, low, high, dates):
        open_ended = one.period is not None and one.period.last is None
        if one.period is None or open_ended != (cumulative is True) or one.type == "SET":
            continue
        if not _of_speech(tokens, one):
            found.append(one)
    return found
