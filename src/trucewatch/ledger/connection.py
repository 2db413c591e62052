"""A connection to a ledger's file, with SQLite's errors told in a user's words."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote

from trucewatch.core.errors import LedgerError
from trucewatch.ledger import schema

_RESTORE: Final = "Go back to a copy; `trucewatch verify` says whether that is whole"
_BUSY: Final = (
    "another command is writing to the ledger",
    "Wait until it has ended, and run this again",
)
_TOLD: Final = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: (
        "the disk is full; nothing of this was written",
        "Make room, and run this again",
    ),
    sqlite3.SQLITE_IOERR: (
        "the disk failed while the ledger was read or written",
        "Look after the disk, and run this again",
    ),
    sqlite3.SQLITE_READONLY: (
        "the ledger cannot be written to",
        "Work in a folder that you may write to",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "the ledger cannot be opened",
        "Look whether you may read and write in its folder",
    ),
    sqlite3.SQLITE_NOTADB: (
        "this file is not a ledger",
        "Move it away, or name another case",
    ),
    sqlite3.SQLITE_CORRUPT: ("the ledger is damaged", _RESTORE),
}
_READING: Final = "mode=ro"
_WRITING: Final = "mode=rwc"
PATIENCE: Final = 10.0
"""Seconds to wait for others: a document is written in milliseconds, a long sheet in a second."""


@contextlib.contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn every error of SQLite and of the file system inside into a LedgerError."""
    try:
        yield
    except sqlite3.Error as error:
        unforeseen = (f"the ledger failed: {error}", _RESTORE)
        what, mend = _TOLD.get(primary_code(error), unforeseen)
        raise LedgerError(what, where=str(path), mend=mend) from error
    except UnicodeDecodeError as error:  # what SQLite tells of damage may quote it
        what, mend = _TOLD[sqlite3.SQLITE_CORRUPT]
        raise LedgerError(what, where=str(path), mend=mend) from error
    except OSError as error:
        what = f"the ledger cannot be reached: {error.strerror}"
        raise LedgerError(what, where=str(path)) from error


def primary_code(error: sqlite3.Error) -> int:
    """Give SQLite's primary result code; 255 where Python itself raised the error."""
    return int(getattr(error, "sqlite_errorcode", -1)) & 0xFF


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a file without ever changing it, also on a disk that nobody can write to."""
    try:
        connection = _opened_to_read(path, _READING)
    except sqlite3.OperationalError as error:
        # Without room for its side files SQLite reads only what nobody can be writing.
        if primary_code(error) != sqlite3.SQLITE_CANTOPEN or _has_unmerged(path):
            raise
        connection = _opened_to_read(path, f"{_READING}&immutable=1")
    connection.execute("PRAGMA query_only = ON")
    return connection


def connect_to_write(path: Path, wait: float) -> sqlite3.Connection:
    """Open a file for appending, each commit synced to the disk; an absent one is created.

    `wait` is how many seconds to wait for another writer.
    """
    connection = _connect(path, _WRITING, wait)
    try:
        if not schema.is_empty(connection):
            demand_ledger(connection, path)
        _log_ahead(connection, path, wait)
        for setting in (
            "PRAGMA synchronous = FULL",
            "PRAGMA fullfsync = ON",
            "PRAGMA checkpoint_fullfsync = ON",
            "PRAGMA foreign_keys = ON",
            "PRAGMA recursive_triggers = ON",
        ):
            connection.execute(setting)
        _prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def demand_ledger(connection: sqlite3.Connection, path: Path) -> None:
    """Raise LedgerError unless the file says that it is a ledger, of a form that is known here."""
    if schema.number(connection, "application_id") != schema.APPLICATION_ID:
        what, mend = _TOLD[sqlite3.SQLITE_NOTADB]
        raise LedgerError(what, where=str(path), mend=mend)
    version = schema.number(connection, "user_version")
    if version > schema.VERSION:
        raise LedgerError(
            f"the ledger has form {version}; this trucewatch knows up to {schema.VERSION}",
            where=str(path),
            mend="Install the trucewatch that wrote it, or a newer one",
        )


def demand_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Raise LedgerError unless the tables are a ledger's: others could say anything."""
    if not schema.has_tables(connection):
        raise LedgerError("the ledger's tables were changed", where=str(path), mend=_RESTORE)


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all inside or nothing; only after this is it on the disk. Waits for other writers."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _connect(path: Path, access: str, wait: float) -> sqlite3.Connection:
    place = path.absolute().as_posix()
    rooted = place if place.startswith("/") else f"/{place}"
    address = f"file://{quote(os.fsencode(rooted))}?{access}"
    connection = sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _opened_to_read(path: Path, access: str) -> sqlite3.Connection:
    connection = _connect(path, access, PATIENCE)
    try:
        schema.number(connection, "application_id")
    except BaseException:
        connection.close()
        raise
    return connection


def _has_unmerged(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _log_ahead(connection: sqlite3.Connection, path: Path, wait: float) -> None:
    """Switch to write-ahead logging; SQLite itself does not wait for others while it does."""
    deadline = time.monotonic() + wait
    mode = None
    while mode is None:
        try:
            mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
    if mode != "wal":
        raise LedgerError(
            "this disk cannot keep a ledger safe",
            where=str(path),
            mend="Move the case to a disk of this machine",
        )


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    if schema.is_empty(connection):
        with transaction(connection):
            if schema.is_empty(connection):
                schema.create(connection)
    demand_ledger(connection, path)
    misfits = schema.misfits(connection)
    if misfits:
        raise LedgerError(
            f"the ledger's guards were tampered with ({', '.join(misfits)}); nothing is added to it",
            where=str(path),
            mend="Check it with `trucewatch verify`, and go back to a copy",
        )
    if not schema.has_index(connection):
        with transaction(connection):
            schema.rebuild_index(connection)
