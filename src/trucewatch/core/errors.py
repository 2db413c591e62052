"""The one tree of errors: nothing else leaves a stage.

TrucewatchError
├── CaseError        a case's file is unsound; names file, line and mend
├── InputError       something given on the command line or in a sheet cannot be used
├── CaptureError     bytes could not be brought in
├── DocumentError    bytes hold no article that can be read
├── ModelError       a trained reader's model cannot be used; names the file and mend
├── LedgerError      the ledger is damaged, locked or newer than this program
└── SpanError        words and offsets disagree: a defect in this program
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class TrucewatchError(Exception):
    """Something that a user can act on: what happened, where, and what to do.

    `where` is a file with a line, a document or a command; `mend` says what would put it right.
    """

    def __init__(self, what: str, *, where: str | None = None, mend: str | None = None) -> None:
        self.what = what
        self.where = where
        self.mend = mend
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        sentence = f"{self.where}: {self.what}" if self.where else self.what
        return f"{sentence}. {self.mend}" if self.mend else sentence


class CaseError(TrucewatchError):
    """A file of a case cannot be trusted as it stands."""


class InputError(TrucewatchError):
    """What the user gave cannot be used."""


class CaptureError(TrucewatchError):
    """The bytes of a source could not be brought in."""


class DocumentError(TrucewatchError):
    """The bytes were brought in, but hold no article that can be read."""


class ModelError(TrucewatchError):
    """The model of a trained reader is missing, altered, or none that this program can run."""


class LedgerError(TrucewatchError):
    """The ledger cannot be opened, written or trusted."""


class SpanError(TrucewatchError):
    """A span does not hold the words it claims to hold."""


@contextmanager
def reading_boundary() -> Iterator[None]:
    """Turn anything that a stage failed to foresee into a DocumentError: the rest of a batch goes on.

    The one place where every exception is caught. A defect stays visible: it is told as one.
    """
    try:
        yield
    except TrucewatchError:
        raise
    except Exception as error:
        name = type(error).__name__
        raise DocumentError(
            f"this program failed on it ({name}: {error})",
            mend="Please report this document as a defect",
        ) from error
