"""Term extraction measured: which glossary terms a memory's candidates have, with an accepted counterpart first.

    python -m benchmarks.extract [--memories DIR] [--glossary DIR] [--missed]

A term counts where it stands, outside of longer glossary terms, in three or more units of a memory, and most of these
have an accepted rendering of it. It is found where it is proposed and the first counterpart is an accepted one. The
glossary takes no part in the extraction. Words are compared in the singular.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.common import ROOT, options, show
from tmkit.glossary.concepts import ACCEPTED, Glossary
from tmkit.glossary.extract import MIN_COUNT, Candidate, Pair, extract, languages, read_pairs
from tmkit.glossary.extract.tokens import tokens
from tmkit.glossary.reading import read_with_faults

MEMORIES = ROOT / "tm"
GLOSSARY = ROOT / "glossaries" / "social-protection"
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A glossary term that a memory has: its accepted renderings, the units it stands in, those with a rendering."""

    text: str
    renderings: frozenset[Words]
    units: int
    rendered: int


@dataclass(frozen=True, slots=True)
class Result:
    """What extraction from one memory in one direction found of the glossary."""

    memory: str
    direction: str
    units: int
    candidates: int
    wanted: int
    proposed: int
    right: int
    seconds: float
    missed: tuple[tuple[str, str], ...]
    """Terms that were not found, with what was proposed for them."""

    @property
    def share(self) -> float | None:
        """The share of the wanted terms that were found; None where none was wanted."""
        return self.right / self.wanted if self.wanted else None


def words(text: str, lang: str) -> Words:
    """Return a text's words as they are counted; a mark between clauses is an empty one."""
    return tuple(token.key for token in tokens(text, lang))


def wanted(pairs: Sequence[Pair], glossary: Glossary, source: str, target: str) -> dict[Words, Wanted]:
    """Return the terms that count, by their words."""
    renderings: dict[Words, set[Words]] = {}
    texts: dict[Words, str] = {}
    for concept in glossary.concepts:
        accepted = {
            words(form, target)
            for term in concept.terms.get(target, ())
            if term.status in ACCEPTED
            for form in (term.text, *term.forms)
        }
        for term in concept.terms.get(source, ()):
            if term.status in ACCEPTED:
                key = words(term.text, source)
                texts.setdefault(key, term.text)
                renderings.setdefault(key, set()).update(accepted)
    found = {}
    sides = [(words(pair.source, source), words(pair.target, target)) for pair in pairs]
    for key, accepted in renderings.items():
        longer = [other for other in renderings if len(other) > len(key) and _places(other, key)]
        here = [theirs for ours, theirs in sides if _stands(ours, key, longer)]
        rendered = sum(any(_places(theirs, one) for one in accepted) for theirs in here)
        if len(here) >= MIN_COUNT and 2 * rendered > len(here):
            found[key] = Wanted(texts[key], frozenset(accepted), len(here), rendered)
    return found


def _stands(text: Words, term: Words, longer: Sequence[Words]) -> bool:
    taken = [(place, place + len(other)) for other in longer for place in _places(text, other)]
    places = _places(text, term)
    return any(not any(a <= place and place + len(term) <= b for a, b in taken) for place in places)


def _places(text: Words, term: Words) -> list[int]:
    return [n for n in range(len(text) - len(term) + 1) if text[n : n + len(term)] == term]


def measure(memory: Path, glossary: Glossary, source: str, target: str) -> Result:
    """Extract from one memory in one direction, and hold what comes out against the glossary."""
    pairs = list(read_pairs([memory], source, target))
    start = time.perf_counter()
    found = extract(pairs, source=source, target=target)
    seconds = time.perf_counter() - start
    gold = wanted(pairs, glossary, source, target)
    proposed = {words(one.source, source): one for one in found.candidates}
    right = [key for key, term in gold.items() if _is_right(proposed, key, term, target)]
    missed = ((gold[k].text, proposed[k].target if k in proposed else "") for k in gold if k not in right)
    return Result(
        memory.stem,
        f"{source}-{target}",
        found.units,
        len(found.candidates),
        len(gold),
        len(gold.keys() & proposed.keys()),
        len(right),
        seconds,
        tuple(missed),
    )


def _is_right(proposed: Mapping[Words, Candidate], key: Words, term: Wanted, target: str) -> bool:
    return key in proposed and words(proposed[key].target, target) in term.renderings


def results(folder: Path, glossary: Glossary) -> Iterator[Result]:
    """Give a result for each bilingual memory of a folder, in both directions."""
    for memory in sorted(folder.glob("*.*-*.tmx")):
        one, other = languages([memory], None, None)
        yield measure(memory, glossary, one, other)
        yield measure(memory, glossary, other, one)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a command."""
    parser = options(__doc__)
    parser.add_argument("--memories", type=Path, default=MEMORIES)
    parser.add_argument("--glossary", type=Path, default=GLOSSARY)
    parser.add_argument("--missed", action="store_true", help="name the terms that were not found")
    given = parser.parse_args(arguments)
    glossary, _ = read_with_faults(given.glossary)
    done = list(results(given.memories, glossary))
    rows: list[tuple[object, ...]] = [
        (r.memory, r.direction, r.units, r.candidates, r.wanted, r.proposed, r.right, r.share, f"{r.seconds:.2f}")
        for r in done
    ]
    totals = (sum(r.wanted for r in done), sum(r.proposed for r in done), sum(r.right for r in done))
    rows.append(("all", "", "", "", *totals, totals[2] / max(totals[0], 1), f"{sum(r.seconds for r in done):.2f}"))
    names = ("memory", "direction", "units", "candidates", "terms", "proposed", "right first", "share", "s")
    show("Glossary terms found by extraction", names, rows)
    print(f"Peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    if given.missed:
        show("Not found", ("direction", "term", "proposed"), [(r.direction, *pair) for r in done for pair in r.missed])


if __name__ == "__main__":
    main()
