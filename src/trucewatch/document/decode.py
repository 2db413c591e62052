"""Bytes to characters: as marked, as declared, as UTF-8, else detected with a warning, or refused."""

from __future__ import annotations

import codecs
import re
from typing import Final

from trucewatch.core.document import Warning
from trucewatch.core.errors import DocumentError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABELS: Final[dict[str, str]] = {
    # What pages declare and browsers take it to mean (WHATWG Encoding): latin-1 is windows-1252.
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "windows-1252"), "cp1252"),
    **dict.fromkeys(("cp1252", "x-cp1252", "iso-8859-15", "l1"), "cp1252"),
    **dict.fromkeys(("windows-1250", "cp1250", "x-cp1250"), "cp1250"),
    **dict.fromkeys(("windows-1251", "cp1251", "x-cp1251"), "cp1251"),
    **dict.fromkeys(("windows-1253", "cp1253"), "cp1253"),
    **dict.fromkeys(("windows-1254", "cp1254", "iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("windows-1255", "cp1255"), "cp1255"),
    **dict.fromkeys(("windows-1256", "cp1256", "x-cp1256"), "cp1256"),
    **dict.fromkeys(("windows-1257", "cp1257"), "cp1257"),
    **dict.fromkeys(("iso-8859-2", "latin2"), "iso8859_2"),
    **dict.fromkeys(("iso-8859-5",), "iso8859_5"),
    **dict.fromkeys(("iso-8859-6", "arabic"), "iso8859_6"),
    **dict.fromkeys(("iso-8859-7", "greek"), "iso8859_7"),
    **dict.fromkeys(("iso-8859-8", "hebrew"), "iso8859_8"),
    **dict.fromkeys(("koi8-r", "koi8", "koi"), "koi8_r"),
    **dict.fromkeys(("koi8-u",), "koi8_u"),
    **dict.fromkeys(("ibm866", "cp866"), "cp866"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-jp", "x-euc-jp"), "euc_jp"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "windows-949"), "cp949"),
}
_DETECTED: Final = sorted({*_LABELS.values()})
_DECLARED = re.compile(
    rb"<meta\s[^>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{2,40})"
    rb"|<\?xml\s[^>]{0,100}?encoding\s{0,5}=\s{0,5}[\"']([A-Za-z0-9_:.-]{2,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN: Final = 4096
_HIGH = re.compile(rb"[\x80-\xff]+")
_FEW: Final = 0.1
"""Western pages have few letters beyond ASCII; the alphabets of the East are all beyond it."""
_SPOILED: Final = 20
"""With so many sound letters beyond ASCII for each spoiled byte, a page in UTF-8 is one still."""
_SPOILED_ANYWAY: Final = 3
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def charset_in(content: bytes) -> str | None:
    """Give the charset that a page declares of itself near its start, in lower case."""
    declared = _DECLARED.search(content[:_DECLARED_WITHIN])
    if declared is None:
        return None
    return (declared.group(1) or declared.group(2)).decode("ascii").lower()


def decode(content: bytes, declared: str | None = None) -> tuple[str, tuple[Warning, ...]]:
    """Give the characters of `content`, without a byte order mark, and what was doubtful.

    A mark decides; then what is UTF-8 is UTF-8; then `declared`, then what is detected. Nothing is
    replaced in silence. DocumentError for what has no reading, and for NUL, which no text holds.
    """
    text, warnings = _decode(content, declared)
    if "\x00" in text:
        raise DocumentError("is binary: it holds NUL characters")
    return text, warnings


def _decode(content: bytes, declared: str | None) -> tuple[str, tuple[Warning, ...]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _marked(content[len(mark) :], encoding), ()
    label = (declared or "").strip().lower()
    codec = _LABELS.get(label)
    try:
        # Letters of another encoding form valid UTF-8 by chance only in a text of a few of them.
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(content, label, codec)
    if codec and not content.isascii():
        return text, (_doubt(f"declared {label}, but its bytes are UTF-8: read as UTF-8"),)
    return text, ()


def _marked(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(f"is marked {encoding}, but is not at byte {error.start}") from None


def _not_utf8(content: bytes, label: str, codec: str | None) -> tuple[str, tuple[Warning, ...]]:
    if codec:
        try:
            return content.decode(codec), ()
        except UnicodeDecodeError:
            pass
    mended = _mend_utf8(content)
    if mended:
        return mended
    encoding = _western(content) or _detect(content)
    if encoding is None:
        raise DocumentError("is in no encoding that can be told", mend="Save it again in UTF-8")
    said = f"declared {label}, but is not" if label else "declares no encoding and is not UTF-8"
    return content.decode(encoding), (_doubt(f"{said}: read as {encoding}, a guess"),)


def _mend_utf8(content: bytes) -> tuple[str, tuple[Warning, ...]] | None:
    """Read UTF-8 with a few spoiled bytes, each shown as U+FFFD and counted in a warning."""
    text = content.decode("utf-8", "replace")
    spoiled = text.count("\ufffd") - content.count("\ufffd".encode())
    sound = sum(map(len, _HIGH.findall(content))) - 3 * spoiled
    if sound <= 3 * spoiled or (spoiled > _SPOILED_ANYWAY and sound < _SPOILED * spoiled):
        return None
    message = f"{spoiled} spoiled bytes of UTF-8 are shown as U+FFFD"
    return text, (Warning(code="bytes_replaced", message=message),)


def _western(content: bytes) -> str | None:
    high = sum(map(len, _HIGH.findall(content)))
    if high > _FEW * len(content):
        return None
    try:
        content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return "cp1252"


def _detect(content: bytes) -> str | None:
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    best = from_bytes(content[: 1 << 16], cp_isolation=_DETECTED).best()
    if best is None:
        return None
    try:
        content.decode(best.encoding)
    except UnicodeDecodeError:
        return None
    return best.encoding


def _doubt(message: str) -> Warning:
    return Warning(code="encoding_doubtful", message=message)


def replace_surrogates(text: str) -> tuple[str, tuple[Warning, ...]]:
    """Put U+FFFD for each lone surrogate, one for one: offsets stay. With a warning that counts."""
    if text.isascii() or not _SURROGATE.search(text):
        return text, ()
    clean, count = _SURROGATE.subn("\ufffd", text)
    noun = "lone surrogate" if count == 1 else "lone surrogates"
    message = f"{count} {noun}, which no text can hold, shown as U+FFFD"
    return clean, (Warning(code="surrogates_replaced", message=message),)
