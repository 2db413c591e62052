from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_case
from trucewatch.core.outlet import Outlet, Outlets
from trucewatch.document.outlet import host_of, outlet_by_name, outlet_by_url, outlet_in_furniture

OUTLETS = [
    Outlet(
        id="daily",
        name="The Example Daily",
        names=("Example Daily",),
        domains=("daily.example.org",),
    ),
    Outlet(
        id="wire", name="Example Wire", names=("EW",), domains=("wire.example.com",), agency=True
    ),
    Outlet(id="wire_ar", name="Example Wire Arabic", domains=("ar.wire.example.com",)),
    Outlet(
        id="post", name="River Post", domains=("www.riverpost.example", "riverpost.example.net")
    ),
    Outlet(
        id="post_two", name="Post", names=("River-Post News",), domains=("https://post.example/",)
    ),
    Outlet(id="twin_a", name="Twin"),
    Outlet(id="twin_b", name="TWIN"),
]


CASE = replace(a_case(), outlets=Outlets(by_id={outlet.id: outlet for outlet in OUTLETS}))


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.org/a", "example.org"),
        ("http://m.example.org:8080/a", "example.org"),
        ("https://amp.www.Example.ORG./a", "example.org"),
        ("example.org", "example.org"),
        ("//example.org/a", "example.org"),
        ("https://web.archive.org/web/20200302000000/http://www.example.org/a", "example.org"),
        ("https://www.google.com/amp/s/www.example.org/a", "example.org"),
        ("https://www-my--site-example-org.cdn.ampproject.org/v/s/x", "my-site.example.org"),
        ("https://[::1", None),
        ("localhost", None),
        ("", None),
        ("https://user@example.org/", "example.org"),
    ],
)
def test_hosts(url: str, host: str | None) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://daily.example.org/a", "daily"),
        ("https://m.daily.example.org/a", "daily"),
        ("https://en.daily.example.org/a", "daily"),
        ("https://notdaily.example.org/a", None),
        ("https://example.org/a", None),
        ("https://wire.example.com/a", "wire"),
        ("https://ar.wire.example.com/a", "wire_ar"),
        ("http://riverpost.example/1", "post"),
        ("http://post.example/1", "post_two"),
        ("not an address", None),
    ],
)
def test_the_domain_decides(url: str, outlet: str | None) -> None:
    assert outlet_by_url(CASE, url) == outlet


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("daily", "daily"),
        ("The Example Daily", "daily"),
        ("example daily", "daily"),
        ("EXAMPLE-DAILY", "daily"),
        ("EW", "wire"),
        ("ew", "wire"),
        ("River Post", "post"),
        ("riverpost", "post"),
        ("The River Post", "post"),
        ("daily.example.org", "daily"),
        ("www.riverpost.example", "post"),
        ("Twin", None),
        ("Example", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_names(name: str, outlet: str | None) -> None:
    assert outlet_by_name(CASE, name) == outlet


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (["River Post's website can also be accessed at these addresses:"], "post"),
        (["www.riverpost.example.net"], "post"),
        (["© 2020 The Example Daily. All rights reserved."], "daily"),
        (["© 2020 Example Wire. All rights reserved."], None),
        (["Follow River Post on Telegram", "© The Example Daily"], None),
        (["River Post"], None),
        (["Share this article"], None),
    ],
)
def test_what_a_page_says_of_itself(lines: list[str], outlet: str | None) -> None:
    assert outlet_in_furniture(CASE, lines) == outlet
