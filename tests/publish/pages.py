"""A page as a browser takes it apart, and words that try to be more than words."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from trucewatch.publish.escape import link
from trucewatch.publish.page.style import POLICY, STYLE

ALLOWED = {
    "html": {"lang"},
    "head": set(),
    "meta": {"charset", "http-equiv", "content", "name"},
    "title": set(),
    "style": set(),
    "body": set(),
    "main": set(),
    "header": set(),
    "footer": set(),
    "section": set(),
    "article": {"class"},
    "div": {"class"},
    "h1": set(),
    "h2": set(),
    "h3": set(),
    "small": set(),
    "strong": set(),
    "em": {"class"},
    "p": {"class"},
    "span": {"class"},
    "code": set(),
    "q": {"dir", "lang"},
    "time": {"datetime"},
    "a": {"href", "rel"},
    "ul": {"class"},
    "ol": {"class"},
    "li": {"class", "id"},
    "table": {"class"},
    "thead": set(),
    "tbody": set(),
    "tr": {"class"},
    "th": {"scope", "class", "colspan"},
    "td": {"class", "colspan"},
}
"""The elements that a page may hold, and their attributes."""

VECTORS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "'><iframe srcdoc='<script>alert(1)</script>'>",
    '" onmouseover="alert(1)" x="',
    "` onmouseover=alert(1) `",
    "<!-- a comment",
    "--> no comment <!",
    "<![CDATA[ <b>bold</b> ]]>",
    "<?php system('x') ?>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62; &#x3c;b&#x3e; &amp;amp; &notit;",
    "<base href=https://evil.example/><meta http-equiv=refresh content='0;url=//evil.example'>",
    "<form action=//evil.example><input name=a>",
    "{{7*7}} ${7*7} <%= 7*7 %> {% raw %}",
    "javascript:alert(1)",
    "<math><mtext><table><mglyph><style><img src onerror=alert(1)>",
    "\u202eevil\u202c \u2066x\u2069 \u200f",
    "nul \0 bell \a escape \x1b[31m del \x7f c1 \x9b",
    "line\nbreak\r\nand tab\t",
    "\ud800 alone",
    "ﷺ 你好 🕊 مرحبا é",
    "plain words",
)

BAD_URLS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "ftp://files.example/",
    "//evil.example/",
    "https://",
    "http:///nowhere",
    "http://[::1",
    "https://a.example:port/",
    'https://a.example/"onmouseover="alert(1)',
    "https://a.example/<script>",
    "https://a.example/ x",
    "blob:https://a.example/1",
    "about:blank",
    "",
)
GOOD_URLS = (
    "https://a.example/",
    "http://a.example:8080/b?c=d&e='f'&amp;g=h#i",
    "https://a.example/%22%3E%3Cscript%3E",
    "https://пример.example/путь",
)


@dataclass
class Page(HTMLParser):
    """The elements, links and words of a page; complaints are gathered, not raised."""

    source: str
    words: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.source)
        self.close()
        if self.open:
            self.complaints.append(f"left open: {self.open}")

    @property
    def text(self) -> str:
        """All words of the page, without the style sheet."""
        return "".join(self.words)

    def handle_decl(self, decl: str) -> None:
        if decl != "DOCTYPE html":
            self.complaints.append(f"declaration {decl!r}")

    def unknown_decl(self, data: str) -> None:
        self.complaints.append(f"declaration {data!r}")

    def handle_pi(self, data: str) -> None:
        self.complaints.append(f"instruction {data!r}")

    def handle_comment(self, data: str) -> None:
        self.complaints.append(f"comment {data!r}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag not in ALLOWED:
            self.complaints.append(f"element {tag}")
        given = [name for name, _ in attrs]
        if len(set(given)) < len(given) or set(given) - ALLOWED.get(tag, set()):
            self.complaints.append(f"attributes of {tag}: {given}")
        if tag != "meta":
            self.open.append(tag)
        self._attributes(dict(attrs))

    def _attributes(self, given: dict[str, str | None]) -> None:
        policy = {"http-equiv": "Content-Security-Policy", "content": POLICY}
        if "http-equiv" in given and given != policy:
            self.complaints.append(f"meta {given}")
        if (identity := given.get("id")) is not None:
            self.ids.append(identity)
        if (language := given.get("lang")) is not None:
            self.languages.append(language)
        if (target := given.get("href")) is not None:
            self.links.append(target)
            if target.startswith("#"):
                return
            if link(target) != target or given.get("rel") != "noopener noreferrer nofollow":
                self.complaints.append(f"link {given}")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.complaints.append(f"{tag} closed out of place")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.styles.append(data)
        else:
            self.words.append(data)


def sound(source: str) -> Page:
    """Take a page apart; it may hold nothing but what is allowed, and one known style sheet."""
    page = Page(source)
    assert page.complaints == []
    assert "".join(page.styles) == STYLE
    assert page.counts["style"] == page.counts["h1"] == page.counts["main"] == 1
    inner = [target[1:] for target in page.links if target.startswith("#")]
    assert set(inner) <= set(page.ids)
    assert len(set(page.ids)) == len(page.ids)
    return page
