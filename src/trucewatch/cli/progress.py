"""Progress on standard error, for whatever may take over two seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

PATIENCE: Final = 2.0
"""Seconds before anything is shown."""

PAUSE: Final = 0.25
"""Seconds between two showings on a terminal; elsewhere ten seconds."""


@contextmanager
def counting(done: str) -> Iterator[Callable[[str], None]]:
    """Count what is done; the count shows after two seconds."""
    started = shown = time.monotonic()
    count = 0
    terminal = sys.stderr.isatty()

    def tell(_: str) -> None:
        nonlocal count, shown
        count += 1
        moment = time.monotonic()
        if moment - started > PATIENCE and moment - shown > (PAUSE if terminal else 10):
            shown = moment
            rate = count / (moment - started)
            line = f"{count:,} {done}, {rate:,.0f} a second"
            sys.stderr.write(f"\r{line}" if terminal else f"{line}\n")
            sys.stderr.flush()

    yield tell
    if terminal and shown > started:
        sys.stderr.write("\n")
