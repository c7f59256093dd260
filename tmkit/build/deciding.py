"""What reviewers decided about two reports, with the indices of today."""

from __future__ import annotations

from tmkit.align.decisions import DecisionFolder, ReportHashes, Resolved, Stale, resolve
from tmkit.build.base import Article


def decided(folder: DecisionFolder, source: Article, target: Article) -> Resolved | None:
    """Return the decisions of a folder about two reports; None where there are none."""
    sides = [ReportHashes.of(one.report.path, one.report.lang, one.texts) for one in (source, target)]
    decisions = folder.of(*sides)
    return None if decisions is None else resolve(decisions, source.texts, target.texts)


def told(stale: Stale) -> str:
    """Return why a decision must be made again, with the words that are still there."""
    return f"{stale.reason}: {' | '.join(filter(None, (stale.source_text, stale.target_text)))}"
