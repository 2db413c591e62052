"""A capture into a document: the article's text, outlet, title, day of publication, language."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.document import Block, Capture, Document, Warning
from trucewatch.core.errors import DocumentError
from trucewatch.document.html import article_from_html
from trucewatch.document.language import language_of
from trucewatch.document.metadata import Metadata
from trucewatch.document.notices import notices_in
from trucewatch.document.opened import check_length, open_capture
from trucewatch.document.outlet import (
    host_of,
    outlet_by_name,
    outlet_by_url,
    outlet_in_furniture,
)
from trucewatch.document.plain import lay_out
from trucewatch.document.published import published_in

_ID: Final = 16
_READ: Final = "en"
_LANGUAGE_SAMPLE: Final = 3000
_SAME: Final = timedelta(days=1)
"""Two statements of one day may differ by a time zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What was found in a capture; `about` is laid out text in which a publication day may stand."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    about: tuple[Block, ...]
    metadata: Metadata
    warnings: tuple[Warning, ...]


def read_document(capture: Capture, case: Case, *, captured: date) -> Document:
    """Read a capture; what the caller gave of it goes before what the page says of itself.

    `captured` is the day on which it came, where the capture does not say. What stays unknown is
    None with a warning that names the option to give it. DocumentError if there is no article.
    """
    page = _page(capture)
    url = capture.url or page.metadata.url
    warnings = [*page.warnings, *notices_in(page.blocks)]
    outlet = _outlet(capture, case, page, url, warnings)
    published = _published(capture, page, warnings)
    language = _language(page, warnings)
    return Document(
        id=_id(capture, outlet, url, published),
        text=page.text,
        blocks=page.blocks,
        title=page.title,
        outlet=outlet,
        url=url,
        published=published,
        captured=capture.captured or captured,
        language=language,
        warnings=tuple(warnings),
    )


def _id(capture: Capture, outlet: str | None, url: str | None, published: date | None) -> str:
    named = (capture.sha256, outlet or "", url or "", published.isoformat() if published else "")
    return hashlib.sha256("\n".join(named).encode("utf-8", "replace")).hexdigest()[:_ID]


def _page(capture: Capture) -> _Page:
    opened = open_capture(capture)
    page = (
        _html_page(opened.characters, capture, opened.warnings)
        if opened.html
        else _plain_page(opened.characters, capture, opened.warnings)
    )
    check_length(page.text)
    if not _holds_article(page.blocks):
        raise DocumentError("holds no article that can be found")
    return page


def _html_page(html: str, capture: Capture, warnings: tuple[Warning, ...]) -> _Page:
    article = article_from_html(html, capture.url)
    return _Page(
        text=article.text,
        blocks=article.blocks,
        title=article.title or capture.title,
        about=lay_out(article.around, title=article.title).blocks,
        metadata=article.metadata,
        warnings=warnings + article.warnings,
    )


def _plain_page(text: str, capture: Capture, warnings: tuple[Warning, ...]) -> _Page:
    layout = lay_out(text, title=capture.title)
    blocks = layout.blocks
    if not _holds_article(blocks):
        blocks = tuple(map(_as_paragraph, blocks))
        if _holds_article(blocks):
            message = "no line of the text looks like an article's: all of it is read"
            warnings = (*warnings, Warning(code="no_article_lines", message=message))
    return _Page(
        text=text,
        blocks=blocks,
        title=layout.title,
        about=layout.blocks,
        metadata=Metadata(),
        warnings=warnings + layout.warnings,
    )


def _holds_article(blocks: tuple[Block, ...]) -> bool:
    return any(block.kind in ("title", "paragraph") for block in blocks)


def _as_paragraph(block: Block) -> Block:
    """Read a line that holds a word: who gives a text of captions alone wants them read."""
    worded = any(map(str.isalpha, block.span.text))
    return replace(block, kind="paragraph") if worded else block


def _outlet(
    capture: Capture, case: Case, page: _Page, url: str | None, warnings: list[Warning]
) -> str | None:
    """Give the outlet as the case names it; else the name as found; else None."""
    known = outlet_by_name(case, capture.outlet) if capture.outlet else None
    known = known or (outlet_by_url(case, url) if url else None)
    if known:
        return known
    known = outlet_by_name(case, page.metadata.site) if page.metadata.site else None
    if known is None and capture.outlet is None and url is None:
        furniture = (block.span.text for block in page.blocks if block.kind == "furniture")
        known = outlet_in_furniture(case, furniture)
    if known:
        message = f"the outlet is taken from the page itself: {case.outlets.name(known)}"
        warnings.append(Warning(code="outlet_from_page", message=message))
        return known
    name = capture.outlet or page.metadata.site or (host_of(url) if url else None)
    warnings.append(_unknown_outlet(name))
    return name


def _unknown_outlet(name: str | None) -> Warning:
    if name:
        message = f"the case does not know the outlet {name!r}: it counts as unknown"
        return Warning(code="outlet_not_in_case", message=message)
    message = "nothing says which outlet published this: give it with --outlet"
    return Warning(code="outlet_unknown", message=message)


def _published(capture: Capture, page: _Page, warnings: list[Warning]) -> date | None:
    """Give the day of publication: as given, as the page's metadata or its text states it."""
    stated = next(_stated(page), None)
    if capture.published:
        if stated and abs(stated[0] - capture.published) > _SAME:
            message = f"given as published {capture.published}, but {stated[1].message}"
            warnings.append(Warning(code="published_differs", message=message))
        return capture.published
    if stated is None:
        message = "nothing says when this was published: give it with --published"
        warnings.append(Warning(code="published_unknown", message=message))
        return None
    warnings.append(stated[1])
    return stated[0]


def _stated(page: _Page) -> Iterator[tuple[date, Warning]]:
    """Yield the day that the page states of itself, and a warning that says where from."""
    days = page.metadata.published
    if days:
        day, where = min(days)
        message = f"the page says it was published {day}: {where}"
        if max(days)[0] - day > _SAME:
            message += f"; {max(days)[1]} says {max(days)[0]}"
        yield day, Warning(code="published_from_page", message=message)
    found = published_in(page.about)
    if found:
        message = f"the text says it was published {found.day}: {found.how} {found.span.text!r}"
        span = found.span if page.about is page.blocks else None
        yield found.day, Warning(code="published_from_text", message=message, span=span)


def _language(page: _Page, warnings: list[Warning]) -> str | None:
    words: list[str] = []
    size = 0
    for block in page.blocks:
        if block.kind in ("title", "paragraph") and size < _LANGUAGE_SAMPLE:
            words.append(block.span.text[:_LANGUAGE_SAMPLE])
            size += len(words[-1])
    language = language_of(" ".join(words))
    if language is None:
        message = "the language could not be told: read as English"
        warnings.append(Warning(code="language_unknown", message=message))
    elif language != _READ:
        message = f"written in {language}: nothing was read; only English is read yet"
        warnings.append(Warning(code="language_not_read", message=message))
    return language
