"""Which n-grams look like terms, in one language: whole, no piece of a longer one, and how much of a term (C-value).

After Frantzi, Ananiadou and Mima (2000), "Automatic recognition of multi-word terms: the C-value/NC-value method".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tmkit.glossary.extract.compounds import lengths
from tmkit.glossary.extract.sides import BREAK, Flags, Grams, Ints, Side, function_words
from tmkit.glossary.extract.tokens import COMMA, keys
from tmkit.lang import find

Reals = NDArray[np.float64]
_BOUND = 0.9
"""Share of an n-gram's occurrences with one and the same neighbour from which the neighbour is part of it."""
_ENOUGH = 8
"""Occurrences that are evidence enough for that."""
_INSEPARABLE = 0.9
"""With fewer: how much n-gram and neighbour must seek each other (Dice)."""
_CUT = 0.5
"""The same, where the neighbour and the n-gram's edge are one word besides."""
_ONE_WORD = 0.25
"""How much two syllables seek each other (Dice) that are one word as a rule."""
_NOUN = 0.25
"""Share of a word's occurrences with an article, a preposition or a number before them, by which it is a noun."""
_LISTED = 0.75
"""Share of what follows a comma that must stand behind it for both to be one name, and no list."""


@dataclass(frozen=True)
class Chosen:
    """Which n-grams are whole expressions (`whole`) and, of those, built like terms (`terms`)."""

    grams: Grams
    whole: Flags
    terms: Flags
    free: Ints
    """Occurrences outside of longer ones; where there are none, it is a mere piece as far as the texts tell."""
    value: Reals
    """C-value."""
    reach: Ints
    """For each place the candidate, among those begun so far, that reaches furthest: its end times `len(grams)`, plus
    its number."""

    def holders(self, gram: int) -> tuple[Ints, Ints]:
        """Return where an n-gram begins, and for each place the longer candidate around it, or -1."""
        places, length, size = self.grams.places(gram), self.grams.lengths[gram], len(self.grams)
        end, owner = self.reach[places] // size, self.reach[places] % size
        return places, np.where((end >= places + length) & (self.grams.lengths[owner] > length), owner, BREAK)

    def home(self, gram: int) -> int:
        """Return the longer candidate in which an n-gram stands most often; -1 if it also stands alone."""
        _, owners = self.holders(gram)
        return int(np.bincount(owners).argmax()) if self.free[gram] <= 0 and (owners >= 0).all() else BREAK


def choose(grams: Grams) -> Chosen:
    """Return which n-grams of a side are candidates, and what each is worth."""
    code = find(grams.side.lang).code
    size = len(grams)
    if not size:
        return Chosen(
            grams, np.zeros(0, bool), np.zeros(0, bool), np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.int64)
        )
    whole = _edged(grams) & ~_bound(grams) & ~_listed(grams)
    if find(code).syllabic:
        whole &= ~_cut(grams)
    whole &= _headed(grams)
    terms = whole & np.fromiter((_is_nominal(grams.keys(g), code) for g in range(size)), bool, size)
    return Chosen(grams, whole, terms, *_values(grams, terms))


def _ends(grams: Grams) -> tuple[Ints, Ints]:
    """Return the first and the last word of each n-gram."""
    return np.array([word[0] for word in grams.words]), np.array([word[-1] for word in grams.words])


def _edged(grams: Grams) -> Flags:
    """Say which n-grams have no function word where none may stand; one that is half of a longer word is none."""
    first, last, inner = grams.side.edges
    begin, end = _ends(grams)
    good = np.asarray(first[begin] & last[end])
    for gram, words in enumerate(grams.words) if find(grams.side.lang).syllabic else ():
        if not good[gram] or not all(inner[word] for word in words[1:-1]):
            good[gram] = _is_mended(grams.keys(gram), grams.side.lang)
    return good


def _is_mended(words: tuple[str, ...], lang: str) -> bool:
    """Say whether all function words out of place are syllables of known words."""
    language = find(lang)
    function, terms, place = function_words(language), language.terms, 0
    for length in lengths(words, lang):
        first, last = place == 0, place + 1 == len(words)
        allowed = (terms.first if first else frozenset()) | (terms.last if last else frozenset())
        if length == 1 and words[place] in function - (allowed or terms.inner):
            return False
        place += length
    return True


def _headed(grams: Grams) -> Flags:
    """Say which n-grams begin with a noun, where the words before a word tell whether it is one."""
    one = grams.side
    if not find(one.lang).terms.before_nouns:
        return np.ones(len(grams), dtype=bool)
    here = one.ids >= 0
    led = np.bincount(one.ids[here], np.roll(one.leads, 1)[here], len(one.words))
    noun = led >= _NOUN * _single(grams)[:-1]
    # An acronym may do without.
    loud = np.array([word.isupper() for word in one.words], dtype=bool)
    return np.asarray((noun | loud)[_ends(grams)[0]])


def _listed(grams: Grams) -> Flags:
    """Say which n-grams are parts of a list: what follows their comma often stands elsewhere."""
    known = {word: gram for gram, word in enumerate(grams.words)}
    comma = next((n for n, word in enumerate(grams.side.words) if word == COMMA), BREAK)
    listed = np.zeros(len(grams), dtype=bool)
    for gram, words in enumerate(grams.words):
        for n, word in enumerate(words):
            if word == comma and 0 < n < len(words) - 1:
                parts = (known[words[:n]], 0.5), (known[words[n + 1 :]], _LISTED)
                listed[gram] |= any(grams.count[gram] < share * grams.count[part] for part, share in parts)
    return listed


def _bound(grams: Grams) -> Flags:
    """Say which n-grams are pieces: the nearest word of meaning beside them is nearly always the same."""
    single, bound = _single(grams), np.zeros(len(grams), dtype=bool)
    for before in (True, False):
        neighbour, share = _neighbours(grams, _nearest(grams, before=before), before=before)
        seeking = 2 * share * grams.count / (grams.count + single[neighbour])
        bound |= (share >= _BOUND) & ((grams.count >= _ENOUGH) | (seeking >= _INSEPARABLE))
    return bound


def _nearest(grams: Grams, *, before: bool) -> Ints:
    """Return for each place the nearest word of meaning in its clause, the place itself included."""
    one = grams.side
    language = find(one.lang)
    function = function_words(language) - language.terms.first - language.terms.last
    light = np.array([*(word in function for word in one.words), False])[one.ids]
    order = np.arange(len(one.ids)) if before else np.arange(len(one.ids))[::-1]
    last = np.maximum.accumulate(np.where(light[order], 0, np.arange(len(order))))
    found = np.empty(len(order), dtype=np.int64)
    found[order] = one.ids[order][last]
    return found


def _cut(grams: Grams) -> Flags:
    """Say which n-grams begin or end within a word, as the syllables seek each other or as the lexicon has it."""
    ids = grams.side.ids
    pairs = _Pairs(ids, _single(grams))
    cut = _split_words(grams)
    inner = np.array(
        [(word[0], word[1], word[-2], word[-1]) if len(word) > 1 else (BREAK,) * 4 for word in grams.words]
    )
    begin, end = _ends(grams)
    for before, edge in ((True, begin), (False, end)):
        neighbour, share = _neighbours(grams, ids, before=before)
        outside = pairs.seeking(neighbour, edge) if before else pairs.seeking(edge, neighbour)
        inside = pairs.seeking(inner[:, 0], inner[:, 1]) if before else pairs.seeking(inner[:, 2], inner[:, 3])
        cut |= (share >= _CUT) & (outside >= _ONE_WORD) & (outside > inside)
    return cut


def _split_words(grams: Grams) -> Flags:
    """Say which n-grams mostly begin or end within a word of the lexicon."""
    inside = _within_words(grams.side)
    split = np.zeros(len(grams), dtype=bool)
    for n, level in enumerate(grams.at, 1):
        torn = level.grams[inside[level.places] | inside[level.places + n]]
        split |= np.bincount(torn, minlength=len(grams)) >= _CUT * grams.count
    return split & (grams.count > 0)


def _within_words(one: Side) -> Flags:
    """Say of each place whether it goes on with a word that began before it; the longest words count."""
    found = lengths([one.words[n] if n >= 0 else "" for n in one.ids.tolist()], one.lang)
    inside = np.ones(len(one.ids), dtype=bool)
    inside[np.cumsum([0, *found[:-1]], dtype=np.int64)] = False
    return inside


def _single(grams: Grams) -> Reals:
    """Return how often each word stands in the texts; the last number is for breaks."""
    ids = grams.side.ids
    return np.append(np.bincount(ids[ids >= 0], minlength=len(grams.side.words)), 1).astype(float)


class _Pairs:
    """How much two words that stand together seek each other (Dice)."""

    def __init__(self, ids: Ints, single: Reals) -> None:
        after = np.append(ids[1:], BREAK)
        both = (ids >= 0) & (after >= 0)
        self._single, self._size = single, len(single)
        self._codes, self._count = np.unique(ids[both] * self._size + after[both], return_counts=True)

    def seeking(self, one: Ints, other: Ints) -> Reals:
        """Return it for words given by number, 0-1; 0 for a break."""
        if not len(self._codes):
            return np.zeros(len(one))
        wanted = np.where((one >= 0) & (other >= 0), one * self._size + other, BREAK)
        place = np.minimum(np.searchsorted(self._codes, wanted), len(self._codes) - 1)
        together = np.where(self._codes[place] == wanted, self._count[place], 0)
        return np.asarray(2 * together / (self._single[one] + self._single[other]))


def _neighbours(grams: Grams, words: Ints, *, before: bool) -> tuple[Ints, Reals]:
    """Return for each n-gram what mostly stands beside it in `words`, and its share of all occurrences."""
    found: list[Ints] = []
    size = len(grams.side.words) + 1
    for n, level in enumerate(grams.at, 1):
        beside = level.places - 1 if before else level.places + n
        # The array ends with a break, so that what lies before its beginning is one too.
        found.append(level.grams * size + words[beside] + 1)
    codes, count = np.unique(np.concatenate(found), return_counts=True)
    count = np.where(codes % size, count, 0)
    order = np.lexsort((count, codes // size))
    best = order[np.append(np.diff(codes[order] // size) > 0, True)]
    neighbour, share = np.full(len(grams), BREAK), np.zeros(len(grams))
    owner = codes[best] // size
    neighbour[owner] = codes[best] % size - 1
    share[owner] = count[best] / grams.count[owner]
    return neighbour, share


def _is_nominal(words: tuple[str, ...], lang: str) -> bool:
    """Say whether words may be a term as far as its edges tell: no verb, no adverb, no name of a month."""
    terms = find(lang).terms
    if words[0] in terms.never_first or words[-1] in terms.never_last or _is_infinitive(words[0], lang):
        return False
    if len(words) == 1 and len(words[0]) < 3 and not words[0].isupper():
        return False
    outside = _outside(lang)
    return not any(words[:n] in outside or words[-n:] in outside for n in range(1, min(len(words), 4) + 1))


@lru_cache(maxsize=1 << 16)
def _is_infinitive(word: str, lang: str) -> bool:
    from tmkit.lang.words import is_entry

    for ending, other in find(lang).terms.infinitives:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return is_entry(word.removesuffix(ending) + other, lang)
    return False


@lru_cache(maxsize=16)
def _outside(lang: str) -> frozenset[tuple[str, ...]]:
    """Return what a term neither begins nor ends with: set phrases, months, days, number words."""
    language = find(lang)
    numbers = language.numbers
    counts = (word for word, _ in numbers.cardinals if word not in numbers.uncertain)
    named = (word for word, _ in (*numbers.months, *numbers.magnitudes))
    return frozenset(
        keys(text, lang) for text in (*language.terms.phrases, *numbers.weekdays, *numbers.percent, *counts, *named)
    )


def _values(grams: Grams, terms: Flags) -> tuple[Ints, Reals, Ints]:
    """Return for each n-gram its occurrences outside of longer candidates, its C-value, and how far those reach."""
    size = len(grams)
    free, homes = grams.count.copy(), np.zeros(size)
    # For each place the candidate begun there that reaches furthest, as its end and its number.
    reach = np.full(len(grams.side.ids), BREAK)
    for n in range(len(grams.at), 0, -1):
        here, which = grams.at[n - 1].places, grams.at[n - 1].grams
        furthest = np.maximum.accumulate(reach)[here]
        nested = furthest // size >= here + n
        free -= np.bincount(which[nested], minlength=size)
        different = np.unique(which[nested] * size + furthest[nested] % size) // size
        homes += np.bincount(different, minlength=size)
        good = terms[which] & (free[which] > 0)
        reach[here[good]] = np.maximum(reach[here[good]], (here[good] + n) * size + which[good])
    value = np.log2(grams.lengths + 1) * (grams.count - (grams.count - free) / np.maximum(homes, 1))
    return free, value, np.maximum.accumulate(reach)
