"""What a reviewer writes into the column of decisions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from tmkit.align.decisions.base import Pair, written
from tmkit.build.reviewing.base import WORDS

_SIDE = r"\[\s*((?:[0-9]{1,9}(?:\s*,\s*|\s+|(?=\s*\])))*)\s*\]"
_BEAD = re.compile(rf"{_SIDE}\s*:\s*{_SIDE}")
_BEADS = re.compile(rf"(?:{_BEAD.pattern}[\s,;]*)+")


@dataclass(frozen=True, slots=True)
class Word:
    """One of `WORDS`, or the beads it should be, or neither: not decided."""

    name: str = ""
    beads: tuple[Pair, ...] = ()


def read_word(text: str) -> Word | None:
    """Return what a cell says; None where that means nothing.

    >>> read_word(" OK "), read_word("[3]:[4, 5]")
    (Word(name='ok', beads=()), Word(name='', beads=(((3,), (4, 5)),)))
    """
    name = text.strip().casefold()
    if not name or name in WORDS:
        return Word(name)
    if _BEADS.fullmatch(name):
        return Word(beads=tuple((_numbers(one), _numbers(other)) for one, other in _BEAD.findall(name)))
    return None


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(sorted(map(int, re.findall("[0-9]+", text))))


def suggestion(text: str) -> str:
    """Return what may be meant by a word that means nothing."""
    close = get_close_matches(text.strip().casefold(), WORDS, n=1)
    if close:
        return f"did you mean {close[0]!r}?"
    return f"use {', '.join(WORDS)}, or the beads it should be, such as [3]:[4]"


def listed(pairs: Sequence[Pair]) -> str:
    """Return beads as a reviewer writes them."""
    return " ".join(written(*pair) for pair in pairs)
