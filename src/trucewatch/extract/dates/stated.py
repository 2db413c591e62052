"""Dates by day, month and year: `17 September 2018`, `Oct. 10-15`, `10.08.18`, `the 15th`."""

from __future__ import annotations

from datetime import date
from typing import Final

from trucewatch.core.when import Period
from trucewatch.extract.dates.calendar import (
    day_of,
    month_period,
    nearest_year,
    shift_months,
    sound_year,
)
from trucewatch.extract.dates.reading import Found, Outcome, Rule, Settled, number_of, rule
from trucewatch.extract.dates.vocabulary import ENGLISH_MONTHS, MONTHS, TWO_WORD_MONTHS

NEAR_DAYS: Final = 60
"""A numeric date that fits both orders is read where only one lies this near the publication."""

FAR_DAYS: Final = 100
"""A day without a year is not this far ahead of a text that tells it in the past tense."""

_YEAR: Final = (
    "(comma? of? y=any_year | of? rel=back yr=unit | rel=this yr=unit | rel=next yr=unit)"
)
_WEEKDAY: Final = "(any_weekday dot? comma? the?)?"
_NOT_BEHIND_DAY: Final = frozenset("per percent % people km kilometers kilometres miles".split())


def stated_day(
    found: Found, month: int, day: int, *, first: str = "", last: str = "", year: int | None = None
) -> Outcome:
    """Give the day of that month: in the year the rule took, else in the nearest one.

    `first` and `last` name tokens that narrow the span.
    """
    cut = {
        "first": found.place(first) if first else found.match.start(),
        "last": found.place(last) + 1 if last else found.match.end(),
    }
    said = year is not None
    if year is None and found.published is not None:
        year = _likely_year(found, month, day, found.published)
    if year is None:
        return Outcome(type="DATE", value=f"XXXX-{month:02d}-{day:02d}", anchors=False, **cut)
    value = f"{year:04d}-{month:02d}-{day:02d}"
    settled = day_of(year, month, day)
    if settled is None:
        return Outcome(
            type="DATE", value=value, basis="stated", anchors=False, rule="no-such-day", **cut
        )
    return Outcome(
        type="DATE",
        value=value,
        period=Period.of(settled),
        grain="day",
        basis="stated" if said else "relative",
        year_said=said,
        **cut,
    )


def _likely_year(found: Found, month: int, day: int, near: date) -> int | None:
    """Give the year in which the day is nearest; the past one where the words tell of the past."""
    year = nearest_year(month, day, near)
    settled = day_of(year, month, day) if year is not None else None
    if settled is None or year is None or settled <= near:
        return year
    past = found.before in ("ended", "ending")
    if past or ((settled - near).days > FAR_DAYS and found.tense() is False):
        return year - 1
    return year


def year_taken(found: Found) -> tuple[bool, int | None]:
    """Give whether the rule took a year, and the year; None where it cannot be told."""
    if found.has("y"):
        return True, number_of(found.low("y"))
    if not found.has("rel"):
        return False, None
    if found.low("yr") != "year" or found.published is None:
        return True, None
    step = {"next": 1, "this": 0}.get(found.low("rel"), -1)
    return True, found.published.year + step


def month_taken(found: Found, name: str = "m") -> int | None:
    """Give the month; None where the word in lower case is more likely none ("may", "march")."""
    word, low = found.word(name), found.low(name)
    if word == low and low in ("may", "march", "mar", "dec", "sep", "jan", "jun", "jul", "apr"):
        return None
    return MONTHS.get(low)


def _settle_day(found: Found) -> Settled:
    month, day = month_taken(found), found.number("d")
    if month is None or day is None:
        return None
    month_first = found.place("m") < found.place("d")
    taken, year = year_taken(found)
    if not taken and _counts_something(found, month_first):
        return None
    if (
        not month_first
        and found.low("d").isalpha()
        and "of" not in found.tokens.lower[found.place("d") : found.place("m")]
        and not taken
        and found.before != "the"
    ):
        return None
    if taken and year is None:
        return Outcome(type="DATE", value=f"XXXX-{month:02d}-{day:02d}", anchors=False)
    return stated_day(found, month, day, year=year)


def _counts_something(found: Found, month_first: bool) -> bool:
    """Tell whether the number counts what follows: "in October 10 people"."""
    if month_first and found.before in ("in", "mid", "early", "late"):
        return found.word("d").isdigit()
    return month_first and found.after in _NOT_BEHIND_DAY


def _settle_days(found: Found) -> Settled:
    """Read one month with several days: `October 10, 12 and 15`."""
    month = month_taken(found)
    if month is None:
        return None
    taken, year = year_taken(found)
    names = [name for name in ("d", "d2", "d3") if found.has(name)]
    days = [found.number(name) for name in names]
    if not taken and found.place("m") < found.place("d") and _noun_follows(found):
        return None
    if found.place("m") > found.place("d") and found.before == "between":
        return None
    outcomes = []
    month_first = found.place("m") < found.place("d")
    for number, (name, day) in enumerate(zip(names, days, strict=True)):
        if day is None:
            return None
        whole = number == 0 if month_first else number == len(names) - 1
        first = "" if whole and month_first else name
        last = "" if whole and not month_first else name
        outcomes.append(stated_day(found, month, day, first=first, last=last, year=year))
    return tuple(outcomes)


_BEHIND_DAYS: Final = frozenset(
    "in at on by to and or but when where after before as for with from the he she it they which "
    "that who while until since of is was were will are has had respectively this last".split()
)


def _noun_follows(found: Found) -> bool:
    after = found.after
    return after[:1].isalpha() and after not in _BEHIND_DAYS


def _settle_day_range(found: Found) -> Settled:
    """Read two days of one month: `October 10-15`, `from 10 to 15 October 2018`."""
    month, first, last = month_taken(found), found.number("d"), found.number("d2")
    if month is None or first is None or last is None:
        return None
    if found.low("join") == "and" and found.before != "between":
        return None
    taken, year = year_taken(found)
    month_first = found.place("m") < found.place("d")
    if not taken and month_first and (_counts_something(found, True) or _noun_follows(found)):
        return None
    said = year is not None
    if year is None and not taken and found.published is not None:
        year = nearest_year(month, min(first, 28), found.published)
    shown = f"{year:04d}" if year is not None else "XXXX"
    value = "/".join(f"{shown}-{month:02d}-{day:02d}" for day in (first, last))
    begin = day_of(year, month, first) if year is not None else None
    end = day_of(year, month, last) if year is not None else None
    if begin is None or end is None or end < begin:
        name = "no-such-day" if year is not None else ""
        return Outcome(type="DATE", value=value, anchors=False, rule=name)
    return Outcome(
        type="DATE",
        value=value,
        period=Period(begin, end),
        basis="stated" if said else "relative",
        year_said=said,
    )


def _settle_month(found: Found) -> Settled:
    month = month_taken(found)
    taken, year = year_taken(found)
    if month is None:
        return None
    if not taken and not _month_alone(found):
        return None
    if taken and year is None:
        return Outcome(type="DATE", value=f"XXXX-{month:02d}", anchors=False)
    return settle_month(found, month, year)


def settle_month(found: Found, month: int, year: int | None) -> Outcome:
    """Give a whole month: of the year told, else the last one, or the next by the tense."""
    said = year is not None
    if year is None and found.published is not None:
        year = _year_of_month(found, month, found.published)
    if year is None or (said and not sound_year(year)):
        shown = "XXXX" if year is None else f"{year:04d}"
        return Outcome(type="DATE", value=f"{shown}-{month:02d}", anchors=False)
    return Outcome(
        type="DATE",
        value=f"{year:04d}-{month:02d}",
        period=month_period(year, month),
        grain="month",
        basis="stated" if said else "relative",
        year_said=said,
    )


def _year_of_month(found: Found, month: int, near: date) -> int:
    ahead = (month - near.month) % 12
    told = found.tense()
    if told is None or (told and ahead):
        # nothing told, or a deadline: the nearest; the last one where it is not soon
        limit = 6 if told or found.before in _DEADLINES else 2
        forward = 0 < ahead <= limit or (told is True and ahead > 0)
    else:
        forward = False
    months = near.year * 12 + near.month - 1 + (ahead if forward else ahead - 12 if ahead else 0)
    return months // 12


_DEADLINES: Final = frozenset({"by", "until", "till", "through"})
_BEFORE_MONTH: Final = frozenset(
    "in since by until till from to of during through last next this late early mid middle "
    "end beginning start before after throughout for between and - – —".split()
)


def _month_alone(found: Found) -> bool:
    """Tell whether a month without a number is one: `March` and `May` are words and names too."""
    weak = found.low("m") in ("may", "march") or len(found.low("m")) <= 4
    if not found.word("m")[:1].isupper():
        return False
    if found.low("m") not in ENGLISH_MONTHS:
        return False
    if found.after[:1].isupper():
        return False
    following = found.tokens.words[found.match.end() : found.match.end() + 1]
    named = bool(following) and following[0][:1].isupper() and following[0][1:2].islower()
    if weak:
        return found.before in _BEFORE_MONTH and not named
    return found.before in _BEFORE_MONTH or not named


def _settle_two_word(found: Found) -> Settled:
    second = found.has("second_name")
    family = "tishrin" if found.low("pair").startswith("t") else "kanun"
    month = TWO_WORD_MONTHS[family, second]
    taken, year = year_taken(found)
    day = found.number("d") if found.has("d") else None
    if day is not None:
        return stated_day(found, month, day, year=year)
    return settle_month(found, month, year) if taken else None


def _settle_iso(found: Found) -> Settled:
    text = found.low("iso_date")
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    settled = day_of(year, month, day)
    if settled is None:
        return Outcome(type="DATE", value=text[:10], anchors=False, rule="no-such-day")
    clock = f"T{text[11:16]}" if len(text) > 10 else ""
    return Outcome(
        type="TIME" if clock else "DATE",
        value=text[:10] + clock,
        period=Period.of(settled),
        grain="day",
        basis="stated",
        year_said=True,
    )


def _settle_numeric(found: Found) -> Settled:
    """Read `10.08.18` (day, month, year) and `25/12/2018`; both orders fit: only where one is near."""
    text = found.low("numeric")
    mark = "." if "." in text else "/" if "/" in text else "-"
    one, two, year = (int(part) for part in text.split(mark))
    near = found.published
    if year < 100:
        if mark == "-":
            return None
        century = 2000 if near is None or year <= near.year % 100 + 10 else 1900
        year += century
    day_first, month_first = day_of(year, two, one), day_of(year, one, two)
    fitting = [day for day in (day_first, month_first) if day is not None]
    settled = fitting[0] if len(fitting) == 1 or day_first == month_first and fitting else None
    if mark == ".":
        settled = day_first
    elif settled is None and len(fitting) == 2 and near is not None:
        close = [day for day in fitting if abs((day - near).days) <= NEAR_DAYS]
        settled = close[0] if len(close) == 1 else None
    if settled is None:
        name = "two-orders" if len(fitting) == 2 else "no-such-day"
        value = f"{year:04d}-XX-XX" if sound_year(year) else "XXXX-XX-XX"
        return Outcome(type="DATE", value=value, anchors=False, rule=name)
    return _whole_day(settled)


def _whole_day(day: date) -> Outcome:
    return Outcome(
        type="DATE",
        value=day.isoformat(),
        period=Period.of(day),
        grain="day",
        basis="stated",
        year_said=True,
    )


_BEFORE_NTH: Final = frozenset("on by until till from since before after to of through and".split())
_BEHIND_NTH: Final = frozenset(
    "in at on by to and or but when where after before as for with from he she it they which that "
    "who while until since is was were will are has had the".split()
)


def _settle_nth(found: Found) -> Settled:
    """Read `the 15th`: of the month last told of in the text, else the nearest by the tense."""
    day = found.number("d")
    after = found.after
    if day is None or not 1 <= day <= 31 or found.before not in _BEFORE_NTH:
        return None
    if after[:1].isalnum() and after not in _BEHIND_NTH:
        return None
    unknown = Outcome(type="DATE", value=f"XXXX-XX-{day:02d}", anchors=False)
    near = found.published
    if near is None:
        return unknown
    settled = day_of(near.year, near.month, day)
    forward = found.ahead()
    if settled is None or (settled < near and forward) or (settled > near and not forward):
        other = shift_months(near.replace(day=1), 1 if forward else -1)
        settled = day_of(other.year, other.month, day) if other else None
    if settled is None:
        return unknown
    return Outcome(type="DATE", value=settled.isoformat(), period=Period.of(settled), grain="day")


RULES: Final[tuple[Rule, ...]] = (
    rule("iso-date", "iso_date=iso", _settle_iso),
    rule("numeric-date", "numeric=slashed", _settle_numeric),
    rule("month-day", f"{_WEEKDAY} m=any_month dot? the? d=day_number {_YEAR}?", _settle_day),
    rule("day-month", f"{_WEEKDAY} the? d=day_number of? m=any_month dot? {_YEAR}?", _settle_day),
    rule(
        "month-days",
        f"m=any_month dot? d=day_number (comma d2=day_number)? comma? and d3=day_number {_YEAR}?",
        _settle_days,
    ),
    rule(
        "days-month",
        f"d=day_number (comma d2=day_number)? and d3=day_number of? m=any_month dot? {_YEAR}?",
        _settle_days,
    ),
    rule(
        "month-day-range",
        f"m=any_month dot? d=day_number join=joiner_and d2=day_number {_YEAR}?",
        _settle_day_range,
    ),
    rule(
        "day-range-month",
        f"the? d=day_number join=joiner_and the? d2=day_number of? m=any_month dot? {_YEAR}?",
        _settle_day_range,
    ),
    rule("month", f"m=any_month dot? {_YEAR}?", _settle_month),
    rule(
        "two-word-month",
        f"(d=day)? pair=two_word hyphen? al hyphen? (first_of_two | second_name=second_of_two)"
        f" {_YEAR}?",
        _settle_two_word,
    ),
    rule("nth", "the d=ordinal", _settle_nth),
)
