"""Which words a language has: its dictionary, completed by regular derivations and by lists of our own.

The dictionary is simplemma's (French 250,000 forms, English 180,000), loaded at the first question in
about 0.2 seconds. Vietnamese has none: its blanks separate syllables, not words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from tmkit.lang import get
from tmkit.lang.base import GlueWords
from tmkit.lang.lexicon import LANGS, core

_HYPHENS = re.compile(r"[‑-]")
_SHORTEST_BASE = 4


def is_known(word: str, lang: str) -> bool:
    """Return whether this is a word of the language: a form it has, or a regular derivation of one.

    Case does not matter, nor the kind of apostrophe; elisions, clitics and hyphens are looked through.

    >>> is_known("l’organisation", "fr"), is_known("socio-économiques", "fr"), is_known("laréduction", "fr")
    (True, True, False)
    """
    word = word.replace("’", "'")
    return _is_known(word.lower(), lang) or (word[:1].isupper() and _in_dictionary(word, lang))


def is_entry(word: str, lang: str) -> bool:
    """Return whether the dictionary or our own lists have this very form, in lower case."""
    glue = glue_words(lang)
    return word in glue.function or word in glue.extra or _in_dictionary(word, lang)


def is_common(word: str, lang: str) -> bool:
    """Return whether it is a form of a word that the news of this language use every day.

    >>> is_common("politiques", "fr"), is_common("wastewater", "en")
    (True, False)
    """
    return _is_common(bare(word.lower(), lang), lang)


@cache
def compounds(lang: str) -> frozenset[str]:
    """Return the words of two syllables that a language without blanks between words has, in one spelling.

    They are those of tmkit's own lexicon; empty for other languages.

    >>> "gia đình" in compounds("vi"), compounds("fr")
    (True, frozenset())
    """
    language = get(lang) if lang in LANGS else None
    if language is None or not language.syllabic or language.one_spelling is None:
        return frozenset()
    terms = (term for entry in core().entries for term in entry.terms.get(lang, ()))
    return frozenset(language.one_spelling(term.lower()) for term in terms if term.count(" ") == 1)


def is_function(word: str, lang: str) -> bool:
    """Return whether it is one of the short words that hold the language's sentences together."""
    function = glue_words(lang).function
    return word in function or word.lower() in function


def is_inflected(word: str, lang: str) -> bool:
    """Return whether it is a form of another word, so that no longer word begins with it.

    Short forms in -s do not count: they begin words such as *sportswear*.

    >>> is_inflected("greatest", "en"), is_inflected("great", "en"), is_inflected("sports", "en")
    (True, False, False)
    """
    word = word.lower()
    return (len(word) > 6 or not word.endswith("s")) and _lemma(word, lang) != word


def is_brand(word: str) -> bool:
    """Return whether it is a name known to be written with a capital inside, such as *YouTube*."""
    return word in _brands()


def bare(word: str, lang: str) -> str:
    """Return the word without its elided article, preposition or pronoun, and without its clitic.

    >>> bare("d’action", "fr"), bare("Vietnam's", "en")
    ('action', 'Vietnam')
    """
    head, apostrophe, rest = word.replace("’", "'").partition("'")
    if not apostrophe or not rest:
        return word
    if head.lower() in elisions(lang):
        return bare(rest, lang)
    return head if rest.lower() in glue_words(lang).clitics else word


@cache
def glue_words(lang: str) -> GlueWords:
    """Return what the language's module says about glued words."""
    return get(lang).glue


@cache
def elisions(lang: str) -> frozenset[str]:
    """Return what the language elides before a vowel, without the apostrophe."""
    return frozenset(get(lang).elisions)


@lru_cache(maxsize=1 << 17)
def _is_known(word: str, lang: str) -> bool:
    if _is_simple(word, lang):
        return True
    stem = bare(word, lang)
    if stem != word:
        return _is_known(stem, lang)
    parts = _HYPHENS.split(word)
    bound = glue_words(lang).bound
    return len(parts) > 1 and all(part and (part in bound or _is_known(part, lang)) for part in parts)


def _is_simple(word: str, lang: str) -> bool:
    if word in glue_words(lang).junk:
        return False
    return is_entry(word, lang) or _is_derived(word, lang) or _is_prefixed(word, lang)


def _in_dictionary(word: str, lang: str) -> bool:
    import simplemma

    return bool(word) and bool(glue_words(lang).function) and simplemma.is_known(word, lang=lang)


def _is_derived(word: str, lang: str) -> bool:
    bases = _undo(word, lang)
    if word.endswith("s"):
        bases += _undo(word[:-1], lang)
    return any(is_entry(base, lang) for base in bases)


def _undo(word: str, lang: str) -> list[str]:
    """Return what the word may be derived from by one regular ending."""
    endings, longest = _derivations(lang)
    return [
        word[:-length] + old
        for length in range(1, min(longest, len(word) - _SHORTEST_BASE + 1) + 1)
        for old in endings.get(word[-length:], ())
    ]


@cache
def _derivations(lang: str) -> tuple[dict[str, tuple[str, ...]], int]:
    derivations = dict(glue_words(lang).derivations)
    return derivations, max(map(len, derivations), default=0)


def _is_prefixed(word: str, lang: str) -> bool:
    if not word.startswith(glue_words(lang).bound):
        return False
    return any(
        rest not in glue_words(lang).function and (is_entry(rest, lang) or _is_derived(rest, lang))
        for prefix in glue_words(lang).bound
        if word.startswith(prefix) and len(rest := word[len(prefix) :]) >= _SHORTEST_BASE
    )


@lru_cache(maxsize=1 << 17)
def _is_common(word: str, lang: str) -> bool:
    lemmas = _common(lang)
    if not lemmas or word in lemmas:
        return bool(lemmas)
    parts = word.split("-")
    if len(parts) > 1:
        return all(part and (_is_common(part, lang) or is_function(part, lang)) for part in parts)
    forms = {word, _lemma(word, lang)}
    return any(base in lemmas for form in forms for base in (form, *_undo(form, lang)))


@lru_cache(maxsize=1 << 16)
def _lemma(word: str, lang: str) -> str:
    import simplemma

    return simplemma.lemmatize(word, lang=lang) if simplemma.is_known(word, lang=lang) else word


@cache
def _common(lang: str) -> frozenset[str]:
    name = glue_words(lang).common
    return _word_list(name) if name else frozenset()


@cache
def _brands() -> frozenset[str]:
    return _word_list("brands.txt")


def _word_list(name: str) -> frozenset[str]:
    text = files("tmkit.lang").joinpath("data", name).read_text(encoding="utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())
