"""Pairing of files as they lie on disk, for `tmkit pair`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tmkit.build.base import FailedRow
from tmkit.build.job import report_files
from tmkit.errors import TmkitError
from tmkit.reports import read_report
from tmkit.reports.pairing import Fingerprint, ReportPair, fingerprint, pair_reports


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which files tell the same story, which tell one alone, and which could not be read."""

    pairs: tuple[ReportPair, ...]
    alone: tuple[str, ...]
    failed: tuple[FailedRow, ...]


def pair_files(paths: Iterable[Path], *, threshold: float = 0.5) -> Pairing:
    """Pair the reports in files and folders.

    A file that can't be read is listed in `failed`; `FileError` where that leaves none at all.
    """
    if not 0 <= threshold <= 1:
        raise TmkitError(f"--min is {threshold}; give a number from 0 to 1")
    failed: list[FailedRow] = []
    prints = list(_prints(list(paths), failed))
    if not prints:
        raise TmkitError(f"no report to pair; the first fault: {failed[0].reason}")
    pairs = tuple(pair_reports(prints, threshold=threshold))
    told = {path for pair in pairs for path in (pair.source, pair.target)}
    return Pairing(pairs, tuple(p.path for p in prints if p.path not in told), tuple(failed))


def _prints(paths: list[Path], failed: list[FailedRow]) -> Iterator[Fingerprint]:
    files = [file for path in paths for file in (report_files(path) if path.is_dir() else [path])]
    for file in dict.fromkeys(files):
        try:
            yield fingerprint(read_report(file))
        except TmkitError as error:
            failed.append(FailedRow(str(file), str(error)))
