from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from trucewatch.case.load import load_case
from trucewatch.core.case import Case

CROSSING = Path(__file__).parent / "crossing"

Edit: TypeAlias = Callable[[str, str | bytes, str | bytes], Path]


@pytest.fixture(scope="session")
def crossing() -> Case:
    return load_case(CROSSING)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the invented case, to be spoiled."""
    return Path(shutil.copytree(CROSSING, tmp_path / "case"))
