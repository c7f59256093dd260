"""The main job: a project's reports become its memories.

`build` reads every report once, keeps it in a working folder on disk, pairs the reports by their
fingerprints, aligns one pair at a time and streams the beads it trusts into TMX. So memory is
bounded by the largest report, whatever the size of the folder.
"""

from __future__ import annotations

from tmkit.build.base import LeftOut, MemoryRow, PairRow, ReportRow, Summary
from tmkit.build.job import build

__all__ = ["LeftOut", "MemoryRow", "PairRow", "ReportRow", "Summary", "build"]
