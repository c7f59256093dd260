"""What somebody types, compared with the terms of one language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from tmkit.glossary.cache import Key
from tmkit.glossary.keys import known, match_key
from tmkit.lang.text import fold

if TYPE_CHECKING:
    from tmkit.glossary.patterns import Forms

Found = tuple[Literal["exact", "folded", "inflected", "acronym", "prefix", "part"], int]
"""How a query is related to a term; the smaller the number, the better."""
Bases = Mapping[str, list[tuple[str, str]]]
"""The forms that are alike without accents, each with the word of a term that it is a form of."""
_SHORTEST = 2
"""Letters of a query that may be a part of a term."""
_SHORTEST_ACRONYM = 3


def bases_of(forms: Forms) -> Bases:
    """Return the forms of words the other way round.

    >>> bases_of({"retraite": ("retraite", "retraites"), "retraité": ("retraité",)})["retraite"]
    [('retraite', 'retraite'), ('retraité', 'retraité')]
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for base, spelled in forms.items():
        for form in spelled:
            found.setdefault(fold(form), []).append((form, base))
    return found


class Query:
    """A query as one that is written in a certain language."""

    def __init__(self, text: str, lang: str, bases: Bases) -> None:
        """Take a text and what the words in it may be forms of."""
        self.lang, self.original = lang, text
        self.text = match_key(text, lang)
        self.folded = fold(self.text)
        self._squeezed = self.folded.replace(" ", "")
        self._bare = _without_article(self.text, lang)
        self._bare_folded = fold(self._bare)
        self._bases = [_of_word(word, bases) for word in self._bare.split()]
        self._is_spelled_out = all(len(word) == 1 for word in self.folded.split()) or "." in text
        self._open = len(self.folded) >= _SHORTEST
        silent = known(lang).stop_words
        self._telling = self._open and not all(word in silent for word in self.text.split())

    def how(self, key: Key) -> Found | None:
        """Return how the query is related to a term, None where it is not."""
        folded = key.folded
        if folded == self.folded:
            if key.text == self.text:
                return "exact", int(key.is_form)
            return ("folded", 0) if _agrees(self.text, key.text) else None
        if folded == self._bare_folded and _agrees(self._bare, key.text):
            return "inflected", 0
        if self._bases and (found := self._by_words(key)):
            return found
        if folded.replace(" ", "") == self._squeezed and _agrees(_squeezed(self.text), _squeezed(key.text)):
            return ("acronym", 0) if self._is_spelled_out else ("folded", 1)
        return self._as_beginning(key)

    def has_accents_of(self, key: Key) -> bool:
        """Say whether a term within the query, which has no other letters, has no other accents either."""
        return _agrees_within(self.text, self.folded, key)

    def initials_of(self, keys: Iterable[Key]) -> Iterator[Key]:
        """Give the terms whose initials the query is: ATVSLĐ for *an toàn vệ sinh lao động*."""
        typed = self._squeezed
        if len(typed) < _SHORTEST_ACRONYM or not typed.isalpha() or (len(typed) < 4 and not self.original.isupper()):
            return
        language = known(self.lang)
        silent = language.stop_words | frozenset(language.elisions)
        for key in keys:
            words = key.folded.split()
            if len(words) >= _SHORTEST_ACRONYM and typed in (_initials(words), _initials(words, silent, key.text)):
                yield key

    def _as_beginning(self, key: Key) -> Found | None:
        if not self._open or not key.folded.startswith(self.folded):
            return None
        size = len(self.folded)
        if len(key.folded) != len(key.text) or not _agrees(self.text, key.text[:size]):
            return None
        return "prefix", int(key.folded[size] != " ")

    def _by_words(self, key: Key) -> Found | None:
        """Compare word by word, where each word of the query may be a form of one of the term's."""
        words = key.text.split()
        bases = self._bases
        if len(words) == len(bases) and all(map(_holds, bases, words)):
            return "inflected", 0
        if not self._telling or len(words) <= len(bases) or any(base.isdisjoint(words) for base in bases):
            return None
        if len(bases) > 1 and not _runs(bases, words):
            return "part", 2
        return "prefix" if all(map(_holds, bases, words)) else "part", 0


def _of_word(word: str, bases: Bases) -> set[str]:
    """Return the words of terms that a word of a query may be, with accents or without."""
    return {word} | {base for form, base in bases.get(fold(word), ()) if _agrees(word, form)}


def _holds(base: set[str], word: str) -> bool:
    return word in base


def _runs(bases: list[set[str]], words: list[str]) -> bool:
    """Say whether the words of a query stand in a term one after the other."""
    size = len(bases)
    return any(all(map(_holds, bases, words[i : i + size])) for i in range(len(words) - size + 1))


def _without_article(text: str, lang: str) -> str:
    """Return a key without what people put before a term: *la*, *the*, *l'*, *to*."""
    language = known(lang)
    before = (*language.articles, *language.elisions, language.dictionary.particle)
    first, _, rest = text.partition(" ")
    while rest and first in before:
        text = rest
        first, _, rest = text.partition(" ")
    return text


def _initials(words: list[str], silent: frozenset[str] = frozenset(), text: str = "") -> str:
    spelled = text.split() if text else words
    return "".join(word[0] for word, own in zip(words, spelled, strict=True) if own not in silent)


def _squeezed(text: str) -> str:
    return text.replace(" ", "")


def _agrees(typed: str, word: str) -> bool:
    """Say whether what is typed has no accent that the word has not; the letters are the same.

    >>> _agrees("bao hiểm", "bảo hiểm"), _agrees("bão hiểm", "bảo hiểm")
    (True, False)
    """
    if typed == word or typed.isascii():
        return True
    return len(typed) == len(word) and all(map(_lacks, typed, word))


def _agrees_within(typed: str, folded: str, key: Key) -> bool:
    if typed.isascii():
        return True
    at = folded.find(key.folded)
    return len(typed) == len(folded) and _agrees(typed[at : at + len(key.text)], key.text)


def _lacks(typed: str, letter: str) -> bool:
    if typed == letter or typed.isascii():
        return True
    return _marks(typed) <= _marks(letter)


def _marks(letter: str) -> frozenset[str]:
    return frozenset("d\u0335" if letter == "đ" else unicodedata.normalize("NFD", letter))
