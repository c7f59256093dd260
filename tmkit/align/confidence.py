"""How sure a bead is: what speaks for it and against it, turned into the probability that it is right.

A bead may be wrong in four ways, each with a probability of its own: its sentences belong elsewhere;
it holds a sentence too many; it lacks an unmatched neighbour; or its two sentences and the two beside
them say the same together but not one by one. The first depends on what both documents have in
common: a weak bead is right in a translation, and by chance in another newsroom's report. The numbers
are in `weights.py`, and `benchmarks/RESULTS.md` has the reliability table.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tmkit.align.base import Bead, Place, Shape
from tmkit.align.evidence import Table
from tmkit.align.weights import Trust

HALF_QUOTED = 0.5
"""How sure a bead stays that holds half a quotation whose other half stands unmatched beside it."""
_SUREST = 0.9999
"""What no bead exceeds: 1 is for what a person confirmed."""
_RELATED = 0.3
"""Two versions of a story share at least this much of their sentences."""
_HALVES = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))

_ACROSS = 0.7
"""How much what a sentence shares with its neighbour's counterpart speaks for the two beads being one."""
_PULL = 15.0
"""Gain at which what the documents have in common matters a third as much as for the weakest bead."""
_USUAL = 1.5
"""Logarithm of the odds that a sentence has a counterpart, in documents that have as much in common as usual."""
_TIGHT = 0.05
"""Up to this share of beads that join sentences documents are translated sentence by sentence."""


class Documents(NamedTuple):
    """What two documents tell of all their beads."""

    related: float = 0.0
    """How much more they have in common than usual, as a logarithm of odds."""
    loose: float = 0.0
    """How far they join and part sentences, from 0 (sentence by sentence) to 1."""


class Sureness(NamedTuple):
    """What a bead's own evidence says of it, to be completed by what its documents tell."""

    odds: float
    """Logarithm of the odds that its sentences belong together."""
    pull: float
    """How much it matters what the documents have in common."""
    whole: float
    """Probability that no sentence is too many or too few."""
    leak: float
    """What its sentences share with the neighbours of each other."""
    trust: Trust

    def probability(self, documents: Documents) -> float:
        """Return the probability (0-1) that the bead is right."""
        sure = _logistic(self.odds + self.pull * documents.related) * self.whole
        if leak := self.leak * documents.loose:
            offset, slope = self.trust.leak
            sure *= _logistic(offset - slope * leak)
        return min(sure, _SUREST)


def documents(beads: Sequence[Bead], sentences: int) -> Documents:
    """Return what the beads of two documents tell, given how many sentences both have together."""
    share = min(_matched(beads) / sentences, 1.0) if sentences else 0.0
    joined = sum(len(bead.source) + len(bead.target) > 2 for bead in beads)
    loose = ((joined + 1) / (len(beads) + 8) - _TIGHT) / _TIGHT
    return Documents(math.log((share + 0.02) / (1.02 - share)) - _USUAL, max(0.0, min(1.0, loose)))


class Chain:
    """The beads that were found in a table of gains."""

    def __init__(
        self,
        scores: Mapping[Shape, Table],
        full: Sequence[Place],
        moved: Sequence[Place],
        trust: Trust,
        leaks: Callable[[int, int], tuple[float, float]],
        similar: Mapping[Shape, Table],
    ) -> None:
        """Keep the beads of the forward chain and those that cross it, what a pair leaks and what vectors say."""
        self.scores, self.trust, self.leaks, self.similar = scores, trust, leaks, similar
        rows, columns = scores[1, 1].shape
        every = (*full, *moved)
        self.null_sources = set(range(rows)) - {k for i, _, (a, _) in every for k in range(i, i + a)}
        self.null_targets = set(range(columns)) - {k for _, j, (_, b) in every for k in range(j, j + b)}
        self.single = {(i, j) for i, j, shape in full if shape == (1, 1)}

    def sureness(self, place: Place) -> Sureness:
        """Return what a bead's own evidence says of it."""
        gain, trust = max(self.gain(*place) or 0.0, 0.0), self.trust
        odds = trust.base + trust.gain * (math.log1p(gain) - 3) + trust.vectors * self._vectors(place) / 5
        low = math.exp(-gain / _PULL)
        leak = self._leak(*place[:2]) if place[2] == (1, 1) else 0.0
        return Sureness(odds, trust.weak * low + trust.strong * (1 - low), self._whole(place, gain), leak, trust)

    def _vectors(self, place: Place) -> float:
        """Return what the vectors say of a bead; 0 where there are none."""
        i, j, shape = place
        return float(self.similar[shape][i, j]) if self.similar else 0.0

    def _leak(self, i: int, j: int) -> float:
        """Return the most that a pair shares with its neighbours, or the pairs beside it with its sentences."""
        shared = [*self.leaks(i, j)]
        if (i - 1, j - 1) in self.single:
            shared.append(self.leaks(i - 1, j - 1)[1])
        if (i + 1, j + 1) in self.single:
            shared.append(self.leaks(i + 1, j + 1)[0])
        return max(shared)

    def _whole(self, place: Place, gain: float) -> float:
        """Return the probability that a bead has no sentence too many or too few, and none of its neighbour."""
        trust, sure = self.trust, 1.0
        for readings, (offset, slope) in (
            (self._smaller(place), trust.too_many),
            (self._larger(place), trust.too_few),
        ):
            others = [other for other in readings if other is not None]
            if others:
                sure *= _logistic(offset + slope * (gain - max(*others, 0.0)))
        for ahead in self._straddles(place):
            sure *= _logistic(trust.straddle[0] + trust.straddle[1] * ahead)
        return sure

    def gain(self, i: int, j: int, shape: Shape) -> float | None:
        """Return a bead's gain, None where there is no such bead."""
        table = self.scores.get(shape)
        if table is None or not (0 <= i < table.shape[0] and 0 <= j < table.shape[1]):
            return None
        return float(table[i, j])

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


def kinship(beads: Sequence[Bead], sentences: int) -> float:
    """Return what becomes of the probability (0-1) of beads between documents that have next to nothing in common.

    Two texts that tell different stories also have sentences that look alike.
    """
    return min(1.0, _matched(beads) / (_RELATED * sentences)) if sentences else 1.0


def _matched(beads: Sequence[Bead]) -> int:
    return sum(len(bead.source) + len(bead.target) for bead in beads if bead.source and bead.target)


def is_closed(texts: Sequence[str]) -> bool:
    """Say whether every quotation mark and bracket of some sentences has its other half.

    >>> is_closed(["“Tốt.", "Rất tốt.”"]), is_closed(["Rất tốt.”"])
    (True, False)
    """
    text = " ".join(texts)
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in _HALVES)


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))
