"""Why two runs of sentences match: what each says that the other says too, and their lengths.

Every sentence is a bag of clues (`tmkit.lang.clues`). A clue of one run is *covered* where the other
run holds a clue with a key in common. How much that says follows from the document: a clue that is
covered by most sentences of the other side says little, one that is covered by this run alone says
much. So a run's evidence is the sum of the log-likelihood ratios of its clues, covered or not, under
"the runs translate each other" against "they met by chance".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tmkit.align.weights import Weights
from tmkit.lang.clues import Clue, Keys

Table = NDArray[np.float32]

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


@dataclass(frozen=True, slots=True)
class Side:
    """The clues of one side: a row a sentence, a column a form, 1 where the sentence holds it."""

    forms: tuple[Clue, ...]
    present: Table
    lengths: Table
    """Characters of each sentence, as a column."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Two sides and which of their forms match: `links[s, t]` is the strength, 0 to 1."""

    source: Side
    target: Side
    links: Table


def side(clues: Sequence[Sequence[Clue]], texts: Sequence[str]) -> Side:
    """Return the table of the sentences' clues."""
    columns: dict[tuple[str, str], int] = {}
    forms: list[Clue] = []
    cells: list[tuple[int, int]] = []
    for row, sentence in enumerate(clues):
        for clue in sentence:
            column = columns.setdefault((clue.kind, clue.form), len(columns))
            if column == len(forms):
                forms.append(clue)
            cells.append((row, column))
    present = np.zeros((len(clues), len(forms)), np.float32)
    if cells:
        rows, cols = zip(*cells, strict=True)
        present[rows, cols] = 1.0
    return Side(tuple(forms), present, np.array([[len(t)] for t in texts], np.float32).reshape(-1, 1))


def gather(source: Side, target: Side) -> Evidence:
    """Return what links the two sides."""
    return Evidence(source, target, _links([c.keys for c in source.forms], [c.keys for c in target.forms]))


def _links(source: Sequence[Keys], target: Sequence[Keys]) -> Table:
    links = np.zeros((len(source), len(target)), np.float32)
    holders: dict[str, list[tuple[int, float]]] = {}
    for column, keys in enumerate(target):
        for key, strength in keys.items():
            holders.setdefault(key, []).append((column, strength))
    for row, keys in enumerate(source):
        for key, strength in keys.items():
            for column, other in holders.get(key, ()):
                links[row, column] = max(links[row, column], strength * other)
    return links


def runs(table: Table, length: int) -> Table:
    """Return the sums of `length` rows from each row on.

    >>> runs(np.array([[1.0], [2.0], [4.0]], np.float32), 2).ravel().tolist()
    [3.0, 6.0]
    """
    rows = max(table.shape[0] - length + 1, 0)
    total: Table = table[:rows].copy()
    for offset in range(1, length):
        total += table[offset : offset + rows]
    return total


class Scorer:
    """Scores the runs of two sides, and keeps what several shapes of beads have in common."""

    def __init__(self, evidence: Evidence, ratio: float, weights: Weights) -> None:
        """Prepare; `ratio` is the usual length of the target over the source, as a logarithm."""
        self._evidence, self._ratio, self._weights = evidence, ratio, weights
        self._source = _Half(evidence.source, evidence.links, weights)
        self._target = _Half(evidence.target, evidence.links.T, weights)

    def score(self, a: int, b: int) -> Table:
        """Return what each bead of `a` and `b` sentences gains over leaving them unmatched.

        Shape (sources - a + 1, targets - b + 1).
        """
        weights = self._weights
        gain = weights.evidence * self.overlap(a, b) - self._length_cost(a, b)
        scores: Table = (gain - weights.null - weights.shape(a, b)).astype(np.float32)
        return scores

    def overlap(self, a: int, b: int) -> Table:
        """Return the evidence of the clues on both sides alone."""
        forward = self._source.evidence(a, self._target, b)
        backward = self._target.evidence(b, self._source, a)
        total: Table = forward + backward.T
        return total

    def _length_cost(self, a: int, b: int) -> Table:
        weights = self._weights
        source: Table = np.maximum(runs(self._evidence.source.lengths, a), 1.0)
        target: Table = np.maximum(runs(self._evidence.target.lengths, b), 1.0).T
        short = weights.length_short / np.sqrt((source + target) / _MEDIUM_LENGTH)
        deviation = (np.log(target / source) - self._ratio) / (weights.length_spread * (1 + short))
        cost: Table = weights.length * np.minimum(deviation**2, weights.length_limit) / 2
        return cost


class _Half:
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
        self._side = side
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

    def evidence(self, length: int, other: _Half, other_length: int) -> Table:
        """Return the log-likelihood ratio of this side's runs against those of the other.

        A run that covers much covers more by chance: the chance grows with the run's breadth.
        """
        present, reached = self.present(length)[:, self._linked], other.reach(other_length)
        chance = np.clip(other.coverage, _FLOOR, _CEILING)
        scale = self._scale[self._linked]
        match = self._match(chance, self._linked)
        found = np.log(match / chance) * scale
        missing = np.log((1 - match) / (1 - chance)) * scale * self._weights.against
        breadth = self._weights.breadth * np.log(other.breadth(reached))
        base = present @ missing + self._lost(length, other)
        covered = present @ (scale * reached).T
        total: Table = base[:, None] + present @ ((found - missing) * reached).T - covered * breadth
        return total

    def _match(self, chance: Table, chosen: NDArray[np.bool_]) -> Table:
        """Return the probability that the right run covers each form."""
        match: Table = np.minimum(np.maximum(self._covered[chosen], chance + _EDGE), _CERTAIN)
        return match

    def _lost(self, length: int, other: _Half) -> Table:
        """Return what each run's forms without any match in the other document count against it."""
        weights = self._weights
        alone: NDArray[np.bool_] = np.logical_not(self._linked)
        chance = weights.chance * weights.chance_count / (other.size + weights.chance_count)
        match = self._match(np.full(int(alone.sum()), chance, np.float32), alone)
        missing = np.log((1 - match) / (1 - chance)) * (self._scale * self._unlinked)[alone] * weights.against
        lost: Table = self.present(length)[:, alone] @ missing
        return lost

    def breadth(self, reached: Table) -> Table:
        """Return how many forms of the other side each run covers, relative to a usual sentence."""
        usual = max(float(self.reach(1).sum(1).mean()), 1.0) if self.size else 1.0
        wide: Table = (reached.sum(1) + _LEAST_BREADTH * usual) / ((1 + _LEAST_BREADTH) * usual)
        return wide


def shared(evidence: Evidence, source: Sequence[int], target: Sequence[int], most: int = 6) -> tuple[str, ...]:
    """Return what two runs have in common, in words, the rarest first: `14/4 = 14 avril`."""
    here = np.flatnonzero(evidence.source.present[list(source)].any(0))
    there = np.flatnonzero(evidence.target.present[list(target)].any(0))
    rarity = 1 / np.multiply.outer(evidence.source.present[:, here].sum(0), evidence.target.present[:, there].sum(0))
    strength = evidence.links[np.ix_(here, there)] * rarity
    found: dict[str, float] = {}
    for s, t in zip(*np.nonzero(strength), strict=True):
        one, other = evidence.source.forms[here[s]].text, evidence.target.forms[there[t]].text
        text = one if one == other else f"{one} = {other}"
        found[text] = max(float(strength[s, t]), found.get(text, 0.0))
    ranked = sorted(found, key=lambda text: (-found[text], -len(text), text))
    chosen: dict[str, frozenset[str]] = {}
    for text in ranked:
        words = frozenset(text.split())
        # "Bình = Binh" says nothing after "Quảng Bình = Quang Binh".
        if len(chosen) < most and not any(words <= said for said in chosen.values()):
            chosen[text] = words
    return tuple(chosen)
