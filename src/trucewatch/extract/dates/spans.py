"""Years, decades, centuries, seasons, quarters and halves: `in 2015`, `the 1990s`, `spring 2019`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trucewatch.core.when import Period
from trucewatch.extract.dates.calendar import (
    SEASONS,
    months_period,
    quarter_period,
    season_period,
    sound_year,
    span_days,
    year_period,
)
from trucewatch.extract.dates.reading import Found, Outcome, Rule, Settled, number_of, rule
from trucewatch.extract.dates.vocabulary import SEASON_WORDS

_BEFORE_YEAR: Final = frozenset(
    "in since of by until till from during through before after late early mid fiscal ( to for "
    "around about throughout circa spring summer autumn fall winter between year the december "
    "post pre beyond than into both either due".split()
)
_DETERMINERS: Final = frozenset("a the its his her their our this that 's ’s".split())
_COUNTED: Final = frozenset(
    "people civilians persons men women children fighters soldiers troops families militants "
    "refugees killed wounded dead injured km miles metres meters tonnes tons dollars euros pounds "
    "percent % kg years days hours minutes months weeks points yards feet others members times "
    "employees workers jobs units houses homes villages mines rpm shares barrels".split()
)


def whole_year(year: int, *, said: bool = True, value: str = "") -> Outcome:
    """Give a year."""
    return Outcome(
        type="DATE",
        value=value or f"{year:04d}",
        period=year_period(year),
        grain="year",
        basis="stated" if said else "relative",
        year_said=said,
    )


def _settle_year(found: Found) -> Settled:
    year = found.number("y")
    place = found.place("y")
    if year is None or found.after in _COUNTED or _part_of_a_name(found, place):
        return None
    before = found.before
    if found.context.inner or before in _BEFORE_YEAR:
        return whole_year(year)
    if found.context.last_end >= 0 and before in (",", "and", "or", "to", "-", "–"):
        behind = found.match.start() - found.context.last_end
        anchor = found.context.anchor
        if behind <= 2 and anchor is not None and anchor.grain == "year":
            return whole_year(year)
    if found.after in ("was", "saw", "and", "to", "would") and before in ("", ".", "that"):
        return whole_year(year)
    if before in _DETERMINERS and found.after[:1].isalpha():
        return whole_year(year)
    return None


def _part_of_a_name(found: Found, place: int) -> bool:
    """Tell whether the number is glued into a name or code: `S/2018/852`, `COVID-2019`."""
    tokens = found.tokens
    if (
        tokens.glued(place + 1)
        and tokens.at(place + 1)[:1] in "/-_$#@:"
        and tokens.glued(place + 2)
    ):
        return True
    if tokens.glued(place + 1) and tokens.at(place + 1)[:1].isalnum():
        return True
    if not tokens.glued(place):
        return False
    mark = tokens.at(place - 1)
    if mark in ("-", "–", "‑"):
        return tokens.at(place - 2) not in (
            "mid",
            "late",
            "early",
            "post",
            "pre",
            "spring",
            "summer",
        )
    return mark not in ("(", "[", "'", "’", "‘", "“", '"', "—", ",")


def _settle_year_range(found: Found) -> Settled:
    """Read `2015-17`, `2015 to 2017`."""
    first, last = found.number("y"), found.number("y2")
    if (
        first is None
        or last is None
        or _part_of_a_name(found, found.place("y2"))
        and (found.low("join") not in "-–—−‑")
    ):
        return None
    if len(found.low("y2")) == 2:
        if found.low("join") not in "-–—" or not found.tokens.glued(found.place("y2")):
            return None
        last += first // 100 * 100
    if last <= first or last - first > 150:
        return None
    if found.low("join") == "and" and found.before != "between":
        return None
    if not sound_year(last):
        return None
    begin, end = year_period(first), year_period(last)
    return Outcome(
        type="DATE",
        value=f"{first:04d}/{last:04d}",
        period=span_days(begin and begin.first, end and end.last),
        basis="stated",
        year_said=True,
    )


def _settle_decade(found: Found) -> Settled:
    digits = found.low("tens").strip("'’s")
    if len(digits) < 4:
        digits = ("19" if int(digits) >= 20 else "20") + digits
    return _decade(int(digits))


_DECADE_WORDS: Final = {
    name: 1920 + 10 * place
    for place, name in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split()
    )
}


def _settle_decade_word(found: Found) -> Settled:
    return _decade(_DECADE_WORDS[found.low("tens")])


def _decade(year: int) -> Outcome:
    first, last = year_period(year), year_period(year + 9)
    return Outcome(
        type="DATE",
        value=f"{year // 10:03d}",
        period=span_days(first and first.first, last and last.last),
        grain="decade",
        basis="stated",
        year_said=True,
        anchors=False,
    )


def _settle_century(found: Found) -> Settled:
    number = found.number("d")
    if number is None or not 1 <= number <= 22 or found.low("century") != "century":
        return None
    return Outcome(type="DATE", value=f"{number - 1:02d}", basis="stated", anchors=False)


def _settle_season(found: Found) -> Settled:
    """Read a season: of the year told, of last or next year's, or the one about the publication."""
    season = SEASON_WORDS[found.low("season")]
    if found.has("y"):
        return _season_of(found.number("y") or 0, season, True)
    near = found.published
    turn = found.low("turn")
    if not turn and found.before not in (
        "in",
        "during",
        "since",
        "until",
        "by",
        "of",
        "throughout",
    ):
        return None
    if (
        season == "autumn"
        and found.low("season") == "fall"
        and not turn
        and not found.has("article")
    ):
        return None
    if near is None:
        return Outcome(type="DATE", value=f"XXXX-{SEASONS[season][0]}", anchors=False)
    first_month = SEASONS[season][1]
    running = ("winter", "spring", "summer", "autumn")[near.month % 12 // 3]
    year = near.year if near.month >= first_month else near.year - 1
    if running == season:
        year = near.year - (season == "winter" and near.month < 3)
        year += {"last": -1, "next": 1}.get(turn, 0)
    elif turn in ("next", "coming") or (turn not in ("last", "past") and found.ahead()):
        year += 1
    return _season_of(year, season, False)


def _season_of(year: int, season: str, said: bool) -> Outcome:
    period: Period | None = season_period(year, season) if sound_year(year) else None
    if said and season == "winter":
        period = None  # "the winter of 2019" is that of its January or of its December
    return Outcome(
        type="DATE",
        value=f"{year:04d}-{SEASONS[season][0]}",
        period=period,
        grain="season",
        basis="stated" if said else "relative",
        year_said=said,
    )


def _settle_winter_pair(found: Found) -> Settled:
    """Read `the winter of 2018-2019`, which tells both years."""
    year = found.number("y")
    if year is None or SEASON_WORDS[found.low("season")] != "winter":
        return None
    return Outcome(
        type="DATE",
        value=f"{year:04d}-WI",
        period=season_period(year, "winter"),
        grain="season",
        basis="stated",
        year_said=True,
    )


def _settle_told_quarter(found: Found) -> Settled:
    """Read `the quarter`: the one told before in the text."""
    anchor = found.context.anchor
    if anchor is None or anchor.grain != "quarter":
        return None
    return replace(anchor, basis="relative", anchors=False, rule="", first=0, last=0)


def _settle_quarter(found: Found) -> Settled:
    """Read `the third quarter of 1990`; without a year the last that had begun."""
    quarter = found.number("d")
    if quarter is None or not 1 <= quarter <= 4:
        return None
    year = year_beside(found)
    said = found.has("y") or found.has("y_first")
    if year is None and found.published is not None:
        year = found.published.year - (quarter * 3 - 2 > found.published.month)
    if year is None:
        return Outcome(type="DATE", value=f"XXXX-Q{quarter}", anchors=False)
    return Outcome(
        type="DATE",
        value=f"{year:04d}-Q{quarter}",
        period=quarter_period(year, quarter),
        grain="quarter",
        basis="stated" if said else "relative",
        year_said=said,
    )


def _settle_half_year(found: Found) -> Settled:
    half, year = found.number("d"), year_beside(found)
    if half not in (1, 2):
        return None
    if year is None:
        return None
    said = found.has("y") or found.has("y_first")
    return Outcome(
        type="DATE",
        value=f"{year:04d}-H{half}",
        period=months_period(year, 1 if half == 1 else 7, 6),
        basis="stated" if said else "relative",
        year_said=said,
    )


def year_beside(found: Found) -> int | None:
    """Give the year told in front of or behind a part of a year: figures, or last, this, next."""
    for name in ("y", "y_first"):
        if found.has(name):
            return number_of(found.low(name))
    for name in ("turn", "turn_first"):
        if found.has(name) and found.published is not None:
            step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}
            return found.published.year + step.get(found.low(name), 0)
    if found.has("back") and found.published is not None:
        return found.published.year - 1
    return None


def _settle_fiscal(found: Found) -> Settled:
    year = found.number("y")
    return whole_year(year) if year is not None else None


RULES: Final[tuple[Rule, ...]] = (
    rule("year", "y=year", _settle_year),
    rule("year", "the new? unit y=year", _settle_fiscal),
    rule("fiscal-year", "the? fiscal unit? y=year", _settle_fiscal),
    rule("year-range", "y=year join=joiner_and y2=year", _settle_year_range),
    rule("year-range", "y=year join=hyphen y2=short_number", _settle_year_range),
    rule("decade", "the? tens=decade", _settle_decade),
    rule("decade", "the tens=decades", _settle_decade_word),
    rule("century", "the? d=any_ordinal hyphen? century=unit", _settle_century),
    rule(
        "season",
        "article=the? turn=turn? season=any_season (hyphen? (of | in)? y=year)?",
        _settle_season,
    ),
    rule(
        "season",
        "the? season=season of? y=year (hyphen | slash) (year | short_number)",
        _settle_winter_pair,
    ),
    rule(
        "quarter",
        "the? y_first=year? (turn_first=turn unit genitive? | back=unit hyphen (ago | earlier))? "
        "fiscal? hyphen? d=any_ordinal hyphen? fiscal? quarter "
        "(of (the? fiscal? unit?)? y=year | (of | in)? turn=turn unit)?",
        _settle_quarter,
    ),
    rule("quarter", "the latest? (quarter | latest period)", _settle_told_quarter),
    rule(
        "half-year",
        "the? (turn_first=turn unit genitive)? d=any_ordinal half of (y=year | turn=turn unit)",
        _settle_half_year,
    ),
)
