from __future__ import annotations

from datetime import date

import pytest

from document.pages import TITLE, a_page
from trucewatch.document.metadata import metadata_of
from trucewatch.document.tree import parse

DAY = date(2020, 3, 2)


def linked(words: str) -> str:
    return f'<script type="application/ld+json">{words}</script>'


@pytest.mark.parametrize(
    ("head", "days"),
    [
        (linked('{"@type":"NewsArticle","datePublished":"2020-03-02T14:20:00+03:00"}'), [DAY]),
        (linked('{"@graph":[{"@type":"WebPage"},{"datePublished":"2020-03-02"}]}'), [DAY]),
        (linked('{"mainEntity":{"datePublished":"2020-03-02"}}'), [DAY]),
        (linked('{"itemListElement":[{"datePublished":"2020-03-02"}]}'), []),
        (linked('{"dateModified":"2024-03-02"}'), []),
        (linked('{"datePublished":"1970-01-01"}'), []),
        (linked('{"datePublished":"2020-02-31"}'), []),
        (linked('{"datePublished":20200302}'), []),
        (linked('{"datePublished":"2020-03-02'), []),
        ('<meta property="article:published_time" content="2020-03-02T00:10:00Z">', [DAY]),
        ('<meta name="pubdate" content="2020-03-02">', [DAY]),
        ('<meta property="article:modified_time" content="2020-03-02">', []),
        ('<meta name="date" content="2020-03-02">', []),
        (
            linked('{"datePublished":"2024-05-05"}')
            + '<meta property="article:published_time" content="2020-03-02">',
            [date(2024, 5, 5), DAY],
        ),
    ],
)
def test_the_day_of_publication_in_the_head(head: str, days: list[date]) -> None:
    assert [day for day, _ in metadata_of(parse(a_page(head=head))).published] == days


@pytest.mark.parametrize(
    ("within", "days"),
    [
        ("<time datetime='2020-03-02T14:20'>2 March</time>", [DAY]),
        ("<time itemprop='datePublished' datetime='2020-03-02'>2 March</time>", [DAY]),
        ("<meta itemprop='datePublished' content='2020-03-02'>", [DAY]),
        ("<time class='updated' datetime='2020-03-02'>2 March</time>", []),
        ("<time itemprop='dateModified' datetime='2020-03-02'>2 March</time>", []),
        (
            "<b itemprop='datePublished' content='2020-03-02'></b><b itemprop='datePublished' content='2020-03-09'></b>",
            [],
        ),
        ("<p>© 2020</p>", []),
    ],
)
def test_the_day_of_publication_in_the_body(within: str, days: list[date]) -> None:
    assert [day for day, _ in metadata_of(parse(a_page(within=within))).published] == days


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (a_page(), TITLE),
        (a_page().replace("<h1>", "<h2>").replace("</h1>", "</h2>"), TITLE),
        (a_page(before="<h1>Example Daily</h1>"), TITLE),
        (a_page(head=f'<meta property="og:title" content="{TITLE} and Karm">'), TITLE),
        ("<html><body><h1> A  gun </h1></body></html>", "A gun"),
        ("<html><body><p>x</p></body></html>", None),
        ("<html><head><title>Guns - Example Daily</title></head></html>", "Guns"),
        ("<html><head><title>Guns</title></head></html>", "Guns"),
    ],
)
def test_the_title(page: str, title: str | None) -> None:
    assert metadata_of(parse(page)).title == title


def test_site_address_and_language() -> None:
    head = '<meta property="og:site_name" content="Example Daily"><link rel="canonical" href="https://example.org/a">'
    metadata = metadata_of(parse(a_page(head=head)))
    assert (metadata.site, metadata.url, metadata.language) == (
        "Example Daily",
        "https://example.org/a",
        "en",
    )


def test_an_address_that_is_none_is_none() -> None:
    head = '<link rel="canonical" href="javascript:alert(1)">'
    assert metadata_of(parse(a_page(head=head))).url is None
