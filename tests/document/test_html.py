from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from document.pages import PARAGRAPHS, TITLE, a_page
from trucewatch.core.errors import DocumentError
from trucewatch.document.html import Article, article_from_html

CLAIM = "The southern side shelled the village of Karm with heavy guns on Sunday night, killing ten people."


def paragraphs(article: Article) -> list[str]:
    return [block.span.text for block in article.blocks if block.kind == "paragraph"]


def test_an_article_is_title_empty_line_paragraphs() -> None:
    article = article_from_html(a_page())
    assert article.text == "\n\n".join((TITLE, *PARAGRAPHS))
    assert [block.kind for block in article.blocks] == ["title", *["paragraph"] * 3]
    assert article.title == TITLE
    assert all(block.span.proves_itself(article.text) for block in article.blocks)


@pytest.mark.parametrize(
    "within",
    [
        f"<figure><img src='a.jpg' alt='{CLAIM}'><figcaption>{CLAIM}</figcaption></figure>",
        f"<p style='display:none'>{CLAIM}</p>",
        f"<p style='color:red; DISPLAY : none !important'>{CLAIM}</p>",
        f"<p style='visibility:hidden'>{CLAIM}</p>",
        f"<p style='font-size:0'>{CLAIM}</p>",
        f"<p style='opacity:0.0'>{CLAIM}</p>",
        f"<div style='position:absolute;left:-9999px'><p>{CLAIM}</p></div>",
        f"<p hidden>{CLAIM}</p>",
        f"<style>.x {{display: none}}</style><p class='y x'>{CLAIM}</p>",
        f"<style>@media print {{.z {{color:red}}}} #x, .k {{visibility:hidden}}</style><p id='x'>{CLAIM}</p>",
        f"<!-- {CLAIM} -->",
        f"<template><p>{CLAIM}</p></template>",
        f"<noscript><p>{CLAIM}</p></noscript>",
        f"<script>document.write('{CLAIM}')</script>",
        "<div class='related'><h3>Related stories</h3><ul><li><a href='/k'>Karm shelled</a></li></ul></div>",
        "<p>Read more: <a href='/k'>Karm shelled, ten dead</a></p>",
        "<p><a href='/k'>READ ALSO: Karm shelled, ten dead</a></p>",
        "<p>FILE PHOTO: Guns that shelled Karm in 2019. WIRE/Ada Rook</p>",
        "<table><tr><td>Karm</td><td>shelled</td></tr></table>",
        "<div class='social'><a href='#'>Share on Facebook</a></div>",
        f"<h1>{TITLE}</h1>",
    ],
)
def test_what_is_not_the_article_is_not_in_its_text(within: str) -> None:
    assert paragraphs(article_from_html(a_page(within=within))) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "after",
    [
        f"<div id='comments' class='comments'><p>{CLAIM}</p></div>",
        f"<aside><h3>Most read</h3><p>{CLAIM}</p></aside>",
        "<p>© 2020 Example Daily. All rights reserved.</p>",
    ],
)
def test_what_follows_the_article_is_not_in_its_text(after: str) -> None:
    assert paragraphs(article_from_html(a_page(after=after))) == list(PARAGRAPHS)


def test_what_only_print_hides_is_read() -> None:
    page = a_page(
        within=f"<style>@media print {{.x {{display:none}}}}</style><p class='x'>{CLAIM}</p>"
    )
    assert CLAIM in paragraphs(article_from_html(page))


def test_a_standfirst_is_read_and_a_subhead_is_not() -> None:
    page = a_page(within="<h3>The bridge in the north</h3>").replace(
        "</h1>", "</h1><h2>Observers say that neither side has moved its guns</h2>"
    )
    article = article_from_html(page)
    assert paragraphs(article)[1:] == list(PARAGRAPHS)
    assert [b.span.text for b in article.blocks if b.kind == "furniture"] == [
        "The bridge in the north"
    ]


def test_a_standfirst_without_a_verb_is_read() -> None:
    page = a_page().replace(
        "</h1>", "</h1><h2>Two sides, one bridge and six guns in their old place</h2>"
    )
    assert paragraphs(article_from_html(page))[0].startswith("Two sides")


def test_a_subhead_that_asks_is_not_read() -> None:
    page = a_page(within="<h3>What will the two sides do with their guns now?</h3>")
    assert paragraphs(article_from_html(page)) == list(PARAGRAPHS)


def test_a_list_within_the_article_is_read_and_one_below_it_is_not() -> None:
    page = a_page(within="<ul><li>Karm, hit twice</li><li>Velin, hit once</li></ul>")
    assert paragraphs(article_from_html(page))[1:3] == ["Karm, hit twice", "Velin, hit once"]
    page = a_page().replace("</article>", "<ul><li>Bridge at Karm shut</li></ul></article>")
    assert paragraphs(article_from_html(page)) == list(PARAGRAPHS)


def test_what_a_style_shows_elsewhere_is_read() -> None:
    style = "<style>.tab{display:none} .tab.on{display:block}</style>"
    page = a_page(within=f"{style}<div class='tab on'><p>{CLAIM}</p></div>")
    assert CLAIM in paragraphs(article_from_html(page))


def test_what_is_most_of_the_page_is_revealed_by_its_scripts() -> None:
    page = a_page(
        head="<style>.wait{visibility:hidden}</style>",
        within=f"<p>{CLAIM} {'So it goes. ' * 200}</p>",
    )
    page = page.replace("<article>", "<div class='wait'><article>").replace(
        "</article>", "</article></div>"
    )
    assert PARAGRAPHS[0] in paragraphs(article_from_html(page))


@pytest.mark.parametrize("error", [ValueError, AttributeError, KeyError, RecursionError, TypeError])
def test_what_the_extractor_raises_is_our_error(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error("x")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    with pytest.raises(DocumentError, match="extractor"):
        article_from_html(a_page())


def test_lists_are_read() -> None:
    page = a_page(
        within="<p>Shells hit these places:</p><ul><li>Karm, twice</li><li>Velin</li></ul>"
    )
    assert paragraphs(article_from_html(page))[1:4] == [
        "Shells hit these places:",
        "Karm, twice",
        "Velin",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "",
        " ",
        "<html></html>",
        "<html><body></body></html>",
        "<html><body><p></p></body></html>",
        "<html><head><title>Guns</title></head><body><nav>Home</nav></body></html>",
        "<!-- guns -->",
        "<?xml version='1.0'?>",
    ],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(DocumentError):
        article_from_html(page)


@pytest.mark.parametrize("depth", [249, 300, 5000, 100_000])
def test_deep_nesting_is_refused_never_shortened(depth: int) -> None:
    page = a_page(within="<div>" * depth + CLAIM + "</div>" * depth)
    with pytest.raises(DocumentError, match=r"nested|whole"):
        article_from_html(page)


@pytest.mark.parametrize("depth", [10, 100, 200])
def test_nesting_within_bounds_loses_nothing(depth: int) -> None:
    page = a_page(within="<div>" * depth + f"<p>{CLAIM}</p>" + "</div>" * depth)
    assert paragraphs(article_from_html(page)) == [PARAGRAPHS[0], CLAIM, *PARAGRAPHS[1:]]


@pytest.mark.parametrize(
    "page",
    [
        a_page().replace("</p>", ""),
        a_page().replace("</article>", "").replace("</body></html>", ""),
        a_page().replace('<html lang="en">', "<html xmlns='http://www.w3.org/1999/xhtml'>"),
        "<?xml version='1.0' encoding='windows-1251'?>" + a_page(),
        a_page(within="<p></div></span><b><i></p>"),
        a_page(within=f"<p {'a' * 100_000}='1'></p>"),
        a_page(within=f"<p data-x='{'y' * 1_000_000}'></p>"),
        a_page(head=f"<style>{'{' * 100_000}</style>"),
        a_page(head=f"<style>{'.a{display:none}' * 20_000}</style>"),
        a_page(head="<script type='application/ld+json'>" + "[" * 100_000 + "</script>"),
        a_page(head=f"<meta property='og:title' content='{'x ' * 100_000}'>"),
        a_page(within="\u202e\u200f\u2066"),
        a_page(within="<b hidden></b>\x0c\x1f\x01&#12a&#x1f;&#0;&#11;\ufffe"),
        a_page(head=f"<script>if(i<n && {'a b ' * 5000}) x()</script>"),
        a_page(head=f"<!-- a <b {'c ' * 5000} -->"),
        a_page(head=f'<meta name=“x” content=y" /><script>{"a b " * 5000}</script>'),
    ],
)
def test_broken_and_huge_pages_are_read(page: str) -> None:
    joined = " ".join(article_from_html(page).text.split())
    for paragraph in PARAGRAPHS:
        assert paragraph in joined


def test_too_many_elements_are_refused() -> None:
    with pytest.raises(DocumentError, match="elements"):
        article_from_html(a_page(within="<b></b>" * 51_000))


@pytest.mark.parametrize(
    "tag",
    [
        "<p" + "".join(f" a{n}" for n in range(20_000)) + "></p>",
        "<p" + "".join(f" a{n}=''" for n in range(20_000)) + "></p>",
        '<p a="<"' + "".join(f" a{n}=1" for n in range(20_000)),
        "<p" + "".join(f"/a{n}=1" for n in range(20_000)) + ">",
    ],
)
def test_too_many_attributes_are_refused(tag: str) -> None:
    with pytest.raises(DocumentError, match="attributes"):
        article_from_html(a_page(within=tag))


def test_plaintext_hides_nothing_silently() -> None:
    page = f"<html><body><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><plaintext>{CLAIM}</body></html>"
    try:
        article = article_from_html(page)
    except DocumentError:
        return
    assert "shelled the village" in article.text or PARAGRAPHS[0] in article.text


MARKUP = """
<p> </p> <div> </div> <table><tr><td> <ul><li> <b> </b < & &#0; &#xD800; <!-- --> <![CDATA[ <?x
<script> </script> <textarea> <select> <svg> <math> <plaintext> <template> </html> <h1>
<body/style='display:none'>
"""
TAGS = st.sampled_from([*MARKUP.split(), CLAIM, *PARAGRAPHS])


@settings(max_examples=60)
@given(st.lists(st.one_of(TAGS, st.text(max_size=20)), max_size=25))
def test_any_page_is_read_or_refused(parts: list[str]) -> None:
    page = "".join(parts).encode("utf-8", "replace").decode()
    try:
        article = article_from_html(page)
    except DocumentError:
        return
    assert all(block.span.proves_itself(article.text) for block in article.blocks)
