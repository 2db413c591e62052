"""Which words let an event be presented so; one sentence a case."""

from __future__ import annotations

from typing import Literal

import pytest

from trucewatch.core.reading import Reality
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.extract.events.whether.signs import (
    is_doubtful,
    is_hearsay,
    lacks_sign,
    spoken_against,
    tells_news,
)


def sentence(words: str, kind: Literal["title", "paragraph"] = "paragraph") -> Sentence:
    return Sentence(span=Span(0, len(words), words), index=0, block=0, paragraph=0, kind=kind)


def trigger(words: str, marked: str) -> Span:
    start = words.index(marked)
    return Span(start, start + len(marked), marked)


@pytest.mark.parametrize(
    ("words", "marked", "lacks"),
    [
        ("Velmari troops shelled Ashel on Monday.", "shelled", True),
        ("Velmari troops did not shell Ashel.", "shell", False),
        ("Velmari troops didn’t shell Ashel.", "shell", False),
        ("The raid on Ashel was called off.", "raid", False),
        ("Troops were to have left Ashel by noon.", "left", False),
        ("A raid on Ashel was narrowly averted.", "raid", False),
        ("Talks went ahead unannounced in Ashel.", "Talks", False),
        ("Nine mortar rounds landed in Ashel overnight.", "landed", True),
    ],
)
def test_nothing_is_negated_without_a_word_that_leaves_it_undone(
    words: str, marked: str, lacks: bool
) -> None:
    assert lacks_sign(Reality.NEGATED, sentence(words), trigger(words, marked)) is lacks


@pytest.mark.parametrize(
    ("answer", "lacks"),
    [
        ("They did not.", False),
        ("No: they stayed at home.", False),
        ("Ondrel did not reply to the charge.", True),
        ("Ten houses burnt.", True),
    ],
)
def test_a_short_answer_may_take_it_back(answer: str, lacks: bool) -> None:
    words = "Velmar told its troops to shell Ashel."
    marked = trigger(words, "shell")
    told = lacks_sign(Reality.NEGATED, sentence(words), marked, behind=sentence(answer))
    assert told is lacks


@pytest.mark.parametrize(
    ("words", "marked", "news"),
    [
        ("Velmari army shells Ashel", "shells", True),
        ("Rebels shell Ashel as truce frays", "shell", True),
        ("Ondreli troops leave Ashel", "leave", True),
        ("Gunmen in Ashel storm the mill", "storm", False),
        ("Monitor: Ondreli army pounds Ashel", "pounds", True),
        ("Rebels to leave Ashel", "leave", False),
        ("Rebels will leave Ashel", "leave", False),
        ("Leave Ashel, Velmar tells rebels", "Leave", False),
        ("Velmar to rebels: leave Ashel", "leave", False),
        ("Three attacks on Ashel", "attacks", False),
        ("Rebel attacks on Ashel", "attacks", False),
        ("Velmar and Ondrel start patrols in Ashel", "patrols", True),
        ("Velmar launches joint patrols near Ashel", "patrols", True),
        ("Velmar to start patrols in Ashel", "patrols", False),
        ("Velmar plans patrols in Ashel", "patrols", False),
        ("Rebel shells loom over Ashel", "shells", False),
    ],
)
def test_a_verb_in_a_headline_tells_news(words: str, marked: str, news: bool) -> None:
    assert tells_news(sentence(words, "title"), trigger(words, marked)) is news


@pytest.mark.parametrize("reality", ["negated", "denied", "planned", "promised", "demanded"])
@pytest.mark.parametrize(
    "words", ["Velmari army shells Ashel", "Velmari army shells Ashel, killing three"]
)
def test_a_headline_in_the_present_has_happened(words: str, reality: str) -> None:
    marked = trigger(words, "shells")
    assert lacks_sign(Reality(reality), sentence(words, "title"), marked)
    only_negated = reality == "negated"
    assert lacks_sign(Reality(reality), sentence(words), marked) is only_negated


@pytest.mark.parametrize(
    ("words", "reality", "dated"),
    [
        ("Velmari army shells nothing, says colonel", "denied", False),
        ("Velmari army shells Ashel: a lie, says colonel", "denied", False),
        ("Envoy demands army leaves Ashel", "demanded", False),
        ("Velmari army leaves Ashel on Monday", "planned", True),
        ("Truce ends unless army leaves Ashel", "planned", False),
    ],
)
def test_a_headline_with_a_sign_may_be_anything(words: str, reality: str, dated: bool) -> None:
    marked = trigger(words, "shells" if "shells" in words else "leaves")
    assert not lacks_sign(Reality(reality), sentence(words, "title"), marked, dated=dated)


@pytest.mark.parametrize(
    ("words", "doubtful"),
    [
        ("Velmari troops shelled Ashel on Monday.", False),
        ("The monitor verified two raids on Ashel.", False),
        ("Nobody knows whether troops shelled Ashel.", True),
        ("Troops reportedly shelled Ashel.", True),
        ("Troops didn't leave, and shelled Ashel.", True),
        ("Troops were to leave Ashel.", True),
        ("Did troops shell Ashel?", True),
        ("Velmar is still checking what it was told of the raid.", True),
    ],
)
def test_words_of_doubt_stand_beside_an_event(words: str, doubtful: bool) -> None:
    assert is_doubtful(sentence(words)) is doubtful


@pytest.mark.parametrize(
    ("words", "hearsay"),
    [
        ("Velmar is checking the Ondreli reports on the withdrawal of guns.", True),
        ("Rumours of a sudden withdrawal reached Ashel.", True),
        ("Claims about its withdrawal are many.", True),
        ("The minister postponed her report on the withdrawal.", False),
        ("The report was read after the withdrawal.", False),
        ("It reported the withdrawal.", False),
    ],
)
def test_what_is_reported_of_is_hearsay(words: str, hearsay: bool) -> None:
    assert is_hearsay(sentence(words), trigger(words, "withdrawal")) is hearsay


@pytest.mark.parametrize(
    ("words", "marked", "told_against"),
    [
        ("Ondrel does not deny that its army shelled Ashel.", "shelled", {"distanced", "denied"}),
        ("Ondrel no longer disputes the raid on Ashel.", "raid", {"distanced", "denied"}),
        ("Nobody doubts that rebels shelled Ashel.", "shelled", {"distanced", "denied"}),
        ("There is no doubt that rebels shelled Ashel.", "shelled", {"distanced", "denied"}),
        ("Ondrel denies that its army shelled Ashel.", "shelled", set()),
        ("Guards are to leave Ashel, the court ruled.", "leave", {"planned"}),
        ("The tribunal ordered that Ashel is to be opened.", "opened", {"planned"}),
        ("Guards are to leave Ashel on Monday, the army said.", "leave", set()),
        ("The court is to rule on the raid on Ashel.", "raid", set()),
        (
            "There is no problem with the withdrawal from Ashel.",
            "withdrawal",
            {"negated", "denied", "postponed"},
        ),
        (
            "No delay in their withdrawal was noted.",
            "withdrawal",
            {"negated", "denied", "postponed"},
        ),
        ("There is no problem, and no withdrawal.", "withdrawal", set()),
        ("There is a problem with the withdrawal from Ashel.", "withdrawal", set()),
    ],
)
def test_what_explicit_words_tell_an_event_not_to_be(
    words: str, marked: str, told_against: set[str]
) -> None:
    assert spoken_against(sentence(words), trigger(words, marked), "attack") == told_against


# one row: a sentence, its event and kind, and whether it may be told as not done
TRIED: list[tuple[str, str, str, bool]] = [
    ("Rebels tried to storm Ashel but were beaten back.", "storm", "attack", False),
    ("Rebels attempted to win back Ashel and failed.", "win", "seizure", False),
    ("Rebels did not try to storm Ashel.", "storm", "attack", True),
    ("Rebels never sought to storm Ashel.", "storm", "attack", True),
    ("Rebels tried to leave Ashel but were not let through.", "leave", "withdrawal", True),
]


@pytest.mark.parametrize(("words", "marked", "kind", "undone"), TRIED)
def test_an_attack_that_was_tried_was_made(
    words: str, marked: str, kind: str, undone: bool
) -> None:
    out = spoken_against(sentence(words), trigger(words, marked), kind)
    assert ("negated" not in out) is undone
