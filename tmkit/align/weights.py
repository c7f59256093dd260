"""The numbers of the aligner: one set for all languages and all kinds of text.

Tuned by `benchmarks/tune.py` on news with 5 and 20 % of the sentences missing, comparable stories, talks
and our own samples; `benchmarks/RESULTS.md` holds the figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tmkit.align.base import Shape
from tmkit.lang.clues import FUNCTION, NAME, NUMBER, WORD


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
class VectorWeights:
    """What the similarity of sentence vectors says."""

    scale: float
    least: float
    """The similarity that speaks neither for nor against a bead."""
    limit: float
    """No similarity says more than this for a bead."""
    against: float
    """No similarity says more than this against one."""
    few: float
    """With this many sentences on a side vectors say half as much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """How a bead's gain becomes the probability that it is right (`confidence.py`); logarithms of odds.

    A maximum-likelihood fit over the beads found in the same data.
    """

    base: float
    gain: float
    """For each time that the gain is e times as much."""
    weak: float
    strong: float
    """For each step by which the documents have more in common than usual: beads that gain little, and much."""
    vectors: float = 0.0
    """For each five steps that sentence vectors give."""
    too_many: tuple[float, float]
    """Offset and slope over the gain by which the bead is ahead of it without a sentence."""
    too_few: tuple[float, float]
    """The same for it with an unmatched neighbour more."""
    straddle: tuple[float, float]
    """The same for it and its neighbour as one bead."""
    leak: tuple[float, float]
    """Offset and slope over what its sentences share with its neighbours', where documents join sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """All that scoring a bead needs to know."""

    kinds: Mapping[str, KindWeights]
    chance: float
    """Share of sentences that match a clue by chance, before any sentence is seen."""
    chance_count: float
    """How many sentences that guess counts for."""
    breadth: float
    """How the chance grows with what a run covers: 0 not at all, 1 in proportion."""
    evidence: float
    against: float
    """How much a missing match counts against a bead, relative to a match."""
    length: float
    length_spread: float
    """Standard deviation of the logarithm of the length ratio of long sentences."""
    length_short: float
    """How much wider it is for short ones."""
    length_limit: float
    """The squared deviation beyond which lengths say no more."""
    null: float
    """What a bead must gain to be better than leaving its sentences unmatched."""
    joined: float
    """What each further sentence in a bead costs."""
    shapes: Mapping[Shape, float]
    """What a bead of a shape costs, the smaller side first."""
    parallel: float
    """How far what an unmatched sentence costs follows the share of them in the documents."""
    swap: float
    """What it costs that two neighbouring beads change places."""
    swap_gain: float
    """What each of them must gain by itself."""
    moved_gain: float
    """What a bead that crosses others must gain."""
    moved_lead: float
    """By how much it must be ahead of every rival."""
    vectors: VectorWeights | None = None
    """None where there are none."""
    trust: Trust

    def shape(self, a: int, b: int) -> float:
        """Return what a bead of `a` and `b` sentences costs for its shape alone."""
        return self.shapes[min(a, b), max(a, b)] + self.joined * (a + b - 2)


DEFAULT = Weights(
    kinds={
        NUMBER: KindWeights(covered=0.859, scale=5.3, unlinked=1.0),
        NAME: KindWeights(covered=0.626, scale=0.269, unlinked=0.36),
        WORD: KindWeights(covered=0.72, scale=2.02, unlinked=0.0749),
        FUNCTION: KindWeights(covered=0.779, scale=1.3, unlinked=0.2),
    },
    chance=0.0491,
    chance_count=7.53,
    breadth=0.5,
    evidence=0.8,
    against=0.36,
    length=1.68,
    length_spread=0.158,
    length_short=0.303,
    length_limit=12.0,
    null=0.441,
    joined=0.507,
    parallel=2.0,
    swap=12.5,
    swap_gain=4.0,
    moved_gain=15.6,
    moved_lead=6.0,
    shapes={(1, 1): 0.0, (1, 2): 6.7, (1, 3): 11.2, (2, 2): 17.7, (1, 4): 16.0, (2, 3): 26.0},
    trust=Trust(
        base=3.33,
        gain=1.35,
        weak=2.47,
        strong=1.61,
        too_many=(-0.172, 0.237),
        too_few=(0.372, 0.409),
        straddle=(1.48, 0.301),
        leak=(4.48, 0.255),
    ),
)
"""Without sentence vectors."""

WITH_VECTORS = Weights(
    kinds={
        NUMBER: KindWeights(covered=0.84, scale=4.08, unlinked=0.98),
        NAME: KindWeights(covered=0.514, scale=0.269, unlinked=0.36),
        WORD: KindWeights(covered=0.72, scale=2.02, unlinked=0.048),
        FUNCTION: KindWeights(covered=0.641, scale=1.3, unlinked=0.2),
    },
    chance=0.0378,
    chance_count=12.0,
    breadth=0.5,
    evidence=0.7,
    against=0.36,
    length=1.68,
    length_spread=0.158,
    length_short=0.363,
    length_limit=12.0,
    null=0.573,
    joined=0.39,
    parallel=2.21,
    swap=8.0,
    swap_gain=4.0,
    moved_gain=12.0,
    moved_lead=6.0,
    shapes={(1, 1): 0.0, (1, 2): 6.7, (1, 3): 11.2, (2, 2): 20.8, (1, 4): 16.0, (2, 3): 33.8},
    vectors=VectorWeights(scale=52.2, least=0.09, limit=20.0, against=4.4, few=3.0),
    trust=Trust(
        base=2.71,
        gain=0.438,
        weak=2.98,
        strong=1.56,
        vectors=1.61,
        too_many=(0.099, 0.342),
        too_few=(0.403, 0.424),
        straddle=(-0.673, 0.289),
        leak=(4.67, 0.265),
    ),
)

VECTORS_ALONE = replace(
    WITH_VECTORS,
    vectors=VectorWeights(scale=110.0, least=0.06, limit=40.0, against=6.0, few=3.0),
    trust=replace(WITH_VECTORS.trust, vectors=0.8),
)
"""For languages that no lexicon joins."""
