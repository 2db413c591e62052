"""What a text reports to happen, by rules and cue lists: triggers, parties, places, reality."""

from __future__ import annotations

from trucewatch.extract.events.find import ToldLine, find_events, read_lines
from trucewatch.extract.events.found import Found

__all__ = ["Found", "ToldLine", "find_events", "read_lines"]
