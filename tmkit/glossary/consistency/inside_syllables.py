"""Syllables that no word of the language has, told from foreign names and from abbreviations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tmkit.lang import find
from tmkit.lang.base import Language
from tmkit.lang.spelling import plausible
from tmkit.lang.text import fold

_VOWELS = re.compile("[aeiouy]+")


@lru_cache(maxsize=1 << 14)
def misplaced(word: str, lang: str) -> str | None:
    """Return a better spelling of a syllable that cannot be; itself where none is near, None where nothing is wrong.

    Foreign names and abbreviations are nothing wrong.

    >>> [misplaced(word, "vi") for word in ("nghịêp", "nghiệp", "Genève", "HĐND", "bàc", "Hrê")]
    ['nghiệp', None, None, None, 'bàc', None]
    """
    language = find(lang)
    if word.isascii() or len(word) < 2 or plausible(word, language):
        return None
    return _better(word, language)


def _better(word: str, language: Language) -> str | None:
    bare, tones = _split(word, language.tones)
    if len(_VOWELS.findall(fold(word))) != 1 or not _own(word, language):
        return None
    own = list(dict.fromkeys(_toned(bare, tones[:1], language)))
    if own:
        return own[0]
    any_tone = any(next(_toned(bare, tone, language), None) for tone in ("", *language.tones))
    # A name may be of another language; in a word with small letters there is nothing else that it could be.
    return word if any_tone or word.islower() else None


def _split(word: str, known: str) -> tuple[str, str]:
    """Return a word without its tones, and those."""
    marks = unicodedata.normalize("NFD", word)
    bare = unicodedata.normalize("NFC", "".join(c for c in marks if c not in known))
    return bare, "".join(c for c in marks if c in known)


def _toned(bare: str, tone: str, language: Language) -> Iterator[str]:
    """Give the syllables that a tone makes of one without."""
    for i, char in enumerate(bare):
        if fold(char) in "aeiouy":
            spelled = unicodedata.normalize("NFC", bare[:i] + char + tone + bare[i + 1 :])
            if plausible(spelled, language):
                yield spelled


def _own(word: str, language: Language) -> bool:
    """Say whether all letters are the language's."""
    return all(char.isascii() or char in language.spelling.letters for char in word.lower())
