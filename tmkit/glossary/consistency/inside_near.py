"""Terms of two concepts that differ in spelling alone: a hyphen, a tone, a plural, an accent, a letter.

Real neighbours differ by a word or two, so that whole words that the language has are never taken
for each other's misspellings: *retraite* and *retraité* are two words.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from tmkit.glossary.consistency.base import Check
from tmkit.glossary.consistency.inside_base import (
    MOST_COMPARED,
    Facts,
    Family,
    Place,
    Spot,
    comparable,
    intended,
    is_acronym,
    quoted,
)
from tmkit.glossary.keys import known
from tmkit.glossary.patterns import Forms
from tmkit.lang.base import Language
from tmkit.lang.text import fold, nfc
from tmkit.lang.words import is_known

CHECKS = (
    Check(
        name="near-duplicate",
        summary="Terms of two concepts differ in spelling alone.",
        severity="warning",
    ),
)
_SHORTEST = 6
"""Letters of a word that one wrong letter leaves recognisable."""
_BY_LETTER = 3
"""From this level on blocks hold terms that one letter may part."""
_SYLLABLES = 4
"""Of a term of which one, with other marks, is more likely a misspelling than another word."""


def find(facts: Facts) -> Iterator[Spot]:
    """Give the terms that are all but equal to one of another concept."""
    by_lang: dict[str, list[Place]] = defaultdict(list)
    for place in facts.places:
        if place.accepted and place.concept.status != "retired" and not is_acronym(place.term):
            by_lang[place.lang].append(place)
    for lang, places in by_lang.items():
        yield from _in_language(places, known(lang), facts.forms(lang))


FAMILY = Family(checks=CHECKS, find=find)


def _in_language(places: Sequence[Place], language: Language, forms: Forms) -> Iterator[Spot]:
    told: set[tuple[str, str]] = set()
    for one, other in _candidates(places, language, forms):
        pair = one.concept.id, other.concept.id
        if pair[0] == pair[1] or pair in told:
            continue
        if one.key == other.key and nfc(one.term.text).lower() == nfc(other.term.text).lower():
            told.add(pair)
            continue
        why = _difference(one, other, language, forms) if comparable(one, other) else None
        if why and not intended(one, other):
            told.add(pair)
            yield _spot(one, other, why)


def _candidates(places: Sequence[Place], language: Language, forms: Forms) -> Iterator[tuple[Place, Place]]:
    """Give the pairs of terms worth a closer look, those with equal keys first."""
    blocks: dict[tuple[int, Hashable], list[Place]] = defaultdict(list)
    for place in places:
        for name in _blocks(place, language, forms):
            blocks[name].append(place)
    for (level, _), block in sorted(blocks.items(), key=lambda item: item[0][0]):
        yield from _suspected(block, language) if level >= _BY_LETTER else combinations(block[:MOST_COMPARED], 2)


def _suspected(block: Sequence[Place], language: Language) -> Iterator[tuple[Place, Place]]:
    """Pair the terms that have a word unknown to the language with all others of their block."""
    suspects = [i for i, place in enumerate(block) if not all(_is_word(w, language) for w in place.key.split())]
    for i in suspects[:MOST_COMPARED] if len(block) > 1 else ():
        yield from ((block[min(i, j)], block[max(i, j)]) for j in range(len(block)) if j != i)


def _blocks(place: Place, language: Language, forms: Forms) -> Iterator[tuple[int, Hashable]]:
    words = place.key.split()
    yield 0, place.key
    yield 1, fold(place.key) if language.syllabic else fold("".join(words))
    if language.syllabic:
        return
    yield 2, " ".join(min(forms.get(word, (word,))) for word in words)
    if _has_dictionary(language) and len(words) > 1:
        yield from ((3, (i, *words[:i], None, *words[i + 1 :])) for i, w in enumerate(words) if len(w) >= _SHORTEST)
    elif _has_dictionary(language) and len(place.key) >= _SHORTEST:
        # A wrong letter leaves the first half or the second as it was.
        half = len(place.key) // 2
        yield from ((4, (end, part)) for end, part in ((0, place.key[:half]), (1, place.key[-half + 1 :])))


def _difference(one: Place, other: Place, language: Language, forms: Forms) -> str | None:
    """Return what sets two terms apart where that is no more than spelling."""
    if one.key == other.key:
        return "where the tone mark or the letter i or y stands" if language.syllabic else "a hyphen or an apostrophe"
    words, others = one.key.split(), other.key.split()
    if not language.syllabic and "".join(words) == "".join(others):
        return "a hyphen or a blank"
    if len(words) != len(others):
        return None
    pairs = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    if language.syllabic:
        return _marks(pairs, len(words), language)
    if all(b in forms.get(a, ()) or a in forms.get(b, ()) for a, b in pairs):
        return None if _parted(one, other) else "number or form"
    return _misspelling(pairs, language)


def _parted(one: Place, other: Place) -> bool:
    """Say whether the entries themselves say that the one is no form of the other."""
    genders = {place.term.gender for place in (one, other)} - {None}
    return len(genders) > 1 or one.term.number != other.term.number


def _marks(pairs: Sequence[tuple[str, str]], length: int, language: Language) -> str | None:
    """Return what sets syllables apart where it is their marks, and a slip is likelier than another word."""
    if any(fold(a) != fold(b) for a, b in pairs):
        return None
    if length > 1 and all(_confused(a, b, language) for a, b in pairs):
        return "two tones that are often confused"
    return "the marks of one syllable" if len(pairs) == 1 and length >= _SYLLABLES else None


def _confused(one: str, other: str, language: Language) -> bool:
    marks = [unicodedata.normalize("NFD", word) for word in (one, other)]
    differing = {c for a, b in zip(*marks, strict=False) if a != b for c in (a, b)}
    return len(marks[0]) == len(marks[1]) and differing == language.spelling.confused


def _misspelling(pairs: Sequence[tuple[str, str]], language: Language) -> str | None:
    """Return what is wrong with one of two words of which the language has at most one."""
    if not _has_dictionary(language) or any(_is_word(a, language) == _is_word(b, language) for a, b in pairs):
        return None
    if all(fold(a) == fold(b) for a, b in pairs):
        return "accents"
    (a, b), *more = pairs
    return "one letter" if not more and min(len(a), len(b)) >= _SHORTEST and _one_slip(a, b) else None


def _is_word(word: str, language: Language) -> bool:
    return not word.isalpha() or is_known(word, language.code)


def _one_slip(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=1) <= 1


def _has_dictionary(language: Language) -> bool:
    return bool(language.glue.function)


def _spot(one: Place, other: Place, why: str) -> Spot:
    return Spot(
        check="near-duplicate",
        concept=other.concept,
        path=other.path,
        message=f"{quoted(other.term.text)} differs from {quoted(one.term.text)} of {one.concept.id} only by {why}",
        related=(one.concept.id,),
        suggestion="spell both alike and merge the concepts, or relate them with distinct-from",
        evidence=_lines((one, other)),
    )


def _lines(places: Iterable[Place]) -> tuple[str, ...]:
    return tuple(map(str, places))
