"""Read a number from tokens: figures, number words, magnitudes, fractions, "dozens" and the like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trucewatch.core.numbers import TENS, UNITS
from trucewatch.core.reading import Bound
from trucewatch.extract.dates.tokens import Tokens

LARGEST_FIGURES: Final = 15
"""A longer run of figures is no count that a reporter made."""


_POWERS: Final = {
    "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "dozen": 12.0, "score": 20.0,
}  # fmt: skip
_SHORT_POWERS: Final = {
    "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12, "trn": 1e12, "k": 1e3, "m": 1e6, "b": 1e9,
}  # fmt: skip
_PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
_VAGUE: Final = {
    "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6,
    "billions": 2e9, "tens": 20.0,
}  # fmt: skip
"""The least that the plain plural can mean: two of them."""
_SEVERAL: Final = {"several": 3.0, "few": 3.0, "handful": 3.0, "couple": 2.0}
_FOLD: Final = {f"{word}fold": float(number) for word, number in UNITS.items() if number > 1} | {
    "tenfold": 10.0,
    "hundredfold": 100.0,
}
_TWICE: Final = {"twice": 2.0, "thrice": 3.0}

STARTS: Final = frozenset(
    {*UNITS, *TENS, *_VAGUE, *_FOLD, *_TWICE, "a", "an", "half", "several", "few"}
    | {"hundred", "thousand", "million", "billion"}
)
"""Words that a number can begin with."""


LONGEST_WORDS: Final = 14
"""Words of the longest number that is written out."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as read: its value, the token behind it, and what its words say by themselves.

    `power` is the magnitude named last ("million"), 1 where none was; `unit` is set where the
    number word holds it (a fraction is percent, "fourfold" is times); `worded` tells that no figure
    stood there.
    """

    value: float
    end: int
    bound: Bound = "exact"
    power: float = 1.0
    unit: str | None = None
    worded: bool = False
    vague: bool = False


def read_number(tokens: Tokens, at: int, *, money: bool = False) -> Number | None:
    """Read the number that begins at a token; None where none does.

    `money` tells that a sign of a currency stands before it: then `m` and `b` are magnitudes.
    """
    if tokens.kinds[at] == "number":
        return _read_figures(tokens, at, money)
    word = tokens.lower[at]
    if word in _VAGUE:
        return _read_vague(tokens, at)
    if word in _FOLD:
        return Number(_FOLD[word], at + 1, unit="times", worded=True)
    if word in _TWICE:
        return Number(_TWICE[word], at + 1, unit="times", worded=True)
    if word == "half":
        return _read_half(tokens, at)
    if word in ("several", "few") or (
        word in ("a", "an") and tokens.at(at + 1) in ("few", "handful", "couple")
    ):
        return _read_several(tokens, at)
    if word in ("a", "an"):
        return _read_article(tokens, at)
    return _read_words(tokens, at)


def value_of(figures: str) -> float | None:
    """Give the value of a run of figures with commas and a point; None where it is too long."""
    plain = figures.replace(",", "")
    return float(plain) if len(plain) <= LARGEST_FIGURES else None


def _read_figures(tokens: Tokens, at: int, money: bool) -> Number | None:
    value = value_of(tokens.words[at])
    if value is None:
        return None
    end = at + 1
    if tokens.at(end) in ("/", "⁄") and tokens.glued(end) and tokens.glued(end + 1):
        return _read_slash(tokens, at, value)
    if (
        tokens.at(end).isdigit()
        and tokens.at(end + 1) == "/"
        and tokens.glued(end + 1)
        and tokens.at(end + 2).isdigit()
        and len(tokens.at(end)) == len(tokens.at(end + 2)) == 1
        and tokens.at(end + 2) != "0"
    ):
        value += int(tokens.at(end)) / int(tokens.at(end + 2))
        end += 3
    power, end = _read_power(tokens, end, money)
    return Number(value * power, end, power=power)


def _read_slash(tokens: Tokens, at: int, over: float) -> Number | None:
    """Read `1/16 of`: a fraction only where "of" follows."""
    under = value_of(tokens.words[at + 2]) if tokens.kinds[at + 2] == "number" else None
    if not under or over >= under or tokens.at(at + 3) != "of":
        return None
    return Number(over / under, at + 3)


def _read_power(tokens: Tokens, at: int, money: bool) -> tuple[float, int]:
    power, end = 1.0, at
    for _ in range(2):
        place = end + 1 if tokens.at(end) == "-" and tokens.at(end + 1) in _POWERS else end
        word = tokens.at(place)
        if word in _POWERS:
            power *= _POWERS[word]
        elif power == 1.0 and _short_power(tokens, place, money):
            power *= _SHORT_POWERS[word]
        else:
            break
        end = place + 1
    return power, end


def _short_power(tokens: Tokens, at: int, money: bool) -> bool:
    word = tokens.at(at)
    if word not in _SHORT_POWERS:
        return False
    if word in ("m", "b"):
        return (money and tokens.glued(at)) or (
            tokens.words[at : at + 1] == ["M"] and tokens.glued(at)
        )
    return tokens.glued(at) or word in ("mn", "mln", "bn", "tn", "trn")


def _read_vague(tokens: Tokens, at: int) -> Number | None:
    value, end = _VAGUE[tokens.lower[at]], at + 1
    if tokens.at(end) == "of" and tokens.at(end + 1) in _VAGUE:
        inner = tokens.at(end + 1)
        if inner not in ("dozens", "scores", "tens"):
            return Number(value * _VAGUE[inner] / 2, end + 2, "at_least", worded=True, vague=True)
    if tokens.lower[at] == "tens":
        return None
    if tokens.lower[at] == "scores" and tokens.at(end) != "of":
        return None
    return Number(value, end, "at_least", worded=True, vague=True)


def _read_several(tokens: Tokens, at: int) -> Number | None:
    """Read `several`, `a few dozen`, `a couple of hundred`."""
    place = at + 1 if tokens.lower[at] in ("a", "an") else at
    value, end = _SEVERAL[tokens.lower[place]], place + 1
    if tokens.lower[place] in ("couple", "handful") and tokens.at(end) == "of":
        end += 1
    power, after = _read_power(tokens, end, False)
    if power > 1:
        return Number(value * power, after, "at_least", power, worded=True, vague=True)
    bound: Bound = "exact" if tokens.lower[place] == "couple" else "at_least"
    return Number(value, end, bound, worded=True, vague=True)


def _read_half(tokens: Tokens, at: int) -> Number | None:
    """Read `half a million`, `half of the city`, `half the city`."""
    end = at + 1
    if tokens.at(end) == "a" and tokens.at(end + 1) in _POWERS:
        power, after = _read_power(tokens, end + 1, False)
        return Number(power / 2, after, power=power, worded=True)
    if tokens.at(end) in ("of", "the", "its", "their", "all", "that", "his", "her"):
        if tokens.at(at - 1) in ("first", "second", "other", "last", "latter", "better"):
            return None
        return Number(50.0, end, unit="percent", worded=True)
    return None


def _read_article(tokens: Tokens, at: int) -> Number | None:
    """Read `a million`, `a dozen`, `a third of`, `a quarter of`, `a tenfold`."""
    word, end = tokens.at(at + 1), at + 2
    if word in _FOLD:
        return Number(_FOLD[word], end, unit="times", worded=True)
    if word in _PARTS and tokens.at(end) in ("of", "the"):
        return Number(round(100 / _PARTS[word], 2), end, unit="percent", worded=True)
    if word in _POWERS and word != "score":
        power, after = _read_power(tokens, at + 1, False)
        return Number(power, after, power=power, worded=True)
    return None


def _read_words(tokens: Tokens, at: int) -> Number | None:
    """Read number words: `twenty-five`, `three hundred and fifty`, `two and a half million`."""
    spoken = _Sum()
    end = at
    for place in range(at, min(at + LONGEST_WORDS, len(tokens))):
        word = tokens.lower[place]
        if spoken.take(word):
            end = place + 1
        elif not (spoken.joins(word) and spoken.goes_on(tokens.at(place + 1))):
            break
    if end == at:
        return None
    value = spoken.total + spoken.current
    return _with_part(tokens, at, Number(value, end, power=spoken.power, worded=True))


@dataclass(slots=True)
class _Sum:
    """Adds up number words: what is closed by a "thousand", and what is still open."""

    total: float = 0.0
    current: float = 0.0
    power: float = 1.0
    seen: bool = False

    def take(self, word: str) -> bool:
        """Add a word; False where it begins another number ("seven eight") or is none."""
        if word in _POWERS:
            self.power = _POWERS[word]
            self.current = (self.current or 1.0) * self.power
            if self.power >= 1000:
                self.total, self.current = self.total + self.current, 0.0
        elif word in TENS and self._round(100):
            self.current += TENS[word]
        elif word in UNITS and (self._round(100) or (UNITS[word] < 10 and self._round(10))):
            self.current += UNITS[word]
        else:
            return False
        self.seen = True
        return True

    def joins(self, word: str) -> bool:
        """Tell whether a word may stand inside a number: a hyphen, or "and" behind a hundred."""
        return self.seen and (word == "-" or (word == "and" and self.power == 100))

    def goes_on(self, word: str) -> bool:
        """Tell whether the number can go on with a word behind a hyphen or "and"."""
        if UNITS.get(word):
            return self._round(100) or (UNITS[word] < 10 and self._round(10) and self.current >= 20)
        return (word in TENS and self._round(100)) or (word in _POWERS and word != "score")

    def _round(self, by: int) -> bool:
        return self.current % by == 0


def _with_part(tokens: Tokens, at: int, number: Number) -> Number | None:
    """Add `and a half`; turn `two thirds`, `three-quarters`, `one in three` into percent."""
    end = number.end
    place = end + 1 if tokens.at(end) == "-" else end
    part = _PARTS.get(tokens.at(place), 0)
    if part > 2 and number.value < part and number.power == 1.0:
        if tokens.at(place + 1) in ("of", "the") or tokens.lower[place].endswith("s"):
            share = round(100 * number.value / part, 2)
            return Number(share, place + 1, unit="percent", worded=True)
        return None
    if tokens.at(end) == "and" and tokens.at(end + 1) == "a" and tokens.at(end + 2) == "half":
        power, after = _read_power(tokens, end + 3, False)
        value = (number.value + number.power / 2) * power
        return Number(value, after, power=max(power, number.power), worded=True)
    out_of = tokens.at(end) == "out" and tokens.at(end + 1) == "of"
    if tokens.at(end) == "in" or out_of:
        other = end + (2 if out_of else 1)
        under = UNITS.get(tokens.at(other), 0)
        plain = tokens.at(other + 1) in ("people", "of") or out_of
        if plain and 1 < under <= 20 and number.value < under and tokens.at(at - 1) != "the":
            share = round(100 * number.value / under, 2)
            return Number(share, other + 1, unit="percent", worded=True)
    return number
