"""A lexicon learned from pairs of sentences: the words that translate each other there again and again.

What a known lexicon explains is set aside first. Of the rest every word, and in a syllabic language every
expression of up to three syllables, is a unit. Units that share more sentences than chance would have them
(Dunning 1993, log-likelihood ratios) compete in each pair of sentences, the strongest first, and each place
is won once (Melamed 2000, competitive linking). What wins often, and has no rival as good, is an entry.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import tmkit.lang as languages
from tmkit.lang.base import Language
from tmkit.lang.clues import stem
from tmkit.lang.lexicon import Entry, Lexicon, core
from tmkit.lang.text import fold, modern_tones, nfc

MOST_PAIRS = 50_000
"""Pairs of sentences that are learned from; memory grows with them, to some 500 MB."""
_LEAST = 3
"""Sentences that two units must share and win."""
_STRENGTH = 30.0
"""The least log-likelihood ratio: three sentences of three reach it among 170, four of four among 80."""
_SHARE, _WON = 0.3, 0.5
"""Of the sentences that a unit stands in, and of those that two share, how many they must win."""
_SYLLABLE_SHARE, _SYLLABLE_WON = 0.4, 0.6
"""The same for single syllables, which are most often parts of words."""
_MARGIN = 1.2
"""How many times stronger than its rivals an entry is: where two go together always, either may be the one."""
_PART_OF_PHRASE, _PART_OF_WORD = 0.9, 0.7
"""Share of its sentences from which an expression, or a syllable, is a mere part of the longer one around it."""
_FREQUENT = 0.25
"""Share of the sentences beyond which a unit is no word of meaning."""
_LONGEST = 3
_FORMS = 3
_BLOCK = 4_000_000
"""Meetings of units that are counted at once."""
_TOKEN = re.compile(r"[^\W\d_]+")

Ids = NDArray[np.int32]
"""The units of a sentence, one a row: number, first word, count of words."""
Numbers = NDArray[np.float64]


class _Word(NamedTuple):
    text: str
    joined: bool
    """Whether nothing but a blank parts it from the word before."""


class _Unit(NamedTuple):
    text: str
    start: int
    length: int
    whole: bool = True
    """Whether it can be an entry; others only show that a shorter one is a part."""


def learn(
    pairs: Iterable[tuple[str, str]], *, source_lang: str, target_lang: str, known: Lexicon | None = None
) -> Lexicon:
    """Return what sentences and their translations teach beyond the `known` lexicon, the surest entries first.

    `known` is tmkit's own by default. Pairs that come twice count once, and of more than `MOST_PAIRS` only the
    first are read. The same pairs always give the same lexicon. Raises `UnknownLanguageError`.
    """
    source, target = languages.find(source_lang), languages.find(target_lang)
    turned = target.syllabic and not source.syllabic
    one, other = _Side(target if turned else source), _Side(source if turned else target)
    explain = _Explainer(one.language, other.language, core() if known is None else known)
    sentences = []
    for first, second in _distinct(pairs):
        words, others = _words(second if turned else first), _words(first if turned else second)
        explained = explain(words, others)
        sentences.append((one.read(words, explained[0]), other.read(others, explained[1])))
    return Lexicon(_Contest(one, other, sentences).entries())


def _distinct(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, str]] = set()
    for pair in pairs:
        if len(seen) == MOST_PAIRS:
            return
        if pair not in seen:
            seen.add(pair)
            yield pair


def _words(text: str) -> list[_Word]:
    found, end, text = [], 0, nfc(text)
    for match in _TOKEN.finditer(text):
        found.append(_Word(match[0].lower(), text[end : match.start()].isspace()))
        end = match.end()
    return found


@lru_cache(maxsize=1 << 16)
def _lemma(word: str, lang: str) -> str:
    import simplemma

    return simplemma.lemmatize(word, lang=lang) if lang in _lemmatised() else word


@cache
def _lemmatised() -> frozenset[str]:
    """Return the languages whose inflected forms are known."""
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return frozenset(SUPPORTED_LANGUAGES)


def _normal(word: str, language: Language) -> str:
    """Return a word as clues compare it."""
    return modern_tones(word) if language.syllabic else stem(word)


class _Explainer:
    """Finds the words of two sentences that need no learning: known translations, and words alike in both."""

    def __init__(self, one: Language, other: Language, known: Lexicon) -> None:
        self._one, self._other = one, other
        self._known: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for term, renderings in known.translations(one.code, other.code).items():
            self._known[tuple(_normal(w, one) for w in _TOKEN.findall(term))].update(self._keys(renderings))
        self._longest = max(map(len, self._known), default=0)

    def __call__(self, words: Sequence[_Word], others: Sequence[_Word]) -> tuple[set[int], set[int]]:
        """Return the places that are explained, of either side."""
        here, there = self._alike(words, others)
        normal = [_normal(word.text, self._one) for word in words]
        places = _places(_normal(word.text, self._other) for word in others)
        start = 0
        while start < len(words):
            length = self._match(normal, start)
            keys = self._known.get(tuple(normal[start : start + length]), ())
            found = [place for key in keys for place in places.get(key, ())]
            if found:
                here.update(range(start, start + length))
                there.update(found)
            start += max(length, 1)
        return here, there

    def _keys(self, renderings: Iterable[str]) -> Iterator[str]:
        for rendering in renderings:
            words = _TOKEN.findall(rendering.lower())
            for word in [w for w in words if w not in self._other.stop_words] or words:
                yield _normal(word, self._other)

    def _match(self, normal: Sequence[str], start: int) -> int:
        """Return how many words from `start` on make the longest known expression, or 0."""
        for length in range(min(self._longest, len(normal) - start), 0, -1):
            if tuple(normal[start : start + length]) in self._known:
                return length
        return 0

    def _alike(self, words: Sequence[_Word], others: Sequence[_Word]) -> tuple[set[int], set[int]]:
        here: set[int] = set()
        there: set[int] = set()
        folded = _places(fold(word.text) for word in others)
        stems = _places(stem(word.text) for word in others)
        for place, word in enumerate(words):
            found = [] if word.text in self._one.stop_words else list(folded.get(fold(word.text), ()))
            found += stems.get(stem(word.text), ()) if len(word.text) > 3 else ()
            if found:
                here.add(place)
                there.update(found)
        return here, there


def _places(texts: Iterable[str]) -> Mapping[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        places.setdefault(text, []).append(place)
    return places


class _Side:
    """One language of the pairs: the units that were read, numbered, and in how many sentences each stands."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.texts: list[str] = []
        self._numbers: dict[str, int] = {}
        self._wholes: list[bool] = []
        self._counts: Counter[int] = Counter()
        self._forms: dict[int, Counter[str]] = defaultdict(Counter)
        self._silent = language.stop_words | frozenset(language.elisions)

    def read(self, words: Sequence[_Word], explained: set[int]) -> Ids:
        """Return the units among the words that nothing explains yet."""
        rows = []
        for unit in self._units(words, explained):
            number = self._number(unit)
            rows.append((number, unit.start, unit.length))
            if not self.language.syllabic:
                self._forms[number][words[unit.start].text] += 1
        self._counts.update({row[0] for row in rows})
        return np.array(rows, np.int32).reshape(-1, 3)

    def counts(self) -> Numbers:
        """Return in how many sentences each unit stands."""
        return np.array([self._counts[number] for number in range(len(self.texts))], np.float64)

    def chosen(self, sentences: int) -> NDArray[np.bool_]:
        """Return which units can be entries: no parts of longer ones, not too rare and not in every sentence."""
        counts = self.counts()
        chosen: NDArray[np.bool_] = np.array(self._wholes, np.bool_)
        chosen &= (counts >= _LEAST) & (counts <= max(_FREQUENT * sentences, _LEAST + 2))
        chosen[self._parts()] = False
        return chosen

    def forms(self, number: int) -> tuple[str, ...]:
        """Return the usual forms of a unit, those that a clue tells apart."""
        if self.language.syllabic:
            return (self.texts[number],)
        by_stem: dict[str, str] = {}
        for form, _ in sorted(self._forms[number].items(), key=lambda item: (-item[1], item[0])):
            by_stem.setdefault(stem(form), form)
        return tuple(by_stem.values())[:_FORMS]

    def family(self, number: int) -> frozenset[str]:
        """Return what a unit has in common with those that are no rivals of it: its syllables, or its stem."""
        text = self.texts[number]
        return frozenset(text.split() if self.language.syllabic else (stem(text),))

    def _number(self, unit: _Unit) -> int:
        number = self._numbers.setdefault(unit.text, len(self.texts))
        if number == len(self.texts):
            self.texts.append(unit.text)
            self._wholes.append(unit.whole)
        return number

    def _units(self, words: Sequence[_Word], explained: set[int]) -> Iterator[_Unit]:
        for start, word in enumerate(words):
            if start in explained:
                continue
            if self.language.syllabic:
                yield from self._expressions(words, explained, start)
            elif len(word.text) > 2 and word.text not in self._silent:
                yield _Unit(_lemma(word.text, self.language.code), start, 1)

    def _expressions(self, words: Sequence[_Word], explained: set[int], start: int) -> Iterator[_Unit]:
        """Give the expressions that begin with a syllable; one that a function word opens or ends is no entry."""
        text = ""
        for end in range(start, min(start + _LONGEST + 1, len(words))):
            if end in explained or (end > start and not words[end].joined):
                return
            length = end - start + 1
            text = f"{text} {modern_tones(words[end].text)}".strip()
            silent = words[start].text in self._silent or words[end].text in self._silent
            if length > 1 or not silent:
                yield _Unit(text, start, length, whole=length <= _LONGEST and not silent)

    def _parts(self) -> list[int]:
        """Return the units that hardly ever stand outside one longer by a syllable."""
        parts = set()
        for text, number in self._numbers.items():
            syllables = text.split() if self.language.syllabic else ()
            if len(syllables) < 2 or self._counts[number] < 2:
                continue
            share = _PART_OF_WORD if len(syllables) == 2 else _PART_OF_PHRASE
            for shorter in (syllables[1:], syllables[:-1]):
                part = self._numbers.get(" ".join(shorter))
                if part is not None and self._counts[number] >= share * self._counts[part]:
                    parts.add(part)
        return sorted(parts)


class _Contest:
    """All sentences, the strength of every link between two units, and who wins."""

    def __init__(self, one: _Side, other: _Side, sentences: Sequence[tuple[Ids, Ids]]) -> None:
        self._one, self._other = one, other
        chosen = one.chosen(len(sentences)), other.chosen(len(sentences))
        self._sentences = [(a[chosen[0][a[:, 0]]], b[chosen[1][b[:, 0]]]) for a, b in sentences]
        self._width = max(len(other.texts), 1)
        self._counts = one.counts(), other.counts()
        self._links, self._shared = self._meetings()
        self._strengths = self._measured(len(sentences))

    def entries(self) -> Iterator[Entry]:
        """Give the entries, the surest first."""
        found: dict[int, list[tuple[int, float, int]]] = defaultdict(list)
        for link, won in sorted(self._won().items()):
            place = int(np.searchsorted(self._links, link))
            number, translation = divmod(link, self._width)
            if self._is_sure(number, translation, won, float(self._shared[place])):
                found[number].append((-won, -float(self._strengths[place]), translation))
        for number in sorted(found, key=lambda n: (min(strength for _, strength, _ in found[n]), n)):
            forms = [form for _, _, translation in sorted(found[number]) for form in self._other.forms(translation)]
            yield Entry({self._one.language.code: self._one.forms(number), self._other.language.code: tuple(forms)})

    def _meetings(self) -> tuple[NDArray[np.int64], Numbers]:
        """Return which units meet in enough sentences, as `number * width + number`, and in how many.

        Counted in parts, so that memory does not grow with the square of the sentences.
        """
        numbers = [(np.unique(a[:, 0]).astype(np.int64), np.unique(b[:, 0])) for a, b in self._sentences]
        parts = sum(len(a) * len(b) for a, b in numbers) // _BLOCK + 1
        found = [self._part(numbers, part, parts) for part in range(parts)]
        links, shared = (np.concatenate(column) for column in zip(*found, strict=True))
        order = np.argsort(links)
        return links[order], shared[order]

    def _part(
        self, numbers: Sequence[tuple[NDArray[np.int64], Ids]], part: int, parts: int
    ) -> tuple[NDArray[np.int64], Numbers]:
        codes = [((a[a % parts == part] * self._width)[:, None] + b).ravel() for a, b in numbers]
        links, counts = np.unique(np.concatenate([np.empty(0, np.int64), *codes]), return_counts=True)
        often = counts >= _LEAST
        return links[often], counts[often].astype(np.float64)

    def _measured(self, total: int) -> Numbers:
        """Return the strengths of the links that are strong enough, and forget the others."""
        one, other = (count[index] for count, index in zip(self._counts, self._ends(), strict=True))
        strengths = log_likelihood(self._shared, one, other, float(max(total, 1)))
        strong = strengths >= _STRENGTH
        self._links, self._shared = self._links[strong], self._shared[strong]
        return strengths[strong]

    def _ends(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        return self._links // self._width, self._links % self._width

    def _won(self) -> Counter[int]:
        """Return how often each link wins."""
        won: Counter[int] = Counter()
        if len(self._links):
            for a, b in self._sentences:
                won.update(self._winners(a, b))
        return won

    def _winners(self, a: Ids, b: Ids) -> Iterator[int]:
        """Give the links that win in a pair of sentences, each once."""
        codes = a[:, :1].astype(np.int64) * self._width + b[:, 0]
        places = np.minimum(np.searchsorted(self._links, codes), len(self._links) - 1)
        rows, columns = np.nonzero(self._links[places] == codes)
        # Of links as strong the longer expression is the whole word.
        strengths = self._strengths[places[rows, columns]] + 0.1 * a[rows, 2]
        taken: set[int] = set()
        taken_there: set[int] = set()
        won: set[int] = set()
        for n in np.lexsort((b[columns, 1], a[rows, 1], -a[rows, 2], -strengths)):
            _, start, length = a[rows[n]].tolist()
            there = int(b[columns[n], 1])
            if there not in taken_there and taken.isdisjoint(range(start, start + length)):
                taken.update(range(start, start + length))
                taken_there.add(there)
                won.add(int(codes[rows[n], columns[n]]))
        yield from sorted(won)

    def _is_sure(self, number: int, translation: int, won: int, shared: float) -> bool:
        syllable = self._one.language.syllabic and " " not in self._one.texts[number]
        least, of_shared = (_SYLLABLE_SHARE, _SYLLABLE_WON) if syllable else (_SHARE, _WON)
        counts = self._counts[0][number], self._counts[1][translation]
        often = won >= _LEAST and won >= of_shared * shared and won >= least * max(counts)
        return bool(often) and self._has_margin(number, translation)

    def _has_margin(self, number: int, translation: int) -> bool:
        """Say whether a link is clearly stronger than those of either end with anything else."""
        ones, others = self._ends()
        own = self._strengths[np.searchsorted(self._links, number * self._width + translation)]
        for side, mine, ends, rivals in (
            (self._other, translation, ones == number, others),
            (self._one, number, others == translation, ones),
        ):
            family = side.family(mine)
            strong = np.flatnonzero(ends & (self._strengths * _MARGIN > own))
            if any(family.isdisjoint(side.family(int(rivals[n]))) for n in strong):
                return False
        return True


def log_likelihood(both: Numbers, one: Numbers, other: Numbers, total: float) -> Numbers:
    """Return how much more than by chance two things meet (Dunning's G²); 0 where it is less.

    >>> log_likelihood(np.array([3.0]), np.array([3.0]), np.array([3.0]), 250.0).round(1).tolist()
    [32.5]
    """
    ratio = np.zeros_like(both)
    for seen, here, there in (
        (both, one, other),
        (one - both, one, total - other),
        (other - both, total - one, other),
        (total - one - other + both, total - one, total - other),
    ):
        expected = np.maximum(here * there / total, 1e-12)
        ratio += seen * np.log(np.maximum(seen, 1e-12) / expected)
    result: Numbers = np.where(both * total > one * other, 2 * ratio, 0.0)
    return result
