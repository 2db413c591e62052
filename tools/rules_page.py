"""Write the tables of docs/rules.md that tell of the judge's rules, from the rules themselves.

    python tools/rules_page.py

What stands between the two marks is written anew; the rest of the page is written by hand.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from rule_cases import CASES  # noqa: E402
from trucewatch.judge.rulebook import Rule  # noqa: E402

PAGE: Final = ROOT / "docs" / "rules.md"
BEGIN: Final = "<!-- written by tools/rules_page.py: begin -->\n"
END: Final = "<!-- written by tools/rules_page.py: end -->\n"
RULES: Final = ROOT / "src" / "trucewatch" / "judge" / "rules.py"


def written(page: str) -> str:
    """Give the page with what stands between the marks written anew; ValueError without the marks."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return "".join((before, BEGIN, *(f"{line}\n" for line in tables()), END, after))


def tables() -> Iterator[str]:
    """Yield the lines of both tables: what decides, and what each rule rests on."""
    yield from ("| rule | status | when |", "|---|---|---|")
    for rule in Rule:
        yield f"| `{rule}` | {rule.row.status or 'none'} | {rule.row.when} |"
    yield from ("", "| rule | `why` prints | it turns on | decided in | held by | cases |")
    yield "|---|---|---|---|---|---|"
    where, cases = decided_in(), cases_of()
    for rule in Rule:
        turns_on = ", ".join(f"`{parameter}`" for parameter in rule.row.parameters)
        tests = ", ".join(_link(test) for test in rule.row.tests)
        shown = "; ".join(cases[rule])
        cells = (f"`{rule}`", rule.row.sentence, turns_on, where[rule], tests, shown)
        yield f"| {' | '.join(cells)} |"


def cases_of() -> dict[str, list[str]]:
    """Give by rule what its one-line cases show."""
    found: dict[str, list[str]] = defaultdict(list)
    for shows, _, _, _, _, rule in CASES:
        found[rule].append(shows)
    return found


def decided_in() -> dict[str, str]:
    """Give by rule the function that decides by it, linked to its file."""
    found: dict[str, str] = {}
    for node in ast.parse(RULES.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            link = f"[`{node.name}`](../{RULES.relative_to(ROOT).as_posix()})"
            found |= dict.fromkeys(_decided_in(node), link)
    return found


def _decided_in(function: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Rule":
            yield Rule[node.attr]


def _link(test: str) -> str:
    path, _, name = test.partition("::")
    return f"[{name.removeprefix('test_').replace('_', ' ')}](../{path})"


def main() -> int:
    """Write the page."""
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
