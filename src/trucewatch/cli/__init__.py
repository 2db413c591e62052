"""The commands: one thin function a verb, each loaded only when it is called."""

from __future__ import annotations

from trucewatch.cli.main import main

__all__ = ["main"]
