"""What an alignment is: beads, each a few sentences of either side that say the same."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

SHAPES: tuple[tuple[int, int], ...] = (
    (1, 1),
    (1, 2),
    (2, 1),
    (1, 3),
    (3, 1),
    (2, 2),
    (1, 4),
    (4, 1),
    (2, 3),
    (3, 2),
)
"""How many sentences of each side a bead may join, nulls aside."""

Indices = tuple[int, ...]
Shape = tuple[int, int]
Place = tuple[int, int, Shape]
"""First source, first target, and the shape of a bead in a table of gains."""
CONFIRMED = "confirmed by a reviewer"
"""The evidence of a bead that a person settled."""


class Bead(msgspec.Struct, frozen=True):
    """Sentences that translate each other, as 0-based indices; an empty side is a null bead.

    `score` is the probability that the bead is right, between 0 and 1; a null bead has 0, and exactly
    1 only what a reviewer confirmed. `evidence` says in words what the two sides share.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float = 0.0
    evidence: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The bead's shape, such as `1-2`."""
        return f"{len(self.source)}-{len(self.target)}"


class Alignment(msgspec.Struct, frozen=True, kw_only=True):
    """The beads of two lists of sentences: every index in exactly one bead, in order."""

    source_lang: str
    target_lang: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    beads: tuple[Bead, ...]

    def texts(self, bead: Bead) -> tuple[str, str]:
        """Return the two sides of a bead, sentences joined by a blank."""
        return _join(self.source, bead.source), _join(self.target, bead.target)


def _join(sentences: Sequence[str], indices: Sequence[int]) -> str:
    return " ".join(sentences[i] for i in indices)
