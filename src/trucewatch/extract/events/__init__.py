"""What a text reports to happen, by rules and cue lists: triggers, parties, places, reality."""

from __future__ import annotations

from trucewatch.extract.events.find import find_events

__all__ = ["find_events"]
