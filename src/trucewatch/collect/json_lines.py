"""Bring in JSON lines: one page a line, read as a stream, each line's own bytes kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

from trucewatch.collect.files import check_plain, shown
from trucewatch.collect.given import Given, capture, day_given
from trucewatch.core.document import Capture, Refusal
from trucewatch.core.errors import CaptureError
from trucewatch.core.limits import CAPTURE_BYTES

TOPONYMS: Final = 2_000
"""So many places are looked for in one text."""


def captures_in_lines(path: Path, given: Given) -> Iterator[Capture | Refusal]:
    """Yield one capture or refusal for each line that is not blank; never the whole file at once.

    `given` fills what a line does not say. A refusal names file and line; the rest goes on.
    """
    try:
        check_plain(path)
        with path.open("rb") as file:
            yield from _numbered(file, shown(path), given)
    except CaptureError as error:
        yield Refusal(source=shown(path), reason=error.what)
    except OSError as error:
        yield Refusal(source=shown(path), reason=f"cannot be read: {error.strerror}")


def _numbered(file: BinaryIO, name: str, given: Given) -> Iterator[Capture | Refusal]:
    number, seen = 0, False
    while line := file.readline(CAPTURE_BYTES + 2):
        number += 1
        source = f"{name}:{number}"
        if len(line) > CAPTURE_BYTES and not line.endswith(b"\n"):
            _skip_line(file)
        if line.strip():
            seen = True
            yield capture_of_line(line, source, given)
    if not seen:
        yield Refusal(source=name, reason="is empty")


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass


def capture_of_line(line: bytes, source: str, given: Given | None = None) -> Capture | Refusal:
    """Make a capture of one JSON object: `text` or `html`, and what it says of the page.

    Also read: `published`, `captured` (days), `outlet`, `url`, `title`; other keys are passed over.
    `toponyms` is what `toponyms_of_line` reads. `given` fills what is missing. A line that cannot be
    used gives a refusal naming `source`.
    """
    try:
        content = line.rstrip(b"\r\n")
        if len(content) > CAPTURE_BYTES:
            raise CaptureError(f"is larger than {CAPTURE_BYTES // 2**20} MB")
        held = _object_in(content)
        _check_page(held)
        return capture(content, "json", source, _given_in(held).or_else(given or Given()))
    except CaptureError as error:
        return Refusal(source=source, reason=error.what)


def toponyms_of_line(line: bytes) -> tuple[tuple[int, int], ...]:
    """Give the spans of a line's `text` of which somebody asks where they are, as `toponyms` has them.

    `line` is one of which a capture was made; CaptureError where they cannot be used.
    """
    held = _object_in(line.rstrip(b"\r\n"))
    given = held.get("toponyms")
    if given is None:
        return ()
    text = held.get("text")
    if not isinstance(text, str):
        raise CaptureError("`toponyms` count the characters of a `text`, and there is none")
    if not isinstance(given, list) or len(given) > TOPONYMS:
        raise CaptureError(f"`toponyms` is not a list of at most {TOPONYMS}")
    return tuple(_toponym(each, len(text)) for each in given)


def _toponym(given: object, length: int) -> tuple[int, int]:
    if isinstance(given, dict):
        start, end = given.get("start"), given.get("end")
        if type(start) is int and type(end) is int and 0 <= start < end <= length:
            return start, end
    raise CaptureError("`toponyms` holds what is no `start` and `end` inside the text")


def _object_in(content: bytes) -> dict[str, Any]:
    try:
        held = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CaptureError(f"is not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise CaptureError(f"is not JSON, or cut off: {error.msg} at {error.pos}") from None
    except (ValueError, RecursionError):
        raise CaptureError("is JSON that is nested or numbered beyond bounds") from None
    if not isinstance(held, dict):
        raise CaptureError("is not a JSON object")
    return held


def _check_page(held: dict[str, Any]) -> None:
    pages = [key for key in ("text", "html") if held.get(key) is not None]
    if len(pages) != 1:
        raise CaptureError("needs one of `text` and `html`, and not both")
    page = held[pages[0]]
    if not isinstance(page, str):
        raise CaptureError(f"`{pages[0]}` is not a string")
    if not page.strip():
        raise CaptureError(f"`{pages[0]}` is empty")
    if "\x00" in page:
        raise CaptureError(f"`{pages[0]}` is binary: it holds NUL characters")


def _given_in(held: dict[str, Any]) -> Given:
    words = {key: _words(held, key) for key in ("published", "captured", "outlet", "url", "title")}
    published, captured = words["published"], words["captured"]
    return Given(
        published=day_given(published, "`published`") if published else None,
        captured=day_given(captured, "`captured`") if captured else None,
        outlet=words["outlet"],
        url=words["url"],
        title=words["title"],
    )


def _words(held: dict[str, Any], key: str) -> str | None:
    words = held.get(key)
    if words is None:
        return None
    if not isinstance(words, str):
        raise CaptureError(f"`{key}` is not a string")
    storable = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return storable.strip() or None
