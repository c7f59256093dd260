"""Words of a text as term extraction counts them: forms of one word alike, clauses apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tmkit.lang import find
from tmkit.lang.base import Language
from tmkit.lang.inflection import lemma
from tmkit.lang.text import nfc

_WORD = re.compile(r"[^\W\d_]{2,}[-‑]\d+(?![\w.,])|[^\W_]+(?:[.&][^\W_]+)*|\S")
NUMBER = "#"
"""The key of every number."""
COMMA = ","
"""The key of a comma, which the names of ministries have inside."""
_APOSTROPHES = "'’ʼ"
_HYPHENS = "-‐‑"
_LOUD = 0.6
"""Share of capitals from which a text is one that is set in capitals."""
_LONGEST_ACRONYM = 8


class Token(NamedTuple):
    """A word: what it counts as, and where it stands. An empty key is a mark that parts clauses."""

    key: str
    start: int
    end: int


def tokens(text: str, lang: str) -> list[Token]:
    """Return the words of a text; between clauses one token without a key.

    `text` is in Unicode's composed form. Elided words and the halves of a hyphened one are words.

    >>> [token.key for token in tokens("L’assurance-maladie, des travailleurs", "fr")]
    ['l', 'assurance', 'maladie', ',', 'des', 'travailleur']
    """
    language = find(lang)
    possessive = language.inflection.possessive
    plain = re.sub(possessive, lambda m: " " * len(m[0]), text) if possessive else text
    return list(_marked(plain, language))


def keys(text: str, lang: str) -> tuple[str, ...]:
    """Return what the words of a text count as.

    >>> keys("assurances sociales", "fr") == keys("Assurance sociale", "fr")
    True
    """
    return tuple(token.key for token in tokens(nfc(text), lang) if token.key)


def _marked(text: str, language: Language) -> Iterator[Token]:
    end, loud, parted = 0, _is_loud(text), True
    for match in _WORD.finditer(text):
        word, (start, stop) = match[0], match.span()
        key = _counted(word, loud, language.code)
        if key or not (parted or _joins(word, text, start, stop, end, language)):
            yield Token(key, start, stop)
            parted = not key
        end = stop


@lru_cache(maxsize=1 << 18)
def _counted(word: str, loud: bool, code: str) -> str:
    """Return what a word counts as; nothing for a mark."""
    if word[0].isdigit():
        return NUMBER
    if not word[0].isalnum():
        return COMMA if word == COMMA else ""
    # WHO is not "who".
    return word if not loud and _is_acronym(word) else _key(word.lower(), code)


def _joins(mark: str, text: str, start: int, end: int, before: int, language: Language) -> bool:
    """Say whether a mark stands inside a term: hyphen and apostrophe in a word, a dash between halves of a name."""
    if start == before and mark in _APOSTROPHES and language.inflection.possessive:
        # The workers' wages.
        return True
    if start == before and text[end : end + 1].isalnum() and mark in _APOSTROPHES + _HYPHENS:
        return True
    return mark in language.terms.joins and text[start - 1 : start] == " " == text[end : end + 1]


def _is_acronym(word: str) -> bool:
    return 1 < len(word) <= _LONGEST_ACRONYM and word.isupper()


def _is_loud(text: str) -> bool:
    capitals = sum(map(str.isupper, text))
    return capitals > _LONGEST_ACRONYM and capitals > _LOUD * sum(map(str.isalpha, text))


def _key(word: str, code: str) -> str:
    """Return what a word in lower case counts as: its singular, its usual spelling."""
    language = find(code)
    if language.one_spelling:
        return language.one_spelling(word)
    if word in language.stop_words or word in language.elisions or not word.isalpha():
        return word
    return next(_singulars(word, language), word)


def _singulars(word: str, language: Language) -> Iterator[str]:
    """Give what the word may be the plural of, as far as the dictionary agrees."""
    code = language.code
    base = lemma(word, code)
    for ending, plurals in language.inflection.plurals:
        for plural in plurals:
            singular = word.removesuffix(plural) + ending
            if word.endswith(plural) and singular not in ("", word) and lemma(singular, code) == base:
                yield singular
