"""The shape of the code: who may import whom, and how large anything may be."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Callable, Collection, Iterator
from functools import cache
from pathlib import Path

from trucewatch.case.load import built_in_cases, find_case, load_case
from trucewatch.core.actor import ActorKind

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "trucewatch"
MODULES = sorted(SOURCE.rglob("*.py"))
LINES = 420
FUNCTION_LINES = 60


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def layers() -> list[set[str]]:
    """Give the folders as the project's file ranks them, the highest first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    return [
        {name.strip().removeprefix("trucewatch.") for name in rank.split("|")}
        for rank in contract["layers"]
    ]


@cache
def rank(folder: str) -> int:
    return next(number for number, names in enumerate(layers()) if folder in names)


def imported(path: Path) -> Iterator[str]:
    """Yield the folders of the program that a module imports from, at its top or in a function."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports by dots"
            names = [f"{node.module}.{each.name}" for each in node.names]
        elif isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "trucewatch" and (SOURCE / parts[1]).is_dir():
                yield parts[1]


def test_every_folder_has_its_rank() -> None:
    folders = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").is_file()}
    assert folders == set.union(*layers())
    assert layers()[-1] == {"core"}


def everywhere(look: Callable[[Path], Collection[object]]) -> dict[str, Collection[object]]:
    """Look at each module, and give what was found by the module's name."""
    return {path.relative_to(SOURCE).as_posix(): found for path in MODULES if (found := look(path))}


def test_imports_run_one_way_and_stages_are_strangers() -> None:
    def wrong(path: Path) -> set[str]:
        parts = path.relative_to(SOURCE).parts
        if len(parts) == 1:
            return set()
        own = parts[0]
        return {each for each in imported(path) if each != own and rank(each) <= rank(own)}

    assert everywhere(wrong) == {}


def test_no_module_is_too_long() -> None:
    def lines(path: Path) -> list[int]:
        number = len(path.read_text(encoding="utf-8").splitlines())
        return [number] if number > LINES else []

    assert everywhere(lines) == {}


def test_no_function_is_too_long() -> None:
    def long(path: Path) -> dict[str, int]:
        return {
            node.name: length
            for node in ast.walk(tree(path))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and (length := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LINES
        }

    assert everywhere(long) == {}


def public(
    nodes: list[ast.stmt],
) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for node in nodes:
        kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        if isinstance(node, kinds) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


def test_everything_public_says_what_it_is() -> None:
    def silent(path: Path) -> list[str]:
        named = [node.name for node in public(tree(path).body) if not ast.get_docstring(node)]
        return named if ast.get_docstring(tree(path)) else ["the module", *named]

    assert everywhere(silent) == {}


FORBIDDEN = frozenset({"print", "pprint", "breakpoint", "input", "eval", "exec"})


def test_only_the_printer_prints_and_nothing_is_run_that_was_read() -> None:
    def calls(path: Path) -> list[int]:
        return [
            node.lineno
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in FORBIDDEN
        ]

    assert everywhere(calls) == {}


def test_only_the_one_boundary_catches_everything() -> None:
    def broad(path: Path) -> list[int]:
        return [
            handler.lineno
            for handler in ast.walk(tree(path))
            if isinstance(handler, ast.ExceptHandler)
            and (
                handler.type is None or ast.unparse(handler.type) in ("Exception", "BaseException")
            )
            and not any(isinstance(node, ast.Raise) for node in ast.walk(handler))
        ]

    assert everywhere(broad) == {}


NATIONAL = re.compile(r"[A-Z][a-z]{3,}(?:an|ish|i)?")


def nations() -> set[str]:
    """Give the states of the built-in case, and the adjectives that their names begin with."""
    actors = load_case(find_case(built_in_cases()[0])).actors.by_id.values()
    states = [actor for actor in actors if actor.kind is ActorKind.STATE]
    named = {each for state in states for each in (state.name, *(a.name for a in state.aliases))}
    bodies = [alias.name.split()[0] for state in states for alias in state.aliases]
    adjectives = {word for word in bodies if word.endswith(("an", "ish"))}
    return {each.lower() for each in named | adjectives if NATIONAL.fullmatch(each)}


def test_no_nation_of_a_case_stands_in_the_code() -> None:
    words = nations()
    assert {"turkey", "turkish", "syrian"} <= words

    def told(path: Path) -> set[str]:
        shown = {
            id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)
        }  # docstrings may give examples
        texts = (
            node.value.lower()
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in shown
        )
        return {word for text in texts for word in re.findall(r"[a-z]+", text)} & words

    found = everywhere(told)
    assert {path for path in found if not path.startswith("cli/")} == set()  # examples of --help


HOSTS = {"json-schema.org", "www.w3.org", "trucewatch.example"}
"""Who may be named by an address in the code: whoever defines a form that is written."""

TEXTS = frozenset({".py", ".txt", ".json", ".yaml", ".toml", ".css", ".js", ".html", ".svg"})
MACHINE = re.compile(r"/home/|/Users/|/root/|/tmp/|/work/|[A-Z]:\\\\?Users|\bshared/")
ADDRESS = re.compile(r"https?://([\w.-]+)")


def test_no_machine_and_no_stranger_s_address_stands_in_the_code() -> None:
    built_in = SOURCE / "case" / "built_in"
    found = {}
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix in TEXTS and built_in not in path.parents:
            text = path.read_text(encoding="utf-8")
            strange = {*MACHINE.findall(text), *(set(ADDRESS.findall(text)) - HOSTS)}
            if strange:
                found[path.relative_to(SOURCE).as_posix()] = strange
    assert found == {}
