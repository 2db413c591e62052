"""Figures of English news: numbers with bound, unit, what they count, and which days they speak of.

A vague plural is read as the least it can mean: dozens 24, scores 40, hundreds 200, thousands
2,000, tens of thousands 20,000, several and a few 3. Shares are percent: half 50, a third 33.33.
"""

from __future__ import annotations

from trucewatch.extract.figures.finder import find_figures
from trucewatch.extract.figures.parts import warn_of_sums

__all__ = ["find_figures", "warn_of_sums"]
