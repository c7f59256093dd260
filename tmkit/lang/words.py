"""Which words a language has: its dictionary, completed by regular derivations and by lists of our own.

The dictionary is simplemma's (French 250,000 forms, English 180,000), loaded at the first question in
about 0.2 seconds. Vietnamese has none: its blanks separate syllables, not words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from tmkit.lang import get
from tmkit.lang.base import Language

_HYPHENS = re.compile(r"[‑-]")
_SHORTEST_BASE = 3


def is_known(word: str, lang: str) -> bool:
    """Return whether this is a word of the language: a form it has, or a regular derivation of one.

    Case does not matter, nor the kind of apostrophe; elisions, clitics and hyphens are looked through.

    >>> is_known("l’organisation", "fr"), is_known("socio-économiques", "fr"), is_known("laréduction", "fr")
    (True, True, False)
    """
    word, lang = word.replace("’", "'"), get(lang).code
    return _is_known(word.lower(), lang) or (word[:1].isupper() and _in_dictionary(word, lang))


def is_common(word: str, lang: str) -> bool:
    """Return whether it is a form of a word that the news of this language use every day.

    >>> is_common("politiques", "fr"), is_common("wastewater", "en")
    (True, False)
    """
    word, lang = word.lower(), get(lang).code
    return _is_common(bare(word, lang), lang)


def is_function(word: str, lang: str) -> bool:
    """Return whether it is one of the short words that hold the language's sentences together."""
    function = get(lang).glue.function
    return word.lower() in function or word in function


def bare(word: str, lang: str) -> str:
    """Return the word without its elided article, preposition or pronoun, and without its clitic.

    >>> bare("d’action", "fr"), bare("Vietnam's", "en")
    ('action', 'Vietnam')
    """
    head, apostrophe, rest = word.replace("’", "'").partition("'")
    if not apostrophe or not rest:
        return word
    if head.lower() in get(lang).elisions:
        return bare(rest, lang)
    return head if rest.lower() in get(lang).glue.clitics else word


@lru_cache(maxsize=1 << 16)
def _is_known(word: str, lang: str) -> bool:
    if _is_simple(word, lang):
        return True
    stem = bare(word, lang)
    if stem != word:
        return _is_known(stem, lang)
    parts = _HYPHENS.split(word)
    bound = get(lang).glue.bound
    return len(parts) > 1 and all(part and (part in bound or _is_known(part, lang)) for part in parts)


def _is_simple(word: str, lang: str) -> bool:
    glue = get(lang).glue
    if word in glue.junk:
        return False
    return is_entry(word, lang) or _is_derived(word, lang) or _is_prefixed(word, lang)


def is_entry(word: str, lang: str) -> bool:
    """Return whether the dictionary or our own lists have this very form, in lower case."""
    glue = get(lang).glue
    return word in glue.function or word in glue.extra or _in_dictionary(word, lang)


def _in_dictionary(word: str, lang: str) -> bool:
    import simplemma

    return bool(word) and bool(get(lang).glue.function) and simplemma.is_known(word, lang=lang)


def _is_derived(word: str, lang: str) -> bool:
    return any(is_entry(base, lang) for base in _bases(word, get(lang)))


def _bases(word: str, language: Language) -> list[str]:
    """Return what the word may be derived from by one regular ending, or by a plural and one more."""
    bases = _undo(word, language)
    if word.endswith("s"):
        bases += _undo(word[:-1], language)
    return bases


def _undo(word: str, language: Language) -> list[str]:
    return [
        word[: -len(ending)] + old
        for ending, replaced in language.glue.derivations
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_BASE
        for old in replaced
    ]


def _is_prefixed(word: str, lang: str) -> bool:
    glue = get(lang).glue
    return any(
        len(word) - len(prefix) > _SHORTEST_BASE
        and (rest := word[len(prefix) :].lstrip("-")) not in glue.function
        and (is_entry(rest, lang) or _is_derived(rest, lang))
        for prefix in glue.bound
        if word.startswith(prefix)
    )


@lru_cache(maxsize=1 << 16)
def _is_common(word: str, lang: str) -> bool:
    lemmas = _common(lang)
    if not lemmas:
        return False
    parts = word.split("-")
    if len(parts) > 1:
        return all(part and (_is_common(part, lang) or part in get(lang).glue.function) for part in parts)
    return word in lemmas or any(
        base in lemmas for form in {word, _lemma(word, lang)} for base in [form, *_undo(form, get(lang))]
    )


def _lemma(word: str, lang: str) -> str:
    import simplemma

    return simplemma.lemmatize(word, lang=lang) if simplemma.is_known(word, lang=lang) else word


@cache
def _common(lang: str) -> frozenset[str]:
    name = get(lang).glue.common
    if not name:
        return frozenset()
    text = files("tmkit.lang").joinpath("data", name).read_text(encoding="utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())
