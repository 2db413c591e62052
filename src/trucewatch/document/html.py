"""Find the article in a page of HTML: its title, an empty line, its paragraphs."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from trucewatch.core.document import Block, Warning
from trucewatch.core.errors import DocumentError
from trucewatch.document.headline import key_of
from trucewatch.document.lines import lines_of
from trucewatch.document.metadata import Metadata, metadata_of
from trucewatch.document.plain import lay_out
from trucewatch.document.roles import role_of
from trucewatch.document.tree import Element, drop_unseen, parse, walk

_BLOCKS: Final = frozenset(
    {
        "body",
        "p",
        "head",
        "item",
        "list",
        "quote",
        "table",
        "row",
        "cell",
        "div",
        "code",
        "lb",
        "ab",
    }
)
_FOREIGN: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What the libraries behind have been seen to raise, or may, on pages made to break them."""
_AROUND: Final = 40
"""So many lines after the headline are searched for the day of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The article of a page: its text, the blocks of it, and what the page says of itself.

    `around` is the page's text about the headline, where dates of publication stand.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    metadata: Metadata
    around: str
    warnings: tuple[Warning, ...] = ()


def article_from_html(html: str, url: str | None = None) -> Article:
    """Find the article of a page; `url` helps to tell its parts.

    DocumentError for a page that cannot be read whole, or that holds no article.
    """
    tree = parse(html)
    metadata = metadata_of(tree)
    drop_unseen(tree)
    around = _around(tree, metadata.title)
    pieces = list(_pieces(_extract(tree, url)))
    kept = [piece for piece in pieces if _is_article(piece.words, metadata.title)]
    if not any(piece.kind != "head" for piece in kept):
        raise DocumentError("holds no article that can be found", mend="Give its text instead")
    text, starts = _compose(kept, metadata.title)
    layout = lay_out(text, title=metadata.title)
    blocks = _sure(layout.blocks, starts)
    return Article(
        text=text,
        blocks=blocks,
        title=layout.title,
        metadata=metadata,
        around=around,
        warnings=layout.warnings,
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the article as the page marks it: `p`, `head`, `item`, `quote` ..."""

    kind: str
    words: str


def _extract(tree: Element, url: str | None) -> Element | None:
    """Find the article's elements; None if there are none."""
    import trafilatura  # slow to import

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    given: dict[str, Any] = {
        "url": url,
        "include_comments": False,
        "include_tables": False,
        "include_formatting": False,
        "with_metadata": False,
    }
    for precise in (True, False):  # where precision finds nothing there may still be an article
        try:
            found: Any = trafilatura.bare_extraction(tree, favor_precision=precise, **given)
        except _FOREIGN as error:
            raise DocumentError(f"cannot be read: the extractor failed ({error!r:.100})") from None
        if found is not None and found.body is not None:
            return found.body
    return None


def _pieces(body: Element | None) -> Iterator[_Piece]:
    """Yield the article's stretches in order: blocks end them, what stands within a line does not."""
    if body is None:
        return
    words: list[str] = []
    kinds = ["body"]
    for event, element in walk(body):
        block = element.tag in _BLOCKS
        if block:
            yield from _piece(words, kinds[-1])
            if event == "start":
                kinds.append(str(element.tag))
            else:
                kinds.pop()
        words.append((element.text if event == "start" else element.tail) or "")
    yield from _piece(words, "body")


def _piece(words: list[str], kind: str) -> Iterator[_Piece]:
    whole = " ".join("".join(words).split())
    words.clear()
    if whole:
        yield _Piece(kind, whole)


def _is_article(words: str, title: str | None) -> bool:
    """Tell whether a stretch is the article's, and not furniture, a caption or the title again."""
    if title and key_of(words) == key_of(title):
        return False
    lines = lines_of(words)
    return bool(lines) and role_of(lines[0]) in ("sentence", "short")


def _compose(pieces: list[_Piece], title: str | None) -> tuple[str, dict[int, str]]:
    """Put title and stretches together; give the text, and what begins at which place of it."""
    starts: dict[int, str] = {}
    parts = [title] if title else []
    place = len(title) + 2 if title else 0
    for piece in pieces:
        starts[place] = piece.kind
        parts.append(piece.words)
        place += len(piece.words) + 2
    return "\n\n".join(parts), starts


def _sure(blocks: tuple[Block, ...], starts: dict[int, str]) -> tuple[Block, ...]:
    """Take the page's own word for it where it marks a stretch as a heading or as part of a list."""
    prose = [block.span.start for block in blocks if block.kind == "paragraph"]
    plain = [start for start in prose if starts.get(start) == "p"]
    first, last = min(plain, default=0), max(prose, default=0)
    sure: list[Block] = []
    for block in blocks:
        marked = starts.get(block.span.start)
        if marked == "head":
            block = _heading(block, standfirst=block.span.start < first)
        elif marked in ("item", "quote") and block.kind == "furniture":
            block = _listed(block, sure, inside=block.span.start < last)
        sure.append(block)
    return tuple(sure)


def _heading(block: Block, *, standfirst: bool) -> Block:
    """Read a heading above the first paragraph as the standfirst it is, no other but the title."""
    if block.kind == "paragraph" and not standfirst:
        return Block(kind="furniture", span=block.span)
    if block.kind == "caption" and standfirst:
        return Block(kind="paragraph", span=block.span)
    return block


def _listed(block: Block, before: list[Block], *, inside: bool) -> Block:
    """Read the items of a list; one below the last paragraph is the site's, unless a colon opens it."""
    opened = (
        bool(before) and before[-1].kind == "paragraph" and before[-1].span.text[-1] not in ".!?"
    )
    return Block(kind="paragraph", span=block.span) if inside or opened else block


def _around(tree: Element, title: str | None) -> str:
    """Give the visible lines from the headline on, where a page states when it was published."""
    body = tree.find("body")
    lines = []
    for words in (tree if body is None else body).itertext():
        line = " ".join(words.split())
        if line:
            lines.append(line)
    key = key_of(title or "")
    first = next((place for place, line in enumerate(lines) if key and key_of(line) == key), 0)
    return "\n".join(lines[first : first + _AROUND])
