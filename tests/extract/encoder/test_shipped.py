"""The shipped weights: sound, small, and reading as they should whatever stands around a sentence.

TRUCEWATCH_MODEL names another folder to try before it is shipped.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from trucewatch.extract.encoder.encoder import SHIPPED, Encoder
from trucewatch.extract.encoder.encoding import encode
from trucewatch.extract.encoder.found import Findings, Mask
from trucewatch.extract.encoder.windows import Window, cut_windows

FOLDER = Path(os.environ.get("TRUCEWATCH_MODEL") or SHIPPED)
LARGEST = 30 * 1024 * 1024


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load(FOLDER)


def find(encoder: Encoder, text: str, *masks: Mask) -> Findings:
    lines = [(0, len(text))] if text else []
    return encoder.find(text, lines, masks)


def spans(findings: Findings) -> Iterator[tuple[int, int]]:
    for statement in findings.attributions:
        yield from (*statement.source, *statement.cue, *statement.content)
    yield from ((name.start, name.end) for name in findings.names)
    for event in findings.events:
        yield event.start, event.end
        yield from ((each.start, each.end) for each in event.arguments)


def test_the_model_names_itself_by_its_hash(encoder: Encoder) -> None:
    settings = json.loads((FOLDER / "model.json").read_bytes())
    digest = sha256((FOLDER / "model.onnx").read_bytes()).hexdigest()
    assert settings["sha256"]["model.onnx"] == digest
    assert encoder.version == f"{settings['name']}/{settings['version']} {digest[:12]}"


def test_the_model_is_small() -> None:
    assert (FOLDER / "model.onnx").stat().st_size <= LARGEST
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= LARGEST + (1 << 20)


SAID = "Rain delayed the vote, Deputy Mayor Anna Kolm said on Tuesday."


def told(text: str, findings: Findings) -> list[tuple[str, str, str]]:
    return [
        (
            " ".join(text[s:e] for s, e in each.source),
            " ".join(text[s:e] for s, e in each.cue),
            " ".join(text[s:e] for s, e in each.content),
        )
        for each in findings.attributions
    ]


PLAIN = [
    (SAID, "Deputy Mayor Anna Kolm", "Rain delayed the vote"),
    (
        "The ministry said that two bridges had been repaired.",
        "The ministry",
        "that two bridges had been repaired",
    ),
    ("“We will not leave,” the captain said.", "the captain", "“We will not leave,”"),
    (
        "According to the governor, the road is closed.",
        "the governor",
        "the road is closed",
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), PLAIN)
def test_a_plain_sentence_gives_its_plain_statement(
    encoder: Encoder, text: str, source: str, content: str
) -> None:
    (statement,) = told(text, find(encoder, text))
    assert statement[0] == source
    assert statement[1]
    said = [words.strip("“”,. ").removeprefix("that ") for words in (statement[2], content)]
    assert said[0] == said[1]  # the reader adds the "that" where the encoder leaves it out


def test_who_is_named_in_a_plain_sentence(encoder: Encoder) -> None:
    text = "Anna Kolm, who leads the Northern Farmers’ Union, met officials in Geneva."
    found = {text[n.start : n.end]: n.kind for n in find(encoder, text).names if n.confidence > 0.5}
    assert found["Anna Kolm"] == "person"
    assert found["Geneva"] == "place"


def features(encoder: Encoder, text: str) -> tuple[list[int], list[int], list[int]]:
    encoded = encode(text, encoder._tokeniser, [(0, len(text))])
    return encoded.ids, encoded.casing, encoded.quote


def answers(encoder: Encoder, text: str) -> Any:
    ids, casing, quote = features(encoder, text)
    return encoder._network.answer(ids, casing, quote)["names"]


def test_how_words_are_written_changes_the_answer(encoder: Encoder) -> None:
    written, small = SAID, SAID.lower()
    assert features(encoder, written)[0] == features(encoder, small)[0]
    assert (answers(encoder, written) != answers(encoder, small)).any()


def test_standing_in_quotation_marks_changes_the_answer(encoder: Encoder) -> None:
    ids, casing, quote = features(encoder, "“We will not leave,” the captain said.")
    assert set(quote) == {0, 1, 2}
    network = encoder._network
    marked = network.answer(ids, casing, quote)["attribution"]
    assert (marked != network.answer(ids, casing, [0] * len(quote))["attribution"]).any()


LONG = "\n\n".join(
    f"{SAID} “The vote is on the {day}th,” she added. The army of Velmar shelled the village of "
    f"Ashel on Friday, two residents told the agency, and {day} people were wounded."
    for day in range(4, 20)
)


def test_a_window_answered_alone_is_answered_as_after_others(encoder: Encoder) -> None:
    encoded = encode(LONG, encoder._tokeniser, [(0, len(LONG))])
    windows = list(cut_windows(encoded, encoder._policy))
    assert len(windows) > 1

    def answer(window: Window) -> dict[str, bytes]:
        cut = slice(window.first, window.last)
        found = encoder._network.answer(encoded.ids[cut], encoded.casing[cut], encoded.quote[cut])
        return {name: rows.tobytes() for name, rows in found.items()}

    forth = [answer(window) for window in windows]
    assert [answer(window) for window in reversed(windows)] == forth[::-1]
    assert answer(windows[-1]) == forth[-1]


def test_the_same_bytes_give_the_same_findings_whatever_was_read_and_by_how_many_threads(
    encoder: Encoder,
) -> None:
    found = find(encoder, LONG)
    find(encoder, "Something else was said.")
    assert find(encoder, LONG) == found
    assert find(Encoder.load(FOLDER), LONG) == found
    assert find(Encoder.load(FOLDER, threads=2), LONG) == found


PATTERN = (
    "{0} said on Monday that the army of {1} had shelled {2}. “Not us,” {1}’s spokesman replied.\n\n"
    "Fighters backed by {0} withdrew from {2}, {1} said."
)
NAMES = [
    ("Velmar", "Ondrel", "Ashel"),
    ("Ondrel", "Velmar", "Ashel"),
    ("the Republic of Velmar", "É", "Pellow-on-Marsh 5"),
    ("ب", "x" * 300, "中 “said” 文"),
]


def named(names: tuple[str, ...]) -> tuple[str, list[Mask]]:
    """Put names into the pattern, and tell where they stand."""
    text, masks = "", []
    for piece in PATTERN.replace("}", "{").split("{"):
        if piece.isdigit():
            name = names[int(piece)]
            masks.append(
                Mask(len(text), len(text) + len(name), "place" if piece == "2" else "actor")
            )
            piece = name
        text += piece
    return text, masks


def unnamed(findings: Findings, masks: list[Mask]) -> list[Any]:
    """Give findings with each offset counted as though every name had no length."""
    ends = [(mask.end, mask.end - mask.start) for mask in masks]

    def bare(place: int) -> int:
        return place - sum(length for end, length in ends if end <= place)

    pieces = [(bare(start), bare(end)) for start, end in spans(findings)]
    sure = [each.confidence for each in findings.attributions]
    sure += [each.confidence for each in findings.names]
    sure += [each.reality_confidence for each in findings.events]
    called = [(each.kind, each.reality, each.aspect, each.recap) for each in findings.events]
    return [pieces, sure, called, [name.kind for name in findings.names]]


@pytest.mark.parametrize("names", NAMES[1:])
def test_exchanged_names_leave_every_finding_where_it_was(
    encoder: Encoder, names: tuple[str, ...]
) -> None:
    text, masks = named(NAMES[0])
    found = find(encoder, text, *masks)
    assert len(found.attributions) >= 2
    other, others = named(names)
    assert unnamed(find(encoder, other, *others), others) == unnamed(found, masks)


HOSTILE = {
    "emoji": "🕊👩‍🚀 said 🧨 " * 400,
    "Arabic": "قال المتحدث إن الجيش قصف القرية. " * 300,
    "NULs": "Roe\x00 said\x00\x00 that it rained " * 300,
    "lone surrogates": "Roe\ud800 said \udfff it rained " * 300,
    "one sentence of 100,000 characters": "the captain said that the army had left and " * 2_273,
    "one word": "a" * 100_000,
    "marks": "“" * 3_000 + "”" * 3_000,
    "line ends": "Roe said\n" * 1_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_read_to_its_end_and_every_span_proves_itself(
    encoder: Encoder, kind: str
) -> None:
    text = f"{HOSTILE[kind]}\n\n{SAID}"
    found = find(encoder, text)
    for start, end in spans(found):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
    cues = [cue for statement in found.attributions for cue in statement.cue]
    assert (text.rindex("said"), text.rindex("said") + 4) in cues


def test_the_model_has_its_card() -> None:
    card = (FOLDER / "MODEL_CARD.md").read_text(encoding="utf-8")
    settings = json.loads((FOLDER / "model.json").read_bytes())
    assert card.startswith(f"# Model card: {settings['name']} {settings['version']}")
    assert "licence" in card
