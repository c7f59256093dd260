"""Which expressions are names of people and places: they are no terms."""

from __future__ import annotations

from tmkit.glossary.extract.sides import Grams, function_words, written
from tmkit.lang import find
from tmkit.lang.words import is_entry


def is_name(grams: Grams, gram: int) -> bool:
    """Say whether an n-gram is written as a name is, and no word of the language is in it.

    Acronyms are none, and what has one in it is none.
    """
    language = find(grams.side.lang)
    function = function_words(language) - language.terms.first - language.terms.last
    keys = [key for key in grams.keys(gram) if key not in function]
    if any(key.isupper() for key in keys):
        return False
    words = [word for word in written(grams, gram).replace("-", " ").split() if word[0].isalpha()]
    if language.syllabic:
        return all(word[0].isupper() for word in words)
    return any(word[0].isupper() for word in words) and not any(is_entry(key, language.code) for key in keys)
