from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.dateline import dateline

PARAGRAPHS = [
    ("KETHRA, November 1. /WIRE/. The ministry said", "KETHRA, November 1. /WIRE/."),
    ("KETHRA (Wire) - The army left", "KETHRA (Wire) -"),
    ("Kethra (Wire) – The army left", "Kethra (Wire) –"),
    ("KETHRA, Velmar (WIRE) — The army", "KETHRA, Velmar (WIRE) —"),
    ("(WIRE) KETHRA – The army", "(WIRE) KETHRA –"),
    ("KETHRA October 1 (Kethra Wire) - A raid", "KETHRA October 1 (Kethra Wire) -"),
    ("OLD-QUAY, Oct. 3 -- The army", "OLD-QUAY, Oct. 3 --"),
    ("KETHRA, 3 Oct (Wire): The army", "KETHRA, 3 Oct (Wire):"),
    ("Kethra — The army left", "Kethra —"),
    ("NEW PORT – The army", "NEW PORT –"),
    ("Velmar – a guarantor – said", ""),
    ("The zone (the second of its kind) was calm", ""),
    ("They said (twice) - no", ""),
    ("The army left.", ""),
    ("", ""),
]


@pytest.mark.parametrize(("paragraph", "expected"), PARAGRAPHS)
def test_datelines_are_told_from_sentences(paragraph: str, expected: str) -> None:
    assert paragraph[: dateline(paragraph)] == expected


@given(st.text(alphabet=st.sampled_from("ABab ,.()/–—-1\n"), max_size=120))
def test_a_dateline_is_a_beginning(paragraph: str) -> None:
    end = dateline(paragraph)
    assert 0 <= end <= len(paragraph)
    assert paragraph[:end] == paragraph[:end].rstrip()


def test_time_is_bounded() -> None:
    start = time.process_time()
    for hostile in (
        "AA " * 50_000,
        "AA, " * 50_000,
        "(" * 90_000,
        "AA, A A, A A, A " * 9_000,
        "Aa-" * 50_000,
    ):
        dateline(hostile)
    assert time.process_time() - start < 1
