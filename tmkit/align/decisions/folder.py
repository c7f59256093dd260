"""A folder with the decisions about many pairs of reports: which belong to a pair, and where new ones go."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path

from tmkit.align.base import Bead
from tmkit.align.decisions.base import Decision, Decisions, Hashes, clashing, locate, ordered, sentence_hash
from tmkit.align.decisions.files import find_decisions, printable, read_decisions, write_decisions
from tmkit.errors import FileError

_MOST_BYTES = 100
"""Bytes of a report's name in the name of a file; file systems take 255 in all."""


@dataclass(frozen=True, slots=True)
class ReportHashes:
    """A report as decisions know it: its name, its language, and the hashes of its sentences."""

    name: str
    lang: str
    hashes: tuple[str, ...]

    @classmethod
    def of(cls, name: str, lang: str, sentences: Iterable[str]) -> ReportHashes:
        """Return what decisions know of a report with these sentences; `name` as the build names it."""
        return cls(printable(name), lang, tuple(map(sentence_hash, sentences)))


class DecisionFolder:
    """The decisions of a folder, all read at once; raises `FileError` for a file that can't be used."""

    def __init__(self, folder: Path) -> None:
        """Read every file; a folder that isn't there has none."""
        self.folder = folder
        self._files = {path: read_decisions(path) for path in find_decisions(folder)}
        self._used: set[Path] = set()
        self._homes: defaultdict[str, set[Path]] = defaultdict(set)
        for path in self._files:
            self._note(path)

    def of(self, source: ReportHashes, target: ReportHashes) -> Decisions | None:
        """Return what was decided about two reports, from all files about them; None for nothing.

        Raises `FileError` naming two files that contradict each other.
        """
        files = self.files(source, target)
        self._used.update(path for path, _ in files)
        if len(files) < 2:
            return files[0][1] if files else None
        return merged(files, (source.hashes, target.hashes))

    def files(self, source: ReportHashes, target: ReportHashes) -> list[tuple[Path, Decisions]]:
        """Return the files about two reports, with the decisions in that direction.

        Those that name both reports count. Where none does, reports may be kept under other names or
        in another folder: then those of the pair count that has the most decided sentences in both.
        """
        turned = [(path, turned) for path, one in self._files.items() if (turned := _turned(one, source, target))]
        named = [(path, one) for path, one in turned if _names(one) == (source.name, target.name)]
        if named:
            return named
        near = self._near((*source.hashes, *target.hashes))
        fits = [(_fit(one, source, target), path, one) for path, one in turned if path in near]
        best = max(fits, key=itemgetter(0), default=None)
        return [(path, one) for fit, path, one in fits if fit and best and _names(one) == _names(best[2])]

    def _near(self, hashes: Iterable[str]) -> set[Path]:
        """Return the files that hold a decision about any of these sentences."""
        return {path for mark in hashes for path in self._homes.get(mark, ())}

    def _note(self, path: Path) -> None:
        """Remember which sentences a file is about."""
        for item in self._files[path].items:
            for mark in (*item.source_hashes, *item.target_hashes):
                self._homes[mark].add(path)

    def unused(self) -> tuple[Path, ...]:
        """Return the files that `of` found no pair of reports for, so far."""
        return tuple(path for path in self._files if path not in self._used)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return the names of the reports that there are decisions about, each pair once."""
        return tuple(dict.fromkeys(map(_names, self._files.values())))

    def store(
        self,
        source: ReportHashes,
        target: ReportHashes,
        *,
        confirmed: Collection[Bead] = (),
        rejected: Collection[Bead] = (),
    ) -> Path:
        """Add decisions to the file about two reports, and take what they contradict out of every such file.

        A file that is there keeps its names and its direction; a new one is named after the reports.
        """
        hashes = source.hashes, target.hashes
        files = self.files(source, target)
        for path, one in files[1:]:
            self._write(path, replace(one, items=one.surviving(hashes, confirmed, rejected)))
        path, old = files[0] if files else (self._free_path(source, target), _empty(source, target))
        self._write(path, old.settle(hashes, confirmed=confirmed, rejected=rejected))
        return path

    def _write(self, path: Path, decisions: Decisions) -> None:
        before = self._files.get(path)
        turned = before is not None and before.source_lang != decisions.source_lang
        self._files[path] = decisions.swapped() if turned else decisions
        write_decisions(path, self._files[path])
        self._note(path)

    def _free_path(self, source: ReportHashes, target: ReportHashes) -> Path:
        plain = f"{_stem(source.name)}.{_stem(target.name)}"
        mark = hashlib.sha256(f"{source.name}\t{target.name}".encode("utf-8", "surrogatepass")).hexdigest()[:8]
        path = self.folder / f"{plain}.tsv"
        # Another pair may have it: reports of one name in two folders, or with two suffixes.
        return self.folder / f"{plain}.{mark}.tsv" if path in self._files else path


def _empty(source: ReportHashes, target: ReportHashes) -> Decisions:
    return Decisions(source_lang=source.lang, target_lang=target.lang, source_name=source.name, target_name=target.name)


def _stem(name: str) -> str:
    """Return a report's path as part of a file's name."""
    plain = re.sub(r"[/\\:*?\"<>|]+", "-", re.sub(r"\.\w{1,5}$", "", name)).lstrip(".-")
    return plain.encode("utf-8", "backslashreplace")[:_MOST_BYTES].decode("utf-8", "ignore") or "report"


def _turned(one: Decisions, source: ReportHashes, target: ReportHashes) -> Decisions | None:
    """Return the decisions in the direction asked for; None where the languages differ."""
    langs = one.source_lang, one.target_lang
    if langs == (source.lang, target.lang):
        return one
    return one.swapped() if langs == (target.lang, source.lang) else None


def _names(one: Decisions) -> tuple[str, str]:
    return one.source_name, one.target_name


def _fit(one: Decisions, source: ReportHashes, target: ReportHashes) -> int:
    """Return how many decided sentences two reports have; 0 where they are too few to tell.

    Half of those on either side are enough, or any at all where just the folder differs.
    """
    hits, misses = zip(*(_counted(one, side, report) for side, report in enumerate((source, target))), strict=True)
    alike = _is_tail(one.source_name, source.name) and _is_tail(one.target_name, target.name)
    enough = all(hit and hit >= miss for hit, miss in zip(hits, misses, strict=True))
    return sum(hits) if enough or alike else 0


def _counted(one: Decisions, side: int, report: ReportHashes) -> tuple[int, int]:
    """Return how many decided sentences of a side a report has, and how many it hasn't."""
    there = set(report.hashes)
    decided = {key for item in one.items for key in item.keys[side]}
    hits = sum(mark in there for _, mark in decided)
    return hits, len(decided) - hits


def _is_tail(name: str, other: str) -> bool:
    """Say whether two names are one path from two folders: `tm/reports/a.txt` and `a.txt`."""
    return f"/{name}".endswith(f"/{other}") or f"/{other}".endswith(f"/{name}")


def merged(files: Sequence[tuple[Path, Decisions]], hashes: Hashes) -> Decisions:
    """Return all decisions of several files about one pair, with the indices that hold in these texts.

    Raises `FileError` naming two files that contradict each other.
    """
    live: list[Decision] = []
    homes: list[Path] = []
    stale: list[Decision] = []
    for path, one in files:
        for found in locate(one.items, hashes):
            (stale if found.stale else live).append(found.today)
            homes += [] if found.stale else [path]
    clash = clashing(live)
    if clash:
        raise FileError(homes[clash[1]], f"contradicts {homes[clash[0]]}: {clash[2]}", remedy="change one of the two")
    sound = [item for item in ordered(stale) if clashing([*live, item]) is None]
    return replace(files[0][1], items=ordered([*live, *sound]))
