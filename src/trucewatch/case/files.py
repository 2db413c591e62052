"""The files of a case: their names, their bytes within bounds, their text, their hashes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from trucewatch.case.notes import FileNotes
from trucewatch.core.case import CaseState
from trucewatch.core.errors import CaseError
from trucewatch.core.limits import CASE_FILE_BYTES

REQUIRED_FILES: Final = ("agreement.yaml", "actors.yaml")
CASE_FILES: Final = (*REQUIRED_FILES, "outlets.yaml", "places.csv", "zones.geojson")
"""In the order in which they are read, and their faults told."""

GAZETTEER: Final = "gazetteer.tsv"
STATE_FILES: Final = (*CASE_FILES, GAZETTEER)
"""All that tells how a case reads and judges."""

UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)
"""Controls, and characters that show nothing or turn the order of others: no name needs them."""


def read_bytes(path: Path, bound: int = CASE_FILE_BYTES) -> bytes:
    """Read one file of a case; CaseError where it is missing, no file, or over the bound."""
    try:
        with path.open("rb") as file:
            content = file.read(bound + 1)
    except FileNotFoundError:
        raise CaseError("the file is missing", where=path.name, mend=_missing_mend(path)) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CaseError(f"cannot be read: {reason}", where=path.name) from None
    if len(content) > bound:
        mend = f"It may hold at most {bound // 2**20} MB"
        raise CaseError("the file is too large", where=path.name, mend=mend)
    return content


def _missing_mend(path: Path) -> str:
    likely = misnamed(path.parent).get(path.name)
    if likely:
        return f"Did you mean '{likely}' to be it? Rename that file"
    return "'trucewatch new DIR' writes a case with all its files"


def misnamed(folder: Path) -> dict[str, str]:
    """Give the case files that a folder lacks, with the file there that nearly bears the name."""
    try:
        present = sorted(path.name for path in folder.iterdir())
    except OSError:
        return {}
    strangers = [name for name in present if name not in CASE_FILES]
    lacking = [name for name in CASE_FILES if name not in present]
    return _likely(lacking, strangers) if lacking and strangers else {}


def _likely(lacking: list[str], strangers: list[str]) -> dict[str, str]:
    from difflib import get_close_matches

    close = ((name, get_close_matches(name, strangers, n=1, cutoff=0.85)) for name in lacking)
    return {name: likely[0] for name, likely in close if likely}


def decode(content: bytes, notes: FileNotes) -> str:
    """Give the text of a file, its line ends made alike; CaseError names what is not UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise notes.error(line, "the file is not UTF-8", "Save it as UTF-8") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    unseen = UNSEEN.search(text)
    if unseen:
        line = text.count("\n", 0, unseen.start()) + 1
        what = f"a character that cannot be seen (U+{ord(unseen[0]):04X})"
        raise notes.error(line, what, "Delete it")
    return text


def state_of(contents: Mapping[str, bytes]) -> CaseState:
    """Hash the files of a case: each one's bytes, and all of them together."""
    files = tuple((name, sha256(contents[name]).hexdigest()) for name in sorted(contents))
    whole = "".join(f"{name}\0{digest}\n" for name, digest in files)
    return CaseState(sha256=sha256(whole.encode("utf-8")).hexdigest(), files=files)
