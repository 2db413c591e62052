"""What bears on what (rule 5): from a reading to findings."""

from __future__ import annotations

from trucewatch.judge.bearing.bear import bear

__all__ = ["bear"]
