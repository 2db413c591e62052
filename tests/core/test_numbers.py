"""The numbers that a text tells, in digits or spelled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.numbers import SPELLED, numbers_in

ONES = [word for word, value in SPELLED.items() if 0 < value < 10]
TENS = [word for word, value in SPELLED.items() if 20 <= value < 100]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("six violations", "6"),
        ("Six violations, 12 of them by shells", "6 12"),
        ("twenty-two shells", "22"),
        ("Ninety two shells", "92"),
        ("a dozen rockets", "12"),
        ("two dozen rockets", "24"),
        ("one hundred and five men", "105"),
        ("three thousand two hundred men", "3200"),
        ("five hundred thousand people", "500000"),
        ("five, six and seven", "5 6 7"),
        ("five six", "5 6"),
        ("ten twenty", "10 20"),
        ("1,250 and M5", "1 250 5"),
        ("dozens of rockets, several men, the second day", ""),
        ("no violations", "0"),
        ("registered no new truce violations", "0"),
        ("No breaches were seen", "0"),
        ("The post registered none.", "0"),
        ("zero cases", "0"),
        ("not a single shell", "0"),
        ("no military solution", ""),
        ("no word on casualties", ""),
        ("no longer has guns", ""),
        ("no reports of shells", ""),
        ("said no. Shells hit", ""),
        ("no one was hit", ""),
        ("one violation", "1"),
        ("there was one civilian", "1"),
        ("one of the towns", ""),
        ("one another", ""),
        ("each one, this one", ""),
        ("a one-day truce", ""),
        ("freighters, tenants, weightone", ""),
        ("", ""),
    ],
)
def test_which_numbers_a_text_tells(text: str, numbers: str) -> None:
    assert numbers_in(text) == set(numbers.split()), text


@given(st.integers(0, 19999))
def test_a_spelled_number_is_the_number(number: int) -> None:
    assert numbers_in(f"They counted {spelled(number)} shells") == {str(number)}


def spelled(number: int) -> str:
    """Spell a number below a million as English does."""
    names = {value: word for word, value in SPELLED.items() if value < 100}
    if number >= 1000:
        rest = number % 1000
        return f"{spelled(number // 1000)} thousand" + (f" {spelled(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{names[number // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    if number in names and number != 12:
        return names[number]
    if number == 12:
        return "twelve"
    return f"{names[number // 10 * 10]}-{names[number % 10]}"


@given(st.text(alphabet="one six no-ety,hundred and thousand 5\n", max_size=2000))
def test_any_words_give_only_numbers(text: str) -> None:
    assert all(number.isdigit() for number in numbers_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "one " * 20_000,
        "no " * 20_000,
        "no " + "a-" * 50_000,
        "six" + " " * 100_000,
        "and " * 50_000,
    ],
)
def test_hostile_texts_are_read_in_short_time(text: str) -> None:
    assert all(number.isdigit() for number in numbers_in(text))
