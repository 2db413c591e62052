"""A ledger in a folder of its own, and documents to put into it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from trucewatch.ledger.entry import canonical
from trucewatch.ledger.store import open_ledger

Told = tuple[str, bytes, bytes, str, bytes]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the ledger of this test lies."""
    return tmp_path / "ledger.sqlite"


@pytest.fixture(scope="session")
def told() -> Callable[..., Told]:
    """What `append_document` asks for, of the document with a number."""

    def told(number: int, outlet: str = "harbour_post", reader: str = "reader-1") -> Told:
        content = f"<p>The crossing at Tarn Gate stayed open, day {number}.</p>".encode()
        receipt = {
            "captured": "2031-05-02",
            "outlet": outlet,
            "published": f"2031-05-{1 + number % 28:02d}",
            "source": f"reports/{number}.html",
            "url": None,
        }
        reading = canonical({"events": [], "number": number, "text": "é – “open”"})
        name = hashlib.sha256(content).hexdigest()
        return name, content, canonical(receipt), reader, reading

    return told


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory, told: Callable[..., Told]) -> Path:
    """A closed ledger with 22 entries of every kind, for others to copy."""
    path = tmp_path_factory.mktemp("written") / "ledger.sqlite"
    with open_ledger(path) as ledger:
        ledger.append_case_state("a" * 64, {"agreement.yaml": b"a: 1", "actors.yaml": b"b: 2"})
        for number in range(7):
            ledger.append_document(*told(number))
        ledger.append_coded("b" * 64, [canonical({"row": number}) for number in range(4)])
        ledger.append_decision(canonical({"as": "kept", "by": "Ada"}))
        ledger.append_refusal("reports/broken.html", "holds no article")
        ledger.append_decision(canonical({"as": "broken", "by": "Ben"}), about="finding-3")
    return path


@pytest.fixture
def filled(path: Path, written: Path) -> Path:
    """A closed ledger with 22 entries of every kind, of this test alone."""
    shutil.copy(written, path)
    return path
