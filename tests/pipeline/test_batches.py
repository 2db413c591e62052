"""However reports come, in whatever batches, order and number, the record is the same."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands import CROSSING, crossing_case
from trucewatch.case.load import load_case
from trucewatch.core.finding_form import finding_form
from trucewatch.pipeline import add as adding
from trucewatch.pipeline import record as recording
from trucewatch.pipeline.add import add
from trucewatch.pipeline.readers import ReaderChoice
from trucewatch.pipeline.record import CaseRecord, open_record
from trucewatch.publish.board_json import board_json

PARAGRAPHS = (
    "KETHRA, March 20 (KWA) - Velmar has freed 14 prisoners taken in the Sarn valley, Velmar Defence Ministry spokeswoman Tessa Vorn said on Friday.",
    "Velmar has freed 14 prisoners taken in the Sarn valley, Velmar Defence Ministry spokeswoman Tessa Vorn said on Friday, the Kethra Wire news agency reported.",
    "Velmar has freed only nine prisoners, Ondreli Foreign Ministry spokesman Ilan Queth said on Friday.",
    "The Velmari army shelled the village of Ashel on March 19, the Joint Crossing Mission said on Friday.",
    "The Velmari army did not shell the village of Ashel on March 19, Tessa Vorn said on Saturday.",
    "Velmar closed the Harrow Crossing on Wednesday, Ilan Queth said on Thursday.",
    "Velmar and Ondrel have withdrawn all their artillery from the quiet strip, the Joint Crossing Mission said on Friday.",
    "Heron Company will not withdraw its mortars from the quiet strip, Captain Dorrin Hale of the Marsh League said on Friday.",
    "Rain is expected on both banks for the rest of the week.",
)  # fmt: skip
OUTLETS = ("kethra_wire", "dunmere_post", "meridian_news", "Lowland Radio", None)
DAYS = ("2021-03-20", "2021-03-21", "2021-03-22", None)

Report = dict[str, Any]


@st.composite
def a_report(draw: st.DrawFn) -> Report:
    paragraphs = draw(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=3, unique=True))
    return {
        "text": "\n\n".join(("News of the crossing", *paragraphs)),
        "outlet": draw(st.sampled_from(OUTLETS)),
        "published": draw(st.sampled_from(DAYS)),
    }


@st.composite
def batches_of(draw: st.DrawFn, reports: list[Report]) -> list[list[Report]]:
    """Draw a way to bring reports: in any order, some again, cut into batches anywhere."""
    again = draw(st.lists(st.sampled_from(reports), max_size=2))
    order = draw(st.permutations([*reports, *again]))
    cuts = sorted(draw(st.sets(st.integers(0, len(order)), max_size=3)))
    batches = (order[start:stop] for start, stop in pairwise([0, *cuts, len(order)]))
    return [batch for batch in batches if batch]


@pytest.fixture(autouse=True, scope="module")
def _case_is_loaded_once() -> Iterator[None]:
    """Read the case's unchanging files once, not twenty thousand times."""
    crossing = load_case(CROSSING)
    with pytest.MonkeyPatch.context() as patch:
        for module in (adding, recording):
            patch.setattr(module, "load_case", lru_cache(lambda _: crossing))
        yield


def told(record: CaseRecord) -> Any:
    """Give all that a record says: not in which order, nor when, it came to know it."""
    last = record.last_day()
    board = board_json(record.board(last), record.case, record.read_days(last))
    findings = sorted(json.dumps(finding_form(finding)) for finding in record.findings)
    documents = sorted(record.documents, key=lambda document: document.id)
    return board, findings, documents, set(record.rivals)


def added(batches: list[list[Report]]) -> Any:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        case = crossing_case(Path(folder) / "case")
        for number, batch in enumerate(batches):
            lines = Path(folder) / f"{number}.jsonl"
            text = "".join(f"{json.dumps(report)}\n" for report in batch)
            lines.write_text(text, encoding="utf-8", newline="\n")
            account = add(case, [lines], choice=ReaderChoice(rules=True))
            assert account.given == len(batch)
            assert account.refused == []
        return told(open_record(case))


@settings(max_examples=int(os.environ.get("TRUCEWATCH_TRIALS", "30")))
@given(st.lists(a_report(), min_size=1, max_size=5), st.data())
def test_in_whatever_batches_reports_are_added_the_record_is_the_same(
    reports: list[Report], data: st.DataObject
) -> None:
    assert added(data.draw(batches_of(reports))) == added([reports])
