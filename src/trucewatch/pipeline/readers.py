"""Which reader reads: told once, and made anew in every process that reads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from trucewatch.extract.reader import Reader, RuleReader


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderChoice:
    """A reader as a user chooses it: trained, by the shipped model or one in a folder, or by rules alone.

    `threads` are those of one process; they change the speed, and nothing that is read.
    """

    model: Path | None = None
    threads: int = 1
    rules: bool = False

    def make(self) -> Reader:
        """Make the reader; ModelError where its model cannot be used."""
        return RuleReader() if self.rules else _trained(self.model, self.threads)


@lru_cache(maxsize=4)
def _trained(model: Path | None, threads: int) -> Reader:
    """Load a trained reader once in a process."""
    from trucewatch.extract.encoder.encoder import Encoder
    from trucewatch.extract.trained import TrainedReader

    return TrainedReader(Encoder.load(model, threads=threads))


USUAL = ReaderChoice()
"""The usual reader."""
