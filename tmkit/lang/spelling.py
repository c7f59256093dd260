"""Does a word look like one of a language? A matter of letters and their order, not of word lists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from tmkit.lang.base import Language

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOP_TONES = "\u0301\u0323"
_STOP = re.compile(r"(?:c|ch|p|t|k)$")


def plausible(word: str, language: Language) -> bool:
    """Return whether a word (letters only, composed) may be one of the language, by its letters and case.

    >>> from tmkit.lang import get
    >>> [plausible(word, get("vi")) for word in ("nghiệp", "Việt", "ViÖt", "comité", "HOÀ")]
    [True, True, False, False, True]
    >>> [plausible(word, get("fr")) for word in ("théâtre", "français", "français".replace("ç", "ạ"))]
    [True, True, False]
    """
    lower = word.lower()
    if word not in (lower, word.upper(), word[:1] + lower[1:]):
        return False
    return _judge(language)(lower)


@cache
def _judge(language: Language) -> Callable[[str], bool]:
    return _syllable_judge(language) if language.spelling.onsets else _word_judge(language)


def _word_judge(language: Language) -> Callable[[str], bool]:
    spelling = language.spelling
    foreign = re.compile(f"[^a-z{spelling.letters}]").search
    wrong = re.compile(spelling.wrong).search if spelling.wrong else _nothing
    return lambda word: foreign(word) is None and wrong(word) is None


def _nothing(_text: str) -> None:
    return None


def _syllable_judge(language: Language) -> Callable[[str], bool]:
    syllables = _syllables(language)
    toned = {letter: _tone_split(letter) for letter in language.spelling.letters}

    def judge(word: str) -> bool:
        parts = [toned.get(char, (char, "")) for char in word]
        base, tones = "".join(p[0] for p in parts), "".join(p[1] for p in parts)
        places = syllables.get(base, frozenset())
        if not tones:
            return base in syllables and not _STOP.search(base)
        place = next(i for i, part in enumerate(parts) if part[1])
        return len(tones) == 1 and place in places and (tones in _STOP_TONES or not _STOP.search(base))

    return judge


def _syllables(language: Language) -> dict[str, frozenset[int]]:
    """Return every syllable without tone, and where in it a tone may stand."""
    spelling = language.spelling
    places: dict[str, frozenset[int]] = {}
    wrong = re.compile(spelling.wrong).search if spelling.wrong else _nothing
    for onset in spelling.onsets:
        for rime in spelling.rimes:
            if not wrong(onset + rime):
                here = {len(onset) + place for place in _tone_places(rime)}
                places[onset + rime] = places.get(onset + rime, frozenset()) | here
    return places


def _tone_places(rime: str) -> set[int]:
    """Return the letters of a rime that may bear its tone, in the old style of spelling or the new.

    >>> [_tone_places(rime) for rime in ("ươi", "oan", "oa", "ai", "uya")]
    [{1}, {1}, {0, 1}, {0}, {1}]
    """
    hats = [i for i, char in enumerate(rime) if not char.isascii()]
    if hats:
        return {hats[-1]}
    vowels = [i for i, char in enumerate(rime) if char in "aeiouy"]
    if len(vowels) < len(rime) or len(vowels) == 3:
        return {vowels[min(len(vowels), 2) - 1]}
    return {0, 1} if rime in {"oa", "oe", "uy"} else {0}


def _tone_split(letter: str) -> tuple[str, str]:
    """Return the letter without its tone, and the tone as a combining mark.

    >>> _tone_split("ậ") == ("â", "\u0323")
    True
    """
    marks = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in marks if mark in _TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES)), tone
