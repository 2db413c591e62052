"""Findings and rival figures as plain values, for what lies beside the ledger."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_finding
from trucewatch.core.finding import Finding, Says
from trucewatch.core.finding_form import finding_form, finding_of
from trucewatch.core.reading import Bound
from trucewatch.core.rival import ClaimedFigure, RivalFigures
from trucewatch.core.rival_form import rival_form, rival_of
from trucewatch.core.span import Span
from trucewatch.core.when import Period

FULL: dict[str, Any] = {
    "days": Period(date(2020, 3, 1), None), "unnamed": True, "manner": "mixed", "incident": "raid",
    "url": "https://a.example/é", "words": "“words”\r\n🕊", "span": Span(2, 7, "words"),
    "form": "denied", "near": ("one", "two"), "by_name": "north_band", "corrects": "o7",
    "retracted": True, "coder": "A. Coder: misread", "event": "e1", "statement": "s1",
    "at": ("quay", "ford"), "taken_from": "d7", "chain": ("daily", "wire", "monitor"),
}  # fmt: skip
EMPTY: dict[str, Any] = {
    "days": None, "said_on": None, "published": None, "voice": None, "speaker": None, "chain": (),
    "manner": None, "outlet": None, "words": "", "origin": "", "document": "",
}  # fmt: skip


def there_and_back(finding: Finding) -> Finding:
    return finding_of(json.loads(json.dumps(finding_form(finding))))


@pytest.mark.parametrize("more", [FULL, EMPTY, {"days": Period(None, None)}, {}])
@pytest.mark.parametrize("doer", ["north_militia", None])
def test_a_finding_comes_back_exactly(doer: str | None, more: dict[str, Any]) -> None:
    finding = a_finding("reach", doer, "not done", 5, **more)
    assert there_and_back(finding) == finding


def test_the_full_finding_leaves_no_field_empty() -> None:
    finding = a_finding("reach", "north_militia", "act", 5, **FULL)
    assert set(finding_form(finding)) == {field.name for field in fields(Finding)}


TEXTS = st.text(max_size=12)
MAYBE = st.one_of(st.none(), TEXTS)
DAYS = st.dates()


@given(
    st.builds(
        Finding, id=TEXTS, duty=TEXTS, doer=MAYBE, says=st.sampled_from(Says),
        days=st.one_of(st.none(), DAYS.map(Period.of), DAYS.map(lambda day: Period(None, day))),
        said_on=st.one_of(st.none(), DAYS), published=st.one_of(st.none(), DAYS), known_from=DAYS,
        voice=MAYBE, speaker=MAYBE, unnamed=st.booleans(),
        chain=st.lists(TEXTS, max_size=3).map(tuple),
        manner=st.sampled_from(["direct", "indirect", "mixed", None]), origin=TEXTS, incident=MAYBE,
        document=TEXTS, outlet=MAYBE, url=MAYBE, words=TEXTS,
        span=st.one_of(st.none(), TEXTS.map(lambda text: Span(3, 3 + len(text), text))),
        form=st.sampled_from(["denied", "distanced", "negated", None]),
        near=st.lists(TEXTS, max_size=2).map(tuple), by_name=MAYBE, corrects=MAYBE,
        retracted=st.booleans(), coder=MAYBE, event=MAYBE, statement=MAYBE,
        at=st.lists(TEXTS, max_size=2).map(tuple), taken_from=MAYBE,
    )
)  # fmt: skip
def test_any_finding_comes_back_exactly(finding: Finding) -> None:
    assert there_and_back(finding) == finding


NUMBERS = st.one_of(st.none(), st.floats(0, 1e12))
CLAIMS = st.builds(
    ClaimedFigure, words=TEXTS, low=NUMBERS, high=NUMBERS, bound=st.sampled_from(get_args(Bound)),
    chain=st.lists(TEXTS, max_size=3).map(tuple), document=TEXTS, unnamed=st.booleans(),
    published=st.one_of(st.none(), DAYS), outlet=MAYBE, url=MAYBE,
)  # fmt: skip


@given(
    st.builds(
        RivalFigures, counts=TEXTS, place=MAYBE, claims=st.lists(CLAIMS, max_size=3).map(tuple),
        days=st.one_of(st.none(), DAYS.map(Period.of), DAYS.map(lambda day: Period(day, None))),
    )
)  # fmt: skip
def test_any_rival_figures_come_back_exactly(rival: RivalFigures) -> None:
    assert rival_of(json.loads(json.dumps(rival_form(rival)))) == rival
