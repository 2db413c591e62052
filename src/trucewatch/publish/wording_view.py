"""The words in which something is told, and the names of an actor, for machines and for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.join.naming import NameInUse
from trucewatch.join.wording import Change, SpeechAct, ToldSentence
from trucewatch.publish.board_json import finding_json
from trucewatch.publish.escape import for_terminal, link, on_one_line
from trucewatch.publish.phrases import chain_of, link_name, number_of, said_when


def wording_json(acts: Iterable[SpeechAct], case: Case) -> list[dict[str, Any]]:
    """Give speech acts as plain values: each sentence as first told, and how others change it."""
    return [
        {
            "origin": act.origin,
            "speaker": act.speaker,
            "sentences": [
                {
                    "first": finding_json(sentence.first, case),
                    "others": [
                        finding_json(other.finding, case)
                        | {"changes": [{"there": c.there, "here": c.here} for c in other.changes]}
                        for other in sentence.others
                    ],
                }
                for sentence in act.sentences
            ],
        }
        for act in acts
    ]


def wording_text(acts: Sequence[SpeechAct], case: Case) -> Text:
    """Show each speech act's sentences with the words that its tellings change."""
    text = Text()
    for act in acts:
        who = on_one_line(case.name(act.speaker)) if act.speaker else "nobody named"
        text.append(f"{who}  [{act.origin}]\n", style="bold")
        for sentence in sorted(act.sentences, key=lambda each: not each.others):
            _append_sentence(text, sentence, case)
    changed = sum(any(each.differs for each in act.sentences) for act in acts)
    told = number_of(len(acts), "origin")
    text.append(f"{told} told by several documents, {changed} of them in words that differ.\n")
    return text


def _append_sentence(text: Text, sentence: ToldSentence, case: Case) -> None:
    _append_telling(text, sentence.first, case)
    if not sentence.others:
        text.append("      only here\n", style="dim")
    for other in sentence.others:
        if other.changes:
            _append_telling(text, other.finding, case)
            for change in other.changes:
                text.append(f"      {_told(change)}\n")
        else:
            text.append(f"  {_where(other.finding, case)}\n", style="dim")
            text.append("      in the same words\n", style="dim")


def _append_telling(text: Text, finding: Finding, case: Case) -> None:
    text.append(f"  {_where(finding, case)}\n", style="dim")
    text.append(f"    “{on_one_line(finding.words)}”\n", style="not dim")
    if url := link(finding.url):
        text.append(f"    {url}\n", style="dim")


def _where(finding: Finding, case: Case) -> str:
    return f"{on_one_line(chain_of(finding, case))}; {said_when(finding)}"


def _told(change: Change) -> str:
    """Tell one change: here "x" for "y", here also "x", here without "y"."""
    here, there = on_one_line(change.here), on_one_line(change.there)
    if not there:
        return f"here also “{here}”"
    return f"here “{here}” for “{there}”" if here else f"here without “{there}”"


def names_json(names: Iterable[NameInUse], case: Case) -> list[dict[str, Any]]:
    """Give the names and labels of an actor as plain values, with whose word each is."""
    return [
        {
            "actor": each.actor,
            "words": each.words,
            "label": each.label,
            "former": each.former,
            "voice": each.voice,
            "voice_name": case.name(each.voice) if each.voice else None,
            "times": each.times,
            "documents": each.documents,
            "first": each.first.isoformat() if each.first else None,
            "last": each.last.isoformat() if each.last else None,
            "months": dict(each.months),
        }
        for each in names
    ]


def names_table(names: Sequence[NameInUse], actor: str, case: Case) -> Table:
    """Show the names and labels of an actor: whose word each is, how often, from when to when."""
    title = f"What {for_terminal(case.name(actor))} is called"
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for heading in ("words", "", "whose word", "times", "documents", "first", "last"):
        number = heading in ("times", "documents")
        table.add_column(heading, justify="right" if number else "left", overflow="fold")
    for each in names:
        kind = "label" if each.label else "former name" if each.former else "name"
        voice = on_one_line(link_name(each.voice, case)) if each.voice else "unknown"
        numbers = (f"{each.times:,}", f"{each.documents:,}")
        days = (str(each.first or "unknown"), str(each.last or "unknown"))
        table.add_row(Text(on_one_line(each.words)), kind, Text(voice), *numbers, *days)
    return table
