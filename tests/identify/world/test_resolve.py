"""Sentences of general knowledge, written for these tests."""

from __future__ import annotations

import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.core.world import WorldChoice
from trucewatch.identify.world.atlas import shipped
from trucewatch.identify.world.resolve import resolve


def choices(marked: str) -> dict[str, WorldChoice]:
    """Resolve the names in square brackets, all together; a later one of the same words counts."""
    text, spans = "", []
    for piece in re.split(r"(\[[^\]]*\])", marked):
        if piece.startswith("["):
            spans.append((len(text), len(text) + len(piece) - 2))
            piece = piece[1:-1]
        text += piece
    found = resolve(text, spans, shipped())
    return {text[start:end]: choice for (start, end), choice in zip(spans, found, strict=True)}


def where(choice: WorldChoice) -> str:
    place = choice.place
    return f"{place.kind} {place.country} {place.division}".strip() if place else "open"


CASES = [
    # what the words beside a name say
    ("Two trains met in [Paris], Texas.", "Paris", "city US Texas", "beside"),
    ("The fair in [Springfield], Ill., opened.", "Springfield", "city US Illinois", "beside"),
    (
        "SPRINGFIELD: it rained in [Springfield] (Massachusetts).",
        "Springfield",
        "city US Massachusetts",
        "beside",
    ),
    ("The train left [London], Ontario, at noon.", "London", "city CA Ontario", "beside"),
    ("He was born in [Alexandria], Virginia.", "Alexandria", "city US Virginia", "beside"),
    ("Snow fell on [Cambridge] in Massachusetts.", "Cambridge", "city US Massachusetts", "beside"),
    ("Spain's [Cordoba] is warm.", "Cordoba", "ES", ""),
    ("The Argentine city of [Cordoba] is warm.", "Cordoba", "AR", ""),
    ("It rained on [Birmingham], England.", "Birmingham", "GB", "beside"),
    ("They met in [Tripoli], Lebanon.", "Tripoli", "LB", "beside"),
    # the noun beside it
    ("Dust lay over [Aleppo] province.", "Aleppo", "division SY", ""),
    ("Shops opened in the city of [Quebec].", "Quebec", "city CA", "head"),
    ("A law of [New York] State.", "New York", "division US", "head"),
    ("[Washington] Gov. Ada Brenn spoke.", "Washington", "division US", "head"),
    # countries and divisions before towns
    ("[Lebanon] signed it.", "Lebanon", "country LB", "country"),
    ("[Peru] and [Chile] signed it.", "Peru", "country PE", "country"),
    ("[Georgia] and [Armenia] share a border.", "Georgia", "country GE", "country"),
    ("[Georgia], [Alabama] and [Tennessee] share borders.", "Georgia", "division US", ""),
    ("[California] votes on Tuesday.", "California", "division US", "larger"),
    ("A British court and a [French] one differ.", "French", "country FR", ""),
    ("[Oregon], [Washington] and [Idaho] voted.", "Washington", "division US", ""),
    # what the document names, and what lies near
    ("[Valencia] lies in the west. [Caracas] is larger, in [Venezuela].", "Valencia", "VE", ""),
    ("[Valencia] and [Madrid] are joined by rail, [Spain] says.", "Valencia", "ES", ""),
    ("[Manchester], [Nashua] and [Concord] voted.", "Manchester", "city US New Hampshire", ""),
    ("[Manchester] and [Liverpool] voted.", "Manchester", "GB", ""),
    ("[Odessa] and [Midland] lie on the plain; [Texas] is wide.", "Odessa", "city US Texas", ""),
    ("[Odessa] and [Mykolaiv] lie on the sea.", "Odessa", "UA", ""),
    # the largest, where nothing else is said
    ("It rained in [Paris].", "Paris", "FR", ""),
    ("It rained in [Sydney].", "Sydney", "AU", ""),
    ("[Washington] said so.", "Washington", "capital US District of Columbia", ""),
    # one name, one meaning
    ("[Paris], Texas, is small. Many live in [Paris].", "Paris", "city US Texas", "beside"),
    # nobody knows
    ("They came to [Qwrtzpl].", "Qwrtzpl", "open", "open"),
]


@pytest.mark.parametrize(("text", "name", "expected", "rule"), CASES)
def test_a_name_means_what_the_text_says(text: str, name: str, expected: str, rule: str) -> None:
    choice = choices(text)[name]
    assert expected in where(choice)
    assert rule in ("", choice.rule)


def test_what_was_refused_is_told() -> None:
    choice = choices("Two trains met in [Paris], Texas.")["Paris"]
    assert choice.place is not None
    assert any(place.country == "FR" for place in choice.refused)
    assert choice.place not in choice.refused
    assert 0 < choice.share <= 1


def test_a_list_of_counties_is_read_as_counties() -> None:
    found = choices("Floods hit [Polk], [Story] and [Dallas] counties in [Iowa].")
    assert {where(found[name]) for name in ("Polk", "Story", "Dallas")} == {"county US Iowa"}


NAMES = [
    "Paris",
    "Texas",
    "London",
    "Ontario",
    "Lima",
    "Peru",
    "Springfield",
    "Ill.",
    "Qwrt",
    "U.S.",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_spans_plays_no_part(names: list[str], chance: random.Random) -> None:
    text, spans = "", []
    for name in names:
        spans.append((len(text), len(text) + len(name)))
        text += name + chance.choice([", ", " and ", " in ", ". "])
    told = dict(zip(spans, resolve(text, spans, shipped()), strict=True))
    mixed = list(spans)
    chance.shuffle(mixed)
    assert dict(zip(mixed, resolve(text, mixed, shipped()), strict=True)) == told


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.data())
def test_no_text_makes_it_fail(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    spans = [tuple(sorted(pair)) for pair in data.draw(st.lists(st.tuples(ends, ends), max_size=5))]
    found = resolve(text, [(start, end) for start, end in spans], shipped())
    assert len(found) == len(spans)


HOSTILE = [
    "Paris, " * 2_000,
    "A" * 20_000,
    "Aa " * 6_000,
    "in the of " * 3_000,
    "San José, " * 300 + "and counties",
    "Spring'field’s " * 2_000,
    "(" * 10_000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_costs_little(text: str) -> None:
    words = list(re.finditer(r"\S+(?: \S+)?", text))[:2_000]
    spans = [(found.start(), found.end()) for found in words] or [(0, len(text))]
    started = time.perf_counter()
    resolve(text, spans, shipped())
    assert time.perf_counter() - started < 20
