"""Generic word lists of English news: nothing here names anybody of any case."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Read a list of words that white space separates."""
    return frozenset(text.split())
