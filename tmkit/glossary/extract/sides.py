"""One language of a memory as arrays: its words, its clauses, its n-grams."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tmkit.glossary.extract.compounds import compounds
from tmkit.glossary.extract.tokens import COMMA, NUMBER, tokens
from tmkit.lang import find
from tmkit.lang.base import Language

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
LONGEST = 12
"""Words of an n-gram; articles, prepositions and commas count: names of ministries are long."""
BREAK = -1


@dataclass(frozen=True)
class Side:
    """The texts of one language, word by word; between clauses stands `BREAK`.

    The arrays `ids`, `units`, `starts` and `ends` have an element a word: its number in `words`, the unit it stands in,
    and its place in the unit's text.
    """

    lang: str
    texts: Sequence[str]
    words: Sequence[str]
    ids: Ints
    units: Ints
    starts: Ints
    ends: Ints
    leads: Flags
    """Where a number stands, or a word that stands before nouns."""

    @cached_property
    def edges(self) -> tuple[Flags, Flags, Flags]:
        """Say for each word whether an n-gram may begin with it, end with it, have it inside."""
        language = find(self.lang)
        function, terms = function_words(language), language.terms
        first = [word not in function or word in terms.first for word in self.words]
        last = [word not in function or word in terms.last for word in self.words]
        inner = [word not in function or word in terms.inner for word in self.words]
        return np.array([*first, False]), np.array([*last, False]), np.array([*inner, False])


def function_words(language: Language) -> frozenset[str]:
    """Return the words that only hold others together, elided ones and clitics too."""
    return language.stop_words | frozenset(language.elisions) | language.glue.clitics | {COMMA}


def side(texts: Sequence[str], lang: str) -> Side:
    """Return the texts of one language as arrays; they are in Unicode's composed form."""
    language = find(lang)
    halves = frozenset(syllable for word in compounds(lang) for syllable in word)
    outside = (
        function_words(language) - {COMMA} - halves - language.terms.inner - language.terms.first - language.terms.last
    )
    numbers: dict[str, int] = dict.fromkeys(("", NUMBER, *outside), BREAK)
    leading = language.terms.before_nouns | {NUMBER}
    words: list[str] = []
    columns = [array("i") for _ in range(5)]
    ids, units, starts, ends, leads = (column.append for column in columns)
    for unit, text in enumerate(texts):
        for key, start, end in (*tokens(text, lang), ("", len(text), len(text))):
            number = numbers.get(key)
            if number is None:
                number = numbers[key] = len(words)
                words.append(key)
            ids(number), units(unit), starts(start), ends(end), leads(key in leading)
    tables = [np.array(column, dtype=np.int64) for column in columns]
    return Side(lang, texts, words, tables[0], tables[1], tables[2], tables[3], tables[4].astype(bool))


@dataclass(frozen=True)
class Level:
    """Where the n-grams of one length begin, in ascending order, and which."""

    places: Ints
    grams: Ints


@dataclass(frozen=True)
class Grams:
    """The n-grams of a side that are frequent enough; each has a number, shorter ones first.

    `at[n - 1]` says where those of n words stand.
    """

    side: Side
    words: Sequence[tuple[int, ...]]
    lengths: Ints
    count: Ints
    """Occurrences."""
    spread: Ints
    """Units with an occurrence."""
    at: Sequence[Level]

    def __len__(self) -> int:
        return len(self.words)

    def keys(self, gram: int) -> tuple[str, ...]:
        """Return the words of an n-gram as they are counted."""
        return tuple(self.side.words[word] for word in self.words[gram])

    def places(self, gram: int) -> Ints:
        """Return where in the side's arrays an n-gram begins."""
        starts, places = self._index
        return places[starts[gram] : starts[gram + 1]]

    @cached_property
    def _index(self) -> tuple[Ints, Ints]:
        """Return all places, n-gram by n-gram, and where those of each begin."""
        found = np.concatenate([np.zeros(0, np.int64), *(level.grams for level in self.at)])
        places = np.concatenate([np.zeros(0, np.int64), *(level.places for level in self.at)])
        return np.searchsorted(np.sort(found), np.arange(len(self) + 1)), places[np.argsort(found, kind="stable")]


def grams(one: Side, *, least: int, longest: int = LONGEST) -> Grams:
    """Return the n-grams of up to `longest` words that stand in at least `least` units.

    Level by level: an n-gram is looked at only where both its parts, one word shorter, are frequent themselves.
    """
    words: list[tuple[int, ...]] = []
    count: list[Ints] = []
    spread: list[Ints] = []
    at: list[Level] = []
    codes = one.ids.copy()
    for length in range(1, longest + 1):
        dense, kept = _numbered(codes, one.units, least, len(words))
        if not len(kept.count):
            break
        words += _spelled(kept.places, length, one.ids)
        count.append(kept.count)
        spread.append(kept.spread)
        here = np.flatnonzero(dense >= 0)
        at.append(Level(here, dense[here]))
        following = np.append(dense[1:], BREAK)
        codes = np.where((dense >= 0) & (following >= 0), dense * (len(words) + 1) + following, BREAK)
    empty = np.zeros(0, dtype=np.int64)
    lengths = np.repeat(np.arange(1, len(count) + 1), [len(c) for c in count]) if count else empty
    return Grams(one, words, lengths, np.concatenate([empty, *count]), np.concatenate([empty, *spread]), at)


@dataclass(frozen=True)
class _Kept:
    count: Ints
    spread: Ints
    places: Ints


def _numbered(codes: Ints, units: Ints, least: int, base: int) -> tuple[Ints, _Kept]:
    """Return for each place the number of what stands there, from `base`, and what was kept."""
    here = np.flatnonzero(codes >= 0)
    # Stable: the places of each kind stay in order, so that those of one unit are neighbours.
    here = here[np.argsort(codes[here], kind="stable")]
    new = np.diff(codes[here], prepend=BREAK) != 0
    kind = np.cumsum(new) - 1
    first = np.flatnonzero(new)
    spread = (
        np.add.reduceat(new | (np.diff(units[here], prepend=BREAK) != 0), first, dtype=np.int64)
        if len(first)
        else first
    )
    good = spread >= least
    numbers = np.where(good, base + np.cumsum(good) - 1, BREAK)
    level = np.full(len(codes), BREAK)
    level[here] = numbers[kind]
    count = np.diff(first, append=len(here))
    return level, _Kept(count[good], spread[good], here[first[good]])


def _spelled(places: Ints, length: int, ids: Ints) -> list[tuple[int, ...]]:
    return list(map(tuple, np.stack([ids[places + n] for n in range(length)], axis=1).tolist()))


def written(one: Grams, gram: int, *, most: int = 300) -> str:
    """Return an n-gram as it is mostly written, by preference not at the beginning of a text."""
    length = int(one.lengths[gram])
    places = one.places(gram)[:most]
    found: Counter[str] = Counter()
    for place in places.tolist():
        text = one.side.texts[int(one.side.units[place])]
        start = int(one.side.starts[place])
        surface = " ".join(text[start : int(one.side.ends[place + length - 1])].split())
        found[surface] += 1 if _opens(text, start) else 1000
    return min(found, key=lambda surface: (-found[surface], surface))


def _opens(text: str, start: int) -> bool:
    """Say whether a sentence begins here, so that a capital says nothing."""
    before = text[:start].rstrip(" \"'«“‘(\u00a0\u202f")
    return not before or before[-1] in ".!?:…"
