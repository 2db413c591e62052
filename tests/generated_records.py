"""Records of findings, drawn by chance, for the properties that the judge promises."""

from __future__ import annotations

from hypothesis import strategies as st

from builders import a_case, a_duty, day
from trucewatch.core.agreement import DutyType
from trucewatch.core.finding import Finding, Says
from trucewatch.core.when import Period

DUTIES = ("reach", "open", "refrain", "keep")
VOICES = (
    "monitor", "observer", "stranger", "north_militia", "south_militia", "north_speaker",
    "south_speaker", "north_ministry", "south_ministry",
)  # fmt: skip
DOERS = ("north_militia", "south_militia", "north_band", "south_band", "militias", None)
ASYMMETRIC = a_case(
    a_duty("reach", owed_by=("northland",), doers=("north_militia",)),
    a_duty("open", deadline=None),
    a_duty("refrain", DutyType.REFRAIN, owed_by=("southland",)),
    a_duty("keep", DutyType.KEEP, doers=("south_militia",)),
)


@st.composite
def findings(draw: st.DrawFn, says: st.SearchStrategy[Says] | None = None) -> Finding:
    """Draw a finding; an incident's day is fixed by its name, as one act's is."""
    said = draw(st.sampled_from(list(Says)) if says is None else says)
    incident = draw(st.sampled_from([None, "i3", "i9", "i22", "i25"]))
    on = (
        int(incident[1:])
        if incident and said in (Says.ACT, Says.DENIES)
        else draw(st.integers(0, 35))
    )
    days = draw(st.sampled_from([Period.of(day(on)), Period.of(day(on)), Period.of(day(on)), None]))
    uttered = on + draw(st.integers(0, 4))
    published = uttered + draw(st.integers(0, 3))
    voice = draw(st.sampled_from(VOICES))
    number = draw(st.integers(0, 10**12))
    return Finding(
        id=f"f{number}", duty=draw(st.sampled_from(DUTIES)), doer=draw(st.sampled_from(DOERS)),
        says=said, days=days, said_on=day(uttered), published=day(published),
        known_from=day(published), voice=voice, speaker=voice, unnamed=draw(st.booleans()),
        chain=("daily", voice), manner=draw(st.sampled_from(["direct", "indirect"])),
        origin=f"o{number % 997}", incident=incident, document=f"d{number}", outlet="daily",
        url=None, words="words",
    )  # fmt: skip


RECORDS = st.lists(findings(), max_size=12, unique_by=lambda finding: finding.id)
DAYS = st.integers(-2, 45).map(day)
CASES = st.sampled_from([a_case(), ASYMMETRIC])
