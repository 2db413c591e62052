"""Which renditions carry one speech act: the same first speaker, the same day, the same matter."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from trucewatch.core.when import Period, edtf


def origin_key(
    *,
    speaker: str | None,
    unnamed: bool,
    chain: Sequence[str],
    uttered: date | None,
    matter: str,
) -> str:
    """Give the id of a speech act or observation.

    A named speaker's words of one day on one matter are one act through whatever outlet. Sources
    that are not named cannot be told to be one: theirs is an act for each relay and wording.
    """
    relays = tuple(chain[1:]) if unnamed or speaker is None else (speaker,)
    first = relays or tuple(chain)
    identity = "\x1f".join((*first, uttered.isoformat() if uttered else "", matter))
    return "o" + hashlib.sha256(identity.encode()).hexdigest()[:12]


def matter_key(incident: str | None, days: Period | None) -> str:
    """Name what a word is about: the incident, else its days."""
    return incident or (edtf(days) if days else "")
