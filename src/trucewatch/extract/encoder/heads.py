"""The heads that a network may have: what each answers, and in which labels. An absent one is not read."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, get_args

from trucewatch.core.reading import Aspect, EventKind, Reality
from trucewatch.extract.encoder.found import ArgumentRole, NameKind, RelayRank, Role

Form = Literal["spans", "choice", "vectors"]


class Head(NamedTuple):
    """One output of the network, `[1, tokens, width]`.

    Of `spans`, labels are O and B- and I- of each of `values`; of a `choice`, they are the values;
    `vectors` are compared with others and have no labels.
    """

    form: Form
    values: frozenset[str] = frozenset()


OUTSIDE: Final = "O"
_NAMES: Final = Head("spans", frozenset(get_args(NameKind)))

HEADS: Final[dict[str, Head]] = {
    "attribution": Head("spans", frozenset(get_args(Role))),
    "cue_query": Head("vectors"),
    "cue_key": Head("vectors"),
    "relay": Head("spans", frozenset(get_args(RelayRank))),
    "relay_query": Head("vectors"),
    "names": _NAMES,
    "inner": _NAMES,
    "trigger": Head("choice", frozenset({OUTSIDE, "trigger"})),
    "kind": Head("choice", frozenset(EventKind)),
    "reality": Head("choice", frozenset(Reality)),
    "aspect": Head("choice", frozenset(Aspect)),
    "recap": Head("choice", frozenset({"new", "recap"})),
    "argument_token": Head("vectors"),
    "argument_trigger": Head("vectors"),
}
"""Every head that is read, by its output's name."""

ARGUMENT: Final = Head("spans", frozenset(get_args(ArgumentRole)))
"""Arguments are no output: they are told from `argument_token`, `argument_trigger` and constants."""

TOGETHER: Final = (
    frozenset({"attribution", "cue_query", "cue_key"}),
    frozenset({"relay", "relay_query"}),
    frozenset({"trigger", "kind", "reality", "aspect", "recap"}),
    frozenset({"argument_token", "argument_trigger"}),
)
"""Heads of which a network has all or none."""

NEEDED: Final = {"relay": "attribution"}
"""Heads that say nothing without another one."""

CONSTANTS: Final = ("argument_distance", "argument_weight", "argument_bias")
"""What arguments are told by, beside the vectors: tables of numbers."""


def labels_fault(head: Head, labels: list[str]) -> str | None:
    """Tell what is wrong with a head's labels; None where nothing is."""
    if head.form == "choice":
        wanted = set(head.values)
        return None if set(labels) == wanted and len(labels) == len(wanted) else _must_be(wanted)
    kinds = [label[2:] for label in labels[1::2]]
    ordered = [OUTSIDE, *(f"{mark}-{kind}" for kind in kinds for mark in "BI")]
    if labels != ordered or len(set(kinds)) != len(kinds) or not head.values.issuperset(kinds):
        return _must_be(head.values) + ", as O and then B- and I- of each"
    return None


def _must_be(values: frozenset[str] | set[str]) -> str:
    return f"the labels must be of {', '.join(sorted(values))}"
