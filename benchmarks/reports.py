"""How fast reports become memories, and how much memory that takes.

    python -m benchmarks.reports [--reports FOLDER] [--rounds 5] [--pairing 2000] [--builds 30,300] [--no-peers]

Speeds are of one process, start-up and a first round left out. Every round reads new text: copies of the reports with
other numbers and names (`copies.py`), so that no work is done twice. A build's memory is that of a process of its own.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle, groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import tmkit.lang as languages
from benchmarks.clean import PEERS, Copy, present
from benchmarks.common import REPORTS, Count, in_child, options, peak_memory, rate, show
from benchmarks.copies import Copier
from tmkit.align import Aligner
from tmkit.build import build
from tmkit.project import Project
from tmkit.reports.base import Page, Report, Sentence
from tmkit.reports.body import clean
from tmkit.reports.pairing import fingerprint, pair_reports
from tmkit.reports.readers import read_page, read_text
from tmkit.reports.repair import repair
from tmkit.reports.sentences import segment

LENGTH = 30
"""Sentences on either side of the documents that are aligned."""


@dataclass(frozen=True, slots=True)
class Round:
    """The reports of a folder, or copies of them, at every stage from bytes to sentences."""

    data: list[bytes]
    pages: list[Page]
    cleaned: list[Report]
    mended: list[Report]
    sentences: list[tuple[Sentence, ...]]


def files(folder: Path) -> list[Path]:
    """Return the reports of a folder that are plain text. Raises `ValueError` where there are none."""
    found = sorted(folder.glob("*.txt"))
    if not found:
        raise ValueError(f"{folder}: no reports (*.txt) in it")
    return found


def prepare(paths: Sequence[Path], reports: Sequence[Report], count: int) -> list[Round]:
    """Return the folder's own reports and `count` rounds of copies of them."""
    copier, texts = _copier(reports), [path.read_text(encoding="utf-8") for path in paths]
    return [
        _round([copier.text(text, report.lang, copy) for text, report in zip(texts, reports, strict=True)])
        for copy in range(count + 1)
    ]


def _round(texts: Sequence[str]) -> Round:
    data = [text.encode() for text in texts]
    pages = [_read(one) for one in data]
    cleaned = [clean(page) for page in pages]
    mended = [repair(report) for report in cleaned]
    return Round(data, pages, cleaned, mended, [segment(report) for report in mended])


def _read(data: bytes) -> Page:
    return read_text(data, name="report.txt")


def timed(work: Callable[[Round], object], rounds: Sequence[Round]) -> float:
    """Return the seconds that all rounds but the first take; that one warms up."""
    work(rounds[0])
    start = time.perf_counter()
    for one in rounds[1:]:
        work(one)
    return time.perf_counter() - start


def steps(rounds: Sequence[Round]) -> list[tuple[object, ...]]:
    """Return a row for every step from bytes to sentences: seconds, reports and sentences a second."""
    works: dict[str, Callable[[Round], object]] = {
        "read": lambda one: [_read(data) for data in one.data],
        "clean": lambda one: [clean(page) for page in one.pages],
        "repair": lambda one: [repair(report) for report in one.cleaned],
        "segment": lambda one: [segment(report) for report in one.mended],
        "all four": lambda one: [segment(repair(clean(_read(data)))) for data in one.data],
    }
    reports = sum(len(one.data) for one in rounds[1:])
    sentences = sum(len(some) for one in rounds[1:] for some in one.sentences)
    rows: list[tuple[object, ...]] = []
    for name, work in works.items():
        seconds = timed(work, rounds)
        rows.append((name, reports, sentences, f"{seconds:.2f}", rate(reports, seconds), rate(sentences, seconds)))
    return rows


def peers(rounds: Sequence[Round], names: Sequence[str]) -> list[tuple[object, ...]]:
    """Return a row for our cleaning and every peer's: pages a second, and how many times our time it takes."""
    pages = sum(len(one.pages) for one in rounds[1:])
    ours = timed(lambda one: [clean(page) for page in one.pages], rounds)
    rows: list[tuple[object, ...]] = [("tmkit", rate(pages, ours), "1.0")]
    for name in names:
        theirs = timed(partial(_peer, name), rounds)
        rows.append((name, rate(pages, theirs), f"{theirs / ours:.1f}"))
    return rows


def _peer(name: str, one: Round) -> None:
    for page, report in zip(one.pages, one.cleaned, strict=True):
        lines = tuple(line.text for line in page.lines)
        PEERS[name](Copy(lang=report.lang, day=None, lines=lines, titles=frozenset(), body=frozenset()))


def partners(reports: Sequence[Report]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Return the pairs of reports that tell one story, as indices, by their languages."""
    order = [language.code for language in languages.LANGUAGES]
    places = {report.path: place for place, report in enumerate(reports)}
    pairs = [(places[p.source], places[p.target]) for p in pair_reports([fingerprint(r) for r in reports])]
    by_lang = [sorted(pair, key=lambda place: order.index(reports[place].lang)) for pair in pairs]
    named = sorted(((reports[a].lang, reports[b].lang), (a, b)) for a, b in by_lang)
    return {langs: [pair for _, pair in group] for langs, group in groupby(named, key=lambda item: item[0])}


def documents(pairs: Sequence[tuple[int, int]], one: Round) -> Iterator[tuple[list[str], list[str]]]:
    """Give documents of `LENGTH` sentences a side: paired reports one after the other, each pair first once."""
    for start in range(len(pairs)):
        yield _sides([*pairs[start:], *pairs[:start]], one)


def _sides(pairs: Sequence[tuple[int, int]], one: Round) -> tuple[list[str], list[str]]:
    sides: tuple[list[str], list[str]] = ([], [])
    for pair in cycle(pairs):
        for side, place in zip(sides, pair, strict=True):
            side += [sentence.text for sentence in one.sentences[place]]
        if min(map(len, sides)) >= LENGTH:
            break
    return sides[0][:LENGTH], sides[1][:LENGTH]


def alignment(reports: Sequence[Report], rounds: Sequence[Round]) -> list[tuple[object, ...]]:
    """Return a row for every pair of languages: documents, sentences, seconds, sentences a second."""
    rows: list[tuple[object, ...]] = []
    for langs, pairs in partners(reports).items():
        made = {id(one): list(documents(pairs, one)) for one in rounds}
        seconds = timed(partial(_align, Aligner(*langs), made), rounds)
        count = len(pairs) * (len(rounds) - 1)
        speed = rate(2 * LENGTH * count, seconds)
        rows.append(("-".join(langs), count, 2 * LENGTH * count, f"{seconds:.2f}", speed))
    return rows


def _align(aligner: Aligner, made: dict[int, list[tuple[list[str], list[str]]]], one: Round) -> None:
    for source, target in made[id(one)]:
        aligner.align(source, target)


def _copier(reports: Sequence[Report]) -> Copier:
    return Copier((p.lang, p.text) for report in reports for p in report.paragraphs)


def pairing(reports: Sequence[Report], size: int) -> list[tuple[object, ...]]:
    """Return one row: how long the pairing of so many reports takes, and how much of it is right."""
    copier = _copier(reports)
    made = [copier.report(report, copy) for copy in range(-(-size // len(reports))) for report in reports][:size]
    start = time.perf_counter()
    prints = [fingerprint(report) for report in made]
    read = time.perf_counter()
    pairs = pair_reports(prints)
    done = time.perf_counter()
    known = pair_reports([fingerprint(report) for report in reports])
    paths = {report.path for report in made}
    gold = {(copied(p.source, n), copied(p.target, n)) for p in known for n in range(len(made) // len(reports) + 1)}
    count = Count()
    count.add({(p.source, p.target) for p in pairs}, {pair for pair in gold if paths.issuperset(pair)})
    return [(len(made), f"{read - start:.1f}", f"{done - read:.1f}", count.gold, count.precision, count.recall)]


def copied(path: str, copy: int) -> str:
    """Return the path that `Copier.report` gives a copy."""
    return f"{copy:04}/{path}" if copy else path


def write_copies(paths: Sequence[Path], langs: Sequence[str], copier: Copier, size: int, folder: Path) -> None:
    """Write so many reports as files, copies of those given."""
    for number in range(size):
        copy, place = divmod(number, len(paths))
        text = copier.text(paths[place].read_text(encoding="utf-8"), langs[place], copy)
        (folder / f"{copy:04}-{paths[place].name}").write_text(text, encoding="utf-8")


def builds(paths: Sequence[Path], reports: Sequence[Report], sizes: Sequence[int]) -> list[tuple[object, ...]]:
    """Return a row for builds of so many reports: pairs, units, seconds with start-up, peak memory."""
    rows: list[tuple[object, ...]] = []
    copier, langs = _copier(reports), [report.lang for report in reports]
    for size in sizes:
        with TemporaryDirectory() as name:
            folder = Path(name, "reports")
            folder.mkdir()
            write_copies(paths, langs, copier, size, folder)
            start = time.perf_counter()
            answer = in_child("benchmarks.reports", "--build", str(folder), str(Path(name, "out")))
            seconds = time.perf_counter() - start
        pairs, units, memory = answer.split()
        rows.append((size, int(pairs), int(units), f"{seconds:.1f}", rate(size, seconds), int(memory)))
    return rows


def build_one(folder: Path, out: Path) -> None:
    """Build a folder's reports; print the pairs, the units and the peak memory in MB."""
    summary = build(Project(root=folder, reports=folder, memories=out))
    units = sum(memory.units for memory in summary.memories if len(memory.langs) == 2)
    print(len(summary.pairs), units, round(peak_memory()))


def measure(folder: Path, count: int, many: int, sizes: Sequence[int], names: Sequence[str]) -> None:
    """Print the tables."""
    paths = files(folder)
    reports = [replace(repair(clean(read_page(path))), path=path.name) for path in paths]
    rounds = prepare(paths, reports, count)
    head = ("step", "reports", "sentences", "seconds", "reports/s", "sentences/s")
    show("From file to sentences", head, steps(rounds))
    if names:
        show("Cleaning beside peers", ("cleaner", "pages/s", "times our time"), peers(rounds, names))
    align_head = ("languages", "documents", "sentences", "seconds", "sentences/s")
    show(f"Alignment of documents of {LENGTH} sentences a side", align_head, alignment(reports, rounds))
    pair_head = ("reports", "fingerprints s", "pairing s", "gold pairs", "P", "R")
    show("Pairing of copies with other numbers and names", pair_head, pairing(reports, many))
    build_head = ("reports", "pairs", "units", "seconds", "reports/s", "peak MB")
    show("Builds, each in its own process, start-up included", build_head, builds(paths, reports, sizes))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a command."""
    parser = options(__doc__)
    parser.add_argument("--reports", type=Path, default=REPORTS)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pairing", type=int, default=2000)
    parser.add_argument("--builds", default="30,300", help="sizes, with commas between")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--build", nargs=2, type=Path, metavar=("FOLDER", "OUT"), help="build once and tell the memory")
    given = parser.parse_args(arguments)
    if given.build:
        build_one(*given.build)
        return
    names = [] if given.no_peers else present()
    try:
        measure(given.reports, given.rounds, given.pairing, [int(n) for n in given.builds.split(",")], names)
    except ValueError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
