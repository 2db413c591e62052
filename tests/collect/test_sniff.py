from __future__ import annotations

import codecs

import pytest

from trucewatch.collect.sniff import media_of
from trucewatch.core.errors import CaptureError

TEXT = b"Guns stay at the Velin crossing.\n"
PAGE = b"<!DOCTYPE html><html><body><p>Guns stay.</p></body></html>"


@pytest.mark.parametrize(
    ("content", "suffix", "media"),
    [
        (TEXT, ".txt", "text"),
        (TEXT, ".text", "text"),
        (TEXT, ".md", "text"),
        (TEXT, "", "text"),
        (TEXT, ".html", "text"),
        (PAGE, ".html", "html"),
        (PAGE, ".htm", "html"),
        (PAGE, ".xhtml", "html"),
        (PAGE, ".txt", "html"),
        (PAGE, "", "html"),
        (PAGE, ".asp", "html"),
        (b"\xef\xbb\xbf \n" + PAGE, ".HTML", "html"),
        (b"<?xml version='1.0'?>\n<html>", ".xml", "html"),
        (b"<!-- saved -->\n<HTML>", "", "html"),
        (b"<p>Guns stay.</p>", ".html", "html"),
        (b"<p>Guns stay.</p>", "", "html"),
        (b"The sign < and <p> in a text.", ".txt", "text"),
        (codecs.BOM_UTF16_LE + PAGE.decode().encode("utf-16-le"), ".html", "html"),
        (codecs.BOM_UTF16_LE + TEXT.decode().encode("utf-16-le"), ".txt", "text"),
        ("Пушки".encode("koi8-r"), ".txt", "text"),
        ("مدافع".encode(), "", "text"),
    ],
)
def test_pages_and_texts(content: bytes, suffix: str, media: str) -> None:
    assert media_of(content, suffix) == media


@pytest.mark.parametrize(
    ("content", "suffix", "reason"),
    [
        (b"", ".txt", "empty"),
        (b" \n\t ", ".txt", "empty"),
        (b"%PDF-1.7\n", ".txt", "PDF"),
        (b"\n%PDF-1.7\n", ".pdf", "PDF"),
        (b"PK\x03\x04guns", ".docx", "zip"),
        (b"\x1f\x8b\x08guns", ".html", "gzip"),
        (b"BZh9guns", ".txt", "bzip2"),
        (b"\x89PNG\r\n\x1a\n", ".html", "image"),
        (b"\xff\xd8\xff\xe0", ".txt", "image"),
        (b"GIF89a", "", "image"),
        (b"RIFF....WEBP", "", "image"),
        (b"\xd0\xcf\x11\xe0", ".doc", "office"),
        (b"{\\rtf1 guns", ".rtf", "office"),
        (b"\x7fELF", "", "program"),
        (b"WARC/1.0\r\n", ".warc", "web archive"),
        (b"guns\x00stay", ".txt", "NUL"),
        (PAGE + b"\x00", ".html", "NUL"),
        (b"\x01\x02\x03guns", ".txt", "control"),
        (b"<?xml version='1.0'?><rss version='2.0'>", ".xml", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "", "feed"),
        (b"file,outlet\n", ".csv", "--index"),
        (b"{}", ".json", ".jsonl"),
        (b"From: a\nMIME-Version: 1.0\n", ".mhtml", "mail"),
        (b"a: 1", ".yaml", "settings"),
    ],
)
def test_what_is_refused_and_why(content: bytes, suffix: str, reason: str) -> None:
    with pytest.raises(CaptureError, match=reason):
        media_of(content, suffix)
