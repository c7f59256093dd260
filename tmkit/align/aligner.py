"""An aligner for one pair of languages: reads clues, scores all runs, finds the best chain."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

import tmkit.lang as languages
from tmkit.align.base import SHAPES, Alignment, Bead
from tmkit.align.confidence import HALF_QUOTED, Place, is_closed, kinship, probabilities
from tmkit.align.evidence import Evidence, Scorer, Side, gather, shared, side
from tmkit.align.search import best_path
from tmkit.align.weights import DEFAULT, Weights
from tmkit.lang.clues import ClueReader, space
from tmkit.lang.lexicon import Lexicon, core

WINDOW = 400
"""Sentences of a side that are compared at once; longer documents go through in windows."""
_COMMIT = 0.6
"""Share of a window that is settled before the next one starts."""


class Aligner:
    """Aligns any number of documents of one language pair."""

    def __init__(
        self,
        source_lang: str,
        target_lang: str,
        *,
        lexicon: Lexicon | None = None,
        weights: Weights = DEFAULT,
    ) -> None:
        """Prepare the readers of both languages; raises `UnknownLanguageError`."""
        self.source, self.target = languages.get(source_lang), languages.get(target_lang)
        common = space(self.source.code, self.target.code)
        known = core() if lexicon is None else lexicon
        self._readers = (
            ClueReader(self.source.code, common, known),
            ClueReader(self.target.code, common, known),
        )
        self._weights = weights
        self._ratio = math.log(self.target.verbosity / self.source.verbosity)

    def align(self, source: Sequence[str], target: Sequence[str]) -> Alignment:
        """Return the beads of two lists of sentences."""
        beads: list[Bead] = []
        i = j = 0
        while i < len(source) and j < len(target):
            part = self._align_window(source[i : i + WINDOW], target[j : j + WINDOW])
            if i + WINDOW < len(source) or j + WINDOW < len(target):
                part = _settled(part)
            beads.extend(_shifted(bead, i, j) for bead in part)
            i += sum(len(bead.source) for bead in part)
            j += sum(len(bead.target) for bead in part)
        beads.extend(Bead((k,), ()) for k in range(i, len(source)))
        beads.extend(Bead((), (k,)) for k in range(j, len(target)))
        trust = kinship(beads)
        if trust < 1:
            beads = [msgspec.structs.replace(bead, score=bead.score * trust) for bead in beads]
        return Alignment(
            source_lang=self.source.code,
            target_lang=self.target.code,
            source=tuple(source),
            target=tuple(target),
            beads=tuple(beads),
        )

    def _align_window(self, source: Sequence[str], target: Sequence[str]) -> list[Bead]:
        evidence = gather(self._side(0, source), self._side(1, target))
        scorer = Scorer(evidence, self._ratio, self._weights)
        scores = {shape: scorer.score(*shape) for shape in SHAPES}
        path = best_path(scores, len(source), len(target))
        found = [_bead(evidence, place, sure) for place, sure in zip(path, probabilities(scores, path), strict=True)]
        return _without_halves(found, source, target)

    def _side(self, index: int, sentences: Sequence[str]) -> Side:
        reader = self._readers[index]
        return side([reader.read(sentence) for sentence in sentences], sentences)


def _bead(evidence: Evidence, place: Place, sure: float) -> Bead:
    i, j, (a, b) = place
    source, target = tuple(range(i, i + a)), tuple(range(j, j + b))
    return Bead(source, target, sure, shared(evidence, source, target) if a and b else ())


def _without_halves(beads: list[Bead], source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    """Return the beads, less sure where an unmatched neighbour holds the other half of a quotation."""
    lone_sources = {i for bead in beads if not bead.target for i in bead.source}
    lone_targets = {j for bead in beads if not bead.source for j in bead.target}
    return [
        msgspec.structs.replace(bead, score=bead.score * HALF_QUOTED)
        if _is_halved(bead.source, source, lone_sources) or _is_halved(bead.target, target, lone_targets)
        else bead
        for bead in beads
    ]


def _is_halved(side: Sequence[int], texts: Sequence[str], unmatched: set[int]) -> bool:
    """Say whether a side and an unmatched sentence beside it each lack the other half of a quotation."""
    if not side or is_closed([texts[n] for n in side]):
        return False
    return any(n in unmatched and not is_closed([texts[n]]) for n in (side[0] - 1, side[-1] + 1))


def _settled(beads: list[Bead]) -> list[Bead]:
    """Return the beginning of a window's beads that later sentences can hardly change."""
    limit = max(int(len(beads) * _COMMIT), 1)
    sound = [n for n in range(limit) if beads[n].score > 0.5]
    return beads[: (sound[-1] + 1 if sound else limit)]


def _shifted(bead: Bead, i: int, j: int) -> Bead:
    source, target = tuple(k + i for k in bead.source), tuple(k + j for k in bead.target)
    return Bead(source, target, bead.score, bead.evidence)
