"""HTML put together from escaped parts only: strangers' words can be text, never markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final, NewType

from trucewatch.publish.escape import for_html
from trucewatch.publish.escape import link as safe_url

Html = NewType("Html", str)
"""Markup that this module made; everything else is words, and goes through `text`."""

NOTHING: Final = Html("")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS: Final = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)


def text(words: str) -> Html:
    """Make text of words."""
    return Html(for_html(words))


def element(name: str, *parts: Html, **attributes: str | None) -> Html:
    """Make an element of parts; attributes that are None are left out.

    A trailing underscore of an attribute's name is dropped, others become hyphens.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{for_html(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{given}>{''.join(parts)}</{name}>")


def join(parts: Iterable[Html], between: str = "") -> Html:
    """Join parts, with words between them."""
    return Html(text(between).join(parts))


def foreign(words: str, language: str | None = None, name: str = "q") -> Html:
    """Make an element of a stranger's words: their direction is their own, their language if known."""
    lang = language if language and _LANGUAGE.fullmatch(language) else None
    return element(name, text(words), dir="auto", lang=lang)


def anchor(url: str | None, inside: Html) -> Html:
    """Link to a page on the web; a URL that may not be linked leaves the inside alone."""
    target = safe_url(url)
    if target is None:
        return inside
    return element("a", inside, href=target, rel="noopener noreferrer nofollow")


def long_day(day: date) -> Html:
    """Write a day in full: Tuesday 16 October 2018."""
    words = f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
    return element("time", text(words), datetime=day.isoformat())


def short_day(day: date, beside: date) -> Html:
    """Write a day shortly, with its year where it is not the year of the day it stands beside."""
    words = f"{day.day} {_MONTHS[day.month - 1][:3]}"
    if day.year != beside.year:
        words += f" {day.year}"
    return element("time", text(words), datetime=day.isoformat())
