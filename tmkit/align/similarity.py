"""How alike the sentence vectors of two runs are, beyond what any two sentences of the documents are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tmkit.align.embedding import unit
from tmkit.align.evidence import Table, runs
from tmkit.align.weights import VectorWeights

_NEIGHBOURS = 3
"""How many of the nearest sentences say how near everything is to a run."""


class Similarity:
    """The cross-domain similarity local scaling (CSLS) of runs of sentences, as evidence.

    Sentence encoders put all sentences of a language, and of a topic, close together: the mean of
    each side is taken away, and from a cosine the mean cosine of each run's nearest neighbours.
    After Conneau et al. (2018), "Word translation without parallel data".
    """

    def __init__(self, source: Table, target: Table, lengths: tuple[Table, Table], weights: VectorWeights) -> None:
        """Prepare; a row of `source` and `target` is a sentence's vector, `lengths` are columns of characters."""
        self._weights = weights
        self._sides = _Vectors(source, lengths[0]), _Vectors(target, lengths[1])
        self._nearness: dict[tuple[int, int], NDArray[np.float32]] = {}
        fewest = min(len(source), len(target))
        # A mean of few sentences is mostly the sentence itself.
        self._trust = fewest / (fewest + weights.few)

    def gain(self, a: int, b: int) -> Table:
        """Return what the vectors say for runs of `a` and `b` sentences; shape (sources - a + 1, targets - b + 1)."""
        source, target = self._sides
        here, there = source.runs(a), target.runs(b)
        near = (self._near(0, a)[:, None] + self._near(1, b)[None]) / 2
        gain = self._trust * self._weights.scale * (here @ there.T - near - self._weights.least)
        limited: Table = np.clip(gain, -self._weights.against, self._weights.limit).astype(np.float32)
        return limited

    def _near(self, side: int, length: int) -> NDArray[np.float32]:
        """Return how near the sentences of the other side are to each run of a length."""
        if (side, length) not in self._nearness:
            others = self._sides[1 - side].runs(1)
            self._nearness[side, length] = _nearest(self._sides[side].runs(length), others)
        return self._nearness[side, length]


class _Vectors:
    def __init__(self, vectors: Table, lengths: Table) -> None:
        self._vectors = unit(vectors - vectors.mean(0)) if len(vectors) else vectors
        self._lengths: Table = np.sqrt(np.maximum(lengths, 1.0)).astype(np.float32)
        self._runs: dict[int, Table] = {}

    def runs(self, length: int) -> Table:
        """Return a vector for each run: the mean of its sentences', longer ones counting more."""
        if length not in self._runs:
            self._runs[length] = unit(runs(self._vectors * self._lengths, length))
        return self._runs[length]


def _nearest(runs: Table, others: Table) -> NDArray[np.float32]:
    """Return the mean cosine of each run's nearest neighbours."""
    count = min(_NEIGHBOURS, len(others))
    if not count:
        return np.zeros(len(runs), np.float32)
    near: NDArray[np.float32] = np.partition(runs @ others.T, -count, axis=1)[:, -count:].mean(1)
    return near
