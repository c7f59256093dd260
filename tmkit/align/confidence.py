"""How sure a bead is: what speaks for it and against it, turned into the probability that it is right.

A bead may be wrong in four ways, each with a probability of its own: its sentences belong elsewhere;
it holds a sentence too many; it lacks an unmatched neighbour; or its two sentences and the two beside
them say the same together but not one by one. The numbers are a maximum-likelihood fit over the beads
found in news with 5 and 20 % noise and in our own samples; `benchmarks/RESULTS.md` has the
reliability table.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from tmkit.align.base import Bead
from tmkit.align.evidence import Table
from tmkit.align.weights import Shape

HALF_QUOTED = 0.5
"""How sure a bead stays that holds half a quotation whose other half stands unmatched beside it."""
_RELATED = 0.3
"""Two versions of a story share at least this much of their sentences."""
_HALVES = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))

Place = tuple[int, int, Shape]
"""First source, first target, and the shape of a bead in a chain."""

_BASE, _GAIN, _LEAD = 1.343, 0.316, 0.775
_TOO_MANY = -0.013, 0.283
_TOO_FEW = 0.619, 0.398
_STRADDLE = 1.448, 0.221
"""Offset and slope over the gain by which the bead is ahead of the other reading."""
_ACROSS = 0.7
"""How much what a sentence shares with its neighbour's counterpart takes from that."""


def probabilities(scores: Mapping[Shape, Table], path: Sequence[Place]) -> list[float]:
    """Return the probability (0-1) that each bead of a chain is right; 0 for null beads."""
    chain = _Chain(scores, path)
    return [chain.probability(place) if all(place[2]) else 0.0 for place in path]


class _Chain:
    def __init__(self, scores: Mapping[Shape, Table], path: Sequence[Place]) -> None:
        self.scores = scores
        self.null_sources = {i for i, _, (_, b) in path if not b}
        self.null_targets = {j for _, j, (a, _) in path if not a}
        self.single = {(i, j) for i, j, shape in path if shape == (1, 1)}

    def probability(self, place: Place) -> float:
        gain = self.gain(*place) or 0.0
        lead = gain - self._rival(place)
        sure = _logistic(_BASE + _GAIN * math.log1p(max(gain, 0.0)) + _LEAD * math.log1p(max(lead, 0.0)))
        for readings, (offset, slope) in (
            (self._smaller(place), _TOO_MANY),
            (self._larger(place), _TOO_FEW),
        ):
            others = [other for other in readings if other is not None]
            if others:
                sure *= _logistic(offset + slope * (gain - max(*others, 0.0)))
        for ahead in self._straddles(place):
            sure *= _logistic(_STRADDLE[0] + _STRADDLE[1] * ahead)
        return sure

    def gain(self, i: int, j: int, shape: Shape) -> float | None:
        """Return a bead's gain, None where there is no such bead."""
        table = self.scores.get(shape)
        if table is None or not (0 <= i < table.shape[0] and 0 <= j < table.shape[1]):
            return None
        return float(table[i, j])

    def _rival(self, place: Place) -> float:
        """Return the best gain of any single pair of the bead's sentences with others, at least 0."""
        i, j, (a, b) = place
        pairs = self.scores[1, 1]
        rows, columns = pairs[i : i + a].copy(), pairs[:, j : j + b].copy()
        rows[:, j : j + b] = -np.inf
        columns[i : i + a] = -np.inf
        return float(max(rows.max(), columns.max(), 0.0))

    def _smaller(self, place: Place) -> Iterator[float | None]:
        """Give the gains of the bead without its first or its last sentence on a side."""
        i, j, (a, b) = place
        if a > 1:
            yield self.gain(i, j, (a - 1, b))
            yield self.gain(i + 1, j, (a - 1, b))
        if b > 1:
            yield self.gain(i, j, (a, b - 1))
            yield self.gain(i, j + 1, (a, b - 1))

    def _larger(self, place: Place) -> Iterator[float | None]:
        """Give the gains of the bead with an unmatched neighbour."""
        i, j, (a, b) = place
        if i - 1 in self.null_sources:
            yield self.gain(i - 1, j, (a + 1, b))
        if i + a in self.null_sources:
            yield self.gain(i, j, (a + 1, b))
        if j - 1 in self.null_targets:
            yield self.gain(i, j - 1, (a, b + 1))
        if j + b in self.null_targets:
            yield self.gain(i, j, (a, b + 1))

    def _straddles(self, place: Place) -> Iterator[float]:
        """Give how far the bead and the next are ahead of both as one, where they share across.

        At most once: the nearer call of the two neighbours.
        """
        i, j, shape = place
        if shape != (1, 1):
            return
        found = [self._ahead(min(i, i + d), min(j, j + d)) for d in (-1, 1) if (i + d, j + d) in self.single]
        ahead = [value for value in found if value is not None]
        if ahead:
            yield min(ahead)

    def _ahead(self, i: int, j: int) -> float | None:
        across = float(max(self.scores[1, 1][i, j + 1], self.scores[1, 1][i + 1, j]))
        joined = self.gain(i, j, (2, 2))
        if across <= 0 or joined is None:
            return None
        apart = float(self.scores[1, 1][i, j] + self.scores[1, 1][i + 1, j + 1])
        return apart - joined - _ACROSS * across


def kinship(beads: Sequence[Bead]) -> float:
    """Return how far beads can be trusted (0-1), given how much of their documents they leave unmatched.

    Two texts that have little in common also have sentences that look alike.
    """
    every = sum(len(bead.source) + len(bead.target) for bead in beads)
    matched = sum(len(bead.source) + len(bead.target) for bead in beads if bead.source and bead.target)
    return min(1.0, matched / (_RELATED * every)) if every else 1.0


def is_closed(texts: Sequence[str]) -> bool:
    """Say whether every quotation mark and bracket of some sentences has its other half.

    >>> is_closed(["“Tốt.", "Rất tốt.”"]), is_closed(["Rất tốt.”"])
    (True, False)
    """
    text = " ".join(texts)
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in _HALVES)


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))
