from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.collect.given import Given
from trucewatch.collect.json_lines import capture_of_line, captures_in_lines
from trucewatch.core.document import Capture, Refusal
from trucewatch.core.limits import CAPTURE_BYTES


def test_a_line_keeps_its_own_bytes_and_what_it_says() -> None:
    line = json.dumps(
        {
            "id": "a",
            "text": "Guns stay.",
            "published": "2020-03-02T10:00:00Z",
            "outlet": " Daily ",
            "url": "https://daily.example/a",
            "title": "Guns",
            "captured": "2020-03-04",
            "other": [1],
        }
    ).encode()
    capture = capture_of_line(line + b"\r\n", "a.jsonl:1")
    assert capture == Capture(
        sha256=hashlib.sha256(line).hexdigest(),
        content=line,
        source="a.jsonl:1",
        media="json",
        url="https://daily.example/a",
        published=date(2020, 3, 2),
        outlet="Daily",
        captured=date(2020, 3, 4),
        title="Guns",
    )


def test_what_a_line_does_not_say_is_filled_in() -> None:
    given = Given(outlet="wire", published=date(2020, 3, 2))
    capture = capture_of_line(b'{"html":"<p>Guns</p>","outlet":"daily"}', "x", given)
    assert isinstance(capture, Capture)
    assert (capture.outlet, capture.published) == ("daily", date(2020, 3, 2))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text":"Guns', "cut off"),
        (b"guns", "not JSON"),
        (b"[]", "not a JSON object"),
        (b"1", "not a JSON object"),
        (b"{}", "needs one of"),
        (b'{"text":"a","html":"b"}', "not both"),
        (b'{"text":null,"html":null}', "needs one of"),
        (b'{"text":1}', "not a string"),
        (b'{"text":" "}', "is empty"),
        (b'{"text":"a\\u0000b"}', "NUL"),
        (b'{"text":"a","published":"yesterday"}', "not a day"),
        (b'{"text":"a","published":20200302}', "not a string"),
        (b'{"text":"a","captured":"2020-02-30"}', "not a day"),
        (b'{"text":"a","outlet":["x"]}', "not a string"),
        (b'{"text":"\xff"}', "not UTF-8"),
        (b"[" * 200_000, "beyond bounds|cut off"),
        (b'{"text":' + b"9" * 10_000 + b"}", "beyond bounds|not a string"),
        (b'{"text":"' + b"a" * CAPTURE_BYTES + b'"}', "larger than 20 MB"),
    ],
)
def test_a_line_that_cannot_be_used_is_refused(line: bytes, reason: str) -> None:
    refusal = capture_of_line(line, "a.jsonl:7")
    assert isinstance(refusal, Refusal)
    assert refusal.source == "a.jsonl:7"
    assert any(words in refusal.reason for words in reason.split("|"))


def test_a_file_is_read_line_by_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    long = b'{"text":"' + b"a" * (CAPTURE_BYTES + 10) + b'"}\n'
    path.write_bytes(
        b'\xef\xbb\xbf{"text":"one"}\r\n\n  \n{"text":"two"\n'
        + long
        + b'{"text":"three"}\n{"text":"fo'
    )
    found = list(captures_in_lines(path, Given()))
    assert [(type(item).__name__, item.source.rsplit(":", 1)[1]) for item in found] == [
        ("Capture", "1"),
        ("Refusal", "4"),
        ("Refusal", "5"),
        ("Capture", "6"),
        ("Refusal", "7"),
    ]


@pytest.mark.parametrize("content", [b"", b"\n\n"])
def test_a_file_without_lines_is_one_refusal(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    assert [type(item) for item in captures_in_lines(path, Given())] == [Refusal]


def test_lone_surrogates_beside_the_text_are_made_storable() -> None:
    capture = capture_of_line(b'{"text":"a","title":"x\\ud800y","outlet":"\\ud800"}', "x")
    assert isinstance(capture, Capture)
    assert (capture.title, capture.outlet) == ("x\ufffdy", "\ufffd")


@given(st.binary(max_size=200))
def test_any_line_gives_a_capture_or_a_refusal(line: bytes) -> None:
    assert isinstance(capture_of_line(line, "x"), Capture | Refusal)
