"""Windows: they tile the text, bounded, each cut where it best can be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.extract.encoder.encoding import Encoded
from trucewatch.extract.encoder.windows import SPECIALS, WindowPolicy, cut_windows

POLICY = WindowPolicy(tokens=48, overlap_most=20, overlap_least=12, settled=4)
ROOM = POLICY.tokens - SPECIALS


def text_of(lengths: list[int], breaks: set[int]) -> Encoded:
    """Words of so many pieces; some begin a sentence."""
    found = Encoded()
    for number, length in enumerate(lengths):
        if number in breaks:
            found.breaks.append(len(found.ids))
        found.add(2 * number, 2 * number + 1, [9] * length, 3, 0)
    return found


LENGTHS = st.lists(st.integers(1, 5) | st.just(100), max_size=200)


@given(LENGTHS, st.sets(st.integers(0, 200)))
def test_what_counts_tiles_the_text(lengths: list[int], breaks: set[int]) -> None:
    encoded = text_of(lengths, breaks)
    windows = list(cut_windows(encoded, POLICY))
    if not lengths:
        assert windows == []
        return
    assert windows[0].first == windows[0].begin == 0
    assert windows[-1].last == windows[-1].stop == len(encoded.ids)
    for window in windows:
        assert window.first <= window.begin < window.stop <= window.last
        assert window.last - window.first <= ROOM
    for earlier, later in pairwise(windows):
        assert earlier.stop == later.begin
        assert later.first + POLICY.settled <= later.begin <= earlier.last - POLICY.settled
        overlap = earlier.last - later.first
        assert POLICY.overlap_least <= overlap <= POLICY.overlap_most


@given(LENGTHS, st.sets(st.integers(0, 200)))
def test_windows_begin_with_sentences_where_they_can_and_else_with_words(
    lengths: list[int], breaks: set[int]
) -> None:
    encoded = text_of(lengths, breaks)
    for earlier, later in pairwise(cut_windows(encoded, POLICY)):
        near = range(earlier.last - POLICY.overlap_most, earlier.last - POLICY.overlap_least + 1)
        possible = [each for each in encoded.breaks if each in near]
        if possible:
            assert later.first == possible[-1]
        elif max(lengths) < POLICY.settled:
            assert {later.first, later.begin} <= {*encoded.firsts, *encoded.breaks}


def test_a_short_text_is_one_window() -> None:
    encoded = text_of([1] * ROOM, set())
    assert [tuple(each) for each in cut_windows(encoded, POLICY)] == [(0, ROOM, 0, ROOM)]
    assert len(list(cut_windows(text_of([1] * (ROOM + 1), set()), POLICY))) == 2


@pytest.mark.parametrize(
    "given", [(48, 60, 12, 4), (48, 20, 30, 4), (48, 20, 12, 7), (48, 20, 12, 0)]
)
def test_a_policy_that_cannot_be_is_refused(given: tuple[int, int, int, int]) -> None:
    tokens, most, least, settled = given
    with pytest.raises(ValueError, match="cannot be cut"):
        WindowPolicy(tokens=tokens, overlap_most=most, overlap_least=least, settled=settled)
