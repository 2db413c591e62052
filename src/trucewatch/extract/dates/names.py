"""Names of months, days, units and small numbers, and what each comes to."""

from __future__ import annotations

from typing import Final

from trucewatch.core import numbers
from trucewatch.extract.lexicons import words


def _number(names: str) -> dict[str, int]:
    return {name: place for place, name in enumerate(names.split(), start=1)}


_FULL_MONTHS: Final = _number(
    "january february march april may june july august september october november december"
)
SHORT_MONTHS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_OTHER_MONTHS: Final = {
    "shubat": 2, "shbat": 2, "adhar": 3, "azar": 3, "nisan": 4, "naysan": 4, "ayyar": 5,
    "haziran": 6, "huzayran": 6, "tammuz": 7, "tamuz": 7, "aylul": 9, "ayloul": 9, "eylul": 9,
    "ocak": 1, "şubat": 2, "mart": 3, "mayıs": 5, "temmuz": 7, "ağustos": 8, "eylül": 9,
    "ekim": 10, "kasım": 11, "aralık": 12, "janvier": 1, "février": 2, "mars": 3, "avril": 4,
    "mai": 5, "juin": 6, "juillet": 7, "août": 8, "septembre": 9, "octobre": 10, "novembre": 11,
    "décembre": 12, "januar": 1, "februar": 2, "märz": 3, "juni": 6, "juli": 7, "oktober": 10,
    "dezember": 12,
}  # fmt: skip
"""Months of other calendars' names: read only beside the number of a day or a year."""

MONTHS: Final = {
    **_FULL_MONTHS,
    **SHORT_MONTHS,
    **_OTHER_MONTHS,
}
ENGLISH_MONTHS: Final = frozenset([*_FULL_MONTHS, *SHORT_MONTHS])
TWO_WORD_MONTHS: Final = {
    ("tishrin", False): 10,
    ("tishrin", True): 11,
    ("kanun", False): 12,
    ("kanun", True): 1,
}
"""Pairs of months told apart by "the first" and "the second" (al-awwal, al-thani)."""

WEAK_MONTHS: Final = words("may march jan mar apr jun jul sep dec") | frozenset(_OTHER_MONTHS)
"""Months whose names are other words too."""

WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

COUNTS: Final = {
    **{word: number for word, number in numbers.UNITS.items() if number},
    **numbers.TENS,
    "dozen": 12,
}

ORDINALS: Final = _number(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
)

UNITS: Final = {
    "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "E", "century": "C",
    "quarter": "Q", "fortnight": "F", "weekend": "N",
}  # fmt: skip
SMALL_UNITS: Final = {"hour": "H", "minute": "M", "second": "S"}
PLURALS: Final = {
    **{f"{name}s": code for name, code in UNITS.items() if name != "century"},
    "centuries": "C",
}
SMALL_PLURALS: Final = {f"{name}s": code for name, code in SMALL_UNITS.items()}

SEASON_WORDS: Final = {
    "spring": "spring", "summer": "summer", "autumn": "autumn", "winter": "winter",
    "fall": "autumn",
}  # fmt: skip
PARTS_OF_DAY: Final = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "dawn": "TMO",
    "daybreak": "TMO", "dusk": "TEV", "nightfall": "TEV", "sunset": "TEV", "sunrise": "TMO",
    "mornings": "TMO", "afternoons": "TAF", "evenings": "TEV", "nights": "TNI",
}  # fmt: skip
