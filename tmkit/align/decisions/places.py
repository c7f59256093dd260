"""Where the sentences that a reviewer saw stand today, in a report that may have been edited since."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Key = tuple[int, str]
"""A sentence as it was decided on: its 0-based index then, and its hash."""
Anchor = tuple[int, int]
"""An index then and the index of the same sentence today."""

_START: Anchor = (-1, -1)


class Places:
    """Where the decided sentences of one side stand today; no two stand in one place.

    A sentence that stands once in the report is found wherever it has gone. Sentences that are equal
    are told apart by their order, each as near as can be to where its neighbours have moved.
    """

    def __init__(self, decided: Iterable[Key], today: Sequence[str]) -> None:
        """Look for the sentences among the hashes of all that stand in the report today."""
        keys = sorted(set(decided))
        wanted, there = _by_hash(keys), _by_hash(enumerate(today))
        self.found: dict[Key, int] = {
            (places[0], mark): there[mark][0]
            for mark, places in wanted.items()
            if len(places) == 1 and len(there.get(mark, ())) == 1
        }
        self._anchors = _rising(self.found)
        for mark, places in wanted.items():
            if mark in there and (places[0], mark) not in self.found:
                self._tell_apart(mark, places, there[mark])
        self._anchors = _rising(self.found)
        self._taken = frozenset(self.found.values())
        self._count = len(today)

    def _tell_apart(self, mark: str, places: Sequence[int], today: Sequence[int]) -> None:
        """Find equal sentences."""
        hoped = [self._shifted(place) for place in places]
        self.found |= {(places[old], mark): today[new] for old, new in nearest(hoped, today)}

    def _shifted(self, index: int) -> int:
        """Return where a sentence stands if it moved like its nearest neighbour."""
        before, after = self._neighbours(index)
        near = before if after is None or index - before[0] <= after[0] - index else after
        return index + near[1] - near[0]

    def _neighbours(self, index: int) -> tuple[Anchor, Anchor | None]:
        place = bisect_left(self._anchors, (index, -1))
        after = self._anchors[place] if place < len(self._anchors) else None
        return (self._anchors[place - 1] if place else _START), after

    def around(self, index: int) -> tuple[int, ...]:
        """Return what stands today where a lost sentence stood, as far as its neighbours show it.

        Neighbours right beside it show it even where it became several sentences.
        """
        return tuple(place for place in self._between(index) or () if place not in self._taken)

    def is_gone(self, index: int) -> bool:
        """Say whether a lost sentence was taken out: its neighbours stand together now."""
        between = self._between(index)
        return between is not None and not between

    def expected(self, index: int) -> int:
        """Return the likeliest index today of a lost sentence or what took its place."""
        around = self.around(index)
        return around[0] if around else max(self._shifted(index), 0)

    def _between(self, index: int) -> range | None:
        """Return the places between a lost sentence's neighbours, or None where they don't show them."""
        before, after = self._neighbours(index)
        first = before[1] + 1
        if after is None:
            # Where the text ended is not known, so only the sentence right behind the last one is sure.
            return range(first, min(first + 1, self._count)) if index == before[0] + 1 else None
        if after[0] - before[0] == 2 and after[0] != index:
            return range(first, after[1])
        alike = after[0] - before[0] == after[1] - before[1] and after[0] != index
        return range(first + index - before[0] - 1, first + index - before[0]) if alike else None


def _by_hash(keys: Iterable[Key]) -> dict[str, list[int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, mark in keys:
        places[mark].append(place)
    return dict(places)


def _rising(found: Mapping[Key, int]) -> list[Anchor]:
    """Return the most sentences that still stand in their old order: the others were moved."""
    # Later places first among equal indices, so that a rising run takes one of them at the most.
    pairs = sorted({(key[0], place) for key, place in found.items()}, key=lambda pair: (pair[0], -pair[1]))
    ends: list[int] = []
    last: list[int] = []
    links: list[int] = []
    for n, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        links.append(last[length - 1] if length else -1)
        ends[length:] = [place, *ends[length + 1 :]]
        last[length:] = [n, *last[length + 1 :]]
    chain = []
    n = last[-1] if last else -1
    while n >= 0:
        chain.append(pairs[n])
        n = links[n]
    return chain[::-1]


def nearest(hoped: Sequence[int], places: Sequence[int]) -> list[tuple[int, int]]:
    """Pair as many of both as can be, in order, so that the distances are least; return indices.

    >>> nearest([5, 9], [4, 7, 10])
    [(0, 0), (1, 2)]
    """
    if len(hoped) > len(places):
        return [(old, new) for new, old in nearest(places, hoped)]
    rows = _distances(hoped, places)
    pairs = []
    column = len(places)
    for row in range(len(hoped), 0, -1):
        while column > row and rows[row][column - 1] <= rows[row][column]:
            column -= 1
        column -= 1
        pairs.append((row - 1, column))
    return pairs[::-1]


def _distances(few: Sequence[int], many: Sequence[int]) -> list[list[float]]:
    """Return the least sum of distances for the first so many of both, row by row."""
    rows: list[list[float]] = [[0.0] * (len(many) + 1)]
    for count, value in enumerate(few, 1):
        row = [float("inf")] * count
        for column in range(count, len(many) + 1):
            row.append(min(row[column - 1], rows[-1][column - 1] + abs(value - many[column - 1])))
        rows.append(row)
    return rows
