"""How well two runs of sentences match: what each says that the other says too, and their lengths.

A clue of one run is *covered* where the other run holds a clue that matches it. How much that says
follows from the document: a clue that is covered by most sentences of the other side says little,
one that is covered by this run alone says much. So a run's evidence is the sum of the log-likelihood
ratios of its clues, covered or not, under "the runs translate each other" against "they met by
chance".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tmkit.align.evidence import Evidence, Side, Table, runs
from tmkit.align.weights import Weights
from tmkit.lang.clues import Clue

_FLOOR, _CEILING = 0.003, 0.97
"""Between these a chance is kept, so that no clue decides all alone."""
_EDGE = 0.02
"""A true match covers a clue at least this much likelier than chance does."""
_CERTAIN = 0.985
"""No match is surer than this."""
_LEAST_BREADTH = 0.2
"""A run that covers nothing counts as covering this much of a usual sentence."""
_MEDIUM_LENGTH = 50.0
"""Characters of both sides together from which lengths get reliable."""


class Part(NamedTuple):
    """What one clue of a run adds to its evidence; `match` is the clue of the other run that covers it."""

    clue: Clue
    match: Clue | None
    worth: float


class Scorer:
    """Scores the runs of two sides, and keeps what several shapes of beads have in common."""

    def __init__(self, evidence: Evidence, ratio: float, weights: Weights) -> None:
        """Prepare; `ratio` is the usual length of the target over the source, as a logarithm."""
        self._evidence, self._ratio, self._weights = evidence, ratio, weights
        self._source = Half(evidence.source, evidence.links, weights)
        self._target = Half(evidence.target, evidence.links.T, weights)
        self._halves: tuple[dict[tuple[int, int], Table], dict[tuple[int, int], Table]] = {}, {}

    def score(self, a: int, b: int) -> Table:
        """Return what each bead of `a` and `b` sentences gains over leaving them unmatched.

        Shape (sources - a + 1, targets - b + 1).
        """
        weights = self._weights
        gain = weights.evidence * self.overlap(a, b) - self.length_cost(a, b)
        scores: Table = (gain - weights.null - weights.shape(a, b)).astype(np.float32)
        return scores

    def overlap(self, a: int, b: int) -> Table:
        """Return the evidence of the clues on both sides alone."""
        total: Table = self._forward(a, b) + self._backward(b, a).T
        return total

    def _forward(self, a: int, b: int) -> Table:
        if (a, b) not in self._halves[0]:
            self._halves[0][a, b] = self._source.evidence(a, self._target, b)
        return self._halves[0][a, b]

    def _backward(self, b: int, a: int) -> Table:
        if (b, a) not in self._halves[1]:
            self._halves[1][b, a] = self._target.evidence(b, self._source, a)
        return self._halves[1][b, a]

    def leaks(self, i: int, j: int) -> tuple[float, float]:
        """Return what either sentence of a pair shares with a neighbour of the other and not with the other.

        Of the neighbours before, and of those after. Much of it says that the two sentences and their
        neighbours say the same only together.
        """
        before, after = self._leak(i, j, -1), self._leak(i, j, 0)
        return self._weights.evidence * before, self._weights.evidence * after

    def _leak(self, i: int, j: int, step: int) -> float:
        shared = [0.0]
        if 0 <= j + step < self._target.size - 1:
            shared.append(float(self._forward(1, 2)[i, j + step] - self._forward(1, 1)[i, j]))
        if 0 <= i + step < self._source.size - 1:
            shared.append(float(self._backward(1, 2)[j, i + step] - self._backward(1, 1)[j, i]))
        return max(shared)

    def parts(self, source: Sequence[int], target: Sequence[int]) -> tuple[list[Part], list[Part]]:
        """Return what each clue of two runs adds, on either side: together the runs' `overlap`."""
        return (
            list(self._source.parts(source, self._target, target)),
            list(self._target.parts(target, self._source, source)),
        )

    def length_cost(self, a: int, b: int) -> Table:
        """Return what it costs that two runs differ in length more than translations do."""
        weights = self._weights
        source: Table = np.maximum(runs(self._evidence.source.lengths, a), 1.0)
        target: Table = np.maximum(runs(self._evidence.target.lengths, b), 1.0).T
        short = weights.length_short / np.sqrt((source + target) / _MEDIUM_LENGTH)
        deviation = (np.log(target / source) - self._ratio) / (weights.length_spread * (1 + short))
        cost: Table = weights.length * np.minimum(deviation**2, weights.length_limit) / 2
        return cost


class Half:
    """One side as the evidence needs it.

    Many forms match nothing on the other side; the tables that are multiplied hold only the others.
    """

    def __init__(self, side: Side, links: Table, weights: Weights) -> None:
        self._weights = weights
        self._linked: NDArray[np.bool_] = np.asarray((links > 0).any(1))
        self._links = np.ascontiguousarray(links[self._linked][:, (links > 0).any(0)])
        kinds = [weights.kinds[form.kind] for form in side.forms]
        self._covered = np.array([k.covered for k in kinds], np.float32)
        self._scale = np.array([k.scale for k in kinds], np.float32)
        self._unlinked = np.array([k.unlinked for k in kinds], np.float32)
        self._side, self._all_links = side, links
        self._present: dict[int, Table] = {}
        self._reach: dict[int, Table] = {}

    @property
    def size(self) -> int:
        """The number of sentences."""
        return len(self._side.lengths)

    def present(self, length: int) -> Table:
        """Return which forms each run of a length holds."""
        if length not in self._present:
            self._present[length] = np.minimum(runs(self._side.present, length), 1.0)
        return self._present[length]

    def reach(self, length: int) -> Table:
        """Return how far each run of a length covers each form of the other side that can be covered."""
        if length not in self._reach:
            self._reach[length] = np.minimum(self.present(length)[:, self._linked] @ self._links, 1.0)
        return self._reach[length]

    @cached_property
    def coverage(self) -> Table:
        """The share of this side's single sentences that cover each form of the other side."""
        guess = self._weights.chance * self._weights.chance_count
        share: Table = (self.reach(1).sum(0) + guess) / (self.size + self._weights.chance_count)
        return share

    def evidence(self, length: int, other: Half, other_length: int) -> Table:
        """Return the log-likelihood ratio of this side's runs against those of the other.

        A run that covers much covers more by chance: the chance grows with the run's breadth.
        """
        present, reached = self.present(length)[:, self._linked], other.reach(other_length)
        found, missing = self._worth(other)
        breadth: Table = np.asarray(self._weights.breadth * np.log(other.breadth(reached)), np.float32)
        gained: Table = (found - missing - self._scale[self._linked] * breadth[:, None]) * reached
        base: Table = present @ missing + self._lost(length, other)
        total: Table = (base[:, None] + present @ gained.T).astype(np.float32, copy=False)
        return total

    def parts(self, rows: Sequence[int], other: Half, columns: Sequence[int]) -> Iterator[Part]:
        """Give what each clue of a run adds to the evidence of the run against another."""
        row, column = rows[0], columns[0]
        reached = other.reach(len(columns))[column : column + 1]
        found, missing = self._worth(other)
        breadth = float(self._weights.breadth * np.log(other.breadth(reached))[0])
        gained = (found - missing - self._scale[self._linked] * breadth) * reached[0]
        there = other.present(len(columns))[column] > 0
        for place, form in enumerate(np.flatnonzero(self._linked).tolist()):
            if self.present(len(rows))[row, form]:
                links = self._all_links[form] * there
                match = other.form(int(links.argmax()), columns) if links.any() else None
                yield Part(self.form(form, rows), match, float(missing[place] + gained[place]))
        alone, lost = self._missing_alone(other)
        for place, form in enumerate(alone.tolist()):
            if self.present(len(rows))[row, form]:
                yield Part(self.form(form, rows), None, float(lost[place]))

    def form(self, number: int, rows: Sequence[int]) -> Clue:
        """Return a form of this side as a run words it."""
        return self._side.worded(self._side.forms[number], rows)

    def _worth(self, other: Half) -> tuple[Table, Table]:
        """Return what each form that has matches says where it is covered, and where it is not."""
        chance = np.clip(other.coverage, _FLOOR, _CEILING)
        match = self._match(chance, self._linked)
        scale = self._scale[self._linked]
        missing: Table = np.log((1 - match) / (1 - chance)) * scale * self._weights.against
        return np.log(match / chance) * scale, missing

    def _match(self, chance: Table, chosen: NDArray[np.bool_] | NDArray[np.intp]) -> Table:
        """Return the probability that the right run covers each form."""
        match: Table = np.minimum(np.maximum(self._covered[chosen], chance + _EDGE), _CERTAIN)
        return match

    def _lost(self, length: int, other: Half) -> Table:
        """Return what each run's forms without any match in the other document count against it."""
        alone, missing = self._missing_alone(other)
        lost: Table = self.present(length)[:, alone] @ missing
        return lost

    def _missing_alone(self, other: Half) -> tuple[NDArray[np.intp], Table]:
        """Return the forms without any match in the other document, and what each says."""
        weights = self._weights
        alone = np.flatnonzero(~self._linked)
        chance = weights.chance * weights.chance_count / (other.size + weights.chance_count)
        match = self._match(np.full(len(alone), chance, np.float32), alone)
        missing: Table = np.log((1 - match) / (1 - chance)) * (self._scale * self._unlinked)[alone] * weights.against
        return alone, missing

    def breadth(self, reached: Table) -> Table:
        """Return how many forms of the other side each run covers, relative to a usual sentence."""
        usual = max(float(self.reach(1).sum(1).mean()), 1.0) if self.size else 1.0
        wide: Table = (reached.sum(1) + _LEAST_BREADTH * usual) / ((1 + _LEAST_BREADTH) * usual)
        return wide
