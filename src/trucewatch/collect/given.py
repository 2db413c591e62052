"""What the caller says of a page: never taken from the page, its name or its file's date."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Final, Literal

from trucewatch.core.document import Capture
from trucewatch.core.errors import CaptureError
from trucewatch.core.limits import FIRST_YEAR, LAST_YEAR

_DAY: Final = len("2020-01-31")
_DAY_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was said beside a page: when and by whom it was published, its address and title.

    `row` names the row of a sheet that said so.
    """

    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    captured: date | None = None
    row: str | None = None

    def or_else(self, other: Given) -> Given:
        """Fill what is missing here from `other`."""
        names = [field.name for field in fields(self)]
        return Given(**{name: getattr(self, name) or getattr(other, name) for name in names})


def day_of(words: str) -> date:
    """Read `2020-01-31`, or the day of an ISO 8601 time as it is written; ValueError for others."""
    words = words.strip()
    day = date.fromisoformat(words[:_DAY]) if _DAY_FORM.match(words) else None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"{words[:40]!r} is not a day such as 2020-01-31")
    if len(words) > _DAY:
        datetime.fromisoformat(words)
    return day


def day_given(words: str, what: str) -> date:
    """Read the day under the name `what`; CaptureError says which one is none."""
    try:
        return day_of(words)
    except ValueError:
        raise CaptureError(f"{what} {words[:40]!r} is not a day such as 2020-01-31") from None


def capture(
    content: bytes, media: Literal["html", "text", "json"], source: str, given: Given
) -> Capture:
    """Make the receipt of bytes: their hash, how they came, and what was said of them."""
    return Capture(
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        source=source,
        media=media,
        url=given.url,
        published=given.published,
        outlet=given.outlet,
        captured=given.captured,
        title=given.title,
        row=given.row,
    )
