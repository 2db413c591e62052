"""Make strangers' words safe for each place they are written to; nothing else may do so."""

from __future__ import annotations

import html
import unicodedata
from typing import Final
from urllib.parse import urlsplit

_FORMULA: Final = tuple("=+-@\t\r\n\0＝＋－＠")
_KEPT_CONTROLS: Final = frozenset("\n")
_BIDI: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def for_terminal(words: str) -> str:
    """Show control characters and direction marks as symbols: no words may steer a terminal."""
    if words.isascii() and words.isprintable():
        return words
    return "".join(_shown(character) for character in words)


def _shown(character: str) -> str:
    if character in _KEPT_CONTROLS:
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0x80 <= code < 0xA0 or character in _BIDI or unicodedata.category(character) == "Cs":
        return "\ufffd"
    return character


def on_one_line(words: str) -> str:
    """Show words on one line of a terminal."""
    return for_terminal(" ".join(words.split()))


def for_csv(cell: str) -> str:
    """Keep a spreadsheet from running a cell: what would begin a formula gets an apostrophe.

    Source: OWASP ASVS 1.2.10.
    """
    cell = cell.replace("\0", "\u2400")
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def for_html(words: str) -> str:
    """Escape words for HTML text and quoted attributes; controls are shown as symbols."""
    return html.escape(for_terminal(words), quote=True)


def link(url: str | None) -> str | None:
    """Give a URL that may be linked (http or https, without control characters), else None."""
    if url is None or not url.isprintable() or any(mark in url for mark in '<>" `{}|\\^'):
        return None
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None
