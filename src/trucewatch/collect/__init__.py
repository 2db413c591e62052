"""Bring bytes in, unchanged, with a receipt for each."""

from __future__ import annotations

from trucewatch.collect.json_lines import capture_of_line
from trucewatch.collect.sources import collect

__all__ = ["capture_of_line", "collect"]
