from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from trucewatch.collect import collect
from trucewatch.collect import files as files_module
from trucewatch.core.document import Capture, Refusal
from trucewatch.core.errors import InputError
from trucewatch.core.limits import CAPTURE_BYTES

TEXT = b"Guns stay at the Velin crossing.\n"
DAY = date(2020, 3, 2)


def write(folder: Path, **files: bytes) -> Path:
    """Write files named like `a__txt` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content)
    return folder


def names(found: list[Capture | Refusal], base: Path) -> list[str]:
    return [item.source.removeprefix(f"{base.as_posix()}/") for item in found]


def test_a_file_is_brought_in_unchanged(tmp_path: Path) -> None:
    write(tmp_path, a__txt=b"\xef\xbb\xbfGuns\r\nstay\r\n")
    (capture,) = collect([tmp_path / "a.txt"], published=DAY, outlet="daily")
    assert isinstance(capture, Capture)
    assert capture.content == b"\xef\xbb\xbfGuns\r\nstay\r\n"
    assert (capture.media, capture.published, capture.outlet) == ("text", DAY, "daily")
    assert capture.captured is None


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, b__txt=TEXT, a__html=b"<html><p>Guns</p>", c__png=b"\x89PNG\r\n\x1a\n")
    write(tmp_path / "aa", x__txt=TEXT)
    write(tmp_path / ".git", x__txt=TEXT)
    (tmp_path / ".hidden.txt").write_bytes(TEXT)
    found = list(collect([tmp_path]))
    assert names(found, tmp_path) == ["a.html", "aa/x.txt", "b.txt", "c.png"]
    assert [type(item) for item in found] == [Capture, Capture, Capture, Refusal]


def test_every_given_thing_gives_one_capture_or_refusal(tmp_path: Path) -> None:
    write(tmp_path, a__txt=TEXT, empty__txt=b"", b__pdf=b"%PDF-1.4", c__docx=b"PK\x03\x04")
    (tmp_path / "d.jsonl").write_bytes(b'{"text":"a"}\n{"text":\n')
    (tmp_path / "none").mkdir()
    sources = [
        tmp_path / name
        for name in ("a.txt", "gone.txt", "empty.txt", "b.pdf", "c.docx", "d.jsonl", "none")
    ]
    found = list(collect([*sources, "https://example.org/a", tmp_path / "a.txt"]))
    assert [type(item).__name__[0] for item in found] == list("CRRRRCRRRC")
    assert all(item.reason for item in found if isinstance(item, Refusal))


def test_what_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    (refusal,) = collect([path])
    assert isinstance(refusal, Refusal)
    assert "larger than 20 MB" in refusal.reason


def test_a_file_at_the_limit_is_taken(tmp_path: Path) -> None:
    write(tmp_path, a__txt=b"a" * CAPTURE_BYTES)
    assert [type(item) for item in collect([tmp_path / "a.txt"])] == [Capture]


def test_a_file_that_grows_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a__txt=b"a" * 100)
    monkeypatch.setattr(files_module, "CAPTURE_BYTES", 50)
    monkeypatch.setattr(files_module, "check_plain", lambda _: 10)
    assert [type(item) for item in collect([tmp_path / "a.txt"])] == [Refusal]


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a__txt=TEXT, b__txt=TEXT, c__jsonl=b'{"text":"a"}')
    whole = Path.open

    def refuse(path: Path, mode: str) -> object:
        if path.name != "b.txt":
            raise PermissionError(13, "Permission denied")
        return whole(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    found = list(collect([tmp_path]))
    assert [type(item) for item in found] == [Refusal, Capture, Refusal]
    assert isinstance(found[0], Refusal)
    assert "Permission denied" in found[0].reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert [type(item) for item in collect([tmp_path])] == [Refusal]


def test_links_in_a_folder_are_refused_and_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "out", secret__txt=TEXT)
    write(tmp_path / "in", a__txt=TEXT)
    try:
        (tmp_path / "in" / "loop").symlink_to(tmp_path / "in", target_is_directory=True)
        (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "out" / "secret.txt")
        (tmp_path / "in" / "dead").symlink_to(tmp_path / "nowhere")
    except OSError:
        pytest.skip("this system makes no links")
    found = list(collect([tmp_path / "in"]))
    assert names(found, tmp_path / "in") == ["a.txt", "dead", "link.txt", "loop"]
    assert [type(item) for item in found] == [Capture, Refusal, Refusal, Refusal]


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5000, "", "con:/a", "..\\..\\a"])
def test_unusable_names_are_refused(name: str, tmp_path: Path) -> None:
    source = tmp_path / name if name else tmp_path / "nothing"
    assert [type(item) for item in collect([source])] == [Refusal]


def test_a_name_in_no_encoding_is_storable(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_WRONLY)
    except OSError:
        pytest.skip("this system takes no such name")
    os.write(descriptor, TEXT)
    os.close(descriptor)
    (capture,) = collect([tmp_path])
    capture.source.encode("utf-8")


SHEET = b"file,outlet,published,url,title\n"


def sheet(folder: Path, rows: bytes, header: bytes = SHEET) -> Path:
    path = folder / "index.csv"
    path.write_bytes(header + rows)
    return path


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_sheet_says_what_files_do_not(tmp_path: Path, mark: bytes) -> None:
    write(tmp_path, a__txt=TEXT, b__txt=TEXT)
    index = sheet(
        tmp_path, b'a.txt,daily,2020-03-02,https://x.example/a,"Guns, stay"\r\n', mark + SHEET
    )
    first, second = collect([tmp_path], index=index, outlet="wire")
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert (first.outlet, first.published, first.url) == ("daily", DAY, "https://x.example/a")
    assert first.title == "Guns, stay"
    assert (second.outlet, second.published) == ("wire", None)


def test_the_sheet_alone_brings_its_files_in(tmp_path: Path) -> None:
    write(tmp_path / "pages", a__txt=TEXT)
    index = sheet(tmp_path, b"pages/a.txt,daily,,,\n\npages\\a.txt,daily,,,\n")
    found = list(collect([], index=index, published=DAY))
    assert [type(item) for item in found] == [Capture, Refusal]
    assert isinstance(found[0], Capture)
    assert (found[0].outlet, found[0].published) == ("daily", DAY)
    assert found[1].source.endswith("index.csv:4")


def test_beside_sources_the_sheet_brings_nothing_in(tmp_path: Path) -> None:
    write(tmp_path / "pages", a__txt=TEXT, b__txt=TEXT)
    write(tmp_path / "other", c__txt=TEXT)
    index = sheet(
        tmp_path,
        b"pages/a.txt,daily,,,\npages/b.txt,wire,never,,\nother/c.txt,wire,,,\npages/gone.txt,wire,,,\n,wire,,,\n",
    )
    (one,) = collect([tmp_path / "pages" / "a.txt"], index=index)
    assert isinstance(one, Capture)
    assert (one.outlet, one.row) == ("daily", f"{index.as_posix()}:2")
    folder = list(collect([tmp_path / "pages"], index=index))
    assert [item.row and item.row.rpartition(":")[2] for item in folder] == ["2", "3", "5", "6"]
    assert len(list(collect([], index=index))) == 5
    assert list(collect([tmp_path / "pages" / "gone.txt"], index=index))[1].row is not None


def test_what_is_refused_of_a_sheet_names_the_file_and_the_row(tmp_path: Path) -> None:
    write(tmp_path, a__txt=b"", b__txt=TEXT)
    (tmp_path / "c.jsonl").write_bytes(b"[1]\n")
    index = sheet(tmp_path, b"a.txt,,,,\nb.txt,,never,,\ngone.txt,,,,\nc.jsonl,,,,\n")
    found = list(collect([], index=index))
    for number, item in zip((2, 3, 5, 4), [found[0], found[1], found[3], found[2]], strict=True):
        assert isinstance(item, Refusal)
        told = f"{item.source}: {item.reason}"
        assert f"index.csv:{number}" in told
        assert ("a.txt", "b.txt", "gone.txt", "c.jsonl")[number - 2] in told
        assert item.row == f"{index.as_posix()}:{number}"


def test_a_file_of_the_sheet_may_lie_in_a_folder_given(tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", a__txt=TEXT)
    index = sheet(write(tmp_path / "sheets"), b"a.txt,daily,,,\n")
    (found,) = collect([pages], index=index)
    assert isinstance(found, Capture)
    assert found.outlet == "daily"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (b"gone.txt,daily,,,", "not there"),
        (b"a.txt,daily,2 March 2020,,", "not a day"),
        (b"a.txt,daily,,,,more", "more cells"),
        (b",daily,,,", "names no file"),
        (b"../a.txt,daily,,,", "without '..'"),
        (b"/etc/hosts,daily,,,", "without '..'"),
        (b"C:\\a.txt,daily,,,", "without '..'"),
        (b"b,daily,,,", "not there"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_with_its_line(
    tmp_path: Path, row: bytes, reason: str
) -> None:
    write(tmp_path, a__txt=TEXT)
    write(tmp_path / "b", c__txt=TEXT)
    index = sheet(tmp_path, b"b/c.txt,wire,,,\n" + row + b"\n")
    first, second = collect([], index=index)
    assert isinstance(first, Capture)
    assert isinstance(second, Refusal)
    assert second.source.endswith("index.csv:3")
    assert reason in second.reason


def test_a_file_whose_row_is_refused_is_not_brought_in_without_it(tmp_path: Path) -> None:
    write(tmp_path, a__txt=TEXT)
    index = sheet(tmp_path, b"a.txt,daily,never,,\n")
    assert [type(item) for item in collect([tmp_path], index=index)] == [Refusal]


@pytest.mark.parametrize(
    "content",
    [
        b"file,outlet,colour\n",
        b"outlet,published\n",
        b"file,file\n",
        b"",
        b"\xff\xfe",
        b'file\n"a',
        b"file,outlet\n\xe9.txt,x\n",
    ],
)
def test_an_unsound_sheet_is_an_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "index.csv"
    path.write_bytes(content)
    with pytest.raises(InputError):
        list(collect([], index=path))


def test_a_sheet_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(collect([], index=tmp_path / "gone.csv"))


@pytest.mark.parametrize("mark", [";", "\t"])
def test_the_sheet_may_be_parted_by_other_signs(tmp_path: Path, mark: str) -> None:
    write(tmp_path, a__txt=TEXT)
    header = f"File{mark}Outlet\n".encode()
    index = sheet(tmp_path, f"a.txt{mark}daily, the\n".encode(), header)
    (found,) = collect([], index=index)
    assert isinstance(found, Capture)
    assert found.outlet == "daily, the"
