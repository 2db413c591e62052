"""Settings for every test: how many cases the properties try."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

os.environ.pop("COLUMNS", None)  # a table's width must not depend on who runs the tests

TRIALS = int(os.environ.get("TRUCEWATCH_TRIALS", "300"))

settings.register_profile(
    "trucewatch",
    max_examples=TRIALS,
    deadline=None,
    derandomize=os.environ.get("CI") == "true",
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("trucewatch")
