"""Translation memories from news reports in Vietnamese, French and English.

The names below are the public API; each is loaded when it is first used, so that the command starts
at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tmkit.version import __version__

if TYPE_CHECKING:
    from tmkit.align import Aligner, Alignment, Bead
    from tmkit.errors import FileError, MissingExtraError, TmkitError, UnknownLanguageError
    from tmkit.glossary import Concept, Glossary, Occurrence, Recogniser, Term, read_glossary
    from tmkit.model import Header, Prop, Segment, Tag, Unit, Variant
    from tmkit.project import Project
    from tmkit.reports import read_report
    from tmkit.reports.base import Report, Sentence
    from tmkit.reports.pairing import ReportPair, fingerprint, pair_reports
    from tmkit.reports.sentences import segment

_HOMES = {
    "tmkit.align": ("Aligner", "Alignment", "Bead"),
    "tmkit.errors": ("FileError", "MissingExtraError", "TmkitError", "UnknownLanguageError"),
    "tmkit.glossary": ("Concept", "Glossary", "Occurrence", "Recogniser", "Term", "read_glossary"),
    "tmkit.model": ("Header", "Prop", "Segment", "Tag", "Unit", "Variant"),
    "tmkit.project": ("Project",),
    "tmkit.reports": ("read_report",),
    "tmkit.reports.base": ("Report", "Sentence"),
    "tmkit.reports.pairing": ("ReportPair", "fingerprint", "pair_reports"),
    "tmkit.reports.sentences": ("segment",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Aligner",
    "Alignment",
    "Bead",
    "Concept",
    "FileError",
    "Glossary",
    "Header",
    "MissingExtraError",
    "Occurrence",
    "Project",
    "Prop",
    "Recogniser",
    "Report",
    "ReportPair",
    "Segment",
    "Sentence",
    "Tag",
    "Term",
    "TmkitError",
    "Unit",
    "UnknownLanguageError",
    "Variant",
    "__version__",
    "fingerprint",
    "pair_reports",
    "read_glossary",
    "read_report",
    "segment",
]


def __getattr__(name: str) -> object:
    """Load a public name from its module (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module 'tmkit' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
