"""The forms that a word of a term takes in a text: number, gender, equally right spellings.

Regular endings give the forms and simplemma's dictionary keeps out what is another word: *cours* is no
plural of *cour*. A term is a noun phrase, so forms that only a verb has (*pensioned*) do not count;
infinitives have all the forms that the dictionary knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tmkit.lang import find
from tmkit.lang.base import Inflection, Language

if TYPE_CHECKING:
    from simplemma.strategies.dictionaries.dictionary_factory import DictionaryFactory

_SHORTEST = 3
"""Letters of a word that inflects by rule."""
_SHORTEST_RESPELLED = 5


def inflected(words: Iterable[str], lang: str, *, verbs: Iterable[str] = ()) -> dict[str, tuple[str, ...]]:
    """Return the forms of each word, itself the first; all in lower case.

    `verbs` are words that are verbs for certain; an infinitive standing alone is one for its ending.

    >>> inflected(["social"], "fr")["social"]
    ('social', 'sociaux', 'sociale', 'sociales')
    >>> inflected(["hộ"], "vi")
    {'hộ': ('hộ',)}
    """
    language = find(lang)
    wanted = list(dict.fromkeys(words))
    if language.syllabic:
        return {word: (word,) for word in wanted}
    found = {word: _forms(word, language) for word in wanted}
    conjugated = _conjugated(frozenset(verbs), language.code)
    return {word: tuple(dict.fromkeys((*forms, *conjugated.get(word, ())))) for word, forms in found.items()}


def is_infinitive(word: str, lang: str) -> bool:
    """Return whether a word is a verb as dictionaries head it, and looks like no noun."""
    endings = find(lang).inflection.infinitives
    return bool(endings) and word.endswith(endings) and lemma(word, lang) == word and len(word) > 4


def _forms(word: str, language: Language) -> tuple[str, ...]:
    if word in language.stop_words or word in language.elisions or len(word) < _SHORTEST or not word.isalpha():
        return (word,)
    rules = language.inflection
    if not rules.plurals:
        return (word, *_same_lemma(word, language.code))
    forms = [word]
    for base in (word, *_singulars(word, language)):
        for spelled in (base, *_respelled(base, rules)):
            forms.append(spelled)
            forms += _plurals(spelled, language)
            for feminine in _feminines(spelled, language):
                forms += [feminine, *_plurals(feminine, language)]
    return tuple(dict.fromkeys(forms))


def _singulars(word: str, language: Language) -> Iterator[str]:
    """Give the words that this one may be the plural of."""
    rules, code = language.inflection, language.code
    yield from (one for one, many in rules.irregular if many == word)
    if lemma(word, code) == word and is_known(word, code):
        return
    for ending, plurals in rules.plurals:
        for plural in plurals:
            base = word.removesuffix(plural) + ending
            if base != word and len(base) >= _SHORTEST and is_known(base, code) and word in _made(base, rules):
                yield base


def _made(base: str, rules: Inflection) -> tuple[str, ...]:
    """Return what the rules make of a word in the plural."""
    irregular = tuple(many for one, many in rules.irregular if one == base)
    ending, plurals = next((end, new) for end, new in rules.plurals if base.endswith(end))
    return irregular or tuple(base.removesuffix(ending) + plural for plural in plurals)


def _plurals(word: str, language: Language) -> list[str]:
    """Return the plurals that are no other words; of several, those that the dictionary knows."""
    made = [form for form in _made(word, language.inflection) if form != word]
    forms = [form for form in made if not _is_other(form, word, language.code)]
    return [form for form in forms if is_known(form, language.code)] or forms


def _feminines(word: str, language: Language) -> list[str]:
    """Return the feminine of an adjective or of somebody who does something."""
    rule = next(((end, new) for end, new in language.inflection.genders if word.endswith(end)), ("", ()))
    code = language.code
    made = [word.removesuffix(rule[0]) + new if rule[0] else word + new for new in rule[1]]
    if rule[0]:
        return [form for form in made if is_known(form, code)]
    return [form for form in made if is_known(form, code) and _root(form, code) == _root(word, code)]


def _respelled(word: str, rules: Inflection) -> Iterator[str]:
    for one, other in rules.spellings if len(word) >= _SHORTEST_RESPELLED else ():
        for old, new in ((one, other), (other, one)):
            if word.endswith(old):
                yield word.removesuffix(old) + new


def _is_other(form: str, word: str, code: str) -> bool:
    """Say whether a form is a word of its own."""
    return is_known(form, code) and lemma(form, code) == form and lemma(word, code) != form


def _same_lemma(word: str, code: str) -> tuple[str, ...]:
    return _conjugated(frozenset({word}), code).get(word, ())


def _conjugated(words: frozenset[str], code: str) -> dict[str, tuple[str, ...]]:
    """Return all forms of these words that the dictionary has."""
    if not words or not _has_dictionary(code):
        return {}
    by_lemma: dict[str, list[str]] = defaultdict(list)
    wanted = {lemma(word, code) for word in words}
    for form, base in _dictionary(code):
        if base in wanted:
            by_lemma[base].append(form)
    return {word: tuple(by_lemma[lemma(word, code)]) for word in words}


def _dictionary(code: str) -> Iterator[tuple[str, str]]:
    yield from _dictionaries().get_dictionary(code).items()


@cache
def _dictionaries() -> DictionaryFactory:
    """Return what keeps the dictionaries that were loaded."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    return DefaultDictionaryFactory()


@lru_cache(maxsize=1 << 16)
def lemma(word: str, code: str) -> str:
    """Return the dictionary's base form of a word in lower case; the word itself where it has none."""
    import simplemma

    return str(simplemma.lemmatize(word, lang=code)) if is_known(word, code) else word


def _root(word: str, code: str) -> str:
    return lemma(lemma(word, code), code)


@lru_cache(maxsize=1 << 16)
def is_known(word: str, code: str) -> bool:
    """Return whether the dictionary of a language, if there is one, has this form."""
    import simplemma

    return _has_dictionary(code) and bool(simplemma.is_known(word, lang=code))


@lru_cache(maxsize=64)
def _has_dictionary(code: str) -> bool:
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return code in SUPPORTED_LANGUAGES
