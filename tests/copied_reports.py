"""Documents and hostile texts for the tests of copied text, all invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from hypothesis import strategies as st

from passages import a_document
from trucewatch.core.document import Document

FIRST: Final = date(2020, 3, 1)

QUAY = (
    "Militia gunners shelled the old quay of Ashel from the western ridge before dawn on Tuesday."
)
PORTERS = (
    "Seven porters were taken to the field hospital at Brem, two of them with burns, nurses said."
)
BRIDGE = "Convoys crossed the northern bridge again without any delay on either bank of the Ilmen."
TALKS = "Envoys of both sides will meet in the customs house next month to settle the ferry tolls."
RAIN = (
    "Heavy rain closed the pass above Torl for the third day and kept the patrols in their tents."
)
SENTENCES: Final = (QUAY, PORTERS, BRIDGE, TALKS, RAIN)

HOSTILE: Final = (
    "",
    "   \n\n ",
    "word " * 100_000,
    "to and fro " * 30_000,
    "a" * 100_000,
    "قصفت المدفعية القرية القديمة عند الفجر وأصيب سبعة عمال بجروح قرب الجسر الشمالي " * 3,
    "🔥 💣 👩‍👩‍👧 " * 5_000,
    "\x00\ufeff\u202e\u00ad \ud800 quay " * 100,
    "1 2 3 4 5 6 7 8 9 10 11 12 13",
)


def report(id: str, *paragraphs: str, on: int | None = 0, title: str | None = None) -> Document:
    """Make a document published `on` so many days after the first, or on an unknown day."""
    published = None if on is None else FIRST + timedelta(on)
    return replace(a_document(*paragraphs, title=title), id=id, published=published)


@st.composite
def reports(draw: st.DrawFn) -> list[Document]:
    """Make a few documents that share sentences."""
    texts = st.lists(st.sampled_from(SENTENCES), max_size=4)
    return [
        report(f"d{number}", *draw(texts), on=draw(st.sampled_from([0, 1, 9, None])))
        for number in range(draw(st.integers(0, 6)))
    ]
