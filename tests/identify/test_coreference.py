from __future__ import annotations

import pytest

from passages import a_document, crossing, read
from trucewatch.core.span import Span
from trucewatch.identify.coreference import antecedent

# The last {expression} in braces, and whose name it stands for.
ROWS = [
    ("Queth came. {He} left.", "Queth"),
    ("Queth came. {She} left.", "Queth"),
    ("Spokesman Queth came. {She} left.", None),
    ("Spokeswoman Queth came. {She} left.", "Queth"),
    ("Spokeswoman Queth met Mr Hale. {He} left.", "Hale"),
    ("Queth met Hale. {He} left.", "Queth"),
    ("In talks with Queth, Hale left. {He} spoke.", None),
    ("Meanwhile, Queth met Hale. {He} left.", "Queth"),
    ("Queth came. Queth left. {He} spoke.", "Queth"),
    ("Queth came. It rained. {He} left.", "Queth"),
    ("Queth came. It rained. It rained. It rained. {He} left.", None),
    ("Queth said that {he} left.", "Queth"),
    ("{He} said that Queth left.", None),
    ("Marsh League fired. {The group} left.", "Marsh League"),
    ("Marsh League fired. {The ministry} left.", None),
    ("The Velmari Defence Ministry spoke. {The ministry} lied.", "Velmari Defence Ministry"),
    ("The Joint Crossing Mission spoke. {The ministry} lied.", None),
    ("The Dawn Observatory spoke. {The monitor} lied.", "Dawn Observatory"),
    ("The Dawn Observatory spoke. {The Observatory} lied.", "Dawn Observatory"),
    ("Kethra Wire spoke. {The agency} lied.", "Kethra Wire"),
    ("Kethra Wire met Tirvane Today. {The agency} lied.", None),
    ("Velmar said no. {The country} waits.", "Velmar"),
    ("Spokesman Ann Coe came. {The spokesman} left.", "Ann Coe"),
    ("Queth came. {The door} shut.", None),
    ("Queth came. {...} shut.", None),
]


@pytest.mark.parametrize(("marked", "expected"), ROWS)
def test_expressions_stand_for_one_name_or_for_none(marked: str, expected: str | None) -> None:
    start, end = marked.index("{"), marked.index("}") - 1
    document = a_document(marked.replace("{", "").replace("}", ""))
    sentences, mentions, _ = read(document, crossing())
    found, _ = antecedent(Span.cut(document.text, start, end), mentions, sentences)
    assert (found.span.text if found else None) == expected


def test_what_stands_in_no_sentence_has_no_antecedent() -> None:
    document = a_document("Queth came.")
    sentences, mentions, _ = read(document, crossing())
    assert antecedent(Span(50, 52, "he"), mentions, sentences) == (None, ())
    assert antecedent(Span(0, 2, "he"), mentions, ()) == (None, ())


def test_of_several_bodies_all_are_told() -> None:
    document = a_document("Kethra Wire met Tirvane Today. The agency lied.")
    sentences, mentions, _ = read(document, crossing())
    words = Span.cut(document.text, 31, 41)
    named = antecedent(words, mentions, sentences).named
    assert [each.id for each in named] == ["kethra_wire", "tirvane_today"]
