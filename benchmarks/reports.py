"""How fast reports become memories, and how much memory that takes.

    python -m benchmarks.reports [--reports FOLDER] [--repeats 5] [--pairing 2000] [--builds 30,300] [--no-peers]

Speeds are of one process, start-up and a first round left out. The reports beyond those in the folder are copies with
other numbers and names (`copies.py`). A build's memory is that of a process of its own.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle, groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.clean import PEERS, Copy, present
from benchmarks.common import REPORTS, Count, in_child, options, peak_memory, rate, show
from benchmarks.copies import Copier
from tmkit.align import Aligner
from tmkit.build import build
from tmkit.project import Project
from tmkit.reports.base import Report
from tmkit.reports.body import clean
from tmkit.reports.pairing import fingerprint, pair_reports
from tmkit.reports.readers import read_page
from tmkit.reports.repair import repair
from tmkit.reports.sentences import segment

LENGTH = 30
"""Sentences on either side of the documents that are aligned."""


def timed(work: Callable[[], object], repeats: int) -> float:
    """Return the least seconds that one round of some work takes, a first round left out."""
    work()
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def files(folder: Path) -> list[Path]:
    """Return the reports of a folder that are plain text. Raises `ValueError` where there are none."""
    found = sorted(folder.glob("*.txt"))
    if not found:
        raise ValueError(f"{folder}: no reports (*.txt) in it")
    return found


def steps(paths: Sequence[Path], repeats: int) -> list[tuple[object, ...]]:
    """Return a row for every step from file to sentences: seconds, reports and sentences a second."""
    pages = [read_page(path) for path in paths]
    cleaned = [clean(page) for page in pages]
    mended = [repair(report) for report in cleaned]
    sentences = sum(len(segment(report)) for report in mended)
    works: dict[str, Callable[[], object]] = {
        "read": lambda: [read_page(path) for path in paths],
        "clean": lambda: [clean(page) for page in pages],
        "repair": lambda: [repair(report) for report in cleaned],
        "segment": lambda: [segment(report) for report in mended],
        "all four": lambda: [segment(repair(clean(read_page(path)))) for path in paths],
    }
    rows: list[tuple[object, ...]] = []
    for name, work in works.items():
        seconds = timed(work, repeats)
        rows.append((name, len(paths), sentences, f"{seconds:.3f}", rate(len(paths), seconds), rate(sentences, seconds)))
    return rows


def peers(paths: Sequence[Path], repeats: int, names: Sequence[str]) -> list[tuple[object, ...]]:
    """Return a row for our cleaning and every peer's: pages a second, and how many times our time it takes."""
    pages = [read_page(path) for path in paths]
    copies = [_copy(page.lines and clean(page).lang, [line.text for line in page.lines]) for page in pages]
    ours = timed(lambda: [clean(page) for page in pages], repeats)
    rows: list[tuple[object, ...]] = [("tmkit", rate(len(pages), ours), "1.0")]
    for name in names:
        theirs = timed(lambda cleaner=PEERS[name]: [cleaner(copy) for copy in copies], repeats)
        rows.append((name, rate(len(pages), theirs), f"{theirs / ours:.1f}"))
    return rows


def _copy(lang: str, lines: Sequence[str]) -> Copy:
    return Copy(lang=lang, day=None, lines=tuple(lines), titles=frozenset(), body=frozenset())


def documents(reports: Sequence[Report]) -> Iterator[tuple[tuple[str, str], list[str], list[str]]]:
    """Give, for every pair of languages, documents of `LENGTH` sentences a side: paired reports one after the other."""
    by_path = {report.path: report for report in reports}
    found = [(by_path[p.source], by_path[p.target]) for p in pair_reports([fingerprint(r) for r in reports])]
    found.sort(key=_langs)
    for langs, group in groupby(found, key=_langs):
        pairs = list(group)
        for start in range(len(pairs)):
            source, target = _sides(pairs[start:] + pairs[:start])
            yield langs, source, target


def _langs(pair: tuple[Report, Report]) -> tuple[str, str]:
    return pair[0].lang, pair[1].lang


def _sides(pairs: Sequence[tuple[Report, Report]]) -> tuple[list[str], list[str]]:
    source: list[str] = []
    target: list[str] = []
    for one, other in cycle(pairs):
        source += [sentence.text for sentence in segment(one)]
        target += [sentence.text for sentence in segment(other)]
        if min(len(source), len(target)) >= LENGTH:
            return source[:LENGTH], target[:LENGTH]
    return source, target


def alignment(reports: Sequence[Report], repeats: int) -> list[tuple[object, ...]]:
    """Return a row for every pair of languages: documents, sentences, seconds, sentences a second."""
    rows: list[tuple[object, ...]] = []
    for langs, group in groupby(documents(reports), key=lambda document: document[0]):
        pairs = [(source, target) for _, source, target in group]
        aligner = Aligner(*langs)
        seconds = timed(lambda aligner=aligner, pairs=pairs: [aligner.align(*pair) for pair in pairs], repeats)
        count = 2 * LENGTH * len(pairs)
        rows.append(("-".join(langs), len(pairs), count, f"{seconds:.2f}", rate(count, seconds)))
    return rows


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


def measure(folder: Path, repeats: int, many: int, sizes: Sequence[int], names: Sequence[str]) -> None:
    """Print the tables."""
    paths = files(folder)
    reports = [replace(repair(clean(read_page(path))), path=path.name) for path in paths]
    head = ("step", "reports", "sentences", "seconds", "reports/s", "sentences/s")
    show("From file to sentences", head, steps(paths, repeats))
    if names:
        show("Cleaning beside peers", ("cleaner", "pages/s", "times our time"), peers(paths, repeats, names))
    head = ("languages", "documents", "sentences", "seconds", "sentences/s")
    show(f"Alignment of documents of {LENGTH} sentences", head, alignment(reports, repeats))
    head = ("reports", "fingerprints s", "pairing s", "gold pairs", "P", "R")
    show("Pairing of copies with other numbers and names", head, pairing(reports, many))
    head = ("reports", "pairs", "units", "seconds", "reports/s", "peak MB")
    show("Builds, each in its own process", head, builds(paths, reports, sizes))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a command."""
    parser = options(__doc__)
    parser.add_argument("--reports", type=Path, default=REPORTS)
    parser.add_argument("--repeats", type=int, default=5)
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
        measure(given.reports, given.repeats, given.pairing, [int(n) for n in given.builds.split(",")], names)
    except ValueError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
