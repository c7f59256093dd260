"""What finding the heaviest chain of points or beads needs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class PrefixBest:
    """The best value put at any place before a place: the places where a better value begins, in order."""

    def __init__(self) -> None:
        """Start with no value anywhere."""
        self._places: list[int] = []
        self._values: list[float] = []
        self._numbers: list[int] = []

    def until(self, place: int) -> tuple[float, int]:
        """Return the best value before a place, and its number; (0, -1) for none.

        >>> best = PrefixBest()
        >>> best.put(3, 5.0, 0); best.put(1, 2.0, 1); best.put(2, 1.0, 2)
        >>> best.until(1), best.until(3), best.until(4)
        ((0.0, -1), (2.0, 1), (5.0, 0))
        """
        index = bisect_left(self._places, place) - 1
        return (self._values[index], self._numbers[index]) if index >= 0 else (0.0, -1)

    def put(self, place: int, value: float, number: int) -> None:
        """Put a value above 0 at a place; the first of two equal ones counts."""
        index = bisect_right(self._places, place)
        if index and self._values[index - 1] >= value:
            return
        first = index - 1 if index and self._places[index - 1] == place else index
        last = index
        while last < len(self._values) and self._values[last] <= value:
            last += 1
        self._places[first:last] = [place]
        self._values[first:last] = [value]
        self._numbers[first:last] = [number]
