"""Renderings that keep a term's words apart: coordination, an adjective in between, another order.

*Personnes âgées et handicapées* renders two terms that share a noun; *age of retirement* is the retirement age.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from tmkit.glossary.keys import composed, known, shared_beginning, tokens, word_key
from tmkit.glossary.patterns import Pattern
from tmkit.lang.base import Language

_STOPS = frozenset(".;:!?…\n")
_LONGEST_GAP = 5
"""Words between two parts of a coordinated term."""
_ROOT = 4
"""Letters that two words of one family share at least."""


class Text:
    """A text taken apart once, for many questions."""

    def __init__(self, text: str, lang: str) -> None:
        """Split the text into words."""
        self.language = known(lang)
        parts = tokens(lang).split(composed(text).text)
        self.keys = [word_key(word, self.language) for word in parts[1::2]]
        self.gaps = parts[0::2]
        self._starts = list(accumulate(map(len, parts), initial=0))[1::2]

    def meets(self, first: int, last: int, spans: Sequence[tuple[int, int]]) -> bool:
        """Say whether one of some spans of characters has a part in the words from one to another."""
        start, end = self._starts[first], self._starts[last] + 1
        return any(a < end and start < b for a, b in spans)

    def breaks(self, first: int, last: int) -> bool:
        """Say whether a sentence ends between two words."""
        return any(not _STOPS.isdisjoint(self.gaps[i]) for i in range(first + 1, last + 1))


def is_rendered_apart(pattern: Pattern, text: Text, *, without: Sequence[tuple[int, int]] = ()) -> bool:
    """Return whether all the words of a term stand in a text, near each other, though not as the term writes them.

    They must stay clear of the spans in `without`: other terms, of which they are a part.
    """
    if len(pattern.words) < 2:
        return False
    found = _in_two_parts(pattern, text) if text.language.syllabic else _anyhow(pattern, text)
    return any(not text.meets(first, last, without) for first, last in found)


def is_named_short(pattern: Pattern, text: Text) -> bool:
    """Return whether a text has the head of a name alone, as a second mention does: *le ministère a annoncé*."""
    language = text.language
    if language.syllabic or len(pattern.words) < 3 or not any(word[0].isupper() for word in pattern.surface):
        return False
    if pattern.words[1] not in language.context.complements:
        return False
    last = len(text.keys) - 1
    return any(
        key in pattern.forms[0] and (i == last or text.keys[i + 1] not in language.context.complements)
        for i, key in enumerate(text.keys)
    )


def _anyhow(pattern: Pattern, text: Text) -> Iterator[tuple[int, int]]:
    yield from _in_two_parts(pattern, text)
    yield from _near_each_other(pattern, text)


def _in_two_parts(pattern: Pattern, text: Text) -> Iterator[tuple[int, int]]:
    """Give where the term's beginning and its end are there with a coordination in between."""
    shortest = 2 if text.language.syllabic and len(pattern.words) > 3 else 1
    for cut in range(1, len(pattern.words)):
        head, tail = pattern.forms[:cut], pattern.forms[cut:]
        if max(len(head), len(tail)) < shortest:
            continue
        for start in _runs(head, text):
            for end in _runs(tail, text):
                gap = range(start + len(head), end)
                if 1 < len(gap) <= _LONGEST_GAP and not text.breaks(start, end) and _coordinates(gap, text):
                    yield start, end + len(tail) - 1


def _runs(forms: Sequence[frozenset[str]], text: Text) -> Iterator[int]:
    """Give where these words stand one after the other."""
    for start in range(len(text.keys) - len(forms) + 1):
        if all(text.keys[start + k] in words for k, words in enumerate(forms)):
            yield start


def _coordinates(gap: range, text: Text) -> bool:
    """Say whether what lies between is other words and what joins them, and nothing that begins a new phrase."""
    language = text.language
    joins = language.context.coordinators
    found = [text.keys[i] for i in gap]
    commas = any("," in text.gaps[i] for i in gap)
    words = [word for word in found if word not in joins]
    return (commas or len(words) < len(found)) and not any(word in language.stop_words for word in words)


def _near_each_other(pattern: Pattern, text: Text) -> Iterator[tuple[int, int]]:
    """Give where the term's words of meaning stand together in any order, one of them as another of its family."""
    language = text.language
    content = [forms for word, forms in zip(pattern.words, pattern.forms, strict=True) if not _is_small(word, language)]
    if len(content) < 2:
        return
    exact = [[i for i, key in enumerate(text.keys) if key in forms] for forms in content]
    empty = [n for n, places in enumerate(exact) if not places]
    if len(empty) > 1:
        return
    for n in empty:
        exact[n] = [i for i, key in enumerate(text.keys) if _is_family(key, content[n])]
    yield from ((min(places), max(places)) for places in _choices(exact) if _is_close(places, text))


def _choices(exact: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    """Give, for each place of the first word, the nearest places of the others."""
    if not all(exact):
        return
    for first in exact[0]:
        yield (first, *(min(places, key=lambda place: abs(place - first)) for places in exact[1:]))


def _is_close(places: tuple[int, ...], text: Text) -> bool:
    order = sorted(set(places))
    if len(order) < len(places) or text.breaks(order[0], order[-1]):
        return False
    between = [text.keys[i] for a, b in pairwise(order) for i in range(a + 1, b)]
    other = [word for word in between if not _is_small(word, text.language)]
    if len(between) > _LONGEST_GAP or any("," in text.gaps[i] for i in range(order[0] + 1, order[-1] + 1)):
        return False
    return len(other) <= (1 if text.language.context.modifies else 0)


def _is_small(word: str, language: Language) -> bool:
    return word in language.stop_words or word in language.elisions


def _is_family(key: str, forms: frozenset[str]) -> bool:
    """Say whether a word shares its root with one of the forms: *réduire*, *réduction*."""
    return any(shared_beginning(key, form) >= max(_ROOT, (min(len(key), len(form)) + 1) // 2) for form in forms)
