"""Adds documents to a ledger and says of each when it is recorded: what the durability tests stop.

Run as `steady_writer.py LEDGER FIRST LAST [careless]`; `careless` leaves out the sync on purpose.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from trucewatch.core.errors import LedgerError
from trucewatch.ledger.entry import canonical
from trucewatch.ledger.store import open_ledger


def say(words: str) -> None:
    os.write(1, f"{words}\n".encode())


def main() -> None:
    path, first, last = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    say("ready")
    with open_ledger(path, wait=0) as ledger:
        if "careless" in sys.argv:
            ledger._chain._connection.execute("PRAGMA synchronous = NORMAL")
        for number in range(first, last):
            content = f"<p>Survey post {number} reported quiet.</p>".encode() * 30
            receipt = canonical({"outlet": f"post_{number}", "source": str(path.name)})
            reading = canonical({"number": number, "text": "quiet " * 100})
            name = hashlib.sha256(content).hexdigest()
            ledger.append_document(name, content, receipt, "reader-1", reading)
            say(f"ack {number}")


if __name__ == "__main__":
    try:
        main()
    except LedgerError as error:
        say(f"refused {error}")
        sys.exit(3)
