"""What a review is: a table of all beads of two reports, with a column for what a reviewer decides."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from tmkit.align.decisions import Decisions, ReportHashes
from tmkit.errors import FileError

Names = tuple[str, str]
"""The names of the source's and the target's file, as the project names them."""

TITLE = "tmkit review 1"
DECISION = "decision"
INDICES = ("source_indices", "target_indices")
HASHES = ("source_hashes", "target_hashes")
BEADS, HELP, REPORTS = "beads", "help", "reports"
"""The sheets of a workbook."""
WORDS = ("ok", "no", "merge", "split")
_MOST_FAULTS = 20


class HasSides(Protocol):
    """Anything with the sentences of a bead."""

    @property
    def source(self) -> tuple[int, ...]:
        """Indices of the source's sentences."""

    @property
    def target(self) -> tuple[int, ...]:
        """Indices of the target's sentences."""


Some = TypeVar("Some", bound=HasSides)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a reviewed file says: its decisions, and the reports as they were when it was written."""

    decisions: Decisions
    source: ReportHashes
    """A sentence whose row was taken out has an empty hash."""
    target: ReportHashes
    notes: tuple[str, ...]
    """What the reviewer should know, in words."""


class ReviewError(FileError):
    """A reviewed file has faults; `faults` are all of them, each with its row as `line`."""

    def __init__(self, faults: Sequence[FileError]) -> None:
        """Keep the faults apart, and tell them one a line."""
        first = faults[0]
        super().__init__(first.path, first.reason, remedy=first.remedy, line=first.line)
        self.faults = tuple(faults)
        rest = len(self.faults) - _MOST_FAULTS
        more = [f"{first.path}: {rest} more"] if rest > 0 else []
        self.args = ("\n".join([*map(str, self.faults[:_MOST_FAULTS]), *more]),)

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross process borders."""
        return type(self), (self.faults,)


class Faults:
    """Collects what is wrong with a file, to tell all of it at once."""

    def __init__(self, path: str) -> None:
        """Collect for one file."""
        self.path = path
        self._found: list[FileError] = []

    def add(self, row: int, reason: str, remedy: str) -> None:
        """Note a fault; `row` is 1-based, as a spreadsheet counts."""
        self._found.append(FileError(self.path, reason, remedy=remedy, line=row))

    def check(self) -> None:
        """Raise `ReviewError` if there are any, in the order of the rows."""
        if self._found:
            raise ReviewError(sorted(self._found, key=lambda fault: fault.line or 0))


def in_reading_order(beads: Iterable[Some]) -> list[Some]:
    """Return beads by their source; a sentence of the target alone follows the one before it in the target.

    The order follows from the beads alone, so that rows which were sorted otherwise find it again.
    """
    several = list(beads)
    full = sorted((j, bead.source[0]) for bead in several if bead.source for j in bead.target)
    targets = [j for j, _ in full]

    def place(bead: Some) -> tuple[int, int, int]:
        if bead.source:
            return bead.source[0], 0, 0
        n = bisect(targets, bead.target[0])
        return (full[n - 1][1] if n else -1), 1, bead.target[0]

    return sorted(several, key=place)
