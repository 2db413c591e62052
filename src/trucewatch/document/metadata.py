"""What a page says of itself in its own metadata: title, site, address, language, publication."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from trucewatch.core.folding import key_of
from trucewatch.core.limits import FIRST_YEAR, LAST_YEAR
from trucewatch.document.tree import Element

_PUBLISHED: Final = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "publish-date",
    "publish_date",
    "published_time",
    "publication_date",
    "publicationdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "article.published",
    "article:create",
    "cxenseparse:recs:publishtime",
)
_SITE: Final = ("og:site_name", "application-name", "twitter:app:name:iphone")
_ASIDE: Final = frozenset(
    {
        "haspart",
        "itemlistelement",
        "relatedlink",
        "mentions",
        "subjectof",
        "video",
        "image",
        "comment",
    }
)
_JSON_BYTES: Final = 500_000
_JSON_STEPS: Final = 20_000
_DAY = re.compile(r"\s{0,3}(\d{4})-(\d{2})-(\d{2})(?!\d)")
_PARTS = re.compile(r"\s{1,3}[|–—»·-]{1,2}\s{1,3}")
_EARLIEST: Final = 1990
"""No page of the web is older: an earlier date is a default of the site's software."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page states; `published` holds each day with the place that states it, best first."""

    title: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    published: tuple[tuple[date, str], ...] = ()


def metadata_of(tree: Element) -> Metadata:
    """Read a page's metadata; nothing is guessed from its address, its text or its images."""
    metas = _metas(tree)
    linked = list(_linked_data(tree))
    site = next((metas[name] for name in _SITE if metas.get(name)), None)
    return Metadata(
        title=_title(tree, metas, linked, site),
        site=site,
        url=_address(tree, metas),
        language=(tree.get("lang") or "").split("-")[0].lower() or None,
        published=tuple(_published(tree, metas, linked)),
    )


def _metas(tree: Element) -> dict[str, str]:
    """Give the page's meta elements by name in small letters; the first of each counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = " ".join((meta.get("content") or "")[:2000].split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _linked_data(tree: Element) -> Iterator[dict[str, Any]]:
    """Yield the objects of the page's JSON-LD that are not about something else on it."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            waiting = [json.loads((script.text or "")[:_JSON_BYTES], strict=False)]
        except (ValueError, RecursionError):
            continue
        steps = 0
        while waiting and steps < _JSON_STEPS:
            steps += 1
            item = waiting.pop(0)
            if isinstance(item, dict):
                yield item
                waiting += [inside for key, inside in item.items() if key.lower() not in _ASIDE]
            elif isinstance(item, list):
                waiting += item


def _title(
    tree: Element, metas: dict[str, str], linked: list[dict[str, Any]], site: str | None
) -> str | None:
    """Give the headline that a reader sees, told from the site's name by what else names the page."""
    headline = next((item["headline"] for item in linked if _is_words(item.get("headline"))), "")
    named = metas.get("og:title") or headline or metas.get("twitter:title") or _head_title(tree)
    headings = [" ".join(heading.text_content()[:1000].split()) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    known = set(named.lower().split())
    fitting = [heading for heading in headings if _shared(heading, known)]
    if fitting:
        return max(fitting, key=lambda heading: len(known & set(heading.lower().split())))
    if not named and len(headings) == 1:
        return headings[0]
    return _without_site(named, site) or None


def _shared(heading: str, known: set[str]) -> bool:
    words = set(heading.lower().split())
    return bool(known) and len(words & known) * 2 >= len(words)


def _head_title(tree: Element) -> str:
    title = next(tree.iter("title"), None)
    return "" if title is None else " ".join((title.text or "")[:1000].split())


def _without_site(title: str, site: str | None) -> str:
    """Take the site's name off the end of a title: "Headline | Site"."""
    parts = _PARTS.split(title)
    cut = _PARTS.search(title)
    if len(parts) < 2 or cut is None:
        return title
    last = parts[-1]
    if (site and key_of(last) == key_of(site)) or (not site and len(last.split()) <= 3):
        return title[: title.rindex(last)].rstrip(" |–—»·-")
    return title


def _address(tree: Element, metas: dict[str, str]) -> str | None:
    links = [link for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for url in [*(link.get("href") or "" for link in links), metas.get("og:url", "")]:
        if url.startswith(("http://", "https://")):
            return url[:2000]
    return None


def _published(
    tree: Element, metas: dict[str, str], linked: list[dict[str, Any]]
) -> Iterator[tuple[date, str]]:
    """Yield what the page's linked data and its meta elements state; only without them, its marks."""
    dates = (item["datePublished"] for item in linked if item.get("datePublished"))
    stated = list(_dated(next(dates, None), "JSON-LD datePublished"))
    named = (metas[name] for name in _PUBLISHED if name in metas)
    stated += _dated(next(named, None), "meta element")
    if stated:
        yield from stated
        return
    marked = tree.xpath("//*[@itemprop='datePublished' or @pubdate]")
    days = [day for element in marked for day in _dated(_when(element), "itemprop datePublished")]
    if len(set(days)) == 1:
        yield days[0]
    elif not days:
        yield from _timed(tree)


def _when(element: Element) -> str | None:
    stated: str | None = element.get("datetime") or element.get("content")
    return stated


def _timed(tree: Element) -> Iterator[tuple[date, str]]:
    """Give the first <time> after the headline that does not tell of an update."""
    for element in tree.xpath("(//h1)[1]/following::time[@datetime][position()<4]"):
        about = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
        if "modif" not in about and "updat" not in about:
            yield from _dated(element.get("datetime"), "<time> after the headline")
            return


def _dated(words: object, where: str) -> Iterator[tuple[date, str]]:
    found = _DAY.match(words) if isinstance(words, str) else None
    if found is None:
        return
    year, month, day = map(int, found.groups())
    if max(_EARLIEST, FIRST_YEAR) <= year <= LAST_YEAR:
        try:
            yield date(year, month, day), where
        except ValueError:
            return


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
