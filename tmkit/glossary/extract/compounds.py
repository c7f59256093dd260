"""Words of several syllables that are known, where blanks part syllables: what no candidate may cut."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tmkit.glossary.extract.tokens import keys
from tmkit.lang import find
from tmkit.lang.lexicon import LANGS, core

Words = tuple[str, ...]


@cache
def compounds(lang: str) -> frozenset[Words]:
    """Return the words that the lexicon has, by their syllables; those that consist of others are none.

    Nothing for a language whose blanks part words.
    """
    if not find(lang).syllabic or lang not in LANGS:
        return frozenset()
    texts = (text for entry in core().entries for text in entry.terms.get(lang, ()))
    entries = {keys(text, lang) for text in texts}
    return frozenset(word for word in entries if len(word) > 1 and not _consists(word, entries))


def _consists(word: Words, entries: set[Words]) -> bool:
    """Say whether a word has another in it, at its beginning or end."""
    return any(word[:n] in entries or word[-n:] in entries for n in range(2, len(word)))


@cache
def by_first(lang: str) -> dict[str, tuple[Words, ...]]:
    """Return the words by their first syllables, the longest first."""
    found: dict[str, list[Words]] = {}
    for word in sorted(compounds(lang), key=lambda word: (-len(word), word)):
        found.setdefault(word[0], []).append(word)
    return {first: tuple(words) for first, words in found.items()}


def lengths(words: Sequence[str], lang: str) -> list[int]:
    """Return how many syllables each word of a run has, from left to right; the longest words count.

    >>> lengths("hội từ thiện của công nhân".split(), "vi")
    [1, 2, 1, 2]
    """
    known, found, place = by_first(lang), list[int](), 0
    while place < len(words):
        fits = (len(word) for word in known.get(words[place], ()) if tuple(words[place : place + len(word)]) == word)
        found.append(next(fits, 1))
        place += found[-1]
    return found
