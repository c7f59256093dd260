"""What a lexicon file is, and what every reader of one shares."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from tmkit.lang.lexicon import Lexicon
from tmkit.lang.text import nfc

Langs = tuple[str, str]
"""The codes of the two languages of a lexicon, head words first."""

_BLANKS = re.compile(r"[\s\u200b\u2060\ufeff]+")
_INVISIBLE = re.compile("[\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ufffd-\uffff\ud800-\udfff]")
_LONGEST = 120
"""Characters; what is longer is no term."""


Row = Mapping[str, tuple[str, ...]]
"""An entry: terms by language."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line (an entry's number in a binary file), counted from 1, that gave nothing, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconFile:
    """What a file held: its entries, what was left out, and what the reader had to find out by itself."""

    path: Path
    lexicon: Lexicon
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reader gives; in the rows of articles the head word's language stands first.

    `sure` says whether the file itself names the languages; `prose` that the terms were taken out of
    articles written for people, so that long ones are explanations.
    """

    rows: list[Row] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    sure: bool = False
    prose: bool = False


class Reader(Protocol):
    """Reads a file as a lexicon from the first language into the second, unless it says otherwise."""

    def __call__(self, path: Path, langs: Langs) -> Draft:
        """Return what the file holds; raises `FileError` where it can't be used at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconFormat:
    """A kind of lexicon file, as a value; `fits` tells by its beginning whether a text of unknown kind is one."""

    name: str
    extensions: tuple[str, ...]
    read: Reader
    fits: re.Pattern[str] | None = None


def term(text: str) -> str:
    r"""Return a term as it is compared and shown: composed, blanks single, nothing invisible; '' for none.

    >>> term("  an  sinh\u00ad xã\thội "), term("—"), term("a\x07b")
    ('an sinh xã hội', '', '')
    """
    cleaned = _INVISIBLE.sub("", _BLANKS.sub(" ", nfc(text))).strip()
    sound = len(cleaned) <= _LONGEST and any(map(str.isalnum, cleaned)) and not _CONTROL.search(cleaned)
    return cleaned if sound else ""


def terms(texts: list[str]) -> tuple[str, ...]:
    """Return the terms of some texts, each once, in order.

    >>> terms(["an sinh", " ", "phúc lợi", "an sinh"])
    ('an sinh', 'phúc lợi')
    """
    return tuple(dict.fromkeys(filter(None, map(term, texts))))
