"""Who withdraws a report, and what came through them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builders import a_case, a_finding, a_reading, day
from trucewatch.core.document import Document
from trucewatch.core.finding import Finding
from trucewatch.core.reading import Mention
from trucewatch.core.span import Span
from trucewatch.join.withdrawals import Carried, who_withdraws


def told(document: str, outlet: str | None, *chain: str, on: int = 5, **more: Any) -> Finding:
    given: dict[str, Any] = {
        "origin": "o", "document": document, "outlet": outlet, "known_from": day(on),
        "chain": (*((outlet,) if outlet else ()), *chain, "monitor"),
    }  # fmt: skip
    return a_finding("reach", "north_militia", "done", 5, **(given | more))


AGENCY = told("a", "wire")
REPRINT = told("b", "daily", on=6)
CREDITED = told("c", "daily", "wire", on=6)
THROUGH = told("d", "herald", "daily", on=7)
OTHERS = told("e", "herald", on=7)
NOBODYS = told("f", None, on=7)
LINK = told("g", "herald", on=7, url="u")


@pytest.mark.parametrize(
    ("shows", "by", "copies", "expected"),
    [
        ("a paper takes back its own reprint", {"daily"}, "ab", "bcd"),
        ("an agency takes back what names it", {"wire"}, "", "ac"),
        ("and the copies that do not", {"wire"}, "ab", "abc"),
        ("and no copy by way of another", {"wire"}, "abd", "abc"),
        ("a paper whose text was the first takes back a copy of it", {"daily"}, "be", "bcde"),
        ("of a text that was an agency's before, not", {"daily"}, "abe", "bcd"),
        ("nobody knows whose page it is", set(), "", "f"),
        ("a stranger", {"stranger"}, "", ""),
    ],
)
def test_what_came_through_who_withdraws(
    shows: str, by: set[str], copies: str, expected: str
) -> None:
    everything = [AGENCY, REPRINT, CREDITED, THROUGH, OTHERS, NOBODYS]
    partners = {one: set(copies) - {one} for one in copies}
    carried = Carried(everything, partners, a_case())
    found = carried.through(AGENCY, frozenset(by), "notice", None)
    assert "".join(sorted(each.document for each in found)) == expected, shows


def test_what_stood_at_the_address_is_taken_back_whoever_is_named() -> None:
    carried = Carried([AGENCY, LINK], {}, a_case())
    found = list(carried.through(LINK, frozenset({"daily"}), "notice", "u"))
    assert [each.document for each in found] == ["g"]


def test_another_line_or_word_is_not_taken_back() -> None:
    others = [
        replace(REPRINT, origin="p"),
        replace(REPRINT, duty="open"),
        replace(REPRINT, doer=None),
    ]
    carried = Carried([REPRINT, *others], {}, a_case())
    assert list(carried.through(REPRINT, frozenset({"daily"}), "notice", None)) == [REPRINT]


@pytest.mark.parametrize(
    ("shows", "voice", "by", "own"),
    [
        ("the voice itself", "monitor", {"monitor"}, True),
        ("the site that speaks for it", "north_ministry", {"ministry_site"}, True),
        ("the state of the ministry", "north_ministry", {"northland"}, True),
        ("another body", "monitor", {"observer"}, False),
        ("an outlet", "monitor", {"daily"}, False),
        ("nobody's word", None, {"monitor"}, False),
        ("an outlet's own reporter", "daily", {"daily"}, True),
    ],
)
def test_whose_own_word_it_is(shows: str, voice: str | None, by: set[str], own: bool) -> None:
    carried = Carried([], {}, a_case())
    assert carried.is_own_word(told("a", "daily", voice=voice), by) is own, shows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wire has withdrawn this story.", {"wire"}),
        ("Wire news agency retracted its report.", {"wire"}),
        ("The Wire has since withdrawn the report.", {"wire"}),
        ("This story was withdrawn by Wire on Monday.", {"wire"}),
        ("This story was withdrawn by the Wire.", {"wire"}),
        ("This paper withdraws its report, which Wire had sent.", set()),
        ("This report by Wire has been withdrawn.", set()),
        ("Wire said that the troops had withdrawn.", set()),
    ],
)
def test_who_is_named_as_withdrawing(text: str, expected: set[str]) -> None:
    at = text.index("Wire")
    whole = Span.cut(text, 0, len(text))
    reading = replace(
        a_reading(),
        document=replace(a_reading().document, text=text),
        mentions=(
            Mention(span=Span.cut(text, at, at + 4), kind="outlet", id="wire"),
            Mention(span=Span.cut(text, at, at + 4), kind="outlet", id=None),
        ),
    )
    assert isinstance(reading.document, Document)
    assert who_withdraws(reading, [whole]) == expected
    assert who_withdraws(reading, [Span.cut(text, 0, at)]) == set()
