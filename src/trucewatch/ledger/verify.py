"""Is the ledger whole? Everything that can be computed again is, and compared.

The chain alone shows an edit, not a rewriting: who can change the file can chain it anew, or cut
off its end. A checkpoint kept elsewhere (printed, mailed, published) shows both.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from trucewatch.core.errors import InputError, LedgerError
from trucewatch.ledger import entry as entries
from trucewatch.ledger import schema
from trucewatch.ledger.chain import unpacked
from trucewatch.ledger.connection import (
    connect_to_read,
    demand_ledger,
    primary_code,
    told_plainly,
)
from trucewatch.ledger.entry import GENESIS, Entry, Kind
from trucewatch.ledger.kept import KeptReading, held_by

_MANY_TIMES: Final = (Kind.CASE_STATE, Kind.DECISION)
_PASSING: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something wrong: at which entry (None: of the file as a whole), and what."""

    entry: int | None
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was found: how many entries, the last one's number and hash, and every fault.

    `against` is the checkpoint compared with. Without one, a record cut short or chained anew
    by who could write to the file cannot be told from a whole one.
    """

    entries: int
    last: int
    head: bytes
    faults: tuple[Fault, ...]
    against: str | None = None

    @property
    def ok(self) -> bool:
        """Whether no fault was found."""
        return not self.faults

    @property
    def checkpoint(self) -> str:
        """The head as `number:hash`, to be kept elsewhere."""
        return entries.checkpoint(self.last, self.head)


def verify(path: Path, checkpoint: str | None = None) -> Verification:
    """Check the ledger at `path`, and against a checkpoint printed earlier (`number:hash`).

    The file is never changed. Raises LedgerError where it is absent, locked or no ledger,
    InputError for a checkpoint that is not written as one.
    """
    vouched = _read_checkpoint(checkpoint) if checkpoint is not None else None
    if not path.is_file():
        raise LedgerError("there is no ledger here", where=str(path))
    with told_plainly(path):
        connection = connect_to_read(path)
        try:
            demand_ledger(connection, path)
            return _verify(connection, vouched, checkpoint)
        finally:
            connection.close()


def _verify(
    connection: sqlite3.Connection, vouched: tuple[int, bytes] | None, against: str | None
) -> Verification:
    # Words that are no UTF-8 are a fault to report, not one to stop at.
    connection.text_factory = lambda raw: raw.decode(errors="surrogateescape")
    connection.execute("BEGIN")
    walk = _Walk(vouched=vouched[0] if vouched else 0)
    for check in (_check_file(connection), walk.check(connection), _check_bytes(connection, walk)):
        walk.faults.extend(_until_unreadable(check))
    if vouched:
        walk.faults.extend(walk.compare(*vouched))
    return Verification(
        entries=walk.count,
        last=walk.last,
        head=walk.head,
        faults=tuple(walk.faults),
        against=against,
    )


def _read_checkpoint(text: str) -> tuple[int, bytes]:
    parts = re.fullmatch("([0-9]{1,18}):([0-9a-f]{64})", text.strip())
    if parts is None:
        raise InputError(
            f"{text[:100]!r} is not a checkpoint",
            mend="Give the number and the hash as `trucewatch verify` printed them, `12:3f0a...`",
        )
    return int(parts[1]), bytes.fromhex(parts[2])


def _until_unreadable(check: Iterable[Fault]) -> Iterator[Fault]:
    try:
        yield from check
    except UnicodeDecodeError:  # what SQLite tells of damage may quote it
        yield Fault(entry=None, what="SQLite cannot read on, nor say why")
    except sqlite3.DatabaseError as error:
        if primary_code(error) in _PASSING:
            raise
        yield Fault(entry=None, what=f"SQLite cannot read on: {error}")


def _check_file(connection: sqlite3.Connection) -> Iterator[Fault]:
    for misfit in schema.misfits(connection):
        yield Fault(entry=None, what=misfit)
    for (found,) in connection.execute("PRAGMA integrity_check"):
        if found != "ok":
            yield Fault(entry=None, what=f"SQLite: {found}")


@dataclass(slots=True)
class _Walk:
    """The way through the entries: what the next one is compared with, and what was found."""

    count: int = 0
    last: int = 0
    head: bytes = GENESIS
    at: str = ""
    keys: set[tuple[Kind, str]] = field(default_factory=set)
    needed: dict[str, int] = field(default_factory=dict)
    vouched: int = 0
    vouched_hash: bytes = GENESIS
    faults: list[Fault] = field(default_factory=list)

    def check(self, connection: sqlite3.Connection) -> Iterator[Fault]:
        """Yield the faults of all entries, in order."""
        if not schema.has_tables(connection):
            return
        for row in connection.execute(
            "SELECT seq, at, kind, key, body, previous, hash FROM entry ORDER BY seq"
        ):
            for what in self._step(row):
                yield Fault(entry=int(row[0]), what=what)

    def compare(self, seq: int, head: bytes) -> Iterator[Fault]:
        """Yield a fault where the entry that a checkpoint vouches for is absent or another."""
        if seq > self.last:
            what = f"the ledger ends with {self.last}: entries that the checkpoint saw are missing"
            yield Fault(entry=seq, what=what)
        elif self.vouched_hash != head:
            what = "not the entry that the checkpoint saw: it, or one before it, was written anew"
            yield Fault(entry=seq, what=what)

    def _step(self, row: tuple[Any, ...]) -> Iterator[str]:
        seq, follows = int(row[0]), row[6]
        if seq != self.last + 1:
            yield f"entries are missing between {self.last} and {seq}"
        entry = entries.entry_of(row)
        if entry is None:
            yield "cannot be an entry of a ledger"
        else:
            yield from self._compare(entry)
            yield from self._look_into(entry)
        self.count += 1
        self.last = seq
        self.head = follows if isinstance(follows, bytes) else b""
        if seq == self.vouched:
            self.vouched_hash = self.head

    def _compare(self, entry: Entry) -> Iterator[str]:
        if entry.previous != self.head:
            yield "does not follow the entry before it"
        if not entries.is_true(entry):
            yield "its hash is not that of what it says"
        try:
            entries.moment(entry.at)
        except ValueError:
            yield "its time is not written as one"
        if entry.at < self.at:
            yield "its time is before that of the entry before it"
        self.at = entry.at

    def _look_into(self, entry: Entry) -> Iterator[str]:
        try:
            held = held_by(entry)
        except LedgerError as error:
            yield error.what
            return
        if entry.kind not in _MANY_TIMES and (entry.kind, entry.key) in self.keys:
            yield "says again what an earlier one says"
        self.keys.add((entry.kind, entry.key))
        if entry.kind is Kind.CAPTURE:
            self.needed.setdefault(held["sha256"], entry.seq)
        elif entry.kind is Kind.CASE_STATE:
            for name in held["files"].values():
                self.needed.setdefault(str(name), entry.seq)
        elif entry.kind is Kind.READING and not self._is_recorded(entry.key):
            yield "is a reading of a document that is not recorded before it"

    def _is_recorded(self, reading: str) -> bool:
        return (Kind.CAPTURE, KeptReading.document_of(reading)) in self.keys


def _check_bytes(connection: sqlite3.Connection, walk: _Walk) -> Iterator[Fault]:
    if not schema.has_tables(connection):
        return
    missing = dict(walk.needed)
    for name, content, size in connection.execute(
        "SELECT sha256, content, size FROM capture_bytes ORDER BY sha256"
    ):
        missing.pop(name, None)
        found = unpacked(content) if isinstance(content, bytes) else None
        if name not in walk.needed:
            yield Fault(entry=None, what=f"the bytes {name} belong to no entry")
        if found is None or entries.sha256(found) != name or len(found) != size:
            what = f"the bytes {name} are not those that were kept"
            yield Fault(entry=walk.needed.get(name), what=what)
    for name, seq in missing.items():
        yield Fault(entry=seq, what=f"its bytes {name} are missing")
