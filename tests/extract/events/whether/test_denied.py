from __future__ import annotations

from dataclasses import replace

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import FIGHTS, Reality
from trucewatch.extract.events.whether.denied import as_they_tell
from trucewatch.pipeline.read import read_text


def told(text: str, held_for: Reality = Reality.DENIED) -> list[str]:
    """Tell how the first attack stands that a reader held for denied."""
    reading = read_text(a_document(text, outlet="meridian_news"), crossing())
    events = [replace(event, reality=held_for) for event in reading.events if event.kind in FIGHTS]
    return [str(event.reality) for event in as_they_tell(text, events[:1], reading.statements)]


# one row: a text in which another one denies the first attack, or its speaker something else
THEIRS: list[str] = [
    "Ondrel said Velmar had shelled Ashel, an accusation Velmar rejected.",
    "Velmar said the Marsh League shelled Ashel, a charge that the Marsh League denied.",
    "“Velmar shelled Ashel,” Ondrel said. “This is not true,” Velmar said.",
    "“This is a lie,” Ondrel said. “Velmar shelled Ashel.”",
    "“Velmar accuses us of shelling Ashel,” the Marsh League said.",
    "“That is nonsense. Velmar shelled Ashel,” Ondrel said.",
]


@pytest.mark.parametrize("text", THEIRS)
@pytest.mark.parametrize("held_for", [Reality.DENIED, Reality.NEGATED])
def test_who_tells_it_does_not_deny_it(text: str, held_for: Reality) -> None:
    assert told(text, held_for) == ["asserted"]


# one row: a text whose own speaker denies it, or in which nobody else does
THEIR_OWN: list[str] = [
    "Velmar denied that it had shelled Ashel.",
    "Velmar said that it had not shelled Ashel, a claim that Ondrel rejected.",
    "Velmar rejected Ondrel's claim that it had shelled Ashel.",
    "“Velmar accuses us of shelling Ashel. We reject that,” the Marsh League said.",
    "Velmar said that it was innocent of shelling Ashel.",
]


@pytest.mark.parametrize("text", THEIR_OWN)
def test_a_denial_of_ones_own_stands(text: str) -> None:
    assert told(text) == ["denied"]
