"""Why words of a text mean an actor of the case, or why that is left open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ActorRule = Literal[
    "name",
    "former_name",
    "not_yet",
    "of_the_day",
    "several",
    "class",
    "stranger",
    "told_former",
    "told_same",
    "parts",
    "one_part",
    "part_of_name",
    "order",
    "both",
    "taken_up",
]
"""What decided.

`name`: it is the actor's own name on the day; `former_name`: it was before; `not_yet`: it is only
later (open); `of_the_day`: of several who bore it, whose own it is then; `several`: more than one may
be meant (open); `class`: the case's word for many; `stranger`: no name of the case (open);
`told_former`: the text calls it a former name; `told_same`: the text says that an unknown name and a
known one are one actor's (open); `parts`: an umbrella's groups, told as many; `one_part`: a group of an
umbrella, without its name (open); `part_of_name`: a noun that only one of those named has in its name;
`order`: "the former", "the latter"; `both`: two named before (open); `taken_up`: who acted, spoke or was
named before.
"""

RefusedBecause = Literal["other_days", "not_yet", "whole", "alike", "named_too", "unsure"]
"""Why not.

`other_days`: the name was this actor's on other days; `not_yet`: it becomes this actor's later; `whole`:
the words mean a part of it; `alike`: its name is only alike; `named_too`: it was named as well, and fits
less; `unsure`: the text says so, and nobody has decided it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedActor:
    """An actor who might have been meant, and why not; `score`, from 0 to 1, is how alike its name is."""

    actor: str
    because: RefusedBecause
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorChoice:
    """The rule that decided whom words mean, or that it stays open, and the actors refused."""

    rule: ActorRule
    refused: tuple[RefusedActor, ...] = ()
