from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from trucewatch.core.errors import LedgerError
from trucewatch.ledger import connection as connections
from trucewatch.ledger import schema
from trucewatch.ledger.connection import told_plainly
from trucewatch.ledger.entry import canonical
from trucewatch.ledger.store import open_ledger
from trucewatch.ledger.verify import verify

Telling = Callable[..., tuple[str, bytes, bytes, str, bytes]]


def raw(path: Path, *statements: str) -> None:
    """Change a ledger's file behind its back."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def setting(ledger: Any, name: str) -> object:
    return ledger._chain._connection.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("trusted_schema", 0),
        ("busy_timeout", 10_000),
        ("application_id", 0x54525743),
        ("user_version", 1),
    ],
)
def test_a_writer_is_set_to_lose_nothing(path: Path, name: str, value: object) -> None:
    for _ in range(2):
        with open_ledger(path) as ledger:
            assert setting(ledger, name) == value


def test_names_with_signs_of_addresses_are_names(tmp_path: Path) -> None:
    folder = tmp_path / "a?b#c%20 d é"
    folder.mkdir()
    with open_ledger(folder / "l?mode=ro.sqlite") as ledger:
        ledger.append_decision(b"1")
    with open_ledger(folder / "l?mode=ro.sqlite", read_only=True) as ledger:
        assert ledger.head()[0] == 1
    assert (folder / "l?mode=ro.sqlite").exists()


def test_an_absent_ledger_is_created_only_where_asked(path: Path) -> None:
    for create, read_only in ((False, False), (True, True), (False, True)):
        with pytest.raises(LedgerError, match="no ledger yet") as error:
            open_ledger(path, create=create, read_only=read_only)
        assert error.value.mend
    assert not path.exists()
    with pytest.raises(LedgerError, match="does not exist"):
        open_ledger(path.parent / "absent" / "ledger.sqlite")
    open_ledger(path).close()
    open_ledger(path, create=False).close()


@pytest.mark.parametrize(
    "content", [b"no database at all, only words " * 40, b"SQLite format 3\0" + b"\xff" * 5000]
)
@pytest.mark.parametrize("read_only", [True, False])
def test_another_file_is_refused_and_left_alone(
    path: Path, content: bytes, read_only: bool
) -> None:
    path.write_bytes(content)
    with pytest.raises(LedgerError) as error:
        open_ledger(path, read_only=read_only)
    assert error.value.mend
    assert path.read_bytes() == content


@pytest.mark.parametrize("read_only", [True, False])
def test_another_programs_database_is_refused_and_left_alone(path: Path, read_only: bool) -> None:
    raw(path, "CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not a ledger"):
        open_ledger(path, read_only=read_only)
    assert path.read_bytes() == before


def test_a_folder_is_refused(tmp_path: Path) -> None:
    for read_only in (True, False):
        with pytest.raises(LedgerError, match="not a file"):
            open_ledger(tmp_path, read_only=read_only)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_newer_form_is_refused(filled: Path, read_only: bool) -> None:
    raw(filled, "PRAGMA user_version = 2")
    with pytest.raises(LedgerError, match=r"form 2; this trucewatch knows up to 1.*Install"):
        open_ledger(filled, read_only=read_only)


def test_an_empty_file_becomes_a_ledger_only_for_a_writer(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(LedgerError, match="not a ledger"):
        open_ledger(path, read_only=True)
    open_ledger(path).close()
    assert verify(path).ok


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER entry_stays",
        "DROP TRIGGER bytes_once",
        "CREATE TRIGGER also AFTER INSERT ON entry BEGIN SELECT 1; END",
        "CREATE TABLE more (a)",
        "CREATE VIEW seen AS SELECT 1",
        "ALTER TABLE entry ADD COLUMN note TEXT",
    ],
)
def test_without_its_guards_nothing_more_is_written(filled: Path, statement: str) -> None:
    raw(filled, statement)
    with pytest.raises(LedgerError, match="tampered") as error:
        open_ledger(filled)
    assert "verify" in (error.value.mend or "")


def test_changed_tables_are_not_read(filled: Path) -> None:
    raw(filled, "ALTER TABLE entry RENAME TO old", "CREATE VIEW entry AS SELECT * FROM old")
    with pytest.raises(LedgerError, match="tables were changed"):
        open_ledger(filled, read_only=True)


def test_a_dropped_index_is_built_again(filled: Path) -> None:
    raw(filled, "DROP INDEX entry_once")
    with open_ledger(filled, read_only=True) as ledger:
        assert len(list(ledger.readings())) == 7
    assert verify(filled).ok
    with open_ledger(filled) as ledger:
        plan = "EXPLAIN QUERY PLAN SELECT seq FROM entry WHERE kind = 'coded' AND key = 'x'"
        assert "entry_once" in str(ledger._chain._connection.execute(plan).fetchall())


def test_a_reader_changes_nothing_and_can_write_nothing(filled: Path) -> None:
    before = filled.read_bytes()
    with open_ledger(filled, create=False, read_only=True) as ledger:
        with pytest.raises(LedgerError, match="for reading only"):
            ledger.append_decision(b"1")
        with pytest.raises(LedgerError, match="cannot be written to"), told_plainly(filled):
            ledger._chain._connection.execute("PRAGMA user_version = 7")
        assert ledger.head()[0] == 22
    assert filled.read_bytes() == before


def test_a_reader_sees_the_ledger_as_it_stood(filled: Path, told: Telling) -> None:
    with open_ledger(filled, read_only=True) as reader, open_ledger(filled) as writer:
        head = reader.head()
        writer.append_document(*told(90))
        assert reader.head() == head
        assert len(list(reader.documents())) == 7
        assert len(list(writer.documents())) == 8
    with open_ledger(filled, read_only=True) as reader:
        with open_ledger(filled) as writer:
            writer.append_document(*told(91))  # before anything was asked of the reader
        assert reader.head()[0] == head[0] + 2


def test_a_closed_ledger_says_so(path: Path) -> None:
    ledger = open_ledger(path)
    ledger.close()
    with pytest.raises(LedgerError, match="closed"):
        ledger.head()


def test_a_second_writer_waits_then_says_why_not(filled: Path) -> None:
    with open_ledger(filled) as one, open_ledger(filled, wait=0.05) as other:
        with (
            one._chain.writing(),
            pytest.raises(LedgerError, match=r"another command.*Wait until"),
        ):
            other.append_decision(b"1")
        assert other.append_decision(b"1") == 23


def test_a_second_writer_gets_its_turn(filled: Path) -> None:
    held, free = threading.Event(), threading.Event()

    def hold() -> None:
        with open_ledger(filled) as one, one._chain.writing():
            held.set()
            free.wait(5)

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(5)
    threading.Timer(0.1, free.set).start()
    with open_ledger(filled) as other:
        assert other.append_decision(b"1") == 23
    thread.join()


def test_writers_that_begin_at_once_agree(path: Path) -> None:
    start = threading.Barrier(6)
    failed: list[BaseException] = []

    def write(name: int) -> None:
        try:
            start.wait()
            with open_ledger(path) as ledger:
                for number in range(10):
                    ledger.append_decision(canonical([name, number]))
        except BaseException as error:  # noqa: BLE001 - told by the test's own thread
            failed.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    found = verify(path)
    assert found.ok
    assert found.entries == 60


def hold_the_file(path: Path, held: threading.Event, free: threading.Event) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    held.set()
    free.wait(5)
    connection.execute("ROLLBACK")
    connection.close()


@pytest.mark.parametrize("comes_free", [True, False])
def test_the_first_opening_waits_for_others_too(filled: Path, comes_free: bool) -> None:
    """A copy made by other means need not be logged ahead, and another may be writing to it."""
    raw(filled, "PRAGMA journal_mode = DELETE")
    held, free = threading.Event(), threading.Event()
    thread = threading.Thread(target=hold_the_file, args=(filled, held, free))
    thread.start()
    assert held.wait(5)
    if comes_free:
        threading.Timer(0.1, free.set).start()
        open_ledger(filled).close()
    else:
        with pytest.raises(LedgerError, match="another command"):
            open_ledger(filled, wait=0.05)
        free.set()
    thread.join()


def test_who_creates_second_finds_it_created(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_ledger(path) as ledger:
        ledger.append_decision(b"1")
    answers = iter([True, True, False])
    monkeypatch.setattr(schema, "is_empty", lambda _: next(answers))
    with open_ledger(path) as ledger:
        assert ledger.head()[0] == 1


def test_who_builds_the_index_second_finds_it_built(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ledger(path).close()
    monkeypatch.setattr(schema, "has_index", lambda _: False)
    open_ledger(path).close()
    assert verify(path).ok


def test_a_name_that_no_disk_takes_is_refused(tmp_path: Path) -> None:
    for read_only in (True, False):
        with pytest.raises(LedgerError, match="cannot be reached"):
            open_ledger(tmp_path / ("x" * 300), read_only=read_only)


def test_words_of_damage_that_are_no_text_are_told(path: Path) -> None:
    with pytest.raises(LedgerError, match=r"damaged.*copy"), told_plainly(path):
        b"malformed \xf4".decode()


def test_a_disk_without_shared_memory_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw(path, "PRAGMA journal_mode = DELETE")

    class Slow(sqlite3.Connection):
        def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
            return super().execute(statement.replace("= WAL", "= DELETE"), *values)

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, factory=Slow, **k))
    with pytest.raises(LedgerError, match="cannot keep a ledger safe"):
        open_ledger(path)


READ_AS_ANOTHER = """
import os, sys
from pathlib import Path
from trucewatch.ledger.store import open_ledger
from trucewatch.ledger.verify import verify
path = Path(sys.argv[1])
with open_ledger(path, create=False, read_only=True) as ledger:
    print(ledger.head()[0], len(list(ledger.readings())), verify(path).ok)
try:
    open_ledger(path)
except Exception as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind this user"
)
def test_a_disk_that_cannot_be_written_is_read(filled: Path) -> None:
    filled.chmod(0o444)
    filled.parent.chmod(0o555)
    try:
        done = subprocess.run(
            [sys.executable, "-c", READ_AS_ANOTHER, filled],
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
    finally:
        filled.parent.chmod(0o755)
    assert done.stdout.split() == ["22", "7", "True", "LedgerError"]


def test_unmerged_writes_are_not_passed_over(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its side files a ledger is read as it is; never while some of it lies in them."""

    def blocked(path: Path, access: str, wait: float) -> sqlite3.Connection:
        if "immutable" not in access:
            path = path.parent / "absent" / "x"
        return connect(path, access, wait)

    connect = connections._connect
    monkeypatch.setattr(connections, "_connect", blocked)
    with open_ledger(filled, read_only=True) as ledger:
        assert ledger.head()[0] == 22
    filled.with_name("ledger.sqlite-wal").write_bytes(b"something")
    with pytest.raises(LedgerError, match="cannot be opened"):
        open_ledger(filled, read_only=True)
