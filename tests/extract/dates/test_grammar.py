"""The notation of rules."""

from __future__ import annotations

import pytest

from trucewatch.extract.dates.grammar import Grammar

GRAMMAR = Grammar({"month": "m", "day": "d", "comma": ",", "year": "y", "any": "md"})


@pytest.mark.parametrize(
    ("rule", "codes", "end"),
    [
        ("month day", "md", 2),
        ("month day (comma? year)?", "md,y", 4),
        ("month day (comma? year)?", "md", 2),
        ("(month day | day month)", "dm", 2),
        ("any? year", "y", 1),
        ("any any", "md", 2),
    ],
)
def test_a_rule_matches_codes(rule: str, codes: str, end: int) -> None:
    match = GRAMMAR.compile(rule).pattern.match(codes)
    assert match is not None
    assert match.end() == end


def test_first_codes_reach_over_what_may_be_missing() -> None:
    assert GRAMMAR.compile("comma? (day | month) year").first == frozenset(",dm")


def test_a_name_may_be_taken_in_several_branches() -> None:
    compiled = GRAMMAR.compile("(d=day month | month d=day)")
    assert compiled.groups == {"d": (1, 2)}


@pytest.mark.parametrize("rule", ["(month", "month)", "month?", "month + day", "nobody", ""])
def test_what_is_no_rule_is_refused(rule: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        GRAMMAR.compile(rule)
