"""Find every number that claims something, with bound, unit, what it counts and its days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from trucewatch.core.reading import Bound, Figure
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression
from trucewatch.extract.dates.tokens import Tokens, cut_tokens
from trucewatch.extract.figures.context import EVENTS, Place, counts_of
from trucewatch.extract.figures.measures import (
    is_no_count,
    read_bound,
    read_bound_after,
    read_currency,
    read_unit,
)
from trucewatch.extract.figures.none import read_none
from trucewatch.extract.figures.numbers import STARTS, Number, read_number
from trucewatch.extract.figures.phrases import counted_phrase, share_phrase
from trucewatch.extract.figures.scope import is_cumulative, period_of_figure
from trucewatch.extract.figures.subjects import (
    phrase_before,
    phrase_behind,
    phrase_ending,
    phrase_in,
)
from trucewatch.extract.figures.words import CHANGES, COUNTS, MONEY, PERSONS, THINGS, TIME_UNITS, UNITS


@dataclass(frozen=True, slots=True)
class Claim:
    """A number with what stands about it, by its tokens."""

    first: int
    end: int
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    of: tuple[int, int] | None
    noun: str
    confidence: float


def find_figures(
    text: str, stretches: Iterable[Span] | None, dates: Sequence[TimeExpression]
) -> tuple[Figure, ...]:
    """Find the figures of a text, in its order; `dates` are what `find_dates` found in it.

    Only the `stretches` are read (everything, where None is given). Numbers inside dates, times,
    names and addresses are none; `doer` and `statement` are left to the caller.
    """
    read = [Span(0, len(text), text)] if stretches is None else stretches
    found: list[Figure] = []
    for stretch in read:
        tokens = cut_tokens(text, stretch.start, stretch.end)
        within = [
            one for one in dates if stretch.start <= one.span.start and one.span.end <= stretch.end
        ]
        found += _read(tokens, within, len(found))
    return tuple(found)


def _read(tokens: Tokens, dates: Sequence[TimeExpression], already: int) -> Iterator[Figure]:
    claims = _with_twins(tokens, list(_claims(tokens, _blocked(tokens, dates))))
    sentences = _sentence_ends(tokens) if claims else []
    inherited: str | None = None
    for number, claim in enumerate(claims):
        begin = max((end for end in sentences if end <= claim.first), default=0)
        stop = min((end for end in sentences if end > claim.first), default=len(tokens))
        before = claims[number - 1].end if number and claims[number - 1].end > begin else begin
        after = tuple(one.first for one in claims[number + 1 :] if one.first < stop)
        bare = claim.unit is None and not claim.noun
        place = Place(begin, claim.first, claim.end, stop, before, after, bare)
        counts = counts_of(
            tokens, place, claim.noun, claim.unit, inherited if before > begin else None
        )
        inherited = counts
        if claim.unit is None and counts in _OF_PEOPLE:
            claim = replace(claim, unit="people")
        yield _figure(tokens, claim, place, dates, counts, already + number + 1)


def _with_twins(tokens: Tokens, claims: list[Claim]) -> list[Claim]:
    """Let a conversion in brackets be of what the figure before it is: `9 miles (14 km)`."""
    for number in range(1, len(claims)):
        one, other = claims[number - 1], claims[number]
        beside = other.first - one.end <= 2 and tokens.at(other.first - 1) == "("
        if beside and one.of and other.unit and one.unit and one.unit not in PEOPLE:
            claims[number] = replace(other, of=one.of, noun=one.noun)
    return claims


def _figure(
    tokens: Tokens,
    claim: Claim,
    place: Place,
    dates: Sequence[TimeExpression],
    counts: str | None,
    number: int,
) -> Figure:
    scope = (tokens, place.begin, claim.first, claim.end, place.stop, dates)
    cumulative = is_cumulative(*scope, event=counts in EVENTS) if counts else None
    return Figure(
        id=f"f{number}",
        span=_span(tokens, claim.first, claim.end),
        low=claim.low,
        high=claim.high,
        bound=claim.bound,
        unit=claim.unit,
        counts=counts,
        of=_span(tokens, *claim.of) if claim.of else None,
        cumulative=cumulative,
        period=period_of_figure(*scope, cumulative, event=counts in EVENTS) if counts else None,
        doer=None,
        confidence=claim.confidence,
    )


def _span(tokens: Tokens, first: int, end: int) -> Span:
    return Span.cut(tokens.text, tokens.starts[first], tokens.ends[end - 1])


def _blocked(tokens: Tokens, dates: Sequence[TimeExpression]) -> set[int]:
    """Give the tokens inside dates; a plain length ("three hours") may be a figure too."""
    spans = sorted(
        (one.span.start, one.span.end)
        for one in dates
        if one.type != "DURATION" or one.period is not None
    )
    blocked: set[int] = set()
    at = 0
    for place, start in enumerate(tokens.starts):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at == len(spans):
            break
        if spans[at][0] <= start:
            blocked.add(place)
    return blocked


_ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr gen col lt sgt maj capt st no nos jan feb mar apr aug sept sep oct nov dec u s gov "
    "sen rep prof vs approx inc corp ltd co".split()
)


def _sentence_ends(tokens: Tokens) -> list[int]:
    ends = []
    for place, word in enumerate(tokens.lower):
        if tokens.kinds[place] == "paragraph":
            ends.append(place + 1)
        elif word in (".", "!", "?") and not tokens.glued(place + 1):
            following = tokens.words[place + 1 : place + 2]
            if tokens.at(place - 1) not in _ABBREVIATIONS and (
                not following or not following[0][:1].islower()
            ):
                ends.append(place + 1)
    return ends


def _claims(tokens: Tokens, blocked: set[int]) -> Iterator[Claim]:
    at, end = 0, len(tokens)
    while at < end:
        word = tokens.lower[at]
        if tokens.kinds[at] == "number" or word in STARTS:
            if at not in blocked:
                claim, behind = _claim_at(tokens, at, blocked)
                if claim is not None:
                    yield claim
                at = max(behind, at + 1)
                continue
        elif word in ("no", "none"):
            nothing = _nothing_at(tokens, at)
            if nothing is not None:
                yield nothing
                at = nothing.end
                continue
        at += 1


def _nothing_at(tokens: Tokens, at: int) -> Claim | None:
    found = read_none(tokens, at)
    if found is None:
        return None
    noun, end = found
    of = (noun, end) if noun > at else None
    unit = "people" if tokens.at(noun) in PERSONS else None
    return Claim(at, end, 0.0, 0.0, "exact", unit, of, tokens.at(noun), 0.7)


def _claim_at(tokens: Tokens, at: int, blocked: set[int]) -> tuple[Claim | None, int]:
    currency = read_currency(tokens, at)
    first = currency[0] if currency else at
    number = read_number(tokens, at, money=currency is not None)
    if number is None:
        return None, at + 1
    if is_no_count(tokens, at, number.end) and currency is None:
        return None, _behind_name(tokens, number.end)
    end, unit = read_unit(tokens, number.end)
    if unit is None and tokens.at(end) == "-" and UNITS.get(tokens.at(end + 1)) in TIME_UNITS:
        return None, end + 2
    if currency and (unit is None or unit in MONEY):
        unit = currency[1]
    other = read_range(tokens, at, number, unit)
    sign = -1.0 if _is_negative(tokens, first, at) else 1.0
    values: tuple[float, ...] = (sign * number.value,)
    if other is not None:
        if not other.end:
            return None, other.skip
        values, end, unit = (other.low, other.high), other.end, other.unit or unit
    unit = number.unit or unit
    if sign < 0 and currency is None:
        first = at - 1 if tokens.at(at - 1) == "minus" else at - 2
    start, bound = read_bound(tokens, first)
    if any(place in blocked for place in range(start, end)):
        start = first
        if any(place in blocked for place in range(first, end)):
            return None, number.end
    if len(values) == 2 and _like_a_telephone(tokens, at, unit, end):
        return None, end
    if len(values) == 2 and _years(tokens, at, values, unit):
        return None, end
    return _settle(tokens, at, (start, end), number, values, bound, unit), end


def _is_negative(tokens: Tokens, first: int, at: int) -> bool:
    """Tell `minus 5`, `minus-5`, `$-5`."""
    if first < at and tokens.at(at - 1) in ("-", "−"):
        return True
    return tokens.at(at - 1) == "minus" or (
        tokens.at(at - 1) == "-" and tokens.at(at - 2) == "minus"
    )


def _behind_name(tokens: Tokens, at: int) -> int:
    """Go on behind what is glued to a number that is none: `555-1234`, `2.1.4`."""
    while tokens.glued(at) and (tokens.at(at)[:1].isdigit() or tokens.at(at) in "-./,:/"):
        at += 1
    return at


def _settle(
    tokens: Tokens,
    at: int,
    place: tuple[int, int],
    number: Number,
    values: tuple[float, ...],
    bound: Bound | None,
    unit: str | None,
) -> Claim | None:
    start, end = place
    end, later = read_bound_after(tokens, end)
    if later is not None and unit is None:
        end, unit = read_unit(tokens, end)
    if number.vague and tokens.at(end) == "of" and tokens.at(end + 1) in UNITS:
        end, unit = end + 2, UNITS[tokens.at(end + 1)]
    of = _counted(tokens, end, number, unit)
    if of is None and unit is not None and unit not in PEOPLE and unit not in TIME_UNITS:
        of = _measured(tokens, start, end, unit)
    if not _is_claimed(tokens, at, end, number, unit, of):
        return None
    noun = tokens.at(of[1] - 1) if of else ""
    if unit in PEOPLE:
        of = (end - 1, end)
        noun = tokens.at(end - 1)
    elif unit is None and noun in PERSONS:
        unit = "people"
    elif unit is None and noun in THINGS and THINGS[noun] != "population":
        unit = noun
    if of is not None and of[1] - of[0] == 1 and noun in _BARE_WORDS:
        of = None
    if len(values) == 2:
        low, high, bound = values[0], values[1], "range"
    else:
        bound = bound or later or number.bound
        low, high = _ends(values[0], bound)
    sure = 0.5 if number.vague else 0.8 if number.worded else 0.9
    return Claim(start, end, low, high, bound, unit, of, noun, sure)


def _ends(value: float, bound: Bound) -> tuple[float | None, float | None]:
    if bound in ("at_least", "more_than"):
        return value, None
    if bound in ("at_most", "less_than"):
        return None, value
    return value, value


_BARE_WORDS: Final = frozenset("dead wounded injured missing displaced deaths fatalities injuries".split())
_OF_PEOPLE: Final = frozenset(COUNTS.values())
PEOPLE: Final = frozenset({"people", "families", "households"})


def _measured(tokens: Tokens, start: int, end: int, unit: str) -> tuple[int, int] | None:
    """Give what a measure without "of" is of; a distance has only what stands behind it."""
    behind = phrase_behind(tokens, end)
    if behind is None and unit in MONEY:
        behind = phrase_in(tokens, end)
    if behind is not None:
        return behind
    if tokens.at(end) in ("deep", "wide", "long", "high"):
        sized = phrase_ending(tokens, start)
        if sized is not None:
            return sized
    begin = max((place for place in range(start) if tokens.lower[place] in _ENDS), default=-1) + 1
    free = unit in MONEY or unit in ("percent", "points", "degrees")
    return phrase_before(tokens, start, begin, only_being=not free)


_ENDS: Final = frozenset(";.!?")


def _counted(tokens: Tokens, end: int, number: Number, unit: str | None) -> tuple[int, int] | None:
    if tokens.at(end) == "of" and tokens.at(end + 1) in ("them", "whom"):
        place = end + 2 + (tokens.at(end + 2) in ("were", "are", "was"))
        return counted_phrase(tokens, place)
    if unit == "percent":
        articled = number.unit == "percent" and tokens.at(end) in (
            "the",
            "its",
            "their",
            "all",
            "that",
        )
        return share_phrase(tokens, end) if tokens.at(end) == "of" or articled else None
    if unit is None or unit in ("cases", "times", "points", "shares"):
        single = number.value == 1 or tokens.at(end) == "-"
        return counted_phrase(tokens, end, single=single) if unit is None else None
    if tokens.at(end) == "of" and unit not in MONEY and unit not in TIME_UNITS:
        return counted_phrase(tokens, end + 1, single=True)
    return None


def _like_a_telephone(tokens: Tokens, at: int, unit: str | None, end: int) -> bool:
    """Tell `555-1234`: three and four figures, and nothing counted."""
    lengths = [len(word) for word in tokens.words[at:end] if word.isdigit()]
    return unit is None and lengths == [3, 4] and counted_phrase(tokens, end) is None


def _years(tokens: Tokens, at: int, values: tuple[float, ...], unit: str | None) -> bool:
    """Tell `between 1600 and 1900`: two years that are too far back for a date."""
    plain = len(tokens.words[at]) == 4 and unit is None
    return plain and all(1000 <= value <= 2200 for value in values)


_NOT_ONE: Final = frozenset(
    "of another day thing more such time who that to can could would is was in for and or by with "
    "which will must should may has had on at as from the a i they we he she it you whose being if "
    "way the only last , . ; : ) ” \" ' ’ ? ! -".split()
)
_BEFORE_NOT_ONE: Final = frozenset(
    "no the this that any every each which another only 's ’s some".split()
)
_PRONOUNS: Final = frozenset("the these those us you we they all other last first".split())


def _is_claimed(
    tokens: Tokens, at: int, end: int, number: Number, unit: str | None, of: tuple[int, int] | None
) -> bool:
    """Tell whether a number claims something: "one" and small words must count a noun."""
    word, before = tokens.lower[at], tokens.at(at - 1)
    if word == "one" and end == at + 1 and unit is None:
        return of is not None and tokens.at(end) not in _NOT_ONE and before not in _BEFORE_NOT_ONE
    if unit == "families" and word == "one" and before == "of":
        return False
    if word == "zero" and unit is None and of is None:
        return False
    if number.vague and word in ("several", "few", "a"):
        noun = tokens.at(of[1] - 1) if of else ""
        return number.power > 1 or unit == "people" or noun in PERSONS or noun in THINGS
    if number.worded and unit is None and of is None and number.value <= 20:
        return before not in _PRONOUNS and not tokens.at(end)[:1].isupper()
    if unit == "times" and word in ("twice", "thrice"):
        return before == "(" or tokens.at(end) in ("as", "the", "that")
    return True


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
        return Reach(skip=_behind_name(tokens, other.end))
    return None


def _between(tokens: Tokens, at: int) -> bool:
    return "between" in tokens.lower[max(at - 3, 0) : at]


def _rises(tokens: Tokens, at: int, unit: str | None) -> bool:
    """Tell whether "from 22 to 23", "by $3 to $5" tell a change and not a range."""
    before = tokens.lower[max(at - 8, 0) : at]
    if "by" in before[-3:]:
        return unit is not None and not CHANGES.isdisjoint(before)
    return "from" in before[-2:] and not CHANGES.isdisjoint(before)
