"""Whatever stands in a case's files, reading them gives a case or a CaseError, and soon."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trucewatch.case.check import check
from trucewatch.case.files import CASE_FILES
from trucewatch.case.load import load_case, problems

CROSSING = Path(__file__).parent / "crossing"
SIGNS = b"|\n|  |- |: |[|]|{|}|,|\"|'|#|&a |*a|<<|!!x |>|%|\t|;|~|no|-0|1e999|velmar|quiet_strip"
PIECES = st.sampled_from(
    [*SIGNS.split(b"|"), b"|", b"\0", b"\xff", b"\xe2\x80\xae", b"9" * 400, b"2021-13-01"]
)


@pytest.mark.parametrize("name", CASE_FILES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(place=st.floats(0, 1), cut=st.integers(0, 30), piece=PIECES)
def test_a_spoiled_file_gives_a_case_or_case_errors(
    name: str, place: float, cut: int, piece: bytes
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(CROSSING, Path(folder) / "case"))
        content = (copy / name).read_bytes()
        start = int(place * len(content))
        (copy / name).write_bytes(content[:start] + piece + content[start + cut :])
        errors = problems(copy)
        if errors:
            assert all(str(error.where).partition(":")[0] in CASE_FILES for error in errors)
        else:
            check(load_case(copy))


@pytest.mark.parametrize("name", CASE_FILES)
@settings(max_examples=10, deadline=None)
@given(content=st.binary(max_size=300))
def test_any_bytes_give_case_errors(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(CROSSING, Path(folder) / "case"))
        (copy / name).write_bytes(content)
        assert problems(copy)


def test_thousands_of_actors_are_read_in_time(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(CROSSING, tmp_path / "case"))
    path = copy / "actors.yaml"
    rows = "".join(
        f"  - {{actor: a{n}, name: Actor {n}, kind: armed_group, side: marsh_side,"
        f" aliases: [Band {n}, Same {n % 7}]}}\n"
        for n in range(1_000)
    )
    text = path.read_text(encoding="utf-8").replace("classes:\n", rows + "classes:\n", 1)
    path.write_text(text, encoding="utf-8")
    errors = problems(copy)
    assert len(errors) == 7
    assert all("at one time" in str(error) for error in errors)
