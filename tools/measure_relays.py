"""Measure how often the whole chain of a statement is right, from the first relay to the speaker.

`python tools/measure_relays.py PASSAGES.jsonl [--case NAME_OR_FOLDER] [--model DIR]` reads passages with
the chains that a careful reader wrote down, one JSON object a line:
`{"id", "case", "text", "statements": [{"content", "cue", "source"|null, "chain": [words...]}]}`.
A chain is right when every link has its words, in order, without leading articles and possessives,
and the source is its last link; a passage, when all its statements are, and where it has no relay,
none is read. `case` groups the figures. The page's own outlet is no link here.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from trucewatch.case.load import built_in_cases, find_case, load_case
from trucewatch.collect.json_lines import capture_of_line
from trucewatch.core.case import Case
from trucewatch.core.document import Refusal
from trucewatch.core.reading import Statement
from trucewatch.extract.encoder.encoder import Encoder
from trucewatch.extract.reader import Reader
from trucewatch.extract.trained import TrainedReader
from trucewatch.pipeline.read import RULES, read_capture

_LEADING = re.compile(r"^(?:(?:the|an?|its|his|her|their|our|my)\s+)+", re.IGNORECASE)
_TRAILING = re.compile(r"(?:['’]s|['’]|[\s,.;:]+)$")
DAY = date(2021, 3, 4)

Passage = Mapping[str, Any]
Read = Callable[[str], Sequence[Statement]]


@dataclass(slots=True, kw_only=True)
class Relays:
    """How many passages and statements were read, how many whole chains right, and what was wrong.

    `spurious` counts statements with a relay that no careful reader wrote down.
    """

    passages: int = 0
    passages_right: int = 0
    statements: int = 0
    statements_right: int = 0
    spurious: int = 0
    by_case: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    wrong: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Give the share of passages whose chains are all right."""
        return self.passages_right / self.passages if self.passages else 1.0


def measure(passages: Iterable[Passage], read: Read) -> Relays:
    """Read every passage with `read` and compare its chains."""
    score = Relays()
    for passage in passages:
        told = list(passage["statements"])
        found = list(read(passage["text"]))
        wrong = list(_compare(told, found, score))
        score.passages += 1
        score.passages_right += not wrong
        counts = score.by_case[str(passage.get("case", ""))]
        counts[0] += 1
        counts[1] += not wrong
        if wrong:
            score.wrong.append(f"{passage['id']}  {passage['text']}")
            score.wrong.extend(f"    {line}" for line in wrong)
    return score


def _compare(told: Sequence[Passage], found: list[Statement], score: Relays) -> Iterator[str]:
    """Yield what is wrong with the chains of one passage."""
    relayed = any(len(each["chain"]) > 1 for each in told)
    for each in told:
        score.statements += 1
        best = max(found, key=lambda statement: _shared(each["content"], statement), default=None)
        if best is None or not _shared(each["content"], best):
            yield f"missed   {' <- '.join(each['chain']) or '-'}"
            continue
        found.remove(best)
        wanted, got = [_bare(words) for words in each["chain"]], links(best)
        source = wanted[-1:] if each["source"] else []
        if wanted == got and (not source or _source(best) == source[0]):
            score.statements_right += 1
        else:
            yield f"wanted   {' <- '.join(wanted) or '-'}\n    got      {' <- '.join(got) or '-'}"
    spurious = [statement for statement in found if len(links(statement)) > 1]
    score.spurious += len(spurious)
    if not relayed:
        yield from (f"relayed  {' <- '.join(links(statement))}" for statement in spurious)
    if not told:
        yield from (f"read     {_text(each)}" for each in found if len(links(each)) < 2)


def links(statement: Statement) -> list[str]:
    """Give the bare words of a chain's links, the page's outlet left out."""
    return [_bare(link.span.text) for link in statement.chain if link.span is not None]


def _source(statement: Statement) -> str:
    """Give the words of the source, or of the last link where that says whom a pronoun means."""
    spans = statement.source
    link = statement.chain[-1].span
    if spans and link is not None and link.start <= spans[-1].end and link.end >= spans[0].start:
        return _bare(link.text)
    if spans and link is not None and link.end < spans[0].start:
        return _bare(link.text)
    return _bare(" and ".join(span.text for span in spans))


def _bare(words: str) -> str:
    return _TRAILING.sub("", _LEADING.sub("", " ".join(words.split())))


def _text(statement: Statement) -> str:
    return " ".join(span.text for span in statement.content)


def _shared(words: str, statement: Statement) -> float:
    """Give how much of two contents is the same words, of all that either holds."""
    mine, theirs = (set(re.findall(r"\w+", text.lower())) for text in (words, _text(statement)))
    return len(mine & theirs) / (len(mine | theirs) or 1)


def passages_in(path: Path) -> Iterator[Passage]:
    """Yield the passages of a file, in their order."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def reading_with(case: Case, reader: Reader = RULES) -> Read:
    """Give a function that reads a text as the commands do, and gives its statements.

    `reader` is by default the one that the commands use where they are told no other.
    """

    def read(text: str) -> Sequence[Statement]:
        capture = capture_of_line(json.dumps({"text": text}).encode(), "passage")
        if isinstance(capture, Refusal):
            raise TypeError(capture.reason)
        return read_capture(capture, case, captured=DAY, reader=reader).statements

    return read


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("passages", type=Path, help="JSON lines")
    parser.add_argument("--case", default=built_in_cases()[0], help="a case's name or folder")
    parser.add_argument("--model", type=Path, help="a trained reader's folder; else rules read")
    parser.add_argument("--quiet", action="store_true", help="print the figures only")
    asked = parser.parse_args()
    reader = TrainedReader(Encoder.load(asked.model)) if asked.model else RULES
    read = reading_with(load_case(find_case(asked.case)), reader)
    score = measure(passages_in(asked.passages), read)
    if not asked.quiet:
        print("\n".join(score.wrong) + "\n")
    for case, (total, right) in score.by_case.items():
        print(f"case {case:4} {right:3} of {total}")
    print(f"statements {score.statements_right} of {score.statements}, spurious {score.spurious}")
    print(f"whole passages {score.passages_right} of {score.passages}: {score.rate:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
