"""Many pairs of files aligned in one go, by several processes, for `tmkit align --batch`."""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from typing import TypeVar

from tmkit.align.aligner import KeptOut
from tmkit.build.aligning import AlignJob, AlignSettings
from tmkit.build.store import Articles
from tmkit.errors import FileError, TmkitError
from tmkit.files import replacing
from tmkit.reports.readers import read_page
from tmkit.reports.recurring import Recurrence, RecurringLines

_EACH = 8
"""A worker takes half a second to start: one for so many pairs."""

_T = TypeVar("_T")


def align_list(settings: AlignSettings, batch: Path, *, jobs: int | None = None) -> tuple[list[FileError], list[str]]:
    """Align every pair of a list: source, target and output a line, with tabs between.

    Lines that recur in documents of several stories are no text, and kept out. `jobs` processes share
    the work, as many as there are processors where none is given. A pair that can't be aligned doesn't
    keep the others from it; what was wrong comes back, with the line of the list, and then the notes.
    """
    _job.cache_clear()
    _job(settings)  # settings that can't be used are told before any work is done
    lines = _Lines(batch)
    tasks = list(lines.tasks())
    with tempfile.TemporaryDirectory(prefix="tmkit-") as folder, _workers(jobs, len(tasks)) as pool:
        run = _Run(settings, Path(folder), pool)
        outcomes = run.outcomes(tasks)
    failed = [(task.line, outcome.wrong) for task, outcome in zip(tasks, outcomes, strict=True) if outcome.wrong]
    errors = [FileError(batch, reason, line=number) for number, reason in sorted([*lines.failed, *failed])]
    notes = list(dict.fromkeys(note for outcome in outcomes for note in outcome.notes))
    if recurring := sum(outcome.recurring for outcome in outcomes):
        notes.append(f"{batch}: {recurring} lines recur in several documents and are kept out; --all-lines aligns them")
    return errors, notes


@dataclass(frozen=True, slots=True)
class _Task:
    """A line of the list."""

    line: int
    source: Path
    target: Path
    output: Path


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a task."""

    wrong: str
    """Empty where nothing was."""
    notes: tuple[str, ...]
    recurring: int = 0
    """Lines kept out since they recur in other documents."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A pair that was read: languages and sentences of both sides."""

    outcome: _Outcome
    sides: tuple[tuple[str, list[str]], ...] = ()


class _Lines:
    """The lines of a list, with what is wrong in them."""

    def __init__(self, batch: Path) -> None:
        self._batch = batch
        self.failed: list[tuple[int, str]] = []

    def tasks(self) -> Iterator[_Task]:
        """Give the pairs and their lines' numbers; no two write to one place."""
        taken = {_place(self._batch)}
        rows = [(line, line.text.split("\t")) for line in read_page(self._batch).lines if line.text.strip()]
        inputs = {_place(Path(name)) for _, names in rows if len(names) == 3 for name in names[:2]}
        for line, names in rows:
            if len(names) != 3:
                reason = f"{len(names)} columns; give source, target and output with tabs between"
                self.failed.append((line.number, reason))
                continue
            source, target, output = map(Path, names)
            if _place(output) in taken or _place(output) in inputs:
                what = "a file to align" if _place(output) in inputs else "the list, or the output of an earlier line"
                self.failed.append((line.number, f"{output}: is {what}; name another file"))
                continue
            taken.add(_place(output))
            yield _Task(line.number, source, target, output)


def _place(path: Path) -> Path:
    return Path(os.path.realpath(path))


@contextmanager
def _workers(jobs: int | None, tasks: int) -> Iterator[Executor | None]:
    """Give a pool of processes, None where they would cost more than they gain."""
    count = min(jobs or os.cpu_count() or 1, tasks // _EACH)
    if count < 2:
        yield None
        return
    # Each worker computes by itself; threads would only get into each other's way.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    pool = ProcessPoolExecutor(count, initializer=_watch, initargs=(os.getpid(),))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _watch(parent: int) -> None:
    """End this worker when the process that gives it work is gone, killed perhaps."""

    def look() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=look, daemon=True).start()


class _Run:
    """All tasks of a list: read first, since a line that recurs can't be known before all are read."""

    def __init__(self, settings: AlignSettings, folder: Path, pool: Executor | None) -> None:
        self._settings, self._folder, self._pool = settings, folder, pool

    def outcomes(self, tasks: Sequence[_Task]) -> list[_Outcome]:
        """Read, then align; return what became of each task."""
        prepared = []
        heard = Recurrence()
        for one in self._each(_prepare, tasks, repeat(None)):
            for lang, texts in one.sides if not self._settings.all_lines else ():
                heard.add(lang, texts)
            prepared.append(one.outcome)
        lines = heard.lines()
        ready = [task for task, outcome in zip(tasks, prepared, strict=True) if not outcome.wrong]
        aligned = self._each(_align, ready, repeat(lines if len(lines) else None))
        done = iter(list(aligned))
        return [outcome if outcome.wrong else _joined(outcome, next(done)) for outcome in prepared]

    def _each(
        self,
        work: Callable[[AlignSettings, Path, _Task, RecurringLines | None], _T],
        tasks: Sequence[_Task],
        lines: Iterable[RecurringLines | None],
    ) -> Iterator[_T]:
        """Give what some work makes of each task, in order."""
        given = repeat(self._settings), repeat(self._folder), tasks, lines
        if self._pool is None:
            yield from map(work, *given)
            return
        try:
            yield from self._pool.map(work, *given, chunksize=2)
        except BrokenProcessPool as error:
            raise TmkitError("a worker was stopped from outside, perhaps for lack of memory; try --jobs 1") from error


def _joined(one: _Outcome, other: _Outcome) -> _Outcome:
    return _Outcome(other.wrong, (*one.notes, *other.notes), other.recurring)


def _prepare(settings: AlignSettings, folder: Path, task: _Task, lines: RecurringLines | None) -> _Prepared:
    """Read a pair, and put it where the worker that aligns it finds it."""
    job = _job(settings)
    try:
        job.check(task.source, task.target, task.output)
        articles = job.read(task.source, task.target)
    except TmkitError as error:
        return _Prepared(_Outcome(str(error), job.new_notes()))
    store = Articles(folder)
    for side, article in enumerate(articles):
        store.put(2 * task.line + side, article)
    sides = tuple((article.report.lang, article.texts) for article in articles)
    return _Prepared(_Outcome("", job.new_notes()), sides)


def _align(settings: AlignSettings, folder: Path, task: _Task, lines: RecurringLines | None) -> _Outcome:
    job, store = _job(settings), Articles(folder)
    articles = store.get(2 * task.line), store.get(2 * task.line + 1)
    kept_out: KeptOut = ((), ())
    if lines is not None:
        first, second = ([k.index for k in lines.find(one.report.lang, one.texts)] for one in articles)
        kept_out = first, second
    try:
        with replacing(task.output) as stream:
            job.write_articles(articles, stream, kept_out)
    except TmkitError as error:
        return _Outcome(str(error), job.new_notes())
    return _Outcome("", job.new_notes(), len(kept_out[0]) + len(kept_out[1]))


@lru_cache(maxsize=1)
def _job(settings: AlignSettings) -> AlignJob:
    """Return the job of this process: it takes longer to make than a pair to align."""
    return AlignJob(settings)
