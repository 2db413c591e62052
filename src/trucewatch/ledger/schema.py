"""The tables of a ledger, and the triggers that keep them append-only."""

from __future__ import annotations

import sqlite3
from typing import Final

APPLICATION_ID: Final = 0x54525743
"""`TRWC`, in the header of the file: what kind of SQLite file this is."""

VERSION: Final = 1
"""The newest form of the tables that this program reads and writes."""

_TABLES: Final = {
    "entry": """CREATE TABLE entry (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind IN ('case_state', 'capture', 'reading', 'coded', 'decision', 'refusal')
    ),
    key TEXT NOT NULL,
    body BLOB NOT NULL CHECK (typeof(body) = 'blob'),
    previous BLOB NOT NULL CHECK (typeof(previous) = 'blob' AND length(previous) = 32),
    hash BLOB NOT NULL CHECK (typeof(hash) = 'blob' AND length(hash) = 32)
)""",
    "capture_bytes": """CREATE TABLE capture_bytes (
    sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
    content BLOB NOT NULL CHECK (typeof(content) = 'blob'),
    size INTEGER NOT NULL CHECK (size >= 0)
)""",
}

# A replacing insert deletes without firing the triggers on deletion, so inserts are guarded too:
# an entry must follow the last one, and bytes are kept once.
_TRIGGERS: Final = {
    "entry_follows": """CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entry)
    OR NEW.previous IS NOT coalesce(
        (SELECT hash FROM entry ORDER BY seq DESC LIMIT 1), zeroblob(32)
    )
BEGIN SELECT RAISE(ABORT, 'an entry must follow the last one'); END""",
    "entry_stays": """CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END""",
    "entry_remains": """CREATE TRIGGER entry_remains BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END""",
    "bytes_once": """CREATE TRIGGER bytes_once BEFORE INSERT ON capture_bytes
WHEN EXISTS (SELECT 1 FROM capture_bytes WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'these bytes are kept already'); END""",
    "bytes_stay": """CREATE TRIGGER bytes_stay BEFORE UPDATE ON capture_bytes
BEGIN SELECT RAISE(ABORT, 'bytes are never changed'); END""",
    "bytes_remain": """CREATE TRIGGER bytes_remain BEFORE DELETE ON capture_bytes
BEGIN SELECT RAISE(ABORT, 'bytes are never removed'); END""",
}

_INDEX: Final = "entry_once"
# Found by kind and key; unique where writing the same again says nothing new. It can be dropped
# and built again at any time: it is no part of the record.
_INDEXES: Final = {
    _INDEX: """CREATE UNIQUE INDEX entry_once
ON entry (kind, key, CASE WHEN kind IN ('case_state', 'decision') THEN seq ELSE 0 END)""",
}


def create(connection: sqlite3.Connection) -> None:
    """Write the empty tables, inside the transaction that the caller has begun."""
    for statement in (*_TABLES.values(), *_TRIGGERS.values(), *_INDEXES.values()):
        connection.execute(statement)
    connection.execute("PRAGMA application_id = 1414682435")
    connection.execute("PRAGMA user_version = 1")


def has_index(connection: sqlite3.Connection) -> bool:
    """Tell whether the index is there."""
    return _INDEX in _objects(connection)


def rebuild_index(connection: sqlite3.Connection) -> None:
    """Build the index where somebody dropped it; IntegrityError where the entries forbid it."""
    connection.execute(_INDEXES[_INDEX].replace("INDEX", "INDEX IF NOT EXISTS", 1))


def is_empty(connection: sqlite3.Connection) -> bool:
    """Tell whether nothing at all has been written to this file yet."""
    return not number(connection, "application_id") and not _objects(connection)


def number(connection: sqlite3.Connection, name: str) -> int:
    """Give `application_id` or `user_version` from the header of the file."""
    statements = {
        "application_id": "PRAGMA application_id",
        "user_version": "PRAGMA user_version",
    }
    return int(connection.execute(statements[name]).fetchone()[0])


def misfits(connection: sqlite3.Connection) -> list[str]:
    """Tell how the tables, triggers and indexes differ from a ledger's; empty where they do not."""
    found = _objects(connection)
    wanted = {**_TABLES, **_TRIGGERS}
    missing = [f"{name} is missing" for name in wanted if name not in found]
    known = {**wanted, **_INDEXES}
    changed = [f"{name} is changed" for name, sql in found.items() if known.get(name, sql) != sql]
    strange = [f"{name} does not belong in a ledger" for name in found if name not in known]
    return missing + changed + strange


def has_tables(connection: sqlite3.Connection) -> bool:
    """Tell whether the tables are a ledger's: nothing is read from others."""
    return _TABLES.items() <= _objects(connection).items()


def _objects(connection: sqlite3.Connection) -> dict[str, str]:
    # SQLite's own tables and indexes have no text of their own, or a reserved name.
    return dict(
        connection.execute(
            "SELECT name, sql FROM sqlite_master"
            " WHERE sql IS NOT NULL AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name"
        )
    )
