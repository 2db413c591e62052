"""Words of fighting for what no arms do, and the same words for what they do; one line each."""

from __future__ import annotations

import pytest

from news import told

SAID = "the Joint Crossing Mission said."

UNARMED: list[str] = [
    "Velmar and Ondrel clashed over Ashel at the Security Council on Monday",
    "Ondrel and Velmar clashed in the assembly over Ashel on Monday",
    "Velmar attacked the Ondreli stance on Ashel on Monday",
    "Ondrel attacked the Velmari policy in Ashel on Monday",
    "Velmar hit out at Ondrel over Ashel on Monday",
    "Floods hit a camp in Ashel on Monday, destroying 40 tents",
    "A fire destroyed 40 tents in a camp in Ashel on Monday",
    "An earthquake struck Ashel on Monday",
    "Velmar fired 200 teachers in Ashel on Monday",
    "Ondrel fired its governor of Ashel on Monday",
]


@pytest.mark.parametrize("clause", UNARMED)
def test_what_no_arms_do_is_no_act(clause: str) -> None:
    assert told(f"{clause}, {SAID}") == set()


ARMED: list[str] = [
    "Velmar and Ondrel clashed in Ashel on Monday during talks",
    "Velmar attacked Ondreli positions in Ashel on Monday",
    "Velmar attacked Ondreli troops in Ashel on Monday despite the deal",
    "Velmar hit Ashel on Monday",
    "Velmar fired 200 shells at Ashel on Monday",
]


@pytest.mark.parametrize("clause", ARMED)
def test_what_arms_do_is_an_act(clause: str) -> None:
    assert {says for _, says, _ in told(f"{clause}, {SAID}")} == {"act"}
