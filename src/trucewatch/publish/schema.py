"""The JSON Schemas (draft 2020-12) of the outputs that scripts may rely on."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Final

from trucewatch.core.errors import InputError

SCHEMAS: Final = ("reading", "board", "why", "whole")
"""The outputs whose form is promised."""


def schema(name: str) -> dict[str, Any]:
    """Give the schema of an output; InputError where none of that name is promised."""
    if name not in SCHEMAS:
        raise InputError(f"there is no schema {name!r}", mend=f"There are {', '.join(SCHEMAS)}")
    text = files("trucewatch.publish").joinpath("schemas", f"{name}.json").read_bytes()
    loaded: dict[str, Any] = json.loads(text)
    return loaded
