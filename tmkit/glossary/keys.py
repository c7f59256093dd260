"""Text as terms are compared: its words in one spelling, each with its place in the text as it came."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tmkit.lang import find
from tmkit.lang.base import Language

_WORD = r"[^\W_]+"
_ODD = re.compile("[\u00ad\u200b-\u200d\u2060\ufb00-\ufb06\u0300-\u036f\uff01-\uff5e\ufeff]")
"""Characters that are part of a letter, or two letters, or seen by nobody."""
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_OPENED = str.maketrans({"œ": "oe", "æ": "ae"})
_MARK = "\u0300"


class Composed(NamedTuple):
    """A text with one character a letter; `places[i]` is where its i-th character stands in the original.

    `places` is None where that is i itself; it has one entry more than there are characters. `ends[i]` is where that
    character ends: what nobody sees behind it is no part of it.
    """

    text: str
    places: Sequence[int] | None = None
    ends: Sequence[int] | None = None


def composed(text: str) -> Composed:
    """Return a text in Unicode's composed form, without what nobody sees, with the way back.

    >>> composed("Vie\u0323\u0302t").text, composed("Vie\u0323\u0302t").places
    ('Việt', [0, 1, 2, 5, 6])
    """
    if not _ODD.search(text) and unicodedata.is_normalized("NFC", text):
        return Composed(text)
    out: list[str] = []
    places: list[int] = []
    ends: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and text[end] >= _MARK and unicodedata.combining(text[end]):
            end += 1
        piece = "" if text[start] in _UNSEEN else _composed(text[start:end])
        out.append(piece)
        places += [start] * len(piece)
        ends += [end] * len(piece)
        start = end
    return Composed("".join(out), [*places, len(text)], ends)


def _composed(cluster: str) -> str:
    """Compose a letter and its marks; typographic ligatures and full-width letters become ordinary ones."""
    return unicodedata.normalize("NFKC" if _ODD.match(cluster) else "NFC", cluster)


@lru_cache(maxsize=64)
def known(lang: str) -> Language:
    """Return a language of the CLDR by its tag, looked up once."""
    return find(lang)


@lru_cache(maxsize=64)
def tokens(lang: str) -> re.Pattern[str]:
    """Return what splits a composed text into its words, in a group of their own.

    What English appends to an owner's name belongs to the word here, and not to its key.
    """
    possessive = known(lang).inflection.possessive
    return re.compile(f"({_WORD}(?:{possessive})?)" if possessive else f"({_WORD})")


def word_key(word: str, language: Language) -> str:
    """Return a word as terms are compared: lower case, ligatures open, one of its right spellings."""
    return possessor(word, language).lower().translate(_OPENED) if not language.one_spelling else _one(word, language)


def _one(word: str, language: Language) -> str:
    assert language.one_spelling is not None
    return language.one_spelling(word.lower())


def possessor(word: str, language: Language) -> str:
    """Return a word without the ending of the possessive.

    >>> possessor("Vietnam's", known("en"))
    'Vietnam'
    """
    for mark in "'’" if language.inflection.possessive else "":
        if mark in word:
            return word[: word.index(mark)]
    return word


def words(text: str, lang: str) -> list[str]:
    """Return the words of a text as terms are compared.

    >>> words("L’assurance-chômage", "fr"), words("Xoá nghèo", "vi")
    (['l', 'assurance', 'chômage'], ['xóa', 'nghèo'])
    """
    language = known(lang)
    return [word_key(word, language) for word in tokens(lang).findall(composed(text).text)]


def shared_beginning(one: str, other: str) -> int:
    """Return how many letters two words have in common at their beginning."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def match_key(text: str, lang: str) -> str:
    """Return what is equal for spellings of a term that differ in case, hyphens, apostrophes, tones' places or form.

    >>> match_key("Assurance-Chômage", "fr") == match_key("assurance chômage", "fr")
    True
    """
    return " ".join(words(text, lang)) or composed(text).text.strip().lower()
