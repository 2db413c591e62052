"""Read files within a bound, and list those of a folder without leaving it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from trucewatch.core.document import Refusal
from trucewatch.core.errors import CaptureError
from trucewatch.core.limits import CAPTURE_BYTES


def shown(path: Path | str) -> str:
    """Write a path as a label: with slashes, and storable whatever bytes its name holds."""
    label = path.as_posix() if isinstance(path, Path) else path
    return label.encode("utf-8", "backslashreplace").decode("utf-8")


def is_folder(path: Path) -> bool:
    """Tell whether a folder is there; a name that no system takes is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def place_of(path: Path) -> Path:
    """Give the one path of a file under whatever name it is given."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return path


def check_plain(path: Path) -> int:
    """Give the size in bytes of a plain file; CaptureError for what is none or is not there."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise CaptureError(_because(error)) from None
    if not stat.S_ISREG(status.st_mode):
        raise CaptureError("is not a plain file")
    return status.st_size


def read_file(path: Path) -> bytes:
    """Read a whole file; CaptureError if it is not plain, not readable or above CAPTURE_BYTES."""
    if check_plain(path) > CAPTURE_BYTES:
        raise CaptureError(f"is larger than {CAPTURE_BYTES // 2**20} MB, the largest page taken in")
    try:
        with path.open("rb") as file:
            content = file.read(CAPTURE_BYTES + 1)
    except OSError as error:
        raise CaptureError(_because(error)) from None
    if len(content) > CAPTURE_BYTES:
        raise CaptureError(f"is larger than {CAPTURE_BYTES // 2**20} MB, the largest page taken in")
    return content


def files_in(folder: Path) -> Iterator[Path | Refusal]:
    """Yield the files of a folder and of those in it, by name; hidden ones are passed over.

    Links are refused, not followed: they may lead out of the folder or round in a circle.
    """
    found = False
    for item in _walk(folder):
        found = True
        yield item
    if not found:
        yield Refusal(source=shown(folder), reason="holds no files")


def _walk(top: Path) -> Iterator[Path | Refusal]:
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if path is not top and path.is_symlink():
            yield Refusal(source=shown(path), reason="is a link: give what it leads to itself")
        elif path.is_dir():
            try:
                inside = sorted(item for item in path.iterdir() if not item.name.startswith("."))
            except OSError as error:
                yield Refusal(source=shown(path), reason=_because(error))
                continue
            waiting.extend(reversed(inside))
        else:
            yield path


def _because(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    reason = (error.strerror if isinstance(error, OSError) else None) or "its name is unusable"
    return f"cannot be read: {reason}"
