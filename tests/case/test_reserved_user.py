"""Ids that commands and sheets could not tell from words of their own are refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trucewatch.case.load import problems

CROSSING = Path(__file__).parent / "crossing"


@pytest.mark.parametrize(
    ("file", "words", "instead"),
    [
        ("agreement.yaml", "- clause: 6", "- clause: whole"),
        ("agreement.yaml", "- clause: 6", "- clause: Whole"),
        ("actors.yaml", "- actor: velmar\n", "- actor: unnamed\n"),
        ("actors.yaml", "- actor: velmar\n", "- actor: unknown\n"),
    ],
)
def test_reserved_ids(tmp_path: Path, file: str, words: str, instead: str) -> None:
    case = Path(shutil.copytree(CROSSING, tmp_path / "case"))
    text = (case / file).read_text(encoding="utf-8")
    assert words in text
    (case / file).write_text(text.replace(words, instead), encoding="utf-8")
    told = [str(problem) for problem in problems(case)]
    assert any("cannot be" in each and "a meaning of its own" in each for each in told), told
