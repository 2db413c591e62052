"""The ledger: a SQLite file to which captures, readings, rows, decisions and states are only added.

What is added is on the disk when the verb returns, whole or not at all. Adding the same again adds
nothing, decisions excepted. Every body is canonical JSON (`entry.canonical`), opaque to this stage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from trucewatch.core.errors import LedgerError
from trucewatch.ledger.chain import Chain
from trucewatch.ledger.connection import (
    PATIENCE,
    connect_to_read,
    connect_to_write,
    demand_ledger,
    demand_tables,
    told_plainly,
)
from trucewatch.ledger.entry import (
    Entry,
    Kind,
    canonical,
    document_key,
    is_sha256,
    read_canonical,
    sha256,
)
from trucewatch.ledger.kept import (
    KeptCapture,
    KeptCaseState,
    KeptDecision,
    KeptReading,
    KeptRefusal,
    KeptRow,
    refusal_key,
)


def now() -> datetime:
    """Give this moment, in UTC."""
    return datetime.now(UTC)


def open_ledger(
    path: Path,
    *,
    create: bool = True,
    read_only: bool = False,
    clock: Callable[[], datetime] = now,
    wait: float = PATIENCE,
) -> Ledger:
    """Open the ledger at `path`; an absent one is created where `create` allows it.

    With `read_only` the file is never changed, and what is read is the ledger as it stands now,
    whatever others add meanwhile. `clock` tells the time of new entries, `wait` how many seconds
    to wait for another writer. Raises LedgerError for a file that is absent, no ledger, damaged,
    of a newer form, or without its guards.
    """
    with told_plainly(path):
        _demand_place(path, create=create and not read_only)
        if not read_only:
            return Ledger(Chain(connect_to_write(path, wait), path, clock))
        connection = connect_to_read(path)
        try:
            demand_ledger(connection, path)
            demand_tables(connection, path)
            connection.execute("BEGIN")
            chain = Chain(connection, path, clock, read_only=True)
            chain.head()  # the first read is what fixes the state that the others see
        except BaseException:
            connection.close()
            raise
        return Ledger(chain)


def _demand_place(path: Path, *, create: bool) -> None:
    if path.exists():
        if not path.is_file():
            raise LedgerError("this is not a file", where=str(path), mend="Name the ledger's file")
        return
    if not create:
        raise LedgerError(
            "there is no ledger yet",
            where=str(path),
            mend="Bring reports in with `trucewatch add`",
        )
    if not path.parent.is_dir():
        raise LedgerError(
            "the folder of the ledger does not exist",
            where=str(path.parent),
            mend="Begin a case with `trucewatch new`",
        )


class Ledger:
    """An open ledger; close it, or use it in a `with`. One thread at a time."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._chain.close()

    def append_document(
        self,
        capture_sha256: str,
        content: bytes,
        receipt: bytes,
        reading_key: str,
        reading: bytes | None,
    ) -> bool:
        """Record a document: its bytes, how they came, and what was read in it (None: nothing yet).

        `receipt` is a JSON object with `outlet`, `url` and `published`, which with the bytes name
        the document. `reading_key` names the reader's version. False, and nothing is written,
        where the document is recorded already. LedgerError where `content` has another hash.
        """
        if sha256(content) != capture_sha256:
            raise LedgerError(f"the bytes given as {capture_sha256} are {sha256(content)}")
        document = document_key(capture_sha256, receipt)
        if reading is not None:
            read_canonical(reading)
        held = {"receipt": read_canonical(receipt), "sha256": capture_sha256}
        with self._chain.writing():
            if self.holds(document):
                return False
            self._chain.keep(content)
            self._chain.append(Kind.CAPTURE, document, canonical(held))
            if reading is not None:
                self._chain.append(Kind.READING, _reading(document, reading_key), reading)
        return True

    def append_reading(self, document: str, reading_key: str, reading: bytes) -> bool:
        """Set another reading beside those that a document has; False where this reader's is there.

        LedgerError where the document (its key) is not recorded.
        """
        read_canonical(reading)
        key = _reading(document, reading_key)
        with self._chain.writing():
            if not self.holds(document):
                raise LedgerError(f"no document {document} is recorded")
            if self._chain.numbers(Kind.READING, key):
                return False
            self._chain.append(Kind.READING, key, reading)
        return True

    def append_case_state(self, state_sha256: str, files: Mapping[str, bytes]) -> bool:
        """Record the case's files as they now stand; False where they stood so before this.

        A return to an earlier state is a change, and recorded; the files' bytes are kept once.
        """
        held = {
            "files": {name: sha256(content) for name, content in files.items()},
            "sha256": _hash(state_sha256),
        }
        with self._chain.writing():
            states = self._chain.numbers(Kind.CASE_STATE)
            if states and self._chain.entry(states[-1]).key == state_sha256:
                return False
            for content in files.values():
                self._chain.keep(content)
            self._chain.append(Kind.CASE_STATE, state_sha256, canonical(held))
        return True

    def append_coded(self, sheet_sha256: str, rows: Iterable[bytes]) -> int:
        """Record the rows (JSON) of a coded sheet, all or none; give how many of them are new."""
        sheet = _hash(sheet_sha256)
        held = [(sha256(row), {"row": read_canonical(row), "sheet": sheet}) for row in rows]
        new = 0
        with self._chain.writing():
            for key, body in held:
                if not self._chain.numbers(Kind.CODED, key):
                    self._chain.append(Kind.CODED, key, canonical(body))
                    new += 1
        return new

    def append_decision(
        self, body: bytes, *, about: str | None = None, seen: int | None = None
    ) -> int:
        """Record a person's decision (JSON) and give the entry's number.

        `about` files it under what it decides (its own hash otherwise). `seen` is the last entry
        that the decider had seen: a later decision under the same name raises LedgerError.
        """
        read_canonical(body)
        key = _printable(sha256(body) if about is None else about)
        with self._chain.writing():
            missed = self._chain.numbers(Kind.DECISION, key)[-1:]
            if seen is not None and missed and missed[0] > seen:
                raise LedgerError(
                    f"{key} was decided by somebody else meanwhile, in entry {missed[0]}",
                    mend="Look at that decision, and decide again",
                )
            return self._chain.append(Kind.DECISION, key, body)

    def append_refusal(self, source: str, reason: str) -> bool:
        """Record that a source was given and could not be read, and why; False where that is known.

        Characters of a file's name that no text can hold are written as escapes.
        """
        held = {"reason": _writable(reason), "source": _writable(source)}
        key = refusal_key(held["source"], held["reason"])
        with self._chain.writing():
            if self._chain.numbers(Kind.REFUSAL, key):
                return False
            self._chain.append(Kind.REFUSAL, key, canonical(held))
        return True

    def holds(self, document: str) -> bool:
        """Tell whether a document (its key, see `entry.document_key`) is recorded."""
        return bool(self._chain.numbers(Kind.CAPTURE, document))

    def documents(self) -> Iterator[KeptCapture]:
        """Yield every document as it was brought in, in order of their keys."""
        for _, seq in self._chain.keys(Kind.CAPTURE):
            yield KeptCapture.of(self._chain.entry(seq))

    def readings(self) -> Iterator[KeptReading]:
        """Yield the newest reading of each document that has one, in order of the documents' keys."""
        newest: dict[str, int] = {}
        for key, seq in self._chain.keys(Kind.READING):
            document = KeptReading.document_of(key)
            newest[document] = max(seq, newest.get(document, 0))
        for seq in newest.values():
            yield KeptReading.of(self._chain.entry(seq))

    def all_readings(self, document: str) -> Iterator[KeptReading]:
        """Yield every reading of one document, the oldest first."""
        # Their keys are the document's, a slash and the reader's; "0" is what follows the slash.
        keys = self._chain.keys(Kind.READING, f"{document}/", f"{document}0")
        for seq in sorted(seq for _, seq in keys):
            yield KeptReading.of(self._chain.entry(seq))

    def case_states(self) -> Iterator[KeptCaseState]:
        """Yield the states of the case's files, the oldest first."""
        return map(KeptCaseState.of, self.entries(Kind.CASE_STATE))

    def coded(self) -> Iterator[KeptRow]:
        """Yield the rows coded by people, in the order in which they came."""
        return map(KeptRow.of, self.entries(Kind.CODED))

    def decisions(self) -> Iterator[KeptDecision]:
        """Yield people's decisions, in the order in which they were made."""
        return map(KeptDecision.of, self.entries(Kind.DECISION))

    def refusals(self) -> Iterator[KeptRefusal]:
        """Yield what was given and could not be read, in the order in which it came."""
        return map(KeptRefusal.of, self.entries(Kind.REFUSAL))

    def entries(self, kind: Kind | None = None) -> Iterator[Entry]:
        """Yield the entries that stand now, all or those of a kind, in order."""
        return map(self._chain.entry, self._chain.numbers(kind))

    def head(self) -> tuple[int, bytes]:
        """Give the last entry's number and hash (`entry.checkpoint` writes them); 0 and zeros."""
        return self._chain.head()

    def bytes_of(self, name: str) -> bytes:
        """Give the original bytes with this SHA-256; LedgerError where none are kept."""
        return self._chain.kept(name)


def _reading(document: str, reading_key: str) -> str:
    return f"{document}/{_printable(reading_key)}"


def _printable(name: str) -> str:
    if not name or not name.isprintable():
        raise LedgerError(f"{name!r} cannot name anything in the ledger")
    return name


def _hash(name: str) -> str:
    if not is_sha256(name):
        raise LedgerError(f"{name!r} is not a SHA-256")
    return name


def _writable(words: str) -> str:
    return words.encode(errors="backslashreplace").decode()
