"""The encoder as a whole: the same answers whatever came before, offsets right, hostile text borne."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterable
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiny_model import VOCABULARY, looked_up, random_tables, write_model
from trucewatch.extract.encoder.encoder import Encoder
from trucewatch.extract.encoder.found import Findings, Mask

MODEL: list[Encoder] = []


@pytest.fixture(scope="module", autouse=True)
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    """A network of chance: each answer hangs on all of its window, and finds something everywhere."""
    folder = tmp_path_factory.mktemp("model")
    MODEL[:] = [Encoder.load(write_model(folder, random_tables(), mixed=0.2))]
    return MODEL[0]


def find(text: str, *masks: Mask) -> Findings:
    return MODEL[0].find(text, [(0, len(text))], masks)


def spans(findings: Findings) -> Iterable[tuple[int, int]]:
    for statement in findings.attributions:
        yield from (*statement.source, *statement.cue, *statement.content)
    yield from ((name.start, name.end) for name in findings.names)
    for event in findings.events:
        yield event.start, event.end
        yield from ((each.start, each.end) for each in event.arguments)


def confidences(findings: Findings) -> Iterable[float]:
    yield from (each.confidence for each in findings.attributions)
    yield from (each.confidence for each in findings.names)
    for event in findings.events:
        yield from (event.confidence, event.reality_confidence)
        yield from (each.confidence for each in event.arguments)


NEWS = st.lists(
    st.sampled_from(
        [
            "General",
            "Roe",
            "said",
            "the",
            "army",
            "shelled",
            "Ashel",
            "“",
            "not",
            "us",
            "”",
            "he",
            "added",
            ".",
            "\n\n",
            "Tanks",
            "left",
            "5",
        ]
    ),
    max_size=150,
).map(" ".join)
ODD = st.text(max_size=60) | st.text(st.sampled_from("a. \n\x00\u200b\ud800“é中ب🕊"), max_size=80)


@given(NEWS | ODD)
def test_findings_cite_words_of_the_text_in_its_order(text: str) -> None:
    found = find(text)
    for start, end in spans(found):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
    assert all(0 <= each <= 1 for each in confidences(found))
    assert [each.start for each in found.attributions] == sorted(
        e.start for e in found.attributions
    )
    assert [each.start for each in found.names] == sorted(each.start for each in found.names)
    assert [each.start for each in found.events] == sorted(each.start for each in found.events)
    assert all(each.cue or each.content for each in found.attributions)


@given(NEWS)
def test_only_a_source_stands_in_two_statements_and_no_fragment_meets_another(text: str) -> None:
    found = find(text).attributions
    taken = sorted(
        [fragment for each in found for fragment in (*each.cue, *each.content)]
        + list({fragment for each in found for fragment in each.source})
    )
    assert all(one[1] <= other[0] for one, other in pairwise(taken))


@given(NEWS, NEWS | ODD)
def test_what_was_read_before_changes_nothing(text: str, other: str) -> None:
    alone = find(text)
    find(other)
    assert find(text) == alone


def test_a_fresh_encoder_and_more_threads_answer_alike(tmp_path: Path) -> None:
    text = "General Roe said the army shelled Ashel on Monday. “Not us,” he added.\n\n" * 9
    folder = write_model(tmp_path, random_tables(), mixed=0.2)
    assert Encoder.load(folder).find(text, [(0, len(text))]) == find(text)
    assert Encoder.load(folder, threads=2).find(text, [(0, len(text))]) == find(text)


def test_each_window_is_asked_by_itself_and_ends_of_it_are_added(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, ...]] = []
    network = encoder._network._session
    run = network.run

    def listen(outputs: Any, feed: dict[str, Any]) -> Any:
        assert {value.shape[0] for value in feed.values()} == {1}
        asked.append(tuple(feed["ids"][0].tolist()))
        return run(outputs, feed)

    class Session:
        pass

    session = Session()
    session.run = listen  # type: ignore[attr-defined]
    monkeypatch.setattr(encoder._network, "_session", session)
    find("Roe said the army left. " * 30)
    assert len(asked) > 2
    assert max(map(len, asked)) <= 48
    for ids in asked:
        assert VOCABULARY[ids[0]] == "[CLS]"
        assert VOCABULARY[ids[-1]] == "[SEP]"


def shifted(found: Findings, masks: list[Mask], others: list[Mask]) -> Any:
    """Move every offset of findings from where the names of one text stand to those of another."""
    moves = [(one.end, other.end) for one, other in zip(masks, others, strict=True)]
    begins = {one.start: other.start for one, other in zip(masks, others, strict=True)}

    def moved(place: int) -> int:
        if place in begins:
            return begins[place]
        before = [move for move in moves if move[0] <= place]
        return place + (before[-1][1] - before[-1][0] if before else 0)

    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: moved(each) if key in ("start", "end") else walk(each)
                for key, each in value.items()
            }
        if (
            isinstance(value, tuple)
            and len(value) == 2
            and all(type(each) is int for each in value)
        ):
            return tuple(map(moved, value))
        return tuple(map(walk, value)) if isinstance(value, tuple) else value

    return walk(asdict(found))


def named(pattern: str, names: dict[str, str]) -> tuple[str, list[Mask]]:
    """Put names in a text at its {actor} and {place} marks."""
    text, masks = "", []
    for piece in pattern.replace("{", "\0{").replace("}", "}\0").split("\0"):
        if piece in names:
            masks.append(Mask(len(text), len(text) + len(names[piece]), piece_kind(piece)))
        text += names.get(piece, piece)
    return text, masks


def piece_kind(piece: str) -> Any:
    return "place" if piece == "{P}" else "actor"


PATTERN = (
    "{A} said on Monday that the army of {B} shelled {P}. “Not us,” {B}’s general added.\n\n"
    "{A}-backed rebels left {P} . " * 3
)
EXCHANGED = [
    {"{A}": "Velmar", "{B}": "Ondrel", "{P}": "Ashel"},
    {"{A}": "Ondrel", "{B}": "Velmar", "{P}": "Ashel"},
    {"{A}": "the Republic of Velmar", "{B}": "É", "{P}": "Pellow-on-Marsh 5"},
    {"{A}": "ب", "{B}": "x" * 300, "{P}": "中 “said” 文"},
]


@pytest.mark.parametrize("names", EXCHANGED)
def test_exchanged_names_change_nothing_that_is_found(names: dict[str, str]) -> None:
    text, masks = named(PATTERN, EXCHANGED[0])
    other, others = named(PATTERN, names)
    found, again = find(text, *masks), find(other, *others)
    assert found.attributions
    assert found.events
    assert shifted(found, masks, others) == asdict(again)


HOSTILE = {
    "one sentence of 100,000 characters": "the army shelled a village and " * 3_300,
    "one word of 100,000 characters": "a" * 100_000,
    "words that are long and in pieces": ("abcdefghij" * 10 + " ") * 1_000,
    "marks": "“" * 50_000,
    "emoji": "🕊👩‍🚀 " * 20_000,
    "Arabic": "قصف الجيش القرية. " * 6_000,
    "Chinese": "军队炮击村庄" * 15_000,
    "NULs": "Roe\x00 said\x00\x00 " * 8_000,
    "lone surrogates": "Roe\ud800 said \udfff " * 8_000,
    "zero-width characters": "R\u200bo\u200be\ufeff said\u200d " * 8_000,
    "accents": "e" + "\u0301" * 100_000,
    "line ends": "Roe\n" * 20_000,
    "only control characters": "\x00\x01\u200b " * 30_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_read_to_its_end(
    kind: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The last words are found as they are in a short text: nothing of the rest is lost."""
    text = HOSTILE[kind] + ". Vorn said peace talks."
    tables = {"names": looked_up("names", {"vorn": "B-person", "talks": "B-time"})}
    windows = {"tokens": 510, "overlap_most": 128, "overlap_least": 64, "settled": 24}
    encoder = Encoder.load(write_model(tmp_path_factory.mktemp("model"), tables, windows=windows))
    began = time.perf_counter()
    found = encoder.find(text, [(0, len(text))])
    assert time.perf_counter() - began < 20
    assert [text[name.start : name.end] for name in found.names][-2:] == ["Vorn", "talks"]


def test_memory_grows_with_the_text_and_no_more(encoder: Encoder) -> None:
    def peak(text: str) -> int:
        tracemalloc.start()
        encoder.find(text, [(0, len(text))])
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    line = "he would not " * 40
    assert peak(line * 8) < 12 * peak(line)


def test_nothing_is_found_in_nothing(encoder: Encoder) -> None:
    assert encoder.find("", []) == encoder.find(" \n ", [(0, 3)]) == Findings()
    assert encoder.find("Roe said", []) == Findings()


@pytest.mark.parametrize(
    ("bound", "told"),
    [("names.NAMES", "names"), ("statements.ATTRIBUTIONS", "attributions")],
)
def test_no_more_is_told_than_a_text_can_hold_and_that_from_its_beginning(
    bound: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "General Roe said the army shelled Ashel on Monday. " * 60
    whole = getattr(find(text), told)
    monkeypatch.setattr(f"trucewatch.extract.encoder.{bound}", 7)
    some = getattr(find(text), told)
    assert len(some) == 7 < len(whole)
    assert [each.start for each in some] == [each.start for each in whole[:7]]
