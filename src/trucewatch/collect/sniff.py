"""Tell from the bytes what they are: a page, plain text, or nothing that is read here."""

from __future__ import annotations

import codecs
import re
from typing import Final, Literal

from trucewatch.core.errors import CaptureError

_FIRST_BYTES: Final = 4096

_SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"PK\x03\x04", "a zip archive or office document: unpack it, or save it as text"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "compressed (gzip): unpack it first"),
    (b"BZh", "compressed (bzip2): unpack it first"),
    (b"\xfd7zXZ\x00", "compressed (xz): unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed (zstd): unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it first"),
    (b"Rar!\x1a\x07", "a rar archive: unpack it first"),
    (b"\x89PNG\r\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF87a", "an image"),
    (b"GIF89a", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"RIFF", "an image, sound or film"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"\xd0\xcf\x11\xe0", "an office document: save it as text"),
    (b"{\\rtf", "an office document (RTF): save it as text"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"WARC/", "a web archive (WARC), which is not read yet: save the pages one by one"),
)
_NOT_ARTICLES: Final = {
    ".csv": "a table, not an article: a table about articles is given with --index",
    ".tsv": "a table, not an article: a table about articles is given with --index",
    ".json": "JSON: give one object a line in a file whose name ends in .jsonl",
    ".geojson": "a map, not an article",
    ".yaml": "settings, not an article",
    ".yml": "settings, not an article",
    ".js": "a script, not an article",
    ".css": "a style sheet, not an article",
    ".eml": "a mail message: save the article in it as text",
    ".mht": "a page saved as a mail message: save it as a single .html file",
    ".mhtml": "a page saved as a mail message: save it as a single .html file",
}
_TEXT_NAMES: Final = frozenset({".txt", ".text", ".md"})
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_PAGE_START = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s{0,50})?(?:<!--[^>]{0,2000}-->\s{0,50})?"
    rb"<(?:!doctype\s{1,9}html|html|head|body|meta|title|article)\b",
    re.IGNORECASE,
)
_FEED_START = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s{0,50})?(?:<!--[^>]{0,2000}-->\s{0,50})?<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE,
)
_TAG = re.compile(
    rb"<(?:/?(?:p|div|br|span|h[1-6]|td|li|article|section|main)\b|a\s)", re.IGNORECASE
)
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROLS_ALLOWED: Final = 0.01


def media_of(content: bytes, suffix: str) -> Literal["html", "text"]:
    """Tell a page from plain text by the bytes; the name's suffix is only a hint.

    CaptureError says what else the bytes are: empty, binary, an archive, an image, a feed, a table.
    """
    if not content.strip():
        raise CaptureError("is empty")
    _refuse_others(content, suffix.lower())
    start = _plain_start(content)
    if _FEED_START.match(start):
        raise CaptureError("is a feed, which is not read yet: save its pages one by one")
    if _PAGE_START.match(start):
        return "html"
    if suffix.lower() in _TEXT_NAMES:
        return "text"
    return "html" if _TAG.search(_plain(content)) else "text"


def _refuse_others(content: bytes, suffix: str) -> None:
    first = content[:_FIRST_BYTES]
    if b"%PDF-" in first[:1024]:
        raise CaptureError("is a PDF, which is not read yet: save its text")
    for signature, what in _SIGNATURES:
        if first.startswith(signature):
            raise CaptureError(f"is {what}")
    if b"\x00" in content and not content.startswith(_WIDE):
        raise CaptureError("is binary: it holds NUL bytes")
    sample = content[: 16 * _FIRST_BYTES]
    wide = content.startswith(_WIDE)
    if not wide and len(_CONTROL.findall(sample)) > _CONTROLS_ALLOWED * len(sample):
        raise CaptureError("is binary: it holds control characters")
    if suffix in _NOT_ARTICLES:
        raise CaptureError(f"is {_NOT_ARTICLES[suffix]}")


def _plain(content: bytes) -> bytes:
    """Make tags in UTF-16 visible as ASCII; other encodings in use keep them so."""
    return content.replace(b"\x00", b"") if content.startswith(_WIDE) else content


def _plain_start(content: bytes) -> bytes:
    start = _plain(content[:_FIRST_BYTES])
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        start = start.removeprefix(mark)
    return start.lstrip()
