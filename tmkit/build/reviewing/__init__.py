"""Reviews: all beads of two reports as a table, for a reviewer to fill in and hand back.

`write_review_xlsx` and `write_review_tsv` write it, `read_review` reads it, and `store_review` keeps
what it says among a project's decisions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tmkit.align import Bead
from tmkit.align.decisions import DecisionFolder, Decisions, Verdict
from tmkit.build.reviewing.base import Names, Review, ReviewError
from tmkit.build.reviewing.reading import read_review
from tmkit.build.reviewing.writing import write_review_tsv, write_review_xlsx
from tmkit.errors import FileError
from tmkit.files import locked

__all__ = [
    "Names",
    "Review",
    "ReviewError",
    "Stored",
    "read_review",
    "store_review",
    "write_review_tsv",
    "write_review_xlsx",
]


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a review."""

    path: Path
    """The file of decisions that it went into."""
    confirmed: int
    """Beads of the review that are right, those without a counterpart included."""
    rejected: int
    notes: tuple[str, ...]


def store_review(path: Path, folder: Path) -> Stored:
    """Add a review to the decisions of a folder, and return what was added and where.

    Older decisions about these reports stay where the review does not contradict them. Raises
    `FileError` where the review has faults or decides nothing; the folder is then as it was.
    """
    review = read_review(path)
    confirmed, rejected = _beads(review.decisions, "confirmed"), _beads(review.decisions, "rejected")
    if not confirmed and not rejected:
        raise FileError(path, "decides nothing", remedy="write ok, no, merge, split or beads into the first column")
    with locked(folder):
        known = DecisionFolder(folder)
        notes = (*review.notes, *_other_names(known, review))
        home = known.store(review.source, review.target, confirmed=confirmed, rejected=rejected)
    return Stored(home, len(confirmed), len(rejected), notes)


def _other_names(known: DecisionFolder, review: Review) -> Iterator[str]:
    for path, held in known.files(review.source, review.target)[:1]:
        if (held.source_name, held.target_name) != (review.source.name, review.target.name):
            yield f"{path} holds the same sentences as {held.source_name} and {held.target_name}; it was added there"


def _beads(decisions: Decisions, verdict: Verdict) -> list[Bead]:
    return [Bead(item.source, item.target) for item in decisions.items if item.verdict == verdict]
