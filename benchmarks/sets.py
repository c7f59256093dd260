"""Documents with gold beads: folders of them, and the project's own stories, reports and talks.

A folder holds NAME.src and NAME.tgt (one sentence a line) and NAME.gold (one bead a line, `[0]:[0, 1]`), and its
name ends in its languages (`news_vi-fr`) unless they are given.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from benchmarks.aligners import Document, Indices, read_beads
from benchmarks.noise import noisy

DATA = Path(__file__).with_name("data")
PAIRS = (("vi", "fr"), ("vi", "en"), ("fr", "en"))
TALK_NOISE = (0.05, 0.2)
_LANGS = re.compile(r"([a-z]{2})-([a-z]{2})$")
_OWN_LANGS = re.compile(r"[ _-]*\b(?:[a-z]{2})-(?:[a-z]{2})\b|_[a-z]{2}-[a-z]{2}\b")

Pair = tuple[Indices, Indices]


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

    @property
    def group(self) -> str:
        """The name without its languages: sets of one kind share it."""
        return _OWN_LANGS.sub("", self.name).strip()


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
    return Document(source, target, full(beads), gold.stem)


def _sentences(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return text.removesuffix("\n").split("\n") if text else []


def full(beads: Iterable[tuple[Sequence[int], Sequence[int]]]) -> frozenset[Pair]:
    """Return the beads that have both sides."""
    return frozenset((tuple(a), tuple(b)) for a, b in beads if a and b)


def sample_sets() -> list[Set]:
    """Return the sample stories, one set a pair of languages."""
    from tests.samples import alignments

    return [
        Set(
            f"samples {'-'.join(langs)}",
            langs,
            [Document(a.sentences, b.sentences, full(beads), story) for story, a, b, beads in alignments(*langs)],
        )
        for langs in PAIRS
    ]


def comparable_sets(folder: Path = DATA / "comparable") -> list[Set]:
    """Return reports of the same events that are no translations of each other, one set a pair of languages."""
    stories = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    sets = []
    for source, target in PAIRS:
        key = f"{source}-{target}"
        documents = [
            Document(tuple(s["sentences"][source]), tuple(s["sentences"][target]), full(s["beads"][key]), s["story"])
            for s in stories
            if s["beads"].get(key)
        ]
        sets.append(Set(f"comparable {key}", (source, target), documents))
    return sets


def talk_sets(folder: Path = DATA / "talk") -> list[Set]:
    """Return the talks as one long document, with either share of noise, for every pair of languages."""
    lines = [line for path in sorted(folder.glob("*.tsv")) for line in _table(path)]
    return [
        Set(f"talk {'-'.join(langs)} {share:.0%}", langs, [noisy(lines, langs, share, name="talk")])
        for share in TALK_NOISE
        for langs in PAIRS
    ]


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def cleaned(one: Set) -> Set:
    """Return the set without the sentences that no gold bead holds."""
    return Set(f"{one.name} clean", one.langs, [_matched(document) for document in one.documents])


def _matched(document: Document) -> Document:
    kept = [sorted({n for bead in document.gold for n in bead[side]}) for side in (0, 1)]
    source, target = (
        tuple(texts[n] for n in side) for texts, side in zip((document.source, document.target), kept, strict=True)
    )
    gold = full((_places(kept[0], a), _places(kept[1], b)) for a, b in document.gold)
    return Document(source, target, gold, document.name)


def _places(kept: Sequence[int], indices: Indices) -> Indices:
    return tuple(bisect_left(kept, n) for n in indices)


def without(sets: Iterable[Set], names: Sequence[str]) -> list[Set]:
    """Return the sets without the documents of some names (wildcards allowed); a set that has no other is left out."""
    rest = [
        replace(one, documents=[d for d in one.documents if not any(fnmatchcase(d.name, name) for name in names)])
        for one in sets
    ]
    return [one for one in rest if one.documents]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Let a command take sets."""
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--samples", action="store_true", help="our own sample stories")
    parser.add_argument("--comparable", action="store_true", help="reports of one event, written independently")
    parser.add_argument("--talk", action="store_true", help="three talks as one document, with noise")
    parser.add_argument("--source-lang")
    parser.add_argument("--target-lang")
    parser.add_argument("--only", action="append", metavar="GLOB", help="documents of such names as a set")
    parser.add_argument(
        "--clean",
        nargs="?",
        const="*",
        metavar="GLOB",
        help="the folders' documents, or those of such names, also without their unmatched sentences",
    )


def chosen(given: argparse.Namespace) -> list[Set]:
    """Return the sets that a command was given, the sample stories for none; raises `ValueError`."""
    langs = (given.source_lang, given.target_lang) if given.source_lang and given.target_lang else None
    sets = [read_set(folder, langs, only) for only in given.only or ["*"] for folder in given.folders]
    if given.clean:
        sets += [cleaned(read_set(folder, langs, given.clean)) for folder in given.folders]
    sets += comparable_sets() if given.comparable else []
    sets += talk_sets() if given.talk else []
    return sets + (sample_sets() if given.samples or not sets else [])
