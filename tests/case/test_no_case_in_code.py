"""Nothing in the code knows a case: no name of any case's files stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import trucewatch
from trucewatch.case.load import built_in_cases, find_case, load_case
from trucewatch.core.case import Case

SOURCE = Path(trucewatch.__file__).parent
CROSSING = Path(__file__).parent / "crossing"
LETTERS = 4
TEXT_FILES = frozenset(
    {".py", ".txt", ".csv", ".json", ".yaml", ".yml", ".html", ".js", ".css", ".md"}
)


def names_of(case: Case) -> Iterator[str]:
    for actor in case.actors.by_id.values():
        yield actor.name
        yield from (alias.name for alias in actor.aliases)
    for outlet in case.outlets.by_id.values():
        yield from (outlet.name, *outlet.names, *outlet.domains)
    for place in case.places.by_id.values():
        yield from (place.name, *place.variants)


def telling(names: Iterator[str]) -> set[str]:
    """Leave out what is no name: a few letters, and common nouns ("buffer zone", "frontline").

    A phrase without a capital is general vocabulary: the code may hold its words, in any order.
    """
    return {
        name
        for name in names
        if sum(letter.isalpha() for letter in name) >= LETTERS
        and ("." in name or name != name.lower() or name == name.upper())
    }


def sources() -> list[Path]:
    # A case's own folder may name it; a model's card says what corpora it was trained on.
    apart = {SOURCE / "case" / "built_in", SOURCE / "extract" / "encoder" / "weights"}
    paths = (path for path in SOURCE.rglob("*") if path.suffix in TEXT_FILES)
    return sorted(path for path in paths if not apart & set(path.parents))


def found_in(text: str, names: set[str]) -> set[str]:
    """Look each name up between words: by its first word, then as a whole."""
    by_first: dict[str, list[str]] = {}
    for name in names:
        first = re.search(r"\w+", name)
        if first:
            by_first.setdefault(first[0], []).append(name)
    here = {word for word in re.findall(r"\w+", text) if word in by_first}
    candidates = {name for word in here for name in by_first[word] if name in text}
    return {name for name in candidates if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)}


@pytest.mark.parametrize("case", [*built_in_cases(), "crossing"])
def test_no_name_of_a_case_stands_in_the_code(case: str) -> None:
    names = telling(names_of(load_case(CROSSING if case == "crossing" else find_case(case))))
    assert len(names) > 20
    found = {
        str(path.relative_to(SOURCE)): sorted(here)
        for path in sources()
        if (here := found_in(path.read_text(encoding="utf-8"), names))
    }
    assert found == {}


def test_a_name_would_be_found() -> None:
    names = {"Marsh League", "Kethra", "Dun-Mere"}
    text = "if actor == 'Kethra': ...  # the Marsh League, Dun-Mere"
    assert found_in(text, names) == names
    assert found_in("kethra Kethran xKethra Marsh Leagues", names) == set()


def test_only_names_are_looked_for() -> None:
    names = ["Kethra", "buffer zone", "R-2", "news.example", "كثرة", "the Herons"]
    assert telling(iter(names)) == {"Kethra", "news.example", "كثرة", "the Herons"}
