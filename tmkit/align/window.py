"""A piece of two documents, small enough to compare every sentence with every other."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tmkit.align.base import SHAPES, Bead, Indices, Place, Shape
from tmkit.align.confidence import HALF_QUOTED, Chain, Sureness, is_closed
from tmkit.align.evidence import Side, Table, gather
from tmkit.align.moves import moved, swaps, unswapped
from tmkit.align.reasons import reasons
from tmkit.align.scoring import Scorer
from tmkit.align.search import best_path
from tmkit.align.similarity import Similarity
from tmkit.align.weights import Weights

_USUAL, _GUESS = 0.2, 8.0
"""Share of gaps with a sentence alone, before any is seen, and how many gaps that guess counts for."""
_SETTLED = 1e4
"""Gain of a bead that a person settled: more than any path without it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive sentences of one document: their texts, their clues and, with an encoder, their vectors."""

    texts: Sequence[str]
    side: Side
    vectors: Table | None


@dataclass(frozen=True, slots=True)
class Rulings:
    """What was decided before: beads that stand, and beads that must not come up again."""

    settled: Sequence[tuple[Indices, Indices]] = ()
    refused: Sequence[tuple[Indices, Indices]] = ()

    def mirrored(self) -> Rulings:
        """Return the rulings with source and target changed."""
        return Rulings([(b, a) for a, b in self.settled], [(b, a) for a, b in self.refused])

    def within(self, i: int, j: int, k: int, m: int) -> Rulings:
        """Return the rulings that speak of sources i to k-1 and targets j to m-1, counted from there."""
        if not self.settled and not self.refused:
            return self

        def local(bead: tuple[Indices, Indices]) -> tuple[Indices, Indices]:
            return tuple(x - i for x in bead[0] if i <= x < k), tuple(x - j for x in bead[1] if j <= x < m)

        whole = [bead for bead in self.refused if tuple(map(len, local(bead))) == tuple(map(len, bead))]
        # Of a settled bead that reaches out of the window, the sentences within are still not free.
        return Rulings([local(bead) for bead in self.settled], [local(bead) for bead in whole])


class Found(NamedTuple):
    """A bead, without its score, and what its own evidence says of it."""

    bead: Bead
    sureness: Sureness


class Window:
    """Two pieces with the gains of all beads between them, and the beads that were found."""

    def __init__(
        self, source: Piece, target: Piece, ratio: float, weights: Weights, rulings: Rulings, *, mirrored: bool = False
    ) -> None:
        """Score all; `ratio` is the usual length of the target over the source, as a logarithm.

        `mirrored`: what is source here is the target to those who asked.
        """
        self.source, self.target, self.weights, self._mirrored = source, target, weights, mirrored
        self._rulings = rulings
        self.evidence = gather(source.side, target.side)
        self.scorer = Scorer(self.evidence, ratio, weights)
        self.similar = self._similar()
        self.scores = {shape: self._score(*shape) for shape in SHAPES}
        self._rule()
        self._steps = 0.0, 0.0
        self.full, self.moved = self._chained()
        self._reconsider()
        self.moved += moved(self.scores, [*self.full, *self.moved], weights)
        self.chain = Chain(self.scores, self.full, self.moved, weights.trust, self.scorer.leaks, self.similar)

    def _chained(self) -> tuple[list[Place], list[Place]]:
        """Return the beads of the best chain, and those in it that change places."""
        crossing = swaps(self.scores, self.weights)
        path = best_path(self.scores, crossing, len(self.source.texts), len(self.target.texts))
        forward = [(i, j, shape) for i, j, shape, is_swap in path if not is_swap]
        swapped = [unswapped((i, j, shape), self.scores, self.weights) for i, j, shape, is_swap in path if is_swap]
        return forward, [place for two in swapped for place in two]

    def _reconsider(self) -> None:
        """Search again with what an unmatched sentence costs in documents as parallel as these."""
        sources, targets = alone(self.full, *self._unmatched())
        gaps = len(self.full) + 1
        steps = [self.weights.parallel * rarity(count, gaps) for count in (sources, targets)]
        if not self.full or not any(steps):
            return
        self._steps = steps[0], steps[1]
        self.scores = {shape: table + np.float32(self.step(*shape)) for shape, table in self.scores.items()}
        self.full, self.moved = self._chained()

    def _unmatched(self) -> tuple[set[int], set[int]]:
        """Return the sentences in no bead, apart from those that were never to be in one."""
        every = [*map(indices, (*self.full, *self.moved)), *self._rulings.settled]
        free = set(range(len(self.source.texts))), set(range(len(self.target.texts)))
        for source, target in every:
            free[0].difference_update(source)
            free[1].difference_update(target)
        return free

    def step(self, a: int, b: int) -> float:
        """Return what a bead of `a` and `b` sentences gains because these documents match more than usual."""
        return self._steps[0] * a + self._steps[1] * b

    def places(self) -> list[Place]:
        """Return the beads that were found, by their first source sentence."""
        return sorted((*self.full, *self.moved))

    def found(self, place: Place, *, worded: bool) -> Found:
        """Return a bead, with its reasons in words if wanted, and what its own evidence says of it."""
        source, target = indices(place)
        bead = Bead(source, target, 0.0, self._reasons(source, target) if worded else ())
        sureness = self.chain.sureness(place)
        halved = self._is_halved(source, 0) or self._is_halved(target, 1)
        return Found(bead, sureness._replace(whole=sureness.whole * HALF_QUOTED) if halved else sureness)

    def _reasons(self, source: Indices, target: Indices) -> tuple[str, ...]:
        text = " ".join(self.target.texts[j] for j in target)
        return tuple(self.equation(*pair) for pair in reasons(self.evidence, source, target, text))

    def _similar(self) -> dict[Shape, Table]:
        """Return what the vectors say of every bead; nothing where there are none."""
        source, target, weights = self.source, self.target, self.weights.vectors
        if source.vectors is None or target.vectors is None or weights is None:
            return {}
        similarity = Similarity(source.vectors, target.vectors, (source.side.lengths, target.side.lengths), weights)
        return {shape: similarity.gain(*shape) for shape in SHAPES}

    def _score(self, a: int, b: int) -> Table:
        score = self.scorer.score(a, b)
        return score + self.similar[a, b] if self.similar else score

    def _rule(self) -> None:
        """Let no bead break into one that stands, nor a refused one come up."""
        for refused in self._rulings.refused:
            if place := _place(*refused):
                self._put(place, -np.inf)
        for source, target in self._rulings.settled:
            for shape, table in self.scores.items():
                table[_touching(source, shape[0], table.shape[0]), :] = -np.inf
                table[:, _touching(target, shape[1], table.shape[1])] = -np.inf
        for settled in self._rulings.settled:
            if place := _place(*settled):
                self._put(place, _SETTLED)

    def _put(self, place: Place, value: float) -> None:
        i, j, shape = place
        table = self.scores.get(shape)
        if table is not None and i < table.shape[0] and j < table.shape[1]:
            table[i, j] = value

    def equation(self, one: str, other: str) -> str:
        """Return what two sides say alike: `14/4 = 14 avril`, or one word where both have the same."""
        first, second = (other, one) if self._mirrored else (one, other)
        return first if first == second else f"{first} = {second}"

    def _is_halved(self, side: Indices, number: int) -> bool:
        """Say whether a side and an unmatched sentence beside it each lack the other half of a quotation."""
        texts = (self.source, self.target)[number].texts
        if is_closed([texts[n] for n in side]):
            return False
        free = (self.chain.null_sources, self.chain.null_targets)[number]
        return any(n in free and not is_closed([texts[n]]) for n in (side[0] - 1, side[-1] + 1))


def alone(full: Sequence[Place], sources: Collection[int], targets: Collection[int]) -> tuple[int, int]:
    """Return how many of the gaps between beads hold unmatched sources alone, and how many targets alone.

    `sources` and `targets` are the unmatched sentences that count. Gaps with both say little: there may
    be a bead that wasn't found.

    >>> alone([(0, 0, (1, 1)), (2, 1, (1, 1))], [1], [2, 3])
    (1, 1)
    """
    starts = [i for i, _, _ in full], [j for _, j, _ in full]
    gaps = [{bisect_right(starts[side], n) for n in free} for side, free in enumerate((sources, targets))]
    return len(gaps[0] - gaps[1]), len(gaps[1] - gaps[0])


def rarity(count: int, gaps: int) -> float:
    """Return the logarithm of how much rarer than usual a sentence without counterpart is.

    >>> round(rarity(0, 20), 2), round(rarity(4, 20), 2), round(rarity(12, 20), 2)
    (1.25, 0.0, -0.89)
    """
    return math.log(_USUAL * (gaps + _GUESS) / (count + _GUESS * _USUAL))


def indices(place: Place) -> tuple[Indices, Indices]:
    """Return the sentences of both sides of a place.

    >>> indices((3, 5, (1, 2)))
    ((3,), (5, 6))
    """
    i, j, (a, b) = place
    return tuple(range(i, i + a)), tuple(range(j, j + b))


def _place(source: Indices, target: Indices) -> Place | None:
    """Return the place of a bead whose sentences follow each other, None for any other."""
    if not source or not target:
        return None
    place = source[0], target[0], (len(source), len(target))
    return place if indices(place) == (source, target) else None


def _touching(sentences: Sequence[int], length: int, limit: int) -> list[int]:
    """Return the runs of a length that hold one of the sentences."""
    return [i for i in _starts(sentences, length) if 0 <= i < limit]


def _starts(sentences: Sequence[int], length: int) -> Iterator[int]:
    for sentence in sentences:
        yield from range(sentence - length + 1, sentence + 1)
