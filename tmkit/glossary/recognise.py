"""Terms in running text: every occurrence with its place in the text as it came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import msgspec

from tmkit.glossary.concepts import Concept
from tmkit.glossary.keys import Composed, composed, known, possessor, shared_beginning, tokens, word_key
from tmkit.glossary.overlaps import Hit, resolved, without_other_words
from tmkit.glossary.patterns import Entry, Forms, Pattern, fits, is_acronym, is_common_word, patterns, plain_pattern
from tmkit.glossary.trie import HYPHENS, Run, Trie
from tmkit.lang.base import Language
from tmkit.lang.text import fold
from tmkit.lang.words import compounds

__all__ = ["Entry", "Occurrence", "Recogniser"]

_PIECE = 1 << 16
"""Characters that are worked on at a time."""
_WRAPPED = 20
"""Characters of a line that may go on in the next one."""
_ENDS = frozenset('.!?:…»”"“«•-–—\n')
_ANY_NUMBER = "0"
"""The name of a number that no term has."""
_NAMES = 1 << 18
"""Different words whose names are remembered."""


class Occurrence(msgspec.Struct, frozen=True, gc=False):
    """A place in a text where a term stands."""

    start: int
    end: int
    """Characters of the text as it was given, decomposed or not."""
    form: str
    """What stands there."""
    entries: tuple[Entry, ...]
    """The terms that it may be; more than one where the term names several concepts."""
    nested: bool = False
    """Whether a longer term covers it, wholly or in part."""


class _Text(NamedTuple):
    """A piece of a text, taken apart."""

    whole: Composed
    words: list[str]
    gaps: list[str]
    """What stands before each word, and after the last."""
    starts: list[int]
    """Where each word begins."""


class _Names(dict[str, str]):
    """What the words of a text are called in the trie, worked out when a word first turns up."""

    def __init__(self, language: Language, canon: dict[str, str], vocabulary: Iterable[str]) -> None:
        self._language, self._canon = language, canon
        self._vocabulary = frozenset(vocabulary)
        self._keys: dict[str, str] = {}
        self._bare: dict[str, str] = {}
        """The words without accents, for texts in capitals; and without those of their first letter alone."""
        if not language.syllabic:
            for word in self._vocabulary:
                self._bare.setdefault(fold(word[:1]) + word[1:], word)
                self._bare.setdefault(fold(word).upper(), word)
        super().__init__()

    def __missing__(self, word: str) -> str:
        key = self.key(word)
        name = self._canon.get(key, key)
        if len(self) < _NAMES:
            self[word] = name
        return name

    def key(self, word: str) -> str:
        """Return a word as terms are compared, with the accents that its capitals lack: *Etat*, *EGALITE*."""
        key = self._keys.get(word)
        if key is None:
            key = self._key(word)
            if len(self._keys) < _NAMES:
                self._keys[word] = key
        return key

    def _key(self, word: str) -> str:
        key = word_key(word, self._language)
        if key in self._vocabulary:
            return key
        if not word[:1].isupper():
            return _ANY_NUMBER if word.isdigit() else key
        return self._bare.get(fold(word).upper() if word.isupper() else key, key)


class Recogniser:
    """Finds the terms of one language."""

    def __init__(self, concepts: Iterable[Concept], lang: str, *, forms: Forms | None = None) -> None:
        """Prepare the terms; `forms` are those of their words, where they are known already."""
        self.lang = lang
        self._language = known(lang)
        found = patterns(list(concepts), lang, forms)
        found += [plain_pattern(text, lang) for text in self._language.other_words]
        self._trie = Trie(found)
        vocabulary = (form for pattern in found for forms in pattern.forms for form in forms)
        self._names = _Names(self._language, self._trie.canon, vocabulary)
        self._split = tokens(lang).split
        self._compounds = frozenset(tuple(word.split(" ")) for word in compounds(lang))

    def find(self, text: str, *, nested: bool = False) -> list[Occurrence]:
        """Return the occurrences in the order of the text; those under a longer one only where `nested` is set."""
        return list(self.stream(text, nested=nested))

    def stream(self, text: str, *, nested: bool = False) -> Iterator[Occurrence]:
        """Give the occurrences one by one."""
        for offset, piece in _pieces(text):
            whole = composed(piece)
            parts = self._split(whole.text)
            taken = _Text(whole, parts[1::2], parts[0::2], list(accumulate(map(len, parts), initial=0))[1::2])
            for hit, covered in resolved(self._hits(taken), nested=nested):
                yield self._occurrence(taken, hit, covered, offset)

    def _hits(self, taken: _Text) -> list[Hit]:
        """Return every run of words that is a term, the shorter ones before the longer of the same beginning."""
        of = self._names
        names = [of[word] for word in taken.words]
        plain, rest = self._trie.runs(names, taken.gaps)
        hits, others = self._looked_at(taken, plain, rest) if rest else (plain, [])
        if others:
            hits = without_other_words(hits, others)
        if self._compounds:
            hits = [hit for hit in hits if hit[1] - hit[0] != 1 or not self._is_straddled(hit, names, taken.gaps)]
        return hits

    def _looked_at(self, taken: _Text, plain: list[Hit], rest: list[Run]) -> tuple[list[Hit], list[Hit]]:
        """Return the plain hits and those of the rest that hold, in order; and those that are no terms."""
        doubtful = {first for first, _, _ in rest}
        # The longest plain hit of each first word: the names among the rest may be no more than that here.
        common = {hit[0]: hit for hit in plain if hit[0] in doubtful}
        more: list[Hit] = []
        others: list[Hit] = []
        for first, last, end in rest:
            found = [pattern for pattern in end.patterns if self._holds(taken, first, last, pattern)]
            if not found or (first in common and _is_no_name(taken.words[first], common[first], found)):
                continue
            (more if found[0].entry else others).append((first, last, found))
        # A first and a last word have one end, so that no two hits compare their patterns.
        return sorted(plain + more) if more else plain, others

    def _holds(self, taken: _Text, first: int, last: int, pattern: Pattern) -> bool:
        """Say whether what is between the words fits, the words are forms of the term's, and so do the capitals."""
        gaps = taken.gaps
        for i, gap in enumerate(pattern.gaps, first + 1):
            text = gaps[i]
            if text != " " and not fits(gap, text):
                return False
            if gap is not None and text == " " and gap != "-":
                return False
            if "\n" in text and not _goes_on(taken, i):
                return False
        if pattern in self._trie.shared and not self._are_forms(taken.words[first : last + 1], pattern):
            return False
        if (pattern.exact or pattern.capitals) and not self._capitals_fit(taken.words[first : last + 1], pattern):
            return False
        if pattern.capitals and first == last and _among_capitals(taken, first):
            return not is_common_word(taken.words[first], self.lang)
        return gaps[first] not in HYPHENS or self._language.syllabic or pattern.is_name

    def _is_straddled(self, hit: Hit, names: Sequence[str], gaps: Sequence[str]) -> bool:
        """Say whether two syllables belong to the words before and after: *gia đình công nhân* is no strike."""
        first, last, _ = hit
        if first == 0 or last + 1 == len(names) or (names[first - 1], names[first]) not in self._compounds:
            return False
        return gaps[first] == gaps[last + 1] == " " and (names[last], names[last + 1]) in self._compounds

    def _are_forms(self, surface: Sequence[str], pattern: Pattern) -> bool:
        keys = map(self._names.key, surface)
        return all(key in forms for key, forms in zip(keys, pattern.forms, strict=True))

    def _capitals_fit(self, surface: Sequence[str], pattern: Pattern) -> bool:
        bare = [possessor(word, self._language) for word in surface]
        if pattern.exact:
            return all(map(_same_case, pattern.surface, bare)) or all(map(str.isupper, bare))
        return all(is_acronym(bare[i], ways, self.lang) for i, ways in pattern.capitals)

    def _occurrence(self, taken: _Text, hit: Hit, nested: bool, offset: int) -> Occurrence:
        first, last, found = hit
        start = taken.starts[first]
        word = taken.words[last]
        end = taken.starts[last] + len(word if word.isalpha() else possessor(word, self._language))
        form = taken.whole.text[start:end]
        if len(found) > 1:
            found = self._best(taken, hit, form)
        places, ends = taken.whole.places, taken.whole.ends
        if places is not None and ends is not None:
            start, end = places[start], ends[end - 1]
        return Occurrence(offset + start, offset + end, form, _entries(found), nested)

    def _best(self, taken: _Text, hit: Hit, form: str) -> list[Pattern]:
        """Return the terms that are spelled like the form, else those that it is no inflected form of, else all."""
        begins = hit[0] == 0 or not _ENDS.isdisjoint(taken.gaps[hit[0]])
        if not begins:
            spelled = [pattern for pattern in hit[2] if pattern.text == form]
            if spelled:
                return spelled
        keys = tuple(map(self._names.key, taken.words[hit[0] : hit[1] + 1]))
        same = [pattern for pattern in hit[2] if pattern.words == keys]
        return same or _nearest(hit[2], form)


def _nearest(found: list[Pattern], form: str) -> list[Pattern]:
    """Return one term a concept: *labour contracts* is the plural of *labour contract*, not of *labor contract*."""
    ranked = sorted(found, key=lambda pattern: -shared_beginning(pattern.text.lower(), form.lower()))
    return list({pattern.entry and pattern.entry.concept.id: pattern for pattern in reversed(ranked)}.values())[::-1]


def _entries(found: list[Pattern]) -> tuple[Entry, ...]:
    if len(found) == 1:
        return found[0].entries
    return tuple({(p.entry.concept.id, p.entry.term.text): p.entry for p in found if p.entry}.values())


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Give the text in pieces, with their places: they end with a line, or where no term goes on."""
    start = 0
    while len(text) - start > _PIECE:
        end = _cut(text, start, start + _PIECE)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _cut(text: str, start: int, end: int) -> int:
    place = end
    while (place := text.rfind("\n", start, place)) > start:
        if not text[place + 1 : place + 2].islower():
            return place + 1
    for mark in (". ", "; ", ", ", " "):
        if (place := text.rfind(mark, start, end)) > start:
            return place + len(mark)
    return end


def _goes_on(taken: _Text, i: int) -> bool:
    """Say whether the line before a word was broken for its length alone."""
    if not taken.words[i][0].islower():
        return False
    end = taken.starts[i] - 1
    return end - taken.whole.text.rfind("\n", 0, taken.whole.text.rfind("\n", 0, end + 1)) > _WRAPPED


def _is_no_name(word: str, shorter: Hit, found: list[Pattern]) -> bool:
    """Say whether a name is none here, for it begins small and with a common term: *la sécurité sociale du Vietnam*."""
    return word[0].islower() and all(p.is_name for p in found) and not any(p.is_name for p in shorter[2])


def _among_capitals(taken: _Text, place: int) -> bool:
    """Say whether the words beside are all capitals too, so that those of an acronym tell nothing."""
    beside = (*taken.words[max(0, place - 2) : place], *taken.words[place + 1 : place + 3])
    long = [word for word in beside if len(word) > 1]
    return bool(long) and all(map(str.isupper, long))


def _same_case(wanted: str, given: str) -> bool:
    """Say whether a word has capitals where the term's has them; its first letter may begin a sentence."""
    return all(a.isupper() <= b.isupper() for a, b in zip(wanted, given, strict=False)) and (
        given[1:].islower() or wanted[1:].isupper() or len(given) == 1
    )
