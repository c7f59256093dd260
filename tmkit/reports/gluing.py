"""Where blanks may be lost inside one run of characters without a blank, and how sure that is.

A lost blank shows in two ways: a stop or bracket that touches the next word (`internationaux.Le`), and a run
of letters that is no word while two or three of its parts are (`laréduction`). What only resembles them
(names, brands, abbreviations, addresses, derived words) is the harder half of the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tmkit.lang import get
from tmkit.lang.words import bare, is_function, is_known
from tmkit.reports.splitting import LIKELY, SURE, SURE_AT, WEAK, best_split
from tmkit.reports.vocabulary import LETTER as _L
from tmkit.reports.vocabulary import PIECE as _PIECE
from tmkit.reports.vocabulary import Context

__all__ = ["LIKELY", "SURE", "WEAK", "Blank", "Context", "blanks", "core", "is_sound"]
_MIXED = re.compile(rf"(?<![\w'’-])(?:({_L}{{2,}})(\d{{1,4}})|(\d{{1,4}})({_L}{{2,}}))(?![\w'’-]|[.,]\d)")
_MIXED_CASE = re.compile(r"[a-zà-ÿœ][A-ZÀ-Þ]")
_CODE = re.compile(r"[@#/\\_=<>{}&*|~^+\[\]]|www\.|\.(?:com|net|org|vn|fr|info|io|gov|edu|eu|uk|html?)\b", re.I)
_EDGE = ".,;:!?…«»\"“”‘’'()[]–—-"
_GAPS = (
    ("a stop without its blank", re.compile(rf"(?<=[^\W_])[.!?…]+(?=[«“]?{_L})|(?<=[»”)%])[.!?]+(?={_L})")),
    ("a comma without its blank", re.compile(rf"(?<=[^\W_])[,;:](?=[«“]?{_L})|(?<=[»”)%])[,;:](?={_L})")),
    ("a bracket without its blank", re.compile(rf"(?<={_L})(?=\({_L}{{3}})|(?<=[\w.]\))(?={_L}{{2}})")),
    ("a quotation mark without its blank", re.compile(rf"[»”](?={_L})|(?<=[^\W\d_])(?=[«“]{_L})")),
    ("a percentage without its blank", re.compile(rf"(?<=\d)%(?={_L}{{2}})")),
)


class Blank(NamedTuple):
    """A blank that may be missing before the character at `at`; `score` ranks it within its level."""

    at: int
    level: int
    score: float
    reason: str


@lru_cache(maxsize=1 << 16)
def is_sound(chunk: str, lang: str) -> bool:
    """Return whether nothing in a run without blanks calls for a closer look, in any report.

    >>> is_sound("réduction,", "fr"), is_sound("laréduction", "fr")
    (True, False)
    """
    if chunk.isdigit() or len(chunk) < 3 or _CODE.search(chunk):
        return True
    if any(pattern.search(chunk) for _, pattern in _GAPS):
        return False
    if not get(lang).glue.function:
        return True
    return not _MIXED.search(chunk) and all(_is_sound_piece(m[0], lang) for m in _PIECE.finditer(chunk))


def _is_sound_piece(piece: str, lang: str) -> bool:
    if len(piece) < 3 or piece.isupper() or bare(piece, lang).isupper():
        return True
    return not _MIXED_CASE.search(piece) and is_known(piece, lang)


def blanks(chunk: str, lang: str, context: Context, *, opens: bool = False) -> list[Blank]:
    """Return the blanks that may be missing in a run without blanks, in order.

    `opens` tells that a sentence begins with the run, so that its capital says nothing about a name.
    """
    if is_sound(chunk, lang):
        return []
    found = list(_gaps(chunk, lang, context))
    if get(lang).glue.function:
        found += _numbers(chunk, lang)
        cuts = [0, *sorted(b.at for b in found if b.level == SURE), len(chunk)]
        for start, end in zip(cuts, cuts[1:], strict=False):
            found += _inside(chunk[start:end], start, lang, context, opens=opens or start > 0)
    return sorted(found)


def core(chunk: str) -> str:
    """Return the run without the punctuation at its ends."""
    return chunk.strip(_EDGE)


def _gaps(chunk: str, lang: str, context: Context) -> Iterator[Blank]:
    for reason, pattern in _GAPS:
        for found in pattern.finditer(chunk):
            at = found.end()
            left, right = _words_around(chunk, found.start(), at)
            if _is_gap(found[0], left, right, lang, context, chunk):
                yield Blank(at, SURE, SURE_AT, reason)


def _words_around(chunk: str, start: int, end: int) -> tuple[str, str]:
    left = re.search(r"[^\W_]*[»”)%]?$", chunk[:start])
    right = re.match(r"[(«“]?([^\W_]+(?:['’][^\W_]+)*)", chunk[end:])
    return left[0] if left else "", right[1] if right else ""


def _is_gap(mark: str, left: str, right: str, lang: str, context: Context, chunk: str) -> bool:
    if not right or left.lower() in get(lang).glue.abbreviations:
        return False
    if mark[:1] in (".", "!", "?", "…"):
        return _is_stop_gap(left, right, lang, context, chunk)
    if mark in (",", ";", ":"):
        return _is_comma_gap(mark, left, right, lang, context)
    if mark == "%":
        return _is_word(right, lang, context)
    return _is_bracket_gap(chunk, left, right, lang, context)


def _is_stop_gap(left: str, right: str, lang: str, context: Context, chunk: str) -> bool:
    closes = left[-1:] in ("»", "”", ")", "%")
    if len(right) < 2 and right not in ("À", "Ý", "A", "I", "Y", "Ô", "Ở"):
        return False
    if not right[0].isupper() or (right.isupper() and len(right) > 1 and not context.has(right)):
        return False
    if closes or left.isdigit():
        return not right.isupper() and _is_word(right, lang, context)
    if len(left) < 2 or re.search(rf"(?:^|\W){_L}\.(?={_L}+\.)", chunk):
        return False
    if not left[1:].islower():
        return left.isupper() and len(left) > 3 and context.has(left) and _is_word(right, lang, context)
    if left[0].isupper() and not _is_word(left, lang, context):
        return len(left) > 2 and (is_function(right, lang) or not get(lang).glue.function)
    return _is_word(left, lang, context) and (_is_word(right, lang, context) or left[0].islower())


def _is_comma_gap(mark: str, left: str, right: str, lang: str, context: Context) -> bool:
    if left.isdigit():
        return mark != ":" and len(right) > 1 and right[0].islower() and _is_word(right, lang, context)
    closes = left[-1:] in ("»", "”", ")", "%")
    if (len(left) < 2 and not closes) or (mark == ":" and len(right) < 3):
        return False
    return (closes or _is_word(left, lang, context)) and _is_word(right, lang, context)


def _is_bracket_gap(chunk: str, left: str, right: str, lang: str, context: Context) -> bool:
    opened, closed = chunk.find("("), chunk.find(")")
    if 0 <= opened < closed:
        inside = chunk[opened + 1 : closed]
        if not (inside.isupper() and len(inside) > 1) and not inside.isdigit():
            return False
    if chunk.endswith("-"):
        return False
    bracketed = right.isupper() or _is_word(right, lang, context)
    return bracketed and (not left or not left[-1].isalpha() or _is_word(left, lang, context) or left.isupper())


def _is_word(word: str, lang: str, context: Context) -> bool:
    if not get(lang).glue.function:
        return True
    return is_function(word, lang) or is_known(word, lang) or context.has(word)


def _numbers(chunk: str, lang: str) -> Iterator[Blank]:
    for found in _MIXED.finditer(chunk):
        word, digits = (found[1], found[2]) if found[1] else (found[4], found[3])
        level = _number_level(word, digits, lang, before=bool(found[1]))
        if level:
            at = found.end(1) if found[1] else found.end(3)
            yield Blank(at, level, SURE_AT, "a number without its blank")


def _number_level(word: str, digits: str, lang: str, *, before: bool) -> int:
    """Return how sure a blank is between a word and a number; `before` tells that the word comes first."""
    plain = word.lower()
    if plain in _dates(lang):
        return SURE if len(word) > 2 else 0
    if not word[1:].islower():
        return 0
    year = len(digits) == 4 and digits[:2] in ("19", "20")
    if is_function(word, lang):
        return SURE if year or len(word) > 2 else 0
    if before or not word.islower():
        return 0
    if len(word) > 3 and plain in {name for name, _ in get(lang).numbers.magnitudes}:
        return SURE
    return LIKELY if len(digits) > 1 and len(word) > 4 and is_known(word, lang) else 0


def _dates(lang: str) -> frozenset[str]:
    numbers = get(lang).numbers
    return frozenset([*(name for name, _ in numbers.months), *numbers.weekdays])


def _inside(chunk: str, offset: int, lang: str, context: Context, *, opens: bool) -> Iterator[Blank]:
    for found in _PIECE.finditer(chunk):
        if _touches_digit(chunk, found) or _is_sound_piece(found[0], lang):
            continue
        split = best_split(found[0], lang, context, opens=opens and found.start() <= 1)
        for cut in split.cuts:
            yield Blank(offset + found.start() + cut, split.level, split.score, split.reason)


def _touches_digit(chunk: str, found: re.Match[str]) -> bool:
    return chunk[: found.start()][-1:].isdigit() or chunk[found.end() :][:1].isdigit()
