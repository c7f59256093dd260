"""How soon `tmkit --version` answers, and what it imports.

    python -m benchmarks.startup [--rounds 20]

The commands take turns, so that whatever else the machine does touches all alike. The peer is translate-toolkit's
`po2tmx`, where it is installed beside tmkit.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.common import options, show

CALL = "import sys; sys.argv = ['tmkit', '--version']; from tmkit.cli import main; main()"
_IMPORT = re.compile(r"import time:\s*(\d+) \|\s*(\d+) \|\s*(\S+)")


def commands() -> dict[str, list[str]]:
    """Return the command lines to compare; the first is the yardstick."""
    scripts = Path(sys.executable).parent
    found = {"python3 -c pass": [sys.executable, "-c", "pass"]}
    for name in ("tmkit", "po2tmx"):
        if (scripts / name).exists():
            found[f"{name} --version"] = [str(scripts / name), "--version"]
    return found


def times(lines: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[float]]:
    """Return the wall times of each command in seconds."""
    taken: dict[str, list[float]] = {name: [] for name in lines}
    for _ in range(rounds):
        for name, line in lines.items():
            start = time.perf_counter()
            subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
            taken[name].append(time.perf_counter() - start)
    return taken


def imports(code: str) -> dict[str, tuple[int, int]]:
    """Return the modules that a piece of Python imports, each with its own and its whole time in microseconds."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return {m[3]: (int(m[1]), int(m[2])) for m in _IMPORT.finditer(run.stderr)}


def slowest(count: int) -> list[tuple[str, int, int]]:
    """Return the imports of `tmkit --version` that take longest by themselves, Python's own start aside."""
    usual = imports("pass")
    ours = [(name, *taken) for name, taken in imports(CALL).items() if name not in usual]
    return sorted(ours, key=lambda row: -row[1])[:count]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a command."""
    parser = options(__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args(arguments)
    lines = commands()
    times(lines, 1)
    taken = times(lines, given.rounds)
    base = statistics.median(next(iter(taken.values())))
    rows = []
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        rows.append((name, round(middle * 1000), round(min(seconds) * 1000), f"{middle / base:.1f}"))
    show(f"Start-up, {given.rounds} rounds", ("command", "median ms", "least ms", "times python3"), rows)
    show("The five slowest imports of tmkit --version", ("module", "itself µs", "with its own µs"), slowest(5))


if __name__ == "__main__":
    main()
