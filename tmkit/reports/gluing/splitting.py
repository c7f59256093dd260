"""Where a run of letters that is no word falls into words, and how sure that is.

Each half is rated by what it is: a function word, an ordinary word of the news, a word that stands elsewhere
in the report, any other word of the dictionary. Capitals, repetition and the language's compounds speak for a
name or for a word that the dictionary lacks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tmkit.lang import LANGUAGES
from tmkit.lang.base import GlueWords
from tmkit.lang.words import (
    bare,
    elisions,
    glue_words,
    is_common,
    is_entry,
    is_function,
    is_inflected,
    is_known,
)
from tmkit.reports.gluing.vocabulary import Context

SURE, LIKELY, WEAK = 3, 2, 1
"""How sure a lost blank is: anywhere; in a report that lost others; where lost line ends are due."""

SURE_AT, LIKELY_AT, WEAK_AT = 3.6, 2.6, 1.5
"""The scores from which on a lost blank is so sure. Two function words make 6, two words of the news 4."""

_MARGIN, _MARGIN_OF_S = 0.35, 1.0
"""What the best split must be ahead of the next, and where an s between them may belong to either word."""


class Split(NamedTuple):
    """Where to cut a run of letters; no cuts where it is better left as it is."""

    cuts: tuple[int, ...]
    level: int
    score: float
    reason: str


NO_SPLIT = Split((), 0, 0, "")


def best_split(piece: str, lang: str, context: Context, *, opens: bool = False) -> Split:
    """Return the best split of a run of letters (with apostrophes and hyphens) that is no word.

    `opens` tells that a sentence begins here, so that a capital says nothing about a name.
    """
    rated = sorted(_Splitter(lang, context, opens).rated(piece), reverse=True)
    if not rated:
        return _three(piece, lang)
    score, cut = rated[0]
    if any(score - other < _margin(piece, cut, at) for other, at in rated[1:]):
        return NO_SPLIT
    return Split((cut,), _level(score), score, _reason(piece, piece[:cut], piece[cut:]))


def _margin(piece: str, cut: int, other: int) -> float:
    return _MARGIN_OF_S if piece[min(cut, other) : max(cut, other)] == "s" else _MARGIN


def _level(score: float) -> int:
    if score >= SURE_AT:
        return SURE
    return LIKELY if score >= LIKELY_AT else WEAK


def _reason(piece: str, *words: str) -> str:
    *others, last = (f"“{word}”" for word in words)
    return f"{', '.join(others)} and {last} are words, “{piece}” is none"


def _three(piece: str, lang: str) -> Split:
    """Return the split of a run of three words, the first two of them function words."""
    if len(piece) < 9 or not piece.islower():
        return NO_SPLIT
    for first in range(2, 6):
        for second in range(first + 2, min(first + 6, len(piece) - 3)):
            words = piece[:first], piece[first:second], piece[second:]
            if all(_is_strong(w, lang) for w in words[:2]) and is_common(words[2], lang):
                return Split((first, second), SURE, SURE_AT, _reason(piece, *words))
    return NO_SPLIT


def _is_strong(word: str, lang: str) -> bool:
    glue = glue_words(lang)
    return word in glue.function and word not in glue.weak_heads


@dataclass(frozen=True, slots=True)
class _Splitter:
    """Rates the splits of one run of letters."""

    lang: str
    context: Context
    opens: bool

    @property
    def glue(self) -> GlueWords:
        return glue_words(self.lang)

    def rated(self, piece: str) -> list[tuple[float, int]]:
        """Return the score and the place of each cut that is worth a thought."""
        against = self._wholeness(piece)
        cuts = (cut for cut in range(1, len(piece)) if piece[cut - 1].isalpha() and piece[cut].isalpha())
        scores = ((self._rate(piece[:cut], piece[cut:]) - against, cut) for cut in cuts)
        return [(score, cut) for score, cut in scores if score >= WEAK_AT]

    def _wholeness(self, piece: str) -> float:
        """Return what speaks for the run as one word: it recurs, or another language has it."""
        stem = bare(piece, self.lang).lower()
        foreign = any(is_entry(stem, other.code) for other in LANGUAGES if other.code != self.lang)
        return (0.5 if self.context.count(piece) > 1 else 0) + (2 if foreign else 0)

    def _rate(self, left: str, right: str) -> float:
        if right[0].isupper() and not self._is_elided(right):
            return self._rate_before_capital(left, right)
        if not self._is_cased(left):
            return 0
        head, pair = self._rate_head(left), self._pair_bonus(left, right)
        if not head and not pair:
            return 0
        tail = self._rate_tail(right, free=head < LIKELY_AT)
        if not (head and tail) and not (pair and (head or tail)):
            return 0
        score = head + tail + pair + self._tie_bonus(left, right) - self._name_penalty(left, right)
        return self._joined(score, left, right, paired=pair > 0)

    def _is_function(self, word: str) -> bool:
        return is_function(word, self.lang)

    def _is_here(self, word: str) -> bool:
        """Return whether the word stands elsewhere in the report, whatever is elided before it."""
        return self.context.has(word) or self.context.has(bare(word, self.lang))

    def _is_sound(self, word: str) -> bool:
        return is_known(word, self.lang) or self.context.has(word)

    def _is_elided(self, word: str) -> bool:
        """Return whether the word begins with an elided article, preposition or pronoun."""
        head, apostrophe, _ = word.lower().replace("’", "'").partition("'")
        return bool(apostrophe) and head in elisions(self.lang)

    def _is_cased(self, word: str) -> bool:
        """Return whether the capitals stand as they do in a word or an acronym."""
        stem = bare(word, self.lang)
        return stem[1:].islower() or len(stem) == 1 or _is_acronym(stem) or _is_title(stem)

    # what the halves are

    def _rate_head(self, word: str) -> float:
        plain = word.lower()
        stem = bare(plain, self.lang)
        if self._is_function(stem) or word in self.glue.function:
            return self._rate_function_head(word, plain)
        if plain in self.glue.bound:
            return 0
        if stem != plain and not self._is_elided(word):
            return 3 if len(stem) > 2 else 0  # no word goes on after a clitic: Vietnam's|economy
        return self._rate_content(word) or self._rate_name(word)

    def _rate_function_head(self, word: str, plain: str) -> float:
        stem = bare(word, self.lang)
        if stem != word and len(stem) == 1 and stem.isupper():
            return 0  # d'A is the beginning of d'Adam
        return 2 if plain in self.glue.weak_heads else 3

    def _rate_name(self, word: str) -> float:
        """Return the rating of a word that neither the dictionary nor the report has."""
        if len(word) > 2 and _is_acronym(word):
            return 1.5
        return 0.8 if len(word) > 4 and _is_title(word) else 0

    def _rate_tail(self, word: str, *, free: bool) -> float:
        """Return the rating of a second half; `free` tells that the first is no function word."""
        plain = word.lower()
        if self._is_elided(word):
            return self._rate_elided(bare(word, self.lang))
        if plain in self.glue.function:
            return 2 if plain in self.glue.weak_tails else 3
        content = self._rate_content(word)
        return max(0.0, content - 1.2) if free and plain in self.glue.endings else content

    def _rate_elided(self, stem: str) -> float:
        if len(stem) == 1 and not self._is_function(stem):
            return 0
        return 3 if self._is_sound(stem) or stem[0].isupper() else 0

    def _rate_content(self, word: str) -> float:
        stem, here = bare(word, self.lang), self._is_here(word)
        if len(stem) < 3:
            return 2 if here and len(stem) == 2 and stem.isupper() else 0
        if not is_known(word, self.lang):
            return 2 if here and stem[0].isupper() else 0
        if len(stem) == 3:
            return 1.2 if here or is_common(word, self.lang) else 0
        return self._rate_known(word, stem, here=here)

    def _rate_known(self, word: str, stem: str, *, here: bool) -> float:
        plain, common = stem.lower(), is_common(word, self.lang)
        entry = "-" in stem or is_entry(plain, self.lang)
        if entry and common:
            return 2.5 if here else 2
        if here:
            return 2
        if not entry and plain[-1] == "s" and is_entry(plain[:-1], self.lang):
            return 0.3  # a plural that the dictionary lacks: faires|avoir
        return (1.2 if len(stem) > 4 else 0.8) - (0 if entry or common else 0.4)

    # what the two are together

    def _pair_bonus(self, left: str, right: str) -> float:
        """Return what it adds that the two stand side by side elsewhere in the report."""
        pairs = self.context.count_pair(left, right, self.lang)
        if not pairs:
            return 0
        if self._is_function(left) or self._is_function(right):
            return 3
        return 3 if min(len(left), len(right)) > 2 and pairs > self.context.count(left + right) else 0

    def _tie_bonus(self, left: str, right: str) -> float:
        """Return what settles whether an s ends the first word or begins the second."""
        if f"{left} {right}".lower() in self.glue.phrases:
            return 1
        plural = left.endswith("s") and len(left) > 3 and (is_known(left, self.lang) or _is_acronym(left))
        return 1.3 if plural and right in self.glue.after_plural else 0

    def _joined(self, score: float, left: str, right: str, *, paired: bool) -> float:
        """Return the score with regard to what joins into longer words in the language."""
        clitic = bare(left, self.lang) != left and not self._is_elided(left)
        functional = (clitic or self._is_function(left)) + self._is_function(right)
        length = len(left) + len(right)
        if functional == 2:
            return score + (0.5 if length > 4 else 0)
        if functional:
            weak = left.lower() in self.glue.weak_heads or right.lower() in self.glue.weak_tails
            return score - (0.5 if weak else 0)
        if length < 10:
            score -= 0.5
        elif length >= 12 and min(len(left), len(right)) > 3:
            score += 0.5
        if paired or not self.glue.compounds or is_inflected(left, self.lang):
            return score
        return min(score - 0.5, SURE_AT - 0.2)

    # capitals

    def _name_penalty(self, left: str, right: str) -> float:
        """Return what a capital at the front takes away: the run may be a name."""
        if not left[0].isupper() or _is_acronym(left) or bare(left, self.lang)[0].islower():
            return 0
        solid = len(right) > 3 and is_common(right, self.lang)
        if not solid and self.context.count(left + right) > 1:
            return 2
        if self._is_function(left) or is_common(left, self.lang):
            return self._plain_penalty(left, right, solid=solid)
        return self._unusual_penalty(left, right, solid=solid)

    def _plain_penalty(self, left: str, right: str, *, solid: bool) -> float:
        """Return the penalty where the first half is an ordinary word."""
        if not self._is_function(left) and not self._is_function(right):
            return 1.5  # Villeneuve, Beauregard
        if right.lower() in self.glue.weak_tails and not self._is_function(left):
            return 1
        if len(left) < 4:
            return 1.5 if self.opens else 2.5  # Dupont, Legrand
        if self.opens:
            return 0.5
        return 0 if solid or self._is_function(right) else 1

    def _unusual_penalty(self, left: str, right: str, *, solid: bool) -> float:
        """Return the penalty where the first half is none of the ordinary words."""
        if right.lower() in self.glue.weak_tails:
            return 1 if self._is_sound(left) else 1.5
        if solid and len(left) > 1:
            return 1
        return 1.2 if len(right) > 4 and self.context.has(left) else 2

    def _rate_before_capital(self, left: str, right: str) -> float:
        """Return the rating of a cut before a capital: `duVietnam` is two words, `YouTube` one."""
        known = self._is_sound(right)
        if left.islower():
            return self._rate_before_name(left, right, known=known)
        if len(right) < 3 or not right[1].islower():
            return 0
        if left.isupper():
            likely = LIKELY_AT if self.context.has(left) else WEAK_AT
            return likely if known and len(left) > 2 else 0
        return self._rate_titles(left, right, known=known) if _is_title(bare(left, self.lang)) else 0

    def _rate_before_name(self, left: str, right: str, *, known: bool) -> float:
        if len(right) < 3 and not known:
            return 0
        if self._is_function(bare(left, self.lang)):
            long = len(left) > 2 or (right.isupper() and len(right) > 2)
            return SURE_AT if known or long else LIKELY_AT
        if not is_known(left, self.lang) or (len(left) < 4 and not is_common(left, self.lang)):
            return 0
        return LIKELY_AT if known else WEAK_AT

    def _rate_titles(self, left: str, right: str, *, known: bool) -> float:
        """Return the rating of a cut between two words with capitals."""
        if left.lower() in self.glue.abbreviations:
            return LIKELY_AT
        if self._is_function(left):
            return SURE_AT if self.opens and known else WEAK_AT
        if len(left) < 3:
            return 0
        pairs = self.context.count_pair(left, right, self.lang)
        if self.context.count(left + right) > max(1, pairs):
            return 0
        return LIKELY_AT if pairs or (known and self._is_sound(left)) else WEAK_AT


def _is_title(word: str) -> bool:
    return all(part[:1].isupper() and part[1:].islower() for part in word.split("-"))


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.removesuffix("s").isupper() and word[:2].isupper()
