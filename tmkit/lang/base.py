"""What tmkit knows about a language: the type that `vi.py`, `fr.py` and `en.py` fill in."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """How a language writes numbers and dates."""

    decimal: str
    groups: str
    """Characters that group digits by three."""
    months: tuple[tuple[str, int], ...]
    """Month names and abbreviations, lower case, with their number."""
    weekdays: tuple[str, ...]
    magnitudes: tuple[tuple[str, int], ...]
    """Words that multiply the number before them, lower case, longest first."""
    cardinals: tuple[tuple[str, int], ...]
    """Number words, lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The words that give away what a line of a news page is; folded (lower case, no diacritics)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlueWords:
    """What the repair of glued words must know of a language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language; the only place where facts about it stand."""

    code: str
    """ISO 639-1, as TMX and OmegaT want it: `vi`, never `vi_VN`."""
    name: str
    native: str
    srx: str
    """File name of its segmentation rules in `tmkit/lang/data`."""
    numbers: NumberWords
    page: PageWords = field(default_factory=PageWords)
    glue: GlueWords = field(default_factory=GlueWords)
    stop_words: frozenset[str] = frozenset()
    """Function words, lower case, with diacritics."""
    elisions: tuple[str, ...] = ()
    """Proclitics written with an apostrophe, without it, lower case."""
