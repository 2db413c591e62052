from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.errors import DocumentError
from trucewatch.document.decode import charset_in, decode, replace_surrogates

WESTERN = "The observers said “four guns” stay – near the café at Velin. " * 4
RUSSIAN = "Наблюдатели сообщили, что четыре орудия остаются у деревни на берегу реки. " * 4
ARABIC = "قال المراقبون إن أربعة مدافع بقيت قرب القرية على ضفة النهر يوم الاثنين. " * 4


@pytest.mark.parametrize("text", ["guns stay", WESTERN, RUSSIAN, ARABIC, "銃は残る", "\U0001f6d1"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_utf8_is_read_as_it_is(text: str, mark: bytes) -> None:
    assert decode(mark + text.encode()) == (text, ())


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, encoding: str) -> None:
    assert decode(mark + RUSSIAN.encode(encoding), "windows-1251") == (RUSSIAN, ())


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (WESTERN, "cp1252", "windows-1252"),
        (WESTERN, "cp1252", "ISO-8859-1"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp1251", " Windows-1251 "),
        (ARABIC, "cp1256", "windows-1256"),
        ("銃は川のそばに残る", "shift_jis", "shift_jis"),
    ],
)
def test_what_is_declared_is_believed(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), declared) == (text, ())


@pytest.mark.parametrize("declared", ["utf-8", None, "no-such-charset", "utf-7"])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [(WESTERN, "cp1252"), (RUSSIAN, "koi8-r"), (RUSSIAN, "cp1251"), (ARABIC, "cp1256")],
)
def test_what_is_declared_wrongly_is_detected_with_a_warning(
    text: str, encoding: str, declared: str | None
) -> None:
    read, warnings = decode(text.encode(encoding), declared)
    assert read == text
    assert [warning.code for warning in warnings] == ["encoding_doubtful"]


def test_utf8_declared_as_something_else_is_utf8_with_a_warning() -> None:
    text, warnings = decode(WESTERN.encode(), "iso-8859-1")
    assert text == WESTERN
    assert [warning.code for warning in warnings] == ["encoding_doubtful"]


def test_a_few_spoiled_bytes_are_shown_and_counted() -> None:
    spoiled = RUSSIAN.encode()[:-4] + b"\xd0"
    text, warnings = decode(spoiled, "utf-8")
    assert text.count("\ufffd") == 1
    assert [warning.code for warning in warnings] == ["bytes_replaced"]


@pytest.mark.parametrize(
    ("content", "declared"),
    [
        (b"guns\x00stay", None),
        (codecs.BOM_UTF16_LE + b"a", None),
        (codecs.BOM_UTF8 + b"\xff\xfe", None),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", None),
        (bytes(range(1, 256)) * 3, "utf-8"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, declared: str | None) -> None:
    with pytest.raises(DocumentError):
        decode(content, declared)


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META CHARSET=Windows-1251>", "windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><html>', "iso-8859-1"),
        (b"<html><head>", None),
        (b" " * 5000 + b'<meta charset="utf-8">', None),
        (b"<meta " + b"a" * 100_000, None),
    ],
)
def test_the_charset_that_a_page_declares(page: bytes, charset: str | None) -> None:
    assert charset_in(page) == charset


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    text, warnings = replace_surrogates("a\ud800b\udfffc")
    assert text == "a\ufffdb\ufffdc"
    assert [warning.code for warning in warnings] == ["surrogates_replaced"]


@given(st.text(alphabet=st.characters()))
def test_replacing_surrogates_keeps_offsets_and_is_done_once(text: str) -> None:
    clean, _ = replace_surrogates(text)
    assert len(clean) == len(text)
    assert replace_surrogates(clean) == (clean, ())
    clean.encode()


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "koi8-r", "gbk", "utf-7", "x"]))
def test_any_bytes_are_read_or_refused(content: bytes, declared: str | None) -> None:
    try:
        text, _ = decode(content, declared)
    except DocumentError:
        return
    text.encode()
    assert "\x00" not in text
