"""Words in the order of a dictionary."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TypeAlias

import tmkit.lang as languages
from tmkit.lang.base import Language
from tmkit.lang.text import fold, nfc

SortKey: TypeAlias = tuple[tuple[tuple[tuple[int, ...], tuple[int, ...]], ...], str]
_WORD = re.compile(r"[^\W_]+")
_AFTER = 1 << 21
"""More than any code point: where letters of the alphabet stand, so that digits come before them."""


def sort_key(text: str, lang: str) -> SortKey:
    """Return a key that sorts a language's words as its dictionaries do: word by word, letters before marks.

    >>> sorted(["bà", "ba", "ăn", "bá", "đi", "anh", "ba lô", "du"], key=lambda text: sort_key(text, "vi"))
    ['anh', 'ăn', 'ba', 'ba lô', 'bà', 'bá', 'du', 'đi']
    >>> sorted(["État", "étape", "euro"], key=lambda text: sort_key(text, "fr"))
    ['étape', 'État', 'euro']
    """
    language = _language(lang)
    return tuple(_word(word, language) for word in _WORD.findall(nfc(text).lower())), text


def heading(text: str, lang: str) -> str:
    """Return the letter under which an index lists a word; `#` for what begins with none.

    >>> heading("ấn phẩm", "vi"), heading("đi", "vi"), heading("État", "fr"), heading("4Ps", "en")
    ('Â', 'Đ', 'E', '#')
    """
    word = _WORD.search(nfc(text).lower())
    if word is None or not word[0][0].isalpha():
        return "#"
    letters, _ = _split(word[0], _language(lang))
    return letters[0].upper()


@lru_cache(maxsize=64)
def _language(lang: str) -> Language:
    return languages.find(lang)


def _word(word: str, language: Language) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters, tones = _split(word, language)
    ranks = {letter: _AFTER + rank for rank, letter in enumerate(language.alphabet)}
    marks = tuple(language.tones.find(tone) + 1 for tone in tones if tone in language.tones)
    return tuple(ranks.get(letter, ord(letter)) for letter in letters), marks


def _split(word: str, language: Language) -> tuple[str, str]:
    """Return a word's letters as the alphabet has them, and the tone marks taken from them."""
    if not language.alphabet:
        return fold(word), ""
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(char for char in parts if char in language.tones)
    return nfc("".join(char for char in parts if char not in language.tones)), tones
