"""Where blanks may be lost inside one run of characters without a blank, and how sure that is.

A lost blank shows in two ways: a stop, bracket or number that touches the next word (`internationaux.Le`), and
a run of letters that is no word while two or three of its parts are (`laréduction`). What only resembles them
(names, brands, abbreviations, addresses, derived words) is the harder half of the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tmkit.lang.words import bare, glue_words, is_brand, is_known
from tmkit.reports.gluing.gaps import has_gap, number_gaps, punctuation_gaps
from tmkit.reports.gluing.splitting import SURE, SURE_AT, best_split
from tmkit.reports.gluing.vocabulary import PIECE, Context

_INNER_CAPITAL = re.compile(r"[a-zà-ÿœ][A-ZÀ-Þ]")
_CODE = re.compile(r"[@#/\\_=<>{}&*|~^\[\]]|\+(?!\d)|www\.|\.(?:com|net|org|vn|fr|info|io|gov|edu|eu|uk|html?)\b", re.I)
_LONGEST = 120
"""Characters of a run that may still be words: longer ones are dot leaders, codes and the like."""
_EDGE = ".,;:!?…«»\"“”‘’'()[]–—-"


class Blank(NamedTuple):
    """A blank that may be missing before the character at `at`; `score` ranks it within its level."""

    at: int
    level: int
    score: float
    reason: str


@lru_cache(maxsize=1 << 16)
def is_sound(run: str, lang: str) -> bool:
    """Return whether nothing in a run without blanks calls for a closer look, in any report.

    >>> is_sound("réduction,", "fr"), is_sound("laréduction", "fr")
    (True, False)
    """
    if not 3 <= len(run) <= _LONGEST or run.isdigit() or _CODE.search(run):
        return True
    words = bool(glue_words(lang).function)
    if has_gap(run, numbers=words):
        return False
    return not words or all(_is_sound_piece(m[0], lang) for m in PIECE.finditer(run))


def _is_sound_piece(piece: str, lang: str) -> bool:
    if len(piece) < 3 or piece.isupper() or bare(piece, lang).isupper():
        return True
    return is_brand(bare(piece, lang)) if _INNER_CAPITAL.search(piece) else is_known(piece, lang)


def blanks(run: str, lang: str, context: Context, *, opens: bool = False) -> list[Blank]:
    """Return the blanks that may be missing in a run without blanks, in order.

    `opens` tells that a sentence begins with the run, so that its capital says nothing about a name.
    """
    if is_sound(run, lang):
        return []
    gaps = list(punctuation_gaps(run, lang, context))
    if not glue_words(lang).function:
        return sorted(Blank(gap.at, gap.level, SURE_AT, gap.reason) for gap in gaps)
    gaps += number_gaps(run, lang)
    cuts = [0, *sorted({gap.at for gap in gaps if gap.level == SURE}), len(run)]
    inside = [
        blank._replace(at=start + blank.at)
        for start, end in pairwise(cuts)
        for blank in _inside(run[start:end], lang, context, opens=opens or start > 0)
    ]
    return sorted([*(Blank(gap.at, gap.level, SURE_AT, gap.reason) for gap in gaps), *inside])


def _inside(part: str, lang: str, context: Context, *, opens: bool) -> Iterator[Blank]:
    for found in PIECE.finditer(part):
        if _touches_digit(part, found) or _is_sound_piece(found[0], lang):
            continue
        split = best_split(found[0], lang, context, opens=opens and found.start() <= 1)
        for cut in split.cuts:
            yield Blank(found.start() + cut, split.level, split.score, split.reason)


def _touches_digit(part: str, found: re.Match[str]) -> bool:
    return part[: found.start()][-1:].isdigit() or part[found.end() :][:1].isdigit()


def core(run: str) -> str:
    """Return the run without the punctuation at its ends."""
    return run.strip(_EDGE)
