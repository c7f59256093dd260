"""Lists of contents: lines above an article that say what its own headings say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tmkit.reports.cleaning.lines import Seen

_LONGEST = 16
"""Words of an entry, at most."""
_MOST = 12
"""Entries of a list, at most."""


def mark_contents(lines: Sequence[Seen]) -> list[Seen]:
    """Return the lines with those marked that list the headings of the article below them.

    A list has two entries or more that stand once more, alone in a line, further down; where a cue stands over it,
    entries that say it in other words count too.
    """
    marked = list(lines)
    rows = [i for i, seen in enumerate(lines) if seen.shape != "blank"]
    place = 0
    while place < len(rows):
        found = _list(lines, rows, place)
        for i in found:
            marked[i] = replace(lines[i], shape="junk", reason="list of contents")
        place += max(1, len(found))
    return marked


def _list(lines: Sequence[Seen], rows: Sequence[int], place: int) -> Sequence[int]:
    cued = place > 0 and lines[rows[place - 1]].reason == "list of contents"
    run = _run(lines, rows, place)
    keys = [lines[i].key for i in rows[place + len(run) :] if lines[i].words <= _LONGEST + 4]
    if not cued:
        same = set(keys)
        run = run[: next((n for n, i in enumerate(run) if lines[i].key not in same), len(run))]
        return run if len(run) >= 2 and sum(lines[i].words for i in run) >= 5 else ()
    hits = sum(_told(lines[i].key, keys) for i in run)
    return run if len(run) >= 2 and hits >= 0.5 * len(run) else ()


def _run(lines: Sequence[Seen], rows: Sequence[int], place: int) -> Sequence[int]:
    run: list[int] = []
    for i in rows[place : place + _MOST]:
        again = any(_told(lines[j].key, [lines[i].key]) for j in run)
        if (
            lines[i].shape == "junk"
            or lines[i].text.endswith(".")
            or lines[i].words > _LONGEST
            or again
            or not lines[i].key
        ):
            break
        run.append(i)
    return run


def _told(key: str, others: Sequence[str]) -> bool:
    words = set(key.split())
    return any(len(words & set(other.split())) >= 0.75 * len(words) for other in others)
