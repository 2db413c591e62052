from __future__ import annotations

import pytest

from trucewatch.document.captions import begins_as_caption, ends_with_credit, is_pictured


@pytest.mark.parametrize(
    "line",
    [
        "FILE - In this March 1, 2020, file photo, a gun stands near Velin.",
        "FILE PHOTO: A gun near Velin",
        "File photo",
        "Photo: Ada Rook",
        "Photos: Guns at Velin",
        "Photo by Ada Rook",
        "Image caption The bridge",
        "Image copyright Wire",
        "In this photo taken on Monday, a gun stands near Velin.",
        "This undated handout image released by the army shows a gun.",
        "An archive picture of the bridge",
        "A general view of Velin",
        "A still image from a video shows guns",
        "Enlarge this image",
        "(Photo: Wire)",
        "A picture taken on Monday shows guns.",
    ],
)
def test_lines_that_begin_as_captions(line: str) -> None:
    assert begins_as_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Still, nobody fired.",
        "Still 12 guns stay.",
        "Images from Velin show smoke.",
        "Footage from Velin showed two guns.",
        "In this war nobody wins.",
        "This is what the agreement says.",
        "Video of the guns spread quickly.",
        "Photographers were kept away.",
        "File a complaint, he said.",
        "A pictureless page.",
    ],
)
def test_sentences_that_do_not(line: str) -> None:
    assert not begins_as_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "A gun near Velin (Wire)",
        "A gun near Velin (Ada Rook/Wire)",
        "A gun near Velin [File: Ada Rook/Wire]",
        "A gun near Velin (file photo)",
        "A gun near Velin (Photo by Ada Rook)",
        "A gun near Velin. Ada Rook/Wire",
        "A gun near Velin. WIRE/Ada Rook",
        "A gun near Velin. Photograph: Ada Rook/Wire",
        "A gun near Velin © Wire 2020 / Ada Rook",
        "A gun near Velin via Getty",
    ],
)
def test_lines_that_end_with_a_credit(line: str) -> None:
    assert ends_with_credit(line)


@pytest.mark.parametrize(
    "line",
    ["Guns stay near Velin", "Guns stay (in the north)", "Guns stay (Wire).", "Guns and/or mines"],
)
def test_lines_that_do_not(line: str) -> None:
    assert not ends_with_credit(line)


@pytest.mark.parametrize(
    ("line", "pictured"),
    [
        ("Ada Rook, left, speaks in Oster on Monday, March 2, 2020.", True),
        ("A boy walks past a gun in Velin, Monday, 2 March 2020.", True),
        ("The minister, pictured here in Oster, came late.", True),
        ("The bridge © Wire", True),
        ("On Monday, March 2, 2020, guns fired at Velin.", False),
        ("The move is seen as a step, he said.", False),
        ("The army released undated photos of the guns.", False),
    ],
)
def test_pictures_spoken_of_in_passing(line: str, pictured: bool) -> None:
    assert is_pictured(line) is pictured
