"""What a file of a case holds before anybody asks what it means: texts, lists and maps with lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

DEPTH: Final = 20
"""The deepest nesting read. The files of a case need eight levels at most."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it is written; `plain` where it stands without quotation marks."""

    text: str
    plain: bool
    line: int


@dataclass(frozen=True, slots=True)
class ListNode:
    """Values in a row."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class MapNode:
    """Keys with their values, in the order of the file; no key stands twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int


Node: TypeAlias = Scalar | ListNode | MapNode
