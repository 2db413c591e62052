"""Write a new case's folder: a commented template, or a copy of a built-in case without reports."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from trucewatch.case.files import CASE_FILES
from trucewatch.case.load import built_in_cases, find_built_in
from trucewatch.case.notes import nearest
from trucewatch.core.errors import InputError


def new_case(folder: Path, from_built_in: str | None = None) -> tuple[Path, ...]:
    """Write the files of a new case and give their paths.

    InputError for a folder that holds anything, a built-in case that is not there, or a disk that
    refuses.
    """
    source = _source(from_built_in)
    try:
        _make_empty(folder)
        return tuple(_copy(source / name, folder / name) for name in _present(source))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(
            f"cannot be written: {reason}", where=str(folder), mend="Name another folder"
        ) from None


def _source(from_built_in: str | None) -> Path:
    if from_built_in is None:
        return Path(str(resources.files("trucewatch.case"))) / "template"
    if from_built_in not in built_in_cases():
        mend = nearest(from_built_in, built_in_cases())
        raise InputError(f"there is no built-in case '{from_built_in[:80]}'", mend=mend)
    return find_built_in(from_built_in)


def _make_empty(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise InputError("this is a file", where=str(folder), mend="Name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        mend = "Name a new folder, or empty this one"
        raise InputError("the folder is not empty", where=str(folder), mend=mend)


def _present(source: Path) -> list[str]:
    return [name for name in CASE_FILES if (source / name).is_file()]


def _copy(source: Path, target: Path) -> Path:
    with target.open("xb") as file:
        file.write(source.read_bytes())
    return target
