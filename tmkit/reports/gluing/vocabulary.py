"""The words of a whole report: what stands there unglued, and what stands side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from tmkit.lang.words import bare

LETTER = r"[^\W\d_]"
PIECE = re.compile(rf"{LETTER}+(?:['’‑-]{LETTER}+)*")
"""A word, with the apostrophes and hyphens inside it."""


class Context:
    """The words of a whole report, which tell what stands there unglued.

    Counting them costs as much as reading the report, so it waits until something is suspicious.
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._texts = tuple(texts)

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(_plain(m[0]) for text in self._texts for m in PIECE.finditer(text))

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        return Counter(pair for text in self._texts for pair in _neighbours(text))

    def count(self, word: str) -> int:
        """Return how often the word stands somewhere by itself, case kept."""
        return self._words[_plain(word)]

    def has(self, word: str) -> bool:
        """Return whether the word stands somewhere by itself."""
        return self.count(word) > 0

    def count_pair(self, left: str, right: str, lang: str) -> int:
        """Return how often the two stand side by side; the case of the first is free."""
        left, right = _plain(left).lower(), _plain(right)
        pairs = self._pairs
        count = pairs.get((left, right), 0)
        if "'" in left or "'" in right:
            count = max(count, pairs.get((bare(left, lang), bare(right, lang)), 0))
        return count


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _neighbours(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words with one blank between them, once as they are and once without what is elided before."""
    previous: re.Match[str] | None = None
    for found in PIECE.finditer(text):
        if previous and found.start() == previous.end() + 1 and text[previous.end()] in " \u00a0":
            left, right = _plain(previous[0]).lower(), _plain(found[0])
            yield left, right
            if "'" in left or "'" in right:
                yield left.rpartition("'")[2], right.rpartition("'")[2]
        previous = found
