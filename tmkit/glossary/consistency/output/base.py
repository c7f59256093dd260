"""What the forms of output share: how files are named, what is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tmkit.glossary.consistency.base import Finding, Severity

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
CATEGORY = "terminology"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What one output is to look like."""

    root: Path
    """Folder from which files are named."""
    title: str
    colour: Callable[[str, str], str]
    """Dresses a text in a style."""

    def name(self, file: str) -> str:
        """Return a file as seen from the root, with slashes; as it is where it lies elsewhere."""
        path = self.root / file
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else file


def counts(findings: Sequence[Finding]) -> dict[Severity, int]:
    """Return how many findings there are of each severity."""
    found = Counter(finding.severity for finding in findings)
    return {severity: found[severity] for severity in SEVERITIES}


def counted(count: int, noun: str) -> str:
    """Return a count with its noun.

    >>> counted(1, "error"), counted(0, "warning")
    ('1 error', '0 warnings')
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"


def summary(findings: Sequence[Finding]) -> str:
    """Return one sentence on what was found."""
    if not findings:
        return "Nothing found."
    found = counts(findings)
    return (
        f"{counted(found['error'], 'error')}, {counted(found['warning'], 'warning')}, {found['info']} for information."
    )
