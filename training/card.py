"""The model card: what the weights were made from, how they do, what they are bad at."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

_CARD: Final = """# Model card: {name} {version}

A small encoder that reads who said what, names and events in English news. It is MiniLM-L6 (22.7 million
parameters, uncased) with embeddings of casing and quotation added to its input and small heads on its last
layer, quantised to int8. `trucewatch` ships it and never asks a network for another.

## What it is for
Finding, as spans, sources, cues and contents of statements and which belong together; names of persons,
groups, places and weapons; triggers of events with their kind, their reality and who, what, where and when.
Names that a case knows are hidden from it (one token stands for each), so that it cannot treat the parties
differently. Its findings are read together with rules; docs/reader.md tells which of the two decides what.

## What it was trained on
| set | licence as its publisher states it | what it taught |
|---|---|---|
| MiniLM-L6 weights (all-MiniLM-L6-v2) | Apache-2.0 | the encoder it starts from |
| PolNeAR, training part and second annotators | none stated (published research corpus); only weights are shipped, no text | attribution |
| re3d, training part | public domain, Open Government Licence, CC BY, CC BY-SA by publisher | names |
| CrossNER politics, training part | MIT | names |
| MEANTIME, training part | CC BY 4.0 | triggers, reality |
| event-location, training part | MIT (agency text) | where an event happened |
| MUC-4, training part | distributed by NIST, none stated; only weights are shipped, no text | who did what to whom |
| {passages:,} passages in training/passages | Apache-2.0, written for this project | events, reality, arguments |
| {relays:,} passages in training/passages/relays | Apache-2.0, written for this project | who passes a statement on |

No development or test part of any set was trained on.

## Figures (development parts, before quantisation)
{figures}

`make evaluate` measures the shipped file through the whole program, rules included.

## What it is bad at
- It was taught attribution on newspapers of the United States, 2015 to 2017: communiques, interviews and
  transcripts are further from it.
- Chains of sources were taught on passages written for the purpose: of chains that somebody else wrote it
  finds far fewer whole, even together with the rules.
- Events were taught on passages written for the purpose and on news of Latin America around 1990. Events
  outside war and politics are found poorly.
- Reality where nothing in the passage marks it: irony, a plan that an earlier page announced.
- Names in scripts other than Latin, transliterations it has never seen, names in small letters.
- Only English.
"""


def write_card(
    folder: Path,
    name: str,
    version: str,
    passages: int,
    relays: int,
    figures: Mapping[str, float],
) -> None:
    """Write `MODEL_CARD.md` into a model's folder."""
    rows = ["| measure | score |", "|---|---|", *(f"| {k} | {v} |" for k, v in figures.items())]
    text = _CARD.format(
        name=name, version=version, passages=passages, relays=relays, figures="\n".join(rows)
    )
    (folder / "MODEL_CARD.md").write_bytes(text.encode("utf-8"))
