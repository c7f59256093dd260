"""Run the benchmarks and put their tables into `RESULTS.md`, between the marks; the words around them stay.

    python -m benchmarks.results [--sets FOLDER ...] [--part NAME ...]

FOLDERs are sets for `benchmarks.align`; without them the part `align-sets` stays as it is. `leave-one-out` runs only
where it is named. See `README.md`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.common import in_child, machine, options

RESULTS = Path(__file__).with_name("RESULTS.md")
PARTS: Mapping[str, tuple[str, ...]] = {
    "align-sets": ("benchmarks.align", "--only", "*_5", "--only", "*_20", "--clean", "*_5"),
    "align-samples": ("benchmarks.align", "--samples"),
    "align-comparable": ("benchmarks.align", "--comparable"),
    "align-talk": ("benchmarks.align", "--talk"),
    "align-long": ("benchmarks.long",),
    "leave-one-out": ("benchmarks.leave_one_out",),
    "clean": ("benchmarks.clean",),
    "reports": ("benchmarks.reports", "--builds", "30,300,900"),
    "terms": ("benchmarks.terms",),
    "term-tables": ("benchmarks.term_tables",),
    "extract": ("benchmarks.extract",),
    "startup": ("benchmarks.startup",),
}
BY_HAND = frozenset({"leave-one-out"})
"""Parts that take a quarter of an hour; they run only where they are named."""


def replaced(text: str, part: str, tables: str) -> str:
    """Return the page with one part's tables in place of the former ones. Raises `ValueError` without its marks.

    >>> replaced("<!-- a -->old<!-- /a --> words", "a", "new")
    '<!-- a -->\\n\\nnew\\n\\n<!-- /a --> words'
    """
    start, end = f"<!-- {part} -->", f"<!-- /{part} -->"
    marks = re.compile(f"{re.escape(start)}.*?{re.escape(end)}", re.DOTALL)
    if not marks.search(text):
        raise ValueError(f"no {start} … {end}")
    return marks.sub(lambda _: f"{start}\n\n{tables.strip()}\n\n{end}", text)


def update(page: Path, part: str, arguments: Sequence[str]) -> None:
    """Run one part and write its tables with the day and the machine."""
    module, *own = PARTS[part]
    tables = in_child(module, *own, *arguments)
    threads = os.environ.get("OPENBLAS_NUM_THREADS")
    blas = f", OPENBLAS_NUM_THREADS={threads}" if threads else ""
    text = replaced(page.read_text(encoding="utf-8"), part, f"Run on {machine()}{blas}.\n\n{tables}")
    page.write_text(text, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a command."""
    parser = options(__doc__)
    parser.add_argument("--sets", nargs="+", default=[], metavar="FOLDER")
    parser.add_argument("--part", action="append", choices=PARTS)
    given = parser.parse_args(arguments)
    for part in given.part or [part for part in PARTS if part not in BY_HAND]:
        if part == "align-sets" and not given.sets:
            print(f"{part}: left as it is, no --sets given", flush=True)
            continue
        update(RESULTS, part, given.sets if part == "align-sets" else [])
        print(f"{part}: done", flush=True)


if __name__ == "__main__":
    main()
