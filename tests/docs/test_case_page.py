"""The commands of the page on a case's files run, in their order, on a country's file that is not one."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from commands import done
from gazetteers import VELMAR, write_country

PAGE = Path(__file__).parents[2] / "docs" / "case.md"


def console_lines() -> list[str]:
    blocks = re.findall(
        r"^```console\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return re.findall(r"^\$ (trucewatch .*)$", "".join(blocks), re.MULTILINE)


def test_the_page_s_commands_run_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_country(tmp_path / "SY.zip", [line.replace("\tVM\t", "\tSY\t") for line in VELMAR])
    done("new", "my-idlib", "--from", "idlib")  # as the page's first lines have it
    lines = console_lines()
    assert [line.split()[1] for line in lines] == [
        "new",
        "check",
        "gazetteer",
        "gazetteer",
        "check",
    ]
    for line in lines:
        done(*shlex.split(line)[1:])
