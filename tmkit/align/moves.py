"""Beads that cross others: a lead that stands third elsewhere, neighbours that changed places.

Two comparable reports tell the same things in another order. Neighbours that changed places are a
step of the search like any bead, only dearer. What it then left unmatched on both sides is looked
at once more: without the order to lean on, a bead must gain much more and stand well apart from
every rival.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from tmkit.align.base import Place, Shape
from tmkit.align.evidence import Table
from tmkit.align.weights import Weights

_SHAPES: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1))


_SWAPS: Mapping[Shape, tuple[tuple[Shape, Shape], ...]] = {
    (2, 2): (((1, 1), (1, 1)),),
    (2, 3): (((1, 2), (1, 1)), ((1, 1), (1, 2))),
    (3, 2): (((2, 1), (1, 1)), ((1, 1), (2, 1))),
}
"""The two beads that may change places within a shape, the one that comes first in the source first."""


def swaps(scores: Mapping[Shape, Table], weights: Weights) -> dict[Shape, Table]:
    """Return what two beads gain that change places, for each shape they make together."""
    return {
        shape: np.maximum.reduce([_swap(scores, two, weights) for two in choices])
        for shape, choices in _SWAPS.items()
        if shape in scores
    }


def unswapped(place: Place, scores: Mapping[Shape, Table], weights: Weights) -> tuple[Place, Place]:
    """Return the two beads of a place where they change places."""
    i, j, shape = place
    one, other = max(_SWAPS[shape], key=lambda two: float(_swap(scores, two, weights)[i, j]))
    return _trimmed((i, j + other[1], one), scores), _trimmed((i + one[0], j, other), scores)


def _trimmed(place: Place, scores: Mapping[Shape, Table]) -> Place:
    """Return a bead, or the single pair in it that gains more: a sentence may stand unmatched between the two."""
    i, j, (a, b) = place
    singles = ((i + n, j + m, (1, 1)) for n in range(a) for m in range(b))
    return max((place, *singles), key=lambda one: float(scores[one[2]][one[0], one[1]]))


def _swap(scores: Mapping[Shape, Table], two: tuple[Shape, Shape], weights: Weights) -> Table:
    """Return what two beads gain, the first in the source being the second in the target."""
    one, other = two
    rows = max(scores[1, 1].shape[0] - one[0] - other[0] + 1, 0)
    columns = max(scores[1, 1].shape[1] - one[1] - other[1] + 1, 0)
    first = scores[one][:rows, other[1] : other[1] + columns]
    second = scores[other][one[0] : one[0] + rows, :columns]
    weaker: Table = np.minimum(first, second)
    both: Table = np.where(weaker >= weights.swap_gain, first + second - weights.swap, -np.inf).astype(np.float32)
    return both


def moved(scores: Mapping[Shape, Table], full: Sequence[Place], weights: Weights) -> list[Place]:
    """Return the beads among sentences that a chain leaves unmatched, the best first; no two share a sentence."""
    if (1, 1) not in scores:
        return []
    rows, columns = _taken(full, scores[1, 1].shape)
    places = sorted(_candidates(scores, rows, columns, weights.moved_gain), reverse=True)
    chosen: list[Place] = []
    for gain, place in places:
        i, j, (a, b) = place
        if rows[i : i + a].any() or columns[j : j + b].any():
            continue
        if gain - _rival(scores[1, 1], place) >= weights.moved_lead:
            chosen.append(place)
            rows[i : i + a] = columns[j : j + b] = True
    return chosen


def _taken(full: Collection[Place], shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    rows, columns = np.zeros(shape[0], bool), np.zeros(shape[1], bool)
    for i, j, (a, b) in full:
        rows[i : i + a] = columns[j : j + b] = True
    return rows, columns


def _candidates(
    scores: Mapping[Shape, Table], rows: np.ndarray, columns: np.ndarray, least: float
) -> Iterator[tuple[float, Place]]:
    """Give the beads of unmatched sentences that gain enough, with their gains."""
    for a, b in _SHAPES:
        table = scores[a, b]
        free = np.ix_(_free(rows, a), _free(columns, b))
        for n, m in zip(*np.nonzero(table[free] >= least), strict=True):
            i, j = int(free[0][n, 0]), int(free[1][0, m])
            yield float(table[i, j]), (i, j, (a, b))


def _free(taken: np.ndarray, length: int) -> np.ndarray:
    """Return where runs of a length without a taken sentence start."""
    starts = np.arange(max(len(taken) - length + 1, 0))
    return starts[[not taken[i : i + length].any() for i in starts]] if len(starts) else starts


def _rival(pairs: Table, place: Place) -> float:
    """Return the best gain of any single pair of the bead's sentences with others, at least 0."""
    i, j, (a, b) = place
    rows, columns = pairs[i : i + a].copy(), pairs[:, j : j + b].copy()
    rows[:, j : j + b] = -np.inf
    columns[i : i + a] = -np.inf
    return float(max(rows.max(initial=0.0), columns.max(initial=0.0)))
