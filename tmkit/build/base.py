"""What a build tells of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tmkit.reports.base import Report, Sentence


@dataclass(frozen=True, slots=True)
class Article:
    """A report with its sentences, as the working folder keeps it."""

    report: Report
    sentences: tuple[Sentence, ...]

    @property
    def texts(self) -> list[str]:
        """The sentences as plain texts."""
        return [sentence.text for sentence in self.sentences]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One report: what was kept, dropped and repaired; paths are relative to the reports' folder."""

    path: str
    lang: str
    title: str | None
    date: date | None
    paragraphs: int
    sentences: int
    dropped: int
    repaired: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A file that no report could be read from, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A bead that stayed out of the memory, and why."""

    source: str
    target: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """One pair of reports that tell the same story, and what became of their sentences."""

    source: str
    target: str
    source_lang: str
    target_lang: str
    score: float
    reasons: tuple[str, ...]
    beads: int
    """Beads that joined both sides."""
    kept: int
    """Beads that entered the memory."""
    unmatched_source: int
    unmatched_target: int
    confidence: float
    """Mean probability of the beads kept."""
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """What a reviewer decided about two reports, as it was applied."""

    source: str
    target: str
    confirmed: int
    rejected: int
    again: tuple[str, ...]
    """Decisions about sentences that are no longer there, in words: to be made again."""


@dataclass(frozen=True, slots=True)
class ContradictionRow:
    """Beads of one story that can't all be right: the reports, the sentences they join, and why in words."""

    reports: tuple[str, ...]
    texts: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class MemoryRow:
    """A memory that was written, or was already what it should be."""

    path: str
    langs: tuple[str, ...]
    units: int
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """All that a build did."""

    reports: tuple[ReportRow, ...]
    failed: tuple[FailedRow, ...]
    pairs: tuple[PairRow, ...]
    contradictions: tuple[ContradictionRow, ...]
    decisions: tuple[DecisionRow, ...]
    waiting: tuple[str, ...]
    """Files of decisions about reports that are not here."""
    vectors: bool
    """Whether sentence vectors were used."""
    learned: int
    """Expressions that were learned from the reports' own surest beads."""
    notes: tuple[str, ...]
    alone: tuple[str, ...]
    """Reports without a partner."""
    memories: tuple[MemoryRow, ...]
    outdated: tuple[str, ...]
    """Memories of an earlier build that this one has nothing for."""
    page: str
    """The HTML page that shows every pair side by side."""
