"""Lexicons: which expressions of one language translate which of another."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

LANGS = ("vi", "fr", "en")


@dataclass(frozen=True, slots=True)
class Entry:
    """Expressions that translate each other: for each language the usual one first."""

    terms: Mapping[str, tuple[str, ...]]


class Lexicon:
    """Entries, with a look-up from the expressions of one language into another."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Keep the entries in order."""
        self.entries = tuple(entries)

    def translations(self, lang: str, into: str) -> dict[str, tuple[str, ...]]:
        """Return each expression of `lang`, lower case, with all its renderings in `into`.

        >>> core().translations("vi", "fr")["giảm nghèo"][0]
        'réduction de la pauvreté'
        """
        found: dict[str, dict[str, None]] = {}
        for entry in self.entries:
            for term in entry.terms.get(lang, ()):
                found.setdefault(term.lower(), {}).update(dict.fromkeys(entry.terms.get(into, ())))
        return {term: tuple(targets) for term, targets in found.items() if targets}

    def __add__(self, other: Lexicon) -> Lexicon:
        """Return one lexicon with the entries of both."""
        return Lexicon(self.entries + other.entries)


@cache
def core() -> Lexicon:
    """Return tmkit's own lexicon of frequent Vietnamese words in French and English."""
    text = resources.files("tmkit.lang.data").joinpath("lexicon.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    next(rows)
    return Lexicon(Entry(_terms(row)) for row in rows)


def _terms(row: list[str]) -> dict[str, tuple[str, ...]]:
    return {lang: tuple(cell.split("|")) for lang, cell in zip(LANGS, row, strict=False)}
