"""What each kind of entry holds, checked against its kind and its key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Self

from trucewatch.core.errors import LedgerError
from trucewatch.ledger.entry import (
    DOCUMENT_KEY,
    Entry,
    Kind,
    canonical,
    document_key,
    read_canonical,
    sha256,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Something that the ledger holds: in which entry, and when it was written (UTC)."""

    seq: int
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCaseState(Kept):
    """A state of the case's files: its hash, and each file's name and SHA-256, by name."""

    sha256: str
    files: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """Read a `case_state` entry."""
        held = held_by(entry)
        files = tuple(sorted(held["files"].items()))
        return cls(seq=entry.seq, at=entry.at, sha256=held["sha256"], files=files)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCapture(Kept):
    """A document as it was brought in: its key, the SHA-256 of its bytes, its receipt (JSON)."""

    document: str
    sha256: str
    receipt: bytes

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """Read a `capture` entry."""
        held = held_by(entry)
        return cls(
            seq=entry.seq,
            at=entry.at,
            document=entry.key,
            sha256=held["sha256"],
            receipt=canonical(held["receipt"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReading(Kept):
    """A reading (JSON) of a document, and the reader's version that names it."""

    document: str
    reading_key: str
    body: bytes

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """Read a `reading` entry."""
        return cls(
            seq=entry.seq,
            at=entry.at,
            document=cls.document_of(entry.key),
            reading_key=entry.key[DOCUMENT_KEY + 1 :],
            body=entry.body,
        )

    @staticmethod
    def document_of(key: str) -> str:
        """Give the document's key out of a reading's."""
        return key[:DOCUMENT_KEY]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow(Kept):
    """A row (JSON) of a sheet coded by people, and the SHA-256 of that sheet."""

    sheet_sha256: str
    row: bytes

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """Read a `coded` entry."""
        held = held_by(entry)
        row = canonical(held["row"])
        return cls(seq=entry.seq, at=entry.at, sheet_sha256=held["sheet"], row=row)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDecision(Kept):
    """A decision (JSON) of a person; `about` is what it was filed under, as a rule its own hash."""

    about: str
    body: bytes

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """Read a `decision` entry."""
        return cls(seq=entry.seq, at=entry.at, about=entry.key, body=entry.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRefusal(Kept):
    """A source that was given and could not be read, and why."""

    source: str
    reason: str

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """Read a `refusal` entry."""
        held = held_by(entry)
        return cls(seq=entry.seq, at=entry.at, source=held["source"], reason=held["reason"])


_HOLDS: Final[dict[Kind, dict[str, type]]] = {
    Kind.CASE_STATE: {"files": dict, "sha256": str},
    Kind.CAPTURE: {"receipt": dict, "sha256": str},
    Kind.CODED: {"row": object, "sheet": str},
    Kind.REFUSAL: {"reason": str, "source": str},
}
"""Readings and decisions are opaque: theirs is any JSON."""

_KEY_OF: Final[dict[Kind, Callable[[dict[str, Any]], str]]] = {
    Kind.CASE_STATE: lambda held: str(held["sha256"]),
    Kind.CAPTURE: lambda held: document_key(held["sha256"], canonical(held["receipt"])),
    Kind.CODED: lambda held: sha256(canonical(held["row"])),
    Kind.REFUSAL: lambda held: refusal_key(held["source"], held["reason"]),
}


def refusal_key(source: str, reason: str) -> str:
    """Name a refusal by what was given and why it could not be read."""
    return sha256(canonical([source, reason]))


def held_by(entry: Entry) -> dict[str, Any]:
    """Give what a body holds by name, after checking it against its kind and its key.

    Nothing for readings and decisions, whose JSON is opaque here. Raises LedgerError, naming the
    entry, where the body is not what it must be.
    """
    try:
        body = read_canonical(entry.body)
        if entry.kind not in _HOLDS:
            return {}
        return _named(entry, body)
    except LedgerError as error:
        raise LedgerError(error.what, where=f"entry {entry.seq}") from error


def _named(entry: Entry, body: object) -> dict[str, Any]:
    parts = _HOLDS[entry.kind]
    if not (isinstance(body, dict) and body.keys() == parts.keys()):
        raise LedgerError(f"a {entry.kind} entry holds {' and '.join(parts)}, and nothing else")
    if not all(isinstance(body[name], type_) for name, type_ in parts.items()):
        raise LedgerError(f"what this {entry.kind} entry holds is of another type")
    if _KEY_OF[entry.kind](body) != entry.key:
        raise LedgerError("its key is not that of what it holds")
    return body
