"""What the benchmarks share: tables, counts, peak memory, and the gold of the sample reports."""

from __future__ import annotations

import argparse
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "tm" / "reports"


def table(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table: the first column to the left, the others to the right."""
    lines = [list(names), [":--", *["--:"] * (len(names) - 1)], *([_cell(v) for v in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.3f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def show(heading: str, names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print one table under its heading."""
    print(f"**{heading}**\n\n{table(names, rows)}\n", flush=True)


@dataclass(slots=True)
class Count:
    """How much was found, how much is in the gold, and how much of both is the same."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: AbstractSet[object], gold: AbstractSet[object]) -> None:
        """Count one more document."""
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of the gold that was found; None where there is none."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where there is neither."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else None


def rate(amount: int, seconds: float) -> int:
    """Return how many a second."""
    return round(amount / seconds) if seconds else 0


def peak_memory() -> float:
    """Return the most memory this process or a child of it has held, in MB.

    Linux hands a parent's peak down to the program it starts (`ru_maxrss` outlives exec), so that the
    kernel's own mark for this program is read where there is one.
    """
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    status = Path("/proc/self/status")
    if status.exists():
        marks = [line for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
        own = int(marks[0].split()[1])
    return max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


def in_child(
    module: str, *arguments: str, given: str = "", env: Mapping[str, str] | None = None, limit: float | None = None
) -> str:
    """Return what `python -m MODULE ARGUMENTS` prints; `env` adds to the environment.

    Raises `CalledProcessError` where it fails, `TimeoutExpired` where it takes more than `limit` seconds.
    """
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    run = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        input=given,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        encoding="utf-8",
        timeout=limit,
        env={**os.environ, **(env or {}), "PYTHONPATH": path, "PYTHONUTF8": "1"},
    )
    return run.stdout


def machine() -> str:
    """Return the day and the machine in words."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    where = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return f"{datetime.now().date().isoformat()}, {cores} cores, {where}"


def options(doc: str | None) -> argparse.ArgumentParser:
    """Return a parser of options whose help is the module's docstring."""
    return argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
