from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_case
from document.pages import PARAGRAPHS, TITLE, a_page
from trucewatch.core.case import Case
from trucewatch.core.document import Capture, Document
from trucewatch.core.errors import DocumentError, TrucewatchError
from trucewatch.core.limits import DOCUMENT_CHARACTERS
from trucewatch.core.outlet import Outlet, Outlets
from trucewatch.document import read_document

CAME = date(2020, 4, 1)
DAY = date(2020, 3, 2)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS))
OUTLETS = Outlets(
    by_id={"daily": Outlet(id="daily", name="Example Daily", domains=("daily.example",))}
)
CASE = replace(a_case(), outlets=OUTLETS)


def a_capture(content: str | bytes, media: Literal["html", "text", "json"], **more: Any) -> Capture:
    content = content.encode() if isinstance(content, str) else content
    digest = hashlib.sha256(content).hexdigest()
    return Capture(sha256=digest, content=content, source="x", media=media, **more)


def document(
    content: str | bytes, media: Literal["html", "text", "json"] = "text", **more: Any
) -> Document:
    case: Case = more.pop("case", CASE)
    return read_document(a_capture(content, media, **more), case, captured=CAME)


def codes(document: Document) -> list[str]:
    return [warning.code for warning in document.warnings]


def test_what_is_given_needs_no_warning() -> None:
    read = document(TEXT, outlet="daily", published=DAY, url="https://daily.example/a")
    assert read.text == TEXT
    assert (read.title, read.outlet, read.published, read.captured) == (TITLE, "daily", DAY, CAME)
    assert (read.language, read.url, read.warnings) == ("en", "https://daily.example/a", ())
    assert read.body().text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("end", ["\r\n\r\n", "\n\n\n", "\n"])
def test_a_text_is_never_changed(end: str) -> None:
    text = f" {end}\ufeff{TITLE}{end}" + end.join(PARAGRAPHS) + end
    line = json.dumps({"text": text})
    assert document(line, "json").text == text
    assert document(text).text == text


def test_the_captures_own_day_goes_before() -> None:
    assert document(TEXT, captured=DAY).captured == DAY


def test_the_id_follows_bytes_outlet_address_and_day() -> None:
    ids = {
        document(TEXT).id,
        document(TEXT, outlet="daily").id,
        document(TEXT, published=DAY).id,
        document(TEXT, url="https://other.example/a").id,
        document(f"{TEXT}\n").id,
    }
    assert len(ids) == 5
    assert all(len(one) == 16 for one in ids)
    assert document(TEXT).id == document(TEXT).id


def test_what_is_not_known_is_none_with_the_option_that_gives_it() -> None:
    read = document(TEXT)
    assert (read.outlet, read.published) == (None, None)
    assert codes(read) == ["outlet_unknown", "published_unknown"]
    messages = " ".join(warning.message for warning in read.warnings)
    assert "--outlet" in messages
    assert "--published" in messages


@pytest.mark.parametrize(
    ("more", "outlet", "code"),
    [
        ({"outlet": "Example daily"}, "daily", None),
        ({"outlet": "daily.example"}, "daily", None),
        ({"url": "https://www.daily.example/a"}, "daily", None),
        ({"outlet": "Other", "url": "https://daily.example/a"}, "daily", None),
        ({"outlet": "Other"}, "Other", "outlet_not_in_case"),
        ({"url": "https://www.other.example/a"}, "other.example", "outlet_not_in_case"),
        ({}, None, "outlet_unknown"),
    ],
)
def test_the_outlet(more: dict[str, Any], outlet: str | None, code: str | None) -> None:
    read = document(TEXT, published=DAY, **more)
    assert read.outlet == outlet
    assert codes(read) == ([code] if code else [])


def test_the_outlet_that_a_page_names_is_taken_with_a_warning() -> None:
    page = a_page(head='<meta property="og:site_name" content="Example Daily">')
    assert document(page, "html", published=DAY).outlet == "daily"
    assert codes(document(page, "html", published=DAY)) == ["outlet_from_page"]
    assert document(f"{TEXT}\n\n© 2020 Example Daily", published=DAY).outlet == "daily"


def test_the_day_that_a_page_states_is_taken_with_a_warning() -> None:
    head = '<meta property="article:published_time" content="2020-03-02T10:00:00Z">'
    read = document(a_page(head=head), "html", outlet="daily")
    assert (read.published, codes(read)) == (DAY, ["published_from_page"])


def test_an_update_years_later_is_not_the_day_of_publication() -> None:
    head = (
        '<script type="application/ld+json">{"datePublished":"2024-05-05"}</script>'
        '<meta property="article:published_time" content="2020-03-02">'
    )
    read = document(a_page(head=head), "html", outlet="daily")
    assert read.published == DAY
    assert "2024-05-05" in read.warnings[0].message


def test_the_day_that_a_text_states_is_taken_with_a_warning() -> None:
    text = f"{TITLE}\nPublished: 2 March 2020\n\n" + "\n\n".join(PARAGRAPHS)
    read = document(text, outlet="daily")
    assert (read.published, codes(read)) == (DAY, ["published_from_text"])
    span = read.warnings[0].span
    assert span is not None
    assert span.proves_itself(text)


def test_the_day_that_a_pages_text_states_is_taken_with_a_warning() -> None:
    page = a_page().replace("</h1>", "</h1><div>Mon Mar 2, 2020 02:33PM</div>")
    read = document(page, "html", outlet="daily")
    assert (read.published, codes(read)) == (DAY, ["published_from_text"])


def test_a_given_day_that_the_page_contradicts_is_kept_with_a_warning() -> None:
    text = f"{TITLE}\nPublished: 2 March 2020\n\n" + "\n\n".join(PARAGRAPHS)
    read = document(text, outlet="daily", published=date(2020, 3, 9))
    assert (read.published, codes(read)) == (date(2020, 3, 9), ["published_differs"])


ARABIC = (
    "أعلن المراقبون\n\n"
    + "قال المراقبون إن أربعة مدافع بقيت قرب القرية على ضفة النهر يوم الاثنين. " * 5
)


@pytest.mark.parametrize("content", [ARABIC, ARABIC.encode("utf-16")])
def test_another_language_is_a_document_with_a_warning(content: str | bytes) -> None:
    read = document(content, outlet="daily", published=DAY)
    assert read.language == "ar"
    assert "language_not_read" in codes(read)
    assert "written in ar: nothing was read" in read.warnings[-1].message


def test_a_page_in_arabic_is_a_document() -> None:
    body = "".join(f"<p>{ARABIC.splitlines()[-1]}</p>" for _ in range(3))
    page = f"<html lang='ar' dir='rtl'><body><article><h1>أعلن المراقبون</h1>{body}</article></body></html>"
    assert document(page, "html").language == "ar"


def test_the_title_given_beside_a_text() -> None:
    line = json.dumps({"text": PARAGRAPHS[0], "title": "Guns"})
    assert document(line, "json", title="Guns").title == "Guns"


def test_lone_surrogates_and_marks_of_direction_do_not_shift_offsets() -> None:
    text = f"\u202e{TITLE}\ud800\n\n{PARAGRAPHS[0]}\u200f\n\n{PARAGRAPHS[1]}"
    read = document(json.dumps({"text": text}), "json")
    assert read.text == text.replace("\ud800", "\ufffd")
    assert "surrogates_replaced" in codes(read)
    assert all(block.span.proves_itself(read.text) for block in read.blocks)


def test_html_in_a_line_is_read_as_a_page() -> None:
    assert document(json.dumps({"html": a_page()}), "json").text == TEXT


def test_a_page_in_another_encoding_is_read_as_declared() -> None:
    page = a_page(within="<p>“Guns” stay – café, the observers said on Monday in Velin.</p>")
    content = page.replace("utf-8", "windows-1252").encode("cp1252")
    assert "“Guns” stay – café" in document(content, "html").text


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (b"guns\x00stay", "text"),
        (b"<p>guns\x00stay</p>", "html"),
        (b'{"text":"guns\\u0000stay"}', "json"),
        (b"", "text"),
        (b" \n ", "text"),
        (b"12\n***", "text"),
        (b"", "html"),
        (b"{}", "json"),
        (b'{"text":1}', "json"),
        (b"[]", "json"),
        (b"{", "json"),
        (b"[" * 100_000, "json"),
        (b"\xff\xfe\x00", "json"),
        (b"<html></html>", "html"),
    ],
)
def test_what_holds_no_article_is_refused(
    content: bytes, media: Literal["html", "text", "json"]
) -> None:
    with pytest.raises(DocumentError):
        document(content, media)


@pytest.mark.parametrize(
    "text",
    [
        "Guns.",
        "He left",
        "x",
        "قصف",
        "Photo: observers count guns near Velin on Monday.",
        "Hide Caption 3 of 38 Photos: The river Soldiers cross near Velin.",
        "Image caption The observers counted four guns (Photo: Example Daily)",
        "Read more: guns stay",
        "By A. Writer",
        "March 2, 2020",
        "Photo: guns\n\n12\n\nPhoto: boats",
    ],
)
@pytest.mark.parametrize("media", ["text", "json"])
def test_a_text_that_is_given_is_read_however_short(
    text: str, media: Literal["text", "json"]
) -> None:
    read = document(json.dumps({"text": text}) if media == "json" else text, media)
    assert read.text == text
    kept = [block.span.text for block in read.read_blocks()]
    assert kept == [line for line in text.split("\n\n") if not line.isdigit()]


def test_where_all_of_a_text_is_read_a_warning_says_so() -> None:
    assert "no_article_lines" in codes(document("Photo: guns near Velin."))
    assert "no_article_lines" not in codes(document(PARAGRAPHS[0]))


def test_a_text_beyond_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(DocumentError, match=f"{DOCUMENT_CHARACTERS:,}"):
        document("guns stay " * (DOCUMENT_CHARACTERS // 10 + 1))


@settings(max_examples=100)
@given(st.binary(max_size=400), st.sampled_from(["text", "json"]))
def test_any_bytes_are_read_or_refused(content: bytes, media: Literal["text", "json"]) -> None:
    try:
        read = document(content, media)
    except TrucewatchError:
        return
    assert all(block.span.proves_itself(read.text) for block in read.blocks)
