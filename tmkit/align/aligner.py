"""An aligner for one pair of languages: reads clues, and leads a window along both documents."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import tmkit.lang as languages
from tmkit.align.anchors import Route, route
from tmkit.align.base import CONFIRMED, Alignment, Bead, Indices, Place
from tmkit.align.confidence import Documents, documents, kinship
from tmkit.align.embedding import Encoder
from tmkit.align.evidence import Table, side
from tmkit.align.weights import DEFAULT, VECTORS_ALONE, WITH_VECTORS, Weights
from tmkit.align.window import Found, Piece, Rulings, Window
from tmkit.lang.clues import Clue, ClueReader, space
from tmkit.lang.lexicon import Lexicon, core

WINDOW = 120
"""Sentences of a side that are compared at once; longer documents go through in windows."""
_COMMIT = 0.6
"""Share of a window that is settled before the next one starts."""
_MARGIN = 50
"""Sentences by which the other side of a window reaches beyond the route."""
_MOST = 1 << 20
"""Pairs of sentences that are compared at once, at the most."""
_SOUND = 0.5
"""A window may end after a bead that is at least this sure."""

_HOLDS_REFUSED = 0.5
"""What a bead keeps of its probability that holds one that a reviewer refused."""

Pairs = Sequence[tuple[Indices, Indices]]
KeptOut = tuple[Sequence[int], Sequence[int]]
"""Sentences of the source and of the target, by index."""


class Aligner:
    """Aligns any number of documents of one language pair."""

    def __init__(
        self,
        source_lang: str,
        target_lang: str,
        *,
        lexicon: Lexicon | None = None,
        encoder: Encoder | None = None,
        weights: Weights | None = None,
        evidence: bool = True,
    ) -> None:
        """Prepare the readers of both languages; raises `UnknownLanguageError`.

        `lexicon` takes the place of tmkit's own; `encoder` adds what sentence vectors say. Without
        `evidence` the beads come without their reasons in words, and a fifth sooner.
        """
        self._worded = evidence
        self.source, self.target = languages.find(source_lang), languages.find(target_lang)
        common = space(self.source.code, self.target.code)
        known = core() if lexicon is None else lexicon
        self._readers = tuple(ClueReader(lang.code, common, known) for lang in (self.source, self.target))
        self._encoder = encoder
        joined = bool(known.translations(self.source.code, self.target.code))
        self._weights = weights or (DEFAULT if encoder is None else WITH_VECTORS if joined else VECTORS_ALONE)

    def align(
        self,
        source: Sequence[str],
        target: Sequence[str],
        *,
        settled: Pairs = (),
        refused: Pairs = (),
        kept_out: KeptOut = ((), ()),
    ) -> Alignment:
        """Return the beads of two lists of sentences, by their first source sentence.

        The beads `settled` stand as they are, with a score of 1 (an empty side: no counterpart);
        those `refused` don't come up; the sentences `kept_out`, of source and target, are in null beads.
        """
        alone = _alone(source, target, kept_out)
        steps = self._steps(source, target, Rulings((*settled, *alone), tuple(refused)))
        found = [one for step in steps for one in step.found]
        beads = scored(found, settled, refused, len(source) + len(target) - len(alone))
        return Alignment(
            source_lang=self.source.code,
            target_lang=self.target.code,
            source=tuple(source),
            target=tuple(target),
            beads=tuple(with_nulls(beads, len(source), len(target), settled)),
        )

    def steps(
        self,
        source: Sequence[str],
        target: Sequence[str],
        *,
        settled: Pairs = (),
        refused: Pairs = (),
        kept_out: KeptOut = ((), ()),
    ) -> Iterator[Step]:
        """Give the windows that cover two documents, one after the other; given what `align` was given."""
        alone = _alone(source, target, kept_out)
        return self._steps(source, target, Rulings((*settled, *alone), tuple(refused)))

    def _steps(self, source: Sequence[str], target: Sequence[str], rulings: Rulings) -> Iterator[Step]:
        documents = self._read(0, source), self._read(1, target)
        ratio = math.log(self.target.verbosity / self.source.verbosity)
        # One order of the languages for all inner work: so swapped sides give mirrored beads, even
        # where two readings are equally good.
        if self.source.code < self.target.code:
            yield from _Walk(documents[0], documents[1], ratio, self._weights, rulings).steps(worded=self._worded)
        else:
            walk = _Walk(documents[1], documents[0], -ratio, self._weights, rulings.mirrored(), mirrored=True)
            yield from (step.mirrored() for step in walk.steps(worded=self._worded))

    def _read(self, index: int, sentences: Sequence[str]) -> _Document:
        vectors = self._encoder.encode(sentences) if self._encoder and sentences else None
        return _Document(sentences, [self._readers[index].read(sentence) for sentence in sentences], vectors)


def _alone(source: Sequence[str], target: Sequence[str], kept_out: KeptOut) -> list[tuple[Indices, Indices]]:
    """Return a null bead for each sentence kept out, and for each that is blank: there is nothing to translate."""
    out = [
        sorted({*given, *(n for n, text in enumerate(texts) if not text.strip())})
        for given, texts in zip(kept_out, (source, target), strict=True)
    ]
    return [*(((i,), ()) for i in out[0]), *(((), (j,)) for j in out[1])]


@dataclass(frozen=True, slots=True)
class Step:
    """A window over two documents and the beads that it settles, in the documents' indices."""

    window: Window
    first: tuple[int, int]
    """Where the window starts."""
    found: list[Found]
    is_mirrored: bool = False
    """Whether the window's source is the document's target."""

    def mirrored(self) -> Step:
        """Return the step with source and target changed."""
        found = [Found(Bead(b.target, b.source, 0.0, b.evidence), sureness) for b, sureness in self.found]
        return Step(self.window, self.first, found, is_mirrored=not self.is_mirrored)


@dataclass(frozen=True, slots=True)
class _Document:
    texts: Sequence[str]
    clues: Sequence[Sequence[Clue]]
    vectors: Table | None

    def __len__(self) -> int:
        return len(self.texts)

    def piece(self, first: int, end: int) -> Piece:
        texts, vectors = self.texts[first:end], self.vectors
        return Piece(texts, side(self.clues[first:end], texts), None if vectors is None else vectors[first:end])


class _Walk:
    """A window on its way along two documents."""

    def __init__(
        self,
        source: _Document,
        target: _Document,
        ratio: float,
        weights: Weights,
        rulings: Rulings,
        *,
        mirrored: bool = False,
    ) -> None:
        self._source, self._target = source, target
        self._ratio, self._weights, self._rulings, self._mirrored = ratio, weights, rulings, mirrored

    def steps(self, *, worded: bool) -> Iterator[Step]:
        sources, targets = len(self._source), len(self._target)
        guide = Route((), sources, targets)
        if max(sources, targets) > WINDOW:
            guide = route(self._source.clues, self._target.clues)
        i = j = 0
        while i < sources and j < targets:
            k, m = self._end(guide, i, j)
            window = self._window(i, j, k, m)
            if (k, m) == (sources, targets):
                yield _step(window, window.places(), i, j, worded=worded)
                return
            rows, columns = self._cut(window, guide, i, j)
            kept = [(s, t, (a, b)) for s, t, (a, b) in window.places() if s + a <= rows and t + b <= columns]
            yield _step(window, kept, i, j, worded=worded)
            i, j = i + rows, j + columns

    def _window(self, i: int, j: int, k: int, m: int) -> Window:
        rulings = self._rulings.within(i, j, k, m)
        source, target = self._source.piece(i, k), self._target.piece(j, m)
        return Window(source, target, self._ratio, self._weights, rulings, mirrored=self._mirrored)

    def _end(self, guide: Route, i: int, j: int) -> tuple[int, int]:
        """Return where the window that starts at (i, j) ends on both sides."""
        rows, sources, targets = WINDOW, len(self._source), len(self._target)
        while True:
            k = min(i + rows, sources)
            m = targets if k == sources else min(max(guide.at(k), j) + _MARGIN, targets)
            if (k - i) * (m - j) <= _MOST or rows <= 8:
                return k, m
            rows //= 2

    def _cut(self, window: Window, guide: Route, i: int, j: int) -> tuple[int, int]:
        """Return how many sentences of both sides are settled: as many as later ones can hardly change."""
        limit = max(int(len(window.source.texts) * _COMMIT), 1)
        forward = [place for place in window.full if place[0] + place[2][0] <= limit]
        for place in reversed(forward):
            if window.chain.sureness(place).probability(Documents()) > _SOUND:
                a, b = place[2]
                return place[0] + a, place[1] + b
        behind = guide.at(i + limit) - j - _MARGIN
        return limit, max(min(behind, len(window.target.texts)), 0)


def _step(window: Window, places: Sequence[Place], i: int, j: int, *, worded: bool) -> Step:
    found = (window.found(place, worded=worded) for place in places)
    return Step(window, (i, j), [Found(_shifted(bead, i, j), sureness) for bead, sureness in found])


def _shifted(bead: Bead, i: int, j: int) -> Bead:
    source, target = tuple(k + i for k in bead.source), tuple(k + j for k in bead.target)
    return Bead(source, target, bead.score, bead.evidence)


def scored(found: Sequence[Found], settled: Pairs, refused: Pairs, sentences: int) -> list[Bead]:
    """Return the beads as sure as what the documents have in common allows, with those a reviewer settled.

    A bead that holds one that was refused is for the reviewer to look at again.
    """
    stand = {pair for pair in settled if all(pair)}
    every = [*(one.bead for one in found), *(Bead(*pair) for pair in stand)]
    told, trust = documents(every, sentences), kinship(every, sentences)
    beads = [
        Bead(bead.source, bead.target, sureness.probability(told) * trust * _again(bead, refused), bead.evidence)
        for bead, sureness in found
        if (bead.source, bead.target) not in stand
    ]
    return [*beads, *(Bead(*pair, 1.0, (CONFIRMED,)) for pair in stand)]


def _again(bead: Bead, refused: Pairs) -> float:
    """Return what becomes of the probability of a bead that may hold a refused one."""
    held = any(set(a) <= set(bead.source) and set(b) <= set(bead.target) for a, b in refused if a and b)
    return _HOLDS_REFUSED if held else 1.0


def with_nulls(full: Sequence[Bead], sources: int, targets: int, settled: Pairs = ()) -> Iterator[Bead]:
    """Give the beads by their first source sentence, with a null bead for each sentence that none holds.

    A target without counterpart stands after the bead of the target before it.
    """
    told = {pair: (CONFIRMED,) for pair in settled if not all(pair)}
    matched = {i for bead in full for i in bead.source}
    lone = (((i,), ()) for i in range(sources) if i not in matched)
    rows = [*full, *(Bead(*pair, 0.0, told.get(pair, ())) for pair in lone)]
    taken = {j for bead in full for j in bead.target}
    after: dict[int, list[Bead]] = {}
    for j, place in _lone_targets(taken, targets):
        after.setdefault(place, []).append(Bead((), (j,), 0.0, told.get(((), (j,)), ())))
    yield from after.get(-1, ())
    for bead in sorted(rows, key=lambda bead: bead.source):
        yield bead
        for j in bead.target:
            yield from after.get(j, ())


def _lone_targets(taken: set[int], targets: int) -> Iterator[tuple[int, int]]:
    """Give each target that no bead holds with the matched target before it, -1 for none."""
    last = -1
    for j in range(targets):
        if j in taken:
            last = j
        else:
            yield j, last
