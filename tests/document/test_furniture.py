from __future__ import annotations

import pytest

from trucewatch.document.furniture import furniture_in

FURNITURE = [
    ("SHARE THIS ARTICLE", "site"),
    ("Share on Facebook", "site"),
    ("Tweet", "site"),
    ("2 min read", "site"),
    ("1,204 views", "site"),
    ("312 words", "site"),
    ("3 hours ago", "site"),
    ("Follow us on Telegram", "site"),
    ("Sign up for our newsletter", "site"),
    ("© 2020 Example Daily. All rights reserved.", "site"),
    ("Copyright 2020 Example Daily", "site"),
    ("Tags: guns, river, talks", "site"),
    ("Source: Example Wire", "site"),
    ("www.example.org", "site"),
    ("https://example.org/a?b=c", "site"),
    ("example.co.uk/velin", "site"),
    ("desk@example.org", "site"),
    ("@example_daily", "site"),
    ("#velin #guns", "site"),
    ("___", "site"),
    ("12", "site"),
    ("ZCZC", "site"),
    ("The Example's website can also be accessed at these addresses:", "site"),
    ("We use cookies to make this site better.", "site"),
    ("I'm not a robot", "site"),
    ("The views expressed in this article are the author’s own.", "site"),
    ("(Reporting by Ada Rook; Editing by Bo Lind)", "site"),
    ("The story Guns stay appeared first on Example Daily.", "site"),
    ("Read more:", "box"),
    ("READ MORE: Bridge at Karm shut", "box"),
    ("» Read also", "box"),
    ("Related: Bridge at Karm shut", "box"),
    ("Most read", "list"),
    ("You may also like", "list"),
    ("For more on this story", "box"),
    ("Comments (12)", "end"),
    ("Leave a reply", "end"),
    ("Join the conversation", "end"),
]
SENTENCES = [
    "Shares in shipping fell after guns fired at Velin.",
    "Tweets by the minister spoke of guns.",
    "Read literally, the text asks for nothing.",
    "Related talks go on in Oster.",
    "Sources in Oster said guns would stay.",
    "Comments by the minister angered the north.",
    "Comment by the minister, made in Oster, angered the north.",
    "For more than a week nobody fired.",
    "Terms of the agreement are kept secret.",
    "Tel Velin is a village.",
    "Live fire was heard.",
    "Popular resistance goes on in Velin.",
    "“Help us,” said one of them.",
    "Launch of patrols delayed",
    "Return to Velin not safe",
    "Also on Monday, two shells fell.",
    "A. said so too.",
    "Watch towers stand along the river.",
    "Hits on two posts were seen.",
    "Time is short.",
]


@pytest.mark.parametrize(("line", "kind"), FURNITURE)
def test_furniture(line: str, kind: str) -> None:
    assert furniture_in(line) == kind


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_that_begin_alike(line: str) -> None:
    assert furniture_in(line) is None


def test_a_long_line_is_no_furniture() -> None:
    assert furniture_in("Share this " + "guns " * 200) is None
