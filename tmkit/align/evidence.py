"""What two documents have in common: their clues, and which match which.

Every sentence is a bag of clues (`tmkit.lang.clues`). Two clues match where they have a key in
common; how much that says is the business of `scoring.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tmkit.lang.clues import Clue, Keys

Table = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Side:
    """The clues of one side: a row a sentence, a column a form, 1 where the sentence holds it."""

    forms: tuple[Clue, ...]
    """A clue for each form, with the wording of where it stands first."""
    clues: Sequence[Sequence[Clue]]
    """The clues of each sentence, in its own wording."""
    present: Table
    lengths: Table
    """Characters of each sentence, as a column."""

    def worded(self, form: Clue, rows: Iterable[int]) -> Clue:
        """Return a form as some sentences that hold it word it."""
        said = (clue for row in rows for clue in self.clues[row] if (clue.kind, clue.form) == (form.kind, form.form))
        return next(said, form)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Two sides and which of their forms match: `links[s, t]` is the strength, 0 to 1."""

    source: Side
    target: Side
    links: Table


def side(clues: Sequence[Sequence[Clue]], texts: Sequence[str]) -> Side:
    """Return the table of the sentences' clues."""
    columns: dict[tuple[str, str], int] = {}
    forms: list[Clue] = []
    cells: list[tuple[int, int]] = []
    for row, sentence in enumerate(clues):
        for clue in sentence:
            column = columns.setdefault((clue.kind, clue.form), len(columns))
            if column == len(forms):
                forms.append(clue)
            cells.append((row, column))
    present = np.zeros((len(clues), len(forms)), np.float32)
    if cells:
        rows, cols = zip(*cells, strict=True)
        present[rows, cols] = 1.0
    return Side(tuple(forms), clues, present, np.array([[len(t)] for t in texts], np.float32).reshape(-1, 1))


def gather(source: Side, target: Side) -> Evidence:
    """Return what links the two sides."""
    return Evidence(source, target, _links([c.keys for c in source.forms], [c.keys for c in target.forms]))


def _links(source: Sequence[Keys], target: Sequence[Keys]) -> Table:
    links = np.zeros((len(source), len(target)), np.float32)
    holders: dict[str, list[tuple[int, float]]] = {}
    for column, keys in enumerate(target):
        for key, strength in keys.items():
            holders.setdefault(key, []).append((column, strength))
    for row, keys in enumerate(source):
        for key, strength in keys.items():
            for column, other in holders.get(key, ()):
                links[row, column] = max(links[row, column], strength * other)
    return links


def runs(table: Table, length: int) -> Table:
    """Return the sums of `length` rows from each row on.

    >>> runs(np.array([[1.0], [2.0], [4.0]], np.float32), 2).ravel().tolist()
    [3.0, 6.0]
    """
    rows = max(table.shape[0] - length + 1, 0)
    total: Table = table[:rows].copy()
    for offset in range(1, length):
        total += table[offset : offset + rows]
    return total
