"""Why one bead, in figures: what spoke for it and against it, and what would have been second best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tmkit.align.aligner import Aligner, KeptOut, Pairs, Step
from tmkit.align.base import SHAPES, Bead, Indices, Place
from tmkit.align.scoring import Part
from tmkit.align.window import Window, indices

_RIVALS = 3
_NEAR = 5
"""How many places a shape and sentence are looked at, those that gain most."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that spoke for a reading (above 0) or against it (below), in natural logarithms of odds."""

    text: str
    worth: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A bead that was found, or could have been."""

    source: Indices
    target: Indices
    gain: float
    """Sum of the reasons: what is better than leaving the sentences unmatched is above 0."""
    lost: float = 0.0
    """What other beads gain that this reading would break up."""
    least: float = 0.0
    """What it must gain to be taken: more than 0 where it crosses beads that were found."""
    score: float = 0.0
    """The probability (0-1) that the bead is right; 0 for one that was not found."""
    reasons: tuple[Reason, ...]
    """What weighs most first."""

    @property
    def net(self) -> float:
        """What the reading gains over the beads that it would break up."""
        return self.gain - self.lost


@dataclass(frozen=True, slots=True)
class Explanation:
    """A bead, and the best beads that would have used one of its sentences, by what they gain in all."""

    reading: Reading | None
    """None for a null bead: nothing was found for its sentence."""
    rivals: tuple[Reading, ...]


def explain(
    aligner: Aligner,
    source: Sequence[str],
    target: Sequence[str],
    bead: Bead,
    *,
    settled: Pairs = (),
    refused: Pairs = (),
    kept_out: KeptOut = ((), ()),
) -> Explanation:
    """Return why a bead of two lists of sentences was found, or why a sentence stayed without counterpart.

    `settled`, `refused` and `kept_out` are what the alignment was given. A bead that a reviewer settled has no
    reasons of its own; its rivals are what the texts speak for.
    """
    is_settled = (bead.source, bead.target) in set(settled)
    settled = () if is_settled else settled
    steps = aligner.steps(source, target, settled=settled, refused=refused, kept_out=kept_out)
    for step in steps:
        local = _local(step, bead)
        if local and (is_settled or not all(local) or _is_settling(step, bead)):
            explanation = _Explainer(step, bead.score).explanation(*local, found=all(local) and not is_settled)
            same = bead.source, bead.target
            rivals = tuple(rival for rival in explanation.rivals if (rival.source, rival.target) != same)
            return Explanation(explanation.reading, rivals)
    return Explanation(None, ())


def _is_settling(step: Step, bead: Bead) -> bool:
    return (bead.source, bead.target) in {(found.source, found.target) for found, _ in step.found}


def _local(step: Step, bead: Bead) -> tuple[Indices, Indices] | None:
    """Return a bead as its window counts, None where it lies outside."""
    first, second = (bead.target, bead.source) if step.is_mirrored else (bead.source, bead.target)
    i, j = step.first
    local = tuple(k - i for k in first), tuple(k - j for k in second)
    sizes = len(step.window.source.texts), len(step.window.target.texts)
    inside = all(0 <= k < size for side, size in zip(local, sizes, strict=True) for k in side)
    return local if inside else None


class _Explainer:
    def __init__(self, step: Step, score: float) -> None:
        self.step, self.window, self.score = step, step.window, score
        self.found = {*step.window.full, *step.window.moved}

    def explanation(self, source: Indices, target: Indices, *, found: bool) -> Explanation:
        """Return why the window found the bead of some sentences, or what it has for them."""
        place = (source[0], target[0], (len(source), len(target))) if found else None
        rivals = {other: self.lost(other, place) for other in self._rivals(source, target, found=found)}
        best = sorted(rivals, key=lambda other: (rivals[other] - self.gain(other), other))[:_RIVALS]
        return Explanation(
            self.reading(place, score=self.score) if place else None,
            tuple(self.reading(other, lost=rivals[other]) for other in best),
        )

    def gain(self, place: Place) -> float:
        """Return what a bead gains over leaving its sentences unmatched."""
        i, j, shape = place
        return float(self.window.scores[shape][i, j])

    def lost(self, place: Place, found: Place | None) -> float:
        """Return what the beads gain, but for one, that share a sentence with a place."""
        mine = [set(side) for side in indices(place)]
        broken = (
            other for other in self.found - {found} if any(mine[n] & set(side) for n, side in enumerate(indices(other)))
        )
        return sum(self.gain(other) for other in broken if other is not None)

    def reading(self, place: Place, *, lost: float = 0.0, score: float = 0.0) -> Reading:
        """Return a bead with its reasons."""
        source, target = indices(place)
        i, j = self.step.first
        here, there = tuple(k + i for k in source), tuple(k + j for k in target)
        if self.step.is_mirrored:
            here, there = there, here
        reasons = sorted(_reasons(self.window, place, mirrored=self.step.is_mirrored), key=lambda r: -abs(r.worth))
        least = self.window.weights.moved_gain if self._crosses(place) else 0.0
        return Reading(
            source=here,
            target=there,
            gain=self.gain(place),
            lost=lost,
            least=least,
            score=score,
            reasons=tuple(reasons),
        )

    def _crosses(self, place: Place) -> bool:
        """Say whether a bead has another before it on one side and after it on the other."""
        i, j, _ = place
        return any((i < k) != (j < m) and i != k and j != m for k, m, _ in self.window.full)

    def _rivals(self, source: Indices, target: Indices, *, found: bool) -> Iterator[Place]:
        """Give the best beads of each shape that use one of the sentences."""
        for shape in SHAPES:
            table = self.window.scores[shape]
            for i, j in _nearby(table, shape, source, target):
                if (not found or indices((i, j, shape)) != (source, target)) and np.isfinite(table[i, j]):
                    yield i, j, shape


def _nearby(table: np.ndarray, shape: tuple[int, int], source: Indices, target: Indices) -> Iterator[tuple[int, int]]:
    rows = {i for k in source for i in range(k - shape[0] + 1, k + 1) if 0 <= i < table.shape[0]}
    columns = {j for k in target for j in range(k - shape[1] + 1, k + 1) if 0 <= j < table.shape[1]}
    for i in sorted(rows):
        yield from ((i, int(j)) for j in np.argsort(-table[i], kind="stable")[:_NEAR])
    for j in sorted(columns):
        yield from ((int(i), j) for i in np.argsort(-table[:, j], kind="stable")[:_NEAR] if i not in rows)


def _reasons(window: Window, place: Place, *, mirrored: bool) -> Iterator[Reason]:
    """Give what makes up a bead's gain; together they are the gain."""
    source, target = indices(place)
    i, j, (a, b) = place
    weights = window.weights
    yield from _clues(window, source, target, weights.evidence)
    sides = (window.source, source), (window.target, target)
    lengths = [sum(len(piece.texts[k]) for k in side) for piece, side in (sides[::-1] if mirrored else sides)]
    yield Reason(f"{lengths[0]} and {lengths[1]} characters", -float(window.scorer.length_cost(a, b)[i, j]))
    if window.similar:
        yield Reason("sentence vectors", float(window.similar[a, b][i, j]))
    shape = f"{b}-{a}" if mirrored else f"{a}-{b}"
    cost = weights.null + weights.shape(a, b) - window.step(a, b)
    yield Reason(f"price of a bead of {shape} in these documents", -cost)


def _clues(window: Window, source: Indices, target: Indices, scale: float) -> Iterator[Reason]:
    """Give what both sides share, clue by clue, and what only one of them says, as one."""
    found: dict[str, float] = {}
    only: dict[str, float] = {}
    forward, backward = window.scorer.parts(source, target)
    for part, (one, other) in [(p, _texts(p)) for p in forward] + [(p, _texts(p)[::-1]) for p in backward]:
        if part.match:
            text = window.equation(one, other)
            found[text] = found.get(text, 0.0) + part.worth * scale
        else:
            only[part.clue.text] = only.get(part.clue.text, 0.0) + part.worth * scale
    yield from (Reason(text, worth) for text, worth in found.items())
    if only:
        most = sorted(only, key=lambda text: only[text])[:5]
        more = f" and {len(only) - 5} more" if len(only) > 5 else ""
        yield Reason(f"on one side alone: {', '.join(most)}{more}", sum(only.values()))


def _texts(part: Part) -> tuple[str, str]:
    return part.clue.text, part.match.text if part.match else ""
