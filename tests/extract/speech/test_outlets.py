from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.reading import Mention, MentionKind
from trucewatch.core.span import Span
from trucewatch.extract.speech.outlets import is_titled_person, tell_outlets


def mention(text: str, name: str, kind: MentionKind = "person") -> Mention:
    start = text.index(name)
    return Mention(
        span=Span.cut(text, start, start + len(name)),
        kind=kind,
        id=None,
        candidates=(f"name:{name}",),
    )


@pytest.mark.parametrize(
    ("text", "name", "expected", "kind"),
    [
        ("The clerk told the agency Kray so.", "Kray", "Kray", "outlet"),
        ("The news was carried by Kray.", "Kray", "Kray", "outlet"),
        ("Kray quoted the clerk.", "Kray", "Kray", "outlet"),
        ("Orlan Post wrote so.", "Orlan", "Orlan Post", "outlet"),
        ("Radio Orlan said so.", "Orlan", "Radio Orlan", "outlet"),
        ("Kray smiled at the clerk.", "Kray", "Kray", "person"),
        ("Ilv Tarn quoted the clerk.", "Ilv Tarn", "Ilv Tarn", "person"),
        ("The Grey Harbour said so.", "Grey Harbour", "Grey Harbour", "organisation"),
    ],
)
def test_a_name_is_of_the_kind_that_the_text_tells(
    text: str, name: str, expected: str, kind: str
) -> None:
    (told,) = tell_outlets(text, [mention(text, name)])
    assert (told.span.text, told.kind) == (expected, kind)


def test_told_once_it_is_an_outlet_everywhere() -> None:
    text = "Kray smiled. The agency Kray wrote so."
    later = Mention(span=Span.cut(text, 24, 28), kind="person", id=None, candidates=("name:Kray",))
    told = tell_outlets(text, [mention(text, "Kray"), later])
    assert [each.kind for each in told] == ["outlet", "outlet"]


def test_a_person_has_more_than_one_word_somewhere() -> None:
    short = mention("Tarn spoke.", "Tarn")
    assert not is_titled_person(short)
    full = Mention(span=short.span, kind="person", id=None, candidates=("name:Ilv Tarn",))
    assert is_titled_person(full)


@given(st.text(min_size=1, max_size=60), st.data())
def test_mentions_stay_in_number_and_order(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.cut(text, start, end)
    if span.text.strip():
        given_ = [Mention(span=span, kind="person", id=None)]
        (told,) = tell_outlets(text, given_)
        assert told.span.start <= start
        assert told.span.end >= end
