"""Which paragraphs correct or withdraw a report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.document import Block
from trucewatch.core.span import Span
from trucewatch.document.notices import notices_in


def codes(text: str, kind: str = "paragraph") -> list[str]:
    block = Block(kind=kind, span=Span.cut(text, 0, len(text)))  # type: ignore[arg-type]
    return [warning.code for warning in notices_in([block])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Correction: nine people were hurt, not nineteen.", "correction"),
        ("CORRECTED-Guns leave the valley, mission says", "correction"),
        ("(Corrects death toll in paragraph 2)", "correction"),
        ("(Corrects the name of the village)", "correction"),
        ("Corrects to say the guns had not left.", "correction"),
        ("Corrections: the toll was two.", "correction"),
        ("Clarification: the envoy spoke for himself.", "correction"),
        ("Editor's note: an earlier version gave another day.", "correction"),
        ("This story has been corrected to show that Brem was not hit.", "correction"),
        ("This 14 October story corrects who held the bridge.", "correction"),
        ("The article was amended on 3 May to remove a name.", "correction"),
        ("An earlier version of this report gave the day as Monday.", "correction"),
        ("It was quiet. An earlier version of this story wrongly said that Brem was hit.", "correction"),
        ("RETRACTED: Guns leave the valley", "retraction"),
        ("Retraction - the agency was misled.", "retraction"),
        ("KILL: Brem shelling", "retraction"),
        ("This report has been withdrawn.", "retraction"),
        ("The Kara agency has retracted its Monday story on Brem.", "retraction"),
        ("We withdraw the report; its source had not been there.", "retraction"),
        ("The paper retracts its story.", "retraction"),
        ("This paper withdraws its report of Monday.", "retraction"),
        ("Correction officers left the prison at Brem.", None),
        ("The ministry corrected the record on Friday.", None),
        ("The army has withdrawn its guns from the valley.", None),
        ("The militia has withdrawn the last posts, the report said.", None),
        ("It retracted its claim to the bridge.", None),
        ("The earlier version of the accord named no villages.", None),
        ("He corrects the spelling of villages for a living.", None),
        ("Kill squads roamed the valley.", None),
        ("The post was withdrawn from the ridge on Monday.", None),
        ("", None),
    ],
)  # fmt: skip
def test_what_is_a_notice(text: str, expected: str | None) -> None:
    assert codes(text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("kind", "read"), [("title", 1), ("paragraph", 1), ("furniture", 0), ("caption", 0)]
)
def test_only_what_is_read_is_looked_at(kind: str, read: int) -> None:
    assert len(codes("Correction: nine, not ten.", kind)) == read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(Corrects toll in paragraph 2)", ["correction"]),
        ("[Corrects to say the guns stay]", ["correction"]),
        ("Corrections: write to the editor", []),
        ("(photo: wire)", []),
        ("", []),
    ],
)
def test_furniture_is_a_notice_only_in_brackets(text: str, expected: list[str]) -> None:
    assert codes(text, "furniture") == expected


@given(st.text(alphabet="corection retd:-(tsyhian) ", max_size=400))
def test_any_words_are_looked_at_once(text: str) -> None:
    assert len(codes(text)) <= 1


@pytest.mark.parametrize("text", ["this story " * 50_000, "the its our " * 50_000, "(" * 500_000])
def test_hostile_text_is_no_notice(text: str) -> None:
    assert codes(text) == []
