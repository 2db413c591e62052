"""What stands in the ledger: entries, and the chain that binds them.

An entry's hash is the SHA-256 of, one after the other: the previous entry's hash (32 bytes; zeros
before the first), its number (8 bytes, big-endian), then `at`, `kind`, `key` in UTF-8 and the body,
each led by its length in bytes (8 bytes, big-endian). Anybody can compute it again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from trucewatch.core.errors import LedgerError

GENESIS: Final = bytes(32)
"""The hash that the first entry follows."""

DOCUMENT_KEY: Final = 64 + 1 + 16
"""Characters of a document's key: the SHA-256 of its bytes, a hyphen, 16 of its receipt's."""

_IDENTITY: Final = ("outlet", "published", "url")
_STAMP: Final = "%Y-%m-%dT%H:%M:%S.%fZ"


class Kind(StrEnum):
    """What an entry records. All but states of the case and decisions are written once per key."""

    CASE_STATE = "case_state"
    CAPTURE = "capture"
    READING = "reading"
    CODED = "coded"
    DECISION = "decision"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as it stands: `at` is UTC, `body` canonical JSON, `hash` binds all before it."""

    seq: int
    at: str
    kind: Kind
    key: str
    body: bytes
    previous: bytes
    hash: bytes


def chain_hash(previous: bytes, seq: int, at: str, kind: str, key: str, body: bytes) -> bytes:
    """Compute the hash of an entry from the one before it and everything it says."""
    digest = hashlib.sha256(previous + seq.to_bytes(8, "big"))
    for part in (at.encode(), kind.encode(), key.encode(), body):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def entry_of(row: Sequence[Any]) -> Entry | None:
    """Take an entry out of its row (columns in the order of `Entry`); None where it cannot be one.

    Whether its hash is right is another question: see `is_true`.
    """
    types = (int, str, str, str, bytes, bytes, bytes)
    if [type(value) for value in row] != list(types):
        return None
    seq, at, kind, key, body, previous, follows = row
    if seq < 1 or kind not in list(Kind) or not (at + key).isprintable():
        return None
    return Entry(
        seq=seq, at=at, kind=Kind(kind), key=key, body=body, previous=previous, hash=follows
    )


def is_true(entry: Entry) -> bool:
    """Tell whether an entry's hash is that of what it says."""
    said = (entry.seq, entry.at, entry.kind, entry.key, entry.body)
    return chain_hash(entry.previous, *said) == entry.hash


def checkpoint(seq: int, head: bytes) -> str:
    """Write a head as `number:hash`: kept elsewhere, it proves later what the ledger held."""
    return f"{seq}:{head.hex()}"


def stamp(moment: datetime) -> str:
    """Write a moment in UTC, always 27 characters, so that text order is time's.

    Raises LedgerError for a moment without a time zone.
    """
    if moment.tzinfo is None:
        raise LedgerError("a moment without a time zone cannot be recorded")
    try:
        there = moment.astimezone(UTC).replace(tzinfo=None)
    except OverflowError as error:
        raise LedgerError(f"{moment} has no moment in UTC") from error
    return there.isoformat(timespec="microseconds") + "Z"


def moment(at: str) -> datetime:
    """Read what `stamp` writes; ValueError for anything else."""
    read = datetime.strptime(at, _STAMP).replace(tzinfo=UTC)
    if stamp(read) != at:
        raise ValueError(f"{at!r} is not written as a moment")
    return read


def canonical(value: object) -> bytes:
    """Write a value as JSON in the one form that has one hash: keys sorted, no spaces, UTF-8.

    Raises LedgerError for what JSON cannot hold: NaN, infinity, lone surrogates, other types.
    """
    try:
        text = json.dumps(
            value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
        )
        return text.encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise LedgerError(f"this cannot be written as JSON: {error}") from error


def read_canonical(body: bytes) -> object:
    """Read JSON that `canonical` wrote; LedgerError for any other bytes."""
    try:
        value: object = json.loads(body.decode())
    except (ValueError, RecursionError) as error:
        raise LedgerError(f"this is not JSON in UTF-8: {error}") from error
    if canonical(value) != body:
        raise LedgerError("this JSON is not in the ledger's canonical form")
    return value


def sha256(content: bytes) -> str:
    """Give the SHA-256 of bytes as 64 hexadecimal characters."""
    return hashlib.sha256(content).hexdigest()


def is_sha256(name: str) -> bool:
    """Tell whether `name` is written as a SHA-256: 64 hexadecimal characters, small letters."""
    return re.fullmatch("[0-9a-f]{64}", name) is not None


def document_key(capture_sha256: str, receipt: bytes) -> str:
    """Name a document: its bytes, and who published them where and when.

    The same bytes under another outlet, URL or day are another document; from which file or when
    they were brought in makes no difference. `receipt` is a canonical JSON object.
    """
    told = read_canonical(receipt)
    if not isinstance(told, dict):
        raise LedgerError("a receipt is a JSON object")
    identity = canonical([told.get(name) for name in _IDENTITY])
    return f"{capture_sha256}-{sha256(identity)[:16]}"
