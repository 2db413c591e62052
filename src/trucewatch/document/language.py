"""The language a text is written in, or None where that cannot be told."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE: Final = 1000
_LETTERS: Final = 20
"""A text of fewer letters is too short to tell, unless its script does."""
_GUESS_LETTERS: Final = 60
"""A shorter text in Latin letters, if it is not plainly English, is not guessed at."""
_SURE: Final = 0.9
_SHARE: Final = 0.12
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH: Final = frozenset(
    {
        *("the", "of", "and", "to", "that", "with", "from", "said", "says", "has", "have", "had"),
        *("were", "are", "which", "been", "by", "for", "on", "it", "its", "at", "as", "but", "not"),
        *("he", "his", "they", "their", "who", "after", "near", "this", "will", "would", "two"),
    }
)
_OTHER_SCRIPTS = re.compile("[\u0370-\u1dff\u2c00-\uffdc]")
_SCRIPTS: Final = (
    (re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"), "arabic"),
    (re.compile("[\u0400-\u04ff]"), "cyrillic"),
    (re.compile("[\u3040-\u30ff]"), "ja"),
    (re.compile("[\uac00-\ud7af]"), "ko"),
    (re.compile("[\u4e00-\u9fff]"), "zh"),
    (re.compile("[\u0590-\u05ff]"), "he"),
    (re.compile("[\u0370-\u03ff]"), "el"),
    (re.compile("[\u0530-\u058f]"), "hy"),
    (re.compile("[\u10a0-\u10ff]"), "ka"),
    (re.compile("[\u0900-\u097f]"), "hi"),
    (re.compile("[\u0e00-\u0e7f]"), "th"),
)
_SCRIPT_SHARE: Final = {"ja": 0.1}
_HALF: Final = 0.5
_ARABIC_LETTERS: Final = (("ٹڈڑے", "ur"), ("ۆێڕڵ", "ku"), ("پچژگ", "fa"))
_CYRILLIC_LETTERS: Final = (
    ("ў", "be"),
    ("їєґі", "uk"),
    ("јљњћђ", "sr"),
    ("ыэё", "ru"),
    ("ъ", "bg"),
)


def language_of(text: str) -> str | None:
    """Give the ISO 639-1 code of the language of `text`; None if it is too short or unclear."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters == 0:
        return None
    if len(_OTHER_SCRIPTS.findall(sample)) * 4 > letters:
        script = _by_script(sample, letters)
        if script:
            return script
    if is_english(words):
        return "en"
    return _guess(text[: 10 * _SAMPLE]) if letters >= _GUESS_LETTERS else None


def is_english(words: list[str]) -> bool:
    """Tell whether so many of the words are the small ones of English that it is no other language."""
    if sum(map(len, words)) < _LETTERS:
        return False
    found = [word for word in (word.lower() for word in words) if word in _ENGLISH]
    return len(found) >= _SHARE * len(words) and (len(set(found)) > 1 or len(words) < 15)


def _by_script(sample: str, letters: int) -> str | None:
    for script, name in _SCRIPTS:
        if len(script.findall(sample)) > _SCRIPT_SHARE.get(name, _HALF) * letters:
            return _among(sample, name)
    return None


def _among(sample: str, name: str) -> str:
    """Tell the languages of one script by the letters that only some of them have."""
    tables = {"arabic": (_ARABIC_LETTERS, "ar"), "cyrillic": (_CYRILLIC_LETTERS, "ru")}
    if name not in tables:
        return name
    rows, default = tables[name]
    small = sample.lower()
    for own, language in rows:
        if sum(small.count(letter) for letter in own) * 200 > len(small):
            return language
    return default


def _guess(text: str) -> str | None:
    language, sure = _identifier().classify(text)
    return str(language) if sure >= _SURE else None


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads for most of a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
