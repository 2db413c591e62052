"""Seasons, quarters and halves of years: `spring 2019`, `the third quarter`, `the first half of 2020`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trucewatch.core.when import Period
from trucewatch.extract.dates.calendar import (
    SEASON_MONTHS,
    SEASONS,
    months_period,
    quarter_period,
    season_period,
    sound_year,
)
from trucewatch.extract.dates.names import SEASON_WORDS
from trucewatch.extract.dates.reading import Found, Outcome, Rule, Settled, number_of, rule


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
    if turn == "this" and running != season:
        year = near.year
    elif running == season:
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


def _settle_told_season(found: Found) -> Settled:
    """Read `the following spring`, `the previous winter`: counted from the day told before."""
    day, season = found.context.anchor_day, SEASON_WORDS[found.low("season")]
    if day is None:
        return Outcome(type="DATE", value=f"XXXX-{SEASONS[season][0]}", anchors=False)
    begun = day.month >= SEASONS[season][1]
    if found.low("told") == "following":
        return _season_of(day.year + begun, season, False)
    over = day.month >= SEASONS[season][1] + SEASON_MONTHS
    return _season_of(day.year - (not over), season, False)


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


def _settle_quarter_name(found: Found) -> Settled:
    """Read `Q1 2018`."""
    year, quarter = found.number("y"), int(found.low("name")[1:])
    if year is None or not found.word("name")[:1].isupper():
        return None
    return Outcome(
        type="DATE",
        value=f"{year:04d}-Q{quarter}",
        period=quarter_period(year, quarter),
        grain="quarter",
        basis="stated",
        year_said=True,
    )


def _settle_months_of_year(found: Found) -> Settled:
    """Read `the first nine months of 2018`."""
    count, year, unit = found.number("n"), found.number("y"), found.low("unit")
    if count is None or year is None or unit != "months" or not 2 <= count <= 11:
        return None
    last = found.low("d") != "first"
    if last and found.low("d") != "last":
        return None
    return Outcome(
        type="DATE",
        value=f"{year:04d}-{13 - count if last else 1:02d}/{year:04d}-{12 if last else count:02d}",
        period=months_period(year, 13 - count if last else 1, count),
        basis="stated",
        year_said=True,
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


RULES: Final[tuple[Rule, ...]] = (
    rule(
        "told-season", "the (told=following | told=previous) season=any_season", _settle_told_season
    ),
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
        "the? y_first=year? (turn_first=turn year_word genitive? | back=year_word hyphen (ago | earlier))? "
        "fiscal? hyphen? d=any_ordinal hyphen? fiscal? quarter "
        "(of (the? fiscal? unit?)? y=year | (of | in)? turn=turn year_word)?",
        _settle_quarter,
    ),
    rule("quarter", "name=quarter_name of? y=year", _settle_quarter_name),
    rule(
        "months-of-year",
        "the? d=first_or_last n=any_count unit=units of y=year",
        _settle_months_of_year,
    ),
    rule("quarter", "the latest? (quarter | latest period)", _settle_told_quarter),
    rule(
        "half-year",
        "the? (turn_first=turn year_word genitive)? d=any_ordinal half of (y=year | turn=turn year_word)",
        _settle_half_year,
    ),
)
"""Parts of years."""
