from __future__ import annotations

import pytest

from passages import a_document, crossing, read
from trucewatch.extract.statements import find_statements


def chain_of(text: str, *, title: bool = False) -> list[tuple[str, str]]:
    document = a_document("It rained.", title=text) if title else a_document(text)
    sentences, mentions, _ = read(document, crossing())
    found = find_statements(document, sentences, mentions, (), crossing())
    return [
        (
            " < ".join(link.span.text for link in each.chain if link.span),
            " ".join(span.text for span in each.content),
        )
        for each in found
    ]


@pytest.mark.parametrize("title", [True, False])
@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        ("Velmari army: bridge is mined", "Velmari army", "bridge is mined"),
        (
            "Last post on coast road gone: Velmari army",
            "Velmari army",
            "Last post on coast road gone",
        ),
        ("Last post gone - Velmari army", "Velmari army", "Last post gone"),
        ("“Nobody asked us” – Garsk mayor on the plan", "Garsk mayor", "“Nobody asked us”"),
        (
            "“A trap for our sons” — Garsk mothers to Selm Courier on the offer",
            "Selm Courier < Garsk mothers",
            "“A trap for our sons”",
        ),
        (
            "Drought “worse than shelling”: Red Valley farmers, quoted by Lantern",
            "Lantern < Red Valley farmers",
            "Drought “worse than shelling”",
        ),
        ("Edda Rusk: no date for retreat (NORDA)", "NORDA < Edda Rusk", "no date for retreat"),
        ("Edda Rusk: no date for retreat — Norda", "Norda < Edda Rusk", "no date for retreat"),
        ("Norda: Speaker says zone is on paper only", "Norda < Speaker", "zone is on paper only"),
        ("Army shells village: monitor", "monitor", "Army shells village"),
        ("Army shells village: monitoring mission", "monitoring mission", "Army shells village"),
        ("Army shells village, say activists", "activists", "Army shells village"),
        ("“All guns gone”, says Vorn", "Vorn", "“All guns gone”"),
        ("Army shells Ashel, monitor says", "monitor", "Army shells Ashel"),
        ("Heavy guns withdrawn from strip - Velmar", "Velmar", "Heavy guns withdrawn from strip"),
    ],
)
def test_a_mark_names_the_speaker(text: str, chain: str, content: str, title: bool) -> None:
    assert chain_of(text, title=title) == [(chain, content)]


@pytest.mark.parametrize(
    "text", ["Update: bridge is mined", "It was late.", "The road: what to know", "Colonel Vorn"]
)
def test_other_titles_name_nobody(text: str) -> None:
    assert chain_of(text) == []


def test_a_sentence_with_a_stop_is_no_title() -> None:
    assert chain_of("Vorn said: “The road is open.”") == [("Vorn", "“The road is open.”")]
