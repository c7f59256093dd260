"""What a consistency check is and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]
"""error: wrong for certain; warning: somebody should look; info: worth knowing, no fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A kind of fault that a check looks for."""

    name: str
    """A fact in kebab-case: `two-preferred`."""
    summary: str
    """What is reported, in one line."""
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault, with the evidence for it and what to do."""

    check: str
    severity: Severity
    message: str
    file: str = ""
    """The concept file or the memory."""
    line: int | None = None
    """1-based, where the file has lines that people edit."""
    path: str = ""
    """Where in a concept file: `terms.vi[0].term`."""
    concept: str | None = None
    related: tuple[str, ...] = ()
    """The other concepts that it is about."""
    unit: str | None = None
    """The memory's unit; none for what concerns the memory as a whole."""
    source_lang: str | None = None
    target_lang: str | None = None
    source: str | None = None
    """The unit's text in the source language."""
    target: str | None = None
    source_span: tuple[int, int] | None = None
    """Where in `source` the term stands, in characters."""
    target_span: tuple[int, int] | None = None
    suggestion: str = ""
    """What to write or to do instead."""
    evidence: tuple[str, ...] = ()
    """Lines that show it: counts, examples."""
