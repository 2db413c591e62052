from __future__ import annotations

import pytest

from trucewatch.core.errors import LedgerError
from trucewatch.ledger.entry import GENESIS, Entry, Kind, canonical, document_key, sha256
from trucewatch.ledger.kept import (
    KeptCapture,
    KeptCaseState,
    KeptDecision,
    KeptReading,
    KeptRefusal,
    KeptRow,
    held_by,
    refusal_key,
)

NAME = "d" * 64
RECEIPT = canonical({"outlet": "harbour_post"})
DOCUMENT = document_key(NAME, RECEIPT)


def entry(kind: Kind, key: str, held: object) -> Entry:
    body = held if isinstance(held, bytes) else canonical(held)
    return Entry(seq=3, at="t", kind=kind, key=key, body=body, previous=GENESIS, hash=GENESIS)


def test_each_kind_is_read_back() -> None:
    state = entry(Kind.CASE_STATE, NAME, {"files": {"b": "2", "a": "1"}, "sha256": NAME})
    assert KeptCaseState.of(state).files == (("a", "1"), ("b", "2"))
    capture = entry(Kind.CAPTURE, DOCUMENT, {"receipt": {"outlet": "harbour_post"}, "sha256": NAME})
    assert KeptCapture.of(capture) == KeptCapture(
        seq=3, at="t", document=DOCUMENT, sha256=NAME, receipt=RECEIPT
    )
    reading = KeptReading.of(entry(Kind.READING, f"{DOCUMENT}/reader/2", {}))
    assert (reading.document, reading.reading_key, reading.body) == (DOCUMENT, "reader/2", b"{}")
    row = entry(Kind.CODED, sha256(b"[1]"), {"row": [1], "sheet": NAME})
    assert KeptRow.of(row) == KeptRow(seq=3, at="t", sheet_sha256=NAME, row=b"[1]")
    assert KeptDecision.of(entry(Kind.DECISION, "finding-1", 5)).body == b"5"
    refusal = entry(Kind.REFUSAL, refusal_key("s", "r"), {"reason": "r", "source": "s"})
    assert KeptRefusal.of(refusal) == KeptRefusal(seq=3, at="t", source="s", reason="r")


@pytest.mark.parametrize(
    ("kind", "key", "held", "what"),
    [
        (Kind.CASE_STATE, NAME, {"sha256": NAME}, "holds files and sha256"),
        (Kind.CASE_STATE, NAME, {"files": [], "sha256": NAME}, "another type"),
        (Kind.CASE_STATE, "e" * 64, {"files": {}, "sha256": NAME}, "its key"),
        (Kind.CAPTURE, DOCUMENT, {"receipt": {}, "sha256": NAME}, "its key"),
        (Kind.CAPTURE, DOCUMENT, {"receipt": {}, "sha256": NAME, "more": 1}, "nothing else"),
        (Kind.CAPTURE, DOCUMENT, [], "holds receipt and sha256"),
        (Kind.CODED, "x", {"row": 1, "sheet": NAME}, "its key"),
        (Kind.REFUSAL, "x", {"reason": "r", "source": "s"}, "its key"),
        (Kind.REFUSAL, "x", {"reason": 1, "source": "s"}, "another type"),
        (Kind.READING, f"{DOCUMENT}/r", b"{", "not JSON"),
        (Kind.DECISION, "x", b'{"a": 1}', "canonical"),
    ],
)
def test_a_body_must_be_what_its_kind_and_key_ask_for(
    kind: Kind, key: str, held: object, what: str
) -> None:
    with pytest.raises(LedgerError, match=f"entry 3: .*{what}"):
        held_by(entry(kind, key, held))
