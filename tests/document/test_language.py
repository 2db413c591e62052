from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from document.pages import PARAGRAPHS
from trucewatch.document.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PARAGRAPHS[0], "en"),
        ("The guns of both sides stay in Velin, observers said.", "en"),
        ("GUNS STAY AT THE VELIN CROSSING, THE OBSERVERS SAID ON MONDAY", "en"),
        ("قال المراقبون إن أربعة مدافع بقيت قرب القرية", "ar"),
        ("ناظران گفتند که چهار توپ در نزدیکی روستا باقی مانده است و پل باز ماند", "fa"),
        ("Наблюдатели сообщили, что четыре орудия остались у деревни", "ru"),
        (
            "Спостерігачі повідомили, що чотири гармати залишилися біля села, і міст був відкритий",
            "uk",
        ),
        ("観測員によると、四門の大砲は村の近くに残っている", "ja"),
        ("观察员说四门大炮仍留在村庄附近", "zh"),
        ("Οι παρατηρητές είπαν ότι τα όπλα μένουν στο χωριό", "el"),
        ("המשקיפים אמרו כי ארבעה תותחים נשארו ליד הכפר", "he"),
        (
            "Les observateurs ont dit que les deux camps gardent leurs canons près du village.",
            "fr",
        ),
        (
            "Gözlemciler iki tarafın da köyün yakınındaki toplarını yerinde tuttuğunu söyledi.",
            "tr",
        ),
        (
            "Die Beobachter sagten, dass beide Seiten ihre Geschütze in der Nähe des Dorfes behalten.",
            "de",
        ),
        ("", None),
        ("12", None),
        ("Velin Karm", None),
        ("!?", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language


@given(st.text(max_size=50))
def test_short_texts_never_fail(text: str) -> None:
    assert language_of(text) is None or len(language_of(text) or "") == 2


def test_plain_english_loads_no_model() -> None:
    program = (
        "import sys; from trucewatch.document.language import language_of; "
        f"language_of({PARAGRAPHS[0]!r}); language_of('Velin'); "
        "sys.exit('py3langid' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
