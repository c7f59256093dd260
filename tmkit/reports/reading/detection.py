"""Which legacy encoding bytes are in: the one whose reading looks most like a language we know."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from tmkit.lang import get
from tmkit.lang.base import Language
from tmkit.lang.charsets import decode_legacy
from tmkit.lang.spelling import plausible

CANDIDATES = ("cp1252", "tcvn3", "vni", "viscii", "cp1258", "tcvn")
"""In order of preference where readings are equally good."""

ENOUGH = 0.25
"""The least score of a reading that is taken without asking another program."""

_LEAN = 0.2
"""How much the ASCII words of a text count beside its other words."""
_SAMPLE = 3 * 16_384
_MOST_WORDS = 1500
_MARKUP = bytes(32 if chr(byte) in "<>&;/=\"'()[]{}" else byte for byte in range(256))
_LETTER = r"[^\W\d_]"
# Punctuation, and the symbols that stand by numbers or alone; inside a word those are misread letters.
_SYMBOL = f"(?<!{_LETTER})[£¥¢§©®±×½¼¾²³](?!{_LETTER})"
_BREAKS = re.compile(rf"(?:[\s\d!-/:-@\[-`{{-~\u00a0\u202f«»“”‘’‚„–—…•°€™]|{_SYMBOL})+")
_MISPLACED = re.compile(f"{_LETTER}«(?:{_LETTER}|$)|(?:^|{_LETTER})»{_LETTER}|{_LETTER}[“”„‚•°€™]{_LETTER}")
_FRENCH_QUOTE = re.compile("«\u00a0|\u00a0»")
_RARE = re.compile("[•°€™]")
_WESTERN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸªº]+")


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding and how well its reading looks, from -1 (no word of it) to 1.5 (function words)."""

    charset: str
    score: float


def detect(data: bytes) -> Guess:
    """Return the best of `CANDIDATES` for bytes that are not UTF-8.

    >>> detect("La réunion a été très utile.".encode("cp1252")).charset
    'cp1252'
    """
    words = _sample_words(data)
    lean = _lean(words)
    high = Counter({word: n for word, n in words.items() if not word.isascii()})
    guesses = [Guess(charset, score(high, charset) + _bonus(charset, lean)) for charset in CANDIDATES]
    return max(guesses, key=lambda guess: guess.score)


def score(words: Counter[bytes], charset: str) -> float:
    """Return how much the words, read in a character set, look like its language."""
    top = words.most_common(_MOST_WORDS)
    if not top:
        return 0.0
    texts = decode_legacy(b"\n".join(word for word, _ in top), charset).split("\n")
    weights = [n for _, n in top]
    return max(_points(texts, weights, judge) for judge in _judges(charset)) / sum(weights)


def text_score(text: str, lang: str) -> float:
    """Return how much the non-ASCII words of a text look like a language, from -1 to 1.5; 0 without any."""
    words = [word for word in text.split() if not word.isascii()]
    return _points(words, [1] * len(words), lang) / max(len(words), 1)


def high_words(data: bytes) -> Counter[bytes]:
    """Return the words with bytes beyond ASCII, each with its frequency."""
    return Counter(word for word in data.split() if not word.isascii())


def _judges(charset: str) -> tuple[str, ...]:
    return ("fr", "western") if charset == "cp1252" else ("vi",)


def _points(texts: list[str], weights: list[int], judge: str) -> float:
    return sum(weight * _word_points(text, judge) for text, weight in zip(texts, weights, strict=True))


def _word_points(text: str, judge: str) -> float:
    """Return from -1 (cannot be) to 1.5 (a function word) for a word with its punctuation."""
    if _MISPLACED.search(text):
        return -1.0
    parts = [part for part in _BREAKS.split(text) if part and not part.isascii()]
    if not parts:
        return 1.0 if _FRENCH_QUOTE.search(text) else 0.15 if _RARE.search(text) else 0.25
    return min(_part_points(part, judge) for part in parts)


def _part_points(part: str, judge: str) -> float:
    if judge == "western":
        return 0.5 if _WESTERN.fullmatch(part) and part[1:] in (part[1:].lower(), part[1:].upper()) else -1.0
    language = get(judge)
    if not plausible(part, language):
        return -1.0
    if len(part) == 1:  # a dash or a dot read as a letter looks like one of Vietnamese's short words
        return 0.22
    return 1.5 if part.lower() in _common(language) else 1.0


@cache
def _common(language: Language) -> frozenset[str]:
    """Return the frequent words that have letters beyond ASCII."""
    numbers = language.numbers
    counted = [word for word, _ in (*numbers.months, *numbers.cardinals, *numbers.magnitudes)]
    words = " ".join((*language.stop_words, *numbers.weekdays, *counted)).split()
    return frozenset(word for word in words if not word.isascii())


def _sample_words(data: bytes) -> Counter[bytes]:
    """Return the words of the start, the middle and the end of the bytes."""
    if len(data) > _SAMPLE:
        third, middle = _SAMPLE // 3, len(data) // 2
        data = b" ".join((data[:third], data[middle : middle + third], data[-third:]))
    return Counter(data.translate(_MARKUP).split())


def _lean(words: Counter[bytes]) -> float:
    """Return which language the ASCII function words speak for: 1 for Vietnamese, -1 for the others."""
    vietnamese, western = (sum(words[word] for word in group) for group in _ascii_stop_words())
    return (vietnamese - western) / max(vietnamese + western, 1)


@cache
def _ascii_stop_words() -> tuple[frozenset[bytes], frozenset[bytes]]:
    groups = [{w.encode() for w in get(lang).stop_words if w.isascii()} for lang in ("vi", "fr", "en")]
    shared = groups[0] & (groups[1] | groups[2])
    return frozenset(groups[0] - shared), frozenset((groups[1] | groups[2]) - shared)


def _bonus(charset: str, lean: float) -> float:
    return 0.05 - _LEAN * lean if charset == "cp1252" else _LEAN * lean
