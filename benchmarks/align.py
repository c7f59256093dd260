"""Aligners side by side on documents with gold beads.

    python -m benchmarks.align [FOLDER ...] [--samples] [--comparable] [--talk] [--only GLOB] [--clean [GLOB]]
                               [--aligner NAME] [--peer NAME='CMD {src} {tgt}']

A FOLDER holds NAME.src and NAME.tgt (one sentence a line) and NAME.gold (one bead a line, `[0]:[0, 1]`), and its
name ends in the languages (`dev_vi-fr`) unless they are given. A bead is right where both its sets of indices are
those of a gold bead; beads with an empty side are left out; all documents of a set count together. Sentence vectors
are made first, into an empty cache, and timed apart: the speed of `tmkit` is that of aligning with the cache filled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.aligners import OURS, OURS_ALONE, Document, Found, Run, present, run
from benchmarks.common import Count, options, rate, show
from benchmarks.encoding import Encoding, fill
from benchmarks.sets import Set, add_options, chosen

THRESHOLDS = (0.5, 0.7, 0.8, 0.9, 0.95)


def count(beads: Sequence[Sequence[Found]], documents: Sequence[Document], threshold: float = 0.0) -> Count:
    """Return how many beads of at least a probability are right."""
    total = Count()
    for found, document in zip(beads, documents, strict=True):
        said = {(b.source, b.target) for b in found if b.source and b.target and b.score >= threshold}
        total.add(said, document.gold)
    return total


def reliability(beads: Iterable[tuple[float, bool]]) -> list[tuple[str, int, float | None, float | None]]:
    """Return ten rows: the bin, its beads, the probability that was said on average, and the share that is right."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for score, right in beads:
        bins[min(int(score * 10), 9)].append((score, right))
    return [
        (
            f"{n / 10:.1f}–{n / 10 + 0.1:.1f}",
            len(held),
            sum(score for score, _ in held) / len(held) if held else None,
            sum(right for _, right in held) / len(held) if held else None,
        )
        for n, held in enumerate(bins)
    ]


def calibration_error(beads: Sequence[tuple[float, bool]]) -> float:
    """Return how far what was said is from what is right, on average over the beads, bin by bin (0-1)."""
    rows = reliability(beads)
    off = (abs(said - right) * held for _, held, said, right in rows if said is not None and right is not None)
    return sum(off) / max(len(beads), 1)


def _judged(done: Run, documents: Sequence[Document]) -> list[tuple[float, bool]]:
    return [
        (bead.score, (bead.source, bead.target) in document.gold)
        for found, document in zip(done.beads, documents, strict=True)
        for bead in found
        if bead.source and bead.target
    ]


def _row(one: Set, name: str, done: Run) -> tuple[object, ...]:
    found = count(done.beads, one.documents)
    speed = rate(one.sentences, done.seconds)
    scores = found.precision, found.recall, found.f1
    return one.name, name.partition("=")[0], len(one.documents), found.gold, *scores, speed, round(done.memory)


def _thresholds(one: Set, name: str, ours: Run) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for least in THRESHOLDS:
        kept = count(ours.beads, one.documents, least)
        rows.append((one.name, name, f"{least:g}", kept.found, kept.precision, kept.recall))
    return rows


def _show_encoding(done: Encoding) -> None:
    speed = rate(done.sentences, done.seconds)
    row = done.model, done.sentences, f"{done.seconds:.1f}", speed, round(done.memory)
    show("Encoding, each sentence once", ("model", "sentences", "seconds", "sentences/s", "peak MB"), [row])


def _show_reliability(name: str, judged: Sequence[tuple[float, bool]]) -> None:
    heading = f"Reliability over all sets: {name}"
    show(heading, ("said", "beads", "said, mean", "right"), reliability(judged))
    print(f"Expected calibration error: {calibration_error(judged):.3f}; beads: {len(judged)}\n")


def compare(sets: Sequence[Set], aligners: Sequence[str]) -> None:
    """Print the tables: all aligners on all sets, and how far our own probabilities can be trusted."""
    with TemporaryDirectory() as name:
        cache, encoded = Path(name), None
        if OURS.name in aligners:
            encoded = fill(cache, (s for one in sets for d in one.documents for s in (*d.source, *d.target)))
        _compare(sets, aligners, cache)
        if encoded:
            _show_encoding(encoded)


def _compare(sets: Sequence[Set], aligners: Sequence[str], cache: Path) -> None:
    rows, kept = [], []
    judged: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for one in sets:
        for name in aligners:
            done = run(name, one.langs, one.documents, cache=cache)
            rows.append(_row(one, name, done))
            if name in {OURS.name, OURS_ALONE.name}:
                kept += _thresholds(one, name, done)
                judged[name] += _judged(done, one.documents)
    names = ("set", "aligner", "docs", "gold beads", "P", "R", "F1", "sentences/s", "peak MB")
    show("Beads, strict, null beads left out", names, rows)
    if kept:
        show("Ours, beads of at least a probability", ("set", "aligner", "least", "beads", "P", "R"), kept)
    for name, beads in judged.items():
        _show_reliability(name, beads)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a command."""
    parser = options(__doc__)
    add_options(parser)
    names = present()
    parser.add_argument("--aligner", action="append", choices=names, metavar="NAME", help="one of " + "; ".join(names))
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=CMD", help="a command that prints beads")
    given = parser.parse_args(arguments)
    try:
        sets = chosen(given)
    except ValueError as error:
        parser.error(str(error))
    compare(sets, [*(given.aligner or names), *given.peer])


if __name__ == "__main__":
    main()
