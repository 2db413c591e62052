"""What can be computed again from the ledger lies beside it, and may be deleted at any time.

It saves time and proves nothing: whatever must be certain is computed from the ledger.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path
from typing import Final

from trucewatch.ledger.entry import canonical, sha256

FOLDER: Final = ".trucewatch-cache"
"""The folder's name, in the case's."""

KEPT_FILES: Final = 32
"""More than one person's work of a day asks for; the oldest go first."""

_DIGEST: Final = 32
_SUFFIX: Final = ".derived"


def derived_key(*parts: str) -> str:
    """Name what is derived by all that it depends on: the head, the case's hash, the version ..."""
    return sha256(canonical(list(parts)))


def load_derived(folder: Path, key: str) -> bytes | None:
    """Give what was stored under `key`; None where there is nothing, or it is damaged."""
    try:
        stored = _file(folder, key).read_bytes()
    except OSError:
        return None
    digest, content = stored[:_DIGEST], stored[_DIGEST:]
    return content if digest == _digest(key, content) else None


def store_derived(folder: Path, key: str, content: bytes) -> bool:
    """Store under `key`, at once or not at all, and drop the oldest of too many.

    False where the folder cannot be written to: nothing is lost but time.
    """
    try:
        folder.mkdir(exist_ok=True)
        _replace(_file(folder, key), _digest(key, content) + content)
        _drop_oldest(folder)
    except OSError:
        return False
    return True


def _file(folder: Path, key: str) -> Path:
    return folder / f"{sha256(key.encode())}{_SUFFIX}"


def _digest(key: str, content: bytes) -> bytes:
    return hashlib.sha256(hashlib.sha256(key.encode()).digest() + content).digest()


def _replace(target: Path, stored: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=_SUFFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(stored)
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _drop_oldest(folder: Path) -> None:
    # A file left by a program that was killed ends alike, and goes the same way.
    aged = sorted((file.stat().st_mtime_ns, file.name) for file in folder.glob(f"*{_SUFFIX}"))
    for _, name in aged[:-KEPT_FILES]:
        (folder / name).unlink(missing_ok=True)
