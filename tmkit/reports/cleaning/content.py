"""What a text is about, and how much of it another text speaks of."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from tmkit.reports.cleaning.cues import cues

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 6
"""Letters in which the forms of a word agree, as a rule."""


def content(text: str) -> list[str]:
    """Return what a text is about: the beginnings of its longer words, and pairs of words where words are syllables.

    >>> content("une consultation dans le dispensaire")
    ['consul', 'dispen']
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if sum(map(len, words)) / max(1, len(words)) < 4.0 and not text.isascii():
        return [f"{a} {b}" for a, b in pairwise(words) if not {a, b} & cues().stop_words]
    return [word[:_STEM] for word in words if len(word) > 4 and word not in cues().stop_words]


def kinship(text: str, vocabulary: Counter[str]) -> float:
    """Return the share of a text's content that a vocabulary has, from 0 to 1."""
    words = content(text)
    return sum(word in vocabulary for word in words) / len(words) if words else 0.0


def teases(text: str, headline: str, vocabulary: Counter[str]) -> bool:
    """Tell whether a text speaks of the headline above it rather than of the article, whose vocabulary is given.

    >>> article = Counter(content("The ministry pays pensions to farmers in the province."))
    >>> teases("Fishermen stayed ashore.", "Storm keeps fishermen ashore", article)
    True
    >>> teases("Farmers said the pensions came late.", "Storm keeps fishermen ashore", article)
    False
    """
    own, kin = kinship(text, Counter(content(headline))), kinship(text, vocabulary)
    return own > kin or (kin < 0.1 and len(text.split()) < 40) or kin == 0
