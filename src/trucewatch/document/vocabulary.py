"""The word lists of page furniture, read from vocabulary.txt."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def rows_under(heading: str) -> tuple[str, ...]:
    """Give the rows that stand under a heading."""
    rows, here = [], False
    for line in Path(__file__).with_name("vocabulary.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            here = line == f"[{heading}]"
        elif here and line:
            rows.append(line)
    return tuple(rows)


def words_under(heading: str) -> frozenset[str]:
    """Give the words that stand under a heading."""
    return frozenset(word for row in rows_under(heading) for word in row.split())
