"""The best chain of beads: a dynamic programme over both sides.

A bead that gains nothing is in no best chain, since leaving its sentences unmatched costs nothing. Where
few beads gain anything the programme goes from bead to bead; else through all cells, one numpy step a
diagonal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tmkit.align.base import Shape
from tmkit.align.chains import PrefixBest

Scores = Mapping[Shape, NDArray[np.float32]]

_FEW = 4000
"""Up to so many beads that gain anything, going from bead to bead is faster."""
_NULLS: tuple[Shape, ...] = ((1, 0), (0, 1))


Step = tuple[int, int, Shape, bool]
"""First source, first target, shape, and whether two beads within change places."""


def best_path(scores: Scores, swaps: Scores, sources: int, targets: int) -> list[Step]:
    """Return the beads of the chain with the greatest sum, in order.

    `scores[a, b][i, j]` is what the bead of sources i..i+a-1 and targets j..j+b-1 gains over
    leaving them all unmatched, which counts 0; `swaps[a, b][i, j]` what two beads gain that change
    places there. O(beads x log targets) steps, or O(sources x targets) cells.
    """
    steps = [(shape, False, table) for shape, table in scores.items()]
    steps += [(shape, True, table) for shape, table in swaps.items()]
    if sum(int(np.count_nonzero(table > 0)) for _, _, table in steps) <= _FEW:
        return list(_sparse_path(steps, targets))
    return [step for step in _Search(scores, swaps, sources, targets).run() if all(step[2])]


def _sparse_path(steps: Sequence[tuple[Shape, bool, NDArray[np.float32]]], targets: int) -> Iterator[Step]:
    """Give the beads of the best chain, found from bead to bead."""
    beads = sorted(_gaining(steps), key=lambda bead: bead[1][:2])
    ends: dict[int, list[tuple[int, float, int]]] = {}
    best = PrefixBest()
    before = []
    row = -1
    for number, (gain, (i, j, (a, b), _)) in enumerate(beads):
        for done in range(row + 1, i + 1):
            for place, value, bead in ends.pop(done, ()):
                best.put(place, value, bead)
        row = i
        value, last = best.until(j + 1)
        before.append(last)
        ends.setdefault(i + a, []).append((j + b, value + gain, number))
    for done in sorted(ends):
        for place, value, bead in ends[done]:
            best.put(place, value, bead)
    chain = []
    last = best.until(targets + 1)[1]
    while last >= 0:
        chain.append(beads[last][1])
        last = before[last]
    yield from reversed(chain)


def _gaining(steps: Sequence[tuple[Shape, bool, NDArray[np.float32]]]) -> Iterator[tuple[float, Step]]:
    for shape, is_swap, table in steps:
        rows, columns = np.nonzero(table > 0)
        gains = table[rows, columns].tolist()
        for gain, i, j in zip(gains, rows.tolist(), columns.tolist(), strict=True):
            yield gain, (i, j, shape, is_swap)


class _Search:
    def __init__(self, scores: Scores, swaps: Scores, sources: int, targets: int) -> None:
        self.sources, self.targets = sources, targets
        nulls: list[tuple[Shape, NDArray[np.float32] | None]] = [(shape, None) for shape in _NULLS]
        self.steps = [*nulls, *scores.items(), *swaps.items()]
        self.first_swap = len(_NULLS) + len(scores)
        self.best = np.full((sources + 1, targets + 1), -np.inf, np.float32)
        self.choice = np.zeros((sources + 1, targets + 1), np.int8)
        self.best[0, 0] = 0.0

    def run(self) -> list[Step]:
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
        for index, ((a, b), table) in enumerate(self.steps):
            fits = slice(max(a - first, 0), max(min(last, diagonal - b) - first + 1, 0))
            i, j = rows[fits] - a, columns[fits] - b
            gain = self.best[i, j] + (0.0 if table is None else table[i, j])
            better = gain > top[fits]
            top[fits] = np.where(better, gain, top[fits])
            chosen[fits] = np.where(better, index, chosen[fits])
        self.best[rows, columns] = top
        self.choice[rows, columns] = chosen

    def _trace(self) -> list[Step]:
        path = []
        i, j = self.sources, self.targets
        while i or j:
            index = self.choice[i, j]
            shape = self.steps[index][0]
            i, j = i - shape[0], j - shape[1]
            path.append((i, j, shape, bool(index >= self.first_swap)))
        return path[::-1]
