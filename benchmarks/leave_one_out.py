"""Is anything learned by heart? Weights found without a story, tried on that story.

    python -m benchmarks.leave_one_out [--rounds 2] [--story NAME ...]

For each sample story the weights are sought from scratch (`tune.py`) on the other stories alone, without vectors, and
tried on the one that was left out, in its three pairs of languages; beside them the shipped weights, which were
fitted on that story too. Progress goes to standard error.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.common import Count, options, show
from benchmarks.sets import Set, sample_sets, without
from benchmarks.tune import Objective, descend, neutral, remembered, steps, tunable
from tmkit.align.weights import DEFAULT, Weights


def only(sets: Sequence[Set], story: str) -> list[Set]:
    """Return the sets with one story alone."""
    return [replace(one, documents=[d for d in one.documents if d.name == story]) for one in sets]


def without_story(sets: Sequence[Set], story: str, rounds: int) -> Weights:
    """Return the weights that the other stories give."""
    rest = Objective.over(without(sets, [story]))
    return descend(neutral(vectors=False), rest, tunable(vectors=False), steps(rounds, from_scratch=True))[0]


def left_out(sets: Sequence[Set], story: str, rounds: int) -> tuple[list[Count], list[Count]]:
    """Return what is right in a story, a pair of languages each: by weights that never saw it, and by the shipped."""
    start = time.perf_counter()
    with remembered():
        fresh = without_story(sets, story, rounds)
        own = Objective.over(only(sets, story))
        found, shipped = ([counted for _, counted in own.counts(weights)] for weights in (fresh, DEFAULT))
    print(f"{story}: {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
    return found, shipped


def total(counts: Sequence[Count]) -> Count:
    """Return several counts as one."""
    return Count(*(sum(getattr(one, name) for one in counts) for name in ("right", "found", "gold")))


def row(story: str, found: Sequence[Count], shipped: Sequence[Count]) -> tuple[object, ...]:
    """Return the F1 of each pair of languages and of all, by weights that never saw the story; then the shipped."""
    every, usual = total(found), total(shipped)
    return story, every.gold, *(one.f1 for one in found), every.precision, every.recall, every.f1, usual.f1


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a command."""
    parser = options(__doc__)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--story", action="append", metavar="NAME", help="leave out this one; all in turn without it")
    given = parser.parse_args(arguments)
    sets = sample_sets()
    known = sorted({document.name for one in sets for document in one.documents})
    if missing := sorted(set(given.story or ()) - set(known)):
        parser.error(f"no story {missing[0]}; use one of {', '.join(known)}")
    results = {story: left_out(sets, story, given.rounds) for story in given.story or known}
    rows = [row(story, *counts) for story, counts in results.items()]
    pairs = ["-".join(one.langs) for one in sets]
    together = [[total(side) for side in zip(*(both[n] for both in results.values()), strict=True)] for n in (0, 1)]
    head = ("left out", "gold beads", *(f"F1 {pair}" for pair in pairs), "P", "R", "F1", "F1, shipped weights")
    show("Stories that the weights were not fitted on", head, [*rows, row("all", *together)])


if __name__ == "__main__":
    main()
