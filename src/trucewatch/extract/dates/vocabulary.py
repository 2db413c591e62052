"""The words that dates are made of, and the class that each token has for the rules."""

from __future__ import annotations

from typing import Final

from trucewatch.core.limits import FIRST_YEAR, LAST_YEAR
from trucewatch.extract.dates.grammar import Grammar
from trucewatch.extract.dates.names import (
    COUNTS,
    MONTHS,
    ORDINALS,
    PARTS_OF_DAY,
    PLURALS,
    SHORT_MONTHS,
    SMALL_PLURALS,
    UNITS,
    WEAK_MONTHS,
    WEEKDAYS,
)
from trucewatch.extract.dates.tokens import Tokens

_SETS: Final[dict[str, str]] = {
    "ordinal_word": " ".join(word for word in ORDINALS if word != "second"),
    "second": "second",
    "count": " ".join(COUNTS),
    "hundred": "hundred thousand",
    "vague": "several few couple many some",
    "half": "half",
    "year_word": "year",
    "plain_unit": " ".join(name for name in UNITS if name not in ("year", "quarter", "weekend")),
    "quarter": "quarter",
    "weekend": "weekend weekends",
    "units": " ".join(PLURALS),
    "small": "hour minute",
    "smalls": " ".join(SMALL_PLURALS),
    "season": "spring summer autumn winter",
    "fall": "fall",
    "part": " ".join(name for name in PARTS_OF_DAY if not name.endswith("s")),
    "parts": "mornings afternoons evenings nights",
    "noon": "noon midday midnight",
    "today": "today",
    "yesterday": "yesterday",
    "tomorrow": "tomorrow",
    "tonight": "tonight",
    "overnight": "overnight",
    "last": "last",
    "past": "past",
    "previous": "previous preceding prior",
    "next": "next",
    "coming": "coming upcoming",
    "following": "following",
    "this": "this",
    "these": "these",
    "current": "current",
    "same": "same",
    "that": "that",
    "ago": "ago",
    "earlier": "earlier",
    "later": "later",
    "before": "before",
    "after": "after",
    "late": "late",
    "early": "early",
    "mid": "mid",
    "middle": "middle",
    "start": "beginning start outset",
    "starting": "starting",
    "end": "end close",
    "ending": "ending ended",
    "the": "the",
    "of": "of",
    "in": "in",
    "on": "on",
    "at": "at",
    "by": "by",
    "until": "until till through thru",
    "to": "to",
    "into": "into",
    "from": "from",
    "since": "since",
    "within": "within",
    "between": "between",
    "and": "and",
    "or": "or",
    "a": "a an",
    "every": "every each",
    "per": "per",
    "once": "once twice thrice",
    "times": "times",
    "more": "more additional further",
    "so": "so",
    "very": "very",
    "part_word": "part",
    "as": "as",
    "now": "now currently nowadays presently",
    "future_kind": "near foreseeable",
    "recently": "recently lately",
    "recent": "recent",
    "soon": "soon",
    "future": "future",
    "present": "present",
    "time": "time moment",
    "regular": "daily weekly monthly yearly hourly nightly",
    "fiscal": "fiscal",
    "latest": "latest",
    "year_end": "yearend",
    "period": "period",
    "full": "full whole entire",
    "new": "new",
    "christmas": "christmas",
    "eve": "eve",
    "decades": "nineties eighties seventies sixties fifties forties thirties twenties",
    "days_of_week": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "meridian": "am pm a.m p.m a.m. p.m.",
    "zone": "gmt utc est edt cet cest gmt eet eest pst pdt bst local",
    "quarter_name": "q1 q2 q3 q4",
    "two_word": "tishrin tishreen teshreen tishri kanun kanoon kanoun",
    "al": "al ath at el",
    "first_of_two": "awwal awal auwal",
    "second_of_two": "thani tani thany",
}

_MARKS: Final = {
    "comma": ",", "stop": ".", "hyphen": "-–—‑−", "slash": "/", "open": "(", "close": ")",
    "tick": "'’‘",
}  # fmt: skip
_KINDS: Final = (
    "weekday weak_weekday month weak_month day year far_year number ordinal iso slashed clock "
    "clocked genitive paragraph decade dot other"
)

_NAMES: Final = [*_KINDS.split(), *_SETS, *_MARKS]
CODE: Final = {name: chr(0xA1 + place) for place, name in enumerate(_NAMES)}
"""The one-character code of each class."""


def _code_words() -> dict[str, str]:
    codes = {word: CODE[name] for name, group in _SETS.items() for word in group.split()}
    codes |= {mark: CODE[name] for name, marks in _MARKS.items() for mark in marks}
    for name in MONTHS:
        codes[name] = CODE["weak_month"]
        strength = CODE["weak_month" if name in WEAK_MONTHS else "month"]
        codes[name.capitalize()] = codes[name.upper()] = strength
    for name in WEEKDAYS:
        strength = CODE["weekday" if name.endswith("day") else "weak_weekday"]
        codes[name.capitalize()] = codes[name.upper()] = strength
        if name.endswith("day"):
            codes[name] = strength
    del codes["mars"]  # in lower case an English verb
    return codes


_CODES: Final = _code_words()
_KIND_CODES: Final = {
    kind: CODE[kind]
    for kind in ("iso", "slashed", "clock", "ordinal", "genitive", "paragraph", "decade")
} | {"half": CODE["meridian"], "clocked": CODE["clocked"], "nth": CODE["ordinal"]}
_OTHER: Final = CODE["other"]
_SHORT_NAMES: Final = frozenset(SHORT_MONTHS) | {name for name in WEEKDAYS if len(name) < 6}


def code_tokens(tokens: Tokens) -> str:
    """Give the class code of every token, as one string."""
    codes = _CODES
    coded: list[str] = []
    before = ""
    for kind, word, low in zip(tokens.kinds, tokens.words, tokens.lower, strict=True):
        if kind == "word":
            coded.append(codes.get(word) or codes.get(low, _OTHER))
        elif kind == "number":
            coded.append(_code_number(word))
        elif word == "." and before in _SHORT_NAMES:
            coded.append(CODE["dot"])
        else:
            coded.append(_KIND_CODES.get(kind) or codes.get(word, _OTHER))
        before = low
    return "".join(coded)


def _code_number(word: str) -> str:
    if word.isdigit() and len(word) <= 4:
        value = int(word)
        if len(word) <= 2:
            return CODE["day"] if 1 <= value <= 31 else CODE["number"]
        if len(word) == 4:
            if FIRST_YEAR <= value <= LAST_YEAR:
                return CODE["year"]
            return CODE["far_year"] if 1000 <= value <= 2999 else CODE["number"]
    return CODE["number"]


_UNIONS: Final = {
    "any_month": "month weak_month",
    "any_weekday": "weekday weak_weekday",
    "day_number": "day ordinal ordinal_word second",
    "any_ordinal": "ordinal ordinal_word second",
    "any_year": "year far_year",
    "joiner": "hyphen to until",
    "joiner_and": "hyphen to until and",
    "any_season": "season fall",
    "deictic": "today yesterday tomorrow tonight",
    "any_count": "count day number",
    "unit": "plain_unit year_word",
    "any_unit": "plain_unit year_word quarter weekend",
    "any_units": "units plain_unit year_word quarter",
    "clock_units": "smalls small second",
    "back": "last past previous",
    "ahead": "next coming following",
    "edge": "early late",
    "turn": "last past previous this current next coming",
    "short_number": "day number",
    "before_after": "before after",
    "way": "earlier later before after",
    "weekday_turn": "last past next coming following previous",
    "unit_turn": "last past previous next coming following this current same that latest",
    "counted_units": "units plain_unit year_word quarter smalls small second",
    "stretch_turn": "last past previous next coming following this recent latest",
    "any_part": "part noon",
    "part_turn": "this last that same next following previous",
    "first_or_last": "ordinal_word last",
    "four_figures": "year far_year number",
    "clock_or_number": "clock day number",
}


def _classes() -> dict[str, str]:
    unions = {
        name: "".join(CODE[one] for one in members.split()) for name, members in _UNIONS.items()
    }
    return CODE | unions


GRAMMAR: Final = Grammar(_classes())
"""Reads the rules of this package."""
