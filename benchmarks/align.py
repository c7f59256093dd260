"""Aligners side by side on documents with gold beads.

    python -m benchmarks.align [FOLDER ...] [--samples] [--only GLOB] [--peer NAME='CMD {src} {tgt}']

A FOLDER holds NAME.src and NAME.tgt (one sentence a line) and NAME.gold (one bead a line, `[0]:[0, 1]`), and its
name ends in the languages (`dev_vi-fr`) unless they are given. A bead is right where both its sets of indices are
those of a gold bead; beads with an empty side are left out; all documents of a set count together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.aligners import OURS, Document, Found, Run, present, read_beads, run
from benchmarks.common import Count, options, rate, show

THRESHOLDS = (0.5, 0.7, 0.9, 0.95)
_LANGS = re.compile(r"([a-z]{2})-([a-z]{2})$")


@dataclass(frozen=True, slots=True)
class Set:
    """Documents of one pair of languages."""

    name: str
    langs: tuple[str, str]
    documents: list[Document]

    @property
    def sentences(self) -> int:
        """The sentences of both sides."""
        return sum(len(d.source) + len(d.target) for d in self.documents)


def read_set(folder: Path, langs: tuple[str, str] | None = None, only: str = "*") -> Set:
    """Return the documents of a folder; `only` picks some by name. Raises `ValueError` where there are none."""
    documents = [_document(path) for path in sorted(folder.glob(f"{only}.gold"))]
    if not documents:
        raise ValueError(f"{folder}: no {only}.gold in it")
    name = folder.resolve().name
    return Set(name if only == "*" else f"{name} {only}", langs or _named(name), documents)


def _named(name: str) -> tuple[str, str]:
    """Return the languages at the end of a folder's name."""
    found = _LANGS.search(name)
    if not found:
        raise ValueError(f"{name}: no languages at the end of its name; give --source-lang and --target-lang")
    return found[1], found[2]


def _document(gold: Path) -> Document:
    beads = read_beads(gold.read_text(encoding="utf-8"))
    source, target = (tuple(_sentences(gold.with_suffix(end))) for end in (".src", ".tgt"))
    return Document(source, target, _full(beads))


def _sentences(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return text.removesuffix("\n").split("\n") if text else []


def _full(
    beads: Iterable[tuple[tuple[int, ...], tuple[int, ...]]],
) -> frozenset[tuple[tuple[int, ...], tuple[int, ...]]]:
    return frozenset((a, b) for a, b in beads if a and b)


def sample_sets() -> list[Set]:
    """Return the sample stories, one set a pair of languages."""
    from tests.samples import alignments

    sets = []
    for langs in (("vi", "fr"), ("vi", "en"), ("fr", "en")):
        documents = [Document(a.sentences, b.sentences, _full(beads)) for _, a, b, beads in alignments(*langs)]
        sets.append(Set(f"samples {'-'.join(langs)}", langs, documents))
    return sets


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


def _thresholds(one: Set, ours: Run) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for least in THRESHOLDS:
        kept = count(ours.beads, one.documents, least)
        rows.append((one.name, f"{least:g}", kept.found, kept.precision, kept.recall))
    return rows


def compare(sets: Sequence[Set], aligners: Sequence[str]) -> None:
    """Print the tables: all aligners on all sets, and how far our own probabilities can be trusted."""
    rows, kept, judged = [], [], []
    for one in sets:
        for name in aligners:
            done = run(name, one.langs, one.documents)
            rows.append(_row(one, name, done))
            if name == OURS.name:
                kept += _thresholds(one, done)
                judged += _judged(done, one.documents)
    names = ("set", "aligner", "docs", "gold beads", "P", "R", "F1", "sentences/s", "peak MB")
    show("Beads, strict, null beads left out", names, rows)
    show("Ours, beads of at least a probability", ("set", "least", "beads", "P", "R"), kept)
    show("Ours, reliability over all sets", ("said", "beads", "said, mean", "right"), reliability(judged))
    print(f"Expected calibration error: {calibration_error(judged):.3f}; beads: {len(judged)}\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a command."""
    parser = options(__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--samples", action="store_true", help="our own sample stories")
    parser.add_argument("--source-lang")
    parser.add_argument("--target-lang")
    parser.add_argument("--only", action="append", metavar="GLOB", help="documents of such names as a set")
    parser.add_argument("--aligner", action="append", metavar="NAME", help=f"one of {', '.join(present())}")
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=CMD", help="a command that prints beads")
    given = parser.parse_args(arguments)
    langs = (given.source_lang, given.target_lang) if given.source_lang and given.target_lang else None
    try:
        sets = [read_set(folder, langs, only) for folder in given.folders for only in given.only or ["*"]]
    except ValueError as error:
        parser.error(str(error))
    sets += sample_sets() if given.samples or not sets else []
    compare(sets, [*(given.aligner or present()), *given.peer])


if __name__ == "__main__":
    main()
