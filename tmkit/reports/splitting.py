"""Where a run of letters that is no word falls into words, and how sure that is.

Each half is rated by what it is: a function word, an ordinary word of the news, a word that stands elsewhere
in the report, any other word of the dictionary. Capitals, repetition and the language's compounds speak for a
name or a word that the dictionary lacks.
"""

from __future__ import annotations

from typing import NamedTuple

from tmkit.lang import LANGUAGES, get
from tmkit.lang.words import bare, is_common, is_entry, is_function, is_known
from tmkit.reports.vocabulary import Context

SURE, LIKELY, WEAK = 3, 2, 1
"""How sure a lost blank is: anywhere; in a report that lost others; where lost line ends are due."""

SURE_AT, LIKELY_AT, WEAK_AT = 3.6, 2.6, 1.5
_MARGIN, _MARGIN_OF_S = 0.35, 1.0
"""What the best split must be ahead of the next."""


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
    rated = sorted(_rated(piece, lang, context, opens=opens), reverse=True)
    if not rated:
        return _three(piece, lang)
    score, cut = rated[0]
    if any(score - other < _margin(piece, cut, at) for other, at in rated[1:]):
        return NO_SPLIT
    reason = f"“{piece[:cut]}” and “{piece[cut:]}” are words, “{piece}” is none"
    return Split((cut,), _level(score), score, reason)


def _rated(piece: str, lang: str, context: Context, *, opens: bool) -> list[tuple[float, int]]:
    against = _wholeness(piece, lang, context)
    rated = []
    for cut in range(1, len(piece)):
        if piece[cut - 1].isalpha() and piece[cut].isalpha():
            score = _rate(piece[:cut], piece[cut:], lang, context, opens=opens) - against
            if score >= WEAK_AT:
                rated.append((score, cut))
    return rated


def _margin(piece: str, cut: int, other: int) -> float:
    """Return how far the better of two cuts must be ahead: an s between them may belong to either side."""
    return _MARGIN if piece[min(cut, other) : max(cut, other)] != "s" else _MARGIN_OF_S


def _level(score: float) -> int:
    if score >= SURE_AT:
        return SURE
    return LIKELY if score >= LIKELY_AT else WEAK


def _wholeness(piece: str, lang: str, context: Context) -> float:
    """Return what speaks for the run as one word: it recurs, or another language has it."""
    against = 0.0
    if context.count(piece) > 1:
        against += 2 if piece[0].isupper() else 0.5
    stem = bare(piece, lang).lower()
    if any(is_entry(stem, other.code) for other in LANGUAGES if other.code != lang):
        against += 2.5
    return against


def _three(piece: str, lang: str) -> Split:
    """Return the split of a run of three words, the first two of them function words."""
    if len(piece) < 10 or not piece.islower():
        return NO_SPLIT
    for first in range(2, 6):
        for second in range(first + 2, min(first + 6, len(piece) - 3)):
            parts = piece[:first], piece[first:second], piece[second:]
            if all(_is_strong(p, lang) for p in parts[:2]) and is_common(parts[2], lang):
                reason = f"“{'”, “'.join(parts)}” are words, “{piece}” is none"
                return Split((first, second), SURE, SURE_AT, reason)
    return NO_SPLIT


def _is_strong(word: str, lang: str) -> bool:
    glue = get(lang).glue
    return word in glue.function and word not in glue.weak_heads


def _rate(left: str, right: str, lang: str, context: Context, *, opens: bool) -> float:
    if right[0].isupper() and not _is_elided(right, lang):
        return _rate_capital_inside(left, right, lang, context, opens=opens)
    if not _is_cased(left, lang):
        return 0
    head = _rate_head(left, lang, context)
    tail = _rate_tail(right, lang, context, free=head < 2.6)
    pair = _pair_bonus(left, right, lang, context) if head or tail else 0
    if not pair and not (head and tail):
        return 0
    score = head + tail + pair - _name_penalty(left, right, lang, context, opens=opens)
    return _joined(score, left, right, lang, paired=pair > 0)


def _is_title(word: str) -> bool:
    return all(part[:1].isupper() and part[1:].islower() for part in word.split("-"))


def _is_elided(word: str, lang: str) -> bool:
    """Return whether the word begins with an elided article, preposition or pronoun."""
    head, apostrophe, _ = word.lower().replace("’", "'").partition("'")
    return bool(apostrophe) and head in get(lang).elisions


def _is_cased(word: str, lang: str) -> bool:
    """Return whether the capitals stand as they do in a word or an acronym."""
    stem = bare(word, lang)
    return stem[1:].islower() or stem.isupper() or len(stem) == 1 or _is_title(stem)


def _pair_bonus(left: str, right: str, lang: str, context: Context) -> float:
    pairs = context.count_pair(left, right, lang)
    if not pairs:
        return 0
    functional = is_function(left, lang) or is_function(right, lang)
    long = min(len(left), len(right)) > 2
    return 3 if functional or (long and pairs > context.count(left + right)) else 0


def _joined(score: float, left: str, right: str, lang: str, *, paired: bool) -> float:
    """Return the score of a split with regard to what joins into longer words in the language."""
    glue = get(lang).glue
    if is_function(left, lang) and is_function(right, lang):
        return score + (0.5 if len(left) + len(right) > 4 else 0)
    if is_function(left, lang) or is_function(right, lang):
        return score - (0.5 if left.lower() in glue.weak_heads or right.lower() in glue.weak_tails else 0)
    long = len(left) + len(right)
    if long >= 12 and min(len(left), len(right)) > 3:
        score += 0.5
    elif long < 10:
        score -= 0.5
    return min(score - 0.5, SURE_AT - 0.2) if glue.compounds and not paired else score


def _name_penalty(left: str, right: str, lang: str, context: Context, *, opens: bool) -> float:
    """Return what a capital at the front takes away: the run may be a name."""
    if not left[0].isupper() or (left.isupper() and len(left) > 1) or bare(left, lang)[0].islower():
        return 0
    plain = is_function(left, lang) or is_common(left, lang)
    solid = is_common(right, lang) and len(right) > 3
    if right.lower() in get(lang).glue.weak_tails and not is_function(left, lang):
        return 1 if is_known(left, lang) or context.has(left) else 1.5
    if opens and plain:
        return 0.5
    if len(left) > 3 and plain:
        return 0 if solid or is_function(right, lang) else 1
    if solid and len(left) > 1:
        return 1
    return 1.2 if len(right) > 4 and context.has(left) else 2


def _rate_head(word: str, lang: str, context: Context) -> float:
    glue, plain = get(lang).glue, word.lower()
    stem = bare(plain, lang)
    if stem in glue.function and len(stem) > (stem != plain):
        return 2 if plain in glue.weak_heads else 3
    if plain in glue.bound:
        return 0
    if stem != plain and not _is_elided(word, lang):
        return 3 if len(stem) > 2 else 0
    if word.isupper() and len(word) > 2 and not context.has(word):
        return 1.5
    content = _rate_content(word, lang, context)
    return content or (0.8 if len(word) > 4 and _is_title(word) else 0)


def _rate_tail(word: str, lang: str, context: Context, *, free: bool) -> float:
    """Return the rating of a second half; `free` tells that the first is no function word."""
    glue, plain = get(lang).glue, word.lower()
    stem = bare(word, lang)
    if _is_elided(word, lang):
        sound = is_known(stem, lang) or context.has(stem) or stem[0].isupper()
        return 3 if sound and (len(stem) > 1 or is_function(stem, lang)) else 0
    if plain in glue.function:
        return 2 if plain in glue.weak_tails else 3
    content = _rate_content(word, lang, context)
    return max(0.0, content - 1.2) if free and plain in glue.endings else content


def _rate_content(word: str, lang: str, context: Context) -> float:
    stem = bare(word, lang)
    here = context.has(word) or (stem != word and context.has(stem))
    if len(stem) < 3:
        return 2 if len(stem) == 2 and stem.isupper() and here else 0
    if not is_known(word, lang):
        return 2 if here and stem[0].isupper() else 0
    if len(stem) == 3:
        return 1.2 if is_common(word, lang) or here else 0
    entry = is_entry(stem.lower(), lang) or "-" in stem
    if entry and is_common(word, lang):
        return 2.5 if here else 2
    if here:
        return 2
    if not entry and stem[-1] == "s" and is_entry(stem[:-1].lower(), lang):
        return 0.3
    return (1.2 if len(stem) > 4 else 0.8) - (0 if entry or is_common(word, lang) else 0.4)


def _rate_capital_inside(left: str, right: str, lang: str, context: Context, *, opens: bool) -> float:
    """Return the rating of a cut before a capital: `duVietnam` is two words, `YouTube` one."""
    known = context.has(right) or is_known(right, lang)
    if left.islower():
        return _rate_before_name(left, right, lang, known=known)
    if len(right) < 3 or not right[1].islower():
        return 0
    if left.isupper() and len(left) > 2:
        return 3.2 if known and context.has(left) else 1.6 if known else 0
    if not _is_title(bare(left, lang)):
        return 0
    if left.lower() in get(lang).glue.abbreviations and left[0].isupper():
        return 3.4
    if is_function(left, lang):
        return 4.2 if opens and known else 2.5
    if len(left) < 3:
        return 0
    if context.count_pair(left, right, lang):
        return 3.4
    halves = known + (context.has(left) or is_known(left, lang))
    return 1.5 + 0.75 * halves


def _rate_before_name(left: str, right: str, lang: str, *, known: bool) -> float:
    if len(right) < 3 and not known:
        return 0
    if is_function(bare(left, lang), lang):
        return 4.5 if known or len(left) > 2 or (right.isupper() and len(right) > 2) else 3.5
    if len(left) < 4 or not is_known(left, lang):
        return 0
    return 3.2 if known else 1.6
