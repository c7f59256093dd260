"""How right terms are: recognised in sentences, and held against memories with known faults.

    python -m benchmarks.term_tables

The data are those of the tests, `tests/data/terms`: sentences in which a terminologist marked every term, and memories
in which every fault is known. The second of each was written apart and first looked at when the code was done.
"""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import yaml

from benchmarks.common import ROOT, options, show
from tmkit.formats import read
from tmkit.glossary.consistency.memory import MemoryCheck
from tmkit.glossary.reading import read_glossary
from tmkit.glossary.recognise import Recogniser

DATA = ROOT / "tests" / "data" / "terms"
TODAY = date(2026, 11, 22)
"""What the memories take for the present."""
Marked = Counter[tuple[frozenset[str], str]]


def recognition() -> Iterator[tuple[object, ...]]:
    """Give a row for each table and language: cases, terms, precision, recall and F1."""
    concepts = read_glossary(DATA / "glossary").concepts
    finders = {lang: Recogniser(concepts, lang) for lang in ("vi", "fr", "en")}
    for name in ("recognition.yaml", "recognition-unseen.yaml"):
        cases = yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
        for lang, finder in finders.items():
            some = [case for case in cases if case["lang"] == lang]
            pairs = [(_found(finder, case), _wanted(case)) for case in some]
            yield name, lang, len(some), *_figures(pairs)


def _figures(pairs: Sequence[tuple[Marked, Marked]]) -> tuple[object, ...]:
    right = sum((found & wanted).total() for found, wanted in pairs)
    found = sum(found.total() for found, _ in pairs)
    wanted = sum(wanted.total() for _, wanted in pairs)
    return wanted, right / found, right / wanted, 2 * right / (found + wanted)


def _wanted(case: dict[str, Any]) -> Marked:
    terms: Marked = Counter()
    for term in case["terms"]:
        concept = term["concept"]
        terms[frozenset([concept] if isinstance(concept, str) else concept), _plain(term["form"])] += 1
    return terms


def _found(finder: Recogniser, case: dict[str, Any]) -> Marked:
    text = unicodedata.normalize("NFD" if case.get("nfd") else "NFC", case["text"])
    return Counter(
        (frozenset(e.concept.id for e in o.entries), _plain(text[o.start : o.end])) for o in finder.find(text)
    )


def _plain(form: str) -> str:
    return unicodedata.normalize("NFC", " ".join(form.split()))


def memories() -> Iterator[tuple[object, ...]]:
    """Give a row for each memory: units, known faults, those found, sound units, those reported."""
    check = MemoryCheck(read_glossary(DATA / "glossary"), today=TODAY)
    for name in ("seeded", "unseen"):
        with (DATA / f"{name}-faults.tsv").open(encoding="utf-8", newline="") as stream:
            faults = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
        with read(DATA / f"{name}.tmx") as (_, units):
            every = list(units)
        found = [f for f in check.check(every, file=name) if f.severity != "info"]
        told = {(f.unit, f.check, f.concept) for f in found}
        hits = sum((row["unit"], f"{row['kind']}-term", row["concept"]) in told for row in faults)
        sound = {unit.id for unit in every} - {row["unit"] for row in faults}
        yield name, len(every), len(faults), hits, len(sound), len({f.unit for f in found if f.unit in sound})


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a command."""
    options(__doc__).parse_args(arguments)
    show("Terms in sentences", ("table", "language", "cases", "terms", "precision", "recall", "F1"), recognition())
    head = ("memory", "units", "faults", "found", "sound units", "sound ones reported")
    show("Memories with known faults", head, memories())


if __name__ == "__main__":
    main()
