"""Read JSON into nodes with lines: the standard reader gives a line only for what it cannot read."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import Final

from trucewatch.case.nodes import DEPTH, ListNode, MapNode, Node, Scalar
from trucewatch.case.notes import FileNotes
from trucewatch.case.yaml_lines import map_of

TOKEN: Final = re.compile(
    r"""[ \t\r\n]*+
    (?: (?P<string> "(?:[^"\\\x00-\x1f]|\\.)*+" )
      | (?P<mark>   [\[\]{}:,] )
      | (?P<word>   true|false|null|-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)? )
      | (?P<end>    \Z ) )""",
    re.VERBOSE,
)
"""One token with the blanks before it. Possessive, so that hostile text cannot make it go back."""

BLANKS: Final = re.compile(r"[ \t\r\n]*")

MEND: Final = "Write the file anew with a tool that makes GeoJSON"


def read_json(text: str, notes: FileNotes) -> Node:
    """Read the JSON value of a file; CaseError names the line of what cannot be read."""
    return _Reader(text, notes).read()


class _Reader:
    def __init__(self, text: str, notes: FileNotes) -> None:
        self._text = text
        self._notes = notes
        self._starts = [match.end() for match in re.finditer("\n", text)]
        self._kind: str | None = None
        self._token = ""
        self._line = 1
        self._at = 0

    def read(self) -> Node:
        self._next()
        node = self._value(0)
        if self._kind != "end":
            raise self._unexpected()
        return node

    def _next(self) -> None:
        match = TOKEN.match(self._text, self._at)
        if match is None:
            blanks = BLANKS.match(self._text, self._at)
            start = blanks.end() if blanks else self._at
            self._line = bisect_right(self._starts, start) + 1
            self._token = self._text[start : start + 20].strip()
            raise self._unexpected()
        self._kind = match.lastgroup
        self._token = match[self._kind or 0]
        self._line = bisect_right(self._starts, match.start(self._kind or 0)) + 1
        self._at = match.end()

    def _unexpected(self) -> Exception:
        found = f"'{self._token}'" if self._token else "the end of the file"
        return self._notes.error(self._line, f"not JSON: {found} is out of place", MEND)

    def _value(self, depth: int) -> Node:
        if depth > DEPTH:
            what = f"nested deeper than {DEPTH} levels"
            raise self._notes.error(self._line, what, MEND)
        if self._kind == "mark" and self._token == "[":  # noqa: S105 - a bracket, no password
            return self._list(depth)
        if self._kind == "mark" and self._token == "{":  # noqa: S105 - a bracket, no password
            return self._map(depth)
        return self._scalar()

    def _scalar(self) -> Scalar:
        line = self._line
        if self._kind == "string":
            scalar = Scalar(self._unescape(), plain=False, line=line)
        elif self._kind == "word":
            scalar = Scalar(self._token, plain=True, line=line)
        else:
            raise self._unexpected()
        self._next()
        return scalar

    def _unescape(self) -> str:
        try:
            return str(json.loads(self._token))
        except ValueError:
            raise self._unexpected() from None

    def _list(self, depth: int) -> ListNode:
        line, items = self._line, list[Node]()
        self._next()
        while not self._passes("]"):
            if items:
                self._require(",")
            items.append(self._value(depth + 1))
        return ListNode(tuple(items), line)

    def _map(self, depth: int) -> MapNode:
        line, pairs = self._line, list[tuple[Node, Node]]()
        self._next()
        while not self._passes("}"):
            if pairs:
                self._require(",")
            if self._kind != "string":
                raise self._unexpected()
            key = self._scalar()
            self._require(":")
            pairs.append((key, self._value(depth + 1)))
        return map_of(iter(pairs), line, self._notes)

    def _passes(self, mark: str) -> bool:
        """Step over `mark` if it comes next."""
        if self._kind != "mark" or self._token != mark:
            return False
        self._next()
        return True

    def _require(self, mark: str) -> None:
        if not self._passes(mark):
            raise self._unexpected()
