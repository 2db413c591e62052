"""Bounds on what strangers may send, each with its reason."""

from __future__ import annotations

from typing import Final

CAPTURE_BYTES: Final = 20 * 1024 * 1024
"""The largest page taken in. The longest news pages are under 3 MB; beyond 20 MB it is not one."""

DOCUMENT_CHARACTERS: Final = 2_000_000
"""The longest text read. A book has about a million characters."""

SENTENCE_CHARACTERS: Final = 5_000
"""A longer run without an end mark is cut at a space: no pattern may see unbounded text."""

CASE_FILE_BYTES: Final = 5 * 1024 * 1024
"""The largest file of a case."""

GAZETTEER_BYTES: Final = CAPTURE_BYTES
"""The largest gazetteer of a case: some 200,000 places. The ledger keeps it like a page."""

ELEMENT_DEPTH: Final = 250
"""The deepest nesting of elements in a page: lxml drops text below 256 without a word."""

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
"""Years outside are read as words, not as dates."""
