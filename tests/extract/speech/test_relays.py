"""Relays that a trained reader found, beside those that the grammar reads."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages import a_document, crossing, read
from trucewatch.core.reading import Statement
from trucewatch.extract.chains import Relay
from trucewatch.extract.dates import find_dates
from trucewatch.extract.encoder.found import Attribution, Fragment
from trucewatch.extract.speech.relays import in_one
from trucewatch.extract.speech.voices import Voice
from trucewatch.extract.statements import find_statements

DAY = date(2021, 3, 4)


def fragment(text: str, words: str) -> Fragment:
    return Fragment(text.index(words), text.index(words) + len(words))


def statements_of(
    text: str, roles: tuple[str, str, str], relays: list[str], title: str | None = None
) -> tuple[Statement, ...]:
    document = a_document(*text.split("\n\n"), title=title, outlet=None)
    sentences, mentions, _ = read(document, crossing(), DAY)
    dates = find_dates(document.text, DAY, [sentence.span for sentence in sentences])
    source, cue, content = ((fragment(document.text, words),) if words else () for words in roles)
    found = Attribution(
        source=source,
        cue=cue,
        content=content,
        confidence=0.8,
        relays=tuple(fragment(document.text, words) for words in relays),
    )
    return find_statements(document, sentences, mentions, dates, crossing(), [found])


def chain(statement: Statement) -> list[str | None]:
    return [link.id or (link.span.text if link.span else None) for link in statement.chain[1:]]


# one row: a text, what was found as source, cue and content, the relays found, and the chain
CHAINS: list[tuple[str, tuple[str, str, str], list[str], list[str]]] = [
    # the grammar does not know the way, the trained reader does
    (
        "A baker let slip that the bridge was mined; the weekly Lantern had it off the Orlan wire.",
        ("A baker", "let slip", "that the bridge was mined"),
        ["the weekly Lantern", "the Orlan wire"],
        ["the weekly Lantern", "the Orlan wire", "A baker"],
    ),
    # both know it: once
    (
        "A baker told Radio Orlan that the bridge was mined.",
        ("A baker", "told", "that the bridge was mined"),
        ["Radio Orlan"],
        ["Radio Orlan", "A baker"],
    ),
    # the grammar knows one, the trained reader another
    (
        "A baker told Radio Orlan that the bridge was mined. So it stood in the weekly Lantern.",
        ("A baker", "told", "that the bridge was mined"),
        ["the weekly Lantern"],
        ["the weekly Lantern", "Radio Orlan", "A baker"],
    ),
    # who speaks for a body passes nothing on that he was told, asked or met for
    (
        "Tessa Vorn told her counterpart Bera Solm on Monday that the bridge was mined.",
        ("Tessa Vorn", "told", "that the bridge was mined"),
        ["Bera Solm"],
        ["tessa_vorn"],
    ),
    (
        "Bera Solm told Vorn in a phone call that the bridge was mined.",
        ("Bera Solm", "told", "that the bridge was mined"),
        ["Vorn"],
        ["bera_solm"],
    ),
    (
        "After a meeting with Dorrin Hale, Bera Solm said that the bridge was mined.",
        ("Bera Solm", "said", "that the bridge was mined"),
        ["Dorrin Hale"],
        ["bera_solm"],
    ),
    (
        "Asked by the envoy Karl Rees, Vorn said after talks with Dorrin Hale that the bridge was mined.",
        ("Vorn", "said", "that the bridge was mined"),
        ["Dorrin Hale"],
        ["tessa_vorn"],
    ),
    # a reporter does
    (
        "Tessa Vorn told the reporter Anna Roe that the bridge was mined.",
        ("Tessa Vorn", "told", "that the bridge was mined"),
        ["the reporter Anna Roe"],
        ["the reporter Anna Roe", "tessa_vorn"],
    ),
    # nor does a place, or who only hears it
    (
        "In Selm a baker told reporters that the bridge was mined.",
        ("a baker", "told", "that the bridge was mined"),
        ["Selm", "reporters"],
        ["a baker"],
    ),
    # one person may tell what another one told her, an outlet stands outside of both
    (
        "Her brother had learned from a diver that the bridge was mined, a nurse told Radio Orlan.",
        ("a diver", "learned", "that the bridge was mined"),
        ["Radio Orlan", "a nurse", "Her brother"],
        ["Radio Orlan", "a nurse", "brother", "a diver"],
    ),
    # an outlet's name is as long as the trained reader found it
    (
        "A baker told the Morrow Net Now that the bridge was mined.",
        ("A baker", "told", "that the bridge was mined"),
        ["the Morrow Net Now"],
        ["the Morrow Net Now", "A baker"],
    ),
    # whom an outlet met told it, and who is cited stands behind who cites
    (
        "A baker with whom the newspaper Vesper spoke said that the bridge was mined.",
        ("A baker with whom the newspaper Vesper spoke", "said", "that the bridge was mined"),
        [],
        ["the newspaper Vesper", "A baker"],
    ),
    (
        "A baker let slip that the bridge was mined. (Norda, citing Vesper, citing Korva TV)",
        ("A baker", "let slip", "that the bridge was mined"),
        ["Korva TV", "Vesper", "Norda"],
        ["Norda", "Vesper", "Korva TV", "A baker"],
    ),
    # to whom somebody wrote passes nothing on, nor does his client unless she heard it
    (
        "A baker said in a letter to Bishop Ilv Tarn that the bridge was mined.",
        ("A baker", "said", "that the bridge was mined"),
        ["Bishop Ilv Tarn"],
        ["A baker"],
    ),
    (
        "The clerk said that his client had heard a diver swear that the bridge was mined.",
        ("a diver", "swear", "that the bridge was mined"),
        ["The clerk", "his client"],
        ["The clerk", "client", "a diver"],
    ),
    # who speaks passes nothing on
    (
        "A baker said that the bridge was mined.",
        ("A baker", "said", "that the bridge was mined"),
        ["baker"],
        ["A baker"],
    ),
]


@pytest.mark.parametrize(("text", "roles", "relays", "links"), CHAINS)
def test_relays_found_and_read_make_one_chain(
    text: str, roles: tuple[str, str, str], relays: list[str], links: list[str]
) -> None:
    *_, statement = statements_of(text, roles, relays)
    assert chain(statement) == links


PARAGRAPHS: list[tuple[str | None, str, list[str]]] = [
    # a title or None, the paragraphs, and the chain of what the baker said
    (
        None,
        "The Orlan wire had it.\n\nA baker mused that it was late.",
        ["The Orlan wire", "A baker"],
    ),
    (None, "A baker mused that it was late.\n\nThe Orlan wire had other news.", ["A baker"]),
    # what a headline says is passed on by nobody whom it does not name itself
    ("A baker mused that it was late", "The Orlan wire had it.", ["A baker"]),
]


@pytest.mark.parametrize(("title", "text", "links"), PARAGRAPHS)
def test_who_stands_in_a_later_paragraph_passes_on_nothing(
    title: str | None, text: str, links: list[str]
) -> None:
    roles = ("A baker", "mused", "that it was late")
    (statement, *_) = statements_of(text, roles, ["The Orlan wire"], title)
    assert chain(statement) == links


def relay(at: int, *, inside: bool = False) -> Relay:
    return Relay(line=0, atoms=(at, at + 1), voice=Voice(), inside=inside)


ONE_ROW: list[tuple[list[int], list[int], list[int]]] = [
    ([1, 2], [], [1, 2]),
    ([], [1, 2], [1, 2]),
    ([1, 2], [2, 1], [1, 2]),
    ([1, 3], [1, 2, 3], [1, 2, 3]),
    ([2, 3], [1, 2], [1, 2, 3]),
    ([1, 2], [2, 3], [1, 2, 3]),
    ([1], [2], [2, 1]),
]


@pytest.mark.parametrize(("read", "found", "row"), ONE_ROW)
def test_two_rows_become_one(read: list[int], found: list[int], row: list[int]) -> None:
    woven = in_one([*map(relay, read)], [*map(relay, found)])
    assert [each.atoms[0] for each in woven] == row


def test_who_was_told_stands_nearest_to_the_speaker() -> None:
    told, other = relay(1, inside=True), relay(2)
    assert in_one([told], [other]) == (other, told)


places = st.lists(st.integers(0, 9), unique=True, max_size=6)


@given(places, places)
def test_every_relay_is_there_once(read: list[int], found: list[int]) -> None:
    woven = in_one([*map(relay, read)], [*map(relay, found)])
    held = [each.atoms[0] for each in woven]
    assert sorted(held) == sorted({*read, *found})
    assert [each for each in held if each in read] == read


def test_what_the_grammar_gives_to_one_statement_is_not_given_to_another() -> None:
    text = "A baker told Radio Orlan that the bridge was mined; a nurse swore that it was open."
    document = a_document(text, outlet=None)
    sentences, mentions, _ = read(document, crossing(), DAY)
    found = [
        Attribution(
            source=(fragment(text, source),),
            cue=(fragment(text, cue),),
            content=(fragment(text, content),),
            confidence=0.8,
            relays=(fragment(text, "Radio Orlan"),),
        )
        for source, cue, content in (
            ("A baker", "told", "that the bridge was mined"),
            ("a nurse", "swore", "that it was open"),
        )
    ]
    dates = find_dates(document.text, DAY, [sentence.span for sentence in sentences])
    told = find_statements(document, sentences, mentions, dates, crossing(), found)
    assert [chain(each) for each in told] == [["Radio Orlan", "A baker"], ["a nurse"]]


def test_a_cue_found_without_words_hands_its_relays_to_what_the_grammar_reads() -> None:
    text = "The bridge was mined, a baker boasted to the folk of Costa Verde."
    document = a_document(text, outlet=None)
    sentences, mentions, _ = read(document, crossing(), DAY)
    bare = Attribution(
        source=(fragment(text, "a baker"),),
        cue=(fragment(text, "boasted"),),
        content=(),
        confidence=0.8,
        relays=(fragment(text, "Costa Verde"),),
    )
    (told,) = find_statements(document, sentences, mentions, (), crossing(), [bare])
    assert chain(told) == ["Costa Verde", "a baker"]


def test_who_is_heard_within_a_quotation_speaks_through_who_is_quoted() -> None:
    text = "“The diver told us the bridge was mined,” a baker sobbed to Radio Orlan."
    document = a_document(text, outlet=None)
    sentences, mentions, _ = read(document, crossing(), DAY)
    inner = Attribution(
        source=(fragment(text, "The diver"),),
        cue=(fragment(text, "told"),),
        content=(fragment(text, "the bridge was mined"),),
        confidence=0.8,
    )
    outer = Attribution(
        source=(fragment(text, "a baker"),),
        cue=(fragment(text, "sobbed"),),
        content=(),
        confidence=0.6,
        relays=(fragment(text, "Radio Orlan"),),
    )
    told = find_statements(document, sentences, mentions, (), crossing(), [inner, outer])
    assert [chain(each) for each in told] == [
        ["Radio Orlan", "a baker"],
        ["Radio Orlan", "a baker", "The diver"],
    ]
