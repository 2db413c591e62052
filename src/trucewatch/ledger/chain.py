"""Entries, each bound to the one before, and bytes kept under their hash: what every verb rests on."""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from trucewatch.core.errors import LedgerError
from trucewatch.core.limits import CAPTURE_BYTES
from trucewatch.ledger.connection import told_plainly, transaction
from trucewatch.ledger.entry import (
    GENESIS,
    Entry,
    Kind,
    chain_hash,
    entry_of,
    is_true,
    sha256,
    stamp,
)

_VERIFY: Final = "See what else is damaged with `trucewatch verify`, and go back to a copy"


class Chain:
    """The entries of one open ledger. Nothing read from it is passed on with a wrong hash."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        clock: Callable[[], datetime],
        *,
        read_only: bool = False,
    ) -> None:
        self._connection = connection
        self._path = path
        self._clock = clock
        self._read_only = read_only

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Do all inside in one transaction, on the disk when this ends, or leave no trace of it.

        Raises LedgerError when another writer keeps it too long, or the disk fails or is full.
        """
        if self._read_only:
            raise LedgerError("the ledger was opened for reading only", where=str(self._path))
        with told_plainly(self._path), transaction(self._connection):
            yield

    def append(self, kind: Kind, key: str, body: bytes) -> int:
        """Add an entry (inside `writing`) and give its number; time never goes back."""
        last = self._rows("SELECT seq, at, hash FROM entry ORDER BY seq DESC LIMIT 1")
        seq, at, previous = last[0] if last else (0, "", GENESIS)
        now = max(stamp(self._clock()), at)
        follows = chain_hash(previous, seq + 1, now, kind, key, body)
        self._rows(
            "INSERT INTO entry (seq, at, kind, key, body, previous, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (seq + 1, now, kind.value, key, body, previous, follows),
        )
        return int(seq) + 1

    def keep(self, content: bytes) -> str:
        """Keep bytes (inside `writing`), once, and give their SHA-256."""
        name = sha256(content)
        if len(content) > CAPTURE_BYTES:
            raise LedgerError(f"{len(content)} bytes are more than one capture may have")
        if not self._rows("SELECT 1 FROM capture_bytes WHERE sha256 = ?", (name,)):
            self._rows(
                "INSERT INTO capture_bytes (sha256, content, size) VALUES (?, ?, ?)",
                (name, zlib.compress(content), len(content)),
            )
        return name

    def kept(self, name: str) -> bytes:
        """Give the bytes with this SHA-256; LedgerError where there are none or others."""
        rows = self._rows("SELECT content FROM capture_bytes WHERE sha256 = ?", (name,))
        if not rows:
            raise LedgerError(f"no bytes {name} are kept", where=str(self._path))
        content = unpacked(rows[0][0])
        if content is None or sha256(content) != name:
            raise self._damaged(f"the bytes {name} are not those that were kept")
        return content

    def head(self) -> tuple[int, bytes]:
        """Give the last entry's number and hash; 0 and zeros where there is none."""
        rows = self._rows("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1")
        return rows[0] if rows else (0, GENESIS)

    def numbers(self, kind: Kind | None = None, key: str | None = None) -> list[int]:
        """Give the numbers of all entries, of those of a kind, or of those under one key."""
        if kind is None:
            rows = self._rows("SELECT seq FROM entry ORDER BY seq")
        elif key is None:
            rows = self._rows("SELECT seq FROM entry WHERE kind = ? ORDER BY seq", (kind,))
        else:
            rows = self._rows(
                "SELECT seq FROM entry WHERE kind = ? AND key = ? ORDER BY seq", (kind, key)
            )
        return [seq for (seq,) in rows]

    def keys(
        self, kind: Kind, first: str = "", beyond: str = "\U0010ffff"
    ) -> list[tuple[str, int]]:
        """Give the keys of a kind from `first` to before `beyond` with their entries' numbers."""
        return self._rows(
            "SELECT key, seq FROM entry WHERE kind = ? AND key >= ? AND key < ? ORDER BY key, seq",
            (kind, first, beyond),
        )

    def entry(self, seq: int) -> Entry:
        """Give an entry by its number; LedgerError where its hash is not that of its words."""
        rows = self._rows(
            "SELECT seq, at, kind, key, body, previous, hash FROM entry WHERE seq = ?", (seq,)
        )
        entry = entry_of(rows[0]) if rows else None
        if entry is None or not is_true(entry):
            raise self._damaged(f"entry {seq} is not what was written")
        return entry

    def close(self) -> None:
        """Close the file; nothing can be read or added after this."""
        with told_plainly(self._path):
            self._connection.close()

    def _damaged(self, what: str) -> LedgerError:
        return LedgerError(what, where=str(self._path), mend=_VERIFY)

    def _rows(self, statement: str, values: tuple[Any, ...] = ()) -> list[Any]:
        with told_plainly(self._path):
            return self._connection.execute(statement, values).fetchall()


def unpacked(packed: bytes) -> bytes | None:
    """Decompress kept bytes, never more than one capture may have; None where it cannot be done."""
    stream = zlib.decompressobj()
    try:
        content = stream.decompress(packed, CAPTURE_BYTES + 1)
    except zlib.error:
        return None
    return content if stream.eof and not stream.unused_data else None
