"""Read one map of a case's file strictly: every key known, no needed key missing, every value fit.

A fault is noted with its line and reading goes on with an empty value, so that one run tells all
faults; a case with any fault is never given out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from trucewatch.case.files import UNSEEN
from trucewatch.case.nodes import ListNode, MapNode, Node, Scalar
from trucewatch.case.notes import FileNotes, Sort, nearest
from trucewatch.core.finding import WHOLE
from trucewatch.core.limits import FIRST_YEAR, LAST_YEAR

Choice = TypeVar("Choice", bound=StrEnum)
Value = TypeVar("Value")

ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DECIMAL: Final = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,20})?")
RESERVED: Final[dict[str, tuple[str, ...]]] = {
    "clause": (WHOLE,),
    "actor": ("unnamed", "unknown"),
    "class": ("unnamed", "unknown"),
    "outlet": ("unnamed", "unknown"),
}
"""Ids that `why` and a sheet's chains could not tell from words of their own."""
NO_WORD: Final = frozenset({"yes", "no", "on", "off", "true", "false", "null", "~"})
"""What YAML takes for a truth value or for nothing where it stands without quotation marks."""


def text_of(node: Node, notes: FileNotes, what: str) -> str:
    """Read a text on one line; what could mean something else than its letters is a fault."""
    if not isinstance(node, Scalar):
        notes.fault(node.line, f"{what} must be a text", "Write one text, no list and no map")
        return ""
    text = " ".join(node.text.split())
    text = text if text.isascii() else unicodedata.normalize("NFC", text)
    if not text:
        notes.fault(node.line, f"{what} is empty", "Give it a value, or leave it out")
    elif node.plain and text.lower() in NO_WORD:
        notes.fault(node.line, f"{what}: {text} is no word to YAML", f"Write it as '{text}'")
    elif UNSEEN.search(text):
        notes.fault(node.line, f"{what} holds a character that cannot be seen", "Delete it")
    else:
        return text
    return ""


class Fields:
    """The keys of one map. `what` names it in faults: "duty '3-zone'"."""

    def __init__(
        self,
        node: Node,
        notes: FileNotes,
        what: str,
        *,
        required: Collection[str],
        optional: Collection[str] = (),
    ) -> None:
        self.notes = notes
        self.what = what
        self.line = node.line
        self._values: dict[str, Node] = {}
        if not isinstance(node, MapNode):
            example = next(iter(required), "key")
            notes.fault(node.line, f"{what} must be a map", f"Write '{example}: ...'")
            return
        for key, value in node.entries:
            if key.text in required or key.text in optional:
                self._values[key.text] = value
            else:
                mend = nearest(key.text, [*required, *optional])
                notes.fault(key.line, f"unknown key '{key.text[:80]}'", mend)
        for missing in (key for key in required if key not in self._values):
            notes.fault(node.line, f"{what} lacks '{missing}'", f"Add '{missing}'")

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def node(self, key: str) -> Node | None:
        """Give the value of a key as it was read; None where it is absent."""
        return self._values.get(key)

    def line_of(self, key: str) -> int:
        """Give the line of a key's value, or of the map where the key is absent."""
        return self._values[key].line if key in self._values else self.line

    def fault(self, key: str, what: str, mend: str) -> None:
        """Note a fault of one key."""
        self.notes.fault(self.line_of(key), f"{self.what}: {what}", mend)

    def text(self, key: str) -> str:
        """Read a text; empty where it is absent or unfit."""
        return text_of(self._values[key], self.notes, f"'{key}'") if key in self else ""

    def text_or_none(self, key: str) -> str | None:
        """Read a text that may be absent."""
        return self.text(key) or None

    def items(self, key: str, *, empty: bool = False) -> tuple[Node, ...]:
        """Read a list; one without anything in it is a fault unless `empty` allows it."""
        node = self._values.get(key)
        if node is None:
            return ()
        if not isinstance(node, ListNode):
            self.fault(key, f"'{key}' must be a list", f"Write '{key}: [..., ...]'")
            return ()
        if not node.items and not empty:
            self.fault(key, f"'{key}' is empty", "List at least one, or leave it out")
        return node.items

    def texts(self, key: str, *, empty: bool = False) -> tuple[str, ...]:
        """Read a list of texts; the same text twice is a fault."""
        return tuple(text for text, _ in self._lines(key, empty=empty))

    def _lines(self, key: str, *, empty: bool) -> list[tuple[str, int]]:
        found: dict[str, int] = {}
        for node in self.items(key, empty=empty):
            text = text_of(node, self.notes, f"a value of '{key}'")
            if text in found:
                what = f"{self.what}: '{text}' stands twice in '{key}'"
                self.notes.fault(node.line, what, "Delete one")
            elif text:
                found[text] = node.line
        return list(found.items())

    def define(self, key: str, sort: Sort) -> str:
        """Read the id that this map defines, and note it."""
        id = self.text(key)
        if not id:
            return ""
        self.what = f"{sort} '{id[:80]}'"
        if not ID.fullmatch(id):
            mend = "Use letters of a to z, digits, '.', '_' and '-', at most 64"
            self.fault(key, f"'{key}' is no id", mend)
            return ""
        if id.lower() in RESERVED.get(sort, ()):
            mend = "Choose another: commands and sheets give this word a meaning of its own"
            self.fault(key, f"'{key}' cannot be '{id}'", mend)
            return ""
        self.notes.define(sort, id, self.line_of(key))
        return id

    def refer(self, key: str, *sorts: Sort) -> str | None:
        """Read the id of something that must be defined; None where absent or unfit."""
        id = self.text(key)
        if not id:
            return None
        self.notes.refer(id, sorts, self.line_of(key))
        return id

    def refer_all(self, key: str, *sorts: Sort, empty: bool = False) -> tuple[str, ...]:
        """Read a list of ids of what must be defined."""
        found = self._lines(key, empty=empty)
        for id, line in found:
            self.notes.refer(id, sorts, line)
        return tuple(id for id, _ in found)

    def day(self, key: str) -> date | None:
        """Read a day as ISO 8601 writes it; None where absent or unfit."""
        text = self.text(key)
        if not text:
            return None
        try:
            day = date.fromisoformat(text) if DAY.fullmatch(text) else None
        except ValueError:
            day = None
        if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
            what = f"'{key}' is no day of {FIRST_YEAR} to {LAST_YEAR}: '{text[:80]}'"
            self.fault(key, what, "Write it as 2001-12-31")
            return None
        return day

    def choice(self, key: str, kinds: type[Choice]) -> Choice:
        """Read one of the words of an enumeration; its first where absent or unfit."""
        word = self.one_of(key, [kind.value for kind in kinds])
        return kinds(word) if word else next(iter(kinds))

    def one_of(self, key: str, words: Collection[str]) -> str:
        """Read one of `words`; empty where absent or unfit."""
        text = self.text(key)
        if text and text not in words:
            self.fault(key, f"'{key}' cannot be '{text[:80]}'", nearest(text, words))
            return ""
        return text

    def all_of(self, key: str, words: Collection[str]) -> tuple[str, ...]:
        """Read a list of some of `words`."""
        found = self._lines(key, empty=False)
        for text, line in found:
            if text not in words:
                what = f"{self.what}: '{key}' cannot hold '{text[:80]}'"
                self.notes.fault(line, what, nearest(text, words))
        return tuple(text for text, _ in found)

    def flag(self, key: str) -> bool:
        """Read `true` or `false`; false where absent."""
        node = self._values.get(key)
        if node is None:
            return False
        if not (isinstance(node, Scalar) and node.plain and node.text in ("true", "false")):
            self.fault(key, f"'{key}' must be true or false", "Write it without quotation marks")
            return False
        return node.text == "true"

    def number(self, key: str, low: float, high: float) -> float | None:
        """Read a decimal number between two bounds; None where absent or unfit."""
        text = self.text(key)
        if not text:
            return None
        number = float(text) if DECIMAL.fullmatch(text) else None
        if number is None or not low <= number <= high:
            what = f"'{key}' is no number from {low:g} to {high:g}: '{text[:80]}'"
            self.fault(key, what, "Write digits, with a point before decimals")
            return None
        return number

    def whole(self, key: str, low: int, high: int) -> int | None:
        """Read a whole number between two bounds; None where absent or unfit."""
        number = self.number(key, low, high)
        if number is None:
            return None
        if not number.is_integer():
            self.fault(key, f"'{key}' must be a whole number", "Leave the decimals out")
            return None
        return int(number)

    def maps(self, key: str, read: Callable[[Node], Value], *, empty: bool = False) -> list[Value]:
        """Read a list of maps, each with `read`."""
        return [read(node) for node in self.items(key, empty=empty)]

    def in_order(self, first: str, last: str) -> None:
        """Note a fault where the day of `last` comes before the day of `first`."""
        begins, ends = self.day_quietly(first), self.day_quietly(last)
        if begins and ends and ends < begins:
            what = f"'{last}' ({ends}) comes before '{first}' ({begins})"
            self.fault(last, what, "Exchange or correct the days")

    def day_quietly(self, key: str) -> date | None:
        """Read a day whose faults are noted elsewhere."""
        node = self._values.get(key)
        try:
            return date.fromisoformat(node.text.strip()) if isinstance(node, Scalar) else None
        except ValueError:
            return None
