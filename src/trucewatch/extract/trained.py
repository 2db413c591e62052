"""The trained reader: what the encoder finds, together with the rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from trucewatch.core.case import Case
from trucewatch.core.document import Document
from trucewatch.core.reading import Mention
from trucewatch.core.sentence import Sentence
from trucewatch.extract.learnt_names import hidden_names
from trucewatch.extract.reader import Learnt, Page, ReadPage, RuleReader

if TYPE_CHECKING:
    from trucewatch.extract.encoder.encoder import Encoder


class TrainedReader:
    """Reads with an encoder and with rules.

    The encoder decides who says what in which words, which phrases name somebody, and how the text
    presents an event; the rules tell how a statement came to the page, what is resolved to what, and
    the events of an agreement's duties. It never sees a name that the case knows.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder: Final = encoder
        self._rules: Final = RuleReader()
        self.version: Final = f"trained/1 {encoder.version} {self._rules.version}"

    def look(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        case: Case,
    ) -> Learnt:
        """Let the encoder look at the sentences, the case's names hidden."""
        stretches = [(each.span.start, each.span.end) for each in sentences]
        return self._encoder.look(
            document.text, stretches, hidden_names(document.text, mentions, case)
        )

    def read(self, page: Page, case: Case) -> ReadPage:
        """Read a page."""
        return self._rules.read(page, case)
