"""Compile rules written over token classes, such as `weekday comma? m=month d=day`, to patterns.

A rule is read as: class names in order; `(a | b)` for a choice; `?` for what may be missing;
`name=class` to take a token out by name, in as many branches as one likes. Nothing repeats, so
every pattern is linear.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_SYMBOL: Final = re.compile(r"(?:(?P<take>[a-z]\w*)=)?(?P<name>[a-z_]+)|(?P<mark>[()|?])|\s+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled rule: the pattern, the codes its first token can have, the groups of each name."""

    pattern: re.Pattern[str]
    first: frozenset[str]
    groups: Mapping[str, tuple[int, ...]]


class Grammar:
    """Reads rules over the classes of a vocabulary: each name means the characters of its codes."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._classes = classes

    def compile(self, rule: str) -> Pattern:
        """Compile one rule; ValueError where it is none."""
        reader = _Reader(rule, self._classes)
        pattern, first, nullable = reader.choice()
        if reader.symbols[reader.at :] or nullable:
            raise ValueError(f"not a rule: {rule!r}")
        groups: dict[str, list[int]] = {}
        for number, name in enumerate(reader.taken, start=1):
            groups.setdefault(name, []).append(number)
        numbers = {name: tuple(found) for name, found in groups.items()}
        return Pattern(re.compile(pattern), frozenset(first), numbers)


class _Reader:
    """Recursive descent over one rule; each method gives pattern, first codes, may it be empty."""

    def __init__(self, rule: str, classes: Mapping[str, str]) -> None:
        found = list(_SYMBOL.finditer(rule))
        if "".join(match.group() for match in found) != rule:
            raise ValueError(f"not a rule: {rule!r}")
        self.symbols = [match for match in found if match.group().strip()]
        self.at = 0
        self.taken: list[str] = []
        self._classes = classes

    def choice(self) -> tuple[str, str, bool]:
        branches = [self._sequence()]
        while self._take("|"):
            branches.append(self._sequence())
        pattern = "|".join(branch[0] for branch in branches)
        first = "".join(branch[1] for branch in branches)
        return f"(?:{pattern})", first, any(branch[2] for branch in branches)

    def _sequence(self) -> tuple[str, str, bool]:
        pattern, first, nullable = "", "", True
        while self.at < len(self.symbols) and self.symbols[self.at].group() not in ")|":
            part, part_first, part_nullable = self._item()
            pattern += part
            if nullable:
                first += part_first
            nullable = nullable and part_nullable
        return pattern, first, nullable

    def _item(self) -> tuple[str, str, bool]:
        if self._take("("):
            pattern, first, nullable = self.choice()
            if not self._take(")"):
                raise ValueError("a rule's bracket is never closed")
        else:
            symbol = self.symbols[self.at]
            self.at += 1
            first, nullable = self._classes[symbol["name"]], False
            pattern = f"[{first}]"
            if symbol["take"]:
                self.taken.append(symbol["take"])
                pattern = f"({pattern})"
        if self._take("?"):
            return f"(?:{pattern})?", first, True
        return pattern, first, nullable

    def _take(self, mark: str) -> bool:
        if self.at < len(self.symbols) and self.symbols[self.at].group() == mark:
            self.at += 1
            return True
        return False
