"""The steps of a build, from the folder of reports to the memories and the page about them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from tmkit.align import Alignment
from tmkit.build.base import (
    Article,
    ContradictionRow,
    FailedRow,
    LeftOut,
    MemoryRow,
    PairRow,
    ReportRow,
    Summary,
)
from tmkit.build.matcher import Matcher
from tmkit.build.page import PageWriter
from tmkit.build.store import Articles, Units
from tmkit.build.stories import Contradiction, agreed, links_of, revised, united, without_recurring
from tmkit.build.units import Side, trusted, unit
from tmkit.errors import FileError, TmkitError
from tmkit.files import replacing
from tmkit.formats import write
from tmkit.lang import LANGUAGES
from tmkit.model import Header, Unit
from tmkit.project import FILE as TOML
from tmkit.project import Project
from tmkit.reports import read_report
from tmkit.reports.pairing import Fingerprint, ReportPair, fingerprint, pair_reports
from tmkit.reports.readers import READERS
from tmkit.reports.recurring import Recurrence, RecurringLines
from tmkit.reports.sentences import check_rules, segment
from tmkit.version import __version__

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much is done and how much there is."""

PAGE = "build.html"
_ENOUGH = 50
"""So many pairs of reports teach words that tmkit doesn't know."""


def build(project: Project, *, progress: Progress | None = None) -> Summary:
    """Read, pair and align a project's reports and write its memories; return what was done.

    A report that can't be read is listed in `Summary.failed`, the others are built all the same.
    Raises `FileError` where there is no report to build from or an output can't be written; outputs
    are replaced whole or not at all, and left alone where nothing changes.
    """
    for lang, rules in project.rules.items():
        check_rules(rules, lang)
    files = report_files(project.reports)
    with tempfile.TemporaryDirectory(prefix="tmkit-") as folder:
        return _Job(project, Path(folder), progress or _silent).run(files)


def _silent(what: str, done: int, total: int) -> None:
    """Show nothing."""


def report_files(folder: Path) -> list[Path]:
    """Return the files of a folder and its subfolders that a reader is known for, sorted."""
    if not folder.is_dir():
        raise FileError(folder, "no such folder of reports", remedy="name one with --reports or in tmkit.toml")
    files = sorted(path for path in _walk(folder) if path.suffix.lower() in READERS and path.name != PAGE)
    if not files:
        raise FileError(folder, "no reports in this folder", remedy=f"put {', '.join(READERS)} files there")
    return files


def _walk(folder: Path) -> Iterator[Path]:
    """Give the ordinary files of a folder and its subfolders, hidden ones aside."""

    def refuse(error: OSError) -> None:
        remedy = "change its permissions, or take it out"
        raise FileError(error.filename, f"cannot be read ({error.strerror})", remedy=remedy) from error

    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(place) / name for name in names if not name.startswith(".")):
            if path.is_file():
                yield path


class _Job:
    def __init__(self, project: Project, folder: Path, progress: Progress) -> None:
        self.project, self.progress = project, progress
        self.articles = Articles(folder)
        self.bilingual = {langs: Units(folder / f"{'-'.join(langs)}.units") for langs in project.pairs}
        self.master = Units(folder / "master.units")
        self.matcher = Matcher(project)
        self.recurrence = Recurrence()
        self.recurring = RecurringLines({})
        self.contradictions: list[ContradictionRow] = []
        self.reports: list[ReportRow] = []
        self.failed: list[FailedRow] = []
        self.pairs: list[PairRow] = []
        self.page_path = project.memories / PAGE

    def run(self, files: Sequence[Path]) -> Summary:
        prints = list(self._read(files))
        self.failed += self._idle_overrides(files)
        if not prints:
            raise FileError(
                self.project.reports,
                f"none of the {len(files)} files holds a report; the first: {self.failed[0].reason}",
                remedy="see `tmkit clean FILE --explain`",
            )
        found = pair_reports(prints, threshold=self.project.pair_threshold)
        numbers = {p.path: n for n, p in enumerate(prints)}
        found += _decided(self.matcher.decided(), found, numbers)
        self.recurring = self.recurrence.lines()
        if len(found) >= _ENOUGH:
            self.matcher.study(self._pairs(found, numbers))
        with replacing(self.page_path) as stream:
            page = PageWriter(stream, self.project.name)
            for done, story in enumerate(stories := _stories(found)):
                self.progress("Aligning", done, len(stories))
                self._story(story, numbers, page)
            told = {path for pair in found for path in (pair.source, pair.target)}
            alone = tuple(p.path for p in prints if p.path not in told)
            page.close(self.reports, self.failed, alone)
        return self._summary(alone)

    def _pairs(self, found: Sequence[ReportPair], numbers: dict[str, int]) -> Iterator[tuple[Article, Article]]:
        """Give the reports of each pair, the source first."""
        for done, pair in enumerate(found):
            self.progress("Learning", done, len(found))
            source, target = (self.articles.get(numbers[path]) for path in (pair.source, pair.target))
            if self._order[source.report.lang] > self._order[target.report.lang]:
                source, target = target, source
            yield without_recurring(source, self.recurring), without_recurring(target, self.recurring)

    def _summary(self, alone: tuple[str, ...]) -> Summary:
        return Summary(
            reports=tuple(self.reports),
            failed=tuple(self.failed),
            pairs=tuple(self.pairs),
            contradictions=tuple(self.contradictions),
            decisions=tuple(self.matcher.decisions),
            waiting=tuple(self.matcher.waiting()),
            vectors=self.matcher.encoder is not None,
            learned=self.matcher.learned,
            notes=tuple(self.matcher.notes),
            alone=alone,
            memories=(memories := tuple(self._write())),
            outdated=tuple(self._outdated({Path(memory.path) for memory in memories})),
            page=str(self.page_path),
        )

    def _outdated(self, written: set[Path]) -> Iterator[str]:
        """Give the memories of this project that an earlier build left and this one has nothing for."""
        name, codes = self.project.name, [language.code for language in LANGUAGES]
        pairs = [f"{name}.{a}-{b}.tmx" for a in codes for b in codes if a != b]
        for path in (self.project.memories / file for file in (*pairs, f"{name}.tmx")):
            if path.is_file() and path not in written:
                yield str(path)

    def _read(self, files: Sequence[Path]) -> Iterator[Fingerprint]:
        for done, path in enumerate(files):
            self.progress("Reading", done, len(files))
            name = _printable(path.relative_to(self.project.reports).as_posix())
            try:
                article = self._article(path, name)
            except TmkitError as error:
                self.failed.append(FailedRow(name, _printable(str(error))))
                continue
            self.articles.put(len(self.reports), article)
            self.reports.append(_report_row(article))
            self.recurrence.add(article.report.lang, article.texts)
            yield fingerprint(article.report)

    def _idle_overrides(self, files: Sequence[Path]) -> Iterator[FailedRow]:
        """Tell of overrides that speak of no report: one that does nothing is a mistake."""
        names = {_printable(path.relative_to(self.project.reports).as_posix()) for path in files}
        place = self.project.root / TOML
        for name in self.project.overrides:
            if name not in names:
                remedy = "give its path inside the folder of reports"
                yield FailedRow(name, str(FileError(place, f"[overrides] {name!r} is no report", remedy=remedy)))

    def _article(self, path: Path, name: str) -> Article:
        given = self.project.overrides.get(name, {})
        report = read_report(path, lang=given.get("lang"), encoding=given.get("encoding"))
        if report.lang not in self.project.languages:
            wanted = ", ".join(self.project.languages)
            raise FileError(path, f"is in {report.lang!r}", remedy=f"this project takes {wanted}")
        report = replace(report, path=name)
        return Article(report, segment(report, rules=self.project.rules))

    @cached_property
    def _order(self) -> dict[str, int]:
        return {code: place for place, code in enumerate(self.project.languages)}

    def _story(self, pairs: Sequence[ReportPair], numbers: dict[str, int], page: PageWriter) -> None:
        """Align the pairs of one story and hand its beads on."""
        paths = {path for pair in pairs for path in (pair.source, pair.target)}
        told = {n: without_recurring(self.articles.get(n), self.recurring) for n in map(numbers.__getitem__, paths)}
        for number, article in told.items():
            self.reports[number] = _report_row(article)
        found: list[tuple[ReportPair, tuple[int, int], Alignment]] = []
        for pair in pairs:
            source, target = sorted(
                (numbers[pair.source], numbers[pair.target]),
                key=lambda n: self._order[told[n].report.lang],
            )
            found.append((pair, (source, target), self.matcher.align(told[source], told[target])))
        links = [link for _, ends, alignment in found for link in links_of(alignment, ends)]
        agreement = agreed(links, {n: article.report.lang for n, article in told.items()})
        for pair, ends, alignment in found:
            self._pair(pair, ends, told, revised(alignment, ends, agreement), page)
        rows = [_contradiction_row(one, told) for one in agreement.contradictions]
        self.contradictions += rows
        page.contradictions(rows)
        units = united(agreement.links, self.project.threshold)
        self.master.extend([self._master_unit(sides, score, told) for sides, score in units])

    def _master_unit(self, sides: Sequence[Side], score: float, told: dict[int, Article]) -> Unit:
        ordered = sorted(sides, key=lambda side: self._order[told[side.article].report.lang])
        kind = "-".join(str(len(side.sentences)) for side in ordered)
        return unit([(told[side.article], side.sentences) for side in ordered], score, kind)

    def _pair(
        self, pair: ReportPair, ends: tuple[int, int], told: dict[int, Article], alignment: Alignment, page: PageWriter
    ) -> None:
        source, target = told[ends[0]], told[ends[1]]
        beads = trusted(alignment, self.project.threshold)
        langs = source.report.lang, target.report.lang
        self.bilingual[langs].extend([unit([(source, b.source), (target, b.target)], b.score, b.kind) for b in beads])
        row = _pair_row(pair, (source, target), alignment, self.project.threshold)
        self.pairs.append(row)
        page.pair(row, source, target, alignment)

    def _write(self) -> Iterator[MemoryRow]:
        """Write one memory a language pair and the master of all, where there is anything in them."""
        for langs, units in self.bilingual.items():
            if len(units):
                yield self._memory(langs, units, f"{self.project.name}.{'-'.join(langs)}.tmx")
        if len(self.project.languages) > 2 and len(self.master):
            yield self._memory(self.project.languages, self.master, f"{self.project.name}.tmx")

    def _memory(self, langs: tuple[str, ...], units: Units, name: str) -> MemoryRow:
        path = self.project.memories / name
        before = path.stat().st_mtime_ns if path.exists() else None
        # Units of the master may lack the first language; TMX says so with *all*.
        source = langs[0] if len(langs) == 2 else "*all*"
        header = Header(source_lang=source, tool_version=__version__)
        count = write(path, header, units)
        return MemoryRow(str(path), langs, count, path.stat().st_mtime_ns != before)


def _stories(pairs: Sequence[ReportPair]) -> list[list[ReportPair]]:
    """Return the pairs grouped by the stories they tell: pairs that share a report go together."""
    home: dict[str, list[ReportPair]] = {}
    for pair in pairs:
        mine = home.get(pair.source, [])
        other = home.get(pair.target, [])
        group = [*mine, *(other if other is not mine else []), pair]
        for path in {p for one in group for p in (one.source, one.target)}:
            home[path] = group
    return list({id(group): group for group in home.values()}.values())


def _decided(names: Iterable[tuple[str, str]], found: Iterable[ReportPair], known: Collection[str]) -> list[ReportPair]:
    """Return the pairs of reports that a reviewer's decisions alone bring together."""
    paired = {frozenset((pair.source, pair.target)) for pair in found}
    return [
        ReportPair(*two, 1.0, ("a reviewer's decisions",))
        for two in names
        if frozenset(two) not in paired and all(name in known for name in two)
    ]


def _contradiction_row(one: Contradiction, told: dict[int, Article]) -> ContradictionRow:
    return ContradictionRow(
        tuple(told[s.article].report.path for s in one.sides),
        tuple(" ".join(told[s.article].sentences[n].text for n in s.sentences) for s in one.sides),
        one.text,
    )


def _report_row(article: Article) -> ReportRow:
    report = article.report
    return ReportRow(
        path=report.path,
        lang=report.lang,
        title=report.title,
        date=report.date,
        paragraphs=len(report.paragraphs),
        sentences=len(article.sentences),
        dropped=len(report.dropped),
        repaired=len(report.repairs),
        notes=report.notes,
    )


def _pair_row(pair: ReportPair, articles: tuple[Article, Article], alignment: Alignment, threshold: float) -> PairRow:
    kept = trusted(alignment, threshold)
    full = [b for b in alignment.beads if b.source and b.target]
    return PairRow(
        source=articles[0].report.path,
        target=articles[1].report.path,
        source_lang=alignment.source_lang,
        target_lang=alignment.target_lang,
        score=pair.score,
        reasons=pair.reasons,
        beads=len(full),
        kept=len(kept),
        unmatched_source=sum(len(b.source) for b in alignment.beads if not b.target),
        unmatched_target=sum(len(b.target) for b in alignment.beads if not b.source),
        confidence=sum(b.score for b in kept) / len(kept) if kept else 0.0,
        left_out=tuple(
            LeftOut(
                source=alignment.texts(b)[0],
                target=alignment.texts(b)[1],
                score=b.score,
                reason=f"probability {_down(b.score)} is under the threshold {threshold:.2f}",
            )
            for b in full
            if b.score < threshold
        ),
    )


def _down(score: float) -> str:
    """Return a probability rounded down, so that what is under a threshold looks it."""
    return f"{int(score * 100) / 100:.2f}"


def _printable(name: str) -> str:
    """Return a file's name as text: names need not be in any encoding."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
