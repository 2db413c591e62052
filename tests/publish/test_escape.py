"""Strangers' words, made safe for each place they are written to."""

from __future__ import annotations

import csv
import html
import io
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.publish.escape import for_csv, for_html, for_terminal, link, on_one_line

TEXTS = st.text(st.characters(), max_size=60)
HOSTILE = st.text(
    alphabet="\x00\x07\x1b[]m\x9b\x7f\u202e\u2066\u200f\ud800<>&\"'=+-@\t\r\n；＝a ", max_size=30
)
ANY = st.one_of(TEXTS, HOSTILE)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain words, “quoted” — né 🕊", "plain words, “quoted” — né 🕊"),
        ("two\nlines", "two\nlines"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("back\rover", "back␍over"),
        ("a\tb\0c\x7fd", "a␉b␀c␡d"),
        ("\x9b31m", "\ufffd31m"),
        ("abc\u202edcba", "abc\ufffddcba"),
        ("\u2066x\u2069\u200e\u061c", "\ufffdx\ufffd\ufffd\ufffd"),
        ("lone \ud800", "lone \ufffd"),
        ("", ""),
    ],
)
def test_no_words_steer_a_terminal(words: str, shown: str) -> None:
    assert for_terminal(words) == shown


@given(ANY)
def test_what_is_shown_holds_no_control_but_line_ends_and_says_the_same_twice(words: str) -> None:
    shown = for_terminal(words)
    kinds = {unicodedata.category(letter) for letter in shown.replace("\n", "")}
    assert not kinds & {"Cc", "Cs"}
    assert len(shown) == len(words)
    assert for_terminal(shown) == shown
    shown.encode()


@given(ANY)
def test_one_line_is_one(words: str) -> None:
    shown = on_one_line(words)
    assert len(shown.splitlines()) <= 1
    assert shown == shown.strip()
    assert "  " not in shown


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("words", "words"),
        ("", ""),
        ("2018-10-31", "2018-10-31"),
        ("=1+1", "'=1+1"),
        ("+31", "'+31"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1+1", "'  =1+1"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1+1", "'＝1+1"),
        ("a\0b", "a␀b"),
        ("'=1", "'=1"),
        ("say =1", "say =1"),
    ],
)
def test_no_cell_is_a_formula(cell: str, written: str) -> None:
    assert for_csv(cell) == written


@given(ANY)
def test_a_cell_comes_back_whole_but_for_the_apostrophe(cell: str) -> None:
    written = for_csv(cell)
    assert written.removeprefix("'").lstrip(" ")[:1] not in tuple("=+-@") or written[0] == "'"
    kept = cell.replace("\0", "␀")
    assert written in (kept, f"'{kept}")
    line = io.StringIO(newline="")
    csv.writer(line).writerow([written, "next"])
    assert next(csv.reader(io.StringIO(line.getvalue(), newline=""))) == [written, "next"]


@given(ANY)
def test_html_holds_no_mark_of_its_own_and_reads_back(words: str) -> None:
    written = for_html(words)
    assert not set("<>\"'") & set(written)
    assert html.unescape(written) == for_terminal(words)


@given(ANY)
def test_words_in_a_page_and_in_an_attribute_stay_words(words: str) -> None:
    found: list[tuple[str, object]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, attrs))

        def handle_data(self, data: str) -> None:
            found.append(("", data))

    reader = Reader(convert_charrefs=True)
    reader.feed(f'<p title="{for_html(words)}">{for_html(words)}</p>')
    reader.close()
    shown = for_terminal(words)
    assert found[0] == ("p", [("title", shown)])
    assert "".join(str(data) for tag, data in found[1:] if not tag) == shown


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/x?y=1&z=%20#w",
        "http://a.example",
        "http://a.example:8080/ü/文",
        "https://[::1]/x",
    ],
)
def test_addresses_of_the_web_are_linked(url: str) -> None:
    assert link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None, "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "ftp://a.example",
        "file:///x", "//a.example", "/x", "a.example", "https://", "https:///x", "http://a:b/x",
        "http://a.example:99999/", " https://a.example", "https://a.example/ x",
        "https://a.example/\n", "https://a.example/\x1b[31m", "https://a.example/\u202e",
        "https://a.example/<b>", 'https://a.example/"', "https://a.example/`", "http://[::1",
        "https://a.example/\\x", "https://a.example/{x}", "vbscript:x", "mailto:x@a.example",
    ],
)  # fmt: skip
def test_nothing_else_is_linked(url: str | None) -> None:
    assert link(url) is None


@given(st.one_of(ANY, ANY.map(lambda words: f"https://a.example/{words}")))
def test_what_is_linked_is_the_address_itself_in_printable_characters(url: str) -> None:
    linked = link(url)
    assert linked is None or (linked == url and url.isprintable() and '"' not in url)
