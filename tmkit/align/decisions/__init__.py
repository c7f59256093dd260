"""A reviewer's decisions about beads, kept beside the reports with no word of them.

A decision is a bead as sentence indices, with a hash of each sentence: it can be published where the
reports can't, it survives edits of a report (`places.py` finds the sentences again), and it merges in
git, one bead a line (`files.py`). `resolve` gives the beads of today; `DecisionFolder` knows which
file is about which reports.
"""

from __future__ import annotations

from tmkit.align.decisions.base import Decision, Decisions, Verdict, sentence_hash
from tmkit.align.decisions.files import find_decisions, read_decisions, write_decisions
from tmkit.align.decisions.folder import DecisionFolder, ReportHashes
from tmkit.align.decisions.resolving import Resolved, Stale, resolve

__all__ = [
    "Decision",
    "DecisionFolder",
    "Decisions",
    "ReportHashes",
    "Resolved",
    "Stale",
    "Verdict",
    "find_decisions",
    "read_decisions",
    "resolve",
    "sentence_hash",
    "write_decisions",
]
