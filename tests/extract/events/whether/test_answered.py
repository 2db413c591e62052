"""What a question asks and a no behind it denies did not happen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import Reality
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Have the fighters of the Marsh League left Ashel? No, they have not.", True),
        ("Have the fighters of the Marsh League left Ashel? Not yet.", True),
        ("“Has the Marsh League left Ashel?” No. It stays.", True),
        ("Have the fighters of the Marsh League left Ashel? Nobody knows.", False),
        ("Have the fighters of the Marsh League left Ashel? No one can say.", False),
        ("Have the fighters of the Marsh League left Ashel? Yes, they have.", False),
        ("The fighters of the Marsh League have left Ashel. No, they are not back.", False),
    ],
)
def test_what_a_no_denies(text: str, denied: bool) -> None:
    document = replace(a_document(text), published=DAY, language="en")
    event = next(
        each for each in read_text(document, crossing()).events if "lef" in str(each.trigger.text)
    )
    assert (event.reality is Reality.NEGATED) is denied
