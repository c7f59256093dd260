"""The numbers of the aligner: one set for all languages and all kinds of text.

Tuned on news with 5 and 20 % of the sentences missing and on our own samples; `benchmarks/align.py`
measures them and `benchmarks/RESULTS.md` holds the figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tmkit.lang.clues import FUNCTION, NAME, NUMBER, WORD

Shape = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWeights:
    """What a class of clues says."""

    covered: float
    """Probability that a clue has its match in the sentence that translates its own."""
    scale: float
    """How much the class counts, since its clues depend on each other."""
    unlinked: float
    """Share of its weight that a clue without any match in the other document keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """All that scoring a bead needs to know."""

    kinds: Mapping[str, KindWeights] = field(
        default_factory=lambda: {
            NUMBER: KindWeights(covered=0.812, scale=4.077, unlinked=0.98),
            NAME: KindWeights(covered=0.626, scale=0.269, unlinked=0.36),
            WORD: KindWeights(covered=0.72, scale=2.025, unlinked=0.048),
            FUNCTION: KindWeights(covered=0.706, scale=1.3, unlinked=0.2),
        }
    )
    chance: float = 0.0315
    """Share of sentences that match a clue by chance, before any sentence is seen."""
    chance_count: float = 10.0352
    """How many sentences that guess counts for."""
    breadth: float = 0.5
    """How the chance grows with what a run covers: 0 not at all, 1 in proportion."""
    evidence: float = 0.8
    against: float = 0.36
    """How much a missing match counts against a bead, relative to a match."""
    length: float = 2.24
    length_spread: float = 0.1575
    """Standard deviation of the logarithm of the length ratio of long sentences."""
    length_short: float = 0.233
    """How much wider it is for short ones."""
    length_limit: float = 12.0
    """The squared deviation beyond which lengths say no more."""
    null: float = 0.441
    """What a bead must gain to be better than leaving its sentences unmatched."""
    joined: float = 0.39
    """What each further sentence in a bead costs."""
    shapes: Mapping[Shape, float] = field(
        default_factory=lambda: {(1, 1): 0.0, (1, 2): 6.7, (1, 3): 11.2, (2, 2): 20.8}
    )
    """What a bead of a shape costs, the smaller side first."""

    def shape(self, a: int, b: int) -> float:
        """Return what a bead of `a` and `b` sentences costs for its shape alone."""
        return self.shapes[min(a, b), max(a, b)] + self.joined * (a + b - 2)


DEFAULT = Weights()
