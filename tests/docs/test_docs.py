"""What the documents say is so: their commands run, their rules exist, their links lead somewhere."""

from __future__ import annotations

import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest

from commands import run
from trucewatch.cli.main import COMMANDS
from trucewatch.core.status import Standing
from trucewatch.extract.encoder import folder, found
from trucewatch.extract.encoder.heads import CONSTANTS, HEADS
from trucewatch.extract.encoder.network import INPUTS
from trucewatch.extract.encoder.windows import WindowPolicy
from trucewatch.extract.encoder.wordpiece import SPECIAL
from trucewatch.review.sheet import OPTIONAL, REQUIRED

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
RULES_PAGE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
SKIPPED = frozenset({"node_modules", "build", "dist"})
PAGES = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not SKIPPED & set(path.parts)
    and not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
)
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"[|><;&$`*?]")


def console_lines() -> list[str]:
    blocks = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return re.findall(r"^\$ (trucewatch .*)$", "".join(blocks), re.MULTILINE)


def test_the_readme_s_commands_run_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    typed = console_lines()
    assert len(typed) >= 2
    for line in typed:
        assert not SHELL.search(line), f"{line}: a shell is not the same everywhere"
        told = run(*shlex.split(line)[1:])
        assert told.code == 0, (line, told.err)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert re.search(rf"(?:trucewatch |`){command}\b", README)


def test_the_readme_has_no_gap_left_to_fill() -> None:
    assert re.findall(r"^[A-Z]+(?:_[A-Z]+)+$", README, re.MULTILINE) == []
    assert not re.search(r"\b(?:TODO|FIXME|TBD|XXX)\b", README)


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_is_explained(standing: Standing) -> None:
    assert re.search(rf"^\| {standing} \| ", RULES_PAGE, re.MULTILINE)


def test_the_columns_that_the_documents_name_exist() -> None:
    page = (ROOT / "docs" / "case.md").read_text(encoding="utf-8")
    for column in ("chain", "doer"):
        assert f"`{column}`" in page
        assert column in (*REQUIRED, *OPTIONAL)


def in_code(page: str) -> set[str]:
    text = FENCED.sub("", (ROOT / "docs" / page).read_text(encoding="utf-8"))
    return set(re.findall(r"`([^`]+)`", text))


def test_every_part_of_a_model_is_explained() -> None:
    named = in_code("reader.md")
    files = {folder.SETTINGS, folder.NETWORK, folder.VOCABULARY}
    assert {*HEADS, *CONSTANTS, *folder.CURVES, *folder.SETTINGS_KEYS, *files} <= named
    assert {*INPUTS, *SPECIAL, *(each.name for each in fields(WindowPolicy))} <= named


def test_the_bounds_that_the_reader_s_page_names_are_those() -> None:
    text = (ROOT / "docs" / "reader.md").read_text(encoding="utf-8")
    bounds = (found.ATTRIBUTIONS, found.EVENTS, found.NAMES, found.ARGUMENTS)
    told = re.search(
        r"At most ([\d,]+) statements, ([\d,]+) events and ([\d,]+) names .*?(\d+) phrases",
        " ".join(text.split()),
    )
    assert told
    assert told.groups() == tuple(f"{bound:,}" for bound in bounds)


@pytest.mark.parametrize("option", ["--model", "--rules", "--threads", "--processes"])
def test_the_options_that_the_reader_s_page_names_exist(option: str) -> None:
    assert option in run("extract", "--help").out
    assert any(each.startswith(option) for each in in_code("reader.md"))


def test_there_are_pages() -> None:
    assert {"README.md", "rules.md", "case.md", "reader.md"} <= {path.name for path in PAGES}


def anchors(page: Path) -> set[str]:
    headings = re.findall(
        r"^#+ +(.+)$", FENCED.sub("", page.read_text(encoding="utf-8")), re.MULTILINE
    )
    return {
        re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere_in_the_project(page: Path) -> None:
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        found = (page.parent / name).resolve() if name else page
        assert found.exists(), f"{target} leads nowhere"
        assert found.is_relative_to(ROOT.resolve()), f"{target} leads out of the project"
        if anchor and found.suffix == ".md":
            assert anchor in anchors(found), f"{target}: no such heading"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_the_pages_call_a_command_is_one(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^\$ |`)trucewatch ([a-z]+)", text, re.MULTILINE))
    assert named <= set(COMMANDS)
