"""Sets that ask which documents belong together: no reading, but `join` answers them.

Documents go through the same stage as users' (`document`), so that furniture is left out; nothing is
extracted. A set without dates in ISO 8601 is grouped without days.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from tools.evaluate.form import Form, read_lines, write_lines
from tools.evaluate.reading import published
from tools.evaluate.scores import Measure, Script

from trucewatch.case.load import find_built_in, load_case
from trucewatch.core.case import Case
from trucewatch.core.document import Block, Capture, Document
from trucewatch.core.errors import TrucewatchError
from trucewatch.core.span import Span
from trucewatch.document.read import read_document
from trucewatch.join.copies import copied_together, shared_texts
from trucewatch.join.same_event import same_event
from trucewatch.pipeline.demo import demo_case

Groups = Iterable[Sequence[str]]
_SCORER: Final = "score_neardup.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """One set that asks for groups: its file, and what gives the groups' ids.

    `file` and `pairs` name files of the set with `{part}` in them; `half` is the part of the clusters
    that is scored (0 or 1, by the hash of the cluster's id), None for all.
    """

    name: str
    folder: str
    file: str
    group: Callable[[Sequence[Document]], Groups]
    measures: tuple[Measure, ...]
    pairs: str | None = None
    half: int | None = None


def _copied(documents: Sequence[Document]) -> Groups:
    return copied_together(shared_texts(documents))


def _measures(what: str, *, loose: bool) -> tuple[Measure, ...]:
    return (
        Measure(name=f"{what}, pairs F1", path="pairs.f1", loose=loose),
        Measure(name=f"{what}, pairs precision", path="pairs.p", loose=True),
        Measure(name=f"{what}, pairs recall", path="pairs.r", loose=True),
        Measure(name=f"{what}, B-cubed F1", path="bcubed.f1", loose=loose),
        Measure(
            name="milliseconds a document", path="milliseconds", lower=True, count=True, loose=True
        ),
    )


GROUPINGS: Final = (
    Grouping(
        name="neardup_fakes",
        folder="neardup_fakes",
        file="{part}.jsonl",
        pairs="pairs_{part}.jsonl",
        group=_copied,
        measures=_measures("copies", loose=False),
    ),
    Grouping(
        name="newscluster",
        folder="newscluster",
        file="all.jsonl",
        group=same_event,
        measures=_measures("same event", loose=False),
        half=1,
    ),
    Grouping(
        name="newscluster.tuned_on",
        folder="newscluster",
        file="all.jsonl",
        group=same_event,
        measures=_measures("same event", loose=True),
        half=0,
    ),
)
"""The second half of newscluster is reported; thresholds were chosen on the first alone."""


def half_of(cluster: str) -> int:
    """Give the half that a cluster's documents belong to."""
    return hashlib.sha256(cluster.encode("utf-8", "surrogatepass")).digest()[-1] % 2


def groupings_of(folder: str) -> list[Grouping]:
    """Give what is asked of a set; nothing if it asks for no groups."""
    return [each for each in GROUPINGS if each.folder == folder]


def score_grouping(
    task: Grouping, folder: Path, part: str, scorers: Path, out: Path
) -> Form | None:
    """Group a set's documents and score the groups; None where the set has no such part.

    Gold and answers stay in `out`. EvaluationError where the scorer is missing or fails.
    """
    file = folder / task.file.format(part=part)
    if not file.is_file():
        return None
    gold = [
        each
        for each in read_lines(file)
        if task.half is None or half_of(str(each["cluster"])) == task.half
    ]
    documents = documents_of(gold)
    started = time.process_time()
    groups = [tuple(group) for group in task.group(documents)]
    seconds = time.process_time() - started
    asked, told, pairs = (out / f"{task.name}.{name}jsonl" for name in ("gold.", "", "pairs."))
    write_lines(asked, gold)
    write_lines(told, answers(groups))
    labelled = folder / task.pairs.format(part=part) if task.pairs else None
    write_lines(pairs, read_lines(labelled) if labelled and labelled.is_file() else ())
    script = Script(name=_SCORER, arguments=("--pairs", str(pairs)))
    scores = script.score(scorers, asked, told)
    scores["milliseconds"] = 1000 * seconds / max(1, len(documents))
    report = json.dumps(scores, indent=1) + "\n"
    (out / f"{task.name}.score.json").write_text(report, encoding="utf-8")
    return scores


def answers(groups: Groups) -> list[Form]:
    """Give groups in the scorer's form: each named by its first document."""
    return [{"id": id, "cluster": group[0]} for group in groups for id in group]


def documents_of(gold: Sequence[Form]) -> list[Document]:
    """Make documents of gold, each under its id; one that is no article is read as it stands."""
    case = load_case(find_built_in(demo_case()))
    return [_document(each, case) for each in gold]


def _document(gold: Form, case: Case) -> Document:
    day = published(gold.get("date"))
    on = date.fromisoformat(day) if day else None
    text, title, id = str(gold["text"]), gold.get("title") or None, str(gold["id"])
    content = text.encode("utf-8", "surrogatepass")
    capture = Capture(
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        source=id,
        media="text",
        title=title,
        published=on,
    )
    blocks: tuple[Block, ...] = (Block(kind="paragraph", span=Span.cut(text, 0, len(text))),)
    try:
        found = read_document(capture, case, captured=on or date.max)
    except TrucewatchError:
        found = None
    if found is not None and found.text == text:
        blocks, title = found.blocks, found.title or title
    return Document(id=id, text=text, blocks=blocks, title=title, published=on)
