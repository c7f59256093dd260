"""Find the weights of the aligner: coordinate descent over all numbers in `Weights` that decide on beads.

    python -m benchmarks.tune [FOLDER ...] [--samples] [--comparable] [--talk] [--only GLOB] [--clean [GLOB]]
                              [--vectors] [--without STORY] [--rounds 3] [--from-scratch]

What is sought is the mean over the groups of sets (a group: the same kind in all pairs of languages) of their mean F1,
so that large sets weigh no more than small ones. A round goes through all numbers once, makes each larger or smaller
as long as that helps, and the next round takes smaller steps. The weights are printed as Python, for
`tmkit/align/weights.py`; what is found on the way goes to standard error. The numbers of `trust` stay as they are:
they say how sure a bead is, hardly which beads there are, and are a fit of their own.

The shipped weights come from such a search over all these kinds of sets together:

    python -m benchmarks.tune DEV_FOLDERS --only '*_5' --only '*_20' --clean '*_5' --samples --comparable --talk

without `--vectors` for `DEFAULT`, with it for `WITH_VECTORS`. Sentences are read, linked and encoded once; only what
depends on the weights is done again.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import chain
from typing import Any
from unittest import mock

from benchmarks.align import count
from benchmarks.aligners import Document, Found
from benchmarks.common import Count, options
from benchmarks.encoding import encoder
from benchmarks.sets import Set, add_options, chosen, without
from tmkit.align import Aligner, aligner, window
from tmkit.align.embedding import Encoder
from tmkit.align.evidence import Evidence, Side, gather, side
from tmkit.align.weights import DEFAULT, WITH_VECTORS, KindWeights, Trust, VectorWeights, Weights
from tmkit.lang.clues import FUNCTION, NAME, NUMBER, WORD, Clue

NEUTRAL = Weights(
    kinds={kind: KindWeights(covered=0.7, scale=1.0, unlinked=0.5) for kind in (NUMBER, NAME, WORD, FUNCTION)},
    chance=0.05,
    chance_count=10.0,
    breadth=0.5,
    evidence=1.0,
    against=0.5,
    length=1.0,
    length_spread=0.2,
    length_short=0.5,
    length_limit=10.0,
    null=1.0,
    joined=1.0,
    shapes={(1, 1): 0.0, (1, 2): 5.0, (1, 3): 10.0, (2, 2): 15.0, (1, 4): 15.0, (2, 3): 20.0},
    parallel=1.0,
    swap=10.0,
    swap_gain=5.0,
    moved_gain=10.0,
    moved_lead=5.0,
    vectors=VectorWeights(scale=50.0, least=0.1, limit=10.0, against=5.0, few=3.0),
    trust=Trust(
        base=3.0,
        gain=1.0,
        weak=1.0,
        strong=1.0,
        vectors=1.0,
        too_many=(0.0, 0.3),
        too_few=(0.0, 0.3),
        straddle=(0.0, 0.3),
        leak=(4.0, 0.3),
    ),
)
"""Round numbers that nobody fitted to anything."""
STEPS = (1.3, 1.2, 1.1)
"""The factors of the rounds; further rounds take the last."""
FIRST_STEPS = (2.0, *STEPS)
"""Those of a search from scratch."""
_SHARES = frozenset({"covered", "unlinked", "chance"})
"""Numbers between 0 and 1: a step changes their odds."""
_ENOUGH = 1e-5
"""A smaller gain is none."""
_FURTHER = 4
"""Steps that a number takes in one direction at the most."""
_REMEMBERED = 1 << 30
"""Bytes of links that are kept; windows of long documents move with the weights, and old ones go."""

Key = str | tuple[int, int]
Trail = tuple[Key, ...]


def neutral(*, vectors: bool) -> Weights:
    """Return the weights that a search from scratch starts from."""
    return NEUTRAL if vectors else replace(NEUTRAL, vectors=None)


def numbers(value: object, path: Trail = ()) -> Iterator[tuple[Trail, float]]:
    """Give every number in some weights with the path that leads there.

    >>> dict(numbers(NEUTRAL))["kinds", "name", "scale"]
    1.0
    """
    if isinstance(value, int | float):
        yield path, value
        return
    for key, inner in _inner(value):
        yield from numbers(inner, (*path, key))


def _inner(value: object) -> Iterator[tuple[Key, object]]:
    if isinstance(value, Mapping):
        yield from value.items()
    elif is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))


def changed(weights: Weights, path: Trail, number: float) -> Weights:
    """Return the weights with one other number, rounded to four figures.

    >>> changed(NEUTRAL, ("shapes", (1, 2)), 6.54321).shapes[1, 2]
    6.543
    """
    made: Weights = _put(weights, path, float(f"{number:.4g}"))
    return made


def _put(value: Any, path: Trail, number: float) -> Any:
    if not path:
        return number
    key, *rest = path
    if isinstance(value, Mapping):
        return {**value, key: _put(value[key], tuple(rest), number)}
    return replace(value, **{str(key): _put(getattr(value, str(key)), tuple(rest), number)})


def stepped(path: Trail, number: float, factor: float) -> float:
    """Return a number a step further; one that is 0 starts anew from its neutral one.

    >>> stepped(("null",), 2.0, 1.5), stepped(("parallel",), 0.0, 1.5), stepped(("chance",), 0.5, 3.0)
    (3.0, 1.0, 0.75)
    """
    if not number:
        return dict(numbers(NEUTRAL))[path]
    if path[-1] not in _SHARES:
        return number * factor
    share = min(max(number, 0.01), 0.99)
    odds = share / (1 - share) * factor
    return odds / (1 + odds)


Score = Callable[[Weights], float]


def descend(weights: Weights, score: Score, paths: Sequence[Trail], steps: Sequence[float]) -> tuple[Weights, float]:
    """Return the weights that coordinate descent finds, and their score; a round for each step."""
    best = score(weights)
    for number, step in enumerate(steps, 1):
        for path in paths:
            weights, best = _along(weights, best, score, path, step)
        print(f"round {number}: {best:.4f}", file=sys.stderr, flush=True)
    return weights, best


def _along(weights: Weights, best: float, score: Score, path: Trail, step: float) -> tuple[Weights, float]:
    """Return the weights with one number moved as far as that helps, and their score."""
    for factor in (1 / step, step):
        started = best
        for _ in range(_FURTHER):
            old = dict(numbers(weights))[path]
            other = changed(weights, path, stepped(path, old, factor))
            reached = score(other)
            if reached <= best + _ENOUGH:
                break
            weights, best = other, reached
        if best > started:
            break
    return weights, best


def tunable(*, vectors: bool) -> list[Trail]:
    """Return the paths of all numbers that are sought: none that is 0 at heart, nor those of `trust`."""
    found = numbers(neutral(vectors=vectors))
    return [path for path, number in found if number and path[0] != "trust"]


class _Reader(Aligner):
    """An aligner that reads each document once, and takes other weights at any time."""

    def __init__(self, source_lang: str, target_lang: str, encoder: Encoder | None) -> None:
        super().__init__(source_lang, target_lang, encoder=encoder)
        self._known: dict[tuple[int, Sequence[str]], aligner._Document] = {}

    def found(self, document: Document, weights: Weights) -> list[Found]:
        """Return the beads of a document with some weights."""
        self._weights = weights
        beads = self.align(document.source, document.target).beads
        return [Found(bead.source, bead.target, bead.score) for bead in beads]

    def _read(self, index: int, sentences: Sequence[str]) -> aligner._Document:
        key = index, tuple(sentences)
        if key not in self._known:
            self._known[key] = super()._read(index, sentences)
        return self._known[key]


class _Memory:
    """What the sides of documents and their links are, found once: neither depends on the weights."""

    def __init__(self) -> None:
        self._sides: dict[tuple[int, ...], tuple[Side, object]] = {}
        self._links: dict[tuple[int, int], Evidence] = {}
        self._bytes = 0

    def side(self, clues: Sequence[Sequence[Clue]], texts: Sequence[str]) -> Side:
        """Return the side of some sentences. The clues are kept with it, so that no others get their ids."""
        key = tuple(map(id, clues))
        if key not in self._sides:
            self._sides[key] = side(clues, texts), clues
        return self._sides[key][0]

    def gather(self, source: Side, target: Side) -> Evidence:
        """Return what links two sides; the evidence holds both."""
        key = id(source), id(target)
        found = self._links.pop(key, None)
        if found is None:
            found = gather(source, target)
            self._bytes += found.links.nbytes
        self._links[key] = found
        while self._bytes > _REMEMBERED and len(self._links) > 1:
            self._bytes -= self._links.pop(next(iter(self._links))).links.nbytes
        return found


def _no_reasons(*_: object) -> tuple[()]:
    # A mock with a return value would keep every call, and with it all evidence.
    return ()


@contextmanager
def remembered() -> Iterator[None]:
    """Let the aligner link each piece of text once, and give no reasons, as long as this lasts."""
    memory = _Memory()
    with (
        mock.patch.object(aligner, "side", memory.side),
        mock.patch.object(window, "gather", memory.gather),
        mock.patch.object(window, "reasons", _no_reasons),
    ):
        yield


@dataclass(frozen=True, slots=True)
class Objective:
    """What weights are worth on some sets."""

    sets: Sequence[tuple[_Reader, Set]]

    @classmethod
    def over(cls, sets: Sequence[Set], encoder: Encoder | None = None) -> Objective:
        """Return the objective over some sets."""
        return cls([(_Reader(*one.langs, encoder), one) for one in sets])

    def counts(self, weights: Weights) -> list[tuple[Set, Count]]:
        """Return how many beads of each set are right."""
        return [
            (one, count([reader.found(document, weights) for document in one.documents], one.documents))
            for reader, one in self.sets
        ]

    def groups(self, weights: Weights) -> dict[str, float]:
        """Return the mean F1 of each group of sets."""
        by_group: dict[str, list[float]] = defaultdict(list)
        for one, counted in self.counts(weights):
            by_group[one.group].append(counted.f1 or 0.0)
        return {name: _mean(values) for name, values in by_group.items()}

    def __call__(self, weights: Weights) -> float:
        """Return the mean of the groups."""
        return _mean(list(self.groups(weights).values()))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def steps(rounds: int, *, from_scratch: bool) -> list[float]:
    """Return the steps of so many rounds.

    >>> steps(2, from_scratch=True), steps(5, from_scratch=False)
    ([2.0, 1.3], [1.3, 1.2, 1.1, 1.1, 1.1])
    """
    known = FIRST_STEPS if from_scratch else STEPS
    return list(chain(known, [known[-1]] * rounds))[:rounds]


def tune(sets: Sequence[Set], *, rounds: int, vectors: bool, from_scratch: bool) -> None:
    """Print the weights that are best on some sets, and what they reach."""
    shipped = WITH_VECTORS if vectors else DEFAULT
    start = neutral(vectors=vectors) if from_scratch else shipped
    with remembered():
        objective = Objective.over(sets, encoder() if vectors else None)
        _told("start", objective, start)
        found, _ = descend(start, objective, tunable(vectors=vectors), steps(rounds, from_scratch=from_scratch))
        _told("found", objective, found)
    print(found)


def _told(name: str, objective: Objective, weights: Weights) -> None:
    groups = objective.groups(weights)
    each = ", ".join(f"{group} {score:.4f}" for group, score in groups.items())
    print(f"# {name}: {_mean(list(groups.values())):.4f} ({each})", flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a command."""
    parser = options(__doc__)
    add_options(parser)
    parser.add_argument("--vectors", action="store_true", help="with the sentence encoder")
    parser.add_argument("--without", action="append", default=[], metavar="STORY", help="leave out such documents")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--from-scratch", action="store_true", help="start from neutral numbers")
    given = parser.parse_args(arguments)
    try:
        sets = without(chosen(given), given.without)
        if not sets:
            raise ValueError("no documents left")
        if given.vectors and encoder() is None:
            raise ValueError("no sentence encoder is installed: pip install 'tmkit[embeddings]'")
    except ValueError as error:
        parser.error(str(error))
    tune(sets, rounds=given.rounds, vectors=given.vectors, from_scratch=given.from_scratch)


if __name__ == "__main__":
    main()
