from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.ledger import beside
from trucewatch.ledger.beside import derived_key, load_derived, store_derived


def test_what_is_stored_is_loaded(tmp_path: Path) -> None:
    folder = tmp_path / beside.FOLDER
    assert load_derived(folder, "k") is None
    assert store_derived(folder, "k", b"one")
    assert store_derived(folder, "k", b"two")
    assert store_derived(folder, "empty", b"")
    assert load_derived(folder, "k") == b"two"
    assert load_derived(folder, "empty") == b""
    assert load_derived(folder, "K") is None
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("key", ["../../x", "a:b", "CON", "", "\x00", "ü" * 500, "/etc/passwd"])
def test_no_key_leads_out_of_the_folder(tmp_path: Path, key: str) -> None:
    folder = tmp_path / "c"
    assert store_derived(folder, key, b"x")
    assert load_derived(folder, key) == b"x"
    assert [entry.name for entry in tmp_path.iterdir()] == ["c"]


@given(st.binary(max_size=60), st.data())
def test_damage_is_nothing_stored(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    store_derived(folder, "k", content)
    (file,) = folder.iterdir()
    stored = bytearray(file.read_bytes())
    place = data.draw(st.integers(0, len(stored) - 1))
    if data.draw(st.booleans()):
        stored[place] ^= data.draw(st.integers(1, 255))
    else:
        del stored[place:]
    file.write_bytes(stored)
    assert load_derived(folder, "k") is None


def test_another_keys_file_is_not_taken(tmp_path: Path) -> None:
    store_derived(tmp_path, "k", b"one")
    (file,) = tmp_path.iterdir()
    store_derived(tmp_path, "l", b"two")
    (other,) = set(tmp_path.iterdir()) - {file}
    file.replace(other)
    assert load_derived(tmp_path, "l") is None


def test_the_oldest_go_first(tmp_path: Path) -> None:
    for number in range(beside.KEPT_FILES + 5):
        store_derived(tmp_path, str(number), b"x")
        for file in tmp_path.iterdir():
            os.utime(file, ns=(0, file.stat().st_mtime_ns - 10**9))
    loaded = [load_derived(tmp_path, str(number)) for number in range(beside.KEPT_FILES + 5)]
    assert loaded == [None] * 5 + [b"x"] * beside.KEPT_FILES


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    assert not store_derived(blocked, "k", b"x")
    assert not store_derived(tmp_path / "absent" / "deep", "k", b"x")
    assert load_derived(blocked, "k") is None


def test_a_failed_write_leaves_the_old_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_derived(tmp_path, "k", b"old")

    def fail(_self: Path, _target: Path) -> Path:
        raise OSError("no")

    monkeypatch.setattr(Path, "replace", fail)
    assert not store_derived(tmp_path, "k", b"new")
    assert load_derived(tmp_path, "k") == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_everything_that_a_thing_depends_on_is_in_its_key() -> None:
    keys = {
        derived_key("7:ab", "case", "0.1"),
        derived_key("7:ab", "case", "0.2"),
        derived_key("7:abcase", "", "0.1"),
        derived_key("7:ab", "case0.1"),
    }
    assert len(keys) == 4
    assert derived_key("a", "b") == derived_key("a", "b")
