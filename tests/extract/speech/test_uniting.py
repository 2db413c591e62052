"""Two readings of one statement put together: what either gives stays."""

from __future__ import annotations

from dataclasses import replace

from trucewatch.extract.speech.atoms import Atom, Line
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.runs import Utterance, Words
from trucewatch.extract.speech.uniting import with_quotations


def test_words_given_before_stay_beside_a_quotation() -> None:
    atoms = (*(Atom("word", at, at + 1, "word") for at in range(3)), Atom("", 10, 60, "quote"))
    line = Line(number=0, atoms=atoms, block=0, paragraph=0, title=False)
    draft = Draft(
        line=0, pattern="attributed", lemma="say", weight=0.9, group=(0, 1), cue=((0, 1),)
    )
    words = Words(content=(), cue=(), source=(), confidence=0.9)
    said = Utterance(draft=draft, content=(), words=words).saying(((0, (1, 3)),))
    assert (said.draft.content, said.quoted) == (((1, 3),), ((0, (1, 3)),))
    quoted = replace(said, content=((0, (3, 4)),), words=None, quoted=())
    both = with_quotations(said, quoted, [line], set())
    assert both.quoted == both.content == ((0, (1, 3)), (0, (3, 4)))
