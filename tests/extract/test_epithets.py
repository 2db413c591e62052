"""Names with a word of abuse inside, on the invented case: only abuse is passed over."""

from __future__ import annotations

import pytest

from passages import crossing
from trucewatch.core.folding import words_of
from trucewatch.extract.epithets import find_abused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The criminal Herons shelled Ashel.", [("The criminal Herons", "heron_company")]),
        ("the brutal, murderous Herons", [("the brutal, murderous Herons", "heron_company")]),
        ("The Herons shelled Ashel.", []),
        ("The grey herons flew over Ashel.", []),
        ("Criminal Herons shelled Ashel.", []),
        ("the criminal", []),
    ],
)
def test_abuse_inside_a_name(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_abused(text, list(words_of(text)), crossing())
    assert [(each.span.text, each.id) for each in found] == expected
