"""Terms in running text: how fast `Recogniser.find` is beside searches for exact strings, and what these miss.

    python -m benchmarks.terms [--megabytes 10] [--terms 5000] [--rounds 5] [--commands 10] [--regex 0.2]

The terms are those of the project's glossary, filled up from tmkit's lexicon, expressions of several words first; the
text is the sample reports and copies of them (`copies.py`). Peers look for the same strings in the same text, both in
lower case. What they find is held to the same rules: whole words, the longest of overlapping terms. Speeds are
processor time, medians of rounds in which all take turns. The regular expression is tried on the first `--regex`
megabytes alone. The last table is wall time of whole commands, each in a process of its own.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, cast

from benchmarks.common import REPORTS, ROOT, options, show
from benchmarks.copies import Copier
from tmkit.glossary.concepts import Concept, Term
from tmkit.glossary.reading import read_with_faults
from tmkit.glossary.recognise import Recogniser
from tmkit.lang.lexicon import core
from tmkit.reports.body import clean
from tmkit.reports.readers import read_page

GLOSSARY = ROOT / "glossaries" / "social-protection"
LANGS = ("vi", "fr", "en")
OURS = "tmkit"
Span = tuple[int, int]
Finder = Callable[[str], list[Span]]


class _Automaton(Protocol):
    """What is used of pyahocorasick."""

    def add_word(self, word: str, value: int) -> bool: ...
    def make_automaton(self) -> None: ...
    def iter(self, text: str) -> Iterator[tuple[int, int]]: ...


class _Matcher(Protocol):
    """What is used of ahocorasick-rs."""

    def find_matches_as_indexes(self, text: str, overlapping: bool) -> list[tuple[int, int, int]]: ...


def terms(lang: str, wanted: int, *, rare: bool = False) -> list[str]:
    """Return so many terms of a language: the glossary's, then the lexicon's, those of several words first.

    `rare` joins two of the lexicon's expressions each: a large glossary has few terms that a given text uses.
    """
    glossary, _ = read_with_faults(GLOSSARY)
    own = [term.text for concept in glossary.concepts for term in concept.terms.get(lang, ())]
    words = dict.fromkeys(term for entry in core().entries for term in entry.terms.get(lang, ()))
    more = sorted(words, key=lambda term: (" " not in term, -len(term)))
    if rare:
        more = [f"{one} {other}" for one, other in zip(words, [*words][7:], strict=False)]
    return list(dict.fromkeys([*own, *more]))[:wanted]


def text(lang: str, size: int) -> str:
    """Return at least so many bytes of prose: the sample reports of a language and copies of them."""
    reports = [clean(read_page(path)) for path in sorted(REPORTS.glob("*.txt"))]
    copier = Copier((report.lang, p.text) for report in reports for p in report.paragraphs)
    prose = "\n\n".join(p.text for report in reports if report.lang == lang for p in report.paragraphs)
    parts: list[str] = []
    length = 0
    for copy in count():
        if length >= size:
            break
        parts.append(copier.text(prose, lang, copy))
        length += len(parts[-1].encode())
    return "\n\n".join(parts)


def whole_words(found: Iterable[Span], lowered: str) -> list[Span]:
    """Return the matches that are whole words, of overlapping ones the first and longest.

    >>> whole_words([(0, 3), (0, 7), (4, 7), (5, 7)], "aid for all")
    [(0, 7)]
    """
    length = len(lowered)
    bounded = [
        (start, -end)
        for start, end in found
        if not (start and lowered[start - 1].isalnum()) and not (end < length and lowered[end].isalnum())
    ]
    bounded.sort()
    chosen, reach = [], 0
    for start, end in bounded:
        if start >= reach:
            chosen.append((start, -end))
            reach = -end
    return chosen


def tmkit(found: Sequence[str], lang: str) -> Finder:
    """Return our own search."""
    concepts = [Concept(id=str(n), terms={lang: (Term(text=t, status="preferred"),)}) for n, t in enumerate(found)]
    recogniser = Recogniser(concepts, lang)
    return lambda given: [(o.start, o.end) for o in recogniser.find(given)]


def pyahocorasick(found: Sequence[str], lang: str) -> Finder:
    """Return the search of pyahocorasick."""
    from importlib import import_module

    automaton = cast(_Automaton, import_module("ahocorasick").Automaton())
    for term in found:
        automaton.add_word(term.lower(), len(term.lower()))
    automaton.make_automaton()

    def search(given: str) -> list[Span]:
        lowered = given.lower()
        return whole_words(((last + 1 - length, last + 1) for last, length in automaton.iter(lowered)), lowered)

    return search


def ahocorasick_rs(found: Sequence[str], lang: str) -> Finder:
    """Return the search of ahocorasick-rs."""
    from importlib import import_module

    matcher = cast(_Matcher, import_module("ahocorasick_rs").AhoCorasick([term.lower() for term in found]))

    def search(given: str) -> list[Span]:
        lowered = given.lower()
        matches = matcher.find_matches_as_indexes(lowered, overlapping=True)
        return whole_words(((start, end) for _, start, end in matches), lowered)

    return search


def regex(found: Sequence[str], lang: str) -> Finder:
    """Return one regular expression of all terms, the longest first."""
    longest = sorted({term.lower() for term in found}, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    return lambda given: [match.span() for match in pattern.finditer(given.lower())]


MAKERS: Mapping[str, tuple[str, Callable[[Sequence[str], str], Finder]]] = {
    OURS: ("tmkit", tmkit),
    "pyahocorasick": ("ahocorasick", pyahocorasick),
    "ahocorasick-rs": ("ahocorasick_rs", ahocorasick_rs),
    "re": ("re", regex),
}
"""The searches by name, each with the module that it needs."""


def timed(work: Callable[[], object]) -> float:
    """Return the processor seconds that something takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def row(
    name: str, speed: float, ours: float, prepared: float, spans: Sequence[Span], own: Sequence[Span]
) -> tuple[object, ...]:
    """Return what one search comes to: speed, occurrences, the share of ours among them, and those that we lack."""
    mine, theirs = set(own), set(spans)
    share = len(mine & theirs) / len(mine) if mine else None
    return name, f"{prepared:.2f}", f"{speed:.2f}", f"{speed / ours:.2f}", len(spans), share, len(theirs - mine)


def compare(lang: str, found: Sequence[str], given: str, rounds: int, part: int) -> list[tuple[object, ...]]:
    """Return a row for each search of one language; the regular expression reads `part` characters alone."""
    made: dict[str, Finder] = {}
    prepared = {}
    for name, (module, make) in MAKERS.items():
        if find_spec(module):
            start = time.process_time()
            made[name] = make(found, lang)
            prepared[name] = time.process_time() - start
    texts = {name: given[:part] if name == "re" else given for name in made}
    taken: dict[str, list[float]] = {name: [] for name in made}
    for _ in range(rounds):
        for name, search in made.items():
            taken[name].append(timed(partial(search, texts[name])))
    speeds = {name: len(texts[name].encode()) / 1e6 / statistics.median(seconds) for name, seconds in taken.items()}
    spans = {name: search(texts[name]) for name, search in made.items()}
    own = {name: spans[OURS] if texts[name] is given else made[OURS](texts[name]) for name in made}
    return [(lang, *row(name, speeds[name], speeds[OURS], prepared[name], spans[name], own[name])) for name in made]


def commands() -> dict[str, list[str]]:
    """Return the command lines whose time is taken; the first is the yardstick."""
    script = str(Path(sys.executable).parent / "tmkit")
    report = str(next(path for path in sorted(REPORTS.glob("*.txt")) if clean(read_page(path)).lang == "fr"))
    lookup = [script, "term", "lookup", "an sinh xã hội"]
    return {
        "python3 -c pass": [sys.executable, "-c", "pass"],
        "tmkit term lookup, no attestations": [*lookup, "--no-attest"],
        "tmkit term lookup": lookup,
        "tmkit term find, a French report": [script, "term", "find", report, "--lang", "fr"],
    }


def waited(line: Sequence[str], cache: str) -> float:
    """Return the wall time of a command in milliseconds, with a folder for its cache."""
    start = time.perf_counter()
    subprocess.run(
        line, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env={**os.environ, "TMKIT_CACHE": cache, "NO_COLOR": "1"}
    )
    return (time.perf_counter() - start) * 1000


def latencies(rounds: int) -> Iterator[tuple[object, ...]]:
    """Give a row for each command: with what the last call kept, and without."""
    lines = commands()
    warm: dict[str, list[float]] = {name: [] for name in lines}
    with TemporaryDirectory() as kept:
        for n in range(rounds + 1):
            for name, line in lines.items():
                taken = waited(line, kept)
                if n:
                    warm[name].append(taken)
    base = statistics.median(next(iter(warm.values())))
    for name, line in lines.items():
        with TemporaryDirectory() as empty:
            first = waited(line, empty)
        middle = statistics.median(warm[name])
        yield name, round(middle), round(min(warm[name])), f"{middle / base:.1f}", round(first)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a command."""
    parser = options(__doc__)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--terms", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--commands", type=int, default=10, help="rounds of the commands")
    parser.add_argument("--regex", type=float, default=0.2, help="megabytes for the regular expression")
    given = parser.parse_args(arguments)
    head = ("language", "search", "prepare s", "MB/s", "times tmkit", "found", "of tmkit's", "not tmkit's")
    size, part = int(given.megabytes * 1e6), int(given.regex * 1e6)
    texts = {lang: text(lang, size) for lang in LANGS}
    for rare, which in ((True, "a glossary's"), (False, "general words among them")):
        rows = [
            line
            for lang in LANGS
            for line in compare(lang, terms(lang, given.terms, rare=rare), texts[lang], given.rounds, part)
        ]
        show(f"{given.terms:,} terms, {which}, in {given.megabytes:g} MB of text", head, rows)
    load = " ".join(f"{one:.1f}" for one in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    print(f"Load of the machine (1, 5, 15 minutes): {load}.\n")
    names = ("command", "median ms", "least ms", "times python3", "first call ms")
    show(f"Whole commands, {given.commands} rounds", names, latencies(given.commands))


if __name__ == "__main__":
    main()
