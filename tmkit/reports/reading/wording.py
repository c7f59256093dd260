"""How a reader words what it changed."""

from __future__ import annotations

from collections.abc import Sequence


def lines_note(what: str, lines: Sequence[int]) -> str:
    """Return a note on what was done in lines, given by their numbers in rising order.

    >>> lines_note("mojibake mended", [12, 14, 14])
    'mojibake mended in 2 lines, first in line 12'
    >>> lines_note("mojibake mended", [12])
    'mojibake mended in line 12'
    """
    count = len(set(lines))
    return f"{what} in {count} lines, first in line {lines[0]}" if count > 1 else f"{what} in line {lines[0]}"
