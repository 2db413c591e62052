from __future__ import annotations

import random
import shutil
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from trucewatch.core.errors import InputError, LedgerError, TrucewatchError
from trucewatch.ledger import verify as verification
from trucewatch.ledger.entry import GENESIS, Entry, Kind, canonical, chain_hash, checkpoint, sha256
from trucewatch.ledger.store import open_ledger
from trucewatch.ledger.verify import Fault, Verification, _until_unreadable, verify

GUARDS = (
    "entry_follows",
    "entry_stays",
    "entry_remains",
    "bytes_once",
    "bytes_stay",
    "bytes_remain",
)
Change = Callable[[sqlite3.Connection], object]


def tamper(path: Path, change: Change, *, cover: bool = True) -> None:
    """Change a ledger as who may write to its file can: guards away, change, guards back."""
    connection = sqlite3.connect(path, isolation_level=None)
    held = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    for name in held:
        connection.execute(f"DROP TRIGGER {name}")
    change(connection)
    for sql in held.values() if cover else ():
        connection.execute(sql)
    connection.close()


def rows(path: Path) -> list[Entry]:
    with open_ledger(path, read_only=True) as ledger:
        return list(ledger.entries())


def told(found: Verification) -> list[tuple[int | None, str]]:
    return [(fault.entry, fault.what) for fault in found.faults]


def head_of(path: Path) -> str:
    return verify(path).checkpoint


def test_a_whole_ledger_is_ok(filled: Path) -> None:
    before = filled.read_bytes()
    found = verify(filled)
    assert found.ok
    assert (found.entries, found.last, found.faults, found.against) == (22, 22, (), None)
    assert found.head == rows(filled)[-1].hash
    again = verify(filled, found.checkpoint)
    assert again.ok
    assert again.against == found.checkpoint
    assert filled.read_bytes() == before


def test_an_empty_ledger_is_ok(path: Path) -> None:
    open_ledger(path).close()
    found = verify(path)
    assert found.ok
    assert found.checkpoint == checkpoint(0, GENESIS)
    assert verify(path, found.checkpoint).ok
    assert not verify(path, f"0:{'1' * 64}").ok


def test_a_checkpoint_holds_as_the_ledger_grows(filled: Path) -> None:
    old = head_of(filled)
    with open_ledger(filled) as ledger:
        ledger.append_decision(b"1")
    assert verify(filled, old).ok
    assert verify(filled, f" {old}\n").ok


@pytest.mark.parametrize(
    "text", ["", "12", "12:", "12:abc", f"-1:{'0' * 64}", "é", f"1:{'0' * 65}"]
)
def test_other_words_are_no_checkpoint(filled: Path, text: str) -> None:
    with pytest.raises(InputError, match="not a checkpoint"):
        verify(filled, text)


def test_what_is_no_ledger_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger here"):
        verify(tmp_path / "absent")
    with pytest.raises(LedgerError, match="no ledger here"):
        verify(tmp_path)
    (tmp_path / "words").write_bytes(b"only words" * 100)
    with pytest.raises(LedgerError, match="not a ledger"):
        verify(tmp_path / "words")


def test_a_newer_form_is_refused(filled: Path) -> None:
    tamper(filled, lambda connection: connection.execute("PRAGMA user_version = 9"))
    with pytest.raises(LedgerError, match="form 9"):
        verify(filled)


def sql(*statements: str) -> Change:
    def change(connection: sqlite3.Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    return change


SWAP = (
    "UPDATE entry SET seq = 500 WHERE seq = 5",
    "UPDATE entry SET seq = 5 WHERE seq = 6",
    "UPDATE entry SET seq = 6 WHERE seq = 500",
)
UNCHECKED = "PRAGMA ignore_check_constraints = ON"


@pytest.mark.parametrize(
    ("change", "entry", "what"),
    [
        (sql("UPDATE entry SET body = x'7b7d' WHERE seq = 3"), 3, "its hash is not"),
        (sql("UPDATE entry SET body = x'ff' WHERE seq = 3"), 3, "not JSON"),
        (sql("UPDATE entry SET body = x'4e614e' WHERE seq = 3"), 3, "cannot be written"),
        (sql("UPDATE entry SET body = CAST(body || ' ' AS BLOB) WHERE seq = 3"), 3, "canonical"),
        (sql("UPDATE entry SET at = '2031-05-01T00:00:00.000000Z' WHERE seq = 4"), 4, "its hash"),
        (sql("UPDATE entry SET at = 'yesterday' WHERE seq = 4"), 4, "time is not written"),
        (sql("UPDATE entry SET at = '1999' || substr(at, 5) WHERE seq = 4"), 4, "is before"),
        (sql("UPDATE entry SET key = key || 'x' WHERE seq = 3"), 3, "its hash"),
        (sql("UPDATE entry SET kind = 'decision' WHERE seq = 3"), 3, "its hash"),
        (sql("UPDATE entry SET hash = zeroblob(32) WHERE seq = 7"), 8, "does not follow"),
        (sql("UPDATE entry SET previous = zeroblob(32) WHERE seq = 7"), 7, "does not follow"),
        (sql("DELETE FROM entry WHERE seq = 7"), 8, "entries are missing between 6 and 8"),
        (sql("DELETE FROM entry WHERE seq = 1"), 2, "missing between 0 and 2"),
        (sql("DELETE FROM entry WHERE seq BETWEEN 7 AND 12"), 13, "missing between 6 and 13"),
        (sql(*SWAP), 5, "does not follow"),
        (sql(UNCHECKED, "UPDATE entry SET seq = -3 WHERE seq = 3"), -3, "cannot be an entry"),
        (sql(UNCHECKED, "UPDATE entry SET kind = 'joke' WHERE seq = 3"), 3, "cannot be an entry"),
        (sql(UNCHECKED, "UPDATE entry SET body = 'text' WHERE seq = 3"), 3, "cannot be an entry"),
        (
            sql("UPDATE entry SET key = CAST(x'ff' AS TEXT) WHERE seq = 3"),
            3,
            "cannot be an entry",
        ),
        (sql("UPDATE capture_bytes SET content = zeroblob(9)"), 1, "not those that were kept"),
        (sql("UPDATE capture_bytes SET size = size + 1"), 1, "not those that were kept"),
        (sql("DELETE FROM capture_bytes"), 1, "are missing"),
        (
            sql(UNCHECKED, "UPDATE capture_bytes SET content = 'words'"),
            1,
            "not those that were kept",
        ),
        (
            sql("UPDATE capture_bytes SET sha256 = 'f' || substr(sha256, 2)"),
            None,
            "belong to no entry",
        ),
        (
            sql("INSERT INTO capture_bytes VALUES (printf('%064d', 1), x'00', 1)"),
            None,
            "belong to no entry",
        ),
    ],
)
def test_an_edit_is_found_and_named(
    filled: Path, change: Change, entry: int | None, what: str
) -> None:
    vouched = head_of(filled)
    tamper(filled, change)
    for found in (verify(filled), verify(filled, vouched)):
        assert not found.ok
        assert any(fault == entry and what in words for fault, words in told(found)), told(found)


def test_swapped_bytes_are_found(filled: Path) -> None:
    """Each is sound alone, and stands under the other's name."""

    def swap(connection: sqlite3.Connection) -> None:
        (one, first), (two, second) = connection.execute(
            "SELECT sha256, content FROM capture_bytes LIMIT 2"
        )
        put = "UPDATE capture_bytes SET content = ? WHERE sha256 = ?"
        connection.execute(put, (second, one))
        connection.execute(put, (first, two))

    tamper(filled, swap)
    assert [what for _, what in told(verify(filled))].count("its bytes") == 0
    assert len(verify(filled).faults) == 2


def test_bytes_that_unpack_without_end_are_only_a_fault(filled: Path) -> None:
    bomb = zlib.compress(bytes(200_000_000))

    def plant(connection: sqlite3.Connection) -> None:
        connection.execute(
            "UPDATE capture_bytes SET content = ? WHERE sha256 ="
            " (SELECT sha256 FROM capture_bytes LIMIT 1)",
            (bomb,),
        )

    tamper(filled, plant)
    assert "not those that were kept" in told(verify(filled))[0][1]


@pytest.mark.parametrize("guard", GUARDS)
def test_a_dropped_guard_is_found(filled: Path, guard: str) -> None:
    connection = sqlite3.connect(filled, isolation_level=None)
    connection.execute(f"DROP TRIGGER {guard}")
    connection.close()
    assert told(verify(filled)) == [(None, f"{guard} is missing")]


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("CREATE TRIGGER entry_stays AFTER UPDATE ON entry BEGIN SELECT 1; END", "is changed"),
        ("CREATE TRIGGER also AFTER INSERT ON entry BEGIN SELECT 1; END", "does not belong"),
        ("CREATE VIEW seen AS SELECT * FROM entry", "does not belong"),
    ],
)
def test_another_guard_is_found(filled: Path, statement: str, what: str) -> None:
    connection = sqlite3.connect(filled, isolation_level=None)
    connection.execute("DROP TRIGGER entry_stays")
    connection.execute(statement)
    connection.close()
    assert any(what in words for _, words in told(verify(filled)))


def test_nothing_is_read_from_changed_tables(filled: Path) -> None:
    endless = (
        "CREATE VIEW entry AS WITH RECURSIVE more(seq) AS (SELECT 1 UNION ALL SELECT seq + 1"
        " FROM more) SELECT seq, '' AS at, '' AS kind, '' AS key, x'' AS body, x'' AS previous,"
        " x'' AS hash FROM more"
    )
    tamper(filled, sql("ALTER TABLE entry RENAME TO old", endless), cover=False)
    found = verify(filled)
    assert not found.ok
    assert found.entries == 0


def chain_anew(path: Path, kept: list[Entry]) -> None:
    """Write these entries instead of those that stand, numbered and chained as they should be."""

    def rewrite(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM entry")
        previous = GENESIS
        for seq, entry in enumerate(kept, 1):
            said = (entry.at, entry.kind.value, entry.key, entry.body)
            follows = chain_hash(previous, seq, *said)
            connection.execute(
                "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", (seq, *said, previous, follows)
            )
            previous = follows
        for name, content in list(connection.execute("SELECT sha256, content FROM capture_bytes")):
            if not any(name.encode() in entry.body for entry in kept):
                connection.execute("DELETE FROM capture_bytes WHERE sha256 = ?", (name,))
            assert content

    tamper(path, rewrite)


def edited(entry: Entry) -> Entry:
    body = canonical({"as": "nothing of the kind", "was": entry.seq})
    return Entry(
        seq=entry.seq,
        at=entry.at,
        kind=entry.kind,
        key=sha256(body),
        body=body,
        previous=entry.previous,
        hash=entry.hash,
    )


def test_rewriting_passes_the_chain_and_not_the_checkpoint(filled: Path) -> None:
    vouched = head_of(filled)
    kept = rows(filled)
    last = next(entry for entry in kept if entry.kind is Kind.DECISION)
    chain_anew(filled, [edited(entry) if entry is last else entry for entry in kept])
    assert verify(filled).ok
    found = verify(filled, vouched)
    assert told(found) == [
        (22, "not the entry that the checkpoint saw: it, or one before it, was written anew")
    ]


@pytest.mark.parametrize("left", [0, 1, 11, 21])
def test_a_cut_end_passes_the_chain_and_not_the_checkpoint(filled: Path, left: int) -> None:
    vouched = head_of(filled)
    chain_anew(filled, rows(filled)[:left])
    assert verify(filled).ok
    (fault,) = verify(filled, vouched).faults
    assert fault.entry == 22
    assert f"ends with {left}" in fault.what


def test_a_cut_end_that_has_grown_again_is_found(filled: Path) -> None:
    vouched = head_of(filled)
    chain_anew(filled, rows(filled)[:-1])
    with open_ledger(filled) as ledger:
        ledger.append_decision(b"1")
        ledger.append_decision(b"2")
    assert verify(filled).ok
    assert verify(filled, vouched).faults[0].entry == 22


@pytest.mark.parametrize(
    ("kind", "what"),
    [(Kind.CODED, "says again"), (Kind.READING, "says again"), (Kind.CAPTURE, "not recorded")],
)
def test_what_no_verb_writes_is_found_even_chained_anew(
    filled: Path, kind: Kind, what: str
) -> None:
    kept = rows(filled)
    first = next(entry for entry in kept if entry.kind is kind)
    connection = sqlite3.connect(filled)
    connection.execute("DROP INDEX entry_once")
    connection.commit()
    connection.close()
    if kind is Kind.CAPTURE:
        chain_anew(filled, [entry for entry in kept if entry is not first])
    else:
        chain_anew(filled, [*kept, first])
    assert any(what in words for _, words in told(verify(filled)))


def rewritings(kept: list[Entry], choice: random.Random) -> list[Entry]:
    """Change the record at random: drop, repeat, exchange, edit or cut."""
    place, other = choice.randrange(len(kept)), choice.randrange(len(kept))
    way = choice.choice(["drop", "cut", "exchange", "edit", "insert", "time"])
    changed = list(kept)
    if way == "drop":
        del changed[place]
    elif way == "cut":
        del changed[place:]
    elif way == "exchange":
        changed[place], changed[other] = changed[other], changed[place]
    elif way == "edit":
        changed[place] = edited(kept[place])
    elif way == "insert":
        changed.insert(place, edited(kept[other]))
    else:
        was = kept[place]
        at = was.at[:-2] + ("1Z" if was.at[-2] != "1" else "2Z")
        changed[place] = Entry(
            seq=1, at=at, kind=was.kind, key=was.key, body=was.body, previous=GENESIS, hash=GENESIS
        )
    return changed


def test_no_rewriting_passes_a_checkpoint(filled: Path, tmp_path: Path) -> None:
    vouched = head_of(filled)
    kept = rows(filled)
    choice = random.Random(20310501)
    tried = 0
    while tried < 60:
        changed = rewritings(kept, choice)
        if changed == kept:
            continue
        copy = tmp_path / f"{tried}.sqlite"
        shutil.copy(filled, copy)
        connection = sqlite3.connect(copy)
        connection.execute("DROP INDEX entry_once")
        connection.commit()
        connection.close()
        chain_anew(copy, changed)
        assert not verify(copy, vouched).ok
        tried += 1


def test_what_is_added_meanwhile_is_no_fault(
    filled: Path, told: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*values: Any) -> Iterator[Fault]:
        with open_ledger(filled) as ledger:
            ledger.append_document(*told(90))
        yield from check_bytes(*values)

    check_bytes = verification._check_bytes
    monkeypatch.setattr(verification, "_check_bytes", late)
    assert verify(filled).ok
    monkeypatch.undo()
    assert verify(filled).entries == 24


def test_what_cannot_be_read_is_a_fault_and_what_passes_is_not() -> None:
    def failing(error: Exception) -> Iterator[Fault]:
        yield Fault(entry=1, what="first")
        raise error

    malformed = sqlite3.DatabaseError("malformed")
    malformed.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    for error in (malformed, UnicodeDecodeError("utf-8", b"\xf4", 0, 1, "no")):
        first, fault = _until_unreadable(failing(error))
        assert first.what == "first"
        assert "cannot read on" in fault.what
    busy = sqlite3.OperationalError("locked")
    busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
    with pytest.raises(sqlite3.OperationalError):
        list(_until_unreadable(failing(busy)))


def test_any_damage_to_the_file_is_found_or_harmless(filled: Path, tmp_path: Path) -> None:
    """Whatever is flipped or cut: our error, a fault, or the very same record."""
    whole = filled.read_bytes()
    record = rows(filled)
    choice = random.Random(7)
    found_out = 0
    for number in range(150):
        damaged = bytearray(whole)
        if number % 5:
            for _ in range(choice.choice([1, 4, 64])):
                damaged[choice.randrange(len(damaged))] ^= 1 << choice.randrange(8)
        else:
            del damaged[choice.randrange(len(damaged)) :]
        copy = tmp_path / f"{number}.sqlite"
        copy.write_bytes(damaged)
        try:
            ok = verify(copy).ok
            read = rows(copy)
        except TrucewatchError:
            found_out += 1
            continue
        if ok:
            assert read == record
        found_out += not ok
    assert found_out > 60
