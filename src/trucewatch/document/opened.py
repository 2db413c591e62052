"""Open a capture: its characters, and whether they are a page of HTML or plain text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from trucewatch.core.document import Capture, Warning
from trucewatch.core.errors import DocumentError
from trucewatch.core.limits import DOCUMENT_CHARACTERS
from trucewatch.document.decode import charset_in, decode, replace_surrogates


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The characters of a capture; `html` tells a page from plain text."""

    characters: str
    html: bool
    warnings: tuple[Warning, ...] = ()


def open_capture(capture: Capture) -> Opened:
    """Decode a capture; DocumentError if its bytes are no text, or more text than is read."""
    if capture.media == "json":
        opened = _open_line(capture.content)
    elif capture.media == "html":
        characters, warnings = decode(capture.content, charset_in(capture.content))
        opened = Opened(characters=characters, html=True, warnings=warnings)
    else:
        characters, warnings = decode(capture.content)
        opened = Opened(characters=characters, html=False, warnings=warnings)
    if not opened.html:
        check_length(opened.characters)
    return opened


def check_length(text: str) -> None:
    """Raise DocumentError for a text above DOCUMENT_CHARACTERS."""
    if len(text) > DOCUMENT_CHARACTERS:
        limit = f"{DOCUMENT_CHARACTERS:,}"
        raise DocumentError(f"has {len(text):,} characters: at most {limit} are read")


def _open_line(content: bytes) -> Opened:
    held = _object_in(content)
    html = held.get("text") is None
    given = held.get("html") if html else held.get("text")
    if not isinstance(given, str):
        raise DocumentError("is a JSON object without `text` or `html`")
    if "\x00" in given:
        raise DocumentError("is binary: it holds NUL characters")
    characters, warnings = replace_surrogates(given)
    return Opened(characters=characters, html=html, warnings=warnings)


def _object_in(content: bytes) -> dict[str, Any]:
    try:
        held = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise DocumentError("is not JSON in UTF-8") from None
    if not isinstance(held, dict):
        raise DocumentError("is not a JSON object")
    return held
