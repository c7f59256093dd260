"""How well two n-grams cover each other in the units that have both: words linked by IBM's Model 1, in both directions.

After Brown et al. (1993), "The mathematics of statistical machine translation", and Liang, Taskar and Klein (2006),
"Alignment by agreement". A link takes what it explains from all others, so that of two expressions that always stand
together each goes to its own; and a piece of an expression leaves words of the other side without a link.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tmkit.glossary.extract.candidates import Reals
from tmkit.glossary.extract.sides import Ints, Side, function_words
from tmkit.lang import find

_ROUNDS = 5
_NOTHING = 0.01
"""What speaks for a word without a counterpart, against a probability of translation."""
_RARE = 1.0
"""Occurrences added to each word's, so that a word seen once or twice is sure of nothing."""
_MONOTONE = 1.0
"""How much words at like places of their texts are preferred."""
_LINKED = 0.8
"""Share of what a word is linked by, against its mere presence, in what an n-gram has to cover."""
_LONGEST = 400
"""Words of a text that are looked at; a longer one is no sentence."""
Places = NDArray[np.int32]
Spans = Sequence[tuple[int, int]]
"""Where an expression stands: beginnings and ends in a side's arrays."""


@dataclass(frozen=True)
class _Block:
    """A unit's words of meaning on both sides, and the sums of their links up to each."""

    rows: Ints
    columns: Ints
    sums: Reals
    """Shape (rows + 1, columns + 1)."""


class Links:
    """The links of words between two sides, in some units."""

    def __init__(self, source: Side, target: Side, units: Ints) -> None:
        """Link the words of the units, given in ascending order."""
        self._sides = source, target
        self._places = _content(source, units), _content(target, units)
        shapes = [(len(a), len(b)) for a, b in zip(*self._places, strict=True)]
        self._starts = dict(zip(units.tolist(), np.cumsum([0, *(a * b for a, b in shapes)])[:-1].tolist(), strict=True))
        self._rank = {unit: n for n, unit in enumerate(units.tolist())}
        self._strength = self._link()
        self._block = lru_cache(maxsize=1 << 14)(self._made_block)

    def cover(self, unit: int, source: Spans, target: Spans) -> float:
        """Return how well two expressions cover each other in a unit (0-1), where they do it best."""
        block = self._block(unit)
        return max((_cover(block, one, other) for one in source for other in target), default=0.0)

    def _made_block(self, unit: int) -> _Block:
        rows, columns = (places[self._rank[unit]] for places in self._places)
        start = self._starts[unit]
        links = self._strength[start : start + len(rows) * len(columns)].reshape(len(rows), len(columns))
        sums = np.zeros((len(rows) + 1, len(columns) + 1))
        sums[1:, 1:] = links.cumsum(0).cumsum(1)
        return _Block(rows, columns, sums)

    def _link(self) -> NDArray[np.float32]:
        """Return the strength (0-1) of each link of words, unit by unit."""
        if not self._starts or not any(len(a) and len(b) for a, b in zip(*self._places, strict=True)):
            return np.zeros(0, dtype=np.float32)
        rows = np.concatenate([np.repeat(a.astype(np.int32), len(b)) for a, b in zip(*self._places, strict=True)])
        columns = np.concatenate([np.tile(b.astype(np.int32), len(a)) for a, b in zip(*self._places, strict=True)])
        return _agreed(self._sides, rows, columns)


def _content(one: Side, units: Ints) -> list[Ints]:
    """Return for each unit the places of its words of meaning."""
    language = find(one.lang)
    function = function_words(language) - language.terms.first - language.terms.last
    light = np.array([*(word in function for word in one.words), True])
    places = np.flatnonzero(~light[one.ids])
    bounds = np.searchsorted(one.units[places], np.stack([units, units + 1]))
    return [places[start:end][:_LONGEST] for start, end in bounds.T.tolist()]


def _agreed(sides: tuple[Side, Side], rows: Places, columns: Places) -> NDArray[np.float32]:
    """Return the geometric mean of what both directions say of each pair of words."""
    source, target = sides
    codes, pairs = np.unique(source.ids[rows] * len(target.words) + target.ids[columns], return_inverse=True)
    pair = pairs.astype(np.int32)
    ends = (codes // len(target.words), codes % len(target.words))
    nearness = np.exp(-_MONOTONE * np.abs(_relative(source)[rows] - _relative(target)[columns])).astype(np.float32)
    tables = [np.ones(len(codes), dtype=np.float32) for _ in ends]
    strength: NDArray[np.float32] = nearness
    for turn in range(_ROUNDS + 1):
        nothing = _NOTHING if turn else 0.0
        one, other = (table[pair] * nearness for table in tables)
        strength = np.sqrt(_shared(one, columns, nothing) * _shared(other, rows, nothing)).astype(np.float32)
        found = np.bincount(pair, strength, len(codes))
        tables = [(found / (np.bincount(end, found)[end] + _RARE)).astype(np.float32) for end in ends]
    return strength


def _shared(weights: NDArray[np.float32], owner: Places, nothing: float) -> NDArray[np.float32]:
    """Return the weights as shares of all that their owner has."""
    return (weights / (np.bincount(owner, weights) + nothing)[owner]).astype(np.float32)


def _relative(one: Side) -> NDArray[np.float32]:
    """Return how far into its text each word stands (0-1)."""
    count = np.bincount(one.units)
    first = np.cumsum(count) - count
    return ((np.arange(len(one.ids)) - first[one.units]) / count[one.units]).astype(np.float32)


def _cover(block: _Block, one: tuple[int, int], other: tuple[int, int]) -> float:
    top, bottom = block.rows.searchsorted(one).tolist()
    left, right = block.columns.searchsorted(other).tolist()
    sums = block.sums
    inside = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
    linked = sums[bottom, -1] - sums[top, -1] + sums[-1, right] - sums[-1, left]
    whole = _LINKED * linked + (1 - _LINKED) * (bottom - top + right - left)
    return float(2 * inside / whole) if whole else 0.0


def spans(places: Ints, length: int, units: Ints, wanted: Ints) -> dict[int, list[tuple[int, int]]]:
    """Return for each of the wanted units where an n-gram stands in it, given where it begins, in order."""
    homes = units[places]
    bounds = np.stack([homes.searchsorted(wanted, "left"), homes.searchsorted(wanted, "right")], axis=1).tolist()
    return {
        unit: [(place, place + length) for place in places[start:end].tolist()]
        for unit, (start, end) in zip(wanted.tolist(), bounds, strict=True)
        if start < end
    }


def sample(items: Ints, most: int) -> Ints:
    """Return at most so many of the items, evenly spread."""
    if len(items) <= most:
        return items
    return items[np.linspace(0, len(items) - 1, most).astype(np.int64)]
