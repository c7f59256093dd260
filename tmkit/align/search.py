"""The best chain of beads: a dynamic programme over both sides, vectorised along its diagonals."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Shape = tuple[int, int]
Scores = Mapping[Shape, NDArray[np.float32]]

_NULLS: tuple[Shape, ...] = ((1, 0), (0, 1))


def best_path(scores: Scores, sources: int, targets: int) -> list[tuple[int, int, Shape]]:
    """Return the chain with the greatest sum as (first source, first target, shape), in order.

    `scores[a, b][i, j]` is what the bead of sources i..i+a-1 and targets j..j+b-1 gains over
    leaving them all unmatched, which counts 0. O(sources x targets) cells, one numpy step a diagonal.
    """
    return _Search(scores, sources, targets).run()


class _Search:
    def __init__(self, scores: Scores, sources: int, targets: int) -> None:
        self.scores, self.sources, self.targets = scores, sources, targets
        self.shapes = (*_NULLS, *scores)
        self.best = np.full((sources + 1, targets + 1), -np.inf, np.float32)
        self.choice = np.zeros((sources + 1, targets + 1), np.int8)
        self.best[0, 0] = 0.0

    def run(self) -> list[tuple[int, int, Shape]]:
        for diagonal in range(1, self.sources + self.targets + 1):
            first, last = max(0, diagonal - self.targets), min(self.sources, diagonal)
            self._fill(diagonal, first, last)
        return self._trace()

    def _fill(self, diagonal: int, first: int, last: int) -> None:
        """Decide the cells (i, diagonal - i) for first <= i <= last."""
        rows = np.arange(first, last + 1)
        columns = diagonal - rows
        top = np.full(rows.shape, -np.inf, np.float32)
        chosen = np.zeros(rows.shape, np.int8)
        for index, (a, b) in enumerate(self.shapes):
            fits = slice(max(a - first, 0), max(min(last, diagonal - b) - first + 1, 0))
            i, j = rows[fits] - a, columns[fits] - b
            gain = self.best[i, j] + (self.scores[a, b][i, j] if a and b else 0.0)
            better = gain > top[fits]
            top[fits] = np.where(better, gain, top[fits])
            chosen[fits] = np.where(better, index, chosen[fits])
        self.best[rows, columns] = top
        self.choice[rows, columns] = chosen

    def _trace(self) -> list[tuple[int, int, Shape]]:
        path = []
        i, j = self.sources, self.targets
        while i or j:
            shape = self.shapes[self.choice[i, j]]
            i, j = i - shape[0], j - shape[1]
            path.append((i, j, shape))
        return path[::-1]
