"""Where two long documents run together: rare clues that both share, and the chain they make.

A document of thousands of sentences isn't compared whole. Clues that stand in few sentences of both
sides give points; the heaviest chain of points that runs forward on both sides is the route that the
aligner's window follows. Linear in the number of sentences, but for a logarithm.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from tmkit.align.chains import PrefixBest
from tmkit.lang.clues import Clue

_RARE = 3
"""A clue is rare where it stands in at most this many sentences of a side."""
_LEAST = 1.5
"""What a point must weigh, in shared clues that stand once."""

Point = tuple[int, int]


class Route:
    """A line through both documents: about which target sentence goes with a source sentence."""

    def __init__(self, points: Sequence[Point], sources: int, targets: int) -> None:
        """Keep points that run forward on both sides."""
        self._points = [(0, 0), *points, (sources, targets)]
        self._sources = [i for i, _ in self._points]

    def at(self, source: int) -> int:
        """Return the target that goes with a source, by the points before and after it."""
        place = min(max(bisect_right(self._sources, source), 1), len(self._points) - 1)
        (i, j), (k, m) = self._points[place - 1], self._points[place]
        return m if k <= i or source >= k else j + (m - j) * (source - i) // (k - i)


def route(source: Sequence[Sequence[Clue]], target: Sequence[Sequence[Clue]]) -> Route:
    """Return the route through two documents, given the clues of their sentences."""
    weights = _weighed(_holders(source), _holders(target))
    return Route(_chain(_mutual(weights)), len(source), len(target))


def _holders(clues: Sequence[Sequence[Clue]]) -> Mapping[str, list[int]]:
    """Return the sentences that hold each key, where they are few."""
    holders: dict[str, list[int]] = defaultdict(list)
    for row, sentence in enumerate(clues):
        for key in {key for clue in sentence for key in clue.keys}:
            places = holders[key]
            if len(places) <= _RARE:
                places.append(row)
    return {key: places for key, places in holders.items() if len(places) <= _RARE}


def _weighed(source: Mapping[str, list[int]], target: Mapping[str, list[int]]) -> dict[Point, float]:
    weights: dict[Point, float] = defaultdict(float)
    for key, rows in source.items():
        columns = target.get(key, ())
        for i in rows:
            for j in columns:
                weights[i, j] += 1 / (len(rows) * len(columns))
    return {point: weight for point, weight in weights.items() if weight >= _LEAST}


def _mutual(weights: Mapping[Point, float]) -> dict[Point, float]:
    """Return the points that are the best of both their sentences."""
    best_row: dict[int, float] = defaultdict(float)
    best_column: dict[int, float] = defaultdict(float)
    for (i, j), weight in weights.items():
        best_row[i] = max(best_row[i], weight)
        best_column[j] = max(best_column[j], weight)
    return {(i, j): w for (i, j), w in weights.items() if w >= best_row[i] and w >= best_column[j]}


def _chain(weights: Mapping[Point, float]) -> list[Point]:
    """Return the heaviest chain of points that run forward on both sides."""
    best = PrefixBest()
    points = sorted(weights, key=lambda point: (point[0], -point[1]))
    before: list[int] = []
    for number, (i, j) in enumerate(points):
        weight, last = best.until(j)
        before.append(last)
        best.put(j, weight + weights[i, j], number)
    return _followed(points, before, best.until(1 + max((j for _, j in points), default=0))[1])


def _followed(points: Sequence[Point], before: Sequence[int], last: int) -> list[Point]:
    chain = []
    while last >= 0:
        chain.append(points[last])
        last = before[last]
    return chain[::-1]
