"""Read YAML into nodes with lines, from the parser's events.

The events are read one by one and never loaded: no alias is followed, no tag makes an object, and
nesting is counted before it is built. A value stays the text that is written: `1`, `no` and dates
are not converted behind anybody's back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trucewatch.case.nodes import DEPTH, ListNode, MapNode, Node, Scalar
from trucewatch.case.notes import FileNotes

if TYPE_CHECKING:
    import yaml

SYNTAX_MEND = "Look at the indentation, and put a text that holds ': ' or ' #' in quotation marks"


def read_yaml(text: str, notes: FileNotes) -> Node:
    """Read the one YAML document of a file; CaseError names the line of what cannot be read."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Builder(notes).build(yaml.parse(text, loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise notes.error(
            line, f"not YAML: {error.problem or error.context}", SYNTAX_MEND
        ) from None
    except (yaml.YAMLError, ValueError) as error:
        raise notes.error(1, f"not YAML: {_first_line(error)}", SYNTAX_MEND) from None


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:200]


@dataclass(slots=True)
class _Open:
    """A list or map whose end has not come yet; a map's keys and values alternate."""

    is_map: bool
    line: int
    items: list[Node] = field(default_factory=list)


class _Builder:
    def __init__(self, notes: FileNotes) -> None:
        self._notes = notes
        self._open: list[_Open] = []
        self._root: Node | None = None

    def build(self, events: Iterator[yaml.Event]) -> Node:
        from yaml import AliasEvent, CollectionEndEvent, CollectionStartEvent, ScalarEvent

        for event in events:
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, ScalarEvent):
                self._refuse_shorthand(event.anchor, event.tag, line)
                self._add(Scalar(event.value, bool(event.implicit[0]), line), line)
            elif isinstance(event, CollectionEndEvent):
                closed = self._open.pop()
                self._add(self._close(closed), closed.line)
            elif isinstance(event, CollectionStartEvent):
                self._refuse_shorthand(event.anchor, event.tag, line)
                self._begin(event, line)
            elif isinstance(event, AliasEvent):
                self._refuse_shorthand(event.anchor, None, line)
        if self._root is None:
            raise self._notes.error(
                1, "the file is empty", "Write its keys, or take a new template"
            )
        return self._root

    def _refuse_shorthand(self, anchor: str | None, tag: str | None, line: int) -> None:
        if anchor is None and tag is None:
            return
        found = f"alias or anchor '{anchor}'" if anchor is not None else f"tag '{tag}'"
        raise self._notes.error(line, f"YAML {found[:120]}", "Write the value out where it belongs")

    def _begin(self, event: yaml.CollectionStartEvent, line: int) -> None:
        from yaml import MappingStartEvent

        if len(self._open) == DEPTH:
            what = f"nested deeper than {DEPTH} levels"
            raise self._notes.error(line, what, "No file of a case needs that")
        self._open.append(_Open(isinstance(event, MappingStartEvent), line))

    def _add(self, node: Node, line: int) -> None:
        if self._open:
            self._open[-1].items.append(node)
        elif self._root is None:
            self._root = node
        else:
            raise self._notes.error(line, "a second YAML document begins", "Keep one to a file")

    def _close(self, closed: _Open) -> Node:
        if not closed.is_map:
            return ListNode(tuple(closed.items), closed.line)
        pairs = zip(closed.items[::2], closed.items[1::2], strict=True)
        return map_of(pairs, closed.line, self._notes)


def map_of(pairs: Iterator[tuple[Node, Node]], line: int, notes: FileNotes) -> MapNode:
    """Make a map of keys and values; CaseError for a key that stands twice or is no plain text."""
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, value in pairs:
        if not isinstance(key, Scalar):
            raise notes.error(key.line, "a key that is no text", "Write 'key: value'")
        if key.text == "<<":
            raise notes.error(key.line, "YAML merge key '<<'", "Write the keys out")
        if key.text in entries:
            first = entries[key.text][0].line
            what = f"key '{key.text}' stands twice, first on line {first}"
            raise notes.error(key.line, what, "Keep one of them")
        entries[key.text] = (key, value)
    return MapNode(tuple(entries.values()), line)
