"""What a sentence says that another language must say too: its numbers, names and translatable words.

A `ClueReader` turns a text into clues whose keys are the same in both languages: values of numbers
and dates, folded names, country codes, and the stems that its words have or translate to in one of
the two languages, the *space*. Two clues match when they share a key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import tmkit.lang as languages
from tmkit.lang.base import Language
from tmkit.lang.lexicon import Lexicon
from tmkit.lang.names import countries
from tmkit.lang.quantities import Quantity, quantities
from tmkit.lang.text import fold, modern_tones

NUMBER, NAME, WORD, FUNCTION = "number", "name", "word", "function"
STEM = 5
"""Letters that decide a word: more lose inflected forms and cognates, fewer mix up words."""
_PART = 0.7
"""How far a word of a many-word translation counts as the translation."""
_COGNATE = 0.8
_MONTH = 0.5
"""How far two dates match that share the month alone."""
_TOKEN = re.compile(r"[^\W_]+")
_MAX_PHRASE = 6

Keys = Mapping[str, float]


class Clue(NamedTuple):
    """One piece of evidence: its form in its own language, its class, its keys with strengths.

    `text` is what stood in the sentence, for people to read.
    """

    form: str
    kind: str
    keys: Keys
    text: str


def space(one: str, other: str) -> str:
    """Return the language in whose stems two languages are compared, whichever comes first.

    >>> space("vi", "fr"), space("fr", "vi"), space("fr", "en")
    ('fr', 'fr', 'en')
    """
    pair = sorted((languages.find(one), languages.find(other)), key=lambda x: (x.syllabic, x.code))
    return pair[0].code


def stem(word: str) -> str:
    """Return the folded beginning that inflected forms and cognates share.

    >>> stem("Réductions"), stem("reduction"), stem("pays")
    ('reduc', 'reduc', 'pays')
    """
    folded = fold(word)
    if len(folded) > STEM:
        return folded[:STEM]
    return folded[:-1] if len(folded) == STEM and folded[-1] in "sex" else folded


class ClueReader:
    """Reads the clues of texts in one language for comparison in a space."""

    def __init__(self, lang: str, space: str, lexicon: Lexicon) -> None:
        """Prepare the expressions of `lang`; the same reader serves any number of texts."""
        self.language: Language = languages.find(lang)
        self.space: Language = languages.find(space)
        self._phrases: dict[tuple[str, ...], dict[str, float]] = {}
        self._starts: dict[str, int] = {}
        self._words: dict[str, Clue] = {}
        self._load(lexicon)

    def read(self, text: str) -> list[Clue]:
        """Return the clues of a text in reading order."""
        values = quantities(text, self.language.code)
        clues = [clue for value in values for clue in _value_clues(value, text[value.start : value.end])]
        clues.extend(self._read_words(text, values))
        return clues

    def _load(self, lexicon: Lexicon) -> None:
        for name, code in countries(self.language.code).items():
            self._add(name, {f"c:{code}": 1.0})
        if self.language.code != self.space.code:
            for term, renderings in lexicon.translations(self.language.code, self.space.code).items():
                self._add(term, self._rendering_keys(renderings))

    def _add(self, term: str, keys: Keys) -> None:
        parts = tuple(self._normal(t) for t in _TOKEN.findall(term))
        if not parts or len(parts) > _MAX_PHRASE:
            return
        known = self._phrases.setdefault(parts, {})
        for key, strength in keys.items():
            known[key] = max(strength, known.get(key, 0.0))
        self._starts[parts[0]] = max(len(parts), self._starts.get(parts[0], 0))

    def _rendering_keys(self, renderings: tuple[str, ...]) -> Keys:
        keys: dict[str, float] = {}
        for rendering in renderings:
            words = _TOKEN.findall(rendering.lower())
            content = [w for w in words if w not in self.space.stop_words] or words
            strength = 1.0 if len(content) == 1 else _PART
            for word in content:
                key = f"w:{stem(word)}"
                keys[key] = max(strength, keys.get(key, 0.0))
        return keys

    def _normal(self, word: str) -> str:
        return modern_tones(word.lower()) if self.language.syllabic else stem(word)

    def _read_words(self, text: str, values: tuple[Quantity, ...]) -> Iterator[Clue]:
        words = [m[0] for m in _TOKEN.finditer(_blank(text, values))]
        normal = [self._normal(w) for w in words]
        place = 0
        while place < len(words):
            length = self._match(normal, place)
            if length <= 1 and self._is_silent(words[place], place):
                length = 0
            elif length:
                yield self._phrase(words[place : place + length], tuple(normal[place : place + length]))
            else:
                yield self._word(words[place])
            yield from self._names(words, place, max(length, 1))
            place += max(length, 1)

    def _phrase(self, words: list[str], parts: tuple[str, ...]) -> Clue:
        function = len(words) == 1 and words[0].lower() in self.language.stop_words
        return Clue(" ".join(parts), FUNCTION if function else WORD, self._phrases[parts], " ".join(words))

    def _is_silent(self, word: str, place: int) -> bool:
        """Say whether a word is a clitic, or a function word's double in a name: *Son* and *La* in *Son La*."""
        lower = word.lower()
        return lower in self.language.elisions or (
            place > 0 and word[0].isupper() and lower in self.language.stop_words and not self.language.syllabic
        )

    def _match(self, normal: list[str], place: int) -> int:
        """Return how many words from `place` on make the longest known expression, or 0."""
        longest = min(self._starts.get(normal[place], 0), len(normal) - place)
        for length in range(longest, 0, -1):
            if tuple(normal[place : place + length]) in self._phrases:
                return length
        return 0

    def _word(self, word: str) -> Clue:
        clue = self._words.get(word)
        if clue is None:
            clue = self._words[word] = self._read_word(word)
        return clue

    def _read_word(self, word: str) -> Clue:
        lower = word.lower()
        kind = FUNCTION if lower in self.language.stop_words else WORD
        if self.language.syllabic:
            return Clue(modern_tones(lower), kind, {f"w:{stem(word)}": _COGNATE} if len(word) > 6 else {}, word)
        form = stem(word)
        strength = 1.0 if self.language.code == self.space.code else _COGNATE
        long_enough = self.language.code == self.space.code or len(form) >= STEM
        return Clue(form, kind, {f"w:{form}": strength} if long_enough else {}, word)

    def _names(self, words: list[str], place: int, length: int) -> Iterator[Clue]:
        """Give capitalised words as names, alone and joined to the next: *Hà Nội* is also *hanoi*."""
        for i in range(place, place + length):
            word = words[i]
            if not _is_name(word) or (i == 0 and word.lower() in self.language.stop_words):
                continue
            folded = fold(word)
            yield Clue(f"n:{folded}", NAME, {f"n:{folded}": 1.0}, word)
            if i + 1 < len(words) and _is_name(words[i + 1]):
                joined = f"n:{folded}{fold(words[i + 1])}"
                yield Clue(joined, NAME, {joined: 1.0}, f"{word} {words[i + 1]}")


def _is_name(word: str) -> bool:
    return word[0].isupper() or not (word.isalpha() or word.isdigit())


def _blank(text: str, values: tuple[Quantity, ...]) -> str:
    """Put a mark that is no word over each quantity."""
    parts, end = [], 0
    for value in values:
        parts += [text[end : value.start], " | "]
        end = value.end
    return "".join([*parts, text[end:]])


def _value_clues(value: Quantity, text: str) -> Iterator[Clue]:
    if value.kind == "date":
        yield from _date_clues(value.value, text)
    else:
        form = f"t{value.value}" if value.kind == "time" else f"#{value.value}"
        yield Clue(form, NUMBER, {form: 1.0}, text)


def _date_clues(value: str, text: str) -> Iterator[Clue]:
    """Give the year and the rest apart: one language often leaves the year out."""
    year, rest = ("", value[2:]) if value.startswith("--") else (value[:4], value[5:])
    if year:
        yield Clue(f"#{year}", NUMBER, {f"#{year}": 1.0}, year)
    yield Clue(f"@{rest}", NUMBER, {f"@{rest}": 1.0, f"@{rest[:2]}": _MONTH}, text)
