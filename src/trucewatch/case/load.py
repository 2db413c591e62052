"""Read a case's folder into a Case, or say with file and line why it cannot be trusted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from trucewatch.case.actors_file import read_actors
from trucewatch.case.agreement_file import read_agreement
from trucewatch.case.compare import compare_files
from trucewatch.case.files import (
    CASE_FILES,
    GAZETTEER,
    REQUIRED_FILES,
    STATE_FILES,
    decode,
    misnamed,
    read_bytes,
    state_of,
)
from trucewatch.case.gazetteer import FileGazetteer
from trucewatch.case.json_lines import read_json
from trucewatch.case.nodes import Node
from trucewatch.case.notes import FileNotes
from trucewatch.case.outlets_file import read_outlets
from trucewatch.case.places_file import read_places
from trucewatch.case.yaml_lines import read_yaml
from trucewatch.case.zones_file import read_zones
from trucewatch.core.case import Case
from trucewatch.core.errors import CaseError, InputError
from trucewatch.core.limits import GAZETTEER_BYTES
from trucewatch.core.outlet import Outlets
from trucewatch.core.place import Place, Places

Read = TypeVar("Read")


def built_in_cases() -> tuple[str, ...]:
    """Give the names of the cases that come with the program."""
    folder = _built_in()
    names = (path.name for path in folder.iterdir() if (path / CASE_FILES[0]).is_file())
    return tuple(sorted(names))


def find_built_in(name: str) -> Path:
    """Give the folder of a built-in case, one of `built_in_cases`."""
    return _built_in() / name


def _built_in() -> Path:
    from importlib import resources

    return Path(str(resources.files("trucewatch.case"))) / "built_in"


def find_case(name_or_folder: str | None) -> Path:
    """Find a case: a folder, or the name of a built-in case; None is the folder one stands in.

    A folder of that name goes before a built-in case. InputError where neither holds a case.
    """
    folder = Path(name_or_folder or ".")
    if (folder / CASE_FILES[0]).is_file():
        return folder
    names = built_in_cases()
    if name_or_folder is not None and name_or_folder in names:
        return find_built_in(name_or_folder)
    mend = f"Name a folder with {CASE_FILES[0]}, or a built-in case: {', '.join(names)}"
    if name_or_folder is None:
        raise InputError("the folder one stands in holds no case", mend=f"--case: {mend}")
    what = "the folder holds no case" if folder.is_dir() else "there is no such case"
    raise InputError(what, where=name_or_folder, mend=mend)


def load_case(folder: Path) -> Case:
    """Read the case of a folder; CaseError tells the first fault, with file, line and mend."""
    case = _Loader(folder).load()
    if isinstance(case, Case):
        return case
    raise case[0]


def problems(folder: Path) -> list[CaseError]:
    """Give every fault of a case's files that can be found beside the others; empty if it loads."""
    case = _Loader(folder).load()
    return [] if isinstance(case, Case) else case


class _Loader:
    """Reads file by file, then holds them against each other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._contents: dict[str, bytes] = {}
        self._notes = {name: FileNotes(name) for name in STATE_FILES}
        self._misnamed = misnamed(folder)

    def load(self) -> Case | list[CaseError]:
        """Give the case, or its faults in the order of the files and lines."""
        agreement = self._read("agreement.yaml", _yaml(read_agreement))
        actors = self._read("actors.yaml", _yaml(read_actors))
        outlets = self._read("outlets.yaml", _yaml(read_outlets)) or Outlets(by_id={})
        places = self._read("places.csv", read_places) or {}
        zones = self._read("zones.geojson", _json(read_zones)) or {}
        gazetteer = self._gazetteer(places)
        compare_files(self._notes, outlets, places)
        errors = [error for notes in self._notes.values() for error in notes.errors()]
        if errors or agreement is None or actors is None:
            return errors
        return Case(
            id=agreement.id,
            agreement=agreement,
            actors=actors,
            outlets=outlets,
            places=Places(by_id=places, zones=zones, gazetteer=gazetteer),
            state=state_of(self._contents),
        )

    def _read(self, name: str, read: Callable[[str, FileNotes], Read]) -> Read | None:
        path, notes = self._folder / name, self._notes[name]
        needed = name in REQUIRED_FILES or name in self._misnamed
        if not needed and not path.exists():
            return None
        try:
            content = self._contents[name] = read_bytes(path)
            return read(decode(content, notes), notes)
        except CaseError as error:
            notes.faults.append((0, error))
            return None

    def _gazetteer(self, own: Mapping[str, Place]) -> FileGazetteer | None:
        path = self._folder / GAZETTEER
        if not path.exists():
            return None
        try:
            content = self._contents[GAZETTEER] = read_bytes(path, GAZETTEER_BYTES)
            return FileGazetteer(content, own)
        except CaseError as error:
            self._notes[GAZETTEER].faults.append((0, error))
            return None


def _yaml(read: Callable[[Node, FileNotes], Read]) -> Callable[[str, FileNotes], Read]:
    return lambda text, notes: read(read_yaml(text, notes), notes)


def _json(read: Callable[[Node, FileNotes], Read]) -> Callable[[str, FileNotes], Read]:
    return lambda text, notes: read(read_json(text, notes), notes)
