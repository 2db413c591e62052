from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from trucewatch.core.errors import LedgerError
from trucewatch.core.limits import CAPTURE_BYTES
from trucewatch.ledger.entry import GENESIS, Kind, canonical, document_key, sha256
from trucewatch.ledger.store import Ledger, open_ledger
from trucewatch.ledger.verify import verify

Telling = Callable[..., tuple[str, bytes, bytes, str, bytes]]


def key_of(told: tuple[str, bytes, bytes, str, bytes]) -> str:
    return document_key(told[0], told[2])


def test_a_new_ledger_holds_nothing(path: Path) -> None:
    with open_ledger(path) as ledger:
        assert ledger.head() == (0, GENESIS)
        assert not list(ledger.entries())
        assert not list(ledger.readings())


def test_a_document_is_capture_and_reading(path: Path, told: Telling) -> None:
    name, content, receipt, reader, reading = told(1)
    with open_ledger(path) as ledger:
        assert ledger.append_document(name, content, receipt, reader, reading)
        assert ledger.holds(key_of(told(1)))
        assert not ledger.holds(key_of(told(2)))
        (kept,) = ledger.documents()
        assert (kept.document, kept.sha256, kept.receipt) == (key_of(told(1)), name, receipt)
        (read,) = ledger.readings()
        assert (read.document, read.reading_key, read.body) == (kept.document, reader, reading)
        assert ledger.bytes_of(name) == content
        assert [entry.kind for entry in ledger.entries()] == [Kind.CAPTURE, Kind.READING]


def test_a_document_without_a_reading_can_be_read_later(path: Path, told: Telling) -> None:
    name, content, receipt, reader, reading = told(1)
    with open_ledger(path) as ledger:
        assert ledger.append_document(name, content, receipt, reader, None)
        assert not list(ledger.readings())
        assert ledger.append_reading(key_of(told(1)), reader, reading)
        assert len(list(ledger.readings())) == 1


def test_the_same_document_is_recorded_once(path: Path, told: Telling) -> None:
    name, content, _, _, reading = told(1)
    elsewhere = canonical({"captured": "2031-06-01", "outlet": "harbour_post", "source": "b.zip"})
    first = canonical({"captured": "2031-05-01", "outlet": "harbour_post", "source": "a.html"})
    with open_ledger(path) as ledger:
        assert ledger.append_document(name, content, first, "r1", reading)
        head = ledger.head()
        assert not ledger.append_document(name, content, elsewhere, "r2", reading)
        assert ledger.head() == head


def test_the_same_bytes_of_another_outlet_are_another_document(path: Path, told: Telling) -> None:
    with open_ledger(path) as ledger:
        assert ledger.append_document(*told(1))
        assert ledger.append_document(*told(1, outlet="ridge_radio"))
        assert len({kept.document for kept in ledger.documents()}) == 2
        assert len({kept.sha256 for kept in ledger.documents()}) == 1
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM capture_bytes").fetchone() == (1,)
    connection.close()


def test_a_newer_reading_stands_beside_the_old(path: Path, told: Telling) -> None:
    keys = sorted(key_of(told(number)) for number in range(5))
    with open_ledger(path) as ledger:
        for number in range(5):
            ledger.append_document(*told(number))
        assert ledger.append_reading(keys[2], "reader-2", b'"second"')
        assert not ledger.append_reading(keys[2], "reader-2", b'"never redone"')
        assert not ledger.append_reading(keys[3], "reader-1", b'"nor the first"')
        assert [kept.document for kept in ledger.readings()] == keys
        newest = {kept.document: kept.reading_key for kept in ledger.readings()}
        assert newest.pop(keys[2]) == "reader-2"
        assert set(newest.values()) == {"reader-1"}
        both = [kept.reading_key for kept in ledger.all_readings(keys[2])]
        assert both == ["reader-1", "reader-2"]
        assert not list(ledger.all_readings("no such"))


def test_the_newest_reading_is_the_last_written_not_the_last_named(
    path: Path, told: Telling
) -> None:
    document = key_of(told(1))
    with open_ledger(path) as ledger:
        ledger.append_document(*told(1, reader="z"))
        ledger.append_reading(document, "a", b"1")
        assert [kept.reading_key for kept in ledger.readings()] == ["a"]
        assert [kept.reading_key for kept in ledger.all_readings(document)] == ["z", "a"]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"capture_sha256": "0" * 64}, "the bytes given as"),
        ({"receipt": b"{"}, "not JSON"),
        ({"receipt": b"[]"}, "object"),
        ({"receipt": b'{"a": 1}'}, "canonical"),
        ({"reading": b"NaN"}, "cannot be written"),
        ({"reading_key": ""}, "cannot name"),
        ({"reading_key": "a\nb"}, "cannot name"),
        ({"reading_key": "\udcff"}, "cannot name"),
    ],
)
def test_what_cannot_be_trusted_is_not_recorded(
    path: Path, told: Telling, change: dict[str, bytes], what: str
) -> None:
    names = ("capture_sha256", "content", "receipt", "reading_key", "reading")
    given = dict(zip(names, told(1), strict=True)) | change
    with open_ledger(path) as ledger:
        with pytest.raises(LedgerError, match=what):
            ledger.append_document(*given.values())  # type: ignore[arg-type]
        assert ledger.head()[0] == 0
        assert not list(ledger.documents())


def test_more_bytes_than_a_capture_may_have_are_refused(path: Path) -> None:
    content = bytes(CAPTURE_BYTES + 1)
    with open_ledger(path) as ledger:
        with pytest.raises(LedgerError, match="more than one capture"):
            ledger.append_document(sha256(content), content, b"{}", "r", None)
        assert ledger.append_document(sha256(content[1:]), content[1:], b"{}", "r", None)
        assert len(ledger.bytes_of(sha256(content[1:]))) == CAPTURE_BYTES
        assert ledger.append_document(sha256(b""), b"", b"{}", "r", None)
        assert ledger.bytes_of(sha256(b"")) == b""


def test_a_reading_of_an_unknown_document_is_refused(path: Path) -> None:
    with open_ledger(path) as ledger, pytest.raises(LedgerError, match="no document"):
        ledger.append_reading("x", "r", b"1")


def test_nonsense_is_neither_reading_nor_decision(path: Path, told: Telling) -> None:
    with open_ledger(path) as ledger:
        ledger.append_document(*told(1))
        head = ledger.head()
        with pytest.raises(LedgerError, match="not JSON"):
            ledger.append_reading(key_of(told(1)), "reader-2", b"{")
        with pytest.raises(LedgerError, match="canonical"):
            ledger.append_decision(b"[1, 2]")
        assert ledger.head() == head


def test_a_state_is_recorded_when_it_is_another_than_the_last(path: Path) -> None:
    one = {"agreement.yaml": b"a: 1", "places.csv": b"place"}
    two = {"agreement.yaml": b"a: 2", "places.csv": b"place"}
    with open_ledger(path) as ledger:
        assert ledger.append_case_state("1" * 64, one)
        assert not ledger.append_case_state("1" * 64, one)
        assert ledger.append_case_state("2" * 64, two)
        assert not ledger.append_case_state("2" * 64, two)
        assert ledger.append_case_state("1" * 64, one)
        states = list(ledger.case_states())
        assert [state.sha256[0] for state in states] == ["1", "2", "1"]
        files = dict(states[1].files)
        assert ledger.bytes_of(files["agreement.yaml"]) == b"a: 2"
        with pytest.raises(LedgerError, match="not a SHA-256"):
            ledger.append_case_state("state", one)


def test_a_sheet_adds_its_new_rows_and_all_or_none(path: Path) -> None:
    rows = [canonical({"clause": str(number), "says": "kept"}) for number in range(4)]
    with open_ledger(path) as ledger:
        assert ledger.append_coded("1" * 64, rows[:3]) == 3
        assert ledger.append_coded("1" * 64, rows[:3]) == 0
        assert ledger.append_coded("2" * 64, [rows[0], rows[3], rows[3]]) == 1
        assert [kept.row for kept in ledger.coded()] == rows
        assert [kept.sheet_sha256[0] for kept in ledger.coded()] == ["1", "1", "1", "2"]
        head = ledger.head()
        with pytest.raises(LedgerError):
            ledger.append_coded("3" * 64, [b"[9]", b"not JSON"])
        assert ledger.append_coded("3" * 64, []) == 0
        assert ledger.head() == head


def test_decisions_are_all_kept(path: Path) -> None:
    with open_ledger(path) as ledger:
        assert ledger.append_decision(b'{"as":"kept"}') == 1
        assert ledger.append_decision(b'{"as":"broken"}', about="finding-1") == 2
        assert ledger.append_decision(b'{"as":"kept"}') == 3
        assert [kept.body for kept in ledger.decisions()][1] == b'{"as":"broken"}'
        assert [kept.about for kept in ledger.decisions()][1:2] == ["finding-1"]
        assert [kept.seq for kept in ledger.decisions()] == [1, 2, 3]


def test_nobody_overwrites_a_colleague(path: Path) -> None:
    with open_ledger(path) as ledger:
        seen = ledger.head()[0]
        first = ledger.append_decision(b"1", about="finding-1", seen=seen)
        with pytest.raises(LedgerError, match=r"decided by somebody else meanwhile.*again"):
            ledger.append_decision(b"2", about="finding-1", seen=seen)
        assert ledger.append_decision(b"2", about="finding-2", seen=seen)
        assert ledger.append_decision(b"3", about="finding-1", seen=first)
        with pytest.raises(LedgerError, match="in entry 3"):
            ledger.append_decision(b"4", about="finding-1", seen=first)
        assert [kept.body for kept in ledger.decisions()] == [b"1", b"2", b"3"]


def test_what_could_not_be_read_is_recorded_once(path: Path) -> None:
    with open_ledger(path) as ledger:
        assert ledger.append_refusal("a.html", "holds no article")
        assert not ledger.append_refusal("a.html", "holds no article")
        assert ledger.append_refusal("a.html", "is nested too deeply")
        assert ledger.append_refusal("b\udcff.html", "nul \x00")
        told = [(kept.source, kept.reason) for kept in ledger.refusals()]
    assert told[1:] == [("a.html", "is nested too deeply"), ("b\\udcff.html", "nul \x00")]


def test_time_never_goes_back(path: Path) -> None:
    start = datetime(2031, 5, 1, tzinfo=UTC)
    moments = iter([start, start - timedelta(days=3650), start + timedelta(seconds=1), start])
    with open_ledger(path, clock=lambda: next(moments)) as ledger:
        for number in range(4):
            ledger.append_decision(canonical(number))
        days = [entry.at[:19] for entry in ledger.entries()]
    assert days == ["2031-05-01T00:00:00"] * 2 + ["2031-05-01T00:00:01"] * 2
    assert verify(path).ok


def test_the_clock_must_know_its_zone(path: Path) -> None:
    with open_ledger(path, clock=lambda: datetime(2031, 5, 1)) as ledger:  # noqa: DTZ001
        with pytest.raises(LedgerError, match="time zone"):
            ledger.append_decision(b"1")
        assert ledger.head()[0] == 0


def test_verbs_may_be_mixed_with_reading(path: Path, told: Telling) -> None:
    with open_ledger(path) as ledger:
        for number in range(3):
            ledger.append_document(*told(number))
        for kept in ledger.documents():
            assert ledger.append_reading(kept.document, "reader-2", b"1")
        for entry in ledger.entries():
            ledger.append_decision(canonical(entry.seq))
        assert ledger.head()[0] == 3 * 2 + 3 + 9


@pytest.mark.parametrize("kind", Kind)
def test_entries_of_a_kind(filled: Path, kind: Kind) -> None:
    with open_ledger(filled, read_only=True) as ledger:
        everything = list(ledger.entries())
        assert [entry for entry in everything if entry.kind is kind] == list(ledger.entries(kind))
        assert ledger.head() == (22, everything[-1].hash)


def test_absent_bytes_are_not_guessed(path: Path) -> None:
    with open_ledger(path) as ledger, pytest.raises(LedgerError, match="no bytes"):
        ledger.bytes_of("0" * 64)


def test_edited_words_and_bytes_are_never_passed_on(filled: Path) -> None:
    connection = sqlite3.connect(filled, isolation_level=None)
    connection.execute("DROP TRIGGER entry_stays")
    connection.execute("DROP TRIGGER bytes_stay")
    connection.execute("UPDATE entry SET body = x'7b7d' WHERE seq = 3")
    connection.execute("UPDATE capture_bytes SET content = substr(content, 1, 9)")
    connection.close()
    with open_ledger(filled, read_only=True) as ledger:
        with pytest.raises(LedgerError, match=r"entry 3 is not what was written.*verify"):
            list(ledger.readings())
        (state,) = ledger.case_states()
        with pytest.raises(LedgerError, match="are not those that were kept"):
            ledger.bytes_of(state.files[0][1])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET at = 'x'",
        "UPDATE entry SET body = body WHERE seq = 1",
        "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)",
        "DELETE FROM entry",
        "UPDATE capture_bytes SET size = 1",
        "DELETE FROM capture_bytes",
        "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE seq = 5",
        "INSERT OR IGNORE INTO entry SELECT * FROM entry WHERE seq = 5",
        "REPLACE INTO capture_bytes SELECT sha256, x'00', 1 FROM capture_bytes",
        (
            "INSERT INTO entry SELECT seq + 30, at, kind, key, body, previous, hash FROM entry"
            " WHERE seq = 22"
        ),
        (
            "INSERT INTO entry SELECT seq + 1, at, 'decision', key, body, previous, hash FROM entry"
            " WHERE seq = 22"
        ),
        (
            "INSERT INTO entry (at, kind, key, body, previous, hash)"
            " SELECT at, 'decision', key, body, hash, hash FROM entry WHERE seq = 22"
        ),
        "UPDATE OR REPLACE entry SET seq = 1 WHERE seq = 2",
    ],
)
def test_the_file_itself_refuses_to_change(filled: Path, statement: str) -> None:
    connection = sqlite3.connect(filled, isolation_level=None)
    with pytest.raises(sqlite3.IntegrityError, match=r"never|must follow|kept already"):
        connection.execute(statement)
    connection.close()
    assert verify(filled).ok


@pytest.mark.parametrize("steps", [*range(1, 60, 3), *range(60, 900, 29)])
def test_an_append_that_is_stopped_leaves_no_trace(filled: Path, told: Telling, steps: int) -> None:
    with open_ledger(filled) as ledger:
        before = ledger.head()
        connection = ledger._chain._connection
        connection.set_progress_handler(lambda: 1, steps)
        try:
            written = ledger.append_document(*told(50))
        except LedgerError:
            written = False
        connection.set_progress_handler(None, 0)
        assert ledger.head()[0] == before[0] + (2 if written else 0)
        assert ledger.append_document(*told(50)) is not written
    assert verify(filled).ok


@pytest.mark.parametrize("broken", ["keep", "append"])
def test_an_error_in_the_middle_leaves_no_trace(
    filled: Path, told: Telling, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    with open_ledger(filled) as ledger:
        before = ledger.head()
        real = getattr(ledger._chain, broken)
        calls = []

        def fail(*values: object) -> object:
            calls.append(values)
            result = real(*values)
            if broken == "keep" or len(calls) == 2:
                raise KeyboardInterrupt
            return result

        monkeypatch.setattr(ledger._chain, broken, fail)
        with pytest.raises(KeyboardInterrupt):
            ledger.append_document(*told(50))
        monkeypatch.undo()
        assert ledger.head() == before
        assert not ledger.holds(key_of(told(50)))
        with pytest.raises(LedgerError, match="no bytes"):
            ledger.bytes_of(told(50)[0])
        assert ledger.append_document(*told(50))
    assert verify(filled).ok


def test_a_full_disk_is_told_and_leaves_no_trace(filled: Path, told: Telling) -> None:
    with open_ledger(filled) as ledger:
        connection = ledger._chain._connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        written = fill(ledger, told)
        head = ledger.head()
        assert head[0] == 22 + 2 * written
        with pytest.raises(LedgerError, match=r"disk is full.*Make room"):
            ledger.append_document(*bulky(written))
        assert ledger.head() == head
        connection.execute("PRAGMA max_page_count = 100000")
        assert ledger.append_document(*bulky(written))
    assert verify(filled).ok


def bulky(number: int) -> tuple[str, bytes, bytes, str, bytes]:
    content = hashlib.sha256(str(number).encode()).digest() * 40
    return sha256(content), content, b"{}", "r", canonical("x" * 3000)


def fill(ledger: Ledger, _told: Telling) -> int:
    for number in range(1000):
        try:
            ledger.append_document(*bulky(number))
        except LedgerError:
            return number
    raise AssertionError("the disk never filled")
