"""Parse a page into its tree of elements, whole or not at all, and take out what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from trucewatch.core.errors import DocumentError
from trucewatch.core.limits import ELEMENT_DEPTH

Element: TypeAlias = Any
"""An `lxml.html.HtmlElement`: lxml says nothing of its types."""

_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]"
    r"|&#(?:0{0,9}(?:[0-8]|1[124-9]|2\d|3[01]|127)(?!\d)"
    r"|[xX]0{0,9}(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF])(?![\da-fA-F]));?"
)
"""Characters that no tree of elements can hold, written or spelt out."""
_ELEMENTS: Final = 50_000
"""News pages have some thousands of elements; above this the extractor behind takes minutes."""
_ATTRIBUTES: Final = 500
"""The parser compares each attribute of an element with all before it."""
_TAG = re.compile(r"<!--|<[a-zA-Z](?:[^>=]|=\s{0,99}(?:\"[^\"]*\"|'[^']*')?)*+")
_RAW = re.compile(r"<(script|style|textarea|title|xmp|iframe|noembed|noframes)\b", re.IGNORECASE)
_QUOTED = re.compile(r"=\s{0,99}(?:\"[^\"]*\"|'[^']*')")
_BRACES = re.compile(r"[{}]")
_SIMPLE = re.compile(r"[.#][\w-]{1,80}\Z")
_NAMES = re.compile(r"[.#][\w-]{1,80}")
_STYLES: Final = 400_000
_REVEALED: Final = 1500
"""What the style sheet hides, is this long and is most of the page, a script reveals on loading."""
_UNSEEN_STYLE = re.compile(
    r"(?:^|[;{\s])(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}(?:hidden|collapse)"
    r"|opacity\s{0,5}:\s{0,5}0?\.?0{1,3}(?![\d.])|font-size\s{0,5}:\s{0,5}0(?:px|em|rem|pt|%)?\s{0,5}(?:[;!}]|\Z)"
    r"|(?:text-indent|left|top|right)\s{0,5}:\s{0,5}-\d{3,6})",
    re.IGNORECASE,
)
_DISPLAY = re.compile(r"(?:^|[;{\s])display\s{0,5}:\s{0,5}(?!none)[a-z]", re.IGNORECASE)
_UNSEEN_TAGS: Final = ("script", "style", "noscript", "template", "iframe", "object", "svg", "math")
_CAPTIONS: Final = ("figcaption", "figure")


def parse(html: str) -> Element:
    """Parse a page; DocumentError where the parser would drop text: nested too deep, or too large."""
    etree, lxml_html = _lxml()
    html = _CONTROLS.sub(" ", html)
    _check_attributes(html)
    parser = lxml_html.HTMLParser(encoding="utf-8")
    try:
        tree = lxml_html.document_fromstring(html.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(f"cannot be parsed as HTML: {error}") from None
    for entry in parser.error_log:
        message = entry.message.lower()
        if "depth" in message or "huge" in message or "memory" in message:
            raise DocumentError(
                f"is nested too deep or too large to be read whole: {entry.message}"
            )
    _check_size(tree)
    return tree


def walk(tree: Element) -> Iterator[tuple[str, Element]]:
    """Yield ("start", element) and ("end", element) through the tree, in the order of the page."""
    etree, _ = _lxml()
    yield from etree.iterwalk(tree, events=("start", "end"))


def _lxml() -> tuple[Any, Any]:
    from lxml import etree, html  # type: ignore[import-untyped]  # slow: not at start-up

    return etree, html


def _check_attributes(html: str) -> None:
    """Count the attributes of each tag, in one pass that steps over comments and scripts."""
    place = 0
    while found := _TAG.search(html, place):
        place = found.end()
        if found.group() == "<!--":
            place = html.find("-->", place)
        elif found.end() - found.start() > _ATTRIBUTES:
            _check_tag(found.group())
        raw = _RAW.match(found.group())
        if raw:
            close = re.compile(f"</{raw.group(1)}", re.IGNORECASE).search(html, place)
            place = close.start() if close else -1
        if place < 0:
            return


def _check_tag(tag: str) -> None:
    if len(_QUOTED.sub("= ", tag).replace("/", " ").split()) > _ATTRIBUTES:
        raise DocumentError("has an element with hundreds of attributes: it is no page of news")


def _check_size(tree: Element) -> None:
    depth = count = 0
    for event, _ in walk(tree):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > ELEMENT_DEPTH:
            raise DocumentError(f"is nested deeper than {ELEMENT_DEPTH} elements")
        if count > _ELEMENTS:
            raise DocumentError(f"has more than {_ELEMENTS:,} elements: it is no page of news")


def drop_unseen(tree: Element) -> None:
    """Take out what a reader does not see, and captions; the text after each stays."""
    unseen = [element for element in tree.iter() if _is_unseen(element)]
    hidden = _hidden_by_style(tree)
    if hidden:
        most = max(_REVEALED, len(tree.text_content()) // 2)
        named = [element for element in tree.iter() if _is_named(element, hidden)]
        unseen += [element for element in named if len(element.text_content()) < most]
    for element in unseen:
        if element.getparent() is not None and element.tag != "body":
            try:
                element.drop_tree()
            except ValueError:
                raise DocumentError("holds characters that no page can hold") from None


def _is_unseen(element: Element) -> bool:
    if not isinstance(element.tag, str):
        return True
    if element.tag in _UNSEEN_TAGS:
        return True
    if element.tag in _CAPTIONS:
        return element.tag == "figcaption" or not element.xpath(".//p[2]|.//p[string-length()>300]")
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    style = element.get("style")
    return bool(style and _UNSEEN_STYLE.search(style[:2000]))


def _is_named(element: Element, hidden: frozenset[str]) -> bool:
    if not isinstance(element.tag, str):
        return False
    names = [f".{name}" for name in (element.get("class") or "")[:2000].split()]
    return not hidden.isdisjoint([*names, f"#{element.get('id') or ''}"])


def _hidden_by_style(tree: Element) -> frozenset[str]:
    """Give the classes and ids that the page's own styles hide, and show nowhere else."""
    hidden: set[str] = set()
    shown: set[str] = set()
    for style in tree.iter("style"):
        for selectors, rule in _rules((style.text or "")[:_STYLES]):
            parts = [part.strip() for part in selectors.split(",")]
            if _UNSEEN_STYLE.search(rule):
                hidden.update(part for part in parts if _SIMPLE.match(part))
            elif _DISPLAY.search(rule):
                shown.update(name for part in parts for name in _NAMES.findall(part))
    return frozenset(hidden - shown)


def _rules(style: str) -> list[tuple[str, str]]:
    """Give the rules that stand alone, not those for print or small screens ("@media")."""
    rules, depth, start, opened = [], 0, 0, 0
    for brace in _BRACES.finditer(style):
        if brace.group() == "{":
            depth += 1
            opened = brace.end() if depth == 1 else opened
            continue
        depth = max(0, depth - 1)
        if depth == 0:
            selectors = style[start : max(start, opened - 1)].strip()
            start = brace.end()
            if "@" not in selectors:
                rules.append((selectors, style[opened : brace.start()][:4000]))
    return rules
