"""PLOVER's types of what is of no kind of ours, by how its word begins."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.core.reading import EventKind
from trucewatch.core.span import Span
from trucewatch.extract.events.what.senses import Sense

_OTHERS: Final = (
    (
        "COERCE",
        re.compile(
            "arrest|detain|detention|imprison|jail|abduct|kidnap|hijack|deport|expel|curfew"
        ),
    ),
    ("PROTEST", re.compile("protest|demonstrat|rall(?:y|ies|ied)|riot|march")),
    ("AID", re.compile("aid|deliver|donat|distribut|airlift|vaccinat|suppl(?:y|ies|ied)")),
    ("ACCUSE", re.compile("accus|charg|indict|convict|sentenc|trial|tried|sued|prosecut")),
    ("SANCTION", re.compile("sanction|embargo|boycott|sever|recall|expulsion")),
    ("REQUEST", re.compile("urg|appeal|demand|request|petition")),
    ("THREATEN", re.compile("threat|warn|ultimatum")),
    ("SUPPORT", re.compile("prais|endors|congratulat|welcom")),
    ("COOPERATE", re.compile("rebuil|restor|exchang|demin|clear")),
)
"""PLOVER's types of what is of no kind of ours, by how the trigger begins; elections and storms have none."""


def other(trigger: Span) -> Sense:
    """Give the sense of an event of no kind of ours."""
    word = trigger.text.lower()
    type_ = next((name for name, begins in _OTHERS if begins.match(word)), "")
    return Sense(kind=EventKind.OTHER, plover=type_)
