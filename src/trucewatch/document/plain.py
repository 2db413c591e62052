"""Find the title and the paragraphs in a page's text as a reader would copy it.

The text is never changed: every block is a span of it, and what is no title and no paragraph is
marked as furniture or caption. Evidence is read only where it is sure to be the article's own: a
line in doubt between a caption and a sentence without a full stop counts as a caption.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from trucewatch.core.document import Block, Warning
from trucewatch.core.span import Span
from trucewatch.document.edges import lead_in, lead_out
from trucewatch.document.headline import find_title, is_standfirst, key_of, tells
from trucewatch.document.lines import Line, lines_of
from trucewatch.document.marks import warnings_of
from trucewatch.document.roles import Role, roles_of

Kind = Literal["title", "paragraph", "furniture", "caption"]
_BULLETS: Final = tuple("-–—•*▪●·■►✔")
_QUOTES: Final = '"“”«»„'
_LISTED_WORDS: Final = 2
_DOUBLED_WORDS: Final = 8
_LEAD_WORDS: Final = 12
"""The first paragraph has as many words: shorter sentences above it may be the site's."""
_DATED_LINES: Final = 2
"""Only so many paragraphs may have a date of publication glued before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The blocks of a text in its order, the title's words, and what a reader should know."""

    blocks: tuple[Block, ...]
    title: str | None
    warnings: tuple[Warning, ...]


def blocks_of(text: str, *, title: str | None = None) -> tuple[Block, ...]:
    """Give the blocks of a text, in order, none overlapping; `title` helps to find its line."""
    return lay_out(text, title=title).blocks


def lay_out(text: str, *, title: str | None = None) -> Layout:
    """Find title, paragraphs, captions and furniture of a text; `title` is what a caller gave."""
    lines = lines_of(text)
    kinds = _kinds(lines, roles_of(lines), title)
    doubled = _drop_doubled(lines, kinds)
    blocks = tuple(_blocks(text, lines, kinds))
    found = next((block.span.text for block in blocks if block.kind == "title"), title)
    named = " ".join((found or "").split()) or None
    return Layout(blocks=blocks, title=named, warnings=warnings_of(text, blocks, named, doubled))


def _kinds(lines: list[Line], roles: list[Role], given: str | None) -> list[Kind]:
    prose = [place for place, role in enumerate(roles) if role == "sentence"]
    lead = _lead(lines, roles, prose)
    title = find_title(lines, roles, lead, given)
    kinds: list[Kind] = [_kind(role) for role in roles]
    last = prose[-1] if prose else lead
    for place in range(len(lines)):
        if place == title:
            kinds[place] = "title"
        elif place < lead and roles[place] == "sentence":
            kinds[place] = "furniture" if title is not None and place < title else "paragraph"
        elif place < lead and roles[place] == "short":
            kinds[place] = _head_kind(lines, place, title)
        elif roles[place] == "short":
            before = lines[place - 1], kinds[place - 1]
            kinds[place] = _body_kind(lines[place], *before, inside=place < last)
    return kinds


def _lead(lines: list[Line], roles: list[Role], prose: list[int]) -> int:
    """Give the place of the first paragraph; a text without prose has its last line as one."""
    if prose:
        return next((place for place in prose if lines[place].count >= _LEAD_WORDS), prose[0])
    shorts = [place for place, role in enumerate(roles) if role in ("short", "credited")]
    if not shorts:
        return len(lines)
    lead = shorts[0] if len(shorts) == 1 else shorts[1]
    for place in shorts:
        if place >= lead:
            roles[place] = "sentence"
    return lead


def _kind(role: Role) -> Kind:
    if role == "sentence":
        return "paragraph"
    return "caption" if role in ("caption", "credited") else "furniture"


def _head_kind(lines: list[Line], place: int, title: int | None) -> Kind:
    """Tell what a line without an end mark above the first paragraph is."""
    if title is None or place < title:
        return "furniture"
    line = lines[place]
    if key_of(line.words) == key_of(lines[title].words):
        return "furniture"
    return "paragraph" if is_standfirst(line) else "caption"


def _body_kind(line: Line, before: Line, kind_before: Kind, *, inside: bool) -> Kind:
    """Tell what a line without an end mark below the first paragraph is."""
    words = line.words
    if words[-1] == ":" and inside:
        return "paragraph"
    listed = words.startswith(_BULLETS) or words[0].isdigit()
    after_item = kind_before == "paragraph" and not before.ended
    if listed and line.count > _LISTED_WORDS and (inside or after_item):
        return "paragraph"
    if after_item and inside:
        return "paragraph"
    quoted = words[0] in _QUOTES and (words[-1] in _QUOTES or tells(line, least=1))
    return "paragraph" if inside and (quoted or tells(line)) else "furniture"


def _drop_doubled(lines: list[Line], kinds: list[Kind]) -> tuple[Span, ...]:
    """Take the second of two equal paragraphs for furniture; give the spans of those."""
    seen: set[str] = set()
    doubled = []
    for place, line in enumerate(lines):
        if kinds[place] != "paragraph" or line.count < _DOUBLED_WORDS:
            continue
        key = " ".join(line.words.lower().split())
        if key in seen:
            kinds[place] = "furniture"
            doubled.append(Span(line.start, line.end, line.words))
        seen.add(key)
    return tuple(doubled)


def _blocks(text: str, lines: list[Line], kinds: list[Kind]) -> Iterator[Block]:
    paragraphs = 0
    for line, kind in zip(lines, kinds, strict=True):
        if kind != "paragraph":
            yield Block(kind=kind, span=Span(line.start, line.end, line.words))
            continue
        paragraphs += 1
        first = line.start + (lead_in(line.words) if paragraphs <= _DATED_LINES else 0)
        last = line.end if line.ended else line.start + lead_out(line.words)
        yield from _split(text, line, first, last)


def _split(text: str, line: Line, first: int, last: int) -> Iterator[Block]:
    """Yield the paragraph from `first` to `last` and what of its line stands before and after it."""
    if first > line.start:
        yield _block(text, "furniture", line.start, first)
    yield _block(text, "paragraph", first, last)
    if last < line.end:
        yield _block(text, "furniture", last, line.end)


def _block(text: str, kind: Kind, start: int, end: int) -> Block:
    """Cut a block, without the blanks at its edges."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Block(kind=kind, span=Span.cut(text, start, start + len(words.strip())))
