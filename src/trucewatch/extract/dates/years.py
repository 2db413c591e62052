"""Years, decades and centuries: `in 2015`, `2015-17`, `the 1990s`."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.dates.calendar import (
    century_period,
    sound_year,
    year_period,
    years_period,
)
from trucewatch.extract.dates.reading import Found, Outcome, Rule, Settled, rule
from trucewatch.extract.lexicons import words

_BEFORE_YEAR: Final = words(
    "in since of by until till from during through before after late early mid fiscal ( to for "
    "around about throughout circa spring summer autumn fall winter between year the december "
    "post pre beyond than into both either due"
)
_DETERMINERS: Final = words("a the its his her their our this that 's ’s")
_COUNTED: Final = words(
    "people civilians persons men women children fighters soldiers troops families militants "
    "refugees killed wounded dead injured km miles metres meters tonnes tons dollars euros pounds "
    "percent % kg years days hours minutes months weeks points yards feet others members times "
    "employees workers jobs units houses homes villages mines rpm shares barrels"
)


_ZONES: Final = words("gmt utc est edt cet eet local hours hrs")
"""Behind four figures these tell a time: `2100 GMT`."""


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
    if (
        year is None
        or found.after in _COUNTED
        or found.after in _ZONES
        or _part_of_a_name(found, place)
    ):
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
    """Tell whether the number is glued into a name or code: `S/2031/17`, `COVID-2019`."""
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
        or (_part_of_a_name(found, found.place("y2")) and (found.low("join") not in "-–—−‑"))
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
    return Outcome(
        type="DATE",
        value=f"{first:04d}/{last:04d}",
        period=years_period(first, last),
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
        [
            "twenties",
            "thirties",
            "forties",
            "fifties",
            "sixties",
            "seventies",
            "eighties",
            "nineties",
        ]
    )
}


def _settle_decade_word(found: Found) -> Settled:
    return _decade(_DECADE_WORDS[found.low("tens")])


def _decade(year: int) -> Outcome:
    return Outcome(
        type="DATE",
        value=f"{year // 10:03d}",
        period=years_period(year, year + 9),
        grain="decade",
        basis="stated",
        year_said=True,
        anchors=False,
    )


def _settle_century(found: Found) -> Settled:
    number = found.number("d")
    if number is None or not 1 <= number <= 22 or found.low("century") != "century":
        return None
    return Outcome(
        type="DATE",
        value=f"{number - 1:02d}",
        period=century_period(number),
        grain="century",
        basis="stated",
        anchors=False,
    )


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
)
"""Years, decades and centuries."""
