"""Words that are noun or verb: what stands behind initials in "s"."""

from __future__ import annotations

import pytest

from trucewatch.core.reading import Mention
from trucewatch.core.span import Span
from trucewatch.extract.events.sentence.line import tagged, tokens_of
from trucewatch.extract.events.what.triggers import find_triggers

# one row: a sentence with XYS for somebody named, and the form of its word for fighting
FORMS: list[tuple[str, str]] = [
    ("The army repelled an XYS attack near here.", "noun"),
    ("The army repelled the XYS attack near here.", "noun"),
    ("XYS attack on the town", "noun"),
    ("Troops repulsed an XYS assault on Friday.", "noun"),
    ("XYS attack the town", "base"),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_initials_that_end_in_s_are_no_plural(text: str, form: str) -> None:
    assert form_of(text, "XYS") == form


def test_a_plural_has_a_verb_behind_it() -> None:
    assert form_of("On Friday Xanders attack here.", "Xanders") == "base"
    assert form_of("The army repelled a Xanders attack here.", "Xanders") == "noun"


def form_of(text: str, name: str) -> str:
    """Give the form of the one word for fighting beside a name."""
    start = text.index(name)
    span = Span.cut(text, start, start + len(name))
    mention = Mention(span=span, kind="armed_group", id=None)
    tokens = tagged(tokens_of(text, Span.cut(text, 0, len(text)), [mention], [], []))
    (trigger,) = (each for each in find_triggers(tokens) if each.lemma in ("attack", "assault"))
    return trigger.form
