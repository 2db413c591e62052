from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.errors import LedgerError
from trucewatch.ledger.entry import (
    DOCUMENT_KEY,
    GENESIS,
    Entry,
    Kind,
    canonical,
    chain_hash,
    checkpoint,
    document_key,
    entry_of,
    is_sha256,
    is_true,
    moment,
    read_canonical,
    stamp,
)

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
JSON = st.recursive(
    SCALARS.filter(lambda value: value not in (float("inf"), float("-inf"))),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"b": 1, "a": [1, 2.5, None, True]}, '{"a":[1,2.5,null,true],"b":1}'),
        ({"z": "é – “so”"}, '{"z":"é – “so”"}'),
        ("line\nbreak\x00", '"line\\nbreak\\u0000"'),
        ((1, 2), "[1,2]"),
        ({"B": 1, "a": 2, "é": 3}, '{"B":1,"a":2,"é":3}'),
        ("\u2028", '"\u2028"'),
    ],
)
def test_there_is_one_way_to_write_a_value(value: object, written: str) -> None:
    assert canonical(value) == written.encode()
    assert canonical(read_canonical(written.encode())) == written.encode()


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), [-float("inf")], "\ud800", {"\udfff": 1}, {1, 2}, b"x", object()],
)
def test_what_json_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(LedgerError, match="cannot be written"):
        canonical(value)


def test_a_bottomless_value_is_refused() -> None:
    value: list[object] = []
    value.append(value)
    with pytest.raises(LedgerError):
        canonical(value)
    with pytest.raises(LedgerError):
        read_canonical(b"[" * 100_000)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff",
        b'{"a": 1}',
        b'{"b":1,"a":1}',
        b'{"a":1,"a":1}',
        b"NaN",
        b"[1e400]",
        b"1.50",
        b'"\\u00e9"',
        b'"\\ud800"',
        b"\xef\xbb\xbf1",
        "1".encode("utf-16"),
        b"1 ",
        b"9" * 5_000,
    ],
)
def test_other_forms_of_json_are_refused(body: bytes) -> None:
    with pytest.raises(LedgerError):
        read_canonical(body)


@given(JSON)
def test_what_is_written_is_read_back(value: object) -> None:
    body = canonical(value)
    assert canonical(read_canonical(body)) == body
    assert json.loads(body) == value


def plain_hash(previous: bytes, seq: int, at: str, kind: str, key: str, body: bytes) -> bytes:
    """The chain as the module's first lines describe it, written once more from them."""
    parts = [at.encode(), kind.encode(), key.encode(), body]
    led = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return hashlib.sha256(previous + seq.to_bytes(8, "big") + led).digest()


@given(
    st.binary(min_size=32, max_size=32),
    st.integers(1, 2**63 - 1),
    st.text(max_size=30),
    st.sampled_from(Kind),
    st.text(max_size=30),
    st.binary(max_size=100),
)
def test_the_chain_is_as_described(
    previous: bytes, seq: int, at: str, kind: Kind, key: str, body: bytes
) -> None:
    found = chain_hash(previous, seq, at, kind, key, body)
    assert found == plain_hash(previous, seq, at, kind.value, key, body)


def test_no_part_can_pass_into_the_next() -> None:
    first = chain_hash(GENESIS, 1, "a", "bc", "d", b"")
    assert first != chain_hash(GENESIS, 1, "ab", "c", "d", b"")
    assert first != chain_hash(GENESIS, 1, "a", "bc", "", b"d")


ROW = (1, "t", "decision", "k", b"{}", GENESIS, chain_hash(GENESIS, 1, "t", "decision", "k", b"{}"))


def test_a_row_is_an_entry() -> None:
    entry = entry_of(ROW)
    assert isinstance(entry, Entry)
    assert entry.kind is Kind.DECISION
    assert is_true(entry)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (0, 0),
        (0, "1"),
        (1, None),
        (2, "other"),
        (2, b"decision"),
        (3, "\udcff"),
        (3, 7),
        (4, "{}"),
        (4, None),
        (5, ""),
        (6, None),
    ],
)
def test_other_rows_are_none(column: int, value: object) -> None:
    row = [*ROW[:column], value, *ROW[column + 1 :]]
    assert entry_of(row) is None


def test_moments_are_utc_and_sort_as_text() -> None:
    east = datetime(2031, 5, 1, 1, 30, tzinfo=timezone(timedelta(hours=3)))
    assert stamp(east) == "2031-04-30T22:30:00.000000Z"
    assert moment(stamp(east)) == east
    assert stamp(datetime(12, 1, 1, tzinfo=UTC)) == "0012-01-01T00:00:00.000000Z"


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_text_order_is_times(one: datetime, other: datetime) -> None:
    assert (stamp(one) < stamp(other)) == (one < other)
    assert moment(stamp(one)) == one


def test_moments_without_a_zone_or_beyond_time_are_refused() -> None:
    with pytest.raises(LedgerError, match="time zone"):
        stamp(datetime(2031, 5, 1))  # noqa: DTZ001 - what is refused
    with pytest.raises(LedgerError, match="no moment"):
        stamp(datetime.min.replace(tzinfo=timezone(timedelta(hours=3))))


@pytest.mark.parametrize(
    "at",
    ["", "2031-05-01", "2031-05-01T00:00:00Z", "2031-05-01T00:00:00.1Z", "2031-13-01T00:00:00.0Z"],
)
def test_other_times_are_not_moments(at: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        moment(at)


NAME = "c" * 64


@pytest.mark.parametrize(
    ("receipt", "same"),
    [
        (
            {"outlet": "a", "url": "u", "published": "2031-05-01", "source": "x", "captured": 1},
            True,
        ),
        ({"outlet": "a", "url": "u", "published": "2031-05-01"}, True),
        ({"outlet": "b", "url": "u", "published": "2031-05-01"}, False),
        ({"outlet": "a", "url": "v", "published": "2031-05-01"}, False),
        ({"outlet": "a", "url": "u", "published": "2031-05-02"}, False),
        ({"outlet": "a", "url": "u", "published": None}, False),
        ({"outlet": "u", "url": "a", "published": "2031-05-01"}, False),
    ],
)
def test_a_document_is_its_bytes_and_who_published_them(
    receipt: dict[str, object], same: bool
) -> None:
    base = canonical({"outlet": "a", "url": "u", "published": "2031-05-01", "source": "y"})
    assert (document_key(NAME, canonical(receipt)) == document_key(NAME, base)) is same


def test_a_documents_key_has_one_length_and_leads_with_its_bytes() -> None:
    key = document_key(NAME, b"{}")
    assert len(key) == DOCUMENT_KEY
    assert key == document_key(NAME, canonical({"outlet": None, "url": None}))
    assert key.startswith(NAME)
    with pytest.raises(LedgerError, match="object"):
        document_key(NAME, b"[]")


def test_a_checkpoint_is_number_and_hash() -> None:
    assert checkpoint(7, bytes(32)) == f"7:{'0' * 64}"


@pytest.mark.parametrize("name", ["", "a" * 63, "A" * 64, "a" * 64 + "\n", "g" * 64, "١" * 64])
def test_other_words_are_no_hash(name: str) -> None:
    assert not is_sha256(name)
